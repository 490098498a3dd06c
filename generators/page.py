"""Every page of the site, without its frame, in every language of the library.

A page is rendered when something that it was made from has changed, and otherwise taken as it was (`schemas.keeper`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from generators.flowchart import flowchart_svg
from generators.kinds import PAGES
from generators.pages.all_registers import all_registers_page
from generators.pages.cards import cards_page
from generators.pages.chart import DrawnChart
from generators.pages.form_kinds import form_kinds_page
from generators.pages.forms import forms_page
from generators.pages.glossary import glossary_page
from generators.pages.handbook import handbook_page
from generators.pages.home import OWNER, ask_page, home_page, owner_page
from generators.pages.laws import laws_page
from generators.pages.overview import overview_page
from generators.pages.page import CARDS, FORM_KINDS, LAWS, OVERVIEW, REGISTERS, Page, Rendered
from generators.pages.record import Content, record_page
from generators.pages.registers import registers_page
from generators.pages.roles import ROLES, roles_page
from generators.pages.uses import url_of_uses, uses_page, with_page_of_uses
from generators.pages.who import who_page, who_url
from generators.printing.prints import NO_PRINTS, Prints
from schemas.entry import Entry
from schemas.library import Library
from schemas.reads import Followed

_WORKERS: Final = 2
"""So many flowcharts are laid out at a time."""
_AT_ONCE: Final = 100
"""So many pages are looked for before the first of them is rendered, so that their flowcharts are drawn meanwhile."""

Drawing = Callable[[], Followed[str | None]]
"""Draws a flowchart as SVG, or waits for it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that is not rendered yet: where it stands, and what renders it of the flowchart of its record, if any."""

    view: Library
    url: str
    render: Callable[[str | None], Rendered]
    entry: Entry | None = None

    @property
    def key(self) -> str:
        """By what it is kept."""
        return f"page/{self.url}"


@dataclass(frozen=True, slots=True)
class Finished:
    """A page that is rendered, or kept from before: then it is not read before somebody asks for it.

    Attributes:
        draft: where it stands.
        mark: another page, or another text of this one, has another.
        packed: gives the page as it is kept.
    """

    draft: Draft
    mark: str
    packed: Callable[[], bytes]

    @property
    def page(self) -> Rendered:
        """The page."""
        title, description, start, content = self.packed().decode("utf-8", "surrogatepass").split("\n", 3)
        return Rendered(self.draft.view.lang, self.draft.url, title, description, content, start)


def render_pages(library: Library, cache: Path | None = None, prints: Prints = NO_PRINTS) -> Iterator[Rendered]:
    """Every page of every language.

    Args:
        library: any view of the library; its keeper keeps the pages.
        cache: a folder that keeps the layouts of flowcharts from build to build.
        prints: the PDFs and pictures of forms that stand on the site.
    """
    return (finished.page for finished in rendered(drafts(library, prints), cache, prints))


def drafts(library: Library, prints: Prints = NO_PRINTS) -> list[Draft]:
    """Every page of every language, not rendered yet."""
    return [draft for lang in library.languages for draft in _drafts(library.view(lang), prints)]


def draft_at(view: Library, url: str, prints: Prints = NO_PRINTS) -> Draft | None:
    """The page at *url*, looked for without asking which others there are; None where that would have to be known."""
    entry = view.entries.get(url.removesuffix(".html"))
    if entry is not None:
        return _of_entry(view, entry, prints)
    book = url.partition("/")[0]
    others = _of_handbook(view, book, prints) if book in view.handbooks else _of_library(view, prints)
    return next((draft for draft in others if draft.url == url), None)


def rendered(pages: Sequence[Draft], cache: Path | None = None, prints: Prints = NO_PRINTS) -> Iterator[Finished]:
    """Every one of *pages*, in their order: as it is kept, or rendered now."""
    with ThreadPoolExecutor(_WORKERS) as pool:
        for first in range(0, len(pages), _AT_ONCE):
            looked_up = [
                (draft, draft.view.keeper.mark(draft.key, draft.view, prints))
                for draft in pages[first : first + _AT_ONCE]
            ]
            charts = [None if mark else _chart(draft, cache) for draft, mark in looked_up]
            drawings = [chart and pool.submit(chart).result for chart in charts]
            for (draft, mark), drawing in zip(looked_up, drawings, strict=True):
                yield Finished(draft, mark, partial(_kept, draft, mark, cache)) if mark else _render(draft, drawing)


def _kept(draft: Draft, mark: str, cache: Path | None) -> bytes:
    """A page as it is kept; rendered once more where it is lost."""
    packed = draft.view.keeper.apart(draft.key, draft.view, mark)
    return _render(draft, _chart(draft, cache)).packed() if packed is None else packed


def _chart(draft: Draft, cache: Path | None) -> Drawing | None:
    if draft.entry is None or PAGES[draft.entry.kind].chart is None:
        return None
    return partial(Followed.of, partial(flowchart_svg, draft.view, draft.entry, cache))


def _render(draft: Draft, drawing: Drawing | None) -> Finished:
    def render() -> bytes:
        return _pack(draft.render(drawing().use() if drawing else None))

    mark, packed = draft.view.keeper.renew_apart(draft.key, draft.view, render)
    return Finished(draft, mark, lambda: packed)


def _pack(page: Rendered) -> bytes:
    """A page as it is kept: all but its content has no line break."""
    return "\n".join((page.title, page.description, page.start, page.content)).encode("utf-8", "surrogatepass")


def _drafts(view: Library, prints: Prints) -> Iterator[Draft]:
    yield from _of_library(view, prints)
    for handbook in view.handbooks:
        yield from _of_handbook(view, handbook, prints)
    for handbook in ("", *view.handbooks):
        long = with_page_of_uses(view, handbook)
        for entry in view.of_handbook(handbook):
            yield _of_entry(view, entry, prints)
            if entry.address in long:
                yield _of_uses(view, entry)


def _of_library(view: Library, prints: Prints) -> Iterator[Draft]:
    yield Draft(view, "index.html", lambda _: home_page(view))
    yield Draft(view, "ask.html", lambda _: ask_page(view))
    yield Draft(view, OWNER, lambda _: owner_page(view))
    yield Draft(view, "forms.html", lambda _: forms_page(view, prints))
    yield Draft(view, OVERVIEW, lambda _: overview_page(view))
    yield Draft(view, FORM_KINDS, lambda _: form_kinds_page(view, prints))
    yield Draft(view, REGISTERS, lambda _: all_registers_page(view))
    yield Draft(view, "glossary.html", lambda _: glossary_page(view))
    if view.of_kind("cards"):
        yield Draft(view, CARDS, lambda _: cards_page(view))
    if view.of_kind("roles"):
        yield Draft(view, ROLES, lambda _: roles_page(view))
    if view.law_ids():
        yield Draft(view, LAWS, lambda _: laws_page(view))


def _of_handbook(view: Library, handbook: str, prints: Prints) -> Iterator[Draft]:
    yield Draft(view, f"{handbook}/index.html", lambda _: handbook_page(view, handbook, prints))
    yield Draft(view, f"{handbook}/registers.html", lambda _: registers_page(view, handbook))
    if view.of_kind("roles", handbook):
        yield Draft(view, who_url(handbook), lambda _: who_page(view, handbook))


def _of_entry(view: Library, entry: Entry, prints: Prints) -> Draft:
    return Draft(view, entry.url, lambda chart: render_record(view, entry, chart, prints), entry)


def _of_uses(view: Library, entry: Entry) -> Draft:
    return Draft(view, url_of_uses(entry.address), lambda _: uses_page(view, entry))


def render_record(view: Library, entry: Entry, chart: str | None = None, prints: Prints = NO_PRINTS) -> Rendered:
    """The page of one record; *chart* is its flowchart as SVG, as `flowchart_svg` draws it."""
    page = Page(view, entry.url, entry, prints, DrawnChart.of(chart) if chart else None)
    return record_page(page, content_of(page))


def content_of(page: Page) -> Content:
    """What the page's record says, between the head and the foot that every record has."""
    assert page.entry is not None
    return PAGES[page.entry.kind].content(page)
