"""Wrong answers for an item, taken from the fields of the same type that stand beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from typing import Final

from schemas.words import LANGUAGES, Bilingual
from training.item import Option

WRONG: Final = 3
"""So many wrong answers an item has beside the right one."""
_LEAST: Final = 2
"""With fewer it is no question."""


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
        for option in sorted(group, key=lambda each: _rank(place, each.key)):
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


def _folded(text: Bilingual) -> Bilingual:
    return Bilingual(text.zh.casefold().strip("。.；; "), text.en.casefold().strip(".; "))


def _same(text: Bilingual, other: Bilingual) -> bool:
    """Whether two answers read alike in one of the languages: nobody could tell them apart there."""
    folded = _folded(text)
    return folded.zh == other.zh or folded.en == other.en


def _rank(place: str, key: str) -> str:
    return sha256(f"{place}\0{key}".encode()).hexdigest()
