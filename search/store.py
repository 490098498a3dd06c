"""Where vectors are kept and compared: the small interface that search needs of it, and the one in this process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from search.encoder import Vectors


class Spread(NamedTuple):
    """What the cosines of all passages come to, also of those that were not compared one by one."""

    mean: float
    deviation: float


class Near(NamedTuple):
    """How near a question is to each passage.

    Attributes:
        text: cosine of what the passage says itself, shape (passages,).
        middle: cosine of the middle of all that is said of it, its asks included: of all vectors tried the one that
            finds most.
        across: the same of what is said of it in the other language: a second opinion on the same matter.
        spreads: the spread of each of these three.
    """

    text: Vectors
    middle: Vectors
    across: Vectors
    spreads: tuple[Spread, Spread, Spread]


class VectorStore(Protocol):
    """Two vectors of each passage in each language, however many asks it has."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""

    def near(
        self,
        vector: Vectors,
        *,
        english: bool,
        without: tuple[int, int] | None = None,
        words: NDArray[np.float64] | None = None,
    ) -> Near:
        """How near each passage is.

        Args:
            vector: a unit vector of shape (dimension,).
            english: whether it is compared with the English of each passage, and not with the Chinese.
            without: an ask that is left out, as (passage, number).
            words: how much the words of each passage speak for it: a store that does not compare all of them compares
                the best by words besides the nearest it knows of, and gives all others one cosine, their mean.
        """

    def sums(self, starts: NDArray[np.intp]) -> Vectors:
        """The middles of the Chinese of the passages of each record added up, shape (records, dimension).

        Args:
            starts: where the passages of each record begin.
        """

    def with_others(self, others: Others) -> VectorStore:
        """The same store, of which an ask can be left out."""


class Others(Protocol):
    """What is said of a passage beside one of its asks."""

    def middle(self, passage: int, ask: int, *, english: bool) -> Vectors:
        """The middle of it in one language, of length one."""


@dataclass(frozen=True)
class ArrayStore:
    """Exact search over arrays.

    Attributes:
        texts: what each passage says itself, of length one, shape (2, passages, dimension); its Chinese is first.
        middles: the middle of all that is said of each passage, of length one; of the same shape.
        others: who knows what remains where an ask is left out; no vector of an ask stands here.
    """

    texts: Vectors
    middles: Vectors
    others: Others | None = None

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self.texts.shape[2])

    def near(
        self,
        vector: Vectors,
        *,
        english: bool,
        without: tuple[int, int] | None = None,
        words: NDArray[np.float64] | None = None,
    ) -> Near:
        """How near each passage is."""
        middle: Vectors = self.middles[int(english)] @ vector
        if without is not None:
            assert self.others is not None
            middle[without[0]] = self.others.middle(*without, english=english) @ vector
        return near_all(self.texts[int(english)] @ vector, middle, self.middles[int(not english)] @ vector)

    def sums(self, starts: NDArray[np.intp]) -> Vectors:
        """The middles of the Chinese of the passages of each record added up."""
        added: Vectors = np.add.reduceat(self.middles[0], starts)
        return added

    def with_others(self, others: Others) -> ArrayStore:
        """The same store, of which an ask can be left out."""
        return replace(self, others=others)


def near_all(text: Vectors, middle: Vectors, across: Vectors) -> Near:
    """The cosines of all passages, every one of them compared."""
    return Near(text, middle, across, (_spread(text), _spread(middle), _spread(across)))


def _spread(cosines: Vectors) -> Spread:
    return Spread(float(cosines.mean()), float(cosines.std())) if len(cosines) else Spread(0.0, 0.0)
