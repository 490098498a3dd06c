"""Many small cells in columns, as answer sheets and keys have them: a question's number, and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from generators.docx import cells, wml
from generators.docx.flow import Table, TableRow
from generators.docx.sheet import Sheet
from training.draw import Paper, Question

_ACROSS: Final = 3
"""So many columns of questions stand side by side."""

Heights = tuple[int, int, int]
"""The least, usual and greatest height of a row, in twips."""
Draw = Callable[[Question], str]
"""The paragraph that belongs to a question."""


def grid(sheet: Sheet, paper: Paper, draw: Sequence[Draw], weights: Sequence[float], heights: Heights) -> Table:
    """The questions of a paper from top to bottom, then to the right; the table stays on one page.

    Args:
        sheet: the stationery.
        paper: whose questions they are.
        draw: what stands beside the number of each.
        weights: how wide the number and each of these are.
        heights: of each row.
    """
    deep = _deep(paper)
    widths = cells.share(sheet.paper.room, [*weights] * _ACROSS)
    tight, low, high = heights
    rows = [TableRow(_row(paper, row, draw, widths), tight, low, high, keep=row + 1 < deep) for row in range(deep)]
    return Table(wml.table_head(widths, margin=40), rows)


def _row(paper: Paper, row: int, draw: Sequence[Draw], widths: Sequence[int]) -> str:
    deep = _deep(paper)
    return "".join([_cells(paper, row + column * deep, draw, widths, column) for column in range(_ACROSS)])


def _deep(paper: Paper) -> int:
    """How many rows its questions take."""
    return -(-len(paper.questions) // _ACROSS)


def _cells(paper: Paper, index: int, draw: Sequence[Draw], widths: Sequence[int], column: int) -> str:
    own = widths[column * (len(draw) + 1) : (column + 1) * (len(draw) + 1)]
    if index >= len(paper.questions):
        return "".join([wml.cell(width, wml.paragraph("", "FormCell")) for width in own])
    question = paper.questions[index]
    number = wml.cell(own[0], wml.paragraph(wml.run(str(index + 1)), "FormCell", jc="center"), shade=cells.SHADE)
    return number + "".join([wml.cell(width, each(question)) for width, each in zip(own[1:], draw, strict=True)])
