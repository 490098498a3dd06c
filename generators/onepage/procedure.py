"""The sheet of a procedure: the numbers to call, which it is, every step in a line, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generators.onepage.blocks import Block, Choices, Lines, Numbers, Row, Table, led
from generators.pages.page import Page
from generators.pages.procedure import StepView, first_calls, first_question, step_views
from schemas.procedure import Procedure
from schemas.punctuation import Marks

_MOST_LINES: Final = 4
"""More answers than these stand one after the other."""


def blocks(page: Page) -> Iterator[Block]:
    """What stands on it."""
    assert page.entry is not None
    procedure = page.entry.record
    assert isinstance(procedure, Procedure)
    steps = step_views(page, procedure)
    calls = first_calls(page, procedure)
    yield Numbers(tuple((call.number, " · ".join(filter(None, (call.who, call.when)))) for call in calls))
    which = first_question(steps)
    if which is not None:
        yield Choices(page.t.which_is_it, page.plain(which.step.ask), _answers(which))
    heads = (page.t.number_short, page.t.steps, page.t.who_does, page.t.time_limit, page.t.dock_forms)
    yield Table(heads, tuple(_row(page, step, which) for step in steps))
    said = ((step.no or step.heading, page.plain(step.step.say)) for step in steps if step.step.say)
    yield Lines(page.t.say_word, tuple(said), "say")


def _answers(step: StepView) -> tuple[tuple[str, str], ...]:
    return tuple((answer.text, led(answer.to.no, answer.to.title)) for answer in step.answers)


def _row(page: Page, step: StepView, which: StepView | None) -> Row:
    """A step in a line, and small below it where it leads."""
    asked = step.step.ask
    title = page.plain(asked) if asked else step.heading
    who = page.t.list_separator.join(link.title for link in (step.who, *step.others))
    forms = "\n".join(form.code or form.title for form in step.forms)
    below = tuple(_ways(page, step, () if step is which else _answers(step), title))
    return Row((step.no or ("!" if step.card else "?"), title, who, step.within, forms), below, bool(asked))


def _ways(page: Page, step: StepView, answers: tuple[tuple[str, str], ...], title: str) -> Iterator[str]:
    """Where a step leads, a line each: many answers in one, and a card only where the step is not called like it."""
    lines = tuple(" ".join(answer) for answer in answers)
    yield from lines if len(lines) <= _MOST_LINES else (Marks(page.lang).semicolon.join(lines),)
    if step.card and step.card.title != title:
        yield led("", step.card.title)
    if step.then:
        yield led(step.then.no, step.then.title)
