"""How wide a column must be for the values of its field to stand whole, on paper and on screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generators.docx.measure import ems
from generators.docx.sheet import Sheet
from schemas.field import Field
from schemas.words import ByLanguage

_MOMENT: Final = "2026-12-28 10:38"
_WHOLE: Final[Mapping[str, str]] = {
    "serial": "2026-12-001",
    "sequence": "60",
    "room": "12-3-2602",
    "date": _MOMENT[:10],
    "month": _MOMENT[:7],
    "datetime": _MOMENT[:10],
    "time": _MOMENT[11:],
    "number": "1234.5",
    "money": "12345.67",
    "phone": "0571-87654321",
    "id-number": "11010519491231002X",
}
"""What never breaks within a value of a type, where anything does; a moment may have its day over its hour."""
_ANY_FONT: Final = 1.13
"""How much wider figures are in the fonts of a machine that has none of those a form names."""
DAY_EMS: Final = ems(_MOMENT[:10]) * _ANY_FONT
MOMENT_EMS: Final = ems(_MOMENT) * _ANY_FONT
"""The room that a day, and a day and an hour, need on one line, in em."""
_FREE_SHARE: Final = 25
FREE_LINES: Final = 2
"""So many lines of handwriting has a row in which something is written at length."""


def whole_ems(sheet: Sheet, field: Field) -> float:
    """The room that a value of the field needs on one line, in em."""
    if field.choices:
        return max([_longest_word(sheet.plain(text)) for text in field.choices.values()])
    return ems(_WHOLE.get(field.type) or _NAME.of(sheet.lang)) * _ANY_FONT


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
