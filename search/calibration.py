"""Fitting the numbers of `search.confidence` to questions of which it is known whether the handbook covers them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.ask import Searcher
from search.confidence import Signs, Weights, read_signs
from search.evaluation import Case
from search.question import read_question

_ROUNDS: Final = 20_000
_RATE: Final = 0.5
_RIDGE: Final = 0.5
"""Keeps the weights small: there are a few dozen questions a language."""


def calibrate(searcher: Searcher, cases: Sequence[Case], lang: str) -> Weights:
    """The logistic that tells the covered of *cases* in *lang* from the others, both sides weighing the same."""
    rows = [(_signs(searcher, case), bool(case.expect)) for case in cases if case.lang == lang]
    rows = [(signs, covered) for signs, covered in rows if searcher.mode == "lexical" or signs.cosine]
    values = np.array([[signs.cosine, signs.coverage, signs.strength] for signs, _ in rows])
    covered = np.array([float(one) for _, one in rows])
    weights, bias = _fit(values, covered)
    cosine, coverage, strength = (round(float(weight), 2) for weight in weights)
    return Weights(cosine, coverage, strength, round(bias, 2))


def _signs(searcher: Searcher, case: Case) -> Signs:
    read = read_question(case.question, searcher.index.lexical)
    return read_signs(read, searcher.weigh(read, without=case.without), searcher.index.lexical)


def _fit(values: NDArray[np.float64], covered: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    mean, spread = values.mean(axis=0), values.std(axis=0)
    spread[spread == 0] = np.inf
    scaled = (values - mean) / spread
    share = np.where(covered == 1, 0.5 / covered.sum(), 0.5 / (1 - covered).sum())
    weights, bias = np.zeros(values.shape[1]), 0.0
    for _ in range(_ROUNDS):
        error = (1 / (1 + np.exp(-(scaled @ weights + bias))) - covered) * share
        weights -= _RATE * (scaled.T @ error + _RIDGE * weights / len(covered))
        bias -= _RATE * float(error.sum())
    return weights / spread, bias - float((weights / spread) @ mean)
