"""Ways through a script or a fault tree: the shortest to somewhere, and a talk as it goes along them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from training.study.play import Moment, Way

Moments = Mapping[str, Moment]


@dataclass(frozen=True, slots=True)
class Visit:
    """A moment that a talk comes to, by which way, and the moment whose limit sent it there."""

    moment: Moment
    way: Way | None
    over: Moment | None = None


class Walk:
    """A talk as it goes on; a loop that is gone round too often leads where its limit says.

    Attributes:
        visits: the moments that it came to.
    """

    def __init__(self, moments: Moments, start: str) -> None:
        self._moments = moments
        self._come = Counter([start])
        self.visits = [Visit(moments[start], None)]

    @property
    def here(self) -> Moment:
        """The moment that it came to last."""
        return self.visits[-1].moment

    def was_at(self, id_: str) -> bool:
        """Whether it came to a moment."""
        return id_ in self._come

    def take(self, way: Way) -> None:
        """Go on by a way."""
        moment = self._moments[way.target]
        self._come[moment.id] += 1
        away = moment.limit_way
        if away is None or self._come[moment.id] - 1 <= moment.limit or away.target not in self._moments:
            self.visits.append(Visit(moment, way))
            return
        self._come[away.target] += 1
        self.visits.append(Visit(self._moments[away.target], way, moment))


def open_ways(moments: Moments, moment: Moment) -> list[Way]:
    """The ways out of a moment, but the one at its limit."""
    return [way for way in moment.ways if way.kind != "limit" and way.target in moments]


def shortest(moments: Moments, sources: Iterable[str], is_wanted: Callable[[str], bool]) -> Sequence[Way] | None:
    """The shortest ways from one of *sources* to a moment that is wanted; None where there are none."""
    front: list[tuple[str, list[Way]]] = [(source, []) for source in sources]
    seen = {source for source, _ in front}
    while front:
        found = next((ways for id_, ways in front if is_wanted(id_)), None)
        if found is not None:
            return found
        front = [
            (way.target, [*ways, way]) for id_, ways in front for way in open_ways(moments, moments[id_])
            if not _is_seen(seen, way.target)
        ]  # fmt: skip
    return None


def _is_seen(seen: set[str], id_: str) -> bool:
    """Whether a moment was seen; from now on it is."""
    if id_ in seen:
        return True
    seen.add(id_)
    return False


def ends(moments: Moments) -> Collection[str]:
    """The moments with which it ends."""
    return {id_ for id_, moment in moments.items() if moment.is_end}
