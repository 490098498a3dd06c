"""Passages in clusters by what they mean, so that of a large library a question looks at the nearest ones only.

k-means in whole numbers, whose sums are the same everywhere: the same passages always give the same clusters. The page
has the middles of all of them, and loads those passages that it looks at (`search/page_vectors.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

MOST: Final = 1_500
"""So many passages are in a cluster at most: about 40 KB."""
LEAST: Final = 16
"""So many clusters are looked at, or one of `SHARE` where there are many of them."""
SHARE: Final = 7
"""In one of so many clusters are .95 of the nearest of 250,000 passages (`bench.page_scale`)."""
UNIT: Final = 1_000
"""The length of a vector whose sums are kept."""

_FILLED: Final = 0.6
"""How full the clusters are on the average, as some have to be larger."""
_ROUNDS: Final = 8
_AT_ONCE: Final = 20_000
_GREATEST: Final = 127
_WIDTH: Final = 254
"""The length of a middle whose passages all mean the same; numbers of a middle are seldom above half of it."""

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Clusters:
    """Passages in clusters.

    Attributes:
        middles: the mean of the passages of each cluster, shape (clusters, dimensions).
        numbers: the passages, cluster by cluster, ascending in each.
        starts: where each cluster begins; one more than there are clusters.
        mean: the mean of all passages as vectors of the length `UNIT`, rounded.
        square: that of their products with themselves, shape (dimensions, dimensions).
    """

    middles: NDArray[np.int8]
    numbers: NDArray[np.intp]
    starts: NDArray[np.intp]
    mean: Whole
    square: Whole

    @property
    def looked_at(self) -> int:
        """How many of them are looked at."""
        return max(LEAST, math.ceil(len(self.middles) / SHARE))

    def nearest(self, vector: Whole, count: int | None = None) -> list[int]:
        """The clusters to look at for *vector*, or *count* of them, nearest first."""
        order = np.argsort(-(self.middles @ vector), kind="stable")
        return list(map(int, order[: self.looked_at if count is None else count]))

    def passages(self, cluster: int) -> NDArray[np.intp]:
        """The passages of a cluster."""
        return self.numbers[self.starts[cluster] : self.starts[cluster + 1]]

    def spread(self, vector: Whole, parts: int) -> tuple[float, float]:
        """The mean of the cosines of all passages, looked at or not, and their spread."""
        length = math.sqrt(int(vector @ vector)) or 1.0
        mean = int(self.mean @ vector) * parts / (UNIT * length)
        square = int(vector @ self.square @ vector) * parts * parts / (UNIT * UNIT * length * length)
        return mean, math.sqrt(max(square - mean * mean, 0.0)) or 1.0


def clusters_of(passages: NDArray[np.int8]) -> Clusters:
    """*passages*, shape (passages, dimensions), in clusters of at most `MOST`."""
    units = _units(passages)
    groups = list(_split(units, np.arange(len(units))))
    square = np.zeros((units.shape[1], units.shape[1]))
    for first in range(0, len(units), _AT_ONCE):
        some = units[first : first + _AT_ONCE].astype(np.float64)
        square += some.T @ some  # whole numbers, far below 2 ** 53
    return Clusters(
        np.stack([_middle(units[group]) for group in groups]),
        np.concatenate(groups),
        np.cumsum([0, *map(len, groups)]),
        np.rint(units.sum(0, dtype=np.int64) / len(units)).astype(np.int64),
        np.rint(square / len(units)).astype(np.int64),
    )


def _units(passages: NDArray[np.int8]) -> NDArray[np.int32]:
    vectors = passages.astype(np.float64)
    lengths = np.sqrt(np.maximum((vectors * vectors).sum(1), 1.0))
    return np.asarray(np.rint(vectors * UNIT / lengths[:, None]), dtype=np.int32)


def _split(units: NDArray[np.int32], numbers: NDArray[np.intp]) -> Iterator[NDArray[np.intp]]:
    """Those *numbers* in groups of at most `MOST`, of which each has what means nearly the same."""
    if len(numbers) <= MOST:
        yield numbers
        return
    own = units[numbers]
    count = max(2, math.ceil(len(numbers) / (_FILLED * MOST)))
    of = _nearest_middles(own, count)
    if not (of != of[0]).any():  # all the same: by their numbers
        of = np.arange(len(numbers)) // MOST
    for cluster in np.unique(of).tolist():
        yield from _split(units, numbers[of == cluster])


def _nearest_middles(units: NDArray[np.int32], count: int) -> NDArray[np.intp]:
    """To which of *count* middles each vector is nearest, which are moved to the middle of theirs some times."""
    middles = np.stack([_middle(unit[None]) for unit in units[:: len(units) // count][:count]])
    of = _nearest(units, middles)
    for _ in range(_ROUNDS):
        for cluster in np.unique(of).tolist():
            middles[cluster] = _middle(units[of == cluster])
        of = _nearest(units, middles)
    return of


def _nearest(units: NDArray[np.int32], middles: NDArray[np.int8]) -> NDArray[np.intp]:
    wide = middles.astype(np.float64)
    lengths = UNIT * (wide * wide).sum(1)
    blocks = (units[first : first + _AT_ONCE] for first in range(0, len(units), _AT_ONCE))
    near = (2 * _WIDTH * (block.astype(np.float64) @ wide.T) - lengths for block in blocks)  # whole numbers
    return np.concatenate([np.argmax(one, axis=1) for one in near])


def _middle(units: NDArray[np.int32]) -> NDArray[np.int8]:
    """The mean of vectors, with `_WIDTH` for a length of one."""
    mean = units.sum(0, dtype=np.int64) * _WIDTH / (UNIT * len(units))
    return np.asarray(np.clip(np.rint(mean), -_GREATEST, _GREATEST), dtype=np.int8)
