"""Lines to choose among in a turn: the right one, those of the other answers first, then others of the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from training.study.matching import likeness
from training.study.play import Moment, Play, spoken
from training.study.talk import Act, Turn, act_of
from training.study.thresholds import CHOICES, SAME


@dataclass(frozen=True, slots=True)
class Choice:
    """What is said or done in some moment, the right one or another."""

    moment: Moment
    act: Act


def choices(play: Play, turn: Turn, random: Random) -> list[Choice]:
    """Lines to choose among, mixed; no two read alike.

    Args:
        play: the script or the fault tree.
        turn: where somebody has to act.
        random: chooses and mixes them.
    """
    taken = [spoken(turn.act.shows)]
    chosen = [Choice(turn.moment, turn.act)]
    for moment in _others(play, turn, random):
        act = act_of(play, moment)
        line = spoken(act.shows) if act else ""
        if act is None or any(line == other or likeness(other, line) > SAME for other in taken):
            continue
        taken.append(line)
        chosen.append(Choice(moment, act))
        if len(chosen) == CHOICES:
            break
    return random.sample(chosen, len(chosen))


def _others(play: Play, turn: Turn, random: Random) -> Iterator[Moment]:
    for way in random.sample(turn.siblings, len(turn.siblings)):
        yield play.moments[way.target]
    moments = list(play.moments.values())
    yield from random.sample(moments, len(moments))
