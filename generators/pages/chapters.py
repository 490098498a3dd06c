"""The chapters of a handbook: where a record stands in them, and the menu that is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.labels import Labels
from generators.pages.page import Link, Page
from schemas.handbook import Chapter
from schemas.kinds import KINDS
from schemas.library import Entry, Library


@dataclass(frozen=True, slots=True)
class Shelf:
    """A chapter with its records found, and the chapters within it."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    shelves: tuple[Shelf, ...] = ()

    def all_entries(self) -> Iterator[Entry]:
        """The records of this chapter and of those within it."""
        yield from self.entries
        for shelf in self.shelves:
            yield from shelf.all_entries()


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
    return Shelf(str(chapter.id), str(chapter.title), tuple(e for e in entries if e is not None), inner)


def crumbs(page: Page, entry: Entry) -> tuple[Link, ...]:
    """The way to a record: its handbook and the chapters it stands in."""
    home = f"{entry.handbook}/index.html"
    book = page.view.handbooks[entry.handbook].file
    way = next((shelf_way for shelf in shelves(page.view, entry.handbook) if (shelf_way := _way(shelf, entry))), ())
    chapters = (Link(shelf.title, page.href(home, f"chapter-{shelf.id}")) for shelf in way)
    return (Link(str(book.short), page.href(home)), *chapters)


def _way(shelf: Shelf, entry: Entry) -> tuple[Shelf, ...]:
    if any(other.address == entry.address for other in shelf.entries):
        return (shelf,)
    for inner in shelf.shelves:
        if inner_way := _way(inner, entry):
            return (shelf, *inner_way)
    return ()
