"""The list of laws: for an auditor, what every handbook rests on, who last checked it and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generators.pages.page import LAWS, Link, Page, Rendered
from schemas.laws import Citation, Law
from schemas.library import Library
from schemas.reads import derived
from schemas.walk import every


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A record that rests on a law, and the articles that it names."""

    link: Link
    articles: str


@dataclass(frozen=True, slots=True)
class LawView:
    """A law as the page prints it."""

    law: Law
    state: str
    cited_by: tuple[CitedBy, ...]


def laws_page(view: Library) -> Rendered:
    """The list of laws."""
    page = Page(view, LAWS)
    laws = law_views(page, view.addresses())
    return page.finish("laws.html.j2", page.t.laws_list, page.t.laws_lead, laws=laws)


def law_views(page: Page, addresses: Iterable[str]) -> list[LawView]:
    """Every law, with those of some records that cite it."""
    cited = _cited(page, addresses)
    return [_law(page, str(law.id), law, cited) for law in page.view.laws.laws]


def _law(page: Page, id_: str, law: Law, cited: dict[str, list[CitedBy]]) -> LawView:
    return LawView(law, page.checked(id_) if law.superseded_by else "", tuple(cited.get(id_, ())))


def _cited(page: Page, addresses: Iterable[str]) -> dict[str, list[CitedBy]]:
    cited: dict[str, list[CitedBy]] = {}
    for address in addresses:
        for citation in citations_of(page.view, address):
            link = page.link(page.view.entries[address])
            cited.setdefault(str(citation.law), []).append(CitedBy(link, page.articles(citation)))
    return cited


@derived
def citations_of(view: Library, address: str) -> tuple[Citation, ...]:
    """The laws that a record cites, wherever it does."""
    return tuple(every(Citation, view.entries[address].record))
