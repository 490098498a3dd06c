"""Terms of the library in running text: a word that is met for the first time on a page says what it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final

from markupsafe import Markup

from schemas.library import Library
from schemas.reads import derived
from schemas.terms_used import terms_in
from schemas.words import ByLanguage

Words = tuple[tuple[str, str], ...]
"""Terms that have a meaning: how each is written, and its id."""


@derived
def defined_words(view: Library, address: str) -> Words:
    """The terms with a meaning that stand in a record, as the trade of its handbook writes them; longer ones first.

    An English word is a term only where the Chinese has it: «run» and «lead» are words of every day too.
    """
    trade = view.trade(view.entries[address].handbook)
    there = frozenset(terms_in(view.source or view, address))
    written = ((term, ByLanguage(str(term.zh), term.english(trade)).of(view.lang)) for term in view.terms.terms)
    found = ((word, str(term.id)) for term, word in written if term.definition and term.id in there)
    return tuple(sorted(found, key=lambda each: (-len(each[0]), each)))


@derived
def meaning(view: Library, term: str) -> str:
    """What a term means."""
    found = next((each.definition for each in view.terms.terms if each.id == term), None)
    return ByLanguage(str(found.zh), str(found.en)).of(view.lang) if found else ""


def split(text: str, words: Words, lang: str) -> Iterator[tuple[str, str]]:
    """*text* in pieces, each with the id of the term that it is, or without one."""
    ids = {word.casefold(): term for word, term in words}
    for number, piece in enumerate(_pattern(tuple(ids), lang).split(text)):
        yield piece, ids[piece.casefold()] if number % 2 else ""


def with_meanings(
    text: Markup, words: Words, view: Library, href: Callable[[str], str], known: set[str]
) -> Iterator[Markup]:
    """*text*, escaped already, with every term that is not *known* as a link to the glossary that has its meaning."""
    for piece, term in split(str(text), words, view.lang):
        if term and term not in known:
            known.add(term)
            yield _LINK.format(href(f"term-{term}"), meaning(view, term), Markup(piece))  # noqa: S704 - as it came
        else:
            yield Markup(piece)  # noqa: S704 - as it came


_LINK: Final = Markup('<a class="def" href="{}" data-def="{}">{}</a>')


@cache
def _pattern(words: Sequence[str], lang: str) -> re.Pattern[str]:
    """Finds *words*; by their first letters, which is quicker. An English word is a whole one, or several of it."""
    by_first = groupby(sorted(words, key=lambda word: (word[0], -len(word))), key=lambda word: word[0])
    some = [
        re.escape(first) + "(?:" + "|".join(re.escape(word[1:]) for word in those) + ")" for first, those in by_first
    ]
    whole = ByLanguage("({})", r"(?<![\w&-])({})(?=s?(?![\w;-]))").of(lang)
    return re.compile(whole.format("|".join(some) or "(?!)"), re.IGNORECASE)
