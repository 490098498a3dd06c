"""Tables of the pages as tables of Word: as wide as the text, heads repeated on every page, rows never cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from generators.binding.spans import is_unseen, text_of
from generators.docx import wml
from generators.docx.cells import share
from generators.docx.measure import ems

if TYPE_CHECKING:
    from generators.binding.walk import Walker

_SHADE: Final = "F0F0F0"
_MARGIN: Final = 80
_LEAST: Final = 6.0
_MOST: Final = 26.0
_HEIGHT: Final = 300


def table(walker: Walker, element: Any, places: Sequence[str]) -> str:
    """A table; *places* are those that a link to the first of its cells leads to."""
    rows = [row for row in element.iter("tr") if not is_unseen(row)]
    columns = max((sum(map(_span, _cells(row))) for row in rows), default=0)
    if not columns:
        return ""
    widths = share(walker.room, _weights(rows, columns))
    drawn, waiting = "", list(places)
    for row in rows:
        waiting += [place for each in (row.getparent(), row) if _begins(each, row) and (place := each.get("id"))]
        drawn += _row(walker, row, widths, [place for place in waiting if place in walker.script.wanted])
        waiting = []
    return f"{wml.table_head(widths)}{drawn}</w:tbl>"


def _begins(element: Any, row: Any) -> bool:
    """Whether *element* is the row, or the part of the table that it is the first of."""
    return element is row or (element.tag == "tbody" and element[0] is row)


def _row(walker: Walker, row: Any, widths: Sequence[int], places: Sequence[str]) -> str:
    is_head = row.getparent().tag == "thead"
    markup, at = "", 0
    for cell in _cells(row):
        span = min(_span(cell), len(widths) - at)
        width = sum(widths[at : at + span])
        within = walker.within(width - 2 * _MARGIN, "BookRowHead" if cell.tag == "th" else "BookRow")
        for place in places if not at else ():
            within.place(place)
        within.walk(cell)
        content = within.markup(in_row=True) or wml.paragraph("", within.style)
        shade = _SHADE if cell.tag == "th" else ""
        markup += wml.cell(width, content, span=span, shade=shade, valign="top")
        at += span
    for width in widths[at:]:
        markup += wml.cell(width, wml.paragraph("", "BookRow"))
    return wml.row(markup, _HEIGHT, head=is_head, keep=is_head)


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _span(cell: Any) -> int:
    return int(cell.get("colspan") or 1)


def _weights(rows: Sequence[Any], columns: int) -> list[float]:
    """How wide each column is to be: by the longest of its texts, as far as that is worth it."""
    longest = [_LEAST] * columns
    for row in rows:
        at = 0
        for cell in _cells(row):
            if _span(cell) == 1:
                longest[at] = max(longest[at], ems(text_of(cell)))
            at += _span(cell)
    return [min(each, _MOST) + 1 for each in longest]
