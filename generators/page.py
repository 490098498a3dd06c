"""Every page of the site, without its frame, in every language of the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generators.flowchart import flowcharts
from generators.kinds import PAGES
from generators.pages.chart import DrawnChart
from generators.pages.forms import forms_page
from generators.pages.glossary import glossary_page
from generators.pages.handbook import handbook_page
from generators.pages.home import ask_page, home_page
from generators.pages.page import Page, Rendered
from generators.pages.record import Content, record_page
from generators.pages.registers import registers_page
from generators.printing.prints import NO_PRINTS, Prints
from schemas.library import Entry, Library


def render_pages(library: Library, cache: Path | None = None, prints: Prints = NO_PRINTS) -> Iterator[Rendered]:
    """Every page of every language.

    Args:
        library: any view of the library.
        cache: a folder that keeps the layouts of flowcharts from build to build.
        prints: the PDFs and pictures of forms that stand on the site.
    """
    for lang in library.settings.languages:
        yield from _pages(library.view(lang), cache, prints)


def _pages(view: Library, cache: Path | None, prints: Prints) -> Iterator[Rendered]:
    yield home_page(view)
    yield ask_page(view)
    yield forms_page(view, prints)
    yield glossary_page(view)
    for handbook in view.handbooks:
        yield handbook_page(view, handbook)
        yield registers_page(view, handbook)
    charts = flowcharts(view, view.entries.values(), cache)
    for entry in view.entries.values():
        yield render_record(view, entry, charts.get(entry.address), prints)


def render_record(view: Library, entry: Entry, chart: str | None = None, prints: Prints = NO_PRINTS) -> Rendered:
    """The page of one record; *chart* is its flowchart as SVG, as `flowchart_svg` draws it."""
    page = Page(view, entry.url, entry, prints, DrawnChart.of(chart) if chart else None)
    return record_page(page, content_of(page))


def content_of(page: Page) -> Content:
    """What the page's record says, between the head and the foot that every record has."""
    assert page.entry is not None
    return PAGES[page.entry.kind].content(page)
