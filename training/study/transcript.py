"""What is shown of a talk: the customer's side, what an answer is worth, and at the end all of it with its score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from training.study.desk import Desk
from training.study.matching import Level
from training.study.talk import Act, Cue, Turn
from training.study.talk_marks import MOST, Marks

_GOOD, _HALF = 0.8, 0.5
_STYLES: Final[dict[Level, str]] = {"said": "green", "nearly": "yellow", "missed": "red", "forbidden": "bold red"}
_SIGNS: Final[dict[Level, str]] = {"said": "✓", "nearly": "~", "missed": "✗", "forbidden": "✗"}


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
        return MOST + (self.turn.seconds > 0)


def line_of(desk: Desk, act: Act) -> str:
    """What somebody says, or in brackets what is done."""
    return desk.t.does.format(what=act.shows) if act.sort == "do" else act.shows


def show_cue(desk: Desk, cue: Cue) -> None:
    """Show what the customer says, or in brackets what turns out."""
    if cue.kind == "said":
        line = Text(desk.t.speaks.format(who=desk.t.customer), style="bold")
        line.append(f"{cue.asked} " if cue.asked else "", style="not bold dim")
        desk.show(line.append(cue.text, style="not bold"))
        return
    text = desk.practice.talk_limit.format(n=cue.text) if cue.kind == "limit" else f"{cue.asked} {cue.text}".strip()
    desk.show(desk.t.does.format(what=text), "dim")


def show_marks(desk: Desk, told: Told) -> None:
    """Show what an answer is worth and why, and what a good agent would have said."""
    words, level = desk.practice, told.marks.level
    names = {"said": words.mark_said, "nearly": words.mark_nearly, "missed": words.mark_missed}
    tells = [*filter(None, [names.get(level)]), *told.marks.tells, *([words.mark_late] if told.is_late else [])]
    desk.show(f"{_SIGNS[level]} {' · '.join(tells)}", _STYLES[level])
    if level != "said":
        good = words.good_says if told.turn.act.sort == "say" else words.good_does
        desk.show(f"{desk.t.speaks.format(who=good)}{told.turn.act.shows}")


def sum_up(desk: Desk, told: Sequence[Told]) -> tuple[int, int]:
    """Show the transcript and its score; give that, and the best possible."""
    words = desk.practice
    desk.space()
    desk.show(words.transcript, "bold")
    for each in told:
        for cue in each.turn.cues:
            show_cue(desk, cue)
        desk.show(Text(desk.t.speaks.format(who=words.you_said), style="bold").append(each.answer, "not bold"))
        show_marks(desk, each)
    score, of = sum(each.points for each in told), sum(each.most for each in told)
    desk.space()
    points = desk.t.points.format(score=score, of=of)
    desk.show(f"{words.score} {points} · {_verdict(desk, score, of)}", "bold")
    desk.show(words.transcript_note, "dim")
    return score, of


def _verdict(desk: Desk, score: int, of: int) -> str:
    words = desk.practice
    if score == of:
        return words.verdict_all
    if score >= of * _GOOD:
        return words.verdict_good
    return words.verdict_half if score >= of * _HALF else words.verdict_again
