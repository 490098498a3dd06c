"""The glossary: every term of `terms.yaml` with its other names, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from generators.pages.page import Page, Rendered
from generators.wording.tables import say_trade
from schemas.library import Library
from schemas.punctuation import joined
from schemas.terms import DEFAULT, Term
from schemas.words import ByLanguage


@dataclass(frozen=True, slots=True)
class TermView:
    """A term as the page prints it: in the page's language, in the other one, and what else it is called.

    `by_trade` has the English that handbooks of a trade have instead, behind what these handbooks are called.
    """

    id: str
    title: str
    foreign: str
    by_trade: tuple[tuple[str, str], ...]
    is_choice: bool
    definition: str
    other: tuple[str, ...]


def glossary_page(view: Library) -> Rendered:
    """The glossary."""
    page = Page(view, "glossary.html")
    terms = [_term(page, term) for term in sorted(view.terms.terms, key=_ORDER.of(view.lang))]
    return page.finish(
        "glossary.html.j2", page.t.glossary, page.t.glossary_lead, terms=terms, never=view.terms.never
    )  # fmt: skip


_ORDER: Final[ByLanguage[Callable[[Term], str]]] = ByLanguage(lambda term: "", lambda term: term.english().casefold())
"""By what terms are sorted: Chinese ones stay as the file has them."""


def _term(page: Page, term: Term) -> TermView:
    titles = ByLanguage((term.zh, term.english()), (term.english(), term.zh)).of(page.lang)
    aliases = ByLanguage((*term.aliases.zh, *term.aliases.en), (*term.aliases.en, *term.aliases.zh)).of(page.lang)
    defined = term.definition
    definition = ByLanguage(defined.zh, defined.en).of(page.lang) if defined else ""
    other = tuple(map(str, (*term.abbreviations, *aliases)))
    return TermView(term.id, *titles, tuple(_by_trade(page, term)), term.choice, definition, other)


def _by_trade(page: Page, term: Term) -> Iterator[tuple[str, str]]:
    for trade, english in term.en.items():
        if trade != DEFAULT:
            of_trade = [id_ for id_ in page.view.handbook_ids() if page.view.trade(id_) == trade]
            titles = [page.view.names(id_)[1] for id_ in of_trade]
            yield joined(titles, page.lang) or say_trade(trade, page.lang), str(english)
