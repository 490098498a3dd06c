"""Fit `search/weights.json`: how much each sign counts, from the tuning half of the frozen questions.

`python -m bench.ranking` reads the index of this library (`handbook build --only index`) and writes the file; the
reported half is never looked at. Softmax over passages: as much as can be of it on the records that answer, and, for
the weights of parts, on the parts that do.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]  # it has no stubs of its own

from schemas.words import LANGUAGES
from search.ask import Searcher, open_searcher
from search.index import Index
from search.question import read_question
from search.questions import FILE, Case, read_questions
from search.signs import NAMES, Way
from search.weighing import FILE as WEIGHTS
from search.weighing import sort_of

_RIDGE: Final = 0.003
"""How much weights are held small; chosen by two-fold cross-validation within the tuning half."""
_GROUPS: Final = ("tune", "tune/typo", "tune/calm")
_NEAR: Final = 40
"""Records that are told apart: the others are far off with any weights."""
_DIGITS: Final = 3
_LEAST: Final = 0.05
"""Gains of a sort below this are left out of the file."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A question: its signs, shape (passages, signs), and which passages answer, by record and by part."""

    signs: Array
    sorts: NDArray[np.intp]
    by_record: NDArray[np.bool_]
    by_part: NDArray[np.bool_]
    records: NDArray[np.intp]


def examples(searcher: Searcher, cases: Iterable[Case], *, home: bool) -> Iterator[Example]:
    """An example of each question of which an answer is written, with what may answer it."""
    index = searcher.index
    names = sorts_of(index)
    sorts = np.array([names.index(sort_of(passage)) for passage in index.passages])
    records = {record: number for number, record in enumerate(index.records)}
    record_of = np.array([records[passage.record] for passage in index.passages])
    for case in cases:
        handbook = case.handbook if home else None
        read = read_question(case.question, index.lexical)
        evidence = searcher.weigh(read, handbook)
        near = [records[index.passages[number].record] for number in searcher.choose(evidence, _NEAR)]
        taken = np.flatnonzero(np.isin(record_of, near))
        yield Example(
            evidence.signs.rows[:, taken].T, sorts[taken],
            np.array([index.passages[number].record in case.records for number in taken]),
            np.array([case.is_answered_at(p.record, p.part) for p in (index.passages[number] for number in taken)]),
            record_of[taken],
        )  # fmt: skip


def sorts_of(index: Index) -> list[str]:
    """The sorts of the passages of an index."""
    return sorted({sort_of(passage) for passage in index.passages})


def fit(loss: Callable[[Array, Example], tuple[float, Array]], given: Sequence[Example], sorts: int) -> Array:
    """The weights of signs, then of sorts, that make *loss* least over the examples."""

    def total(weights: Array) -> tuple[float, Array]:
        each = [loss(weights, example) for example in given]
        ridge = _RIDGE * float(weights @ weights)
        return sum(one for one, _ in each) / len(each) + ridge, sum(g for _, g in each) / len(each) + (
            2 * _RIDGE * weights
        )

    start = np.zeros(len(NAMES) + sorts)
    start[:4] = 1.0
    found: Array = minimize(total, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return found


def of_records(weights: Array, example: Example) -> tuple[float, Array]:
    """The loss of an example, and its gradient: how little of the softmax is on the records that answer."""
    return _softmax(weights, example, np.ones(len(example.sorts), dtype=np.bool_), example.by_record)


def of_parts(weights: Array, example: Example) -> tuple[float, Array]:
    """The same among the parts of each record that answers."""
    loss, gradient = 0.0, np.zeros_like(weights)
    for record in np.unique(example.records[example.by_part]):
        among = example.records == record
        if not (among & ~example.by_part).any():
            continue
        one, its = _softmax(weights, example, among, example.by_part & among)
        loss, gradient = loss + one, gradient + its
    return loss, gradient


def _softmax(
    weights: Array, example: Example, among: NDArray[np.bool_], right: NDArray[np.bool_]
) -> tuple[float, Array]:
    gradient = np.zeros_like(weights)
    if not right.any():
        return 0.0, gradient
    signs, sorts, right = example.signs[among], example.sorts[among], right[among]
    scores = signs @ weights[: len(NAMES)] + weights[len(NAMES) :][sorts]
    powers = np.exp(scores - scores.max())
    share, of_right = powers / powers.sum(), np.where(right, powers, 0.0) / powers[right].sum()
    away = share - of_right
    gradient[: len(NAMES)] = away @ signs
    gradient[len(NAMES) :] = np.bincount(sorts, weights=away, minlength=len(weights) - len(NAMES))
    return -float(np.log(powers[right].sum() / powers.sum())), gradient


def searchers(root: Path) -> Mapping[Way, Searcher]:
    """A searcher for each way in which questions are compared."""
    searcher = open_searcher(root)
    index = searcher.index
    return {"vectors": searcher, "student": Searcher(index, student=True), "words": Searcher(index)}


def cases_to_fit(root: Path, index: Index) -> list[Case]:
    """The questions of the tuning half of which a record of *index* is an answer."""
    written = set(index.records)
    return [case for case in read_questions(root / FILE) if case.group in _GROUPS and case.records & written]


def main() -> None:
    """Fit all weights and write them."""
    root = Path.cwd()
    ways = searchers(root)
    index = ways["vectors"].index
    cases, sorts = cases_to_fit(root, index), sorts_of(index)
    fitted: dict[str, Any] = {}
    for way, asked_by in ways.items():
        for lang in LANGUAGES:
            asked = [case for case in cases if case.lang == lang]
            home, library = (list(examples(asked_by, asked, home=home)) for home in (True, False))
            aims = {"home": (of_records, home), "library": (of_records, library), "part": (of_parts, home)}
            fitted.setdefault(way, {})[lang] = {
                aim: _written(fit(loss, given, len(sorts)), sorts) for aim, (loss, given) in aims.items()
            }
            sys.stdout.write(f"{way} {lang}: {len(asked)} questions\n")
    WEIGHTS.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


def _written(weights: Array, sorts: Sequence[str]) -> list[Any]:
    gains = zip(sorts, weights[len(NAMES) :], strict=True)
    return [
        [round(float(weight), _DIGITS) for weight in weights[: len(NAMES)]],
        {sort: round(float(gain), 2) for sort, gain in gains if abs(gain) >= _LEAST},
    ]


if __name__ == "__main__":
    main()
