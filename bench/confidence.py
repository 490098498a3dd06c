"""Fit `search/confidence.json`: how sure an answer is, from the tuning half of the frozen questions.

`python -m bench.confidence` reads the index of this library (`handbook build --only index`), after `bench.ranking`. Of
the questions that a handbook answers as many as `_KEPT` are not refused, and of those near to its matter as few as
`_ANSWERED` are answered. A question off the matter is asked of the handbook that it would find.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]  # it has no stubs of its own

from bench.ranking import searchers
from schemas.words import LANGUAGES
from search.ask import Searcher
from search.confidence import ANSWERED, FILE, NAMES, UNSURE, read_signs
from search.question import read_question
from search.questions import FILE as QUESTIONS
from search.questions import Case, read_questions

_REAL: Final = ("tune", "tune/typo")
_NEAR: Final = ("tune/near",)
_OFF: Final = (*_NEAR, "tune/off-topic")
_KEPT: Final = 0.97
_ANSWERED: Final = 0.05
_RIDGE: Final = 1e-3
_LEAST_GAP: Final = 0.2
_DIGITS: Final = 4

Array = NDArray[np.float64]


def signs_of(searcher: Searcher, case: Case, *, home: bool) -> tuple[list[float], str] | None:
    """The signs of a question with the language it is read in; None where its code settles it."""
    read = read_question(case.question, searcher.index.lexical)
    vector = searcher.meaning(read)
    evidence = searcher.weigh_by(read, vector)
    if evidence.coded or not read.tokens:
        return None
    if home:
        found = searcher.index.passages[int(evidence.scores.argmax())].handbook or None
        evidence = searcher.weigh_by(read, vector, case.handbook if case.expect else found)
    return read_signs(read, evidence, searcher.index.lexical), read.lang


def fit(real: Array, off: Array, near: Array) -> Array:
    """The weights and the bias that tell *real* from *off*, scaled so that the levels hold for *near*, a part of it."""
    signs = np.concatenate([real, off])
    middle, spread = signs.mean(0), signs.std(0) + 1e-9
    standard = np.hstack([(signs - middle) / spread, np.ones((len(signs), 1))])
    side = np.r_[np.ones(len(real)), -np.ones(len(off))]
    share = np.r_[np.full(len(real), 0.5 / len(real)), np.full(len(off), 0.5 / len(off))]

    def loss(weights: Array) -> float:
        return float((share * np.logaddexp(0, -(standard @ weights) * side)).sum() + _RIDGE * (weights[:-1] ** 2).sum())

    found: Array = minimize(loss, np.zeros(standard.shape[1]), method="L-BFGS-B").x
    kept, closest = (np.hstack([(some - middle) / spread, np.ones((len(some), 1))]) @ found for some in (real, near))
    answered = float(np.quantile(closest, 1 - _ANSWERED))
    refused = min(float(np.quantile(kept, 1 - _KEPT)), answered - _LEAST_GAP)
    scale = -math.log(UNSURE / (1 - UNSURE)) / (answered - refused)
    weights: Array = np.append(found[:-1] / spread * scale, 0.0)
    weights[-1] = (found[-1] - answered) * scale - float(weights[:-1] @ middle)
    return weights


def main() -> None:
    """Fit all weights, write them, and say what they do to the tuning half."""
    root = Path.cwd()
    ways = searchers(root)
    written = set(ways["vectors"].index.records)
    cases = [case for case in read_questions(root / QUESTIONS) if not case.expect or case.records & written]
    fitted: dict[str, Any] = {}
    for way, searcher in ways.items():
        for aim in ("home", "library"):
            given = [(case, signs_of(searcher, case, home=aim == "home")) for case in cases]
            for lang in LANGUAGES:
                real, off, near = (_of(given, lang, groups) for groups in (_REAL, _OFF, _NEAR))
                weights = fit(real, off, near)
                fitted.setdefault(way, {}).setdefault(lang, {})[aim] = [round(float(w), _DIGITS) for w in weights]
                said = [_share(group, weights) for group in (real, near)]
                sys.stdout.write(f"{way} {aim} {lang}: real {said[0]}, near {said[1]}\n")
    FILE.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


def _of(given: Sequence[tuple[Case, tuple[list[float], str] | None]], lang: str, groups: Sequence[str]) -> Array:
    rows = [signs[0] for case, signs in given if signs is not None and signs[1] == lang and case.group in groups]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(NAMES))


def _share(signs: Array, weights: Array) -> str:
    sure = 1 / (1 + np.exp(-(signs @ weights[:-1] + weights[-1])))
    return f"{(sure >= ANSWERED).mean():.3f} answered, {(sure < UNSURE).mean():.3f} refused of {len(sure)}"


if __name__ == "__main__":
    main()
