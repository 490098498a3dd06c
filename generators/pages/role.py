"""The page of a role: its duties, and what it does in each procedure, computed from the steps that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from generators.pages.day import day_of
from generators.pages.forms import bundle_links
from generators.pages.page import Link, Page
from generators.pages.record import Action, Content, Fact, print_action
from generators.pages.uses import uses_on
from generators.printing.bundles import record_bundle
from generators.wording.tables import STAND_INS
from schemas.library import Library
from schemas.on_duty import ABSENCES, Absence
from schemas.presence import say_on_duty
from schemas.reads import derived
from schemas.role import Licence, Role


def content(page: Page) -> Content:
    """What the page of a role says."""
    assert page.entry is not None
    role = page.entry.record
    assert isinstance(role, Role)
    uses = uses_on(page, page.entry.address)
    day = day_of(page, uses)
    body = page.render(
        "role.html.j2",
        role=role,
        licences=tuple(_licences(page, role)),
        uses=uses,
        day=day,
        together=bundle_links(page, record_bundle(page.view, page.entry)),
    )
    sections = tuple((page.anchor("group", group.address), page.plain(group.title)) for group in role.duties)
    facts = tuple(_facts(page, role, page.entry.address))
    courses = (course.link for _, course in day.courses)
    learn = (Action(page.t.take_course.format(title=link.title), "course", link.href) for link in courses)
    actions = (print_action(page), *learn)
    says = page.plain(role.mission)
    return Content(body, facts, actions, used_elsewhere=False, sections=sections, says=says)


@dataclass(frozen=True, slots=True)
class LicenceView:
    """A licence that the post needs, as the role says it that says what it is."""

    id: str
    licence: Licence
    facts: tuple[str, ...]
    checked_by: Link | None


def _licences(page: Page, role: Role) -> Iterator[LicenceView]:
    assert page.entry is not None
    for named in role.licences:
        licence = page.view.licence(str(named.id), page.entry.handbook) or named
        issuer = page.t.issued_by.format(issuer=page.plain(licence.issuer)) if licence.issuer else ""
        valid = f"{page.t.valid_for}{page.t.colon}{page.time(licence.valid_for)}" if licence.valid_for else ""
        checks = page.actor(licence.checks) if licence.checks else None
        yield LicenceView(str(named.id), licence, tuple(filter(None, (issuer, valid))), checks)


def _links(page: Page, addresses: Iterable[str]) -> tuple[Link, ...]:
    return tuple(page.link(page.view.entries[address]) for address in addresses)


def _facts(page: Page, role: Role, address: str) -> Iterator[Fact]:
    if role.department:
        yield Fact(page.t.department, page.plain(role.department))
    if role.grade:
        yield Fact(page.t.grade, page.plain(role.grade))
    if role.unit:
        members = _links(page, posts_of(page.view, address))
        yield Fact(page.t.posts_of_unit, links=members) if members else Fact(page.t.posts_of_unit, page.t.is_unit)
    if role.reports_to:
        yield Fact(page.t.reports_to, links=(page.actor(role.reports_to),))
    if below := _links(page, subordinates_of(page.view, address)):
        yield Fact(page.t.leads, links=below)
    yield from _duty_hours(page, role, address)


def _duty_hours(page: Page, role: Role, address: str) -> Iterator[Fact]:
    """When somebody is there, who stands in, and for whom the role does."""
    if role.on_duty is not None:
        yield Fact(page.t.on_duty, say_on_duty(role.on_duty, page.lang))
    for when, stand_in in role.stands_in.items():
        yield Fact(STAND_INS[when].of(page.lang), links=(page.actor(stand_in),))
    if replaced := tuple(_replaced(page, address)):
        yield Fact(page.t.stands_in_for, links=replaced)


def _replaced(page: Page, address: str) -> Iterator[Link]:
    for other, when in replaced_by(page.view, address):
        link = page.link(page.view.entries[other])
        title = page.t.stands_in_when.format(role=link.title, when=ABSENCES[when].of(page.lang))
        yield Link(title, link.href)


@derived
def replaced_by(view: Library, role: str) -> tuple[tuple[str, Absence], ...]:
    """The addresses of the roles for which a role stands in, each with when."""
    uses = (use for use in view.uses_of(role) if use.path[0] == "stands_in")
    return tuple((use.entry.address, cast(Absence, use.path[1])) for use in uses)


@derived
def posts_of(view: Library, unit: str) -> tuple[str, ...]:
    """The addresses of the roles that say a department is theirs, by its title."""
    entry = view.entries[unit]
    roles = ((other, other.record) for other in view.of_kind("roles", entry.handbook))
    return tuple(
        other.address for other, role in roles if isinstance(role, Role) and role.department == entry.record.title
    )


@derived
def subordinates_of(view: Library, role: str) -> tuple[str, ...]:
    """The addresses of the roles that report to a role."""
    return tuple(use.entry.address for use in view.uses_of(role) if use.path == ("reports_to",))
