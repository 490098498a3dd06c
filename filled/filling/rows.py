"""Repeated rows on the tree of a form: where they are, and more of them than are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Final

from lxml import etree

from filled.reading.xml import weigh
from filled.wordml import W15, W
from generators.docx.blocks.register import TIGHT
from schemas.blanks import Blank
from schemas.control_names import Path, bookmark, parts

_VAL, _ID, _NAME = f"{W}val", f"{W}id", f"{W}name"
_START, _END, _KEEP = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}keepNext"
HEIGHT: Final = f"{W}trHeight"
_NEXT_IDS: Final = 1_000_000
"""Ids of an added row are so much higher than those of the row before it; a form has a few thousand."""
LEAST_TYPED: Final = 0.75
"""What is typed weighs less than the hint it takes the place of; a row keeps more than this share of its weight."""


def sections(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Each register by its id, the tag of its repeating section, with the element whose children are its rows."""
    for node in root.iter(f"{W15}repeatingSection"):
        properties, rows = next(node.iterancestors(f"{W}sdt"))
        yield "".join([tag.get(_VAL, "") for tag in properties.iter(f"{W}tag")]), rows


def weight_of_more(rows: etree._Element, count: int) -> float:
    """What is added to make *count* rows of *rows* weighs at least so much, in the measure of `reading.xml.weigh`."""
    return LEAST_TYPED * (count - len(rows)) * weigh(etree.tostring(rows[-1]))


def height_of_each(rows: etree._Element, count: int) -> int:
    """The height, in twips, at which *count* rows take the room of the printed *rows*, or that of the lowest there are.

    Printed rows are high enough for handwriting, and what has more rows is typed.
    """
    return max(TIGHT, sum(int(height.get(_VAL, "")) for height in rows.iter(HEIGHT)) // count)


def last_rows(rows: etree._Element, count: int, blanks: Iterable[Blank], height: int) -> etree._Element:
    """The last of the printed *rows* and those like it that make *count* of them, in a root of their own.

    Each is *height* twips high, and no page gets the last alone.
    """
    last, root = len(rows), rows.getroottree().getroot()
    paths = {bookmark(path, last): path for blank in blanks for path, _ in parts(blank)}
    own = etree.Element(root.tag, nsmap={prefix: name for prefix, name in root.nsmap.items() if prefix})
    own.append(deepcopy(rows[-1]))
    for number in range(last + 1, count + 1):
        row = deepcopy(rows[-1])
        _rename(row, paths, number, _NEXT_IDS * (number - last))
        _renumber(row, last, number)
        own.append(row)
    for row in list(own)[:-2]:
        _let_part(row)
    _keep_next(own[-2])
    for node in own.iter(HEIGHT):
        node.set(_VAL, str(height))
    return own


def _rename(row: etree._Element, paths: Mapping[str, Path], number: int, shift: int) -> None:
    """Give what is in *row* ids and names of its own; *paths* are those of the bookmarks that have its number."""
    for node in row.iter(_ID):
        node.set(_VAL, str(int(node.get(_VAL, "")) + shift))
    for node in row.iter(_START, _END):
        node.set(_ID, str(int(node.get(_ID, "")) + shift))
        if (path := paths.get(node.get(_NAME, ""))) is not None:
            node.set(_NAME, bookmark(path, number))


def _renumber(row: etree._Element, last: int, number: int) -> None:
    """Put the row's *number* into the cells that say nothing else than that of the *last* printed row."""
    for cell in row.iter(f"{W}tc"):
        if cell.find(f".//{W}sdt") is None:
            for text in cell.iter(f"{W}t"):
                if text.text == str(last):
                    text.text = str(number)


def _let_part(row: etree._Element) -> None:
    """Let a page end after *row*: what the printed last row had to stay with comes after the last of its copies."""
    for properties in row.iter(f"{W}pPr"):
        for keep in properties.findall(_KEEP):
            properties.remove(keep)


def _keep_next(row: etree._Element) -> None:
    """Keep every paragraph of *row* on the page of the next row, as Word wants it."""
    for style in row.iter(f"{W}pStyle"):
        following = style.getnext()
        if following is None or following.tag != _KEEP:
            style.addnext(etree.Element(_KEEP))
