"""The English of the term file: Chinese in its place, one word for two terms, definitions that say another thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from schemas.checks.english import CHINESE, beginning, check_words
from schemas.document import Document, Location
from schemas.findings import Finding
from schemas.messages import English, Glossary
from schemas.terms import Term

_LATIN: Final = re.compile("[A-Za-z]")
_PLURAL: Final = re.compile(r"(?<=[a-z]{3})(?:es|s)\b")


def check_english_of_terms(terms: Iterable[Term], document: Document) -> Iterator[Finding]:
    """Findings about the English of each term."""
    first: dict[tuple[str, str, str], int] = {}
    for number, term in enumerate(terms):
        for where, word in _english_words(term):
            if CHINESE.search(word) or not _LATIN.search(word):
                yield document.finding(("terms", number, *where), Glossary.TERM_NOT_ENGLISH, value=word)
        if term.definition is not None:
            yield from _definition(term.definition.zh, term.definition.en, number, document)
        if not term.choice:
            before = first.setdefault(_meaning(term), number)
            if before != number:
                values = {"value": term.english(), "first": document.place(("terms", before, "id"))[0]}
                yield document.finding(("terms", number, "en"), Glossary.TERM_ENGLISH_SHARED, **values)


def _english_words(term: Term) -> Iterator[tuple[Location, str]]:
    """The English of a term in each trade, and its aliases, each with its place in the term."""
    one = len(term.en) == 1
    yield from ((("en",) if one else ("en", str(trade)), str(word)) for trade, word in term.en.items())
    yield from ((("aliases", "en", index), str(word)) for index, word in enumerate(term.aliases.en))


def _meaning(term: Term) -> tuple[str, str, str]:
    """What a reader of the English glossary is told of a term: its word, whatever its number, and its definition."""
    definition = term.definition
    return _PLURAL.sub("", term.english().casefold()), *((definition.zh, definition.en) if definition else ("", ""))


def _definition(source: str, translation: str, number: int, document: Document) -> Iterator[Finding]:
    """The findings for a definition whose English says otherwise; a Chinese word that is explained may stand in it."""
    for rule, values in check_words(source, translation):
        if rule != English.TRANSLATION_CHINESE:
            told = {"value": beginning(source), "address": "definition.en", "catalogue": document.path, **values}
            yield document.finding(("terms", number, "definition", "en"), rule, **told)
