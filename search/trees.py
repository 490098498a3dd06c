"""Regression trees: how one number follows from many, without what made them (`bench.boosting`).

Every tree asks three questions, one after the other, of the kind «is this number greater than that one»: seven of them
in all, by the place that the answers before led to. It ends in one of eight gains. The page adds them up as here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

DEPTH: Final = 3
"""How many questions a tree asks before it ends."""
ASKED: Final = 2**DEPTH - 1
ENDS: Final = 2**DEPTH

GRAIN: Final = 10**6

Written = Sequence[tuple[Sequence[int], Sequence[float], Sequence[int]]]
"""Trees as they are kept: for each the numbers that it asks about, the limits, and the gains at its ends."""


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose gains are added up.

    Attributes:
        about: which number each question is about, shape (trees, 7); those after a question that is answered with
            «not greater» and «greater» stand at twice its place and one or two more.
        limits: what it is compared with, of the same shape.
        gains: shape (trees, 8), in millionths: whole numbers, whose sums are the same in every order.
    """

    about: NDArray[np.intp]
    limits: NDArray[np.float64]
    gains: NDArray[np.int64]

    @classmethod
    def of(cls, written: Written) -> Self:
        """The trees of a file."""
        about, limits, gains = zip(*written, strict=True) if written else ((), (), ())
        return cls(
            np.array(about, dtype=np.intp).reshape(-1, ASKED),
            np.array(limits, dtype=np.float64).reshape(-1, ASKED),
            np.array(gains, dtype=np.int64).reshape(-1, ENDS),
        )

    def weigh(self, numbers: NDArray[np.float64]) -> NDArray[np.float64]:
        """The sum of the gains of each row of *numbers*, shape (rows,)."""
        greater = (numbers.T[self.about] > self.limits[:, :, None]).reshape(-1, len(numbers))
        tree, row = np.arange(len(self.about))[:, None], np.arange(len(numbers))
        place = np.zeros((len(self.about), len(numbers)), dtype=np.intp)
        for _ in range(DEPTH):
            place += place + 1 + greater[tree * ASKED + place, row]
        total: NDArray[np.float64] = self.gains.ravel()[tree * ENDS + place - ASKED].sum(axis=0) / GRAIN
        return total
