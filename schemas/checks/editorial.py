"""What a good editor asks of a text: an owner, a basis for its numbers, a place in a chapter, a course that teaches it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from schemas.findings import Finding
from schemas.library import Entry, Library
from schemas.procedure import Procedure
from schemas.role import Role

_ASKED: Final = ("procedures", "policies", "guides", "scripts", "troubleshooting", "forms")


def check_editing(library: Library, today: date) -> Iterator[Finding]:
    """Findings about the care of every record, as of *today*."""
    chaptered = _chaptered(library)
    for entry in library.entries.values():
        yield from _record(entry, today)
        if entry.address not in chaptered:
            yield _top(entry, "not-in-a-chapter")
        if isinstance(entry.record, Procedure):
            yield from _procedure(library, entry, entry.record)
        if isinstance(entry.record, Role):
            yield from _reporting(library, entry)


def _top(entry: Entry, rule: str, **values: object) -> Finding:
    return Finding(entry.document.path, 1, 1, rule, values)


def _record(entry: Entry, today: date) -> Iterator[Finding]:
    record = entry.record
    if record.review_by is not None and record.review_by < today:
        yield entry.document.finding(("review_by",), "review-overdue", date=record.review_by)
    if entry.kind in _ASKED and not record.asks:
        yield _top(entry, "asks-missing")
    if entry.kind in _ASKED and record.owner is None:
        yield _top(entry, "owner-missing")


def _chaptered(library: Library) -> frozenset[str]:
    found = set()
    for book in library.handbooks.values():
        waiting = list(book.file.chapters)
        while waiting:
            chapter = waiting.pop()
            waiting.extend(chapter.chapters)
            entries = (library.find(reference, book.id) for reference in chapter.records)
            found.update(entry.address for entry in entries if entry)
    return frozenset(found)


def _procedure(library: Library, entry: Entry, procedure: Procedure) -> Iterator[Finding]:
    for number, step in enumerate(procedure.steps):
        timed = step.within is not None and step.within.time.seconds > 0
        if timed and not (step.basis or procedure.basis or step.cites):
            yield entry.document.finding(("steps", number, "within"), "basis-missing")
    if not any(use.entry.kind == "courses" for use in library.uses(entry)):
        yield _top(entry, "no-course")
    yield from _duties(library, entry, procedure)


def _duties(library: Library, entry: Entry, procedure: Procedure) -> Iterator[Finding]:
    mentioned = {use.entry.address for use in library.uses(entry) if use.entry.kind == "roles"}
    seen = set()
    for number, step in enumerate(procedure.steps):
        role = library.role(step.by, entry.handbook)
        if role is None or role.address in mentioned or role.address in seen:
            continue
        seen.add(role.address)
        record = entry.record.code or f"{entry.kind}/{entry.id}"
        location = ("steps", number, "by")
        yield entry.document.finding(location, "duty-missing", role=role.record.title, record=record)


def _reporting(library: Library, entry: Entry) -> Iterator[Finding]:
    line = [entry]
    while isinstance(line[-1].record, Role) and line[-1].record.reports_to:
        above = library.role(line[-1].record.reports_to, entry.handbook)
        if above is None or above in line[1:]:
            return
        line.append(above)
        if above is entry:
            value = " → ".join(role.id for role in line)
            yield entry.document.finding(("reports_to",), "reports-in-a-circle", value=value)
            return
