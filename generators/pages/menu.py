"""The menu beside a page: the site, the chapters of its own handbook with its own chapter open, other handbooks.

However many records a library has, a menu is about as long: it lists those of one chapter, and of a long chapter those
around the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from jinja2 import Template

from generators.labels import Labels
from generators.pages.chapters import Shelf, shelves
from generators.pages.links import relative
from generators.pages.page import CARDS, FORM_KINDS, LAWS, OVERVIEW, REGISTERS
from generators.pages.template import environment
from generators.pages.uses import ENDING
from schemas.kinds import OF_LIBRARY
from schemas.library import Library
from schemas.reads import digest_of

LONGEST: Final = 40
"""How many records of one chapter a menu lists."""

OTHERS: Final = 8
"""How many other handbooks a menu lists."""


class Row(NamedTuple):
    """A line of a menu."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a handbook; `url` is its place on the handbook's page."""

    title: str
    url: str
    rows: tuple[Row, ...]
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The chapters of a handbook, and in which of them each page is listed: those around it, the outermost first."""

    title: str
    chapters: tuple[Chapter, ...]
    ways: dict[str, tuple[Chapter, ...]]


class Menus:
    """The menus of the pages of one language.

    Args:
        view: the library in that language.
    """

    def __init__(self, view: Library) -> None:
        self._view = view
        self._t = Labels(view.lang)
        self._books = [Row(view.names(id_)[1], f"{id_}/index.html") for id_ in view.handbooks]
        self._shared: dict[tuple[object, ...], str] = {}
        self._digests: dict[str, str] = {}
        self._outlines = {id_: _outline(view, id_) for id_ in view.handbooks}
        self._site = (
            Row(self._t.home, "index.html"),
            Row(self._t.ask, "ask.html"),
            *([Row(self._t.cards, CARDS)] if view.of_kind("cards") else ()),
            Row(self._t.all_forms, "forms.html"),
            Row(self._t.form_kinds, FORM_KINDS),
            Row(self._t.overview, OVERVIEW),
            Row(self._t.all_registers, REGISTERS),
            Row(self._t.glossary, "glossary.html"),
            *([Row(self._t.laws_list, LAWS)] if view.law_ids() else ()),
        )

    def of(self, url: str) -> str:
        """The menu of a page, as HTML."""
        handbook, mark, _ = url.partition("/")
        if handbook in OF_LIBRARY:  # a card is in no handbook
            return self._render(url, "", {})
        record = f"{url.removesuffix(ENDING)}.html" if url.endswith(ENDING) else url
        way = self._outlines[handbook].ways.get(record, ()) if mark else ()
        if not way:
            return self._render(url, handbook if mark else "", {})
        starts = {chapter.url: first_listed(chapter.rows, record) for chapter in way}
        folder = url.rpartition("/")[0] + "/"
        key = (folder, *starts.items())
        if key not in self._shared:
            self._shared[key] = self._kept(folder, handbook, starts)
        # Pages that list the same differ in nothing but the mark on their own line.
        link = f'<a href="{relative(url, url)}"'
        return self._shared[key].replace(f"{link}>", f'{link} class="is-here" aria-current="page">', 1)

    def _kept(self, folder: str, handbook: str, starts: Mapping[str, int]) -> str:
        """The menu as `_render` makes it; the one of before where it was made of the same."""
        keeper, key = self._view.keeper, f"menu/{folder}{json.dumps(starts)}"
        made_of = self._made_of(handbook)
        head, _, menu = (keeper.find(key, self._view) or b"").decode().partition("\n")
        if head != made_of:
            menu = self._render(folder, handbook, starts)
            keeper.renew(key, self._view, lambda: f"{made_of}\n{menu}".encode())
        return menu

    def _made_of(self, handbook: str) -> str:
        """A digest of what the menus of a handbook are made of."""
        if handbook not in self._digests:
            self._digests[handbook] = digest_of(
                (self._site, self._books, self._outlines[handbook].title, handbook, self._outlines[handbook].chapters)
            )
        return self._digests[handbook]

    def _render(self, url: str, handbook: str, starts: Mapping[str, int]) -> str:
        """The menu seen from *url*, where the chapters of *starts* are open and list their records from there on."""
        home = f"{handbook}/index.html" if handbook else ""
        others = [row for row in self._books if row.url != home]
        return _template().render(
            t=self._t,
            url=url,
            starts=starts,
            longest=LONGEST,
            href=lambda there: relative(url, there),
            site=self._site,
            home=home,
            book=self._outlines[handbook] if handbook else None,
            registers=Row(self._t.registers, f"{handbook}/registers.html"),
            others=others[:OTHERS],
            hidden=len(others) > OTHERS,
            all_books=Row(self._t.all_of_them.format(n=len(self._books)), "index.html#browse"),
        )


def first_listed(rows: Sequence[Row], url: str) -> int:
    """From which of *rows* on a menu lists them: the page stands well within them, where it is among them."""
    at = next((number for number, row in enumerate(rows) if row.url == url), 0)
    half = LONGEST // 2
    # In steps, so that neighbours have the same list.
    return max(0, min(at // half * half - half // 2, len(rows) - LONGEST))


@cache
def _template() -> Template:
    return environment().get_template("menu.html.j2")


def _outline(view: Library, handbook: str) -> Outline:
    titles, seen = _titles(view, handbook), set[str]()
    listed = (_chapter(view, handbook, shelf, titles, seen) for shelf in shelves(view, handbook))
    chapters = tuple(filter(None, listed))
    ways = dict(way for chapter in chapters for way in _ways(chapter, ()))
    return Outline(view.names(handbook)[1], chapters, ways)


def _titles(view: Library, handbook: str) -> dict[str, str]:
    """The titles of the records that stand in the chapters of a handbook, by address."""

    def find() -> bytes:
        entries = (entry for shelf in shelves(view, handbook) for entry in shelf.all_entries())
        return json.dumps({entry.address: view.heading(entry.address, "").title for entry in entries}).encode()

    titles: dict[str, str] = json.loads(view.keeper.of(f"titles/{handbook}", view, find))
    return titles


def _chapter(view: Library, handbook: str, shelf: Shelf, titles: Mapping[str, str], seen: set[str]) -> Chapter | None:
    """A chapter of the menu, unless it is empty; a record that stands in two chapters is listed in the first."""
    rows = []
    for entry in shelf.entries:
        if entry.address not in seen:
            seen.add(entry.address)
            rows.append(Row(titles[entry.address], entry.url))
    inner = tuple(filter(None, (_chapter(view, handbook, part, titles, seen) for part in shelf.shelves)))
    if not rows and not inner:
        return None
    return Chapter(shelf.title, f"{handbook}/index.html#chapter-{shelf.id}", tuple(rows), inner)


def _ways(chapter: Chapter, outer: tuple[Chapter, ...]) -> Iterator[tuple[str, tuple[Chapter, ...]]]:
    way = (*outer, chapter)
    yield from ((row.url, way) for row in chapter.rows)
    for inner in chapter.chapters:
        yield from _ways(inner, way)
