"""What is counted: rows of registers and matrices or whole copies, chosen by date and by conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from filled.report.periods import Period, around, day_of
from schemas.asked import Asked
from schemas.computed import SourceForm
from schemas.filled import Filled
from schemas.sources import ROW, Source, value_of
from schemas.stand_ins import is_stand_in
from schemas.values import is_blank

Why = Literal["undated", "outside", "repeated"]
"""Why a row does not count: it has no date, one outside the period, or there is a newer one."""


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A row of a filled copy, numbered from 1 as it is printed, or a whole copy (number 0)."""

    copy: Filled
    number: int
    columns: Mapping[str, Any] = field(default_factory=dict)

    def get(self, slot: Asked) -> Any:
        """The value of a column, or of what is asked once in the copy; None when it is not filled in."""
        return self.columns.get(slot.key) if slot.is_column else value_of(slot, self.copy.values)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that does not count, the day it is of if it has one, and why."""

    row: CopyRow
    why: Why
    day: date | None = None

    @property
    def place(self) -> tuple[str, int]:
        """The file, and the row in it."""
        return self.row.copy.name, self.row.number


@dataclass(frozen=True, slots=True)
class When:
    """The day a report is made and the time it is about.

    With `by_sheet`, nobody has named that time: what a sheet says its month is decides about the rows on it.
    """

    today: date
    period: Period | None = None
    by_sheet: bool = False


def rows_of(source: Source, block: str | None, copies: Iterable[Filled]) -> Iterator[CopyRow]:
    """Every row of *block* in *copies*; without a block every copy is one."""
    for copy in copies:
        inside = copy.values.get(block) if block is not None else None
        if block is None:
            yield CopyRow(copy, 0)
        elif source.rows:
            for number, id_ in enumerate(source.rows, 1):
                cells = inside.get(id_, {}) if isinstance(inside, Mapping) else {}
                yield CopyRow(copy, number, {**cells, ROW: id_})
        elif isinstance(inside, Sequence):
            numbers = copy.rows.get(block) or range(1, len(inside) + 1)
            yield from (CopyRow(copy, number, columns) for number, columns in zip(numbers, inside, strict=True))


def is_wanted(row: CopyRow, slot: Asked, wanted: Sequence[str], when: When) -> bool:
    """Whether the value of *slot* is one of those *wanted*, or what one of the words says."""
    value = row.get(slot)
    if slot.field.holds == "tick" and value is None:
        value = False
    return any(_is(value, slot, str(word), when) for word in wanted)


def _is(value: Any, slot: Asked, word: str, when: When) -> bool:
    if word not in slot.choices:
        if word in ("empty", "filled"):
            return (is_blank(value) or is_stand_in(value)) is (word == "empty")
        if word == "past":
            day = day_of(value, end=True)
            return day is not None and day < when.today
        if word == "period":
            day = day_of(value)
            return day is not None and when.period is not None and when.period.holds(day)
    if isinstance(value, tuple):
        return word in value
    if isinstance(value, bool):
        return word == str(value).lower()
    if isinstance(value, Decimal):
        return value == _number(word)
    return value is not None and str(value) == word


def _number(word: str) -> Decimal | None:
    try:
        return Decimal(word)
    except InvalidOperation:
        return None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows of a source that count, and those that do not and why."""

    source: Source
    rows: tuple[CopyRow, ...]
    left_out: tuple[LeftOut, ...] = ()

    def where(self, conditions: Mapping[Any, Sequence[str]], when: When) -> list[CopyRow]:
        """The rows that fulfil all of *conditions*."""
        slots = [(self.source.find(path)[0], wanted) for path, wanted in conditions.items()]
        return [row for row in self.rows if all(is_wanted(row, slot, wanted, when) for slot, wanted in slots)]

    def left(self, why: Why) -> tuple[LeftOut, ...]:
        """Those that do not count for this reason."""
        return tuple(each for each in self.left_out if each.why == why)


def choose(spec: SourceForm, source: Source, copies: Iterable[Filled], when: When) -> Chosen:
    """The rows of *copies* that *spec* counts, in order of files and rows."""
    everything = Chosen(source, tuple(rows_of(source, spec.rows, copies)))
    rows, left_out = everything.where(spec.where, when), list[LeftOut]()
    if spec.date is not None:
        slot = source.find(spec.date)[0]
        days = {id(row): day_of(row.get(slot)) for row in rows}
        reasons = {id(row): _not_of_time(row, days[id(row)], source, spec.period, when) for row in rows}
        left_out = [LeftOut(row, why, days[id(row)]) for row in rows if (why := reasons[id(row)])]
        rows = [row for row in rows if reasons[id(row)] == ""]
        if spec.one_per is not None:
            rows.sort(key=lambda row: days[id(row)] or date.min)
    if spec.one_per is not None:
        newest = _newest(rows, source.find(spec.one_per)[0])
        kept = {id(row) for row in newest}
        left_out += [LeftOut(row, "repeated") for row in rows if id(row) not in kept]
        rows = newest
    return Chosen(source, tuple(rows), tuple(left_out))


def sheet_month(copy: Filled, source: Source) -> Period | None:
    """The month that a sheet says it is of; None where it says none."""
    months = (value_of(slot, copy.values) for slot in source.once if slot.field.type == "month")
    first = next((day for month in months if (day := day_of(month))), None)
    return around([first]) if first else None


def is_of_sheet(row: CopyRow, day: date, source: Source) -> bool:
    """Whether *day* is in the month that the sheet of *row* says it is of, if it says one."""
    month = sheet_month(row.copy, source)
    return month is None or month.holds(day)


def _not_of_time(row: CopyRow, day: date | None, source: Source, which: str, when: When) -> Why | Literal[""]:
    """Why a row of this *day* is not of the time; empty when it is."""
    if when.by_sheet and which == "this" and day is not None and not is_of_sheet(row, day, source):
        return "outside"
    if when.period is None:
        return "outside" if which == "last" else ""
    if day is None:
        return "undated"
    if which == "to-date":
        return "" if day <= when.period.last else "outside"
    return "" if (when.period if which == "this" else when.period.before()).holds(day) else "outside"


def _newest(rows: list[CopyRow], slot: Asked) -> list[CopyRow]:
    """The last row for each value of *slot*; those without a value all stay."""
    last: dict[Any, int] = {row.get(slot): number for number, row in enumerate(rows)}
    return [row for number, row in enumerate(rows) if is_blank(row.get(slot)) or last[row.get(slot)] == number]
