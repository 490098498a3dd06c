"""The collection at a glance: what there is of each kind in every handbook, where it stands and what is due.

What is due depends on the day: the page has the days, and the browser counts (`site/docs/assets/soon.js`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, get_args

from generators.pages.laws import law_state
from generators.pages.listing import facet, telling
from generators.pages.page import LAWS, OVERVIEW, REGISTERS, Link, Page, Rendered
from generators.pages.sectors import sectors_of
from generators.pages.standing import Standing, standing_of, sum_of
from schemas.kinds import KINDS, OF_LIBRARY, KindName
from schemas.library import Library
from schemas.reads import derived
from schemas.record import State

STATES: Final[tuple[State, ...]] = get_args(State)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and the list of what it counts; nothing is listed of none."""

    title: str
    n: int
    href: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What a line is about; `lists` is where its records are listed, up to the condition that narrows them down."""

    id: str
    book: Link
    lists: str
    edition: str = ""
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A handbook in numbers, or all of them; `dues` are the days of review, each with how many are due on it."""

    of: Subject
    kinds: tuple[Figure, ...]
    total: Figure
    states: tuple[Figure, ...]
    review: Link
    dues: str
    due: str


def overview_page(view: Library) -> Rendered:
    """The collection at a glance."""
    page = Page(view, OVERVIEW)
    books = (*view.handbook_ids(), *([""] if view.of_handbook("") else ()))
    standings = {book: standing_of(view, book) for book in books}
    whole = sum_of(tuple(standings.values()))
    kinds = tuple(kind for kind, _ in whole.kinds)
    sectors = [(id_, title or page.t.others) for id_, title, _ in sectors_of(view) if id_]
    everything = Subject("", Link(page.t.whole_library), f"{page.href(REGISTERS)}#?")
    return page.finish(
        "overview.html.j2",
        page.t.overview,
        page.t.overview_lead,
        kinds=tuple(KINDS[kind] for kind in kinds),
        states=STATES,
        whole=_line(page, everything, whole, kinds),
        lines=tuple(_line(page, _subject(page, book), standings[book], kinds) for book in books),
        undated=whole.undated,
        facets=telling(facet("sector", page.t.term_sector, sectors)),
        laws=tuple(_laws(page)),
        laws_n=len(view.law_ids()),
    )


def _subject(page: Page, book: str) -> Subject:
    """One handbook, or the records that stand once for all."""
    if not book:
        shared = OF_LIBRARY[0]
        link = Link(page.t.of_library, page.href(f"{shared}.html"))
        return Subject(shared, link, f"{page.href(REGISTERS)}#?book={shared}&")
    link = Link(page.view.names(book)[1], page.href(f"{book}/index.html"))
    sector = next((id_ for id_, _, books in sectors_of(page.view) if book in books), "")
    return Subject(book, link, f"{page.href(f'{book}/registers.html')}#?", _edition(page, book), sector)


def _edition(page: Page, book: str) -> str:
    edition, effective = edition_of(page.view, book)
    since = page.t.source_effective.format(date=effective) if effective else ""
    return " · ".join(filter(None, (page.t.edition_value.format(edition=edition), since)))


@derived
def edition_of(view: Library, handbook: str) -> tuple[str, str]:
    """The edition of a handbook, and the day from which it holds."""
    file = view.handbooks[handbook].file
    return str(file.edition), str(file.effective or "")


def _line(page: Page, subject: Subject, standing: Standing, kinds: tuple[KindName, ...]) -> Line:
    lists = subject.lists
    return Line(
        of=subject,
        kinds=tuple(
            Figure(KINDS[kind].words.of(page.lang), standing.of_kind(kind), f"{lists}kind={kind}") for kind in kinds
        ),
        total=Figure(page.t.whole_library, standing.total, lists.rstrip("#?&")),
        states=tuple(Figure(page.state(state), standing.in_state(state), f"{lists}status={state}") for state in STATES),
        review=Link(standing.reviews[0][0] if standing.reviews else "", f"{lists}sort=review"),
        dues=" ".join(f"{day}:{n}" for day, n in standing.reviews),
        due=f"{lists}due=30",
    )


def _laws(page: Page) -> Iterator[Link]:
    """How many laws there are of each state."""
    words = {"unchecked": page.t.not_checked, "checked": page.t.law_checked, "superseded": page.t.law_superseded}
    for state, n in Counter(law_state(law) for law in page.view.laws.laws).items():
        yield Link(page.t.laws_of.format(state=words[state], n=n), f"{page.href(LAWS)}#?status={state}")
