"""Typed values: what a field of a filled copy holds, so that it can be added up.

| what | value | written as, for example |
|---|---|---|
| a date | `date` | 2026-01-05, 2026/1/5, 2026年1月5日 |
| a date and time | `datetime`, to the minute | 2026-01-05 08:30 |
| a month, a time | `"2026-01"`, `"08:30"` | 2026年1月, 8：30 |
| a number | `Decimal` | 1,234.50, ￥30, 3 间 |
| a choice | its id | its text, in Chinese or English, or its id |
| several choices | tuple of ids, in the order of the form | |
| a tick | `bool` | |
| anything else | `str` | |
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from schemas.rules import Rule
from schemas.stand_ins import is_stand_in

Value = date | datetime | Decimal | bool | str | tuple[str, ...]

_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


_UNSEEN: Final = str.maketrans(
    {"\u2011": "-", "\u00a0": " ", "\u202f": " ", **dict.fromkeys("\u00ad\u200b\u2060\ufeff")}
)
"""What looks like another character, or like nothing: a hyphen and a space that do not break, places to break at."""
_HAS_UNSEEN: Final = re.compile("[\u2011\u00a0\u202f\u00ad\u200b\u2060\ufeff]")


class UnfitError(ValueError):
    """A value that its field does not take: the rule it breaks, and what the wording of the rule is filled with."""

    def __init__(self, rule: Rule, **values: Any) -> None:
        super().__init__(rule)
        self.rule = rule
        self.values = values


def clean(text: str) -> str:
    """*text* as it looks, without the spaces around it (also U+3000), with plain line breaks, a space for each tab."""
    if not text.isascii() and _HAS_UNSEEN.search(text):
        text = text.translate(_UNSEEN)
    if not text.isprintable():
        text = _BREAKS.sub("\n", text).replace("\t", " ")
    return text.strip()


def is_blank(value: object) -> bool:
    """Whether *value* says nothing: None, an empty text or tuple."""
    return value is None or value == () or (isinstance(value, str) and not clean(value))


def write_value(value: Value) -> str:
    """A value as the JSON form has it: ISO dates, plain decimals; choices with commas between."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return ",".join(value) if isinstance(value, tuple) else str(value)


def plain(number: Decimal) -> str:
    """A number without exponent: `1200`, `0.5`."""
    return format(number, "f")


def comes_before(one: Value, other: Value) -> bool:
    """Whether *one* date or time lies before *other*; what only one of them says (the hour, the day) does not count."""
    if is_stand_in(one) or is_stand_in(other):
        return False
    ours, theirs = _sortable(one), _sortable(other)
    if (len(ours) == _CLOCK_LENGTH) != (len(theirs) == _CLOCK_LENGTH):
        return False  # an hour without a day and a day
    length = min(len(ours), len(theirs))
    return ours[:length] < theirs[:length]


_CLOCK_LENGTH: Final = len("08:30")


def _sortable(value: Value) -> str:
    if isinstance(value, datetime):
        return value.isoformat("T", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)
