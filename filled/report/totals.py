"""The figures that a form says can be added up from its filled copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from filled.report.measures import add, worded
from filled.report.rows import CopyRow
from filled.report.tables import Read
from filled.report.words import ReportWords
from schemas.asked import Asked
from schemas.field import Field
from schemas.filled import shown
from schemas.form import Form, Grid, Matrix, Register, TextBlock, Total
from schemas.sources import Source
from schemas.values import is_blank


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of *form*; `parts` are those of each value of a field, by its name, where the form asks for them."""

    form: str
    id: str
    title: str
    amount: Decimal
    unit: str = ""
    parts: tuple[tuple[str, Decimal], ...] = ()


def figures(read: Read, *, show_personal: bool = False) -> tuple[Figure, ...]:
    """Every total of the form, over the copies of *read* and of its time; personal names of parts masked."""
    return tuple(_figure(read, total, show_personal) for total in read.form.totals)


def _figure(read: Read, total: Total, show_personal: bool) -> Figure:
    block = _block(read.form, total)
    chosen = read.chosen(block)
    rows = chosen.where(total.where, read.when)
    summed = chosen.source.find(str(total.sum))[0] if total.sum else None
    unit = read.library.plain(summed.field.unit or "", read.entry) if summed else ""
    parts = _parts(read, chosen.source, total, rows, summed, show_personal) if total.by else ()
    form = read.library.plain(read.form.title, read.entry)
    return Figure(form, str(total.id), read.library.plain(total.title, read.entry), _amount(rows, summed), unit, parts)


def _amount(rows: Sequence[CopyRow], summed: Asked | None) -> Decimal:
    return add(row.get(summed) for row in rows) if summed else Decimal(len(rows))


def _parts(
    read: Read, source: Source, total: Total, rows: Sequence[CopyRow], summed: Asked | None, show_personal: bool
) -> tuple[tuple[str, Decimal], ...]:  # fmt: skip
    """The figure for each value of the field in `by`: its choices in their order, other values as they come up."""
    slot, lang = source.find(str(total.by))[0], read.library.lang
    groups: dict[Any, list[CopyRow]] = {id_: [] for id_ in slot.choices}
    for row in rows:
        value = row.get(slot)
        for each in value if isinstance(value, tuple) else (value,):
            groups.setdefault("" if is_blank(each) else each, []).append(row)
    unnamed = ReportWords(lang).unnamed
    seen = ((shown(slot.field, id_, read.known, show_personal=show_personal), group) for id_, group in groups.items())
    named = ((worded(slot, id_, lang) if id_ != "" else unnamed, group) for id_, group in seen)
    return tuple((name, _amount(group, summed)) for name, group in named)


def _block(form: Form, total: Total) -> str | None:
    """The register or matrix whose rows a total goes through; None when it goes through whole copies."""
    if total.count is not None:
        return str(total.count)
    for block in form.blocks:
        fields = _fields(block.body)
        if any(str(field.id) == str(total.sum) for field in fields):
            return str(block.body.id) if isinstance(block.body, Register | Matrix) else None
    return None


def _fields(body: Any) -> Sequence[Field]:
    if isinstance(body, Register | Matrix):
        return body.columns
    return body.fields if isinstance(body, Grid) else body.blanks if isinstance(body, TextBlock) else ()
