"""A talk with one customer: the way it takes through a script or a fault tree, turn by turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, Literal

from training.study.matching import likeness
from training.study.play import Moment, Play, Way, spoken

_LONGEST: Final = 14
"""Moments, before a talk takes the shortest way to its end."""
_MOST: Final = 80
"""Moments at all, where no way leads to an end."""
_CHOICES: Final = 4
_SAME: Final = 0.8
"""Lines as alike as that are the same answer."""
_SHORTEST: Final = 15
"""Seconds; a shorter time is how long one waits for the other side, not how long one may take."""


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody says or does in a moment.

    Attributes:
        sort: a line that is said, something that is done, or a check of a fault tree.
        shows: what a good agent says or does.
        says: the line that is said with it, against which a typed one is held; empty where none is.
    """

    sort: Literal["say", "do", "check"]
    shows: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown before somebody acts.

    Attributes:
        kind: something the customer says, something that turns out, or how often one has come round to the same.
        text: what it is; the number of times.
        asked: the question that it answers; empty where there is none.
    """

    kind: Literal["said", "fact", "limit"]
    text: str
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A moment that a talk comes to, by which way, and the moment whose limit sent it there."""

    moment: Moment
    way: Way | None
    over: Moment | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Where somebody has to act.

    Attributes:
        moment: the moment.
        act: what a good agent says or does then.
        cues: what is shown before.
        siblings: the ways that would have been taken after another answer.
        seconds: the time there is for it; 0 for as long as one likes.
    """

    moment: Moment
    act: Act
    cues: tuple[Cue, ...]
    siblings: tuple[Way, ...]
    seconds: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A line to choose: the right one, or that of another moment, and by which way one comes there."""

    moment: Moment
    act: Act
    way: Way | None = None
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk.

    Attributes:
        turns: where somebody has to act, one after the other.
        rest: what is shown after the last.
        ways: the ways that it takes.
        last: the moment with which it ends.
    """

    turns: tuple[Turn, ...]
    rest: tuple[Cue, ...]
    ways: tuple[Way, ...]
    last: Moment


def act_of(play: Play, moment: Moment) -> Act | None:
    """What somebody does in a moment; None where there is nothing to do."""
    texts = moment.texts
    if play.is_script:
        if "say" in texts:
            return Act("say", texts["say"], texts["say"])
        return Act("do", texts["do"]) if "do" in texts else None
    if "check" in texts:
        return Act("check", texts["check"], texts.get("say", ""))
    settled = texts.get("remedy") or texts.get("do") or texts.get("say", "")
    return Act("check", settled, texts.get("say", "")) if settled else None


def talk_of(play: Play, random: Random, met: Collection[Way]) -> Talk:
    """A talk that takes ways which no talk has taken yet, as far as there are any.

    Args:
        play: the script or the fault tree.
        random: chooses where several are as good.
        met: the ways that were taken already.
    """
    visits = _visits(play, random, met)
    turns, cues, siblings, seconds = list[Turn](), list[Cue](), list[Way](), 0
    for number, visit in enumerate(visits):
        moment, way = visit.moment, visit.way
        cues += _cues(play, visit, is_first=number == 0)
        source = play.moments[way.source] if way else None
        siblings += [other for other in (source.ways if source else ()) if other != way and other.target != moment.id]
        seconds = max(seconds, source.seconds if source else 0)
        act = act_of(play, moment)
        if act is not None:
            within = seconds or play.seconds
            turn = Turn(moment, act, tuple(cues), tuple(siblings), within if within >= _SHORTEST else 0)
            turns.append(turn)
            cues, siblings, seconds = [], [], 0
    ways = tuple(visit.way for visit in visits if visit.way)
    return Talk(tuple(turns), tuple(cues), ways, visits[-1].moment)


def choices(play: Play, turn: Turn, random: Random) -> list[Choice]:
    """Lines to choose among: the right one, those of the other answers first, then others of the same record."""
    taken = [spoken(turn.act.shows)]
    chosen = [Choice(turn.moment, turn.act, is_right=True)]
    for moment, way in _others(play, turn, random):
        act = act_of(play, moment)
        line = spoken(act.shows) if act else ""
        if act is None or any(line == other or likeness(other, line) > _SAME for other in taken):
            continue
        taken.append(line)
        chosen.append(Choice(moment, act, way))
        if len(chosen) == _CHOICES:
            break
    return random.sample(chosen, len(chosen))


def _others(play: Play, turn: Turn, random: Random) -> Iterator[tuple[Moment, Way | None]]:
    for way in random.sample(turn.siblings, len(turn.siblings)):
        yield play.moments[way.target], way
    moments = list(play.moments.values())
    for moment in random.sample(moments, len(moments)):
        yield moment, None


def _cues(play: Play, visit: Visit, *, is_first: bool) -> Iterator[Cue]:
    texts, way = visit.moment.texts, visit.way
    if is_first:
        first = texts.get("entry" if play.is_script else "symptom", "")
        if first:
            yield Cue("fact" if play.is_script else "said", spoken(first))
    elif way is not None and way.kind == "heard":
        yield Cue("said", way.text)
    elif way is not None and way.kind == "decided":
        before = play.moments[way.source].texts
        asked = spoken(before.get("ask") or before.get("check", ""))
        yield Cue("fact" if play.is_script else "said", way.text, asked)
    if visit.over is not None:
        yield Cue("limit", str(visit.over.limit))


def _visits(play: Play, random: Random, met: Collection[Way]) -> list[Visit]:
    """The moments of a talk: straight to an answer that was never given, then on to an end."""
    lead = _lead(play, random, met)
    start = lead[0].source if lead else random.choice(play.starts)
    visits, come = [Visit(play.moments[start], None)], Counter([start])
    for way in lead:
        if visits[-1].moment.id == way.source:  # a limit may have led elsewhere
            visits.append(_arrived(play, way, come))
    while len(visits) < _MOST and not visits[-1].moment.is_end:
        onward = _onward(play, visits, come, random, met)
        if onward is None:
            break
        visits.append(_arrived(play, onward, come))
    return visits


def _lead(play: Play, random: Random, met: Collection[Way]) -> list[Way]:
    """The shortest ways from a beginning to an answer that no talk has given, and that answer itself."""
    answers = [way for moment in play.moments.values() for way in moment.ways if way.kind in ("heard", "decided")]
    fresh = [way for way in answers if way not in met and way.target in play.moments]
    for goal in random.sample(fresh, len(fresh)):
        before = _shortest(play, play.starts, {goal.source})
        if before is not None:
            return [*before, goal]
    return []


def _onward(
    play: Play, visits: Sequence[Visit], come: Counter[str], random: Random, met: Collection[Way]
) -> Way | None:
    """The way that a talk takes next: to where it was not yet, by an answer never given if there is one; then home."""
    open_ways = _open(play, visits[-1].moment)
    new = [way for way in open_ways if not come[way.target]]
    fresh = [way for way in new if way not in met]
    if len(visits) < _LONGEST and new:
        return random.choice(fresh or new)
    home = _shortest(play, [visits[-1].moment.id], {id_ for id_, moment in play.moments.items() if moment.is_end})
    return home[0] if home else next(iter(open_ways), None)


def _open(play: Play, moment: Moment) -> list[Way]:
    return [way for way in moment.ways if way.kind != "limit" and way.target in play.moments]


def _arrived(play: Play, way: Way, come: Counter[str]) -> Visit:
    """The moment a way leads to; where one has come back there too often, that to which its limit leads."""
    moment = play.moments[way.target]
    come[moment.id] += 1
    away = next((other for other in moment.ways if other.kind == "limit"), None)
    if away is None or come[moment.id] - 1 <= moment.limit or away.target not in play.moments:
        return Visit(moment, way)
    come[away.target] += 1
    return Visit(play.moments[away.target], way, moment)


def _shortest(play: Play, sources: Iterable[str], wanted: Collection[str]) -> list[Way] | None:
    """The shortest ways from one of *sources* to one of the moments that are *wanted*; None where there are none."""
    front: list[tuple[str, list[Way]]] = [(source, []) for source in sources]
    seen = {source for source, _ in front}
    while front:
        following: list[tuple[str, list[Way]]] = []
        for id_, ways in front:
            if id_ in wanted:
                return ways
            for way in _open(play, play.moments[id_]):
                if way.target not in seen:
                    seen.add(way.target)
                    following.append((way.target, [*ways, way]))
        front = following
    return None
