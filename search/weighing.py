"""How much each sign counts: weights fitted to the tuning half of the frozen questions, by `python -m bench.ranking`.

There are weights for which record answers, and others for which part of it does; for each language, for search with
vectors, by the student and by words alone, and for somebody whose handbook is known and somebody who looks through the
whole library.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from search.lexical import Scores
from search.passages import Passage
from search.signs import Signs, Way

FILE: Final = Path(__file__).with_name("weights.json")

Aim = Literal["home", "library", "part"]
"""What is weighed: records for somebody whose handbook is known, records of the whole library, parts of a record."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of one aim.

    Attributes:
        signs: one for each of `NAMES`.
        sorts: what a passage gains by its sort, as `sort_of` gives it; 0 where it is not named.
    """

    signs: tuple[float, ...]
    sorts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the passages have by the sum of their signs.

    Attributes:
        scores: shape (passages,).
        gains: what of it comes from their sorts.
    """

    scores: Scores
    gains: Scores


def sort_of(passage: Passage) -> str:
    """What a passage is: `procedures/step`, `forms/whole`; a piece that nothing can point at is `policies/piece`."""
    return f"{passage.kind}/{passage.sort}"


@cache
def weights_of(aim: Aim, lang: str, way: Way) -> Weights:
    """The weights in use."""
    signs, sorts = read_weights()[way][lang][aim]
    return Weights(tuple(signs), sorts)


@cache
def read_weights() -> Mapping[str, Mapping[str, Mapping[str, tuple[Sequence[float], Mapping[str, float]]]]]:
    """The file, as it stands: way → language → aim → [signs, sorts]."""
    weights: Mapping[str, Mapping[str, Mapping[str, tuple[Sequence[float], Mapping[str, float]]]]] = json.loads(
        FILE.read_text(encoding="utf-8")
    )
    return weights


class Weigher:
    """Weighs the signs of the passages of one index."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        sorts = [sort_of(passage) for passage in passages]
        self._names = sorted(set(sorts))
        numbers = {name: number for number, name in enumerate(self._names)}
        self._sorts: NDArray[np.intp] = np.array([numbers[sort] for sort in sorts], dtype=np.intp)

    def weigh(self, signs: Signs, weights: Weights) -> Weighed:
        """What each passage has; summed sign by sign, as the page does, so that ties stay ties."""
        gains = np.array([weights.sorts.get(name, 0.0) for name in self._names], dtype=np.float64)[self._sorts]
        scores: Scores = gains.copy()
        for weight, row in zip(weights.signs, signs.rows, strict=True):
            scores += weight * row
        return Weighed(scores, gains)
