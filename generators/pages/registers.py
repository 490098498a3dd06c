"""The controlled lists of a handbook: its documents, the records they leave and the outside documents they cite.

An auditor asks for these three lists first. Nobody keeps them by hand: they are what the records say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.pages.page import Link, Page, Rendered
from generators.pages.record import source_words
from schemas.form import Form
from schemas.library import Entry, Library
from schemas.procedure import ExternalReference
from schemas.walk import every


@dataclass(frozen=True, slots=True)
class ControlledDocument:
    """A line of the list of controlled documents."""

    link: Link
    kind: str
    edition: str
    status: str
    source: str
    owner: str
    review_by: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A line of the list of records."""

    link: Link
    keep: str
    dispose: str
    privacy: str


@dataclass(frozen=True, slots=True)
class Outside:
    """A line of the list of outside documents."""

    title: str
    issuer: str
    checked: str
    cited_by: tuple[Link, ...]


def registers_page(view: Library, handbook: str) -> Rendered:
    """The controlled lists of *handbook*."""
    page = Page(view, f"{handbook}/registers.html")
    entries = view.of_handbook(handbook)
    body = page.render(
        "registers_body.html.j2",
        documents=[_document(page, entry) for entry in entries if entry.kind != "forms"],
        forms=[_document(page, entry) for entry in entries if entry.kind == "forms"],
        kept=[_kept(page, entry) for entry in entries if entry.kind == "forms"],
        outside=tuple(_outside(page, entries)),
    )
    return page.finish(
        "registers.html.j2",
        f"{page.t.registers} · {page.book.file.short}",
        page.t.registers_lead,
        body=body,
        book=Link(str(page.book.file.short), page.href(f"{handbook}/index.html")),
    )


def _document(page: Page, entry: Entry) -> ControlledDocument:
    record = entry.record
    return ControlledDocument(
        link=page.link(entry),
        kind=entry.of.words.of(page.lang),
        edition=str(record.edition),
        status=record.status.state,
        source=source_words(page, record),
        owner=page.view.actor_title(record.owner, entry.handbook) if record.owner else "",
        review_by=str(record.review_by or ""),
    )


def _kept(page: Page, entry: Entry) -> Kept:
    form = entry.record
    assert isinstance(form, Form)
    keep = page.time(form.keep.time)
    if form.keep.from_:
        keep = page.t.keep_from.format(time=keep, from_=page.plain(form.keep.from_, entry))
    return Kept(page.link(entry), keep, page.plain(form.keep.dispose, entry), form.privacy)


def _outside(page: Page, entries: tuple[Entry, ...]) -> Iterator[Outside]:
    cited: dict[str, tuple[ExternalReference, list[Link]]] = {}
    for entry in entries:
        for law in every(ExternalReference, entry.record):
            cited.setdefault(page.plain(law.title, entry), (law, []))[1].append(page.link(entry))
    for title, (law, links) in cited.items():
        yield Outside(title, str(law.issuer or ""), str(law.checked or ""), tuple(links))
