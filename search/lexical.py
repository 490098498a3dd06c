"""The lexical index: BM25 over characters, character pairs, English stems, codes, pinyin, aliases and asks.

Every score is worked out when the index is built, as `bm25s` does it (a test compares the two): a sparse matrix
(term × row), so that a question is a sum of a few columns, the matrix is numpy arrays that need no pickle, and the
static site gets the same numbers and no formula.

k1 1.2 and b 0.5 were measured before the handbooks were written.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.aliases import Aliases
from search.counting import Counts, count_rows
from search.passages import Passage
from search.rows import rows_of

K1: Final = 1.2
B: Final = 0.5
_STEPS: Final = 255

Scores = NDArray[np.float64]


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
    """

    counts: Counts
    step: float
    data: NDArray[np.uint8]
    owners: NDArray[np.int32]
    asks: NDArray[np.int32]

    def scores(self, tokens: Iterable[str], without: tuple[int, int] | None = None) -> Scores:
        """The BM25 score of each passage, shape (passages,); *without* leaves out one ask as (passage, ask)."""
        sums = np.zeros(len(self.owners), dtype=np.int32)
        for token in sorted(set(tokens)):
            if (term := self._numbers.get(token)) is not None:
                column = self.counts.column(term)
                sums[self.counts.rows[column]] += self.data[column]
        if without is not None:
            sums[(self.owners == without[0]) & (self.asks == without[1])] = 0
        best = np.maximum.reduceat(sums, self._firsts) if len(sums) else sums
        return (best * self.step).astype(np.float64)

    def weight(self, token: str) -> float:
        """The inverse document frequency of *token* over rows, as BM25 weighs it; greatest for an unknown token."""
        term = self._numbers.get(token)
        frequency = 0 if term is None else self.counts.frequency(term)
        return _rarity(len(self.owners), frequency)

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
        return bool(np.any(self.owners[self.counts.rows[self.counts.column(term)]] == passage))

    @property
    def terms(self) -> tuple[str, ...]:
        """The vocabulary, sorted."""
        return self.counts.terms

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The English stems of the vocabulary."""
        return tuple(term for term in self.terms if term.isascii() and term.isalpha())

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {term: number for number, term in enumerate(self.terms)}

    @cached_property
    def _firsts(self) -> NDArray[np.intp]:
        return np.flatnonzero(np.r_[True, np.diff(self.owners) > 0])


def build_lexical(passages: Sequence[Passage], aliases: Aliases, before: Counts | None = None) -> LexicalIndex:
    """Index *passages*; the result depends on nothing else, byte for byte.

    Where a row is the same as in *before*, the counts of another index, it is not read again.
    """
    rows = [row for number, passage in enumerate(passages) for row in rows_of(number, passage)]
    counts = count_rows(rows, aliases, before)
    scores = _bm25(counts)
    step = float(scores.max()) / _STEPS if len(scores) else 1.0
    return LexicalIndex(
        counts=counts,
        step=step,
        data=np.maximum(1, np.rint(scores / step)).astype(np.uint8),
        owners=np.array([row.passage for row in rows], dtype=np.int32),
        asks=np.array([row.ask for row in rows], dtype=np.int32),
    )


def _bm25(counts: Counts) -> Scores:
    """Lucene's BM25 of every count, rounded to 32 bits as `bm25s` keeps it."""
    lengths = np.bincount(counts.rows, weights=counts.often, minlength=len(counts.digests))
    average = lengths.mean() if len(lengths) else 1.0
    often = counts.often.astype(np.float64)
    share = often / (K1 * ((1 - B) + B * lengths / average)[counts.rows] + often)
    frequencies, places = np.unique(np.diff(counts.starts), return_inverse=True)
    rarity = np.array([_rarity(len(lengths), int(frequency)) for frequency in frequencies], dtype=np.float32)
    weights = np.repeat(rarity[places], np.diff(counts.starts)).astype(np.float64)
    return (weights * share).astype(np.float32).astype(np.float64)


def _rarity(rows: int, frequency: int) -> float:
    return math.log(1 + (rows - frequency + 0.5) / (frequency + 0.5))
