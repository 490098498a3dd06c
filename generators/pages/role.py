"""The page of a role: its duties, and what it does in each procedure, computed from the steps that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generators.pages.forms import bundle_links
from generators.pages.page import Link, Page
from generators.pages.procedure import numbers
from generators.pages.record import Content, Fact, print_action
from generators.printing.bundles import record_bundle
from schemas.forms_used import forms_of, forms_signed
from schemas.kinds import KindName
from schemas.library import Entry, Use
from schemas.procedure import Procedure, Step
from schemas.role import Role
from schemas.saying import say_within

_LISTED: Final[tuple[KindName, ...]] = ("roles", "procedures", "forms", "courses")
"""The kinds that have a place of their own on the page of a role."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One thing the role does in a procedure: a step, or work that recurs."""

    no: str
    link: Link
    when: str
    helps: bool
    forms: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """Everything the role does in one procedure."""

    procedure: Link
    book: str
    parts: tuple[Assignment, ...]


def content(page: Page) -> Content:
    """What the page of a role says."""
    assert page.entry is not None
    role = page.entry.record
    assert isinstance(role, Role)
    uses = page.view.uses(page.entry)
    forms = {form.address: form for form in (*forms_of(page.view, page.entry), *forms_signed(page.view, page.entry))}
    body = page.render(
        "role.html.j2",
        role=role,
        works=tuple(_works(page, uses)),
        forms=tuple(map(page.link, forms.values())),
        together=bundle_links(page, record_bundle(page.view, page.entry)),
        courses=tuple(page.link(use.entry) for use in uses if use.path == ("role",)),
        named=tuple(_named(page, uses)),
    )
    sections = tuple((f"section-{group.id}", page.plain(group.title)) for group in role.duties)
    return Content(
        body, tuple(_facts(page, role, uses)), (print_action(page),), used_elsewhere=False, sections=sections
    )


def _facts(page: Page, role: Role, uses: Iterable[Use]) -> Iterator[Fact]:
    if role.department:
        yield Fact(page.t.department, page.plain(role.department))
    if role.grade:
        yield Fact(page.t.grade, page.plain(role.grade))
    if role.reports_to:
        yield Fact(page.t.reports_to, links=(page.actor(role.reports_to),))
    below = tuple(page.link(use.entry) for use in uses if use.path == ("reports_to",))
    if below:
        yield Fact(page.t.leads, links=below)


def _works(page: Page, uses: Iterable[Use]) -> Iterator[Work]:
    by_procedure: dict[str, tuple[Entry, list[tuple[str, ...]]]] = {}
    for use in uses:
        if use.path[0] in ("steps", "periodic") and use.path[2] in ("by", "with"):
            by_procedure.setdefault(use.entry.address, (use.entry, []))[1].append(use.path)
    for entry, paths in by_procedure.values():
        book = str(page.view.handbooks[entry.handbook].file.short)
        yield Work(page.link(entry), book, tuple(_parts(page, entry, paths)))


def _parts(page: Page, entry: Entry, paths: Iterable[tuple[str, ...]]) -> Iterator[Assignment]:
    procedure = entry.record
    assert isinstance(procedure, Procedure)
    steps = {str(step.id): step for step in procedure.steps}
    recurring = {str(work.id): work for work in procedure.periodic}
    no = numbers(procedure.steps)
    for _, id_, how, *_rest in paths:
        link = page.link(entry, id_)
        if id_ in steps:
            forms = _form_links(page, entry, steps[id_].forms)
            yield Assignment(no[id_], link, _when(page, steps[id_]), how == "with", forms)
        else:
            work = recurring[id_]
            yield Assignment("", link, page.plain(work.every, entry), False, _form_links(page, entry, work.forms))


def _form_links(page: Page, entry: Entry, references: Iterable[str]) -> tuple[Link, ...]:
    forms = (page.view.find(reference, entry.handbook) for reference in references)
    return tuple(page.link(form) for form in forms if form is not None)


def _when(page: Page, step: Step) -> str:
    return say_within(step.within.time, page.lang) if step.within else ""


def _named(page: Page, uses: Iterable[Use]) -> Iterator[Link]:
    """What else names the role, beside what its page lists already."""
    users = {use.entry.address: use.entry for use in uses if use.entry.kind not in _LISTED}
    return (page.link(entry) for entry in users.values())
