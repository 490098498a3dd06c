"""A framed box of lines, with a shaded label at its left or none; approvals, receipts and consents are made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generators.docx import cells, wml
from generators.docx.cells import Label
from generators.docx.flow import TableRow
from generators.docx.measure import line_count
from generators.docx.sheet import Sheet

_HAND_LOW: Final = 320
_HAND_HIGH: Final = 620
_OPEN_TOP: Final = '<w:top w:val="nil"/>'
_OPEN_BOTTOM: Final = '<w:bottom w:val="nil"/>'


@dataclass(frozen=True, slots=True)
class BoxLine:
    """A line of a box. `text` is what it says where it may take several lines; `hand` is how many lines are written."""

    content: str
    text: str = ""
    hand: int = 0
    jc: str = ""


def box_widths(sheet: Sheet, labels: Sequence[Label]) -> list[int]:
    """The widths of the label column, if there are labels, and of the box; in twips."""
    if not labels:
        return [sheet.paper.room]
    label = cells.label_column(sheet, labels, 1300, sheet.paper.room // 5)
    return [label, sheet.paper.room - label]


def boxed(sheet: Sheet, lines: Sequence[BoxLine], label: Label | None, widths: Sequence[int]) -> list[TableRow]:
    """The rows of one box; they stay on one page. There is a label where *widths* has a column for it."""
    heights = [_height(sheet, line, widths[-1]) for line in lines]
    lack = cells.label_depth(sheet, label, widths[0]) - sum(low for low, _ in heights) if label else 0
    if lack > 0:
        roomiest = max(range(len(lines)), key=lambda index: lines[index].hand)
        low, high = heights[roomiest]
        heights[roomiest] = (low + lack, high + lack)
    return [
        TableRow(_cells(sheet, lines, index, label, widths), low, low, high, keep=index + 1 < len(lines))
        for index, (low, high) in enumerate(heights)
    ]


def _cells(sheet: Sheet, lines: Sequence[BoxLine], index: int, label: Label | None, widths: Sequence[int]) -> str:
    """The cells of one line; no rule separates it from the next."""
    line, last = lines[index], len(lines) - 1
    borders = (_OPEN_TOP if index else "") + (_OPEN_BOTTOM if index < last else "")
    content = wml.paragraph(line.content, "FormValue", jc=line.jc)
    cell = wml.cell(widths[-1], content, borders=borders, valign="top" if line.hand else "center")
    if label is None:
        return cell
    merge = "" if not last else "continue" if index else "restart"
    return cells.label_cell(sheet, label, widths[0], merge=merge) + cell


def _height(sheet: Sheet, line: BoxLine, width: int) -> tuple[int, int]:
    pitch = sheet.faces.pitch(sheet.faces.value)
    count = line_count(line.text, cells.room_in(width, sheet.faces.value)) if line.text else 1
    low = count * pitch + cells.PAD
    if line.hand:
        return max(low, line.hand * _HAND_LOW), line.hand * _HAND_HIGH
    return low, low + 140
