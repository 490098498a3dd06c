"""The list of emergency cards."""

from __future__ import annotations

from generators.pages.page import CARDS, Link, Page, Rendered
from schemas.library import Library


def cards_page(view: Library) -> Rendered:
    """Every card of the library."""
    page = Page(view, CARDS)
    return page.finish("cards.html.j2", page.t.cards, page.t.cards_lead, cards=all_cards(page))


def all_cards(page: Page) -> list[Link]:
    """The cards of the library, by id, as links."""
    return [page.link(entry) for entry in page.view.of_kind("cards")]
