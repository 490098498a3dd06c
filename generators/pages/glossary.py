"""The glossary: every term of `terms.yaml` with its other names, in both languages, by the sectors that use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generators.pages.listing import facet, telling
from generators.pages.page import Page, Rendered
from generators.pages.sectors import OTHERS, Sector, about, sectors_of
from generators.wording.tables import say_trade
from schemas.library import Library
from schemas.punctuation import joined
from schemas.terms import DEFAULT, Term
from schemas.terms_used import terms_in
from schemas.words import ByLanguage

_FOREIGN: Final[ByLanguage[str]] = ByLanguage("en", "zh")
_COMMON: Final = "common"
_CHOICES: Final = "choices"
_FEW: Final = 2
"""A term that so many sectors use stands under each of them; one of more is common to all."""


@dataclass(frozen=True, slots=True)
class TermView:
    """A term as the page prints it: in the page's language, in the other one, and what else it is called.

    `by_trade` has the English that handbooks of a trade have instead, behind what these handbooks are called. Where it
    stands a second time it `is_again`: a link to the term leads to the first.
    """

    id: str
    title: str
    foreign: str
    by_trade: tuple[tuple[str, str], ...]
    is_choice: bool
    definition: str
    other: tuple[str, ...]
    is_again: bool = False


def glossary_page(view: Library) -> Rendered:
    """The glossary."""
    page = Page(view, "glossary.html")
    groups = tuple(_groups(page))
    return page.finish(
        "glossary.html.j2",
        page.t.glossary,
        page.t.glossary_lead,
        groups=groups,
        never=view.terms.never,
        foreign_lang=_FOREIGN.of(page.lang),
        facets=telling(facet("sector", page.t.term_sector, ((group.id, group.title) for group in groups))),
    )


def _groups(page: Page) -> Iterator[Sector[TermView]]:
    """The terms that all use, those of each sector, the words of choices, and the rest; not divided without sectors."""
    terms = [term_view(page, term) for term in sorted(page.view.terms.terms, key=_ORDER.of(page.lang))]
    sectors = sectors_of(page.view)
    if len(sectors) == 1:
        yield Sector("", "", "", tuple(terms))
        return
    used_by = _used_by(page.view, sectors)
    groups: dict[str, list[TermView]] = {
        id_: [] for id_ in (_COMMON, *(id_ for id_, _, _ in sectors), _CHOICES, OTHERS)
    }
    for term in terms:
        ids = [_CHOICES] if term.is_choice else used_by.get(term.id) or [OTHERS]
        for number, id_ in enumerate([_COMMON] if len(ids) > _FEW else ids):
            groups[id_].append(replace(term, is_again=number > 0))
    titles = {_COMMON: page.t.common_terms, _CHOICES: page.t.choice_words, OTHERS: page.t.others}
    titles |= {id_: title for id_, title, _ in sectors if title}
    trades = {id_: about(page, handbooks) for id_, _, handbooks in sectors}
    for id_, found in groups.items():
        if found:
            yield Sector(id_, titles[id_], trades.get(id_, ""), tuple(found))


def _used_by(view: Library, sectors: Iterable[tuple[str, str, tuple[str, ...]]]) -> dict[str, list[str]]:
    """The sectors in whose records each term stands, by the id of the term."""
    source, found = view.source or view, dict[str, list[str]]()
    for id_, _, handbooks in sectors:
        entries = (entry for handbook in handbooks for entry in source.of_handbook(handbook))
        for term in dict.fromkeys(term for entry in entries for term in terms_in(source, entry.address)):
            found.setdefault(term, []).append(id_)
    return found


_ORDER: Final[ByLanguage[Callable[[Term], str]]] = ByLanguage(lambda term: "", lambda term: term.english().casefold())
"""By what terms are sorted: Chinese ones stay as the file has them."""


def terms_of(page: Page, addresses: Iterable[str]) -> list[TermView]:
    """The terms that stand in some records."""
    source = page.view.source or page.view
    used = {id_ for address in addresses for id_ in terms_in(source, address)}
    terms = sorted(page.view.terms.terms, key=_ORDER.of(page.lang))
    return [term_view(page, term) for term in terms if term.id in used and not term.choice]


def term_view(page: Page, term: Term) -> TermView:
    """A term in the language of *page*."""
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
