"""The controlled lists of all handbooks on one page, which an auditor narrows down to what is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from generators.pages.listing import facet, telling
from generators.pages.page import REGISTERS, Page, Rendered
from generators.pages.registers import ControlledDocument, keeping_of, listed_document
from generators.pages.sectors import Sector, by_sector
from schemas.defaults import form_defaults
from schemas.entry import Entry
from schemas.field import Privacy
from schemas.kinds import OF_LIBRARY
from schemas.library import Library
from schemas.reads import derived


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a filled form is kept, what is done with it then, and who may see it; `value` is what it is found by."""

    value: str
    title: str
    keep: str
    dispose: str
    privacy: Privacy


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """A line of the list; a record that is no form has no retention."""

    document: ControlledDocument
    retention: Retention | None


@dataclass(frozen=True, slots=True)
class RecordShelf:
    """The records of a handbook, or of the library itself, and where its own lists stand."""

    id: str
    title: str
    lists: str
    records: tuple[ListedRecord, ...]


def all_registers_page(view: Library) -> Rendered:
    """The controlled lists of all handbooks."""
    page = Page(view, REGISTERS)
    own = {book: _shelf(page, book) for book in view.handbook_ids()}
    shared = [_shelf(page, "")] if view.of_handbook("") else []
    shelves = (*own.values(), *shared)
    documents = [record.document for shelf in shelves for record in shelf.records]
    return page.finish(
        "all_registers.html.j2",
        page.t.all_registers,
        page.t.all_registers_lead,
        sectors=(*by_sector(page, own.items()), *(Sector("", "", "", (shelf,)) for shelf in shared)),
        n=len(shelves),
        facets=telling(
            facet("book", page.t.handbook, ((shelf.id, shelf.title) for shelf in shelves)),
            facet("kind", page.t.kind, ((each.folder, each.kind) for each in documents)),
            facet(
                "status", page.t.status, ((each.control.status, page.state(each.control.status)) for each in documents)
            ),
            facet("keep", page.t.keep, _times(shelves)),
        ),
    )


def _times(shelves: tuple[RecordShelf, ...]) -> list[tuple[str, str]]:
    found = {(each.value, each.title) for shelf in shelves for record in shelf.records if (each := record.retention)}
    return sorted(found, key=lambda pair: (len(pair[0]), pair))


def _shelf(page: Page, book: str) -> RecordShelf:
    records = tuple(_listed(page, entry) for entry in page.view.of_handbook(book))
    if not book:
        shared = OF_LIBRARY[0]
        return RecordShelf(shared, page.t.of_library, "", records)
    return RecordShelf(book, page.view.names(book)[0], page.href(f"{book}/registers.html"), records)


def _listed(page: Page, entry: Entry) -> ListedRecord:
    retention = retention_of(page.view, entry.address) if entry.kind == "forms" else None
    return ListedRecord(listed_document(page, entry), retention)


@derived
def retention_of(view: Library, address: str) -> Retention:
    """How long a filled form is kept."""
    time = form_defaults(view, view.entries[address]).time
    value = f"{time.amount}{time.unit}".replace(" ", "") if time else ""
    return Retention(value, time.say(view.lang) if time else "", *keeping_of(view, address))
