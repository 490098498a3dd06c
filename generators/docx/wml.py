"""WordprocessingML as strings.

A form is a few thousand elements; joining strings is many times faster than building a tree, and nothing here needs
a tree. Every builder escapes the *text* it is given and takes *content* that is already markup. Lengths are twips
(1/20 point), font sizes half-points. What is written here is what a tree of it would be written as (a quote is escaped
in attributes only, an element without content closes itself), so that filling changes nothing but what is filled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL: Final = re.compile("[^\u0020-\u0025\u0027-\u003b\u003d\u003f-\ud7ff\ue000-\ufffd]")
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": " ", "\r": ""})

_KEEP: Final = "<w:keepNext/>"
_AS_ITS_ROW: Final = "\x02"
"""Where a paragraph of a row says whether it is kept, until the row is drawn; XML has no such character."""

_POINT: Final = 20
_COLUMN: Final = '<w:gridCol w:w="'
_OFF_THE_LINE: Final = 40
"""Space between a cell's line and text that stands at its top or bottom, in twips."""

PLACEHOLDER: Final = "PlaceholderText"
_NOTHING: Final = '<w:t xml:space="preserve"/>'
IDEOGRAPHIC_SPACE: Final = "\u3000"
BOX: Final = "\u25a1"

_UNSEEN, _SEEN_AGAIN = "\x00", "\x01"
"""What stands around markup that nobody sees while a form is drawn; XML has neither, nor has any escaped text."""


def unseen(markup: str) -> str:
    """*markup* that changes nothing a reader sees: names and ids of controls, bookmarks."""
    return f"{_UNSEEN}{markup}{_SEEN_AGAIN}"


def whole(drawn: str) -> str:
    """The markup of what was drawn."""
    return drawn.replace(_UNSEEN, "").replace(_SEEN_AGAIN, "")


def seen(drawn: str) -> str:
    """What was drawn without what is `unseen`: two forms that look alike are alike in it."""
    first, *rest = drawn.split(_UNSEEN)
    return first + "".join([part.partition(_SEEN_AGAIN)[2] for part in rest])


def line_to_write(ems: int) -> str:
    """A line to write on, about *ems* em wide; spaces, even underlined ones, would vanish at the end of a line."""
    return "_" * (2 * ems)


def escape(text: str) -> str:
    """*text* for an element; characters that XML cannot hold are dropped, a line break stays."""
    if _SPECIAL.search(text) is None:
        return text
    return _ILLEGAL.sub("", text).translate(_ENTITIES)


def attribute(text: str) -> str:
    """*text* on one line, for an attribute."""
    return escape(text).replace("\n", " ").replace('"', "&quot;")


def run(text: str, style: str = "", spacing: int = 0) -> str:
    """A run of *text* in a character style; a line break becomes `w:br`, *spacing* widens every character."""
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if spacing:
        properties += f'<w:spacing w:val="{spacing}"/>'
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    body = escape(text)
    if body and "\n" not in body:
        return f'<w:r>{properties}<w:t xml:space="preserve">{body}</w:t></w:r>'
    texts = [f'<w:t xml:space="preserve">{line}</w:t>' if line else _NOTHING for line in body.split("\n")]
    return f"<w:r>{properties}{'<w:br/>'.join(texts)}</w:r>"


TAB: Final = "<w:r><w:tab/></w:r>"


def lines(texts: Sequence[str], style: str = "") -> str:
    """One run that shows *texts* under each other."""
    return run("\n".join(texts), style)


def field(code: str, number: int) -> str:
    """A field that the word processor works out (`PAGE`, `NUMPAGES`), showing a number until it does."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>{number}</w:t></w:r></w:fldSimple>'


def paragraph(
    content: str,
    style: str,
    *,
    jc: str = "",
    keep: bool | None = None,
    line: int = 0,
    first: int = 0,
    left: int = 0,
    right: int = 0,
    hanging: int = 0,
    tabs: Sequence[int] = (),
) -> str:
    """A paragraph of runs.

    Args:
        content: runs and controls.
        style: id of a paragraph style.
        jc: alignment when it is not the style's own.
        keep: stays on the page of the next paragraph; left out by a paragraph of a row, which is kept as its row is.
        line: exact line pitch in twips when it is not the style's own.
        first: indentation of the first line in twips, beside that of all.
        left: indentation of all lines in twips.
        right: what is left free at the end of all lines, in twips.
        hanging: how far the first line is set out of it, in twips; a tab in it leads to the indentation.
        tabs: where else tabs lead to, in twips.
    """
    properties = f'<w:pStyle w:val="{style}"/>{_AS_ITS_ROW if keep is None else _KEEP if keep else ""}'
    if tabs:
        stops = "".join([f'<w:tab w:val="left" w:pos="{at}"/>' for at in tabs])
        properties += f"<w:tabs>{stops}</w:tabs>"
    if line:
        properties += f'<w:spacing w:line="{line}" w:lineRule="exact"/>'
    if hanging:
        properties += f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'
    elif first or left or right:
        sides = f' w:left="{left}" w:firstLine="{first}"' if first or left else ""
        free = f' w:right="{right}"' if right else ""
        properties += f"<w:ind{sides}{free}/>"
    if jc:
        properties += f'<w:jc w:val="{jc}"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(
    width: int,
    content: str,
    *,
    span: int = 1,
    merge: str = "",
    borders: str = "",
    shade: str = "",
    valign: str = "center",
) -> str:
    """A table cell of paragraphs.

    Args:
        width: in twips.
        content: paragraphs.
        span: how many columns of the grid it takes.
        merge: `restart` or `continue` of a cell that runs over several rows.
        borders: content of `w:tcBorders` where they differ from the table's.
        shade: background as RRGGBB.
        valign: `top`, `center` or `bottom`.
    """
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if span > 1:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if merge:
        properties += f'<w:vMerge w:val="{merge}"/>'
    if borders:
        properties += f"<w:tcBorders>{borders}</w:tcBorders>"
    if shade:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
    if valign != "center":
        properties += f'<w:tcMar><w:{valign} w:w="{_OFF_THE_LINE}" w:type="dxa"/></w:tcMar>'
    return f'<w:tc><w:tcPr>{properties}<w:vAlign w:val="{valign}"/></w:tcPr>{content}</w:tc>'


def table_head(widths: Sequence[int], style: str = "FormTable", margin: int = 80) -> str:
    """The start of a table of fixed layout: properties and grid; *margin* is the space beside a cell's text."""
    grid = "".join([f'{_COLUMN}{width}"/>' for width in widths])
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def row(cells: str, height: int, *, head: bool = False, keep: bool = False) -> str:
    """A table row that never breaks across pages.

    Args:
        cells: `w:tc` elements.
        height: least height in twips.
        head: repeated on each page.
        keep: on the page of the next row; Word wants every paragraph of the row to say so.
    """
    cells = cells.replace(_AS_ITS_ROW, _KEEP if keep else "")
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{least_height(height)}{repeated}</w:trPr>{cells}</w:tr>"


def end_row(start: str) -> str:
    """A row a point high without borders, as wide as a table that begins with *start*, on the page of what follows.

    LibreOffice keeps a table with what follows only if that has more than one row.
    """
    open_sides = "".join([f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right")])
    widths = [int(column.partition('"')[0]) for column in start.split(_COLUMN)[1:]]  # as `table_head` wrote them
    properties = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>'
    properties += f"<w:tcBorders>{open_sides}</w:tcBorders>"
    content = paragraph("", "FormGap", keep=True, line=_POINT)
    exact = f'<w:trHeight w:val="{_POINT}" w:hRule="exact"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{exact}</w:trPr><w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc></w:tr>"


def least_height(height: int) -> str:
    """How high a table row is, in twips, or higher where what is in it needs more."""
    return f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
