"""How much there is in a handbook, where its texts stand and when they are read again, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from schemas.kinds import KINDS, KindName
from schemas.library import Library
from schemas.reads import derived
from schemas.record import State


@dataclass(frozen=True, slots=True)
class Standing:
    """The records of a handbook by kind, by where their texts stand, and by the day of their next review.

    Every record is counted once in each; one without a day of review is among `undated`.
    """

    kinds: tuple[tuple[KindName, int], ...]
    states: tuple[tuple[State, int], ...]
    reviews: tuple[tuple[str, int], ...]
    undated: int

    @property
    def total(self) -> int:
        """How many records there are."""
        return sum(n for _, n in self.kinds)

    def of_kind(self, kind: KindName) -> int:
        """How many are of a kind."""
        return dict(self.kinds).get(kind, 0)

    def in_state(self, state: State) -> int:
        """How many stand so."""
        return dict(self.states).get(state, 0)


@derived
def standing_of(view: Library, handbook: str) -> Standing:
    """How a handbook stands; the records of the library itself where *handbook* is empty."""
    entries = view.of_handbook(handbook)
    return _standing(
        Counter(entry.kind for entry in entries),
        Counter(entry.record.status.state for entry in entries),
        Counter(str(entry.record.review_by or "") for entry in entries),
    )


def sum_of(standings: tuple[Standing, ...]) -> Standing:
    """How several handbooks stand together."""
    kinds, states, reviews = Counter[KindName](), Counter[State](), Counter[str]()
    for each in standings:
        kinds.update(dict(each.kinds))
        states.update(dict(each.states))
        reviews.update({**dict(each.reviews), "": each.undated})
    return _standing(kinds, states, reviews)


def _standing(kinds: Counter[KindName], states: Counter[State], reviews: Counter[str]) -> Standing:
    return Standing(
        kinds=tuple((kind, kinds[kind]) for kind in KINDS if kinds[kind]),
        states=tuple(sorted(states.items())),
        reviews=tuple(sorted((day, n) for day, n in reviews.items() if day)),
        undated=reviews[""],
    )
