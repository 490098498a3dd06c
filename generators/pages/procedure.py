"""The page of a procedure: its chart, its steps with who, when, on which form and in which words, and what recurs."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from generators.pages.calling import CallView, call_views
from generators.pages.columns import ColumnsView, column_views
from generators.pages.deadlines import deadlines, marks
from generators.pages.folds import Stretch, stretches
from generators.pages.forms import FormLinks, bundle_links, form_links, named_form_actions
from generators.pages.page import Link, Page
from generators.pages.record import Action, Content, Fact, ask_dock, names, print_action
from generators.pages.sheet import sheet_actions
from generators.printing.bundles import record_bundle
from schemas.clock import after_hours, extension, in_full
from schemas.forms_used import forms_of
from schemas.picture import NoPicture
from schemas.procedure import PeriodicWork, Procedure, Step, step_numbers
from schemas.telephone import telephone

_EARLY: Final = 4
"""Before so many steps a decision is about what the matter is; after them about what came of it."""
_MOST: Final = 4
"""So many numbers, and so many answers, stand above the steps; more are folded."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A step that another one leads to: its number (empty for a decision), heading and anchor."""

    no: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class BranchView:
    """An answer of a decision, and where it leads."""

    text: str
    to: Jump


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture as the page has it within itself, so that it is there from a stick too."""

    source: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as the page prints it."""

    step: Step
    no: str
    anchor: str
    heading: str
    who: Link
    others: tuple[Link, ...]
    within: str
    extend: str
    after_hours: str
    applies: str
    licence: Link | None
    calls: tuple[CallView, ...]
    writes: tuple[ColumnsView, ...]
    reads: tuple[ColumnsView, ...]
    forms: tuple[Link, ...]
    picture: PictureView | None
    card: Link | None
    answers: tuple[BranchView, ...]
    then: Jump | None
    limit: Jump | None
    cites: tuple[Link, ...]


def content(page: Page) -> Content:
    """What the page of a procedure says."""
    assert page.entry is not None
    procedure = page.entry.record
    assert isinstance(procedure, Procedure)
    used = tuple(form_links(page, form) for form in forms_of(page.view, page.entry))
    steps = step_views(page, procedure)
    folded = _folded(page, procedure, steps)
    actors = names(page, _actors(procedure))
    body = page.render(
        "procedure.html.j2",
        procedure=procedure,
        chart=page.chart,
        stretches=folded,
        periodic=[_recurring(page, work) for work in procedure.periodic],
        applies=procedure.applies.say(page.lang) if procedure.applies else "",
        duties=[(page.actor(role), duties) for role, duties in procedure.responsibilities.items()],
        used=used,
        together=bundle_links(page, record_bundle(page.view, page.entry)),
    )
    kept = [
        (page.refer(record.form), page.actor(record.by) if record.by else None, record) for record in procedure.records
    ]
    facts = (
        Fact(page.t.who_does, links=actors, tone="wide"),
        Fact(page.t.forms_used, page.t.forms_used_n.format(n=len(used)) if used else page.t.none),
    )
    return Content(
        body,
        facts,
        tuple(_actions(page, used)),
        tuple(_dock(page, used)),
        sections=tuple(_sections(folded)),
        top=_top(page, procedure, steps),
        about=page.render("procedure_about.html.j2", procedure=procedure, kept=kept, due=_due(page, procedure)),
    )


def _folded(page: Page, procedure: Procedure, steps: Sequence[StepView]) -> tuple[Stretch[StepView], ...]:
    views = {str(view.step.id): view for view in steps}
    cards = [id_ for id_, view in views.items() if view.step.is_card]
    graph = procedure.flow().graph
    return stretches(page, graph, views, lambda view: Link(view.heading, f"#{view.anchor}"), cards)


def _sections(folded: Iterable[Stretch[StepView]]) -> Iterator[tuple[str, str]]:
    for stretch in folded:
        if stretch.fold:
            yield stretch.fold.anchor, stretch.fold.title
        yield from ((step.anchor, f"{step.no} {step.heading}") for step in stretch.views if step.no)


def _due(page: Page, procedure: Procedure) -> Markup:
    return page.render("deadlines.html.j2", groups=deadlines(page, procedure), marks=marks(page))


def _top(page: Page, procedure: Procedure, steps: Sequence[StepView]) -> Markup | str:
    calls, which = tuple(first_calls(page, procedure)), first_question(steps)
    if not calls and which is None:
        return ""
    return page.render("procedure_top.html.j2", calls=calls, which=which, most=_MOST)


def first_calls(page: Page, procedure: Procedure) -> Iterator[CallView]:
    """Every number that the procedure has called, of its plan and of its steps, each once."""
    said = [page.plain(text) for text in procedure.plan.call.values()] if procedure.plan else []
    planned = (CallView(telephone(text).replace("-", ""), text, "", "") for text in said)
    of_steps = (call for step in procedure.steps for call in call_views(page, step.calls))
    calls = dict[str, CallView]()
    for call in map(_apart, (*of_steps, *planned)):
        known = calls.setdefault(call.dial or call.number, call)
        if known.when != call.when:  # a number is not for one of its cases only
            calls[call.dial or call.number] = replace(known, when="")
    yield from calls.values()


def _apart(call: CallView) -> CallView:
    """The number by itself, and whose it is after it."""
    number = telephone(call.number)
    who = call.number.replace(number, "").strip(" ，,：:")
    return replace(call, number=number, who=call.who or who) if number else call


def first_question(steps: Sequence[StepView]) -> StepView | None:
    """The first decision, where it tells what the matter is.

    Not where it is the first step, which is read anyway, and not where it asks what came of the work.
    """
    first = next((at for at, view in enumerate(steps) if view.answers), 0)
    return steps[first] if 0 < first < _EARLY else None


@dataclass(frozen=True, slots=True)
class RecurringView:
    """Work that recurs as the page prints it."""

    work: PeriodicWork
    who: Link
    forms: tuple[Link, ...]
    writes: tuple[ColumnsView, ...]
    reads: tuple[ColumnsView, ...]


def _recurring(page: Page, work: PeriodicWork) -> RecurringView:
    forms = tuple(dict.fromkeys(map(page.refer, work.every_form)))
    return RecurringView(
        work, page.actor(work.by), forms, column_views(page, work.writes), column_views(page, work.reads)
    )


def _licence(page: Page, step: Step) -> Link | None:
    """The licence that a step needs, as a link to the post that holds it."""
    assert page.entry is not None
    role = page.view.licences(page.entry.handbook).get(step.licence) if step.licence else None
    return page.link(page.view.entries[role], str(step.licence)) if role else None


def _picture(page: Page, step: Step) -> PictureView | None:
    if step.picture is None:
        return None
    assert page.entry is not None
    file = page.view.picture(page.entry.address, str(step.picture.file))
    if isinstance(file, NoPicture):
        return None
    return PictureView(f"data:image/{file.kind};base64,{b64encode(file.content).decode()}", file.width, file.height)


def _actions(page: Page, used: tuple[FormLinks, ...]) -> Iterator[Action]:
    yield Action(page.t.checklist, "check", does="checklist")
    if len(used) == 1:
        yield from named_form_actions(page, used[0])
    elif used:
        yield Action(page.t.print_or_fill_n.format(n=len(used)), "form", "#forms")
    yield print_action(page)
    yield from sheet_actions(page, page.t.sheet_of_procedure)


def _dock(page: Page, used: tuple[FormLinks, ...]) -> Iterator[Action]:
    yield Action(page.t.dock_tick, "check", does="checklist")
    if used:
        yield Action(page.t.dock_forms, "form", "#forms")
    yield from ask_dock(page)


def _actors(procedure: Procedure) -> Iterator[str]:
    for step in procedure.steps:
        yield step.by
        yield from step.with_


def step_views(page: Page, procedure: Procedure) -> tuple[StepView, ...]:
    """The steps as the page prints them."""
    no = step_numbers(procedure.steps)
    jumps = {str(step.id): _jump(page, step, no[step.id]) for step in procedure.steps}
    return tuple(_step(page, step, no, jumps) for step in procedure.steps)


def _jump(page: Page, step: Step, no: str) -> Jump:
    """How one gets to *step*; a branch that ends in a card leads to the card at once."""
    card = page.refer(step.card) if step.card and step.is_card else None
    if card and card.href:
        return Jump(no, card.title, card.href)
    return Jump(no, page.plain(step.heading), f"#{page.anchor('step', step.id)}")


def _step(page: Page, step: Step, no: Mapping[str, str], jumps: Mapping[str, Jump]) -> StepView:
    home = page.entry
    assert home is not None
    return StepView(
        step=step,
        no=no[step.id],
        anchor=page.anchor("step", step.id),
        heading=page.plain(step.heading),
        who=page.actor(step.by),
        others=names(page, step.with_),
        within=in_full(page.view, home, step.within),
        extend=extension(page.view, home, step.within),
        after_hours=after_hours(page.view, home, step),
        applies=step.applies.say(page.lang) if step.applies else "",
        licence=_licence(page, step),
        calls=call_views(page, step.calls),
        writes=column_views(page, step.writes),
        reads=column_views(page, step.reads),
        forms=tuple(dict.fromkeys(map(page.refer, step.every_form))),
        picture=_picture(page, step),
        card=page.refer(step.card) if step.card else None,
        answers=tuple(BranchView(page.plain(b.text), jumps[b.to]) for b in step.branches.values()),
        then=jumps[step.then] if step.then else None,
        limit=jumps[step.limit.then] if step.limit else None,
        cites=tuple(map(page.refer, step.cites)),
    )
