"""A place to draw a chart by hand: axes, a light grid, the percentages of a pareto chart and its line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generators.docx import cells, wml
from generators.docx.flow import Piece, Row, Table
from generators.docx.measure import wrap
from generators.docx.paper import mm
from generators.docx.sheet import Sheet
from schemas.form import Block, Chart, Field, Matrix, Register

_BANDS: Final = 10
_GRID: Final = "D0D0D0"
_AXIS: Final = "404040"
_SIDE: Final = 760
_FEWEST: Final = 5
_MOST: Final = 15
_NIL: Final = ("top", "left", "bottom", "right")


def draw(sheet: Sheet, chart: Chart) -> list[Piece]:
    """The heading and the framed drawing area, ten bands high, with a column for each bar."""
    source = _source(sheet.form.blocks, chart.of)
    count = max(_FEWEST, min(_MOST, _rows_of(source)))
    is_pareto = chart.kind == "pareto"
    right = _SIDE if is_pareto else 160
    widths = [_SIDE, *cells.share(sheet.paper.room - _SIDE - right, [1.0] * count), right]
    low = round(mm(chart.height) * 0.92) // (_BANDS + 1) - 10
    axis = _titles(sheet, chart, source)
    rows = [_names_row(sheet, widths, axis[1], is_pareto)]
    rows += [_band(sheet, chart, widths, band, low) for band in range(_BANDS)]
    rows.append(_label_row(sheet, widths, axis[0], low))
    head = _frame_mark(sheet, chart) + wml.table_head(widths, "FormPlain", margin=30)
    return [*cells.heading(sheet, chart.title), Table(head, rows)]


def _frame_mark(sheet: Sheet, chart: Chart) -> str:
    """On screen, an empty bookmark before the frame: a chart that is worked out is put into its place."""
    if not sheet.fill:
        return ""
    number = sheet.number()
    name = sheet.bookmark((chart.id,), None)
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


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


def _side(width: int, text: str, jc: str) -> str:
    return wml.cell(width, wml.paragraph(wml.run(text), "FormTick", jc=jc), borders=_edges(), valign="top")


def _names_row(sheet: Sheet, widths: Sequence[int], amount: str, is_pareto: bool) -> Row:
    """The names of the vertical axes, above them."""
    half = len(widths) // 2
    left, right = sum(widths[:half]), sum(widths[half:])
    share = sheet.word("share") if is_pareto else ""
    markup = wml.cell(left, wml.paragraph(wml.run(amount), "FormTick", jc="left"), span=half, borders=_edges())
    markup += wml.cell(
        right, wml.paragraph(wml.run(share), "FormTick", jc="right"), span=len(widths) - half, borders=_edges()
    )
    return Row(markup, 260, 260, 280, keep=True)


def _band(sheet: Sheet, chart: Chart, widths: Sequence[int], band: int, low: int) -> Row:
    """A band of the grid; its scale stands at its upper line."""
    at = 100 - band * 100 // _BANDS
    scale = f"{at}%" if chart.kind == "pareto" else ""
    marked = chart.threshold is not None and _is_under(float(chart.threshold), at)
    above = "mark" if marked else "grid"
    parts = [_side(widths[0], "", "right")]
    last = len(widths) - 2
    for index in range(1, len(widths) - 1):
        lines = {"top": above, "left": "axis" if index == 1 else "grid"}
        lines["bottom"] = "axis" if band == _BANDS - 1 else "grid"
        if band < _BANDS - 1 and chart.threshold is not None and _is_under(float(chart.threshold), at - 100 // _BANDS):
            lines["bottom"] = "mark"
        lines["right"] = "axis" if index == last and chart.kind == "pareto" else "grid"
        parts.append(wml.cell(widths[index], wml.paragraph("", "FormTick"), borders=_edges(**lines)))
    parts.append(_side(widths[-1], scale, "left"))
    return Row("".join(parts), round(low * 0.9), low, round(low * 1.25), keep=True)


def _is_under(threshold: float, at: int) -> bool:
    """Whether the threshold's line is the upper line of the band whose scale says *at*."""
    step = 100 / _BANDS
    return abs(threshold - at) < step / 2


def _label_row(sheet: Sheet, widths: Sequence[int], label: str, low: int) -> Row:
    """Room under the horizontal axis for the names of the bars."""
    lines = wrap(label, cells.room_in(widths[0], cells.SMALL, 30))
    parts = [wml.cell(widths[0], wml.paragraph(wml.lines(lines), "FormTick", jc="right"), borders=_edges())]
    borders = _edges(left="grid", right="grid", bottom="grid", top="axis")
    parts += [wml.cell(width, wml.paragraph("", "FormTick"), borders=borders) for width in widths[1:-1]]
    parts.append(wml.cell(widths[-1], wml.paragraph("", "FormTick"), borders=_edges()))
    height = max(low, 420)
    return Row("".join(parts), height, height, height + 160)
