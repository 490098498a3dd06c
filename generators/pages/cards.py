"""The list of emergency cards."""

from __future__ import annotations

from generators.pages.page import CARDS, Link, Page, Rendered
from schemas.cards_used import cards_of
from schemas.library import Library


def cards_page(view: Library) -> Rendered:
    """Every card of the library."""
    page = Page(view, CARDS)
    return page.finish("cards.html.j2", page.t.cards, page.t.cards_lead, cards=all_cards(page))


def all_cards(page: Page) -> list[Link]:
    """The cards of the library as links: as the handbooks list them, the most urgent first; then the others by id."""
    view = page.view
    listed = (address for book in view.handbook_ids() for address in cards_of(view, book))
    addresses = dict.fromkeys((*listed, *(entry.address for entry in view.of_kind("cards"))))
    return [page.link(view.entries[address]) for address in addresses]


def card_in(page: Page, handbook: str, address: str) -> Link:
    """A card with the people and places of *handbook*."""
    card = page.view.entries[address]
    return Link(page.link(card).title, page.href(card, f"in-{handbook}"))
