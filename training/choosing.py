"""Wrong answers for an item, taken from the fields of the same type that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from typing import Final

from schemas.words import LANGUAGES, Bilingual
from training.item import Option

WRONG: Final = 3
"""So many wrong answers an item has beside the right one."""
_LEAST: Final = 2
"""With fewer it is no question."""
_MUCH_LONGER: Final = 1.7
_A_FEW: Final = 12
"""Characters by which an answer may be longer than all others, beside so many times their length."""
_HAN: Final = re.compile("[\u4e00-\u9fff]+")
_WORD: Final = re.compile("[a-z]{4,}")
_STEM_OF_A_WORD: Final = 5
"""Letters by which an English word is known: `register`, `registers` and `registration` are one."""


def with_wrong(
    place: str, right: Sequence[Option], nearest_first: Iterable[Iterable[Option]], never: Collection[str] = ()
) -> tuple[Option, ...] | None:
    """The options of an item, the right ones first; None where there are too few wrong ones.

    Args:
        place: the item's own place: by it the same wrong answers are chosen every time.
        right: the right ones.
        nearest_first: wrong ones in groups, those that are taken first in the first.
        never: the keys of those that must not be offered, since they are right as well, or may be.
    """
    taken = list(right)
    keys, texts = {*never, *(option.key for option in right)}, {_folded(option.text) for option in right}
    for group in nearest_first:
        for option in sorted(group, key=lambda each: rank(place, each.key)):
            if len(taken) == len(right) + WRONG:
                return tuple(taken)
            if option.key in keys or any(_same(option.text, text) for text in texts):
                continue
            taken.append(option)
            keys.add(option.key)
            texts.add(_folded(option.text))
    return tuple(taken) if len(taken) >= len(right) + _LEAST else None


def gives_away(stem: Bilingual, answer: Bilingual) -> bool:
    """Whether the question says the answer itself, in either language."""
    return any(answer.of(lang).casefold() in stem.of(lang).casefold() for lang in LANGUAGES)


def points_at(stem: Bilingual, right: Bilingual, wrong: Sequence[Bilingual]) -> bool:
    """Whether the right answer can be told by its looks, in either language.

    Either it shares more words with the question than every wrong one, or it is much longer than all of them.
    """
    for lang in LANGUAGES:
        asked, answer, others = words_in(stem.of(lang)), right.of(lang), [each.of(lang) for each in wrong]
        shared = len(asked & words_in(answer))
        if shared and shared > max(len(asked & words_in(other)) for other in others):
            return True
        if len(answer) > _A_FEW + _MUCH_LONGER * max(map(len, others)):
            return True
    return False


def shared_words(text: Bilingual, other: Bilingual) -> int:
    """How many words two texts share, in the language in which they share more."""
    return max(_shared(text, other, lang) for lang in LANGUAGES)


def _shared(text: Bilingual, other: Bilingual, lang: str) -> int:
    return len(words_in(text.of(lang)) & words_in(other.of(lang)))


def words_in(text: str) -> set[str]:
    """The words of an English text by their first letters; of a Chinese one, any two characters side by side."""
    pairs = {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}
    return pairs | {word[:_STEM_OF_A_WORD] for word in _WORD.findall(text.casefold())}


def _folded(text: Bilingual) -> Bilingual:
    return Bilingual(text.zh.casefold().strip("。.；; "), text.en.casefold().strip(".; "))


def _same(text: Bilingual, other: Bilingual) -> bool:
    """Whether two answers read alike in one of the languages: nobody could tell them apart there."""
    folded = _folded(text)
    return folded.zh == other.zh or folded.en == other.en


def rank(*names: str) -> str:
    """What things are put in an order by that is the same every time and means nothing."""
    return sha256("\0".join(names).encode()).hexdigest()
