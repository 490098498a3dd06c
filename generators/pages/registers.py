"""The controlled lists of a handbook: its documents, the records they leave and the outside documents they cite.

An auditor asks for these three lists first. Nobody keeps them by hand: they are what the records say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.pages.laws import citations_of
from generators.pages.listing import facet, telling
from generators.pages.page import Link, Page, Rendered
from generators.pages.record import source_words
from schemas.defaults import form_defaults
from schemas.entry import Entry
from schemas.field import Privacy
from schemas.library import Library
from schemas.reads import derived
from schemas.record import State


@dataclass(frozen=True, slots=True)
class Control:
    """Where a document stands: its edition and status, its original, who owns it and when it is read again."""

    edition: str
    status: State
    source: str
    owner: str
    review_by: str


@dataclass(frozen=True, slots=True)
class ControlledDocument:
    """A line of the list of controlled documents."""

    link: Link
    folder: str
    kind: str
    control: Control


@dataclass(frozen=True, slots=True)
class Kept:
    """A line of the list of records."""

    link: Link
    keep: str
    dispose: str
    privacy: Privacy


@dataclass(frozen=True, slots=True)
class Outside:
    """A line of the list of outside documents."""

    law: Link
    issuer: str
    checked: str
    cited_by: tuple[Link, ...]


def registers_page(view: Library, handbook: str) -> Rendered:
    """The controlled lists of *handbook*."""
    page = Page(view, f"{handbook}/registers.html")
    entries, (_, short) = view.of_handbook(handbook), view.names(handbook)
    listed = [listed_document(page, entry) for entry in entries]
    body = page.render(
        "registers_body.html.j2",
        documents=[document for document in listed if document.folder != "forms"],
        forms=[document for document in listed if document.folder == "forms"],
        kept=[_kept(page, entry) for entry in entries if entry.kind == "forms"],
        outside=tuple(_outside(page, entries)),
    )
    return page.finish(
        "registers.html.j2",
        f"{page.t.registers} · {short}",
        page.t.registers_lead,
        body=body,
        facets=telling(
            facet("kind", page.t.kind, ((document.folder, document.kind) for document in listed)),
            facet(
                "status", page.t.status, ((one, page.state(one)) for one in (each.control.status for each in listed))
            ),
        ),
        book=Link(short, page.href(f"{handbook}/index.html")),
    )


def listed_document(page: Page, entry: Entry) -> ControlledDocument:
    """A record as a line of the list of controlled documents."""
    return ControlledDocument(
        page.link(entry), entry.kind, entry.of.words.of(page.lang), control_of(page.view, entry.address)
    )


@derived
def control_of(view: Library, address: str) -> Control:
    """What the list of controlled documents says of a record."""
    entry = view.entries[address]
    record = entry.record
    return Control(
        edition=str(record.edition),
        status=record.status.state,
        source=source_words(Page(view, entry.url, entry), record),
        owner=view.actor_title(record.owner, entry.handbook) if record.owner else "",
        review_by=str(record.review_by or ""),
    )


def _kept(page: Page, entry: Entry) -> Kept:
    return Kept(page.link(entry), *keeping_of(page.view, entry.address))


@derived
def keeping_of(view: Library, address: str) -> tuple[str, str, Privacy]:
    """How long a filled form is kept, what is done with it then, and who may see it."""
    entry = view.entries[address]
    page, kept = Page(view, entry.url, entry), form_defaults(view, entry)
    keep = page.time(kept.time) if kept.time else ""
    if keep and kept.from_:
        keep = page.t.keep_from.format(time=keep, from_=page.plain(kept.from_))
    return keep, page.plain(kept.dispose), kept.privacy


def _outside(page: Page, entries: tuple[Entry, ...]) -> Iterator[Outside]:
    cited: dict[str, list[Link]] = {}
    for entry in entries:
        for citation in citations_of(page.view, entry.address):
            cited.setdefault(str(citation.law), []).append(page.link(entry))
    for law, links in cited.items():
        listed = page.view.law(law)
        yield Outside(page.law(law), str(listed.issuer or "") if listed else "", page.checked(law), tuple(links))
