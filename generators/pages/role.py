"""The page of a role: its duties, and what it does in each procedure, computed from the steps that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generators.pages.forms import bundle_links
from generators.pages.page import Link, Page
from generators.pages.record import Content, Fact, print_action
from generators.pages.uses import uses_on
from generators.printing.bundles import record_bundle
from schemas.forms_used import forms_of, forms_signed
from schemas.library import Library
from schemas.reads import derived
from schemas.role import Role


def content(page: Page) -> Content:
    """What the page of a role says."""
    assert page.entry is not None
    role = page.entry.record
    assert isinstance(role, Role)
    forms = {form.address: form for form in (*forms_of(page.view, page.entry), *forms_signed(page.view, page.entry))}
    body = page.render(
        "role.html.j2",
        role=role,
        uses=uses_on(page, page.entry.address),
        forms=tuple(map(page.link, forms.values())),
        together=bundle_links(page, record_bundle(page.view, page.entry)),
        courses=_links(page, courses_for(page.view, page.entry.address)),
    )
    sections = tuple((page.anchor("group", group.address), page.plain(group.title)) for group in role.duties)
    facts = tuple(_facts(page, role, page.entry.address))
    return Content(body, facts, (print_action(page),), used_elsewhere=False, sections=sections)


def _links(page: Page, addresses: Iterable[str]) -> tuple[Link, ...]:
    return tuple(page.link(page.view.entries[address]) for address in addresses)


def _facts(page: Page, role: Role, address: str) -> Iterator[Fact]:
    if role.department:
        yield Fact(page.t.department, page.plain(role.department))
    if role.grade:
        yield Fact(page.t.grade, page.plain(role.grade))
    if role.reports_to:
        yield Fact(page.t.reports_to, links=(page.actor(role.reports_to),))
    if below := _links(page, subordinates_of(page.view, address)):
        yield Fact(page.t.leads, links=below)


@derived
def subordinates_of(view: Library, role: str) -> tuple[str, ...]:
    """The addresses of the roles that report to a role."""
    return tuple(use.entry.address for use in view.uses_of(role) if use.path == ("reports_to",))


@derived
def courses_for(view: Library, role: str) -> tuple[str, ...]:
    """The addresses of the courses for a role."""
    return tuple(use.entry.address for use in view.uses_of(role) if use.path == ("role",))
