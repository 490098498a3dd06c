"""A logistic regression of two classes or more, fitted by L-BFGS: the same numbers from the same sentences, always."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Objective = Callable[[Numbers], tuple[float, Numbers]]

_STEPS: Final = 120
_REMEMBERED: Final = 8
_SETTLED: Final = 1e-6
_ENOUGH: Final = 1e-4


def minimum(objective: Objective, start: Numbers) -> Numbers:
    """Where the smooth convex *objective*, which gives its value and gradient, is least."""
    place, pairs = start, list[tuple[Numbers, Numbers]]()
    value, gradient = objective(place)
    for _ in range(_STEPS):
        direction = -_bent(gradient, pairs)
        length, slope = 1.0, float(gradient @ direction)
        after, turned = objective(place + direction)
        while after > value + _ENOUGH * length * slope and length > _SETTLED:
            length /= 2
            after, turned = objective(place + length * direction)
        step, change = length * direction, turned - gradient
        if step @ change > 0:
            pairs = [*pairs, (step, change)][-_REMEMBERED:]
        settled = abs(value - after) < _SETTLED * max(1.0, abs(after))
        place, value, gradient = place + step, after, turned
        if settled:
            break
    return place


def _bent(gradient: Numbers, pairs: list[tuple[Numbers, Numbers]]) -> Numbers:
    """The gradient as the curvature that was met so far bends it."""
    if not pairs:
        return gradient / max(1.0, float(np.linalg.norm(gradient)))
    bent, shares = gradient.copy(), []
    for step, change in reversed(pairs):
        share = step @ bent / (change @ step)
        shares.append(share)
        bent -= share * change
    step, change = pairs[-1]
    bent *= step @ change / (change @ change)
    for (step, change), share in zip(pairs, reversed(shares), strict=True):
        bent += (share - change @ bent / (change @ step)) * step
    return bent


@dataclass(frozen=True, slots=True)
class Rows:
    """Sentences by their signs.

    Attributes:
        size: how many signs there are.
        weigh: gives the sum of each sentence from what each sign weighs.
        gather: gives the sum of each sign over all sentences from what each sentence has.
    """

    size: int
    weigh: Callable[[Numbers], Numbers]
    gather: Callable[[Numbers], Numbers]


def fit_two(rows: Rows, is_first: Numbers, counts: Numbers, ridge: float) -> Numbers:
    """Weights of the signs of *rows*, and a bias after them, that tell the first class from the second.

    Args:
        rows: the sentences.
        is_first: 1 or 0 for each of them.
        counts: what each counts.
        ridge: how much large weights cost.
    """

    def objective(place: Numbers) -> tuple[float, Numbers]:
        weights, sums = place[:-1], rows.weigh(place[:-1]) + place[-1]
        error = counts * (1 / (1 + np.exp(-sums)) - is_first)
        loss = float((counts * (np.logaddexp(0, sums) - is_first * sums)).sum() + ridge / 2 * weights @ weights)
        return loss, np.append(rows.gather(error) + ridge * weights, error.sum())

    return minimum(objective, np.zeros(rows.size + 1))


def fit_many(rows: NDArray[Any], classes: NDArray[np.intp], count: int, ridge: float) -> Numbers:
    """Weights, shape (signs + 1, *count*), the last row the biases, that tell the *classes* of *rows* apart."""
    wanted = np.eye(count)[classes]

    def objective(place: Numbers) -> tuple[float, Numbers]:
        weights = place.reshape(-1, count)
        sums = rows @ weights[:-1] + weights[-1]
        sums -= sums.max(axis=1, keepdims=True)
        logs = sums - np.log(np.exp(sums).sum(axis=1, keepdims=True))
        error = np.exp(logs) - wanted
        turned = np.vstack([rows.T @ error + ridge * weights[:-1], error.sum(axis=0)])
        return float(-(wanted * logs).sum() + ridge / 2 * (weights[:-1] ** 2).sum()), turned.ravel()

    return minimum(objective, np.zeros((rows.shape[1] + 1) * count)).reshape(-1, count)
