"""The handbooks by sector: what the first page, the list of forms and the glossary begin with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from generators.pages.page import Link, Page
from generators.wording.tables import say_trade
from schemas.course import Course
from schemas.kinds import KINDS, Kind
from schemas.library import Library
from schemas.reads import derived
from schemas.words import Bilingual

_T = TypeVar("_T")

OTHERS: Final = "others"
"""The id of what is in no sector."""


@dataclass(frozen=True, slots=True)
class Sector(Generic[_T]):
    """What a page has of the handbooks of one sector; `about` is what its trades are called.

    Where the library is not divided there is one, without a title.
    """

    id: str
    title: str
    about: str
    items: tuple[_T, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """A handbook on the shelf: whose it is, what it is about, for which posts, and how much there is in it."""

    id: str
    link: Link
    company: str
    summary: str
    posts: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


def by_sector(page: Page, items: Iterable[tuple[str, _T]]) -> tuple[Sector[_T], ...]:
    """*items*, each with its handbook, by the sectors of the handbooks; those that have none are left out."""
    given: dict[str, list[_T]] = {}
    for handbook, item in items:
        given.setdefault(handbook, []).append(item)
    return tuple(
        Sector(id_, title or (page.t.others if id_ else ""), about(page, handbooks), found)
        for id_, title, handbooks in sectors_of(page.view)
        if (found := tuple(item for handbook in handbooks for item in given.get(handbook, ())))
    )


def about(page: Page, handbooks: Iterable[str]) -> str:
    """What the trades of some handbooks are called."""
    trades = dict.fromkeys(page.view.trade(handbook) for handbook in handbooks)
    return page.t.list_separator.join(say_trade(trade, page.lang) for trade in trades if trade)


@derived
def sectors_of(view: Library) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Id and title of each sector with its handbooks, those of no sector last, without a title.

    A library that is not divided is one sector without an id.
    """
    books, left, found = view.handbook_ids(), dict.fromkeys(view.handbook_ids()), []
    for sector in view.settings.sectors:
        mine = tuple(book for book in books if book in left and view.trade(book) in sector.trades)
        found.append((str(sector.id), str(sector.title), mine))
        left = dict.fromkeys(book for book in left if book not in mine)
    found.append((OTHERS if view.settings.sectors else "", "", tuple(left)))
    return tuple(each for each in found if each[2])


def cover(page: Page, handbook: str) -> Cover:
    """A handbook as it stands on the shelf."""
    title, company, summary = cover_of(page.view, handbook)
    kinds = Counter(entry.kind for entry in page.view.of_handbook(handbook))
    return Cover(
        id=handbook,
        link=Link(title, page.href(f"{handbook}/index.html")),
        company=company,
        summary=summary,
        posts=main_posts(page.view, handbook),
        counts=tuple((_counted(KINDS[kind], n).of(page.lang), n) for kind, n in kinds.items()),
    )


@derived
def cover_of(view: Library, handbook: str) -> tuple[str, str, str]:
    """The title of a handbook, whose it is, and what it is about."""
    file = view.handbooks[handbook].file
    return str(file.title), str(file.company.short or file.company.name), str(file.summary)


@derived
def main_posts(view: Library, handbook: str) -> tuple[str, ...]:
    """The posts that a handbook is for: those that it has a course for, by what they are called."""
    courses = (entry.record for entry in view.of_kind("courses", handbook))
    roles = dict.fromkeys(str(course.role) for course in courses if isinstance(course, Course) and course.role)
    return tuple(view.actor_title(role, handbook) for role in roles)


def _counted(kind: Kind, n: int) -> Bilingual:
    return kind.noun if n == 1 else kind.nouns
