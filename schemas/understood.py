"""What staff write by hand into a field and its type does not say: read where it has one meaning, refused where not.

`schemas.reading` is what programs and pages go by. This is for copies that come back: what it reads is always said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final

from schemas.field import Field
from schemas.field_types import FIELD_TYPES, FieldType
from schemas.identifiers import mobile_digits
from schemas.limits import LONGEST_SHORT_TEXT
from schemas.plain_text import normal
from schemas.rules import Rule
from schemas.values import UnfitError, Value
from schemas.written_amounts import number_of, sum_of
from schemas.written_clock import PARTS_OF_DAY, Clock, clock_of, is_no_time
from schemas.written_days import Sheet, checked, day_of, lacks_year, month_of, without_weekday
from schemas.written_figures import in_figures

_OF_TIME: Final = frozenset({"date", "month", "datetime", "time"})
_DASHES: Final = str.maketrans("–—−‒", "----")
"""What a word processor makes of a hyphen."""
_MOST: Final = 60
"""Characters: nobody writes a longer day or number."""
_AT: Final = re.compile(r"(?P<day>.*?(?:[日号]|[ T,]+)) ?(?P<clock>[^ ]+(?: ?[ap]\.?m\.?)?)", re.IGNORECASE)
_PART: Final = re.compile(f"({'|'.join(PARTS_OF_DAY)}) ?")
_SIGN: Final = re.compile(" ?([时点分]) ?")


def understand(field: Field, text: str, sheet: Sheet) -> Value:
    """The value that *text*, which the type of *field* does not take as it is, means there.

    Args:
        field: any field.
        text: what is written.
        sheet: what the rest of the sheet tells of its time.

    Raises:
        UnfitError: it means none, or may mean several.
    """
    reader = _READERS.get(field.type)
    plain = _plain(text, field)
    if reader is None or len(plain) > _MOST:
        raise UnfitError(FIELD_TYPES[field.type].reading.unfit)
    return reader(field, plain, sheet)


def _plain(text: str, field: Field) -> str:
    """*text* in one width; of a day or a time with one kind of hyphen, and in figures."""
    plain = " ".join(normal(text, "NFKC", LONGEST_SHORT_TEXT).split())
    return in_figures(plain.translate(_DASHES)) if field.type in _OF_TIME else plain


def takes_year_of_sheet(field: Field, text: str) -> bool:
    """Whether *text*, a day or a month, has no year, so that it has to be that of the sheet."""
    if field.holds != "date":
        return False
    plain = _plain(text, field)[:_MOST]
    match = _AT.fullmatch(_spaced(plain)) if field.type == "datetime" else None
    return lacks_year(match["day"].strip(" T,") if match else plain)


def _date(field: Field, text: str, sheet: Sheet) -> Value:
    return day_of(text, sheet, Rule.BAD_DATE)


def _moment(field: Field, text: str, sheet: Sheet) -> Value:
    bare, weekday = without_weekday(_spaced(text))
    match = _AT.fullmatch(" ".join(bare.split()))
    if match is None:
        raise UnfitError(Rule.BAD_DATETIME)
    clock = _clock(match["clock"], Rule.BAD_DATETIME)
    day = checked(day_of(match["day"].strip(" T,"), sheet, Rule.BAD_DATETIME), weekday)
    return datetime(day.year, day.month, day.day, clock.hour, clock.minute)


def _spaced(text: str) -> str:
    """*text* with a space before a part of the day, and none inside a time."""
    return " ".join(_SIGN.sub(r"\1", _PART.sub(lambda match: f" {match[1]}", text)).split())


def _time(field: Field, text: str, sheet: Sheet) -> Value:
    clock = _clock(text, Rule.BAD_TIME)
    return f"{clock.hour:02}:{clock.minute:02}"


def _clock(text: str, unfit: Rule) -> Clock:
    """The time that *text* says.

    Raises:
        UnfitError: no day has it, or *text* says none (*unfit*).
    """
    clock = clock_of(text)
    if clock is None:
        raise UnfitError(Rule.NO_SUCH_TIME if is_no_time(text) else unfit)
    return clock


def _phone(field: Field, text: str, sheet: Sheet) -> Value:
    """None: whatever is a telephone number its type takes; of one that begins like a mobile one it is told why not."""
    digits = mobile_digits(text)
    raise UnfitError(Rule.BAD_PHONE) if digits is None else UnfitError(Rule.PHONE_DIGITS, digits=digits)


def _money(field: Field, text: str, sheet: Sheet) -> Value:
    return _as_field_takes_it(field, sum_of(text))


def _number(field: Field, text: str, sheet: Sheet) -> Value:
    bare = text.removesuffix(normal(str(field.unit), "NFKC", _MOST)).strip() if field.unit else text
    return _as_field_takes_it(field, number_of(bare))


def _as_field_takes_it(field: Field, number: Decimal | None) -> Value:
    reading = FIELD_TYPES[field.type].reading
    value = None if number is None else reading.take(field, number, {})
    if value is None:
        raise UnfitError(reading.unfit)
    return value


_READERS: Final[Mapping[FieldType, Callable[[Field, str, Sheet], Value]]] = {
    "date": _date,
    "month": lambda field, text, sheet: month_of(text, sheet),
    "datetime": _moment,
    "time": _time,
    "money": _money,
    "number": _number,
    "phone": _phone,
}
