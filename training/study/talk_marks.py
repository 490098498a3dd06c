"""What an answer in a talk is worth, as in the browser (`play-marking.js`): two points for the line of that moment.

One for nearly, none for another; one more for whoever is in time. `tests/data/role-play.json` holds both to the same.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal

from training.study.matching import Level, likeness, matched
from training.study.never_said import forbidden
from training.study.play import Moment, Play, Way, spoken
from training.study.talk import Turn
from training.study.thresholds import GOOD, HALF, MEANT

_POINTS: Final = {"said": 2, "nearly": 1, "missed": 0, "forbidden": 0}

Reason = Literal["", "never", "branch", "limit", "again", "order"]
Verdict = Literal["all", "good", "half", "again"]


@dataclass(frozen=True, slots=True)
class Marks:
    """What an answer is worth.

    Attributes:
        level: whether the line was said.
        why: why it was not: words that are never said, the line of another answer, one more round than the limit has,
            a moment that is past, or one that is not yet there.
        about: the words that are never said, or the other answer.
        missing: the clauses that were left out.
    """

    level: Level
    why: Reason = ""
    about: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """Its points."""
        return _POINTS[self.level]


@dataclass(frozen=True, slots=True)
class Told:
    """A turn as it went.

    Attributes:
        turn: the turn.
        answer: what was chosen or typed.
        marks: what that is worth.
        is_late: whether it took longer than it may.
    """

    turn: Turn
    answer: str
    marks: Marks
    is_late: bool

    @property
    def points(self) -> int:
        """What it is worth: the answer, and one more where there was a time and it was kept."""
        return self.marks.points + (self.turn.seconds > 0 and not self.is_late)

    @property
    def most(self) -> int:
        """What it could have been worth."""
        return _POINTS["said"] + (self.turn.seconds > 0)


def marks_of_choice(turn: Turn, chosen: Moment, said: Collection[str]) -> Marks:
    """The marks of what was chosen.

    Args:
        turn: where it was chosen.
        chosen: the moment whose line it is.
        said: the ids of the moments whose turn was before.
    """
    return Marks("said") if chosen == turn.moment else _not_now(turn, chosen, said)


def marks_of_typed(play: Play, turn: Turn, typed: str, said: Collection[str]) -> Marks:
    """The marks of a line that was typed; *said* as above."""
    line = spoken(turn.act.says or turn.act.shows)
    found = matched(typed, line)
    told = tuple(each.phrase for each in forbidden(typed, play.never, line) if not each.when)
    if told:
        return Marks("forbidden", "never", told, found.missing)
    meant = _meant(play, turn, typed) if found.level == "missed" else None
    return _not_now(turn, meant, said) if meant else Marks(found.level, missing=found.missing)


def verdict_of(score: int, of: int) -> Verdict:
    """How a talk went that has so many points of the best possible."""
    if score == of:
        return "all"
    if score >= of * GOOD:
        return "good"
    return "half" if score >= of * HALF else "again"


def _meant(play: Play, turn: Turn, typed: str) -> Moment | None:
    """The moment whose line somebody meant who typed none of the right one; None where he meant none."""
    others = [moment for moment in play.moments.values() if moment != turn.moment and "say" in moment.texts]
    shares = {moment.id: likeness(typed, spoken(moment.texts["say"])) for moment in others}
    nearest = max(others, key=lambda moment: shares[moment.id], default=None)
    return nearest if nearest and shares[nearest.id] >= MEANT else None


def _not_now(turn: Turn, moment: Moment, said: Collection[str]) -> Marks:
    """The marks of a line whose moment is another."""
    way = next((way for way in turn.siblings if way.target == moment.id), Way("next", "", ""))
    if way.kind == "limit":
        return Marks("missed", "limit")
    if way.text:
        return Marks("missed", "branch", (way.text,))
    return Marks("missed", "again" if moment.id in said else "order")
