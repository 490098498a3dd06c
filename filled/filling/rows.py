"""Repeated rows on the tree of a form: where they are, and more of them than are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Final

from lxml import etree

from filled.reading.xml import weigh
from filled.wordml import W15, W
from generators.docx.blocks.register import TIGHT
from schemas.blanks import Blank, Blanks
from schemas.control_names import bookmark, parts

_VAL, _ID, _NAME = f"{W}val", f"{W}id", f"{W}name"
_KEEP: Final = f"{W}keepNext"
_NEXT_IDS: Final = 1_000_000
"""Ids of an added row are so much higher than those of the row before it; a form has a few thousand."""
LEAST_TYPED: Final = 0.75
"""What is typed weighs less than the hint it takes the place of; a row keeps more than this share of its weight."""


def sections(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Each register by its id, the tag of its repeating section, with the element whose children are its rows."""
    for node in root.iter(f"{W15}repeatingSection"):
        properties, rows = next(node.iterancestors(f"{W}sdt"))
        yield "".join([tag.get(_VAL, "") for tag in properties.iter(f"{W}tag")]), rows


def weight_of_more(root: etree._Element, counts: Mapping[str, int]) -> float:
    """What the rows that *root* lacks of *counts* will weigh at least, in the measure of `filled.reading.xml.weigh`."""
    more = 0
    for block, rows in sections(root):
        if block in counts:
            more += (counts[block] - len(rows)) * weigh(etree.tostring(rows[-1]))
    return LEAST_TYPED * more


def lengthen(root: etree._Element, counts: Mapping[str, int], blanks: Blanks) -> None:
    """Give the registers of a form as many rows as *counts* says, by block, which is more than it has.

    Printed rows are high enough for handwriting, and here everything is typed: rows are set closer. No page gets the
    last row alone.
    """
    for block, rows in sections(root):
        if block in counts:
            _lengthen(rows, counts[block], blanks.by_block[block])


def _lengthen(rows: etree._Element, count: int, blanks: Iterable[Blank]) -> None:
    printed = sum(int(height.get(_VAL, "")) for height in rows.iter(f"{W}trHeight"))
    paths = [path for blank in blanks for path, _ in parts(blank)]
    last = len(rows)
    for number in range(last + 1, count + 1):
        row = deepcopy(rows[last - 1])
        _rename(row, {bookmark(path, last): bookmark(path, number) for path in paths}, _NEXT_IDS * (number - last))
        _renumber(row, last, number)
        rows.append(row)
    _keep_next(rows[-2])
    for height in rows.iter(f"{W}trHeight"):
        height.set(_VAL, str(max(TIGHT, printed // count)))


def _rename(row: etree._Element, names: Mapping[str, str], shift: int) -> None:
    """Give what is in *row* ids and names of its own."""
    for node in row.iter(_ID):
        node.set(_VAL, str(int(node.get(_VAL, "")) + shift))
    for node in row.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        node.set(_ID, str(int(node.get(_ID, "")) + shift))
        if (name := names.get(node.get(_NAME, ""))) is not None:
            node.set(_NAME, name)


def _renumber(row: etree._Element, last: int, number: int) -> None:
    """Put the row's *number* into the cells that say nothing else than that of the *last* printed row."""
    for cell in row.iter(f"{W}tc"):
        if cell.find(f".//{W}sdt") is None:
            for text in cell.iter(f"{W}t"):
                if text.text == str(last):
                    text.text = str(number)


def _keep_next(row: etree._Element) -> None:
    """Keep every paragraph of *row* on the page of the next row, as Word wants it."""
    for style in row.iter(f"{W}pStyle"):
        following = style.getnext()
        if following is None or following.tag != _KEEP:
            style.addnext(etree.Element(_KEEP))
