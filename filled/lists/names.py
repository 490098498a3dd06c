"""Names of the house: whoever reads copies lists them, one a row, and they are masked wherever a free text has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from filled.lists.read import read_rows
from filled.lists.refusals import ListRefusal, ListRefusedError
from filled.lists.table import List, Remark, Row
from schemas.known import is_name, known_as
from schemas.masking import Known
from schemas.punctuation import Marks, joined
from schemas.values import clean
from schemas.words import Bilingual, in_both

_HEAD: Final = re.compile(r".{0,12}(?:姓名|名字|名单|人员)|(?:.{0,20} )?(?:full )?names?", re.IGNORECASE)
"""What may stand above names."""
_ROW: Final = Bilingual("第 {number} 行", "row {number}")
_MORE: Final = Bilingual("等 {count} 行", "{count} in all")
_MOST_NAMED: Final = 12


def names_of_house(path: Path) -> tuple[Known, Sequence[Remark]]:
    """What finds those whom a file of text, CSV or XLSX lists in its first column, and what is to be known about it.

    Raises:
        HandbookError: it cannot be read, or something in it is no name.
    """
    rows = read_rows(path)
    is_text = path.suffix.casefold() == ".txt"
    names = {row.number: _name(row, is_text) for row in _named(rows)}
    if wrong := [number for number, name in names.items() if not is_name(name)]:
        raise ListRefusedError(ListRefusal.NOT_NAMES, path.name, rows=in_both(lambda lang: _said(wrong, lang)))
    return known_as(names.values()), rows.remarks


def _named(rows: List) -> Iterator[Row]:
    """The rows that names stand in: the first one too, unless it says what stands below."""
    first = rows.heads.cells[0]
    if not (rows.rows and isinstance(first, str) and _HEAD.fullmatch(clean(first))):
        yield rows.heads
    yield from rows.rows


def _name(row: Row, is_text: bool) -> str:
    """The name in a row; none where a line of text has more than one."""
    first = row.cells[0]
    return clean(first) if isinstance(first, str) and not (is_text and len(row.cells) > 1) else ""


def _said(wrong: Sequence[int], lang: str) -> str:
    told = joined((_ROW.say(lang, number=number) for number in wrong[:_MOST_NAMED]), lang)
    if len(wrong) <= _MOST_NAMED:
        return told
    return f"{told}{Marks(lang).comma}{_MORE.say(lang, count=len(wrong))}"
