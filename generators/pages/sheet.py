"""The button of a page for the sheet of one page of its record (`generators/onepage`), where there is one."""

from __future__ import annotations

from collections.abc import Iterator

from generators.onepage.places import sheet_path
from generators.pages.page import Page
from generators.pages.record import Action


def sheet_href(page: Page, book: str = "") -> str:
    """Where the sheet is, of a card as *book* has it; empty where there is none."""
    assert page.entry is not None
    path = sheet_path(page.entry, page.lang, book)
    return page.file_href(path) if page.prints.has_sheet(path) else ""


def sheet_actions(page: Page, says: str) -> Iterator[Action]:
    """The button, which *says* what the sheet gives."""
    if href := sheet_href(page):
        yield Action(page.t.sheet_pdf, "file", href, says=says)
