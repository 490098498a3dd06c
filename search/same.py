"""The same matter in several handbooks: one answer, which names the other places that it stands at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from search.encoder import Vectors, unit
from search.index import Index
from search.ranking import Evidence

ALIKE: Final = 0.45
"""From this cosine on two records are on the same matter: by eye of 492 pairs of handbooks, two complaint procedures or
two registers of keys are above it, a procedure and a course about it below."""

REACH: Final = 2.0
"""How far one may score below the other, to stand with it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that answers, and those of other handbooks that say the same."""

    passage: int
    also: tuple[int, ...] = ()

    @property
    def places(self) -> tuple[int, ...]:
        """All of them."""
        return (self.passage, *self.also)


class Sameness:
    """Knows which records of an index are on the same matter; without vectors none are."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._numbers = {record: number for number, record in enumerate(index.records)}

    def fold(self, chosen: Sequence[int], evidence: Evidence, top: int) -> list[Found]:
        """The first *top* answers of *chosen*, each with the others that are the same matter in another handbook."""
        groups: list[list[int]] = []
        scores = {number: self._score(number, evidence) for number in chosen}
        for number in chosen:
            group = next((one for one in groups if self._belongs(number, one, scores)), None)
            if group is not None:
                group.append(number)
            else:
                groups.append([number])
        return [Found(first, tuple(others)) for first, *others in groups[:top]]

    def _belongs(self, number: int, group: Sequence[int], scores: Mapping[int, float]) -> bool:
        passages, first = self._index.passages, group[0]
        if scores[first] - scores[number] > REACH or passages[number].kind != passages[first].kind:
            return False
        handbooks = {passages[one].handbook for one in group}
        if not passages[number].handbook or passages[number].handbook in handbooks or "" in handbooks:
            return False
        return self._alike(number, first)

    def _score(self, number: int, evidence: Evidence) -> float:
        numbers = self._index.records[self._index.passages[number].record]
        return float(evidence.scores[numbers.start : numbers.stop].max())

    def _alike(self, one: int, other: int) -> bool:
        if self.middles is None:
            return False
        first, second = (self.middles[self._numbers[self._index.passages[number].record]] for number in (one, other))
        return float(first @ second) >= ALIKE

    @cached_property
    def middles(self) -> Vectors | None:
        """What each record is on, apart from what all of them have in common."""
        if self._index.dense is None:
            return None
        starts = np.array([numbers.start for numbers in self._index.records.values()], dtype=np.intp)
        middles = unit(self._index.dense.sums(starts))
        return unit(middles - middles.mean(0))


def alike_records(index: Index) -> Iterator[tuple[int, int]]:
    """Two and two records by number, the first one first, that are on the same matter in different handbooks."""
    middles = Sameness(index).middles
    wholes = [index.passages[numbers.start] for numbers in index.records.values()]
    if middles is None:
        return
    for number, whole in enumerate(wholes):
        if not whole.handbook:
            continue
        for other in (np.flatnonzero(middles[number + 1 :] @ middles[number] >= ALIKE) + number + 1).tolist():
            if wholes[other].handbook not in ("", whole.handbook) and wholes[other].kind == whole.kind:
                yield number, other


def addresses(index: Index, numbers: Iterable[int]) -> list[str]:
    """The addresses of passages, with their parts where they have one."""
    passages = (index.passages[number] for number in numbers)
    return [f"{passage.record}#{passage.part}".rstrip("#") for passage in passages]
