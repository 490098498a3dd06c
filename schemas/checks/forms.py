"""Forms: columns that fit the paper, a procedure that uses them, times that agree with it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from schemas.document import Location
from schemas.findings import Bilingual, Finding
from schemas.form import Approval, Form, Grid, Promise, Register
from schemas.library import Entry, Library
from schemas.procedure import Deadline, Procedure

_USERS = ("procedures", "policies", "scripts", "troubleshooting")


def check_forms(library: Library) -> Iterator[Finding]:
    """Findings about every form of the library."""
    for entry in library.of_kind("forms"):
        assert isinstance(entry.record, Form)
        yield from _widths(entry, entry.record)
        if not any(use.entry.kind in _USERS for use in library.uses(entry)):
            yield Finding(entry.document.path, 1, 1, "form-unused")
        for location, promise in _promises(entry.record):
            yield from _promise(library, entry, location, promise)


def _widths(entry: Entry, form: Form) -> Iterator[Finding]:
    for number, block in enumerate(form.blocks):
        if isinstance(block.body, Register) and any(column.width for column in block.body.columns):
            total = sum((column.width or Decimal(0) for column in block.body.columns), Decimal(0))
            if total != 100:
                location = ("blocks", number, "register", "columns")
                place = entry.document.place(location, key=True)
                yield Finding(entry.document.path, *place, "width-sum", {"sum": total})


def _promises(form: Form) -> Iterator[tuple[Location, Promise]]:
    for number, block in enumerate(form.blocks):
        body = block.body
        items = body.fields if isinstance(body, Grid) else body.stages if isinstance(body, Approval) else ()
        key = "fields" if isinstance(body, Grid) else "stages"
        for index, item in enumerate(items):
            if item.promise is not None:
                yield ("blocks", number, block.kind, key, index, "promise"), item.promise


def _promise(library: Library, entry: Entry, location: Location, promise: Promise) -> Iterator[Finding]:
    target = library.find(promise.step, entry.handbook)
    if target is None or not isinstance(target.record, Procedure):
        return
    step = next((step for step in target.record.steps if step.id == promise.step.part), None)
    if step is None or promise.time in _times(step.within):
        return
    said = step.within.time if step.within else None
    procedure = Bilingual(said.say("zh"), said.say("en")) if said else Bilingual("没有时限", "no time limit")
    form = Bilingual(promise.time.say("zh"), promise.time.say("en"))
    yield entry.document.finding((*location, "time"), "deadline-disagrees", form=form, procedure=procedure)


def _times(within: Deadline | None) -> tuple[object, ...]:
    return (within.time, within.extend) if within else ()
