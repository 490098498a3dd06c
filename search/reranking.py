"""The records that come nearest are looked at again: how each passage stands among them, which no sum of signs says.

Signs are summed for the whole library in a moment (`search.weighing`). Among the passages of the `NEAR` best records
regression trees then say the order: what is best of its record or of all by one sign and far behind by another. They
are fitted to the tuning half of the frozen questions by `python -m bench.reranking`, which writes `trees.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from search.lexical import Scores, first_of_each
from search.signs import NAMES, Signs, Way, best_of_each
from search.trees import Trees, Written
from search.weighing import Weighed

FILE: Final = Path(__file__).with_name("trees.json")

NEAR: Final = 20
"""How many records are looked at again."""

Of = Literal["record", "part"]
"""What is put in order: which record answers, or which part of it."""

OWN: Final = ("words", "text", "middle", "across", "covered", "start", "fact")
"""The signs that count as they are."""
BESIDE_ALL: Final = (
    "words", "text", "middle", "across", "record", "whole", "covered_by_record", "said_by_record", "covered",
)  # fmt: skip
"""Those that count by how far they are behind the best."""
BESIDE_ITS_OWN: Final = ("words", "text", "middle", "across", "covered")
"""Those that count by how far they are behind the best of the same record."""
_OWN, _BESIDE_ALL, _BESIDE_ITS_OWN = ([*map(NAMES.index, names)] for names in (OWN, BESIDE_ALL, BESIDE_ITS_OWN))
"""The rows of `Signs.rows` that each of them is."""
FEATURES: Final = len(OWN) + len(BESIDE_ALL) + len(BESIDE_ITS_OWN) + 6
"""Besides: the size of its record, its place there, the gain of its sort, whether the handbook is known, and how far
its sum is behind the best, and behind the best of its record."""


class Standing:
    """Says how passages stand among others, for one index; what it needs of the index is worked out once."""

    def __init__(self, record_of: NDArray[np.intp], firsts: NDArray[np.intp]) -> None:
        self._record_of, self._firsts = record_of, firsts
        self._sizes = np.bincount(record_of, minlength=len(firsts)).astype(np.float64)
        self._places = (np.arange(len(record_of)) - firsts[record_of]) / self._sizes[record_of]

    def near(self, scores: Scores) -> NDArray[np.intp]:
        """The passages of the `NEAR` records with the best *scores*, ascending; `-inf` is none."""
        best = best_of_each(scores, self._firsts)
        nearest = [record for record in np.argsort(-best, kind="stable")[:NEAR] if np.isfinite(best[record])]
        return np.flatnonzero(np.isin(self._record_of, nearest))

    def read(
        self, signs: Signs, weighed: Sequence[Weighed], taken: NDArray[np.intp], *, at_home: bool
    ) -> Sequence[NDArray[np.float64]]:
        """The features of the passages *taken*, ascending, by each of *weighed*; of shape (taken, FEATURES)."""
        records, rows = self._record_of[taken], signs.rows[:, taken]
        groups = _Groups.of(records)
        about = np.stack([self._sizes[records], self._places[taken]])
        compared = np.concatenate([
            rows[_OWN], _behind(rows[_BESIDE_ALL]), groups.behind(rows[_BESIDE_ITS_OWN]), about,
        ])  # fmt: skip
        return [
            np.concatenate([
                compared, one.gains[None, taken], np.full((1, len(taken)), float(at_home)),
                _behind(one.scores[None, taken]), groups.behind(one.scores[None, taken]),
            ]).T
            for one in weighed
        ]  # fmt: skip


class _Groups(NamedTuple):
    """Passages by their records: where each record begins among them, and how many of its passages there are."""

    starts: NDArray[np.intp]
    sizes: NDArray[np.intp]

    @classmethod
    def of(cls, records: NDArray[np.intp]) -> Self:
        """Those of passages of *records*, which stand together."""
        starts = first_of_each(records)
        return cls(starts, np.diff(starts, append=len(records)))

    def behind(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """How far each is behind the best of its record, sign by sign."""
        if not len(self.starts):
            return rows
        best: NDArray[np.float64] = np.maximum.reduceat(rows, self.starts, axis=1).repeat(self.sizes, axis=1)
        return rows - best


def _behind(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    behind: NDArray[np.float64] = rows - rows.max(axis=1, keepdims=True, initial=-np.inf)
    return behind


@cache
def trees_of(of: Of, lang: str, way: Way) -> Trees:
    """The trees in use."""
    return Trees.of(read_trees()[way][lang][of])


@cache
def read_trees() -> Mapping[str, Mapping[str, Mapping[str, Written]]]:
    """The file, as it stands: way → language → what is put in order → trees."""
    written: Mapping[str, Mapping[str, Mapping[str, Written]]] = json.loads(FILE.read_text(encoding="utf-8"))
    return written
