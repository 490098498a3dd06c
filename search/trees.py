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


_ALL_ENDS: Final = 2**ENDS - 1
_WITHOUT_LEFT: Final = (0b11110000, 0b11111100, 0b11001111, 0b11111110, 0b11111011, 0b11101111, 0b10111111)
"""For each question the ends that are left, as bits from the lowest, once it is answered with «greater»."""
_LOWEST: Final = np.array([0, *((ends & -ends).bit_length() - 1 for ends in range(1, _ALL_ENDS + 1))])
"""For each set of ends the first of them."""


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose gains are added up.

    They are not walked down. Every «greater» rules ends out, and of those that nothing rules out the first is where the
    walk would end; what a number rules out in all trees together is one row of a table, found by its place among the
    limits it is compared with.

    Attributes:
        limits: for each number the limits that it is compared with in any tree, ascending.
        left: for each number and each place among its limits the ends that are left, shape (places, trees); eight ends
            are the bits of a byte.
        gains: for each tree and each set of ends the gain of the first, flat, in millionths: whole numbers, whose sums
            are the same in every order.
        starts: where the gains of each tree begin.
    """

    limits: Sequence[NDArray[np.float64]]
    left: Sequence[NDArray[np.uint8]]
    gains: NDArray[np.int32]
    starts: NDArray[np.intp]

    @classmethod
    def of(cls, written: Written) -> Self:
        """The trees of a file: the questions after one that is answered stand at twice its place and one or two more.

        After «not greater» one more, after «greater» two.
        """
        asked, compared, given = zip(*written, strict=True) if written else ((), (), ())
        about = np.array(asked, dtype=np.intp).reshape(-1, ASKED)
        limits = np.array(compared, dtype=np.float64).reshape(-1, ASKED)
        gains = np.array(given, dtype=np.int32).reshape(-1, ENDS)
        numbers = range(int(about.max(initial=-1)) + 1)
        sorts = [np.unique(limits[about == number]) for number in numbers]
        left = [_ends_left(sorts[number], np.where(about == number, limits, np.inf)) for number in numbers]
        return cls(sorts, left, gains[:, _LOWEST].ravel(), np.arange(len(about)) * len(_LOWEST))

    def weigh(self, numbers: NDArray[np.float64]) -> NDArray[np.float64]:
        """The sum of the gains of each row of *numbers*, shape (rows,)."""
        left = np.full((len(numbers), len(self.starts)), _ALL_ENDS, dtype=np.uint8)
        for limits, ends, column in zip(self.limits, self.left, numbers.T, strict=False):
            if len(limits):
                left &= ends[np.searchsorted(limits, column)]
        total: NDArray[np.float64] = self.gains.take(left + self.starts).sum(axis=1, dtype=np.int64) / GRAIN
        return total


def _ends_left(limits: NDArray[np.float64], asked: NDArray[np.float64]) -> NDArray[np.uint8]:
    """What is left of each tree above none of *limits*, above the first, and so on; *asked* are those of questions."""
    left = np.full((len(limits) + 1, len(asked)), _ALL_ENDS, dtype=np.uint8)
    for tree, question in zip(*np.nonzero(np.isfinite(asked)), strict=True):
        left[np.searchsorted(limits, asked[tree, question]) + 1 :, tree] &= _WITHOUT_LEFT[question]
    return left
