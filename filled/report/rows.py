"""What is counted: rows of registers and matrices or whole copies, chosen by date and by conditions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from filled.report.periods import Period, day_of
from schemas.asked import Asked
from schemas.computed import SourceForm
from schemas.filled import Filled
from schemas.sources import ROW, Source, value_of
from schemas.values import is_blank

LeftOut = Literal["undated", "outside", "repeated"]
"""Why a row does not count: it has no date, one outside the period, or there is a newer one."""


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A row of a filled copy, numbered from 1, or a whole copy (number 0)."""

    copy: Filled
    number: int
    columns: Mapping[str, Any] = field(default_factory=dict)

    def get(self, slot: Asked) -> Any:
        """The value of a column, or of what is asked once in the copy; None when it is not filled in."""
        return self.columns.get(slot.key) if slot.is_column else value_of(slot, self.copy.values)


@dataclass(frozen=True, slots=True)
class When:
    """The day a report is made and the time it is about."""

    today: date
    period: Period | None = None


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
            yield from (CopyRow(copy, number, columns) for number, columns in enumerate(inside, 1))


def is_wanted(row: CopyRow, slot: Asked, wanted: Sequence[str], when: When) -> bool:
    """Whether the value of *slot* is one of those *wanted*, or what one of the words says."""
    value = row.get(slot)
    if slot.field.holds == "tick" and value is None:
        value = False
    return any(_is(value, slot, str(word), when) for word in wanted)


def _is(value: Any, slot: Asked, word: str, when: When) -> bool:
    if word not in slot.choices:
        if word in ("empty", "filled"):
            return is_blank(value) is (word == "empty")
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
    """The rows of a source that count, and how many do not and why."""

    source: Source
    rows: tuple[CopyRow, ...]
    left_out: Counter[LeftOut]

    def where(self, conditions: Mapping[Any, Sequence[str]], when: When) -> list[CopyRow]:
        """The rows that fulfil all of *conditions*."""
        slots = [(self.source.find(path)[0], wanted) for path, wanted in conditions.items()]
        return [row for row in self.rows if all(is_wanted(row, slot, wanted, when) for slot, wanted in slots)]


def choose(spec: SourceForm, source: Source, copies: Iterable[Filled], when: When) -> Chosen:
    """The rows of *copies* that *spec* counts, in order of files and rows."""
    left_out: Counter[LeftOut] = Counter()
    everything = Chosen(source, tuple(rows_of(source, spec.rows, copies)), Counter())
    rows = everything.where(spec.where, when)
    if spec.date is not None:
        slot = source.find(spec.date)[0]
        rows = [row for row in rows if _is_of_time(row.get(slot), spec.period, when, left_out)]
        if spec.one_per is not None:
            rows.sort(key=lambda row: day_of(row.get(slot)) or date.min)
    if spec.one_per is not None:
        before = len(rows)
        rows = _newest(rows, source.find(spec.one_per)[0])
        left_out["repeated"] += before - len(rows)
    return Chosen(source, tuple(rows), left_out)


def _is_of_time(value: Any, which: str, when: When, left_out: Counter[LeftOut]) -> bool:
    if when.period is None:
        return which != "last"
    day = day_of(value)
    if day is None:
        left_out["undated"] += 1
        return False
    if which == "to-date":
        return day <= when.period.last
    is_inside = (when.period if which == "this" else when.period.before()).holds(day)
    left_out["outside"] += not is_inside
    return is_inside


def _newest(rows: list[CopyRow], slot: Asked) -> list[CopyRow]:
    """The last row for each value of *slot*; those without a value all stay."""
    last: dict[Any, int] = {row.get(slot): number for number, row in enumerate(rows)}
    return [row for number, row in enumerate(rows) if is_blank(row.get(slot)) or last[row.get(slot)] == number]
