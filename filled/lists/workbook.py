"""A list as XLSX: the package judged before it is opened, then read cell by cell; nothing is worked out or fetched."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from filled.lists.looks import Looks, looks_of
from filled.lists.refusals import ListRefusal, ListRefusedError, as_list
from filled.lists.table import Cell, List, Remark, Wrong, letter, list_of
from filled.reading.directory import check_end, check_entries, check_start
from filled.reading.refusals import RefusedError
from schemas.limits import MOST_BYTES_OF_LIST, MOST_ROWS_OF_LIST
from schemas.values import is_blank, plain
from schemas.words import Bilingual

_XML: Final = (".xml", ".rels", ".vml")
_BOOK: Final = "xl/workbook.xml"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
"""What the names of a workbook begin with that was saved as «Strict Open XML»."""
_LOOKED_AT: Final = 50
_EXACT: Final = 10**15
_ZEROS: Final = re.compile("0{2,12}")
_FORMULA: Final = Bilingual(
    "是公式“{text}”，没有计算，照原样当作文字；要它的结果，就复制后“粘贴为数值”",
    "it is the formula '{text}', which is not worked out but taken as text; for its result, paste it as a value",
)
_TABLE: Final = "=TABLE()"
"""What a formula of a data table is called, which has no text."""
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_ERROR: Final = Bilingual(
    "是出错的值 {text}：公式出错，或没有这样的日期；改成应填的内容",
    "it is the error {text}: a formula failed, or there is no such day; write what is meant",
)
_LOST: Final = Bilingual(
    "是 15 位以上的数 {text}，Excel 只记得前 15 位；把这一列设为文本，重新填",
    "it is a number of more than 15 digits, {text}, of which Excel keeps 15; format the column as text and fill it in "
    "again",
)
_OTHER_SHEETS: Final = Bilingual(
    "只读了工作表“{sheet}”；没有读：{others}", "only the sheet '{sheet}' was read; not read: {others}"
)


def read_workbook(data: bytes, name: str) -> List:
    """The list on the first sheet of a workbook that anybody can see.

    Raises:
        HandbookError: it is none, not safe to read, or has no rows.
    """
    try:
        _judge(data, name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # what openpyxl warns of is told with its place (`_ERROR`)
            return _read(data, name)
    except RefusedError as refused:
        raise as_list(refused, name) from None
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        EOFError,
        OSError,
        SyntaxError,
    ):
        # what openpyxl raises when a workbook is not as it should be
        raise ListRefusedError(ListRefusal.NOT_EXCEL, name) from None


def _judge(data: bytes, name: str) -> None:
    """Refuse a package with macros, links, bombs or entities; every part of XML is UTF-8 without a doctype."""
    check_start(data)
    check_end(data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        check_entries(entries)
        if sum(entry.file_size for entry in entries) > 5 * MOST_BYTES_OF_LIST:
            raise ListRefusedError(ListRefusal.MANY_ROWS, name, most=f"{MOST_ROWS_OF_LIST:,}")
        if any(_STRICT in archive.read(entry) for entry in entries if entry.filename == _BOOK):
            raise ListRefusedError(ListRefusal.STRICT, name)
        for entry in entries:
            if entry.filename.casefold().endswith(_XML):
                with archive.open(entry) as file:
                    part = file.read(entry.file_size + 1)
                if b"<!DOCTYPE" in part or b"<!ENTITY" in part or not _is_utf_8(part):
                    raise ListRefusedError(ListRefusal.DOCTYPE, name, name=entry.filename)


def _is_utf_8(part: bytes) -> bool:
    try:
        return "\0" not in part.decode("utf-8-sig") and not re.match(
            rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])""", part, re.IGNORECASE
        )
    except UnicodeDecodeError:
        return False


def _read(data: bytes, name: str) -> List:
    import openpyxl  # half a second, for those who bring a workbook only

    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    sheet: Any = seen[0]
    remarks = list[Remark]()
    others = [other.title for other in book.worksheets if other is not sheet and _holds_something(other)]
    if others:
        remarks.append(Remark(0, "", _OTHER_SHEETS.filled(sheet=sheet.title, others=", ".join(others))))
    with sheet._get_source() as source:  # openpyxl opens it anew for each pass, and says nothing of looks
        looks = looks_of(source)
    return list_of(name, _rows(sheet, looks, remarks), remarks)


def _holds_something(sheet: Any) -> bool:
    """Whether anything stands in the first rows of a sheet."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=_LOOKED_AT, values_only=True)
    return any(cell is not None for row in rows for cell in row)


def _rows(sheet: Any, looks: Looks, remarks: list[Remark]) -> Iterator[list[Cell | Wrong]]:
    sheet.reset_dimensions()  # a file may say that it has a million columns
    width, used = 0, set[int]()
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells: list[Cell | Wrong] = []
        for index, cell in enumerate(row):
            value = getattr(cell, "value", None)
            if cell.data_type == "f" and value is not None:
                value = value if isinstance(value, str) else getattr(value, "text", None) or _TABLE
                remarks.append(Remark(number, letter(index), _FORMULA.filled(text=value[:60])))
            cells.append(_cell(value, cell) if value is not None else "")
        if last := max((at for at, cell in enumerate(cells, 1) if not is_blank(cell)), default=0):
            width = width or last
            used.add(number)
            cells = looks.covered(number, cells, width)
        yield cells
    remarks.extend(looks.remarks(used, width))


def _cell(value: object, cell: Any) -> Cell | Wrong:
    if cell.data_type == "e":
        return Wrong(_ERROR.filled(text=value))
    if isinstance(value, bool | date | time):
        return value
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format))
    return _unescaped(str(value)) if cell.data_type in ("s", "inlineStr") else str(value)


def _unescaped(text: str) -> str:
    """A text as Excel shows it: what it could not write stands in the file as `_x000D_`, `_x` itself as `_x005F_x`."""
    shown = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return shown.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _number(value: float, shape: str) -> str | Wrong:
    """A number as its cell shows it, as far as that matters: its percent sign, and the noughts before it."""
    if abs(value) >= _EXACT:
        return Wrong(_LOST.filled(text=f"{value:.0f}"))
    number = Decimal(f"{value:.15g}")
    if "%" in shape:
        return f"{plain((number * 100).normalize())}%"
    text = plain(number.normalize())
    return text.zfill(len(shape)) if _ZEROS.fullmatch(shape) and text.isdecimal() else text
