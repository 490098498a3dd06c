"""What a good editor asks of a text: an owner, a basis for its numbers, a place in a chapter, a course on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from schemas.checks.day import Day
from schemas.document import Document, Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.form import Approval, Form
from schemas.library import Library
from schemas.messages import Sense
from schemas.procedure import Procedure
from schemas.reads import derived
from schemas.role import Role
from schemas.scalars import TO_WRITE, Text
from schemas.walk import Leaf


def check_editing(library: Library, entry: Entry, day: Day) -> Iterator[Finding]:
    """Findings about the care of a record; none about one that was withdrawn."""
    if entry.record.status.state == "withdrawn":
        return
    yield from _record(entry, day)
    if not entry.of.of_library and not _is_in_a_chapter(library, entry.address):
        yield entry.document.finding((), Sense.NOT_IN_A_CHAPTER)
    if isinstance(entry.record, Procedure):
        yield from _procedure(library, entry, entry.record)
    elif isinstance(entry.record, Form) and "procedures" not in library.broken_kinds:
        yield from _duties(library, entry, _approving(entry.record))
    elif isinstance(entry.record, Role):
        yield from _reporting(library, entry)


def _record(entry: Entry, day: Day) -> Iterator[Finding]:
    record = entry.record
    if record.review_by is not None and day.is_after(record.review_by):
        yield entry.document.finding(("review_by",), Sense.REVIEW_OVERDUE, date=record.review_by)
    if entry.of.is_asked and not record.asks:
        yield entry.document.finding((), Sense.ASKS_MISSING)
    if entry.of.is_asked and record.owner is None:
        yield entry.document.finding((), Sense.OWNER_MISSING)
    yield from still_to_write(entry.document, entry.leaves)
    yield from listed_twice(entry.document, entry.leaves)


def listed_twice(document: Document, leaves: Iterable[Leaf]) -> Iterator[Finding]:
    """The finding for what a list names again: a form, a role, a record, a day."""
    listed = Counter[tuple[Location, str]]()
    for leaf in leaves:
        if leaf.location and isinstance(leaf.location[-1], int) and not isinstance(leaf.value, Text):
            listed[leaf.location[:-1], str(leaf.value)] += 1
            if listed[leaf.location[:-1], str(leaf.value)] == 2:
                yield document.finding(leaf.location, Sense.LISTED_TWICE, value=str(leaf.value))


def still_to_write(document: Document, leaves: Iterable[Leaf]) -> Iterator[Finding]:
    """The finding for each text that only says what is to be written there."""
    for leaf in leaves if _may_hold(document.text) else ():
        if not isinstance(leaf.value, str) or leaf.path[0] == "accept":
            continue
        if _is_to_write(leaf):
            value = leaf.value.removeprefix(TO_WRITE)
            yield document.finding(leaf.location, Sense.STILL_TO_WRITE, value=value)
        elif isinstance(leaf.value, Text) and leaf.path[0] != "source" and (gap := _GAP.search(leaf.value)):
            place = document.place_of(gap[0], leaf.location)
            yield Finding(document.path, *place, Sense.LEFT_OPEN, {"value": gap[0]})


_PROMISED: Final = re.compile(
    r"[（(]?(?:todo|tbd|fixme|xxx+|待[定补填写]|(?:内容)?略|[同见如]上|\.{3,}|…+)[）)]?[。.]?", re.IGNORECASE
)
"""The whole of a text that only promises one."""
_GAP: Final = re.compile(
    r"(?<![A-Za-z0-9_/-])(?:TODO|TBD|FIXME|X{3,8}|x{3,8})(?![A-Za-z0-9_/-])|×{3,8}|待写[：:]"
    r"|[（(【\[](?:内容|此处)?(?:待(?:[补填]写?|写|定稿?|完善|补充|核实|确认)|略)[）)】\]]"
)
"""What stands for words that are to come, within a text; 待补 alone may be what a clerk writes."""
_HINTS: Final = re.compile(r"todo|tbd|fixme|xxx|×××|待[定补填写完核确]|略|[同见如]上|\.\.\.|…|\\", re.IGNORECASE)
_OPTIONS: Final = frozenset({"choices", "branches", "specimen"})
"""Where 待定 is an answer."""


def _is_to_write(leaf: Leaf) -> bool:
    if leaf.value.startswith(TO_WRITE):
        return True
    is_answer = any(key in _OPTIONS for key in leaf.location)
    return isinstance(leaf.value, Text) and not is_answer and bool(_PROMISED.fullmatch(leaf.value))


def _may_hold(text: str) -> bool:
    """Whether a scalar of the YAML in *text* may be one to write: as it stands, or escaped."""
    return _HINTS.search(text) is not None


@derived
def _is_in_a_chapter(library: Library, address: str) -> bool:
    """Whether a chapter of any handbook contains the record."""
    return address in _chaptered(library)


@derived
def _chaptered(library: Library) -> tuple[str, ...]:
    """The addresses of the records that a chapter contains."""
    addresses: dict[str, None] = {}
    for book in library.handbooks.values():
        waiting = list(book.file.chapters)
        while waiting:
            chapter = waiting.pop()
            waiting.extend(chapter.chapters)
            entries = (library.find(reference, book.id) for reference in chapter.records)
            addresses.update((entry.address, None) for entry in entries if entry)
    return tuple(addresses)


def _procedure(library: Library, entry: Entry, procedure: Procedure) -> Iterator[Finding]:
    usual = library.defaults(entry.handbook).basis
    for number, step in enumerate(procedure.steps):
        timed = step.within is not None and step.within.time is not None and step.within.time.seconds > 0
        if timed and not (step.basis or procedure.basis or step.cites or usual):
            yield entry.document.finding(("steps", number, "within"), Sense.BASIS_MISSING)
    taught = any(use.entry.kind == "courses" for use in library.uses(entry))
    if not taught and "courses" not in library.broken_kinds:
        yield entry.document.finding((), Sense.NO_COURSE)
    yield from _duties(library, entry, _acting(procedure))


def _acting(procedure: Procedure) -> Iterator[tuple[str, Location]]:
    """Who acts in a procedure, and where it says so."""
    for number, step in enumerate(procedure.steps):
        yield step.by, ("steps", number, "by")
        extend = step.within.extend if step.within else None
        if extend is not None and extend.approve is not None:
            yield extend.approve, ("steps", number, "within", "extend", "approve")


def _approving(form: Form) -> Iterator[tuple[str, Location]]:
    """Who approves on a form, and where it says so."""
    for number, block in enumerate(form.blocks):
        for index, stage in enumerate(block.body.stages if isinstance(block.body, Approval) else ()):
            if stage.role is not None:
                yield stage.role, ("blocks", number, "approval", "stages", index, "role")


def _duties(library: Library, entry: Entry, acting: Iterator[tuple[str, Location]]) -> Iterator[Finding]:
    """Findings for those whose role has no duty that names the record, or a procedure in which the form is used."""
    procedures = (use.entry for use in library.uses(entry) if use.entry.kind == "procedures" and entry.kind == "forms")
    seen = {
        use.entry.address
        for record in (entry, *procedures)
        for use in library.uses(record)
        if use.entry.kind == "roles"
    }
    for reference, location in acting:
        role = library.role(reference, entry.handbook)
        if role is not None and role.address not in seen:
            seen.add(role.address)
            record = entry.record.code or f"{entry.kind}/{entry.id}"
            yield entry.document.finding(location, Sense.DUTY_MISSING, role=library.title(role.address), record=record)


def _reporting(library: Library, entry: Entry) -> Iterator[Finding]:
    """The finding for a circle of roles that report to each other, made at the first of them only."""
    line = [entry]
    while isinstance(record := line[-1].record, Role) and record.reports_to:
        above = library.role(record.reports_to, line[-1].handbook)
        if above is None or above.address in {role.address for role in line[1:]} or above.address < entry.address:
            return
        line.append(above)
        if above.address == entry.address:
            value = " → ".join(role.id for role in line)
            yield entry.document.finding(("reports_to",), Sense.REPORTS_IN_A_CIRCLE, value=value)
            return
