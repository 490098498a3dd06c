"""What no validator sees and Word does not forgive: a small lint for generated documents."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO

from lxml import etree

from tests.generators.docx_samples import W

_KINDS = ("text", "date", "dropDownList", "comboBox", "checkbox", "repeatingSection", "repeatingSectionItem")
_STYLES = ("pStyle", "rStyle", "tblStyle")


def lint(docx: bytes) -> list[str]:
    """Every fault of a DOCX in words; an empty list when there is none."""
    archive = zipfile.ZipFile(BytesIO(docx))
    trees = {
        name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith((".xml", ".rels"))
    }
    document = trees["word/document.xml"]
    faults = [*_numbers(document), *_controls(document), *_tables(document)]
    known = {style.get(f"{W}styleId") for style in trees["word/styles.xml"].iter(f"{W}style")}
    for name, tree in trees.items():
        faults += [f"{name}: no style {style}" for style in _used_styles(tree) if style not in known]
    return faults


def _repeated(values: Iterable[str | None]) -> list[str | None]:
    return [value for value, count in Counter(values).items() if count > 1]


def _numbers(document: etree._Element) -> Iterator[str]:
    ids = [id_.get(f"{W}val") for id_ in document.iterfind(f".//{W}sdtPr/{W}id")]
    starts = list(document.iter(f"{W}bookmarkStart"))
    yield from (f"control id {value} twice" for value in _repeated(ids))
    yield from (f"bookmark id {value} twice" for value in _repeated(start.get(f"{W}id") for start in starts))
    yield from (f"bookmark {value} twice" for value in _repeated(start.get(f"{W}name") for start in starts))
    yield from (
        f"bookmark {start.get(f'{W}name')} too long" for start in starts if len(start.get(f"{W}name") or "") > 40
    )
    ends = {end.get(f"{W}id") for end in document.iter(f"{W}bookmarkEnd")}
    yield from (f"bookmark {start.get(f'{W}id')} never ends" for start in starts if start.get(f"{W}id") not in ends)


def _controls(document: etree._Element) -> Iterator[str]:
    for properties in document.iter(f"{W}sdtPr"):
        kinds = [child.tag for child in properties if etree.QName(child).localname in _KINDS]
        if len(kinds) > 1:
            yield f"a control of {len(kinds)} kinds"
        tag = properties.find(f"{W}tag")
        if tag is not None and len(tag.get(f"{W}val") or "") > 64:
            yield f"tag {tag.get(f'{W}val')} too long"


def _tables(document: etree._Element) -> Iterator[str]:
    for table in document.iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w") or 0) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        for row in table.iter(f"{W}tr"):
            yield from _row(row, grid)


def _row(row: etree._Element, grid: list[int]) -> Iterator[str]:
    at = 0
    for cell in row.iterfind(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        count = int(span.get(f"{W}val") or 1) if span is not None else 1
        width = cell.find(f"{W}tcPr/{W}tcW")
        if width is None or int(width.get(f"{W}w") or 0) != sum(grid[at : at + count]):
            yield f"a cell at column {at} is not as wide as its columns"
        if cell[-1].tag != f"{W}p":
            yield f"a cell at column {at} does not end in a paragraph"
        at += count
    if at != len(grid):
        yield f"a row of {at} columns in a grid of {len(grid)}"


def _used_styles(tree: etree._Element) -> set[str | None]:
    return {style.get(f"{W}val") for name in _STYLES for style in tree.iter(f"{W}{name}")}
