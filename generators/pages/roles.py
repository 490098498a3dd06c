"""The roles of all handbooks: to say which is one's own, and two of them beside one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generators.pages.page import Link, Page, Rendered
from generators.pages.sectors import by_sector
from generators.pages.who import who_url
from schemas.library import Library

ROLES: Final = "roles.html"
"""The page of all roles."""


@dataclass(frozen=True, slots=True)
class Staff:
    """The roles of a handbook, each with its address, and the page of who does what in it."""

    id: str
    title: str
    who: str
    roles: tuple[tuple[str, Link], ...]


def roles_page(view: Library) -> Rendered:
    """Every role of the library."""
    page = Page(view, ROLES)
    staffs = tuple(staff for id_ in view.handbook_ids() if (staff := _staff(page, id_)).roles)
    return page.finish(
        "roles.html.j2",
        page.t.all_roles,
        page.t.roles_lead,
        staffs=staffs,
        sectors=by_sector(page, ((staff.id, staff) for staff in staffs)),
    )


def _staff(page: Page, handbook: str) -> Staff:
    roles = tuple((role.address, page.link(role)) for role in page.view.of_kind("roles", handbook))
    return Staff(handbook, page.view.names(handbook)[1], page.href(who_url(handbook)), roles)
