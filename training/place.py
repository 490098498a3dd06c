"""Where the handbook says what an item asks: the record with its code, and its part; of a term, the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from generators.wording.theme import ThemeWords
from schemas.library import Library
from schemas.terms import GLOSSARY
from schemas.words import Bilingual
from training.item import Item


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the handbook in one language.

    Attributes:
        code: the record's code; empty where it has none.
        title: the record's title.
        part: what its part is called; empty for the record as a whole.
    """

    code: str
    title: str
    part: str


def place_of(view: Library, item: Item) -> Place:
    """The place that says what *item* asks, in the language of *view*."""
    if item.record == GLOSSARY:
        return Place("", ThemeWords(view.lang).glossary, _term(view, item))
    entry = view.entries[item.record]
    part = next((id_ for id_, part in entry.parts.items() if part.anchor == item.anchor), "") if item.anchor else ""
    return Place(str(entry.code), view.title(item.record), view.heading(item.record, part).title if part else "")


def _term(view: Library, item: Item) -> str:
    id_ = item.place.partition(".")[0]
    term = next(term for term in view.terms.terms if term.id == id_)
    return Bilingual(term.zh, term.english()).of(view.lang)
