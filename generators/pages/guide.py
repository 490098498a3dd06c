"""The page of a guide: points to know, and the right way beside the wrong one."""

from __future__ import annotations

from generators.pages.page import Page
from generators.pages.record import Content, ask_dock, print_action
from schemas.guide import Guide


def content(page: Page) -> Content:
    """What the page of a guide says."""
    assert page.entry is not None
    guide = page.entry.record
    assert isinstance(guide, Guide)
    body = page.render("guide.html.j2", guide=guide)
    sections = tuple((f"section-{section.id}", page.plain(section.title)) for section in guide.sections)
    return Content(body, actions=(print_action(page),), dock=ask_dock(page), sections=sections)
