"""How a sheet of a workbook looks where that matters: what is merged, and which rows and columns nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Final

from lxml import etree

from filled.lists.table import Cell, Remark, Wrong, letter
from schemas.values import is_blank
from schemas.words import Bilingual

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _COLUMN, _MERGED = f"{_MAIN}row", f"{_MAIN}col", f"{_MAIN}mergeCell"
_ON: Final = ("1", "true")
_RANGE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_MOST_MERGED: Final = 2_000
_MOST_COLUMNS: Final = 16_384
_MOST_NAMED: Final = 20
_COVERED: Final = Bilingual(
    "是合并的格子 {area} 的一部分，值只在 {first}；取消合并，每一行都填上",
    "it is part of the merged cells {area}, whose value is in {first} only; unmerge them and fill in every row",
)
_MANY_MERGED: Final = Bilingual(
    "合并的格子超过 {most} 处，后面的没有看；取消合并", "there are more than {most} merged cells; unmerge them"
)
_HIDDEN_ROWS: Final = Bilingual(
    "隐藏或筛掉的行也算在内：第 {rows} 行；不要的，先从清单里删掉",
    "rows that are hidden or filtered out are taken too: {rows}; delete those that are not meant",
)
_HIDDEN_COLUMN: Final = Bilingual(
    "隐藏的列也算在内：{columns}；不要的，先从清单里删掉",
    "hidden columns are taken too: {columns}; delete those that are not meant",
)


@dataclass(frozen=True, slots=True)
class _Area:
    """Merged cells: their first and last row and column, from 1, and what a spreadsheet calls them."""

    name: str
    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Looks:
    """What a sheet says of its looks; `many` is whether it has more merged cells than are looked at."""

    areas: list[_Area] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    many: bool = False

    def covered(self, row: int, cells: list[Cell | Wrong], width: int) -> list[Cell | Wrong]:
        """The *cells* of a row with those marked that a merged cell takes away; up to *width*, what has a head."""
        for area in self.areas:
            if area.top <= row <= area.bottom:
                for at in range(area.left - 1, min(area.right, width)):
                    if (row, at + 1) == (area.top, area.left):
                        continue
                    cells += [""] * (at + 1 - len(cells))
                    if is_blank(cells[at]):
                        first = area.name.partition(":")[0]
                        cells[at] = Wrong(_COVERED.filled(area=area.name, first=first))
        return cells

    def remarks(self, used: set[int], width: int) -> Iterator[Remark]:
        """What is to be known: of the rows that are *used*, and of columns up to *width*, those that nobody sees."""
        if rows := sorted(self.rows & used):
            yield Remark(0, "", _HIDDEN_ROWS.filled(rows=_listed(list(map(str, rows)))))
        if columns := sorted(at for at in self.columns if at < width):
            yield Remark(0, "", _HIDDEN_COLUMN.filled(columns=_listed([letter(at) for at in columns])))
        if self.many:
            yield Remark(0, "", _MANY_MERGED.filled(most=f"{_MOST_MERGED:,}"))


def looks_of(source: IO[bytes]) -> Looks:
    """The looks of the sheet whose XML is *source*."""
    looks = Looks()
    for _, node in etree.iterparse(source, tag=(_ROW, _COLUMN, _MERGED), resolve_entities=False, no_network=True):
        if node.tag == _ROW:
            if node.get("hidden") in _ON and (node.get("r") or "").isdecimal():
                looks.rows.add(int(node.get("r", "")[:9]))
        elif node.tag == _COLUMN:
            looks.columns.update(_hidden_columns(node))
        elif match := _RANGE.fullmatch(node.get("ref") or ""):
            looks.many = len(looks.areas) >= _MOST_MERGED
            if not looks.many:
                left, top, right, bottom = match.groups()
                looks.areas.append(_Area(match[0], int(top), _index(left), int(bottom), _index(right)))
        node.clear()
        if (parent := node.getparent()) is not None:
            parent.remove(node)
    return looks


def _hidden_columns(node: etree._Element) -> range:
    """The columns, from 0, that a `col` hides."""
    first, last = node.get("min") or "", node.get("max") or ""
    if node.get("hidden") not in _ON or not (first.isdecimal() and last.isdecimal()):
        return range(0)
    return range(int(first[:9]) - 1, min(int(last[:9]), _MOST_COLUMNS))


def _index(name: str) -> int:
    """The number of a column, from 1."""
    number = 0
    for character in name:
        number = number * 26 + ord(character) - ord("A") + 1
    return number


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
