"""What an answer in a talk is worth: two points for the line of that moment, one for nearly, none for another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from training.study.desk import Desk
from training.study.matching import Level, forbidden, likeness, matched
from training.study.play import Moment, Play, Way, spoken
from training.study.talk import Choice, Turn

_POINTS: Final = {"said": 2, "nearly": 1, "missed": 0, "forbidden": 0}
MOST: Final = _POINTS["said"]
_NEARER: Final = 0.5
"""A line of another moment is what somebody meant where so much of it was typed, and more than of the right one."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What an answer is worth, and what is said about it."""

    level: Level
    tells: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """Its points, of `MOST`."""
        return _POINTS[self.level]


def marks_of_choice(choice: Choice, said: Collection[str], desk: Desk) -> Marks:
    """The marks of a line that was chosen.

    Args:
        choice: it.
        said: the ids of the moments that were come to before.
        desk: where it is said.
    """
    return Marks("said") if choice.is_right else Marks("missed", (_why_not(choice.moment, choice.way, said, desk),))


def marks_of_typed(play: Play, turn: Turn, typed: str, said: Collection[str], desk: Desk) -> Marks:
    """The marks of a line that was typed; *said* as above."""
    line = spoken(turn.act.says or turn.act.shows)
    told = [each.phrase for each in forbidden(typed, play.never, line) if not each.when]
    if told:
        phrases = desk.practice.between_phrases.join(told)
        return Marks("forbidden", (desk.practice.mark_never.format(phrases=phrases),))
    found = matched(typed, line)
    if found.level == "missed":
        return Marks("missed", _other_line(play, turn, typed, found.share, said, desk))
    if found.level == "nearly" and found.missing:
        return Marks("nearly", (desk.t.left_out.format(clauses=desk.t.between_clauses.join(found.missing)),))
    return Marks(found.level)


def _other_line(play: Play, turn: Turn, typed: str, share: float, said: Collection[str], desk: Desk) -> tuple[str, ...]:
    """Why it was not the moment for the line that somebody meant; nothing where he meant none."""
    others = [moment for moment in play.moments.values() if moment != turn.moment and "say" in moment.texts]
    nearest = max(others, key=lambda moment: likeness(typed, spoken(moment.texts["say"])), default=None)
    if nearest is None or likeness(typed, spoken(nearest.texts["say"])) < max(_NEARER, share):
        return ()
    way = next((way for way in turn.siblings if way.target == nearest.id), None)
    return (_why_not(nearest, way, said, desk),)


def _why_not(moment: Moment, way: Way | None, said: Collection[str], desk: Desk) -> str:
    words = desk.practice
    if way is not None and way.kind == "limit":
        return words.mark_limit
    if way is not None and way.text:
        return words.mark_branch.format(answer=way.text)
    return words.mark_again if moment.id in said else words.mark_order
