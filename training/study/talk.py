"""A talk with one customer, turn by turn: what happens, and what is to be said or done then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from training.study.play import Moment, Play, Way, spoken
from training.study.thresholds import SHORTEST
from training.study.ways import Visit


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
        who: the other side speaks, or something is told.
        text: what it is.
        asked: the question that it answers; empty where there is none.
    """

    who: Literal["they", "fact"]
    text: str
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where somebody has to act.

    Attributes:
        moment: the moment.
        act: what a good agent says or does then.
        cues: what is shown before.
        siblings: the ways that would have been taken after another answer, and back to where the limit is reached.
        seconds: the time there is for it; 0 for as long as one likes.
    """

    moment: Moment
    act: Act
    cues: tuple[Cue, ...]
    siblings: tuple[Way, ...]
    seconds: int


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk.

    Attributes:
        turns: where somebody has to act, one after the other.
        rest: what is shown after the last.
    """

    turns: tuple[Turn, ...]
    rest: tuple[Cue, ...]


def act_of(play: Play, moment: Moment) -> Act | None:
    """What somebody does in a moment; None where there is nothing to do."""
    if not moment.acts_by:
        return None
    shows = moment.texts[moment.acts_by]
    if not play.is_script:
        return Act("check", shows, moment.texts.get("say", ""))
    return Act("say", shows, shows) if moment.acts_by == "say" else Act("do", shows)


def talk_of(play: Play, visits: Sequence[Visit]) -> Talk:
    """The talk that comes to these moments."""
    turns, cues, siblings, seconds = list[Turn](), list[Cue](), list[Way](), 0
    for number, visit in enumerate(visits):
        cues += _cues(play, visit, is_first=number == 0)
        siblings += _siblings(play, visit)
        seconds = max(seconds, play.moments[visit.way.source].seconds if visit.way else 0)
        act = act_of(play, visit.moment)
        if act is not None:
            shown = cues or [Cue("fact", play.words.talk_goes_on)]
            turns.append(Turn(visit.moment, act, tuple(shown), tuple(siblings), _allowed(seconds or play.seconds)))
            cues, siblings, seconds = [], [], 0
    return Talk(tuple(turns), tuple(cues))


def _allowed(seconds: int) -> int:
    return seconds if seconds >= SHORTEST else 0


def _siblings(play: Play, visit: Visit) -> Iterator[Way]:
    for way in play.moments[visit.way.source].ways if visit.way else ():
        if way.kind != "limit" and way != visit.way and way.target != visit.moment.id:
            yield way
    if visit.over is not None:
        yield Way("limit", visit.over.id, visit.over.id)


def _cues(play: Play, visit: Visit, *, is_first: bool) -> Iterator[Cue]:
    texts, way = visit.moment.texts, visit.way
    if is_first and "symptom" in texts:
        yield Cue("they", spoken(texts["symptom"]))
    elif is_first:
        yield Cue("fact", texts.get("entry") or play.words.talk_begins)
    if way is not None and way.kind == "heard":
        yield Cue("they", way.text)
    elif way is not None and way.kind == "decided":
        before = play.moments[way.source].texts
        asked = spoken(before.get("ask") or before.get("check", ""))
        yield Cue("fact" if play.is_script else "they", way.text, asked)
    if visit.over is not None:
        yield Cue("fact", play.words.talk_limit.format(n=visit.over.limit))
