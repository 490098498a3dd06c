"""The printed book: a handbook as one file, every record in the order of its chapters, links leading within it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from markupsafe import Markup

from generators.assets import book_styles
from generators.flowchart import flowcharts
from generators.page import content_of
from generators.pages.chapters import Shelf, shelves
from generators.pages.chart import DrawnChart
from generators.pages.page import Page
from generators.pages.template import environment, finished
from schemas.kinds import KINDS
from schemas.languages import SUFFIX, TAGS
from schemas.library import Entry, Library

# Author text is escaped, so a quotation mark in one of these can only be ours.
_IDS: Final = re.compile(r'( id="| for="| aria-labelledby="| aria-describedby="|url\(#)')
_LINKS: Final = re.compile(rf'( href="#)(?!(?:{"|".join(KINDS)})-)')
_HEADING: Final = '<h3 class="book__section" id="{id}">{title}</h3>'


class BookPage(Page):
    """A record inside the book: what stands in the same handbook is a place in the same file, all else has no link."""

    def href(self, target: Entry | str, part: str = "") -> str:
        """The place of a record, or of a part of it, in the book; empty for everything outside it."""
        if isinstance(target, Entry) and self.entry is not None and target.handbook == self.entry.handbook:
            return f"#{key(target)}{f'--{part}' if part else ''}"
        return ""

    def file_href(self, path: str) -> str:
        """Files are not part of the book: a form's name stands there without a link."""
        return ""


def key(entry: Entry) -> str:
    """The HTML id of a record in the book."""
    return f"{entry.kind}-{entry.id}"


def book_files(library: Library, assets: Path, cache: Path | None = None) -> Mapping[str, bytes]:
    """Every book by file name (`<handbook>.html`, `<handbook>.en.html`), each complete in itself.

    Args:
        library: any view of the library.
        assets: the folder of the site's style sheets, which are put into the file.
        cache: a folder that keeps the layouts of flowcharts from build to build.
    """
    styles = book_styles(assets)
    files = {}
    for lang in library.settings.languages:
        view = library.view(lang)
        for handbook in view.handbooks:
            name = f"{handbook}{SUFFIX.of(lang)}.html"
            files[name] = render_book(view, handbook, styles, cache).encode()
    return files


def render_book(view: Library, handbook: str, styles: str, cache: Path | None = None) -> str:
    """A handbook as one HTML file in the language of *view*."""
    page = Page(view, f"{handbook}/index.html")
    charts = flowcharts(view, view.of_handbook(handbook), cache)
    chapters = [(shelf, list(_records(view, shelf, charts))) for shelf in _flat(shelves(view, handbook))]
    template = environment().get_template("book.html.j2")
    values = {"page": page, "t": page.t, "file": page.book.file, "chapters": chapters, "tag": TAGS.of(view.lang)}
    return str(template.render(styles=Markup(styles), **values))  # noqa: S704 - our own style sheets


def _flat(parts: tuple[Shelf, ...]) -> Iterator[Shelf]:
    for part in parts:
        yield part
        yield from _flat(part.shelves)


def _records(view: Library, shelf: Shelf, charts: Mapping[str, str]) -> Iterator[tuple[Entry, str, Page, Markup]]:
    for entry in shelf.entries:
        drawn = charts.get(entry.address)
        page = BookPage(view, entry.url, entry, chart=DrawnChart.of(drawn) if drawn else None)
        body = content_of(page).body
        yield entry, key(entry), page, local(body, key(entry))


def local(body: Markup, prefix: str) -> Markup:
    """*body* with its ids, and what points at them, made unique in the book."""
    linked = _LINKS.sub(rf"\g<1>{prefix}--", finished(body, _HEADING))
    return Markup(_IDS.sub(rf"\g<1>{prefix}--", linked))  # noqa: S704 - rendered with autoescape on
