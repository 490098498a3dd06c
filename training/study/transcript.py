"""What is shown of a talk: the customer's side, what an answer is worth, and at the end all of it with its score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.text import Text

from training.study.desk import Desk
from training.study.matching import Level
from training.study.talk import Act, Cue, Talk
from training.study.talk_marks import Marks, Told, verdict_of

_STYLES: Final[dict[Level, str]] = {"said": "green", "nearly": "yellow", "missed": "red", "forbidden": "bold red"}
_SIGNS: Final[dict[Level, str]] = {"said": "✓", "nearly": "~", "missed": "✗", "forbidden": "✗"}


def line_of(desk: Desk, act: Act) -> str:
    """What somebody says, or in brackets what is done."""
    return desk.t.does.format(what=act.shows) if act.sort == "do" else act.shows


def show_cues(desk: Desk, cues: Iterable[Cue]) -> None:
    """Show what the customer says, or in brackets what turns out."""
    for cue in cues:
        if cue.who == "they":
            line = Text(desk.t.speaks.format(who=desk.t.customer), style="bold")
            line.append(f"{cue.asked} " if cue.asked else "", style="not bold dim")
            desk.show(line.append(cue.text, style="not bold"))
        else:
            desk.show(desk.t.does.format(what=f"{cue.asked} {cue.text}".strip()), "dim")


def show_marks(desk: Desk, told: Told) -> None:
    """Show what an answer is worth and why, and what a good agent would have said."""
    words, level = desk.practice, told.marks.level
    names = {"said": words.mark_said, "nearly": words.mark_nearly, "missed": words.mark_missed}
    tells = [names.get(level), _why(desk, told.marks), words.mark_late if told.is_late else ""]
    desk.show(f"{_SIGNS[level]} {' · '.join(filter(None, tells))}", _STYLES[level])
    if level != "said":
        good = words.good_says if told.turn.act.sort == "say" else words.good_does
        desk.show(f"{desk.t.speaks.format(who=good)}{told.turn.act.shows}")


def _why(desk: Desk, marks: Marks) -> str:
    words = desk.practice
    if marks.level == "nearly" and marks.missing:
        return desk.t.left_out.format(clauses=desk.t.between_clauses.join(marks.missing))
    return {
        "": "",
        "never": words.mark_never.format(phrases=words.between_phrases.join(marks.about)),
        "branch": words.mark_branch.format(answer="".join(marks.about)),
        "limit": words.mark_limit,
        "again": words.mark_again,
        "order": words.mark_order,
    }[marks.why]


def sum_up(desk: Desk, talk: Talk, told: Sequence[Told]) -> tuple[int, int]:
    """Show the transcript and its score; give that, and the best possible."""
    words = desk.practice
    desk.space()
    desk.show(words.transcript, "bold")
    for each in told:
        show_cues(desk, each.turn.cues)
        desk.show(Text(desk.t.speaks.format(who=words.you_said), style="bold").append(each.answer, "not bold"))
        show_marks(desk, each)
    show_cues(desk, talk.rest)
    score, of = sum(each.points for each in told), sum(each.most for each in told)
    desk.space()
    points = desk.t.points.format(score=score, of=of)
    verdict = {
        "all": words.verdict_all,
        "good": words.verdict_good,
        "half": words.verdict_half,
        "again": words.verdict_again,
    }[verdict_of(score, of)]
    desk.show(f"{words.score} {points} · {verdict}", "bold")
    desk.show(words.transcript_note, "dim")
    return score, of
