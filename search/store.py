"""Where vectors are kept and compared: the small interface that search needs of it, and the one in this process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from search.encoder import Vectors, unit


class Near(NamedTuple):
    """How near a question is to each passage.

    Attributes:
        text: cosine of what the passage says itself, shape (passages,).
        middle: cosine of the middle of all that is said of it, its asks included: of all vectors tried the one that
            finds most.
    """

    text: Vectors
    middle: Vectors


class VectorStore(Protocol):
    """Vectors of passages and asks, each row belonging to a passage."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""

    @property
    def middles(self) -> Vectors:
        """The middle of all that is said of each passage in Chinese, of length one, shape (passages, dimension)."""

    def near(self, vector: Vectors, *, english: bool, without: tuple[int, int] | None = None) -> Near:
        """How near each passage is.

        Args:
            vector: a unit vector of shape (dimension,).
            english: whether it is compared with the English of each passage, and not with the Chinese.
            without: an ask that is left out, as (passage, number).
        """


class _Sums(NamedTuple):
    """The vectors of the passages in one language: of their own words, and the sum of those and the asks'."""

    text: Vectors
    total: Vectors


@dataclass(frozen=True)
class ArrayStore:
    """Exact search over one array: two vectors of each passage are compared, however many asks it has.

    Attributes:
        vectors: unit vectors, shape (rows, dimension).
        owners: the passage of each row, ascending; every passage has at least one Chinese row.
        asks: which ask of its passage each row is, or -1.
        english: whether each row is English.
    """

    vectors: Vectors
    owners: NDArray[np.int32]
    asks: NDArray[np.int32]
    english: NDArray[np.bool_]

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self.vectors.shape[1])

    @property
    def middles(self) -> Vectors:
        """The middle of all that is said of each passage in Chinese."""
        return self._middles[0]

    def near(self, vector: Vectors, *, english: bool, without: tuple[int, int] | None = None) -> Near:
        """How near each passage is."""
        sums = self._english if english else self._chinese
        middle: Vectors = self._middles[english] @ vector
        if without is not None:
            left = sums.total[without[0]] - self.vectors[self._row(without)]
            middle[without[0]] = unit(left) @ vector
        return Near(sums.text @ vector, middle)

    def _row(self, ask: tuple[int, int]) -> int:
        return int(np.flatnonzero((self.owners == ask[0]) & (self.asks == ask[1]))[0])

    @cached_property
    def _middles(self) -> tuple[Vectors, Vectors]:
        return unit(self._chinese.total), unit(self._english.total)

    @cached_property
    def _chinese(self) -> _Sums:
        return self._summed(~self.english)

    @cached_property
    def _english(self) -> _Sums:
        """Where a passage has no English of its own, its Chinese stands for it."""
        sums, has = self._summed(self.english), np.zeros(len(self._chinese.text), dtype=np.bool_)
        has[self.owners[self.english & (self.asks < 0)]] = True
        text = np.where(has[:, None], sums.text, self._chinese.text)
        return _Sums(text, np.where(has[:, None], sums.total, sums.total + self._chinese.text))

    def _summed(self, rows: NDArray[np.bool_]) -> _Sums:
        passages = int(self.owners[-1]) + 1 if len(self.owners) else 0
        total = np.zeros((passages, self.dimension), dtype=np.float32)
        text = np.zeros_like(total)
        owners = self.owners[rows]
        if len(owners):
            starts = np.flatnonzero(np.diff(owners, prepend=-1))
            total[owners[starts]] = np.add.reduceat(self.vectors[rows], starts)
        own = rows & (self.asks < 0)
        text[self.owners[own]] = self.vectors[own]
        return _Sums(text, total)
