"""The sheet of a procedure: the numbers to call, which it is, every step with its danger, what is said, what recurs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generators.onepage.blocks import Block, Choices, Lines, Numbers, Row, Table, led
from generators.pages.page import Page
from generators.pages.procedure import Jump, StepView, first_calls, first_question, step_views
from schemas.procedure import Procedure
from schemas.punctuation import Marks

_MOST_LINES: Final = 4
"""More answers than these stand one after the other."""


def blocks(page: Page, *, whole: bool) -> Iterator[Block]:
    """What stands on it; only on the *whole* one how each step is done, and what recurs."""
    assert page.entry is not None
    procedure = page.entry.record
    assert isinstance(procedure, Procedure)
    steps = step_views(page, procedure)
    calls = first_calls(page, procedure)
    yield Numbers(tuple((call.number, " · ".join(filter(None, (call.who, call.when)))) for call in calls))
    yield Lines("", tuple(_plan(page, procedure)))
    which = first_question(steps)
    if which is not None:
        yield Choices(page.t.which_is_it, page.plain(which.step.ask), _answers(which))
    heads = (page.t.number_short, page.t.steps, page.t.who_does, page.t.time_limit, page.t.dock_forms)
    yield Table(heads, tuple(_row(page, step, which, whole=whole) for step in steps))
    said = ((step.no or step.heading, page.plain(step.step.say)) for step in steps if step.step.say)
    yield Lines(page.t.say_word, tuple(said), "say")
    if whole:
        yield Lines(page.t.periodic, tuple(_recurring(page, procedure)))


def _plan(page: Page, procedure: Procedure) -> Iterator[tuple[str, str]]:
    """What sets an emergency plan off, and who commands."""
    plan = procedure.plan
    if plan is not None:
        yield page.t.trigger, page.plain(plan.trigger)
        yield page.t.commander, page.actor(plan.commander).title


def _recurring(page: Page, procedure: Procedure) -> Iterator[tuple[str, str]]:
    for work in procedure.periodic:
        forms = page.t.list_separator.join(page.refer(form).code for form in work.every_form)
        yield (
            page.plain(work.every),
            " · ".join(
                filter(None, (page.actor(work.by).title, page.plain(work.do), forms)),
            ),
        )


def _answers(step: StepView) -> tuple[tuple[str, str], ...]:
    return tuple((answer.text, led(answer.to.no, answer.to.title)) for answer in step.answers)


def _row(page: Page, step: StepView, which: StepView | None, *, whole: bool) -> Row:
    """A step in a line; below it what is done and minded, who does it when else, and where it leads."""
    asked = step.step.ask
    title = page.plain(asked) if asked else step.heading
    who = page.t.list_separator.join(link.title for link in (step.who, *step.others))
    forms = "\n".join(form.code or form.title for form in step.forms)
    return Row(
        (step.no or ("!" if step.card else "?"), title, who, step.within, forms),
        page.plain(step.step.do) if whole else "",
        (_word(page, step, "mind"), page.plain(step.step.mind)),
        tuple(_notes(page, step)),
        tuple(_ways(page, step, () if step is which else _answers(step), title)),
        bool(asked),
    )


def _notes(page: Page, step: StepView) -> Iterator[tuple[str, str]]:
    """The licence it needs, when there is the step, who does it after hours."""
    told = {
        "licence": step.licence.title if step.licence else "",
        "applies": step.applies,
        "after_hours": page.plain(step.after_hours),
    }
    yield from ((_word(page, step, name), words) for name, words in told.items() if words)


def _word(page: Page, step: StepView, name: str) -> str:
    return str(step.step.label_of(name).of(page.lang))


def _ways(page: Page, step: StepView, answers: tuple[tuple[str, str], ...], title: str) -> Iterator[str]:
    """Where a step leads, a line each: many answers in one, and a card only where the step is not called like it."""
    if step.extend:
        yield step.extend
    lines = tuple(" ".join(answer) for answer in answers)
    yield from lines if len(lines) <= _MOST_LINES else (Marks(page.lang).semicolon.join(lines),)
    if step.card and step.card.title != title:
        yield led("", step.card.title)
    yield from (_to(jump) for jump in (step.then,) if jump)
    if step.limit and step.step.limit:
        yield f"{page.t.loop_limit.format(n=step.step.limit.times)} {_to(step.limit)}"


def _to(jump: Jump) -> str:
    return led(jump.no, jump.title)
