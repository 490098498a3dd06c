"""The list of laws: for an auditor, what every handbook rests on, who last checked it and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generators.pages.listing import facet, telling
from generators.pages.page import LAWS, Link, Page, Rendered
from schemas.laws import Citation, Law
from schemas.library import Library
from schemas.reads import derived
from schemas.walk import every

LawState = Literal["checked", "unchecked", "superseded"]
"""Whether a law is in force, as far as somebody has looked."""


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A record that rests on a law, and the articles that it names; `book` is its handbook, empty for a card."""

    link: Link
    book: str
    articles: str


@dataclass(frozen=True, slots=True)
class LawView:
    """A law as the page prints it."""

    law: Law
    state: LawState
    replaced: str
    books: tuple[str, ...]
    cited_by: tuple[CitedBy, ...]


def laws_page(view: Library) -> Rendered:
    """The list of laws."""
    page = Page(view, LAWS)
    laws = law_views(page, view.addresses())
    books = [book for book in view.handbook_ids() if any(book in law.books for law in laws)]
    states = {
        "unchecked": page.t.not_checked, "checked": page.t.law_checked, "superseded": page.t.law_superseded,
    }  # fmt: skip
    return page.finish(
        "laws.html.j2",
        page.t.laws_list,
        page.t.laws_lead,
        laws=laws,
        facets=telling(
            facet("book", page.t.handbook, ((book, view.names(book)[0]) for book in books)),
            facet("status", page.t.in_force, ((law.state, states[law.state]) for law in laws)),
        ),
    )


def law_views(page: Page, addresses: Iterable[str]) -> list[LawView]:
    """Every law, with those of some records that cite it."""
    cited = _cited(page, addresses)
    return [_law(page, str(law.id), law, cited) for law in page.view.laws.laws]


def _law(page: Page, id_: str, law: Law, cited: dict[str, list[CitedBy]]) -> LawView:
    state = law_state(law)
    cited_by = tuple(cited.get(id_, ()))
    books = tuple(dict.fromkeys(each.book for each in cited_by if each.book))
    return LawView(law, state, page.checked(id_) if law.superseded_by else "", books, cited_by)


def law_state(law: Law) -> LawState:
    """Whether *law* is in force, as far as somebody has looked."""
    if law.superseded_by:
        return "superseded"
    return "checked" if law.checked else "unchecked"


def _cited(page: Page, addresses: Iterable[str]) -> dict[str, list[CitedBy]]:
    cited: dict[str, list[CitedBy]] = {}
    for address in addresses:
        for citation in citations_of(page.view, address):
            entry = page.view.entries[address]
            cited_by = CitedBy(page.link(entry), entry.handbook, page.articles(citation))
            cited.setdefault(str(citation.law), []).append(cited_by)
    return cited


@derived
def citations_of(view: Library, address: str) -> tuple[Citation, ...]:
    """The laws that a record cites, wherever it does."""
    return tuple(every(Citation, view.entries[address].record))
