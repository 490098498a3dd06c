"""A list of rows from a file, whatever wrote it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from filled.lists.csv_list import read_csv
from filled.lists.refusals import ListRefusal, ListRefusedError, as_list
from filled.lists.table import List
from filled.lists.workbook import read_workbook
from filled.reading.package import load
from filled.reading.refusals import Refusal, RefusedError
from schemas.limits import MOST_BYTES_OF_LIST
from schemas.values import clean

_ZIPPED: Final = b"PK\x03\x04"


def read_list(path: Path) -> List:
    """The list in a .xlsx, .csv, .tsv or .txt file.

    Raises:
        HandbookError: it cannot be read, is not safe to read, or holds no list.
    """
    rows = read_rows(path)
    if not rows.rows:
        raise ListRefusedError(ListRefusal.NO_ROWS, path.name)
    return rows


def read_rows(path: Path) -> List:
    """The rows in such a file, the first as its heads, where there may be no other.

    Raises:
        HandbookError: it cannot be read, is not safe to read, or is empty.
    """
    ending = path.suffix.casefold()
    if ending not in (".xlsx", ".csv", ".tsv", ".txt"):
        raise ListRefusedError(ListRefusal.OTHER_TYPE, path.name, ending=clean(path.suffix) or "—")
    try:
        data = _load(path)
    except RefusedError as refused:
        raise as_list(refused, path.name) from None
    if ending == ".xlsx":
        return read_workbook(data, path.name)
    if data.startswith(_ZIPPED):
        raise ListRefusedError(ListRefusal.IS_EXCEL, path.name, ending=ending)
    return read_csv(data, path.name)


def _load(path: Path) -> bytes:
    data = load(path, MOST_BYTES_OF_LIST)
    if not data.strip():
        raise RefusedError(Refusal.EMPTY)
    return data
