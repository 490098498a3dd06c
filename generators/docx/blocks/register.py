"""A register: blank rows under column heads, growing to the end of the page; and a matrix, whose rows are named."""

from __future__ import annotations

from typing import Final

from generators.docx import cells, controls, wml
from generators.docx.blocks import columns as typed
from generators.docx.blocks.columns import NARROW, Columns
from generators.docx.cells import Label
from generators.docx.flow import Piece, Prose, TableRow, table
from generators.docx.measure import wrap
from generators.docx.sheet import Sheet
from schemas.form import Matrix, Register, RosterTable
from schemas.roster import Roster

TIGHT: Final = 345
LOW: Final = 380
"""Height of a row to write in, 6.7 mm, and tight where that saves a page, 6.1 mm."""
HIGH: Final = 860
_LINE_TIGHT: Final = 290
_LINE_LOW: Final = 320
_TOGETHER: Final = 6
"""A matrix of up to this many rows stays on one page."""
_DEEP: Final = 10
"""Registers of up to this many rows may print three lines of boxes in a row, longer ones two."""


def draw(sheet: Sheet, register: Register) -> list[Piece]:
    """The heading, the table and the legend of a register."""
    box_lines = _box_lines(register.rows)
    widths = typed.widths(sheet, register.columns, sheet.paper.room, box_lines)
    columns = Columns(sheet, (register.id,), register.columns, widths, box_lines)
    rows = [typed.head_row(sheet, typed.heads(columns), widths), *_rows(sheet, register, columns)]
    drawn = table(wml.table_head(widths, margin=NARROW), rows)
    legend = roster_legend(sheet, register.roster) if isinstance(register, RosterTable) else typed.legend(columns)
    return [*cells.heading(sheet, register.title), drawn, *legend]


def _box_lines(rows: int) -> int:
    return 3 if rows <= _DEEP else 2


def roster_legend(sheet: Sheet, roster: Roster) -> list[Prose]:
    """What the marks of a roster stand for: `早 早班 8:00–16:00`."""
    shifts = (
        " ".join(
            filter(
                None,
                (
                    sheet.plain(shift.mark),
                    sheet.plain(shift.title) if shift.title else "",
                    shift.hours.say(sheet.lang) if shift.hours else "",
                ),
            )
        )
        for shift in roster.shifts.values()
    )
    return typed.note(sheet, sheet.words.separator.join(shifts))


def _heights(columns: Columns, printed: int = 0) -> tuple[int, int, int]:
    """The tight, usual and greatest height of a blank row; *printed* is that of a row's name."""
    boxes = typed.body_depth(columns) * columns.sheet.faces.pitch(columns.sheet.faces.cell) + cells.PAD
    printed, written = max(printed, boxes), typed.written_lines(columns)
    low = max(LOW, printed, written * _LINE_LOW)
    return max(TIGHT, printed, written * _LINE_TIGHT), low, max(HIGH, low + 400)


def _rows(sheet: Sheet, register: Register, columns: Columns) -> list[TableRow]:
    heights = _heights(columns)
    count = register.rows
    if not sheet.fill:
        return [TableRow(typed.body_cells(columns, row), *heights) for row in range(1, count + 1)]
    label = sheet.plain(register.title or sheet.form.title)
    opening, closing, item, item_end = controls.repeating(sheet, register.id, label)
    is_narrow = isinstance(register, RosterTable)
    rows = []
    for row in range(1, count + 1):
        before = (opening if row == 1 else "") + item % controls.item_id(sheet)
        after = item_end + (closing if row == count else "")
        rows.append(
            TableRow(
                typed.body_cells(columns, row, quiet=row > 1 or is_narrow),
                *heights,
                opening=before,
                closing=after,
            )
        )
    return rows


def draw_matrix(sheet: Sheet, matrix: Matrix) -> list[Piece]:
    """The heading, the table and the legend of a matrix."""
    names = [sheet.plain(text) for text in matrix.rows.values()]
    first = _name_width(sheet, matrix, names)
    box_lines = _box_lines(len(names))
    widths = typed.widths(sheet, matrix.columns, sheet.paper.room - first, box_lines)
    columns = Columns(sheet, (matrix.id,), matrix.columns, widths, box_lines)
    corner = Label(sheet.plain(matrix.corner) if matrix.corner else "")
    rows = [typed.head_row(sheet, [corner, *typed.heads(columns)], [first, *widths])]
    for number, (id_, name) in enumerate(zip(matrix.rows, names, strict=True), 1):
        lines = wrap(name, cells.room_in(first, sheet.faces.cell, NARROW) - 0.4)
        heights = _heights(columns, len(lines) * sheet.faces.pitch(sheet.faces.cell) + cells.PAD)
        named = wml.cell(first, wml.paragraph(wml.lines(lines), "FormCell", left=40), shade=cells.SHADE)
        body = typed.body_cells(columns, number, (id_,), quiet=number > 1)
        rows.append(TableRow(named + body, *heights, keep=number < len(names) <= _TOGETHER))
    drawn = table(wml.table_head([first, *widths], margin=NARROW), rows)
    return [*cells.heading(sheet, matrix.title), drawn, *typed.legend(columns)]


def _name_width(sheet: Sheet, matrix: Matrix, names: list[str]) -> int:
    """What the columns' percentages leave, less what these lack; or as wide as the names need, up to a third."""
    lines = 1 if cells.width_of(names) <= 14 else 2
    wanted = max(900, round(cells.width_of(names, lines) * sheet.faces.cell * 10) + 2 * cells.MARGIN + 60)
    left = 100 - sum(float(field.width or 0) for field in matrix.columns)
    if all(field.width for field in matrix.columns) and left >= 5:
        width = int(sheet.paper.room * left / 100)
        return min(width, max(wanted, sheet.paper.room - typed.never_less(sheet, matrix.columns)))
    return min(wanted, sheet.paper.room // 3)
