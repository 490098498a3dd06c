"""Values as a spreadsheet shows them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from filled.report.tables import Column
from filled.report.words import ReportWords
from schemas.punctuation import joined
from schemas.values import plain

_STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def shown(column: Column, value: Any, lang: str) -> Any:
    """*value* as a person reads it: choices and ticks in words; dates and numbers keep their type."""
    if isinstance(value, bool):
        return ReportWords(lang).yes if value else ReportWords(lang).no
    if isinstance(value, tuple):
        return joined((column.blank.choice(each, lang) if column.blank else each for each in value), lang)
    if isinstance(value, str) and column.blank is not None and column.blank.field.choices:
        return column.blank.choice(value, lang)
    return value


def as_text(value: Any) -> str:
    """A shown value as text: ISO dates, plain numbers, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def harmless(value: Any) -> str:
    """A shown value as text that no spreadsheet takes for a formula: a `'` before what could begin one."""
    text = as_text(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_STARTS_FORMULA) else text
