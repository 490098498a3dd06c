"""What the cosines of all passages come to, without comparing them: from their mean and covariance.

The spread of the cosines of any question is exact, as that of `search.clusters` is; whole vectors are not needed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.encoder import Vectors
from search.store import Spread

_AT_ONCE: Final = 20_000


@dataclass(frozen=True, slots=True)
class Moments:
    """The first two moments of some vectors.

    Attributes:
        mean: shape (dimension,).
        covariance: shape (dimension, dimension); around the mean, so that 32 bits of a number will do.
    """

    mean: NDArray[np.float64]
    covariance: Vectors

    def spread(self, vector: Vectors) -> Spread:
        """The mean of the products of *vector* with all of them, and their deviation from it."""
        wide = vector.astype(np.float64)
        return Spread(float(self.mean @ wide), math.sqrt(max(float(wide @ (self.covariance @ wide)), 0.0)))


def moments_of(vectors: Vectors) -> Moments:
    """The moments of *vectors*, shape (n, dimension)."""
    count = max(1, len(vectors))
    mean = vectors.sum(0, dtype=np.float64) / count
    covariance = np.zeros((vectors.shape[1], vectors.shape[1]))
    for first in range(0, len(vectors), _AT_ONCE):
        around = vectors[first : first + _AT_ONCE] - mean
        covariance += around.T @ around
    return Moments(mean, (covariance / count).astype(np.float32))
