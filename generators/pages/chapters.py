"""The chapters of a handbook: where a record stands in them, and the menu that is made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generators.labels import Labels
from generators.pages.page import CARDS, Link, Page
from schemas.entry import Entry
from schemas.handbook import Chapter
from schemas.kinds import KINDS
from schemas.library import Library
from schemas.reads import derived


@dataclass(frozen=True, slots=True)
class Shelf:
    """A chapter with its records found, the chapters within it, and the titles that it plans."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    shelves: tuple[Shelf, ...] = ()
    planned: tuple[str, ...] = ()

    def all_entries(self) -> Iterator[Entry]:
        """The records of this chapter and of those within it."""
        yield from self.entries
        for shelf in self.shelves:
            yield from shelf.all_entries()


@derived
def shelves(view: Library, handbook: str) -> tuple[Shelf, ...]:
    """The chapters of a handbook; records that no chapter names follow by kind, so that none is unreachable."""
    chapter_shelves = tuple(_shelf(view, handbook, chapter) for chapter in view.handbooks[handbook].file.chapters)
    placed = {entry.address for shelf in chapter_shelves for entry in shelf.all_entries()}
    labels = Labels(view.lang)
    rest = []
    for folder, kind in KINDS.items():
        left = tuple(e for e in view.of_kind(folder, handbook) if e.address not in placed)
        if left:
            rest.append(Shelf(f"more-{folder}", f"{labels.others} · {kind.words.of(view.lang)}", left))
    return (*chapter_shelves, *rest)


def _shelf(view: Library, handbook: str, chapter: Chapter) -> Shelf:
    entries = (view.find(reference, handbook) for reference in chapter.records)
    inner = tuple(_shelf(view, handbook, part) for part in chapter.chapters)
    planned = tuple(map(str, chapter.planned.values()))
    title = f"{chapter.printed.of(view.lang)} {chapter.title}".strip()
    return Shelf(str(chapter.id), title, tuple(e for e in entries if e is not None), inner, planned)


def crumbs(page: Page, entry: Entry) -> tuple[Link, ...]:
    """The way to a record: its handbook and the chapters it stands in."""
    if not entry.handbook:
        return (Link(Labels(page.lang).cards, page.href(CARDS)),)
    home = f"{entry.handbook}/index.html"
    way = chapters_of(page.view, entry.address)
    chapters = (Link(title, page.href(home, f"chapter-{chapter}")) for chapter, title in way)
    return (Link(page.view.names(entry.handbook)[1], page.href(home)), *chapters)


@derived
def chapters_of(view: Library, address: str) -> tuple[tuple[str, str], ...]:
    """The chapters that a record stands in, the outermost first: the id and the title of each."""
    return _ways(view, address.partition("/")[0]).get(address, ())


@derived
def _ways(view: Library, handbook: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The chapters of every record of a handbook, by its address; those that name it first, where several do."""
    ways: dict[str, tuple[tuple[str, str], ...]] = {}
    for shelf in shelves(view, handbook):
        for address, way in _within(shelf, ()):
            ways.setdefault(address, way)
    return MappingProxyType(ways)


def _within(shelf: Shelf, outer: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    way = (*outer, (shelf.id, shelf.title))
    yield from ((entry.address, way) for entry in shelf.entries)
    for inner in shelf.shelves:
        yield from _within(inner, way)
