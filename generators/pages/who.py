"""Who does which steps: a table of the procedures of a handbook by its roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generators.pages.organisation import posts
from generators.pages.page import Link, Page, Rendered
from generators.pages.uses import Part, all_uses
from schemas.library import Library


@dataclass(frozen=True, slots=True)
class Cell:
    """What a role does in a procedure; `role` is what it is called, where a row stands as a card of its own."""

    role: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A procedure, and what each role does in it, in the order of the columns."""

    procedure: Link
    cells: tuple[Cell, ...]


def who_url(handbook: str) -> str:
    """The page of who does which steps in a handbook."""
    return f"{handbook}/who.html"


def who_page(view: Library, handbook: str) -> Rendered:
    """Who does which steps in *handbook*, and its organisation."""
    page = Page(view, who_url(handbook))
    short = view.names(handbook)[1]
    columns, rows = _table(page, handbook)
    body = page.render("who_body.html.j2", columns=columns, rows=rows, posts=posts(page, handbook))
    return page.finish(
        "who.html.j2",
        f"{page.t.who_does_what} · {short}",
        page.t.who_lead,
        body=body,
        book=Link(short, page.href(f"{handbook}/index.html")),
    )


def _table(page: Page, handbook: str) -> tuple[tuple[Link, ...], tuple[Row, ...]]:
    """The roles that do something in a procedure of the handbook, and the procedures that one does something in."""
    view = page.view
    works = {role.address: _parts(view, role.address) for role in view.of_kind("roles", handbook)}
    procedures = view.of_kind("procedures", handbook)
    roles = [role for role in works if any(each.address in works[role] for each in procedures)]
    columns = tuple(page.link(view.entries[role]) for role in roles)
    rows = (
        Row(page.link(each), tuple(_cells(columns, (works[role].get(each.address, ()) for role in roles))))
        for each in procedures
    )
    return columns, tuple(row for row in rows if any(cell.parts for cell in row.cells))


def _cells(columns: Iterable[Link], parts: Iterable[tuple[Part, ...]]) -> Iterable[Cell]:
    return (Cell(column.title, done) for column, done in zip(columns, parts, strict=True))


def _parts(view: Library, role: str) -> dict[str, tuple[Part, ...]]:
    """What a role does, by the address of the procedure."""
    return {works.procedure.address: works.parts for works in all_uses(view, role).works}
