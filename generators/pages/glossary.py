"""The glossary: every term of `terms.yaml` with its other names, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from generators.pages.page import Page, Rendered
from schemas.library import Library
from schemas.terms import Term
from schemas.words import ByLanguage


@dataclass(frozen=True, slots=True)
class TermView:
    """A term as the page prints it: in the page's language, in the other one, and what else it is called."""

    id: str
    title: str
    foreign: str
    definition: str
    other: tuple[str, ...]


def glossary_page(view: Library) -> Rendered:
    """The glossary."""
    page = Page(view, "glossary.html")
    terms = [_term(page, term) for term in sorted(view.terms.terms, key=_ORDER.of(view.lang))]
    return page.finish("glossary.html.j2", page.t.glossary, page.t.glossary_lead, terms=terms)


_ORDER: Final[ByLanguage[Callable[[Term], str]]] = ByLanguage(lambda term: "", lambda term: term.en.casefold())
"""By what terms are sorted: Chinese ones stay as the file has them."""


def _term(page: Page, term: Term) -> TermView:
    titles = ByLanguage((term.zh, term.en), (term.en, term.zh)).of(page.lang)
    aliases = ByLanguage((*term.aliases.zh, *term.aliases.en), (*term.aliases.en, *term.aliases.zh)).of(page.lang)
    defined = term.definition
    definition = ByLanguage(defined.zh, defined.en).of(page.lang) if defined else ""
    return TermView(term.id, *titles, definition, tuple(map(str, (*term.abbreviations, *aliases))))
