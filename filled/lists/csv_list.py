"""A list as CSV: in whatever encoding and with whatever separator a spreadsheet of today writes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Final

from filled.lists.refusals import ListRefusal, ListRefusedError
from filled.lists.table import Cell, List, Remark, Wrong, list_of
from schemas.words import Bilingual

_SEPARATORS: Final = (",", "\t", ";", "|")
_SAID: Final = re.compile(r"sep=([,;|\t])\r?\n?")
"""The line by which Excel is told the separator."""
_FOREIGN: Final = re.compile("[\ue000-\uf8ff]")
"""What stands for characters in GB18030 that are none: the text is in another encoding, as Big5."""
_GB18030: Final = Bilingual(
    "按 GB18030 编码读的；字不对，就另存为“CSV UTF-8”",
    "read as GB18030; where characters are wrong, save it as 'CSV UTF-8'",
)
_SHORTENED: Final = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]{1,2}", re.IGNORECASE)
_LOST: Final = Bilingual(
    "“{text}”是缩写了的数，后面的数字已经丢了；在 Excel 里把这一列设为文本，重新填",
    "'{text}' is a number cut short, whose digits are lost; format the column as text in Excel and fill it in again",
)


def read_csv(data: bytes, name: str) -> List:
    """The list in a CSV file.

    Raises:
        ListRefusedError: it is no text, or no CSV.
    """
    text, remarks = _text(data, name)
    return list_of(name, _rows(text, name), remarks)


def _text(data: bytes, name: str) -> tuple[str, list[Remark]]:
    is_utf_16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if is_utf_16 else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and not (encoding == "gb18030" and _FOREIGN.search(text)):
            return text, [Remark(0, "", _GB18030)] if encoding == "gb18030" else []
    raise ListRefusedError(ListRefusal.BAD_ENCODING, name)


def _rows(text: str, name: str) -> Iterator[list[Cell | Wrong]]:
    lines = StringIO(text, newline="")
    said = _SAID.fullmatch(lines.readline())
    head = next((line for line in text.splitlines()[bool(said) :] if line.strip()), "")
    separator = said[1] if said else max(_SEPARATORS, key=head.count)
    number = 0
    if said:
        number += 1
        yield []
    else:
        lines.seek(0)
    try:
        for cells in csv.reader(lines, delimiter=separator, strict=True):
            number += 1
            yield [Wrong(_LOST.filled(text=cell)) if _SHORTENED.fullmatch(cell.strip()) else cell for cell in cells]
    except csv.Error as error:
        if "field limit" in str(error):
            refused = ListRefusedError(ListRefusal.LONG_CELL, name, row=number + 1, most=f"{csv.field_size_limit():,}")
            raise refused from None
        raise ListRefusedError(ListRefusal.BAD_CSV, name, row=number + 1) from None
