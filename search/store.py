"""Where vectors are kept and compared: the small interface that search needs of it, and the one in this process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from search.encoder import Vectors, unit


class Near(NamedTuple):
    """How near a question is to each passage.

    Attributes:
        text: cosine of what the passage says itself, shape (passages,).
        middle: cosine of the middle of all that is said of it, its asks included: of all vectors tried the one that
            finds most.
        across: the same of what is said of it in the other language: a second opinion on the same matter.
    """

    text: Vectors
    middle: Vectors
    across: Vectors


class VectorStore(Protocol):
    """Vectors of passages and asks, each row belonging to a passage."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""

    @property
    def middles(self) -> Vectors:
        """The middle of all that is said of each passage, of length one, shape (2, passages, dimension).

        That of its Chinese is first, then that of its English.
        """

    def near(self, vector: Vectors, *, english: bool, without: tuple[int, int] | None = None) -> Near:
        """How near each passage is.

        Args:
            vector: a unit vector of shape (dimension,).
            english: whether it is compared with the English of each passage, and not with the Chinese.
            without: an ask that is left out, as (passage, number).
        """


@dataclass(frozen=True)
class ArrayStore:
    """Exact search over arrays: two vectors of each passage are compared, however many asks it has.

    Attributes:
        rows: the vectors in 8 bits a number, as they are kept everywhere, shape (rows, dimension); of any length.
        owners: the passage of each row, ascending; every passage has at least one Chinese row.
        asks: which ask of its passage each row is, or -1.
        english: whether each row is English.
        middles: as `VectorStore` has them. Whoever asks does not wait for them: they stand in the index.
    """

    rows: NDArray[np.int8]
    owners: NDArray[np.int32]
    asks: NDArray[np.int32]
    english: NDArray[np.bool_]
    middles: Vectors

    @classmethod
    def of(
        cls, rows: NDArray[np.int8], owners: NDArray[np.int32], asks: NDArray[np.int32], english: NDArray[np.bool_]
    ) -> Self:
        """The store of *rows*, with their middles."""
        store = cls(rows, owners, asks, english, np.zeros((2, 0, rows.shape[1]), dtype=np.float32))
        middles = np.stack([unit(store._totals(store._counted(english=one))) for one in (False, True)])
        return cls(rows, owners, asks, english, middles)

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self.rows.shape[1])

    def near(self, vector: Vectors, *, english: bool, without: tuple[int, int] | None = None) -> Near:
        """How near each passage is."""
        middle: Vectors = self.middles[int(english)] @ vector
        if without is not None:
            middle[without[0]] = self._middle_without(*without, english=english) @ vector
        across = self.middles[int(not english)] @ vector
        return Near((self._english if english else self._chinese) @ vector, middle, across)

    def _middle_without(self, passage: int, ask: int, *, english: bool) -> Vectors:
        its = (self.owners == passage) & self._counted(english=english)
        left = its & (self.asks != ask)
        return unit(unit(self.rows[left]).sum(0))

    @cached_property
    def _chinese(self) -> Vectors:
        return self._texts(english=False)

    @cached_property
    def _english(self) -> Vectors:
        return self._texts(english=True)

    def _texts(self, *, english: bool) -> Vectors:
        """What each passage says itself: one row of each counts, and they stand in the order of passages."""
        return unit(self.rows[self._counted(english=english) & (self.asks < 0)])

    def _totals(self, counted: NDArray[np.bool_]) -> Vectors:
        """The sum of the rows of each passage that are *counted*."""
        total = np.zeros((self._passages, self.dimension), dtype=np.float32)
        owners = self.owners[counted]
        if len(owners):
            starts = np.flatnonzero(np.diff(owners, prepend=-1))
            total[owners[starts]] = np.add.reduceat(unit(self.rows[counted]), starts)
        return total

    def _counted(self, *, english: bool) -> NDArray[np.bool_]:
        """The rows that are in a language; where a passage has no English of its own, its Chinese stands for it."""
        if not english:
            return ~self.english
        own, has = self.asks < 0, np.zeros(self._passages, dtype=np.bool_)
        has[self.owners[self.english & own]] = True
        return self.english | (own & ~has[self.owners])

    @property
    def _passages(self) -> int:
        return int(self.owners[-1]) + 1 if len(self.owners) else 0
