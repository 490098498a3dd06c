"""What people say in an emergency, as the question box is to know it: each sentence once, and on one side only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from schemas.card import Card
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.library import Library
from schemas.messages import Cards
from schemas.reads import derived
from schemas.words import LANGUAGES

_Side = Literal["cries", "calm"]
_SIDES: Final[tuple[_Side, ...]] = ("cries", "calm")


def check_cries(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about the cries of a card: there are none, or one stands somewhere already."""
    if not isinstance(entry.record, Card):
        return
    if not (entry.record.cries.zh and entry.record.cries.en):
        yield entry.document.finding((), Cards.CRIES_MISSING)
    earlier = (other.address for other in library.of_kind("cards") if other.id < entry.id)
    said = {key: (side, f"{other} {side}") for other in earlier for side, key in sentences_of(library, other)}
    for side in _SIDES:
        for lang in LANGUAGES:
            for number, sentence in enumerate(getattr(getattr(entry.record, side), lang)):
                key = _bare(sentence)
                if before := said.get(key):
                    rule = Cards.CRY_TWICE if before[0] == side else Cards.CRY_AND_CALM
                    yield entry.document.finding((side, lang, number), rule, value=sentence, other=before[1])
                said.setdefault(key, (side, side))


@derived
def sentences_of(view: Library, card: str) -> tuple[tuple[str, str], ...]:
    """What a card has of sentences, each with the side it stands on, as they are compared."""
    record = view.entries[card].record
    assert isinstance(record, Card)
    sides = ((side, getattr(record, side)) for side in _SIDES)
    return tuple((side, _bare(sentence)) for side, given in sides for sentence in (*given.zh, *given.en))


def _bare(sentence: str) -> str:
    """A sentence without case, spaces and punctuation."""
    return "".join(letter for letter in sentence.casefold() if letter.isalnum())
