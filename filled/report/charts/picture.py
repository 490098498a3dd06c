"""What a chart shows: its bars with their names, amounts and classes, taken from the values of a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from schemas.asked import Asked
from schemas.entry import Entry
from schemas.form import Chart, Form, Matrix, Register
from schemas.library import Library
from schemas.scalars import Id
from schemas.sources import Source, source_of


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name and height (None for nothing), the rank of its class (-1 for none), whether it is a sum."""

    name: str
    amount: Decimal | None
    rank: int = -1
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """A chart to draw: `kind` is `pareto`, `bar` or `line`; `classes` are the names of ranks; `height` is in mm.

    `places` are the decimals of its percentages: those of the table.
    """

    id: str
    kind: str
    title: str
    axis: str
    unit: str
    bars: tuple[Bar, ...]
    classes: tuple[str, ...]
    threshold: Decimal | None
    height: int
    lang: str
    places: int = 1

    @property
    def total(self) -> Decimal:
        """The sum of all bars: N of a Pareto chart."""
        return sum((bar.amount for bar in self.bars if bar.amount is not None), Decimal(0))


def pictures(library: Library, entry: Entry, values: Mapping[str, Any]) -> tuple[ChartPicture, ...]:
    """The charts of the form *entry* over *values*; one without a single amount is left out.

    Args:
        library: the view whose language names are in.
        entry: a form of it.
        values: what stands in the form, by block.
    """
    form = entry.record
    assert isinstance(form, Form)
    charts = [block.body for block in form.blocks if isinstance(block.body, Chart)]
    drawn = [_picture(library, entry, form, chart, values) for chart in charts]
    return tuple(picture for picture in drawn if picture.total > 0)


def _picture(library: Library, entry: Entry, form: Form, chart: Chart, values: Mapping[str, Any]) -> ChartPicture:
    def say(text: str) -> str:
        return library.plain(text, entry)

    source = source_of(form, chart.of, say, library.lang)
    body = next(block.body for block in form.blocks if getattr(block.body, "id", None) == chart.of)
    assert source is not None
    assert isinstance(body, Register | Matrix)
    amount = source.find(chart.amount)[0]
    of_class = _class_of(form, chart, source)
    classes = tuple(of_class.choices.values()) if of_class is not None else ()
    places = int(form.computed_from.places) if form.computed_from else 1
    return ChartPicture(
        str(chart.id), chart.kind, say(form.title), amount.label, say(amount.field.unit or ""),
        tuple(_bars(form, chart, source, values.get(chart.of) or (), of_class)), classes, chart.threshold,
        chart.height, library.lang, places,
    )  # fmt: skip


def _class_of(form: Form, chart: Chart, source: Source) -> Asked | None:
    """The column with the class of a bar: the one the form is worked out with, else its only other choice."""
    groups = form.computed_from.groups.get(Id(chart.of)) if form.computed_from else None
    if groups is not None:
        return source.find(groups.class_)[0] if groups.class_ else None
    others = [slot for slot in source.columns if slot.choices and slot.key not in (chart.label, chart.amount, "row")]
    return others[0] if chart.kind == "pareto" and len(others) == 1 else None


def _bars(
    form: Form, chart: Chart, source: Source, inside: Sequence[Mapping[str, Any]] | Mapping[str, Any],
    of_class: Asked | None,
) -> Iterator[Bar]:  # fmt: skip
    ranks = {id_: number for number, id_ in enumerate(of_class.choices)} if of_class else {}
    if isinstance(inside, Mapping):
        names = source.columns[0].choices
        totals = _total_rows(form, str(chart.of))
        for row, name in names.items():
            amount = inside.get(row, {}).get(chart.amount)
            yield Bar(name, amount if isinstance(amount, Decimal) else None, is_total=row in totals)
        return
    label = source.find(chart.label)[0] if chart.label else None
    for number, values in enumerate(inside, 1):
        name = str(values.get(label.key, "") if label else "") or str(number)
        amount, rank = values.get(chart.amount), values.get(of_class.key) if of_class else None
        bar_name = label.choices.get(name, name) if label else name
        yield Bar(bar_name, amount if isinstance(amount, Decimal) else None, ranks.get(str(rank), -1))


def _total_rows(form: Form, block: str) -> set[str]:
    if form.computed_from is None:
        return set()
    crossing, ratings = form.computed_from.cells.get(Id(block)), form.computed_from.ratings.get(Id(block))
    return {str(maker.total) for maker in (crossing, ratings) if maker is not None and maker.total is not None}
