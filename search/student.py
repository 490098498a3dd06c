"""The student: what a question means without an encoder, roughly: the sum of what its tokens mean.

It was taught what the encoder makes of the asks of the library (`search/student_learning.py`). The page has it too
(`site/docs/assets/offline-student.js`): all is in small whole numbers, whose sums are the same everywhere, and what is
divided is divided in the same order.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.clusters import Clusters, clusters_of
from search.lexical import LexicalIndex, Scores

BITS: Final = 3
"""Each number of a passage is kept in so many bits, from -3 to 3: with four no more is found."""
TOKEN_BITS: Final = 4
"""Each number of a token, from -7 to 7, and doubled as often as its token says."""
LARGE: Final = 40_000
"""Up to so many passages are all looked at: the page has them in the index."""
PARTS: Final = 1 << 15
"""A cosine is counted in so many parts of one."""

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Gist:
    """What a question means, as the student has it; all 0 where it knows none of its tokens."""

    vector: Whole


@dataclass(frozen=True)
class Student:
    """What tokens and passages mean, in an index.

    Attributes:
        terms: the numbers of the terms of the index that it knows, ascending.
        tokens: what each of them means, shape (terms, dimensions); numbers that `coarse` gave.
        passages: what is said of each passage in both languages, shape (passages, dimensions).
    """

    terms: NDArray[np.int32]
    tokens: NDArray[np.int8]
    passages: NDArray[np.int8]

    @property
    def dimensions(self) -> int:
        """Numbers in a vector."""
        return int(self.tokens.shape[1])

    def of_terms(self, numbers: Iterable[int]) -> tuple[list[int], NDArray[np.int8]]:
        """Which of the terms of these *numbers* it knows, by their place, and what they mean."""
        known = [(place, self._places[number]) for place, number in enumerate(numbers) if number in self._places]
        return [place for place, _ in known], self.tokens[[row for _, row in known]]

    def gist(self, tokens: Iterable[str], lexical: LexicalIndex) -> Gist:
        """What *tokens* mean together, without repetition."""
        known = (self._places.get(lexical.number(token)) for token in dict.fromkeys(tokens) if lexical.knows(token))
        rows = [place for place in known if place is not None]
        return Gist(self.tokens[rows].sum(0, dtype=np.int64))

    def near(self, gist: Gist, passages: NDArray[np.intp] | slice = slice(None)) -> Whole:
        """The cosine of each of *passages*, in `PARTS`."""
        length = math.sqrt(int(gist.vector @ gist.vector)) or 1.0
        products = self._passages[passages] @ gist.vector
        cosines: Whole = np.floor(products * PARTS / (self._lengths[passages] * length) + 0.5).astype(np.int64)
        return cosines

    def meant(self, gist: Gist) -> tuple[Scores, float]:
        """How near each passage is, as so many times their spread above their mean; and the best cosine.

        In a large library only the nearest clusters are looked at: all others are as near as their mean.
        """
        if self.clusters is None:
            cosines = self.near(gist)
            return standard(cosines), float(cosines.max(initial=0)) / PARTS
        looked_at = np.concatenate(list(map(self.clusters.passages, self.clusters.nearest(gist.vector))))
        cosines = self.near(gist, looked_at)
        mean, spread = self.clusters.spread(gist.vector, PARTS)
        count = len(self.passages)
        others = (count * mean - int(cosines.sum())) / max(1, count - len(cosines))
        scores = np.full(count, (others - mean) / spread)
        scores[looked_at] = (cosines - mean) / spread
        return scores, float(cosines.max(initial=0)) / PARTS

    @cached_property
    def clusters(self) -> Clusters | None:
        """The passages in clusters, where there are more than `LARGE`."""
        return clusters_of(self.passages) if len(self.passages) > LARGE else None

    @cached_property
    def _places(self) -> dict[int, int]:
        return {number: place for place, number in enumerate(self.terms.tolist())}

    @cached_property
    def _passages(self) -> NDArray[np.float64]:
        """In floats, which hold whole numbers as well and are multiplied faster."""
        return self.passages.astype(np.float64)

    @cached_property
    def _lengths(self) -> Scores:
        squares: Scores = (self._passages * self._passages).sum(1)
        lengths: Scores = np.sqrt(np.maximum(squares, 1.0))
        return lengths


def greatest_of(bits: int) -> int:
    """The greatest number that is kept in so many bits."""
    return (1 << bits - 1) - 1


def shifts_of(tokens: NDArray[np.int8]) -> NDArray[np.uint8]:
    """How often each row of numbers is halved until it fits into four bits."""
    greatest = np.abs(tokens.astype(np.int16)).max(1, initial=0)
    return np.asarray(
        np.sum([greatest > greatest_of(TOKEN_BITS) << shift for shift in range(4)], axis=0), dtype=np.uint8
    )


def coarse(tokens: NDArray[np.int8]) -> NDArray[np.int8]:
    """Rows of numbers as four bits and a shift can hold them."""
    shifts, most = shifts_of(tokens)[:, None].astype(np.float64), greatest_of(TOKEN_BITS)
    halved = np.clip(np.rint(tokens / 2**shifts), -most, most)
    return (halved * 2**shifts).astype(np.int8)


def standard(cosines: Whole) -> Scores:
    """*cosines* as so many times their spread above their mean."""
    count = len(cosines) or 1
    mean = float(cosines.sum()) / count
    variance = float((cosines * cosines).sum()) / count - mean * mean
    return np.asarray((cosines - mean) / (math.sqrt(max(variance, 0.0)) or 1.0), dtype=np.float64)
