"""How wide a column must be for the values of its field to stand whole, on paper and on screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generators.docx.dates import WRITTEN
from generators.docx.measure import ANY_FONT, ems
from generators.docx.sheet import Sheet
from schemas.field import Field
from schemas.words import ByLanguage

_WHOLE: Final[Mapping[str, str]] = {
    "serial": "2026-12-001",
    "sequence": "60",
    "room": "12-3-2602",
    "date": WRITTEN[:10],
    "month": WRITTEN[:7],
    "datetime": WRITTEN[:10],
    "time": WRITTEN[11:],
    "number": "1234.5",
    "money": "123456.75",
    "phone": "0571-87654321",
    "id-number": "11010519491231002X",
}
"""What never breaks within a value of a type, where anything does; a moment may have its day over its hour."""
_LONG_SERIAL: Final = "KF-2026-12-00128"
"""What stands whole of a serial where others have room to spare."""
_WORKED_OUT: Final = "12345678.90"
"""What a product or a sum may grow to."""
_FREE_SHARE: Final = 25
FREE_LINES: Final = 2
"""So many lines of handwriting has a row in which something is written at length."""


def whole_ems(sheet: Sheet, field: Field) -> float:
    """The room that a value of the field needs on one line, in em."""
    if field.choices:
        return max([_longest_word(sheet.plain(text)) for text in field.choices.values()])
    value = _WORKED_OUT if field.type == "money" and field.parts else _WHOLE.get(field.type)
    return ems(value or _NAME.of(sheet.lang)) * ANY_FONT


def wished_ems(field: Field) -> float:
    """The room of a long value of the field on one line, in em; 0 where it may break or is never long."""
    return ems(_LONG_SERIAL) * ANY_FONT if field.type == "serial" else 0.0


_NAME: Final = ByLanguage("", "Jianguo")
"""What never breaks of a name or of words: a word; Chinese breaks anywhere."""


def _longest_word(text: str) -> float:
    """What of *text* never breaks: its longest word; Chinese breaks anywhere."""
    return max(map(ems, text.split()), default=0.0) if text.isascii() else 0.0


def is_free(field: Field) -> bool:
    """Whether somebody writes into it at length."""
    return field.type == "longtext"


def free_width(field: Field, columns: int, total: int) -> int:
    """The width of a column that is written into at length, of so many *columns*: together a quarter of *total*."""
    return total * _FREE_SHARE // 100 // columns if is_free(field) else 0
