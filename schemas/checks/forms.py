"""Forms: columns that fit the paper, fields that make sense, a procedure that uses them, times that agree with it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from schemas.checks.figures import figures_known
from schemas.checks.local import form_fields, tables
from schemas.clock import Clock, clock_of
from schemas.computed import CONDITION_WORDS
from schemas.document import Location, Position
from schemas.duration import Duration
from schemas.entry import Entry
from schemas.field import Promise
from schemas.findings import Candidates, Finding
from schemas.form import Approval, Block, Form, Register, field_place, fields
from schemas.kinds import KINDS, nouns
from schemas.library import Library
from schemas.messages import Links, Sense
from schemas.picture import PictureError
from schemas.policy import Commitment, Policy
from schemas.procedure import Procedure, Step
from schemas.words import Bilingual, in_both, with_article

_NO_USE: Final = frozenset({"related", "status"})
"""Keys that name a form without anybody filling it in."""
_USERS: Final = frozenset(kind.folder for kind in KINDS.values() if kind.uses_forms)


def check_forms(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about a form."""
    if not isinstance(entry.record, Form):
        return
    for number, block in enumerate(entry.record.blocks):
        yield from _block(entry, ("blocks", number), block)
    yield from _totals(entry, entry.record)
    is_used = any(use.entry.kind in _USERS and use.path[0] not in _NO_USE for use in library.uses(entry))
    is_in_force = entry.record.status.state != "withdrawn"
    if is_in_force and not is_used and not _USERS.intersection(library.broken_kinds):
        yield entry.document.finding((), Sense.FORM_UNUSED)
    for location, promise in _promises(entry.record):
        yield from _promise(library, entry, location, promise)


def check_logos(library: Library) -> Iterator[Finding]:
    """Findings about the logos that forms are printed with."""
    for book in library.handbooks.values():
        try:
            library.logo(book.id)
        except PictureError as error:
            yield book.document.finding(("company", "logo"), error.message, **error.values)


def _block(entry: Entry, location: Location, block: Block) -> Iterator[Finding]:
    if isinstance(block.written, Register):
        yield from _widths(entry, (*location, block.key, "columns"), block.written)
    for number, field in enumerate(fields(block.body)):
        here = (*location, *field_place(block, number))
        if field.min is not None and field.max is not None and field.min > field.max:
            yield entry.document.finding((*here, "min"), Sense.RANGE_REVERSED, low=field.min, high=field.max)


def _widths(entry: Entry, location: Location, register: Register) -> Iterator[Finding]:
    if any(column.width is not None for column in register.columns):
        total = sum((column.width or Decimal(0) for column in register.columns), Decimal(0))
        if total != 100:
            place = entry.document.place(location, key=True)
            yield Finding(entry.document.path, *place, Sense.WIDTH_SUM, {"sum": total})


def _totals(entry: Entry, form: Form) -> Iterator[Finding]:
    for number, total in enumerate(form.totals):
        if total.count is not None and total.count not in tables(form):
            continue  # said already, and what its columns are is not known
        fields_by_id = form_fields(form, str(total.count or ""))
        for id_, wanted in total.where.items():
            location = ("totals", number, "where", str(id_))
            if id_ not in fields_by_id:
                yield _unknown(entry, entry.document.place(location, key=True), id_, tuple(fields_by_id))
                continue
            choices = (*map(str, fields_by_id[id_].choices), *CONDITION_WORDS)
            for index, word in enumerate(wanted if fields_by_id[id_].choices else ()):
                if word not in choices:
                    here = (*location, index) if len(wanted) > 1 else location
                    yield _unknown(entry, entry.document.place(here), word, choices)


def _unknown(entry: Entry, place: Position, word: str, candidates: tuple[str, ...]) -> Finding:
    values = {"value": word, "guess": Candidates(word, candidates), "known": ", ".join(candidates) or "—"}
    return Finding(entry.document.path, *place, Links.UNKNOWN_LOCAL, values)


def _promises(form: Form) -> Iterator[tuple[Location, Promise]]:
    for number, block in enumerate(form.blocks):
        yield from ((("blocks", number, *place, "promise"), promise) for place, promise in _promises_of(block))


def _promises_of(block: Block) -> Iterator[tuple[Location, Promise]]:
    if isinstance(block.body, Approval):
        for index, stage in enumerate(block.body.stages):
            if stage.promise is not None:
                yield (block.key, "stages", index), stage.promise
    for index, field in enumerate(fields(block.body)):
        if field.promise is not None:
            yield field_place(block, index), field.promise


def _promise(library: Library, entry: Entry, location: Location, promise: Promise) -> Iterator[Finding]:
    target = library.find(promise.step, entry.handbook)
    if target is None:
        return
    if not isinstance(target.record, Procedure | Policy):
        values = {
            "value": promise.step,
            "found": with_article(target.of.noun),
            "expected": with_article(nouns(("procedures", "policies"))),
        }
        yield entry.document.finding((*location, "step"), Links.WRONG_KIND, **values)
    elif not promise.step.part:
        yield entry.document.finding((*location, "step"), Links.STEP_NOT_NAMED, value=promise.step)
    elif (part := target.parts.get(promise.step.part)) is not None:
        if not isinstance(part.body, Step | Commitment) or (
            promise.time is None and not library.figure(target.address, part.id)
        ):
            values = {"value": promise.step.target, "part": part.id, "known": figures_known(library, target)}
            yield entry.document.finding((*location, "step"), Links.NO_FIGURE, **values)
        elif promise.time is not None:
            deadline = part.body.within if isinstance(part.body, Step) else part.body
            clock = clock_of(library, target, deadline) if deadline else None
            if promise.time not in _times(clock):
                where = (*location, "time")
                yield entry.document.finding(where, Sense.DEADLINE_DISAGREES, **_compared(promise.time, clock))


def _times(clock: Clock | None) -> tuple[Duration | None, ...]:
    extend = clock.extend if clock else None
    return (clock.time, extend.to if extend else None) if clock else ()


def _compared(time: Duration, clock: Clock | None) -> dict[str, Bilingual]:
    return {
        "form": in_both(time.say),
        "procedure": in_both(clock.time.say) if clock else Bilingual("没有时限", "no time limit"),
    }
