"""The first page of the library: the question box, what has just happened at the counter, and the handbooks.

Before a handbook is chosen it is no longer than a screen: the handbooks stand by sector, each sector folded. The one
that somebody chooses is remembered by the browser (`site/docs/assets/mine.js`); the page then begins with its moments.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generators.pages.cards import all_cards, card_in
from generators.pages.page import CARDS, FORM_KINDS, LAWS, OVERVIEW, REGISTERS, Link, Page, Rendered
from generators.pages.record import asks_in
from generators.pages.sectors import by_sector, cover, main_posts
from generators.pages.tiles import Tile, tiles
from schemas.cards_used import cards_of
from schemas.entry import Entry
from schemas.library import Library
from schemas.library_file import Task
from schemas.procedure import Procedure
from schemas.reads import derived

OWNER: Final = "owner.html"
"""The page of what was asked and not found."""
_EXAMPLES: Final = 6
_FIRST_CARDS: Final = 5
"""Emergency cards that stand on the first page before a handbook is chosen, the most pressing ones."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the first page begins with once a handbook is chosen: its moments, its emergency cards, its courses."""

    id: str
    link: Link
    posts: tuple[str, ...]
    tiles: tuple[Tile, ...]
    cards: tuple[Link, ...]
    courses: tuple[Link, ...]
    has_forms: bool
    examples: tuple[str, ...]


def home_page(view: Library) -> Rendered:
    """The first page."""
    page = Page(view, "index.html")
    settings, cards = view.settings, all_cards(page)
    desks = tuple(_desk(page, id_) for id_ in view.handbook_ids())
    return page.finish(
        "home.html.j2",
        str(settings.title),
        str(settings.greeting),
        greeting=str(settings.greeting),
        desks=desks,
        # With one handbook there is nothing to choose.
        is_chosen=len(desks) == 1,
        has_roles=bool(view.of_kind("roles")),
        # With one handbook its roles stand here, each one tap away.
        staff=tuple((role.address, page.link(role)) for role in view.of_kind("roles")) if len(desks) == 1 else (),
        cards=cards[:_FIRST_CARDS],
        cards_left=len(cards[_FIRST_CARDS:]),
        tiles=tuple(tiles(page, settings.tasks, settings.default)),
        sectors=by_sector(page, ((id_, cover(page, id_)) for id_ in view.handbook_ids())),
        ways=_ways(page),
        counts=_counts(page),
        examples=examples(view),
    )


def ask_page(view: Library) -> Rendered:
    """The page of the question box."""
    page = Page(view, "ask.html")
    return page.finish("ask.html.j2", page.t.ask_title, page.t.ask_lead, examples=examples(view))


def owner_page(view: Library) -> Rendered:
    """The page of the handbook's owner; what it shows comes from the server."""
    page = Page(view, OWNER)
    return page.finish("owner.html.j2", page.t.owner_title, page.t.owner_lead)


def _desk(page: Page, handbook: str) -> Desk:
    view = page.view
    tasks = moments_of(view, handbook)
    return Desk(
        id=handbook,
        link=Link(view.names(handbook)[1], page.href(f"{handbook}/index.html")),
        posts=main_posts(view, handbook),
        tiles=tuple(tiles(page, tasks, handbook)),
        cards=tuple(card_in(page, handbook, card) for card in cards_of(view, handbook)),
        courses=tuple(page.link(entry) for entry in view.of_kind("courses", handbook)),
        has_forms=bool(view.of_kind("forms", handbook)),
        examples=examples_of(view, handbook),
    )


def _ways(page: Page) -> tuple[Link, ...]:
    """The pages of the whole library."""
    ways = [
        Link(page.t.forms_tile, page.href("forms.html")),
        Link(page.t.form_kinds, page.href(FORM_KINDS)),
        Link(page.t.overview, page.href(OVERVIEW)),
        Link(page.t.all_registers, page.href(REGISTERS)),
        Link(page.t.glossary, page.href("glossary.html")),
    ]
    if page.view.law_ids():
        ways.append(Link(page.t.laws_list, page.href(LAWS)))
    if page.view.of_kind("cards"):
        ways.append(Link(page.t.cards, page.href(CARDS)))
    return tuple(ways)


def _counts(page: Page) -> tuple[str, ...]:
    view, t, forms = page.view, page.t, len(page.view.of_kind("forms"))
    return (
        _counted(t.count_handbook, t.count_handbooks, len(view.handbooks)),
        _counted(t.count_record, t.count_records, len(view.entries) - forms),
        _counted(t.count_step, t.count_steps, count_of_steps(view)),
        _counted(t.count_form, t.count_forms, forms),
    )


def _counted(one: str, several: str, n: int) -> str:
    return (one if n == 1 else several).format(n=n)


@derived
def count_of_steps(view: Library) -> int:
    """How many steps the procedures of the library have."""
    return sum(steps_of(view, entry.address) for entry in view.of_kind("procedures"))


@derived
def steps_of(view: Library, procedure: str) -> int:
    """How many steps a procedure has."""
    record = view.entries[procedure].record
    assert isinstance(record, Procedure)
    return len(record.steps)


@derived
def moments_of(view: Library, handbook: str) -> tuple[Task, ...]:
    """The moments of a handbook's desk."""
    return view.handbooks[handbook].file.tasks


@derived
def examples(view: Library) -> tuple[str, ...]:
    """Questions to begin with, in the words of those who ask: one of each task of the library, or of each handbook."""
    if tasks := view.settings.tasks:
        return _asks_of(view, str(view.settings.default), tasks)
    asked = (examples_of(view, handbook)[:1] for handbook in view.handbook_ids())
    return tuple(dict.fromkeys(ask for asks in asked for ask in asks))[:_EXAMPLES]


@derived
def examples_of(view: Library, handbook: str) -> tuple[str, ...]:
    """The same of each moment of a handbook."""
    return _asks_of(view, handbook, moments_of(view, handbook))


def _asks_of(view: Library, handbook: str, tasks: Iterable[Task]) -> tuple[str, ...]:
    """A question of the record that each of *tasks* leads to."""
    entries = (view.find(task.to, handbook) for task in tasks)
    asks = (_first_ask(view, entry) for entry in entries if entry is not None)
    return tuple(dict.fromkeys(filter(None, asks)))[:_EXAMPLES]


def _first_ask(view: Library, entry: Entry) -> str:
    return next(asks_in(view.lang, entry.record.asks), "")
