"""The printed book: a handbook as one file, every record in the order of its chapters, links leading within it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from markupsafe import Markup

from generators.assets import book_styles
from generators.flowchart import flowchart_svg
from generators.labels import Labels
from generators.page import content_of
from generators.pages.chapters import Shelf, shelves
from generators.pages.chart import DrawnChart
from generators.pages.page import Link, Page, Target
from generators.pages.template import environment, finished
from generators.printing.prints import NO_PRINTS
from schemas.cards_used import cards_of
from schemas.entry import Entry
from schemas.kinds import KINDS
from schemas.languages import SUFFIX, TAGS
from schemas.library import Library

# Author text is escaped, so a quotation mark in one of these can only be ours.
_IDS: Final = re.compile(r'( id="| for="| aria-labelledby="| aria-describedby="|url\(#)')
_LINKS: Final = re.compile(rf'( href="#)(?!(?:{"|".join(KINDS)})-)')
_HEADING: Final = '<h3 class="book__section" id="{id}">{title}</h3>'


class BookPage(Page):
    """A record inside the book: what stands in the same handbook is a place in the same file, all else has no link."""

    lists_all_uses = True
    is_unfolded = True

    def __init__(self, view: Library, entry: Entry | None, book: str, chart: DrawnChart | None = None) -> None:
        super().__init__(view, entry.url if entry else f"{book}/index.html", entry, chart=chart)
        self._book = book
        self.cards = cards_of(view, book)

    @property
    def book(self) -> str:
        """The handbook that is printed."""
        return self._book

    def href(self, target: Entry | Target | str, part: str = "") -> str:
        """The place of a record, or of a part of it, in the book; empty for everything outside it."""
        if isinstance(target, str):
            return ""
        if not target.address.startswith(f"{self.book}/") and target.address not in self.cards:
            return ""
        return f"#{key(target)}{f'--{part}' if part else ''}"

    def file_href(self, path: str) -> str:
        """Files are not part of the book: a form's name stands there without a link."""
        return ""


def key(record: Entry | Target) -> str:
    """The HTML id of a record in the book."""
    *_, kind, id_ = record.address.split("/")
    return f"{kind}-{id_}"


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
    chapters = [(part.shelf, part.records) for part in parts_of(view, handbook, cache)]
    file = view.handbooks[handbook].file
    template = environment().get_template("book.html.j2")
    values = {"page": page, "t": page.t, "file": file, "chapters": chapters, "tag": TAGS.of(view.lang)}
    return str(template.render(styles=Markup(styles), **values))  # noqa: S704 - our own style sheets


@dataclass(frozen=True, slots=True)
class BookPart:
    """A chapter of a book: how deep it lies, from 1, and its records, each with its id, its title and its text."""

    level: int
    shelf: Shelf
    records: tuple[tuple[str, Link, Markup], ...]


def parts_of(view: Library, handbook: str, cache: Path | None = None) -> Iterator[BookPart]:
    """The chapters of a handbook in reading order, those within others behind them; emergency cards come first."""
    outer = (*_cards(view, handbook, Labels(view.lang).cards), *shelves(view, handbook))
    for level, shelf in _flat(outer, 1):
        yield BookPart(level, shelf, tuple(_records(view, handbook, shelf, cache)))


def _cards(view: Library, handbook: str, title: str) -> Iterator[Shelf]:
    """The emergency cards of a handbook, before everything else; none where it uses none."""
    if cards := cards_of(view, handbook):
        yield Shelf("cards", title, tuple(view.entries[card] for card in cards))


def _flat(parts: tuple[Shelf, ...], level: int) -> Iterator[tuple[int, Shelf]]:
    for part in parts:
        yield level, part
        yield from _flat(part.shelves, level + 1)


def _records(view: Library, handbook: str, shelf: Shelf, cache: Path | None) -> Iterator[tuple[str, Link, Markup]]:
    """The id, the title and the text of every record of a chapter."""
    for entry in shelf.entries:
        make = partial(_article, view, handbook, entry, cache)
        title, _, article = (
            view.keeper.of(f"book/{handbook}/{entry.address}", view, make, NO_PRINTS).decode().partition("\n")
        )
        link = Link(json.loads(title), code=entry.code)
        yield key(entry), link, Markup(article)  # noqa: S704 - rendered with autoescape on


def _article(view: Library, handbook: str, entry: Entry, cache: Path | None) -> bytes:
    """The title of a record as JSON on one line, and what the book says of it."""
    title = json.dumps(view.heading(entry.address, "").title)
    drawn = flowchart_svg(view, entry, cache)
    page = BookPage(view, entry, handbook, DrawnChart.of(drawn) if drawn else None)
    return f"{title}\n{article_of(page, key(entry))}".encode()


def article_of(page: Page, key: str) -> Markup:
    """What the record of *page* says, with *key* before its ids, so that it can stand beside others."""
    content = content_of(page)
    body = local(Markup().join((content.top, content.body, content.about)), key)
    return page.render("book_record.html.j2", entry=page.entry, key=key, body=body)


def local(body: Markup, prefix: str) -> Markup:
    """*body* with its ids, and what points at them, made unique in the book."""
    linked = _LINKS.sub(rf"\g<1>{prefix}--", finished(body, _HEADING))
    return Markup(_IDS.sub(rf"\g<1>{prefix}--", linked))  # noqa: S704 - rendered with autoescape on
