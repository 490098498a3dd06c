"""A report as one XLSX workbook: tables, totals, mistakes and files, each on its sheet; the same bytes every time."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from filled.report.cells import as_text, shown
from filled.report.tables import Table
from generators.docx.measure import ems
from generators.docx.package import pack

_ESCAPE: Final = "_(?=x[0-9A-Fa-f]{4}_)"
"""How a spreadsheet writes a character by its number; to it a typed `_x003D_` is `=` unless its first `_` is."""
_NOT_A_NAME: Final = re.compile(rf"[\[\]:*?/\\]|{_ESCAPE}")
_LONGEST_NAME: Final = 31
_WIDEST: Final = 48
_NARROWEST: Final = 6
_EPOCH: Final = datetime(1980, 1, 1)
_SAMPLE: Final = 200
"""Lines by which the width of a column is chosen."""
_HEAD_FILL: Final = PatternFill("solid", start_color="FFE7ECF2", end_color="FFE7ECF2")


def workbook(tables: Iterable[Table], title: str, lang: str) -> bytes:
    """A workbook with a sheet for each of *tables*: heads frozen and filtered, texts never taken for formulas."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title, book.properties.creator = title, ""
    book.properties.created = book.properties.modified = _EPOCH
    for table in tables:
        _write(book.create_sheet(_sheet_name(table.title, book.sheetnames)), table, lang)
    buffer = BytesIO()
    book.save(buffer)
    return _without_times(buffer.getvalue())


def _sheet_name(title: str, taken: list[str]) -> str:
    name = _NOT_A_NAME.sub(" ", title).strip("' ")[:_LONGEST_NAME] or "-"
    number = 2
    while name.casefold() in {other_name.casefold() for other_name in taken}:
        name = f"{name[: _LONGEST_NAME - 4]} ({number})"
        number += 1
    return name


def _write(sheet: Worksheet, table: Table, lang: str) -> None:
    for number, column in enumerate(table.columns, 1):
        cell = sheet.cell(1, number)
        _set(cell, column.title)
        cell.font, cell.fill = Font(bold=True), _HEAD_FILL
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    lines = [[shown(*pair, lang) for pair in zip(table.columns, line, strict=True)] for line in table.lines]
    for row, line in enumerate(lines, 2):
        for number, value in enumerate(line, 1):
            _set(sheet.cell(row, number), value)
    for number, column in enumerate(table.columns, 1):
        texts = [column.title, *(as_text(line[number - 1]) for line in lines[:_SAMPLE])]
        widest = max(ems(part) for text in texts for part in text.split("\n"))
        sheet.column_dimensions[get_column_letter(number)].width = min(max(widest * 2 + 2, _NARROWEST), _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{max(2, len(lines) + 1)}"
    _for_paper(sheet)


def _for_paper(sheet: Worksheet) -> None:
    """Printed on A4 lying, as wide as the paper, with the head on every page and pages numbered."""
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    footer = sheet.oddFooter
    assert footer is not None
    footer.center.text = "&P / &N"


def _set(cell: Any, value: Any) -> None:
    """A value in its own type; a text stays a text whatever it begins with."""
    assert isinstance(cell, Cell)
    if value is None or value == "":
        return
    if isinstance(value, str):
        cell.value = re.sub(_ESCAPE, "_x005F_", ILLEGAL_CHARACTERS_RE.sub("", value))
        cell.data_type = "s"
        cell.alignment = Alignment(vertical="top", wrap_text="\n" in value or ems(value) * 2 > _WIDEST)
        if value.startswith("="):
            cell.quotePrefix = True
        return
    cell.alignment = Alignment(vertical="top")
    cell.value = value
    if isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, Decimal):
        cell.number_format = "General"


def _without_times(book: bytes) -> bytes:
    """The same workbook packed without the time it was made."""
    with zipfile.ZipFile(BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    first = "[Content_Types].xml"
    core = etree.fromstring(parts["docProps/core.xml"])
    for saved in core.iter("{http://purl.org/dc/terms/}modified"):
        saved.text = f"{_EPOCH:%Y-%m-%dT%H:%M:%SZ}"
    return pack({first: parts.pop(first), **parts, "docProps/core.xml": etree.tostring(core)})
