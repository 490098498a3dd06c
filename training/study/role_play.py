"""A talk at the desk: the customer's line, what somebody says then, and at the end the transcript with its score."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from time import monotonic

from rich.text import Text

from training.study.asking import numbered
from training.study.choices import Choice, choices
from training.study.customers import Customer
from training.study.desk import Desk, LeftError, is_key
from training.study.never_said import forbidden
from training.study.play import Play, spoken
from training.study.talk import Turn, talk_of
from training.study.talk_marks import Marks, Told, marks_of_choice, marks_of_typed
from training.study.transcript import line_of, show_cues, show_marks, sum_up
from training.study.typed import UnfitError, is_number, numbers_in

_BACK = "b"


class _BackError(Exception):
    """Somebody goes back to the turn before."""


def role_play(
    desk: Desk, play: Play, customer: Customer, random: Random, clock: Callable[[], float] = monotonic
) -> tuple[int, int] | None:
    """Play one customer to the end.

    Args:
        desk: where it is played.
        play: the script or the fault tree.
        customer: the customer.
        random: chooses and mixes the lines.
        clock: seconds.

    Returns:
        The score and the best possible; None where somebody left before the end.
    """
    talk = talk_of(play, customer.visits)
    laid_out = [choices(play, turn, random) for turn in talk.turns]
    told: list[Told] = []
    desk.show(Text(play.title, style="bold cyan"))
    desk.show(desk.t.talk_keys, "dim")
    try:
        while len(told) < len(talk.turns):
            turn, before = talk.turns[len(told)], {each.turn.moment.id for each in told}
            try:
                told.append(_take(desk, play, turn, laid_out[len(told)], before, clock))
            except _BackError:
                if told:
                    told.pop()
                else:
                    desk.show(desk.t.no_way_back, "yellow")
    except LeftError:
        return None
    return sum_up(desk, talk, told)


def _take(
    desk: Desk, play: Play, turn: Turn, laid_out: Sequence[Choice], said: set[str], clock: Callable[[], float]
) -> Told:
    """One turn: what is shown, what is answered, what that is worth.

    Raises:
        LeftError: somebody leaves.
        _BackError: somebody goes back.
    """
    desk.space()
    show_cues(desk, turn.cues)
    desk.show(numbered(line_of(desk, choice.act) for choice in laid_out))
    desk.show(_question(desk, turn), "dim")
    begun = clock()
    answer, marks = _answered(desk, play, turn, laid_out, said)
    told = Told(turn, answer, marks, is_late=desk.is_live and turn.seconds > 0 and clock() - begun > turn.seconds)
    show_marks(desk, told)
    return told


def _question(desk: Desk, turn: Turn) -> str:
    words = desk.practice
    asked = words.what_say if turn.act.sort == "say" else words.what_do
    limit = f" · {words.clock_name.format(seconds=turn.seconds)}" if turn.seconds else ""
    return f"{asked} {_how(desk, turn)}{limit}"


def _how(desk: Desk, turn: Turn) -> str:
    return desk.t.type_line if turn.act.says else desk.t.type_number


def _answered(desk: Desk, play: Play, turn: Turn, laid_out: Sequence[Choice], said: set[str]) -> tuple[str, Marks]:
    while True:
        typed = desk.ask(desk.practice.you_said)
        if is_key(typed, _BACK):
            raise _BackError
        if turn.act.says and typed and not is_number(typed):
            _warn(desk, play, turn, typed)
            return typed, marks_of_typed(play, turn, typed, said)
        if not is_number(typed):
            desk.show(_how(desk, turn), "yellow")
            continue
        try:
            choice = laid_out[numbers_in(typed, "one", len(laid_out), desk.t)[0]]
        except UnfitError as error:
            desk.show(str(error), "yellow")
            continue
        return line_of(desk, choice.act), marks_of_choice(turn, choice.moment, said)


def _warn(desk: Desk, play: Play, turn: Turn, typed: str) -> None:
    """Tell of words that are not said in some cases, which only a person can judge."""
    for found in forbidden(typed, play.never, spoken(turn.act.says)):
        if found.when:
            desk.show(desk.practice.hint_when.format(phrase=found.phrase, when=found.when), "yellow")
