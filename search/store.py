"""Where vectors are kept and compared: the small interface that search needs of it, and the one in this process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from search.encoder import Vectors


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
    """Two vectors of each passage in each language, however many asks it has."""

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


class Others(Protocol):
    """What is said of a passage beside one of its asks."""

    def middle(self, passage: int, ask: int, *, english: bool) -> Vectors:
        """The middle of it in one language, of length one."""


@dataclass(frozen=True)
class ArrayStore:
    """Exact search over arrays.

    Attributes:
        texts: what each passage says itself, of length one, shape (2, passages, dimension); its Chinese is first.
        middles: as `VectorStore` has them.
        others: who knows what remains where an ask is left out; no vector of an ask stands here.
    """

    texts: Vectors
    middles: Vectors
    others: Others | None = None

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self.texts.shape[2])

    def near(self, vector: Vectors, *, english: bool, without: tuple[int, int] | None = None) -> Near:
        """How near each passage is."""
        middle: Vectors = self.middles[int(english)] @ vector
        if without is not None:
            assert self.others is not None
            middle[without[0]] = self.others.middle(*without, english=english) @ vector
        return Near(self.texts[int(english)] @ vector, middle, self.middles[int(not english)] @ vector)
