"""The glossary: every term of `terms.yaml` with its other names, in both languages."""

from __future__ import annotations

from generators.pages.page import Page
from schemas.library import Library
from schemas.terms import Term


def glossary_page(view: Library) -> str:
    """The glossary as Markdown."""
    page = Page(view, "glossary.html")
    terms = sorted(view.terms.terms, key=lambda term: term.en.casefold()) if view.lang == "en" else view.terms.terms
    listed = [(term, _other(page, term)) for term in terms]
    return page.finish("glossary.html.j2", page.t["glossary"], page.t["glossary_lead"], terms=listed)


def _other(page: Page, term: Term) -> tuple[str, ...]:
    own, foreign = term.aliases.zh, term.aliases.en
    ordered = (*own, *foreign) if page.lang == "zh" else (*foreign, *own)
    return tuple(map(str, (*term.abbreviations, *ordered)))
