"""How alike two answers are: what says the same must not stand beside the right one, what betrays it neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from training.item import Option

_SIGN: Final = re.compile(r"[\W_]+")
_WORD: Final = re.compile(r"[a-z0-9]{4,}")
_STEM: Final = 5
"""So many letters tell one English word from another: `repair`, `repairs`, `repaired`."""
_LIKE: Final = 0.5
_SOME, _LIKE_EN = 3, 0.7
"""English texts of so many words say the same with so many of them in common."""
_CLOSE, _FAR = 1.5, 2.2
"""Answers are as long as one another, or not: one is at most so many times as long as the other."""
_ECHO: Final = 2
"""With so much more of the question in it than any other has, an answer is found without knowing it."""


@dataclass(frozen=True)
class Worded:
    """An answer that is a text, with what it is compared by.

    Attributes:
        option: the answer.
        record: the address of the record it stands in.
    """

    option: Option
    record: str = ""

    @cached_property
    def grams(self) -> frozenset[str]:
        """Every two characters of it that stand side by side, in the language of the department."""
        return grams_of(self.option.text.zh)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its English words, as far as they tell something."""
        return words_of(self.option.text.en)

    @property
    def is_translated(self) -> bool:
        """Whether it has an English text of its own."""
        return len(self.lengths) > 1

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How long it is, in each language that it has: what is not translated yet is compared in Chinese alone."""
        text = self.option.text
        return (len(text.zh) or 1,) if text.zh == text.en else (len(text.zh) or 1, len(text.en) or 1)


def grams_of(text: str) -> frozenset[str]:
    """Every two characters of *text* that stand side by side; punctuation does not count."""
    plain = _SIGN.sub("", text.casefold())
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def words_of(text: str) -> frozenset[str]:
    """The English words of *text* that are longer than the little ones, without their endings."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))


def shared(some: frozenset[str], others: frozenset[str]) -> float:
    """How much of the shorter one of two texts stands in the other: from 0 to 1."""
    least = min(len(some), len(others))
    return len(some & others) / least if least else 0.0


def says_the_same(one: Worded, other: Worded) -> bool:
    """Whether half of the shorter one stands in the other, or of its English more: then who could say it is wrong?"""
    in_english = min(len(one.words), len(other.words)) >= _SOME and shared(one.words, other.words) >= _LIKE_EN
    return in_english or shared(one.grams, other.grams) >= _LIKE


def nearest(right: Worded, others: Iterable[Worded]) -> Iterator[list[Worded]]:
    """*others* that may stand beside *right*: those about as long first; none that says the same."""
    close: list[Worded] = []
    far: list[Worded] = []
    for other in others:
        apart = _times(right.lengths, other.lengths)
        if apart <= _FAR and not says_the_same(right, other):
            (close if apart <= _CLOSE else far).append(other)
    yield close
    yield far


def stands_out(asked: Iterable[Worded], right: Worded, wrong: Sequence[Worded]) -> bool:
    """Whether the right answer is found without knowing it: by its length, or by words of what is asked in it."""
    if _is_extreme(right.lengths[0], [each.lengths[0] for each in wrong]):
        return True
    in_english = [each.lengths[1] for each in wrong if each.is_translated]
    if right.is_translated and in_english and _is_extreme(right.lengths[1], in_english):
        return True
    return any(
        _echo(text.grams, right.grams, [each.grams for each in wrong])
        or _echo(text.words, right.words, [each.words for each in wrong])
        for text in asked
    )


def _is_extreme(right: int, wrong: Sequence[int]) -> bool:
    return right > _CLOSE * max(wrong) or right * _CLOSE < min(wrong)


def _echo(stem: frozenset[str], right: frozenset[str], wrong: Iterable[frozenset[str]]) -> bool:
    return len(stem & right) >= max(len(stem & each) for each in wrong) + _ECHO


def _times(lengths: tuple[int, ...], others: tuple[int, ...]) -> float:
    """How many times as long one answer is as the other, in the language where they differ more."""
    return max(max(one, other) / min(one, other) for one, other in zip(lengths, others, strict=False))


class Said:
    """Many texts, asked whether one of them says the same as another.

    Args:
        texts: the texts.
    """

    def __init__(self, texts: Iterable[Worded]) -> None:
        self._sizes: list[int] = []
        self._having: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            self._sizes.append(len(text.grams))
            for gram in text.grams:
                self._having.setdefault(gram, []).append(number)

    def says(self, text: Worded) -> bool:
        """Whether one of them says the same as *text*."""
        common = Counter(number for gram in text.grams for number in self._having.get(gram, ()))
        size = len(text.grams)
        return any(count >= _LIKE * min(size, self._sizes[number]) for number, count in common.items())
