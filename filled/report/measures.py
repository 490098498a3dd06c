"""Single figures of a form that is worked out from others: counts, sums, totals, rates and how they were worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any, Final

from filled.report.rows import Chosen, CopyRow, When
from filled.report.serials import list_serials
from filled.report.words import Remark
from schemas import working_out
from schemas.asked import Asked
from schemas.computed import Computed, Crossing, Measure
from schemas.field import Field
from schemas.form import Matrix
from schemas.punctuation import joined
from schemas.scalars import Id
from schemas.sources import ROW
from schemas.values import is_blank, plain, write_value

Figure = Any
"""A value as a filled copy holds it, or None for nothing."""
_HUNDRED: Final = Decimal(100)
_ADDED: Final = ("count", "sum", "take")
"""Measures of which the row of totals shows the sum of the other rows."""


def percent(part: Decimal, whole: Decimal, places: int) -> Decimal | None:
    """*part* of *whole* in percent, rounded half up to *places* decimals; None of nothing."""
    return working_out.percent(part, whole, places) if whole else None


def shares(parts: Sequence[Decimal], places: int) -> list[Decimal | None]:
    """Each of *parts* in percent of all, as printed: they add up to 100.

    What is missing after rounding down goes to those that lost most by it.
    """
    whole, step = add(parts), Decimal(1).scaleb(-places)
    if not whole:
        return [None] * len(parts)
    exact = [part * _HUNDRED / whole for part in parts]
    printed = [share.quantize(step, ROUND_FLOOR) for share in exact]
    missing = int((_HUNDRED - sum(printed)) / step)
    most_lost = sorted(range(len(parts)), key=lambda place: printed[place] - exact[place])
    for place in most_lost[:missing]:
        printed[place] += step
    return [*printed]


def add(numbers: Iterable[Any]) -> Decimal:
    """The sum of what are numbers among *numbers*."""
    return sum((number for number in numbers if isinstance(number, Decimal)), Decimal(0))


def known_sum(figures: Iterable[Figure]) -> Decimal | None:
    """The sum of *figures*; None when one of them is not known: half a sum would pass for the whole."""
    numbers = list(figures)
    return add(numbers) if all(isinstance(number, Decimal) for number in numbers) else None


@dataclass(slots=True)
class Desk:
    """Where a form is worked out: chosen rows of its sources, every figure found so far by `block.field`, remarks.

    `lines` are the thresholds of its charts, by the id of the chart.
    """

    computed: Computed
    sources: Mapping[str, Chosen]
    fields: Mapping[str, Field]
    matrices: Mapping[str, Matrix]
    lines: Mapping[str, Decimal]
    when: When
    lang: str
    figures: dict[str, Figure] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def figure(self, path: str) -> Figure:
        """The figure at `block.field` or `block.row.column`; None when nothing says how it is worked out."""
        if path not in self.figures:
            self.figures[path] = None  # what is worked out from itself, which `check` refuses, comes to nothing
            self.figures[path] = fit(self._work_out(path), self.fields.get(path))
        return self.figures[path]

    def _work_out(self, path: str) -> Figure:
        block, *inside = path.split(".")
        for field_path, measure in self.computed.fields.items():
            if field_path == path:
                return self.measure(measure, lambda row: True, self.figure)
        crossing = self.computed.cells.get(Id(block))
        if crossing is not None and len(inside) == 2:
            return self._crossed(block, crossing, inside[0], inside[1])
        return None

    def measure(self, measure: Measure, keeps: Callable[[CopyRow], bool], near: Callable[[str], Figure]) -> Figure:
        """What *measure* comes to over the rows that *keeps* lets by; *near* finds figures of the same form."""
        if measure.source:
            chosen = self.sources[measure.source]
            rows = [row for row in chosen.where(measure.where, self.when) if keeps(row)]
            return self._of_rows(measure, chosen, rows)
        if measure.say is not None:
            return str(measure.say)
        if measure.rate is not None:
            part, whole = known_sum([near(measure.rate.part)]), known_sum([near(measure.rate.whole)])
            return None if part is None or whole is None else percent(part, whole, self.computed.places)
        if measure.working is not None:
            return self._working(measure.working)
        if measure.threshold is not None:
            return self.lines[measure.threshold]
        whole = known_sum([near(path) for path in measure.total or ()])
        less = known_sum([near(path) for path in measure.less])
        return None if whole is None or less is None else whole - less

    def _of_rows(self, measure: Measure, chosen: Chosen, rows: Sequence[CopyRow]) -> Figure:
        if measure.count is not None:
            return Decimal(len(rows))
        path = measure.sum or measure.take or measure.list_ or ""
        slot = chosen.source.find(path.partition(".")[2])[0]
        values = [value for row in rows if not is_blank(value := row.get(slot))]
        if measure.sum is not None:
            return add(values)
        if measure.take is not None:
            return values[-1] if values else None
        listed = dict.fromkeys(worded(slot, value, self.lang) for value in values)
        as_serials = slot.field.of_type.is_serial
        return (list_serials(listed, self.lang) if as_serials else joined(listed, self.lang)) or None

    def _working(self, path: str) -> str | None:
        """`713 ÷ 820 × 100% = 87.0%`."""
        rate = next(measure.rate for field_path, measure in self.computed.fields.items() if field_path == path)
        figure = self.figure(path)
        if rate is None or figure is None:
            return None
        part, whole = (plain(add([self.figure(each)])) for each in (rate.part, rate.whole))
        return f"{part} ÷ {whole} × 100% = {plain(figure)}%"

    def _crossed(self, block: str, crossing: Crossing, row: str, column: str) -> Figure:
        measure = next((measure for id_, measure in crossing.columns.items() if id_ == column), None)
        if measure is None:
            return None

        def near(path: str) -> Figure:
            return self.figure(path if "." in path else f"{block}.{row}.{path}")

        if row == crossing.total:
            if measure.kind in _ADDED:
                others = [str(id_) for id_ in self.matrices[block].rows if id_ != crossing.total]
                return known_sum([self.figure(f"{block}.{other}.{column}") for other in others])
            return self.measure(measure, lambda row: True, near) if measure.kind in ("total", "rate") else None
        if measure.source:
            keeps = self._row_of(crossing, row, self.sources[measure.source])
            return self.measure(measure, keeps, near) if keeps is not None else None
        return self.measure(measure, lambda row: True, near)

    def _row_of(self, crossing: Crossing, id_: str, chosen: Chosen) -> Callable[[CopyRow], bool] | None:
        """Which rows of a source belong to the row *id_* of a matrix; None when nothing says so."""
        if chosen.source.rows:
            return lambda row: row.columns.get(ROW) == id_
        conditions = {str(path): wanted for path, wanted in _conditions(crossing, id_).items()}
        if crossing.by is not None and not conditions:
            conditions[str(crossing.by)] = (id_,)
        if not conditions:
            return None
        row_identities = {id(row) for row in chosen.where(conditions, self.when)}
        return lambda row: id(row) in row_identities


def _conditions(crossing: Crossing, id_: str) -> Mapping[Any, Sequence[str]]:
    return next((where for row, where in crossing.rows.items() if row == id_), {})


def worded(slot: Asked, value: Any, lang: str) -> str:
    """A value in words: the text of a choice, otherwise as it is written."""
    if isinstance(value, tuple):
        return joined((slot.choices.get(each, each) for each in value), lang)
    return slot.choices.get(value, value) if isinstance(value, str) else write_value(value)


def fit(figure: Figure, target: Field | None) -> Figure:
    """*figure* as its field takes it: a number in a text field as text, money with two decimals."""
    if not isinstance(figure, Decimal) or target is None:
        return figure
    if target.holds != "number":
        return plain(figure)
    decimals = target.of_type.decimals
    return figure if decimals is None else figure.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
