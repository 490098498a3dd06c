"""Tables of printed text under shaded heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generators.docx import cells, wml
from generators.docx.blocks.columns import NARROW, head_row
from generators.docx.cells import Label
from generators.docx.flow import Table, TableRow, table
from generators.docx.measure import line_count
from generators.docx.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, how wide it is among the others, and how its texts are aligned."""

    title: str
    weight: float
    jc: str = ""


def ruled(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[str]], least: int = 0) -> Table:
    """A table as wide as the page.

    Args:
        sheet: the stationery.
        columns: its columns.
        rows: the texts of each row; a line break in one starts a paragraph.
        least: the height that every row has at least, in twips.
    """
    widths = cells.share(sheet.paper.room, [column.weight for column in columns])
    head = head_row(sheet, [Label(column.title) for column in columns], widths)
    drawn = [_row(sheet, columns, widths, texts, least) for texts in rows]
    return table(wml.table_head(widths, margin=NARROW), [head, *drawn])


def _row(sheet: Sheet, columns: Sequence[Column], widths: Sequence[int], texts: Sequence[str], least: int) -> TableRow:
    pitch, deepest, markup = sheet.faces.pitch(sheet.faces.cell), 1, []
    for column, width, text in zip(columns, widths, texts, strict=True):
        deepest = max(deepest, line_count(text, cells.room_in(width, sheet.faces.cell, NARROW)))
        lines = [wml.paragraph(wml.run(line), "FormCell", jc=column.jc) for line in text.split("\n")]
        markup.append(wml.cell(width, "".join(lines)))
    low = max(least, deepest * pitch + cells.PAD)
    return TableRow("".join(markup), low, low, low + (60 if least else 30))
