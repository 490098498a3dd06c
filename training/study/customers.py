"""Customers: talks through a script or a fault tree that, between them, take every way there is.

They are worked out from the graph as in the browser (`play-ways.js`), the same ones each time: whoever has practised
them all has met every answer. `tests/data/role-play.json` holds both to the same customers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from schemas.anchors import anchor
from training.study.play import Moment, Play, Way
from training.study.thresholds import LONGEST, MOST, ROUNDS
from training.study.ways import Moments, Visit, Walk, ends, open_ways, shortest


@dataclass(frozen=True, slots=True)
class Customer:
    """A talk with one customer.

    Attributes:
        key: what the customer is known by, here and in the browser.
        met: the answers that this customer is the first to give.
        visits: the moments that the talk comes to.
    """

    key: str
    met: tuple[str, ...]
    visits: tuple[Visit, ...]


@dataclass(frozen=True, slots=True)
class _Goal:
    """What has to be met.

    Attributes:
        key: as of the customer who meets it.
        moment: the moment to come to first.
        ways: the ways to take from there.
        text: what is met so.
        begins: whether the talk begins there.
    """

    key: str
    moment: str
    ways: tuple[Way, ...] = ()
    text: str = ""
    begins: bool = False

    def is_met(self, taken: Collection[Way], been: Collection[str]) -> bool:
        """Whether talks that took these ways and came to these moments have met it."""
        if self.ways:
            return len(self.ways) == 1 and self.ways[0] in taken
        return not self.begins and self.moment in been


def customers_of(play: Play) -> tuple[Customer, ...]:
    """The customers of a script or a fault tree, in the order of its moments."""
    taken, been, customers = set[Way](), set[str](), list[Customer]()
    for goal in _goals(play):
        visits = () if goal.is_met(taken, been) else _talk(play, goal, taken)
        if not visits:
            continue
        fresh = [visit.way for visit in visits if visit.way and visit.way.is_answer and visit.way not in taken]
        taken.update(fresh)
        been.update(visit.moment.id for visit in visits)
        met = dict.fromkeys(text for text in (goal.text, *(way.text for way in fresh)) if text)
        customers.append(Customer(goal.key, tuple(met), visits))
    return tuple(customers)


def _goals(play: Play) -> Iterator[_Goal]:
    """Every other beginning, every answer and outcome, every limit that is near enough, whatever else there is."""
    moments = play.moments.values()
    for start in play.starts:
        yield _Goal(anchor("node", start), start, text=play.moments[start].texts.get("entry", ""), begins=True)
    for moment in moments:
        answers = [way for way in open_ways(play.moments, moment) if way.is_answer]
        for number, way in enumerate(answers, 1):
            yield _Goal(f"{anchor('node', moment.id)}>{number}", moment.id, (way,), way.text)
    for moment in moments:
        ways = _until_limit(play.moments, moment) if 0 < moment.limit <= ROUNDS else ()
        if ways:
            yield _Goal(f"{anchor('node', moment.id)}>limit", moment.id, ways)
    for moment in moments:
        yield _Goal(anchor("node", moment.id), moment.id)


def _until_limit(moments: Moments, moment: Moment) -> tuple[Way, ...]:
    """The ways from a moment back to itself, as often as it takes to use up its limit."""
    rounds = [
        (way, *back) for way in open_ways(moments, moment)
        if (back := shortest(moments, [way.target], lambda id_: id_ == moment.id)) is not None
    ]  # fmt: skip
    return min(rounds, key=len, default=()) * (moment.limit + 1)


def _talk(play: Play, goal: _Goal, taken: Collection[Way]) -> tuple[Visit, ...]:
    """The talk that meets a goal; empty where nothing leads there."""
    lead = [] if goal.begins else shortest(play.moments, play.starts, lambda id_: id_ == goal.moment)
    if lead is None:
        return ()
    walk = Walk(play.moments, lead[0].source if lead else goal.moment)
    for way in (*lead, *goal.ways):
        if walk.here.id == way.source:  # a limit may have led elsewhere
            walk.take(way)
    _finish(play.moments, walk, lambda way: way.is_answer and way not in taken)
    return tuple(walk.visits)


def _finish(moments: Moments, walk: Walk, is_new: Callable[[Way], bool]) -> None:
    """Go on to an end: first by answers that no talk has given yet, then by the shortest way."""
    goals = ends(moments)
    while not walk.here.is_end and len(walk.visits) < MOST:
        ways = open_ways(moments, walk.here)
        fresh = next((way for way in ways if is_new(way) and not walk.was_at(way.target)), None)
        home = shortest(moments, [walk.here.id], goals.__contains__)
        way = (fresh if len(walk.visits) < LONGEST else None) or (home[0] if home else next(iter(ways), None))
        if way is None:
            return
        walk.take(way)
