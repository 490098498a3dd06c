"""The lexical index: BM25 over characters, character pairs, English stems, codes, aliases and asks.

Every score is worked out when the index is built, as `bm25s` does it (a test compares the two): a sparse matrix
(term × row), so that a question is a sum of a few columns, the matrix is numpy arrays that need no pickle, and the
static site gets the same numbers and no formula.

k1 1.2 and b 0.5 were measured before the handbooks were written.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.sounds import readings

K1: Final = 1.2
B: Final = 0.5
STEPS: Final = 255
"""The greatest score, in steps."""

Scores = NDArray[np.float64]


@dataclass(frozen=True)
class Counts:
    """A sparse matrix (term × row), column by column.

    Attributes:
        terms: the vocabulary, sorted.
        rows, often: for each count its row, ascending within a term, and how often the term stands there.
        starts: where each term's counts start; one more than there are terms.
        digests: a number for each row, of what its tokens come from.
    """

    terms: tuple[str, ...]
    rows: NDArray[np.int32]
    often: NDArray[np.uint16]
    starts: NDArray[np.int32]
    digests: NDArray[np.uint64]

    def column(self, term: int) -> slice:
        """Where the counts of a term are."""
        return slice(int(self.starts[term]), int(self.starts[term + 1]))

    def frequency(self, term: int) -> int:
        """In how many rows a term stands."""
        return int(self.starts[term + 1] - self.starts[term])


class Hits(NamedTuple):
    """Where the tokens of a question stand: token by token, and passage by passage within one.

    Attributes:
        tokens: the number of the token in what was asked for.
        passages: a passage that has it.
        scores: its best score there, in steps.
    """

    tokens: NDArray[np.intp]
    passages: NDArray[np.int32]
    scores: NDArray[np.uint8]


@dataclass(frozen=True)
class LexicalIndex:
    """Scores of every term in every row, column by column.

    Attributes:
        counts: how often each term stands in each row; the next index is made from them where texts are the same.
        step: what one unit of `data` is worth.
        data: scores in steps, 1 to 255, in the order of `counts`. In whole steps every sum is exact, so that the
            page's own search gives the same.
        owners: the passage of each row, ascending; every passage has at least one row.
        asks: the number of the ask each row is, Chinese ones first, or -1.
        titles: the Chinese titles of the records.
    """

    counts: Counts
    step: float
    data: NDArray[np.uint8]
    owners: NDArray[np.int32]
    asks: NDArray[np.int32]
    titles: tuple[str, ...]

    def scores(self, tokens: Iterable[str], without: tuple[int, int] | None = None) -> Scores:
        """The BM25 score of each passage, shape (passages,); *without* leaves out one ask as (passage, ask)."""
        _, rows, data = self._columns(sorted(set(tokens)))
        sums = np.bincount(rows, weights=data, minlength=len(self.owners))  # whole numbers
        if without is not None:
            sums[(self.owners == without[0]) & (self.asks == without[1])] = 0
        best = np.maximum.reduceat(sums, self._firsts) if len(sums) else sums
        return (best * self.step).astype(np.float64)

    def hits(self, tokens: Sequence[str], without: tuple[int, int] | None = None) -> Hits:
        """The passages that have each of *tokens*, ascending, and its best score in each; *without* as in `scores`."""
        numbers, rows, data = self._columns(tokens)
        if without is not None:
            kept = (self.owners[rows] != without[0]) | (self.asks[rows] != without[1])
            numbers, rows, data = numbers[kept], rows[kept], data[kept]
        owners = self.owners[rows]
        starts = first_of_each(numbers, owners)
        return Hits(numbers[starts], owners[starts], np.maximum.reduceat(data, starts) if len(data) else data)

    def _columns(self, tokens: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.int32], NDArray[np.uint8]]:
        """The columns of *tokens* one after another: the number of the token among them, the row, the score."""
        known = [(number, self._numbers[token]) for number, token in enumerate(tokens) if token in self._numbers]
        columns = [self.counts.column(term) for _, term in known]
        sizes = [column.stop - column.start for column in columns]
        return (
            np.repeat(np.array([number for number, _ in known], dtype=np.intp), sizes),
            np.concatenate([np.zeros(0, np.int32), *(self.counts.rows[column] for column in columns)]),
            np.concatenate([np.zeros(0, np.uint8), *(self.data[column] for column in columns)]),
        )

    def weight(self, token: str) -> float:
        """The inverse document frequency of *token* over rows, as BM25 weighs it; greatest for an unknown token."""
        return rarity(self.rows, self.frequencies.get(token, 0))

    @property
    def rows(self) -> int:
        """How many rows there are: passages and asks."""
        return len(self.owners)

    @cached_property
    def frequencies(self) -> Mapping[str, int]:
        """In how many rows each term stands."""
        return dict(zip(self.terms, np.diff(self.counts.starts).tolist(), strict=True))

    def knows(self, token: str) -> bool:
        """Whether the vocabulary has *token*."""
        return token in self._numbers

    def number(self, token: str) -> int:
        """The number of a *token* that the vocabulary has."""
        return self._numbers[token]

    def has(self, token: str, passage: int) -> bool:
        """Whether *token* stands in *passage* or in one of its asks."""
        if (term := self._numbers.get(token)) is None:
            return False
        rows = self.counts.rows[self.counts.column(term)]
        first, end = np.searchsorted(self.owners, (passage, passage + 1))
        return bool(np.searchsorted(rows, first) < np.searchsorted(rows, end))

    @property
    def terms(self) -> tuple[str, ...]:
        """The vocabulary, sorted."""
        return self.counts.terms

    def begun_by(self, letters: str) -> str:
        """The characters of a title whose syllables begin with *letters*: those of most titles, then of the first."""
        found = Counter(
            title[at : at + len(letters)]
            for initials, title in self._initials
            for at in range(len(initials) - len(letters) + 1)
            if initials.startswith(letters, at)
        )
        return max(found, key=found.__getitem__, default="")

    def words_with(self, letter: str) -> Sequence[str]:
        """The English stems of the vocabulary that begin with *letter*, in order."""
        return self._words.get(letter, ())

    @cached_property
    def _initials(self) -> Sequence[tuple[str, str]]:
        """The letters that the syllables of the titles begin with, and the titles, of what has a known sound."""
        spoken = ("".join(letter for letter in title if letter in readings()) for title in self.titles)
        return [("".join(readings()[letter][0][0] for letter in title), title) for title in spoken]

    @cached_property
    def _words(self) -> Mapping[str, Sequence[str]]:
        by_letter: dict[str, list[str]] = {}
        for term in self.terms:
            if term.isascii() and term.isalpha():
                by_letter.setdefault(term[0], []).append(term)
        return by_letter

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return dict(zip(self.terms, range(len(self.terms)), strict=True))

    @cached_property
    def ask_owners(self) -> NDArray[np.int32]:
        """The passage of each ask."""
        return self.owners[self.asks >= 0]

    @cached_property
    def _firsts(self) -> NDArray[np.intp]:
        return np.flatnonzero(np.r_[True, np.diff(self.owners) > 0])


def first_of_each(*keys: NDArray[Any]) -> NDArray[np.intp]:
    """Where one of *keys*, arrays of the same length, differs from what stands before; the beginning too."""
    changes = np.ones(len(keys[0]), dtype=np.bool_)
    if len(changes):
        changes[1:] = np.logical_or.reduce([key[1:] != key[:-1] for key in keys])
    return np.flatnonzero(changes)


def rarity(rows: int, frequency: int) -> float:
    """The inverse document frequency of a token that stands in *frequency* of the *rows*."""
    return math.log(1 + (rows - frequency + 0.5) / (frequency + 0.5))
