"""The opinion by meaning: what the encoder's vector of a sentence is like."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.encoder import Vectors

NEAREST: Final = 3
"""Of so many of the nearest sentences the mean is taken."""
_BEST_CRY: Final = 30.0
"""What the cosine of a card's nearest cry weighs beside what tells the cards apart."""


@dataclass(frozen=True, slots=True)
class Felt:
    """What the meaning of a sentence says.

    Attributes:
        weighs: how much it means danger; below 0 anything else.
        nearer: by how much it is nearer to cries than to whatever else is said, in cosines.
        cards: for each card the logarithm of how likely it is the one, but for a constant.
    """

    weighs: float
    nearer: float
    cards: Vectors


@dataclass(frozen=True, slots=True)
class Meaning:
    """The opinion by meaning, of one language.

    Attributes:
        danger: what each number of a vector weighs, and the bias: shape (dimension + 1,).
        cards: the same for each card: shape (dimension + 1, cards).
        cries, others: unit vectors of the sentences that were learnt from.
        whose: the card of each cry.
    """

    danger: Vectors
    cards: Vectors
    cries: Vectors
    others: Vectors
    whose: NDArray[np.int32]

    def feel(self, vector: Vectors) -> Felt:
        """What is thought of a sentence by its unit *vector*."""
        sums = vector @ self.cards[:-1] + self.cards[-1]
        cosines = self.cries @ vector
        nearest = np.full(len(sums), -1, dtype=np.float32)
        np.maximum.at(nearest, self.whose, cosines)
        return Felt(
            weighs=float(vector @ self.danger[:-1] + self.danger[-1]),
            nearer=_nearest(cosines) - _nearest(self.others @ vector),
            cards=sums + _BEST_CRY * nearest,
        )


NAMES: Final = tuple(field.name for field in fields(Meaning))
"""The arrays of an opinion."""


def _nearest(cosines: Vectors) -> float:
    many = min(NEAREST, len(cosines))
    return float(np.partition(cosines, len(cosines) - many)[len(cosines) - many :].mean()) if many else 0.0
