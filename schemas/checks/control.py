"""Document control: who signed and when, what was withdrawn and is used still, what was renamed and does not say so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from schemas.checks.day import Day
from schemas.checks.far_days import check_far_days
from schemas.document import Document, Location
from schemas.entry import Entry, references_in
from schemas.findings import Finding
from schemas.handbook import Chapter
from schemas.library import Library
from schemas.messages import Control
from schemas.reads import derived
from schemas.record import Signature, Signed, Source, Status
from schemas.references import RoleRef
from schemas.words import Bilingual, with_article

Signatures = Sequence[tuple[Signature, Signed]]
"""The names under a text, each with what it stands for, in the order in which they sign."""
_LONGEST_BEFORE_REVIEW: Final = timedelta(days=5 * 366)
_ACTS: Final[Mapping[Signature, Bilingual]] = {
    "prepared": Bilingual("编制", "preparing"), "checked": Bilingual("审核", "checking"),
    "approved": Bilingual("批准", "approval"), "withdrawn": Bilingual("作废", "withdrawal"),
}  # fmt: skip
_TAKING_EFFECT: Final = Bilingual("起执行", "taking effect")
_DONE: Final[Mapping[Signature, Bilingual]] = {
    "checked": Bilingual("审核", "checked"),
    "approved": Bilingual("批准", "approved"),
}
_USE: Final = Bilingual("改用 {record}。", "Use {record}.")
_NO_SUCCESSOR: Final = Bilingual("没有代替它的：去掉这一处。", "Nothing takes its place: take it out here.")


def check_control(library: Library, entry: Entry, day: Day) -> Iterator[Finding]:
    """Findings about the document control of a record."""
    status = entry.record.status
    if status.state == "approved" and (status.approved is None or status.approved.on is None):
        yield entry.document.finding(("status",), Control.APPROVAL_UNSIGNED)
    effective = (("status", "effective"), status.effective) if status.effective is not None else None
    signed = tuple(status.signatures)
    yield from check_signatures(entry.document, ("status",), signed, effective, day)
    yield from check_source(entry.document, entry.record.source, days_of(("status",), signed, effective), day)
    yield from _review(entry, day)
    yield from check_far_days(entry.document, entry.leaves, day)
    if status.state == "withdrawn":
        yield from _withdrawn(library, entry, status)
    else:
        yield from _uses_of_withdrawn(library, entry)


def check_chapters(library: Library) -> Iterator[Finding]:
    """Findings about what the chapters of each handbook name: nothing twice, nothing that was withdrawn."""
    for book in library.handbooks.values():
        first: dict[str, Location] = {}
        for location, reference in _chaptered(book.file.chapters, ("chapters",)):
            if (entry := library.find(reference, book.id)) is None:
                continue
            before = first.setdefault(entry.address, location)
            if before != location:
                yield book.document.finding(location, Control.CHAPTERED_TWICE, value=reference)
            state, successor = _kept_standing(library, entry)
            if state == "withdrawn":
                values = {"value": reference, "successor": _instead(successor)}
                yield book.document.finding(location, Control.WITHDRAWN_IN_USE, **values)


def check_planned(library: Library) -> Iterator[Finding]:
    """Findings about titles that a chapter plans still, though a record of its handbook has them."""
    for book in library.handbooks.values():
        planned = [*_planned(book.file.chapters, ("chapters",))]
        written = {str(entry.record.title): entry.address for entry in library.of_handbook(book.id)} if planned else {}
        for location, title in planned:
            if record := written.get(title):
                yield book.document.finding(location, Control.PLANNED_IS_WRITTEN, value=title, record=record)


def _planned(chapters: tuple[Chapter, ...], within: Location) -> Iterator[tuple[Location, str]]:
    for number, chapter in enumerate(chapters):
        here = (*within, number)
        yield from (((*here, "planned", str(id_)), str(title)) for id_, title in chapter.planned.items())
        yield from _planned(chapter.chapters, (*here, "chapters"))


def _chaptered(chapters: tuple[Chapter, ...], within: Location) -> Iterator[tuple[Location, str]]:
    """What the chapters name, with its place."""
    for number, chapter in enumerate(chapters):
        here = (*within, number)
        yield from (((*here, "records", index), str(each)) for index, each in enumerate(chapter.records))
        yield from _chaptered(chapter.chapters, (*here, "chapters"))


def check_signatures(
    document: Document,
    within: Location,
    signed: Signatures,
    effective: tuple[Location, date] | None,
    day: Day,
) -> Iterator[Finding]:
    """Findings about who signed what stands at *within* and when, and when it takes *effect*, with its place."""
    for name, signature in signed:
        if signature.on is not None and not day.has_come(signature.on):
            where = (*within, name, "on")
            yield document.finding(where, Control.SIGNED_IN_FUTURE, date=signature.on.isoformat())
    for (earlier, _, before), (later, location, after) in pairwise(days_of(within, signed, effective)):
        if after < before:
            values = {"later": later, "later_on": after, "earlier": earlier, "earlier_on": before}
            yield document.finding(location, Control.SIGNED_OUT_OF_ORDER, **values)
    yield from _withdrawn_early(document, within, signed)
    author = next((signature.name.strip() for name, signature in signed if name == "prepared"), "")
    for name, signature in signed:
        if author and name in _DONE and signature.name.strip() == author:
            yield document.finding((*within, name), Control.APPROVED_BY_AUTHOR, name=author, what=_DONE[name])


def _withdrawn_early(document: Document, within: Location, signed: Signatures) -> Iterator[Finding]:
    """The finding for a text that was withdrawn before the last of its other signatures."""
    withdrawn = next((signature.on for name, signature in signed if name == "withdrawn"), None)
    days = [*days_of(within, signed, None)]
    if withdrawn is None or not days:
        return
    earlier, _, before = days[-1]
    if withdrawn < before:
        values = {"later": _ACTS["withdrawn"], "later_on": withdrawn, "earlier": earlier, "earlier_on": before}
        yield document.finding((*within, "withdrawn", "on"), Control.SIGNED_OUT_OF_ORDER, **values)


def check_source(
    document: Document, source: Source | None, days: Iterable[tuple[Bilingual, Location, date]], day: Day
) -> Iterator[Finding]:
    """The finding for each of the *days* of a text that comes before its original took effect."""
    original = source.effective if source is not None else None
    if original is None or not day.has_come(original):  # what is said of such an original says more
        return
    for act, location, on in days:
        if on < original:
            yield document.finding(location, Control.SIGNED_BEFORE_SOURCE, act=act, on=on, source=original)


def days_of(
    within: Location, signed: Signatures, effective: tuple[Location, date] | None
) -> Iterator[tuple[Bilingual, Location, date]]:
    """The days of a text from its making to its taking effect: what was done, where it says so, when."""
    for name, signature in signed:
        if signature.on is not None and name != "withdrawn":
            yield _ACTS[name], (*within, name, "on"), signature.on
    if effective is not None:
        yield _TAKING_EFFECT, *effective


def _review(entry: Entry, day: Day) -> Iterator[Finding]:
    review, effective = entry.record.review_by, entry.record.status.effective
    if review is None:
        return
    if not day.has_come(review - _LONGEST_BEFORE_REVIEW):
        yield entry.document.finding(("review_by",), Control.REVIEW_TOO_FAR, date=review.isoformat())
    if effective is not None and review < effective:
        values = {"date": review.isoformat(), "effective": effective.isoformat()}
        yield entry.document.finding(("review_by",), Control.REVIEW_BEFORE_EFFECTIVE, **values)


def _withdrawn(library: Library, entry: Entry, status: Status) -> Iterator[Finding]:
    if status.replaced_by is None and status.reason is None:
        yield entry.document.finding(("status",), Control.WITHDRAWN_WITHOUT_SUCCESSOR)
    line = [entry.address]
    while (after := _after(library, line[-1])) and after not in line:
        line.append(after)
    if after == entry.address:
        values = {"value": " → ".join(address.partition("/")[2] for address in (*line, after))}
        yield entry.document.finding(("status", "replaced_by"), Control.REPLACED_IN_A_CIRCLE, **values)
    elif len(line) > 1 and (other := library.entries[line[1]]).kind != entry.kind:
        nouns = {"kind": with_article(entry.of.noun), "other": with_article(other.of.noun)}
        where = ("status", "replaced_by")
        yield entry.document.finding(where, Control.REPLACED_BY_OTHER_KIND, value=str(status.replaced_by), **nouns)


def _uses_of_withdrawn(library: Library, entry: Entry) -> Iterator[Finding]:
    """The finding for every reference to a text that was withdrawn."""
    for leaf in entry.leaves:
        for reference in references_in(leaf.value):
            find = library.role if isinstance(leaf.value, RoleRef) else library.find
            target = find(reference, entry.handbook)
            if target is not None and target.address != entry.address:
                state, successor = _standing(library, target.address)
                if state == "withdrawn":
                    place = entry.document.place_of(reference, leaf.location)
                    values = {"value": reference, "successor": _instead(successor)}
                    yield Finding(entry.document.path, *place, Control.WITHDRAWN_IN_USE, values)


def _instead(successor: str) -> Bilingual:
    return _USE.filled(record=successor) if successor else _NO_SUCCESSOR


@derived
def _standing(library: Library, address: str) -> tuple[str, str]:
    """Where a text stands, and the code or address of what takes its place in the end."""
    line = [address]
    while (after := _after(library, line[-1])) and after not in line:
        line.append(after)
    last = library.entries[line[-1]]
    successor = str(last.code or f"{last.kind}/{last.id}") if len(line) > 1 else ""
    return library.entries[address].record.status.state, successor


@derived
def _after(library: Library, address: str) -> str:
    """The address of what takes the place of a text that was withdrawn; empty when nothing does."""
    entry = library.entries[address]
    status = entry.record.status
    if status.state != "withdrawn" or status.replaced_by is None:
        return ""
    target = library.find(status.replaced_by, entry.handbook)
    return target.address if target is not None else ""


def _kept_standing(library: Library, entry: Entry) -> tuple[str, str]:
    """The same as `_standing`, kept so that the record need not be read for it."""
    kept = library.keeper.of(
        f"standing/{entry.address}", library, lambda: json.dumps(_standing(library, entry.address)).encode()
    )
    state, successor = json.loads(kept)
    return state, successor
