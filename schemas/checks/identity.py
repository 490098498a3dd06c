"""Ids, codes and former addresses: each means one thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from schemas.authority import Decision
from schemas.card import Act, Licensed, Report, Saying
from schemas.conduct import Consequence
from schemas.document import Document, Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.guide import GuideSection, Point
from schemas.kinds import full_address
from schemas.laws import Citation
from schemas.library import Library
from schemas.messages import Links
from schemas.objective import Objective
from schemas.policy import Article, Commitment, Section
from schemas.procedure import PeriodicWork, Step
from schemas.punctuation import without_signs
from schemas.record import Model
from schemas.role import Duty
from schemas.scalars import Code
from schemas.tariff import Tariff
from schemas.walk import id_location, lists, part_id

# parts of a record that share one set of addresses, `record#id`, whichever list they stand in
_PARTS: Final = (
    Step, PeriodicWork, Section, Article, Commitment, Objective, Tariff, Decision, Consequence,
    GuideSection, Point, Duty, Act, Saying, Licensed, Report,
)  # fmt: skip


def check_identity(library: Library, entry: Entry) -> Iterator[Finding]:
    """Ids used twice in a record, or in one of its lists."""
    yield from _ids(entry.record, entry.document)


def check_names(library: Library) -> Iterator[Finding]:
    """Codes and addresses used twice in a handbook, ids used twice in what is no record."""
    yield from _codes(library)
    yield from _titles(library)
    yield from _former(library)
    yield from _ids(library.settings, library.settings_document)
    if library.terms_document is not None:
        yield from _ids(library.terms, library.terms_document)
    if library.laws_document is not None:
        yield from _ids(library.laws, library.laws_document)
    for book in library.handbooks.values():
        yield from _ids(book.file, book.document)


def _ids(model: Model, document: Document) -> Iterator[Finding]:
    first: dict[tuple[Location, str], Location] = {}
    for scope, id_, location in _identified(model):
        if (other := first.setdefault((scope, id_), location)) is not location:
            yield document.finding(location, Links.DUPLICATE_ID, value=id_, first=document.place(other)[0])


def _identified(model: Model) -> Iterator[tuple[Location, str, Location]]:
    """Every id of a list's item with its scope, the location of the list or `()` for a part of the record."""
    for location, items in lists(model):
        for index, item in enumerate(items):
            if (id_ := part_id(item)) and not isinstance(item, Citation):
                scope = () if isinstance(item, _PARTS) else location
                yield scope, id_, id_location(item, (*location, index))


def _codes(library: Library) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    for entry in sorted(library.entries.values(), key=lambda entry: entry.path):
        code, path = entry.code, entry.path.as_posix()
        if not code or Code(code).is_placeholder:
            continue
        other = first.setdefault((entry.handbook, code), path)
        if other != path:
            yield entry.document.finding(("code",), Links.DUPLICATE_CODE, code=code, other=other)


def _titles(library: Library) -> Iterator[Finding]:
    """The finding for each record that is called as another of its kind is in its handbook."""
    first: dict[tuple[str, str, str], str] = {}
    for entry in sorted(library.entries.values(), key=lambda entry: entry.path):
        title, path = library.title(entry.address), entry.path.as_posix()
        other = first.setdefault((entry.handbook, entry.kind, without_signs(title)), path)
        if other != path:
            yield entry.document.finding(("title",), Links.SAME_TITLE, title=title, other=other)


def _former(library: Library) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for entry in library.entries.values():
        for number, address in enumerate(entry.names.formerly):
            full = full_address(address, entry.handbook)
            if full in library.entries:
                yield entry.document.finding(("formerly", number), Links.FORMERLY_TAKEN, value=address)
            path = entry.path.as_posix()
            other = first.setdefault(full, path)
            if other != path:
                yield entry.document.finding(("formerly", number), Links.FORMERLY_SHARED, value=address, other=other)
