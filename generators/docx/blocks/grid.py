"""A grid: shaded labels with fields beside them, several pairs a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generators.docx import cells, choices, fields, wml
from generators.docx.blocks.columns import raised
from generators.docx.blocks.needs import whole_ems
from generators.docx.cells import Label
from generators.docx.controls import Slot
from generators.docx.dates import MOMENT_EMS
from generators.docx.flow import Piece, TableRow, table
from generators.docx.measure import ems
from generators.docx.place import FieldCell, Ink
from generators.docx.sheet import Sheet
from generators.field_types import LOOKS
from schemas.field import Field
from schemas.form import Grid
from schemas.words import ByLanguage

TIGHT: Final = 340
"""Least height of a row to write in where that saves a page, 6 mm."""
LOW: Final = 375
"""Least height of a row to write in otherwise, 6.6 mm."""
HIGH: Final = 624
LINE_TIGHT: Final = 310
LINE_LOW: Final = 345
LINE_HIGH: Final = 620
"""Height of a line of handwriting where there are several."""
_LABEL_LEAST: Final = 4.0
_LABEL_MOST: Final = 0.46
_ONE_LINE: Final = ByLanguage(6.0, 9.0)
_SPREAD: Final = ByLanguage(_LABEL_LEAST, 0.0)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A field and the columns it takes: from *start*, *span* of them."""

    field: Field
    start: int
    span: int


def draw(sheet: Sheet, grid: Grid) -> list[Piece]:
    """The heading and the table of a grid."""
    rows = _arrange(sheet, grid)
    labels, values = _widths(sheet, grid.columns)
    widths = [width for pair in zip(labels, values, strict=True) for width in pair]
    drawn = [_row(sheet, grid, pairs, widths, _SPREAD.of(sheet.lang)) for pairs in rows]
    return [*cells.heading(sheet, grid.title), table(wml.table_head(widths, margin=cells.MARGIN), drawn)]


def _arrange(sheet: Sheet, grid: Grid) -> list[list[_Pair]]:
    """Fields in rows; the last of a row takes the columns that are left."""
    rows: list[list[_Pair]] = []
    free = 0
    for field in grid.fields:
        span = min(_span(sheet, grid, field), grid.columns)
        if span > free:
            _stretch(rows, free)
            rows.append([])
            free = grid.columns
        rows[-1].append(_Pair(field, grid.columns - free, span))
        free -= span
    _stretch(rows, free)
    return rows


def _stretch(rows: list[list[_Pair]], free: int) -> None:
    if rows and free:
        last = rows[-1][-1]
        rows[-1][-1] = _Pair(last.field, last.start, last.span + free)


def _span(sheet: Sheet, grid: Grid, field: Field) -> int:
    """The columns a field asks for, or those its content needs."""
    if field.span is not None:
        return max(1, field.span)
    span = LOOKS[field.type].span
    if span == "row":
        return grid.columns
    if span == "choices":
        return _span_of_choices(sheet, grid, field)
    return 2 if span == "words" and field.words else 1


def _span_of_choices(sheet: Sheet, grid: Grid, field: Field) -> int:
    pair = sheet.paper.room / grid.columns
    for span in range(1, grid.columns):
        room = cells.room_in(int(pair * (span - 0.35)), sheet.faces.value)
        if choices.fits_as_boxes(FieldCell(sheet, field, _slot(sheet, grid, field), room)):
            return span
    return grid.columns


def _widths(sheet: Sheet, columns: int) -> tuple[list[int], list[int]]:
    """Widths of the label columns and of the value columns, in twips; grids of as many columns share them."""
    if columns not in sheet.grid_widths:
        bodies = (block.body for block in sheet.form.blocks)
        grids = [body for body in bodies if isinstance(body, Grid) and body.columns == columns]
        pairs = [pair for grid in grids for row in _arrange(sheet, grid) for pair in row]
        sheet.grid_widths[columns] = _shared(sheet, [[p for p in pairs if p.start == n] for n in range(columns)])
    return sheet.grid_widths[columns]


def _shared(sheet: Sheet, pairs: Sequence[Sequence[_Pair]]) -> tuple[list[int], list[int]]:
    """The width of labels and values of each column of *pairs*: even, but that values stand whole.

    Days, hours and phones come before other values, and labels take another line before a day breaks.
    """
    most = int(sheet.paper.room / len(pairs) * _LABEL_MOST)
    named = [[cells.label_of(sheet, pair.field) for pair in column] for column in pairs]
    labels = [_label_width(sheet, column, most) for column in named]
    values = cells.share(sheet.paper.room - sum(labels), [1.0] * len(pairs))
    whole, never_broken = ([_needed(sheet, column, only) for column in pairs] for only in (None, _NEVER_BROKEN))
    for needs in (whole, never_broken):
        values = raised(values, needs)
    both = raised([*labels, *values], [*[_least_label(sheet, column) for column in named], *never_broken])
    return both[: len(pairs)], both[len(pairs) :]


_NEVER_BROKEN: Final = ("date", "month", "datetime", "time", "phone", "id-number")


def _needed(sheet: Sheet, pairs: Sequence[_Pair], only: Sequence[str] | None) -> int:
    """The width, in twips, at which each value of a column stands on one line: of all types, or those of *only* some.

    Of *only* some it is the least: an hour may stand under its day.
    """
    fields_alone = [pair.field for pair in pairs if pair.span == 1]
    asked = [field for field in fields_alone if only is None or field.type in only or field.choices]
    text = max([_value_ems(sheet, field, least=only is not None) for field in asked], default=0.0)
    return round(text * sheet.faces.value * 10) + _BESIDE


def _least_label(sheet: Sheet, labels: Sequence[Label]) -> int:
    """The width, in twips, at which no word of a label is broken."""
    word = max([replace(label, small="").word(sheet.faces.label) for label in labels], default=0.0)
    return round((word + 0.1) * sheet.faces.label * 10) + _BESIDE


_BESIDE: Final = 2 * cells.MARGIN + 11
"""What a cell has beside its text, in twips."""


def _value_ems(sheet: Sheet, field: Field, *, least: bool) -> float:
    """The room of a value with its currency sign and unit, of a box or of what is printed there already, in em."""
    if field.choices:
        return choices.stacked_ems(sheet, field)
    if field.value is not None and not least:
        return ems(sheet.plain(field.value))
    value = MOMENT_EMS if field.type == "datetime" and not least else whole_ems(sheet, field)
    sign = ems("￥ ") if field.type == "money" else 0.0
    return value + sign + (ems(f" {sheet.plain(field.unit)}") if field.unit else 0.0)


def _label_width(sheet: Sheet, labels: Sequence[Label], greatest: int) -> int:
    """Wide enough for one line where labels are short, for two where they are long; no word is ever broken."""
    size = sheet.faces.label
    one = [label.width(size) for label in labels]
    most = _ONE_LINE.of(sheet.lang)
    two = [label.width(size, 2) for label in labels]
    wide = max([a if a <= most else b for a, b in zip(one, two, strict=True)], default=0.0)
    word = max([label.word(size) for label in labels], default=0.0)
    beside = 2 * cells.MARGIN + 10
    room = min(max(wide, _LABEL_LEAST + 0.9), max(word, (greatest - beside) / (size * 10)))
    return round((room + 0.1) * size * 10) + beside


def _slot(sheet: Sheet, grid: Grid, field: Field) -> Slot:
    return Slot((grid.id, field.id), sheet.plain(field.title))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A pair's two cells, the height of what they print, and how many lines are written by hand."""

    markup: str
    printed: int
    written: int


def _row(sheet: Sheet, grid: Grid, pairs: Sequence[_Pair], widths: Sequence[int], spread: float) -> TableRow:
    drawn = list(_cells(sheet, grid, pairs, widths, spread))
    printed, written = max(pair.printed for pair in drawn), max(pair.written for pair in drawn)
    low = max(LOW, printed, written * LINE_LOW)
    high = max(HIGH, round(low * 1.25), written * LINE_HIGH)
    return TableRow("".join([pair.markup for pair in drawn]), max(TIGHT, printed, written * LINE_TIGHT), low, high)


def _cells(sheet: Sheet, grid: Grid, pairs: Sequence[_Pair], widths: Sequence[int], spread: float) -> Iterator[_Drawn]:
    for pair in pairs:
        first = 2 * pair.start
        label, value = widths[first], sum(widths[first + 1 : first + 2 * pair.span])
        named = cells.label_of(sheet, pair.field)
        room = cells.room_in(value, sheet.faces.value)
        content = fields.draw(FieldCell(sheet, pair.field, _slot(sheet, grid, pair.field), room))
        markup = cells.label_cell(sheet, named, label, spread=spread) + _value_cell(pair, value, content)
        printed = content.depth * sheet.faces.pitch(sheet.faces.value) + cells.PAD
        yield _Drawn(markup, max(printed, cells.label_depth(sheet, named, label)), _written(pair.field))


def _value_cell(pair: _Pair, width: int, content: Ink) -> str:
    valign = "top" if _written(pair.field) > 2 else "center"
    return wml.cell(width, cells.ink(content, "FormValue"), span=2 * pair.span - 1, valign=valign)


def _written(field: Field) -> int:
    return field.lines or LOOKS[field.type].lines
