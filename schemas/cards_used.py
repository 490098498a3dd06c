"""Which handbooks use which emergency cards."""

from __future__ import annotations

from schemas.card import CardCall
from schemas.library import Library
from schemas.reads import derived


@derived
def books_of(view: Library, card: str) -> tuple[str, ...]:
    """The handbooks that use a card."""
    return tuple(book for book in view.handbook_ids() if card in cards_of(view, book))


@derived
def cards_of(view: Library, handbook: str) -> tuple[str, ...]:
    """The addresses of the cards that a handbook uses, in its order; one that is not there is left out."""
    cards = view.handbooks[handbook].file.cards
    found = (view.find(f"cards/{name}") for name in cards.use) if cards else ()
    return tuple(card.address for card in found if card is not None)


def number_called(view: Library, call: CardCall, handbook: str) -> str:
    """What a handbook has for a number of a card: its project's value, or that of the one called instead."""
    numbers = (call.number, call.instead)
    return next(filter(None, (view.number_in(each, handbook) for each in numbers if each is not None)), "")
