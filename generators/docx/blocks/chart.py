"""A place to draw a chart by hand: axes, a light grid, the percentages of a pareto chart and its line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generators.docx import cells, wml
from generators.docx.flow import Piece, Table, TableRow
from generators.docx.measure import wrap
from generators.docx.paper import mm
from generators.docx.sheet import Sheet
from schemas.field import Field
from schemas.form import Block, Chart, Matrix, Register

_BANDS: Final = 20
_NAMES: Final = 200
"""Height of the names of the axes, in twips."""
_GRID: Final = "D0D0D0"
_AXIS: Final = "404040"
_SIDE: Final = 760
_FEWEST: Final = 5
_MOST: Final = 15
_NEAR: Final = 2.5
"""A threshold this close to a line of the grid, in percent, is drawn at that line."""
_NIL: Final = ("top", "left", "bottom", "right")


def draw(sheet: Sheet, chart: Chart) -> list[Piece]:
    """The heading and the framed drawing area, in bands of five percent, with a column for each bar."""
    source = _source(sheet.form.blocks, chart.of)
    count = max(_FEWEST, min(_MOST, _rows_of(source)))
    right = _SIDE if chart.kind == "pareto" else 160
    widths = [_SIDE, *cells.share(sheet.paper.room - _SIDE - right, [1.0] * count), right]
    low = round(mm(chart.height) * 0.92) // (_BANDS + 2) - 10
    axis = _titles(sheet, chart, source)
    rows = [_names_row(sheet, chart, widths, axis[1], low)]
    rows += [_band(chart, widths, band, low) for band in range(1, _BANDS + 1)]
    rows.append(_label_row(chart, widths, axis[0], low))
    head = _frame_mark(sheet, chart) + wml.table_head(widths, "FormPlain", margin=30)
    return [*cells.heading(sheet, chart.title), Table(head, rows)]


def _frame_mark(sheet: Sheet, chart: Chart) -> str:
    """On screen, an empty bookmark before the frame: a chart that is worked out is put into its place."""
    if not sheet.fill:
        return ""
    number = sheet.number()
    name = sheet.bookmark((chart.id,), None)
    return wml.unseen(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>')


def _source(blocks: Sequence[Block], id_: str) -> Register | Matrix | None:
    bodies = (block.body for block in blocks)
    return next((body for body in bodies if isinstance(body, Register | Matrix) and body.id == id_), None)


def _rows_of(source: Register | Matrix | None) -> int:
    if isinstance(source, Register):
        return source.rows
    return len(source.rows) if source else _FEWEST


def _titles(sheet: Sheet, chart: Chart, source: Register | Matrix | None) -> tuple[str, str]:
    """What the horizontal and the vertical axis are called."""
    columns: dict[str, Field] = {str(field.id): field for field in (source.columns if source else ())}
    label, amount = columns.get(chart.label or ""), columns.get(chart.amount)
    return sheet.plain(label.title) if label else "", cells.label_of(sheet, amount, unit=True).text if amount else ""


def _edges(**lines: str) -> str:
    """Borders of a cell: `top="grid"`; sides not named have none."""
    kinds = {"grid": f'w:val="single" w:sz="4" w:space="0" w:color="{_GRID}"',
             "axis": f'w:val="single" w:sz="8" w:space="0" w:color="{_AXIS}"',
             "mark": f'w:val="dashed" w:sz="8" w:space="0" w:color="{_AXIS}"'}  # fmt: skip
    return "".join(
        [f"<w:{side} {kinds[lines[side]]}/>" if side in lines else f'<w:{side} w:val="nil"/>' for side in _NIL]
    )


def _sides(chart: Chart, widths: Sequence[int], row: int) -> tuple[str, str]:
    """The cells beside a row: the scale in percent at the right of a pareto chart, at the left of one with a target.

    What a line of the grid stands for is said in two cells made one, that above the line and that below it.
    """
    is_pareto = chart.kind == "pareto"
    beside = (False, True) if is_pareto else (chart.threshold is not None, False)
    return (_side(widths[0], row, "right", has_scale=beside[0]), _side(widths[-1], row, "left", has_scale=beside[1]))


def _side(width: int, row: int, jc: str, *, has_scale: bool) -> str:
    if not has_scale:
        return wml.cell(width, wml.paragraph("", "FormGap"), borders=_edges())
    merge = "continue" if row % 2 else "restart"
    percent = "" if row % 2 else f"{100 - 100 * row // _BANDS}%"
    content = wml.paragraph(wml.run(percent), "FormTick", jc=jc) if percent else wml.paragraph("", "FormGap")
    return wml.cell(width, content, borders=_edges(), merge=merge, valign="top" if row == _BANDS else "center")


def _names_row(sheet: Sheet, chart: Chart, widths: Sequence[int], amount: str, low: int) -> TableRow:
    """The names of the vertical axes, above them."""
    half = len(widths) // 2
    left, right = sum(widths[1:half]), sum(widths[half:-1])
    share = sheet.words.share if chart.kind == "pareto" else ""
    sides = _sides(chart, widths, 0)
    markup = sides[0] + wml.cell(
        left, wml.paragraph(wml.run(amount), "FormTick", jc="left"), span=half - 1, borders=_edges()
    )
    markup += wml.cell(
        right, wml.paragraph(wml.run(share), "FormTick", jc="right"), span=len(widths) - 1 - half, borders=_edges()
    )
    height = max(low, _NAMES)
    return TableRow(markup + sides[1], height, height, height + 20, keep=True)


def _band(chart: Chart, widths: Sequence[int], band: int, low: int) -> TableRow:
    """A band of the grid, counted from 1 at the top."""
    last = len(widths) - 2
    above, below = (_line(chart, 100 - 100 * number / _BANDS) for number in (band - 1, band))
    sides = _sides(chart, widths, band)
    parts = [sides[0]]
    for index in range(1, len(widths) - 1):
        lines = {"top": above, "left": "axis" if index == 1 else "grid", "bottom": below}
        lines["right"] = "axis" if index == last and chart.kind == "pareto" else "grid"
        parts.append(wml.cell(widths[index], wml.paragraph("", "FormGap"), borders=_edges(**lines)))
    return TableRow("".join([*parts, sides[1]]), round(low * 0.9), low, round(low * 1.25), keep=True)


def _line(chart: Chart, at: float) -> str:
    """The kind of line at a percentage: the axis, the threshold or the grid."""
    if at == 0:
        return "axis"
    return "mark" if chart.threshold is not None and abs(float(chart.threshold) - at) < _NEAR else "grid"


def _label_row(chart: Chart, widths: Sequence[int], label: str, low: int) -> TableRow:
    """Room under the horizontal axis for the names of the bars."""
    lines = wrap(label, cells.room_in(widths[0], cells.SMALL, 30))
    sides = _sides(chart, widths, _BANDS + 1)
    named = wml.cell(widths[0], wml.paragraph(wml.lines(lines), "FormTick", jc="right"), borders=_edges())
    borders = _edges(left="grid", right="grid", bottom="grid", top="axis")
    parts = [wml.cell(width, wml.paragraph("", "FormTick"), borders=borders) for width in widths[1:-1]]
    height = max(2 * low, 420)
    return TableRow("".join([named if label else sides[0], *parts, sides[1]]), height, height, height + 160)
