"""The opinion by meaning: what the encoder's vector of a sentence is like."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.encoder import Vectors, unit

NEAREST: Final = 3
"""Of so many of the nearest sentences the mean is taken."""
_APART, _NEAR = 0.75, 30.0
"""What tells the cards apart weighs, and the nearness of a card's cries, when it is asked which card it is."""


@dataclass(frozen=True, slots=True)
class Felt:
    """What the meaning of a sentence says.

    Attributes:
        weighs: how much it means danger; below 0 anything else.
        nearer: by how much it is nearer to cries than to whatever else is said, in cosines.
    """

    weighs: float
    nearer: float


@dataclass(frozen=True)
class Meaning:
    """The opinion by meaning, of one language.

    Attributes:
        mean: what all sentences of the language have in common; the vectors of sentences here are less it, and of
            length one.
        danger: what each number of a vector weighs, and the bias: shape (dimension + 1,).
        cards: the same for each card: shape (dimension + 1, cards).
        own: where the cries of the language begin and end among those of both.
        others: what else is said.
        spoken: the cries of both languages.
        whose: the card of each of them.
    """

    mean: Vectors
    danger: Vectors
    cards: Vectors
    own: NDArray[np.int32]
    others: Vectors
    spoken: Vectors
    whose: NDArray[np.int32]

    def feel(self, vector: Vectors) -> Felt:
        """What is thought of a sentence by its unit *vector*."""
        centred, cries = unit(vector - self.mean), self.spoken[self.own[0] : self.own[1]]
        return Felt(
            weighs=float(vector @ self.danger[:-1] + self.danger[-1]),
            nearer=float(nearest(cries @ centred) - nearest(self.others @ centred)),
        )

    def tell_apart(self, vector: Vectors) -> Vectors:
        """For each card the logarithm of how likely it is the one, but for a constant."""
        by_card = np.full(self._places[1].shape, -1, dtype=np.float32)
        by_card[self._places[0], self._places[2]] = self.spoken @ unit(vector - self.mean)
        told: Vectors = _APART * (vector @ self.cards[:-1] + self.cards[-1]) + _NEAR * nearest(by_card)
        return told

    @cached_property
    def _places(self) -> tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.intp]]:
        """For each cry its card, and its place among those of the card; and a table that has all places."""
        order = np.argsort(self.whose, kind="stable")
        place = np.empty(len(order), dtype=np.intp)
        place[order] = np.arange(len(order)) - np.searchsorted(self.whose[order], self.whose[order])
        table = np.zeros((self.cards.shape[1], max(NEAREST, int(place.max(initial=0)) + 1)), dtype=np.bool_)
        return self.whose, table, place


NAMES: Final = tuple(field.name for field in fields(Meaning))
"""The arrays of an opinion."""
SHARED: Final = ("spoken", "whose")
"""Those that are the same in both languages."""


def nearest(cosines: Vectors) -> Vectors:
    """The mean of the greatest of the last axis."""
    many = min(NEAREST, cosines.shape[-1])
    greatest: Vectors = np.partition(cosines, cosines.shape[-1] - many)[..., cosines.shape[-1] - many :].mean(axis=-1)
    return greatest
