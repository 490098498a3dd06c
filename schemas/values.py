"""Typed values: what a person may write into a field, read into a value that can be added up.

| field | value | typed as, for example |
|---|---|---|
| date | `date` | 2026-01-05, 2026/1/5, 2026年1月5日 |
| datetime | `datetime`, to the minute | 2026-01-05 08:30 |
| month, time | `"2026-01"`, `"08:30"` | 2026年1月, 8：30 |
| number, money | `Decimal` | 1,234.50, ￥30, 3 间 |
| choice, rating | id of a choice | its text, in Chinese or English, or its id |
| choices | tuple of ids, in the order of the form | |
| tick | `bool` | |
| all others | `str` | |
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from schemas.form import Field
from schemas.identifiers import identity_number, phone
from schemas.rules import Rule

Value = date | datetime | Decimal | bool | str | tuple[str, ...]

SHORT: Final = 2_000
LONG: Final = 20_000
"""How many characters a text and a long text may have."""
_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNFIT: Final = re.compile("[^\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufff8\ufffd\U00010000-\U0010ffff]")
_DAY: Final = r"([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?"
_CLOCK: Final = r"([0-9]{1,2}) ?[:时点] ?([0-9]{1,2}) ?分?(?::00)?"
_DATE: Final = re.compile(_DAY)
_MONTH: Final = re.compile(r"([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?月?")
_MOMENT: Final = re.compile(rf"{_DAY}[ T]?{_CLOCK}")
_TIME: Final = re.compile(_CLOCK)
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\.[0-9]{1,6})?")
_THOUSANDS: Final = re.compile("(?<![0-9,.])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_AROUND: Final = re.compile("(?<![0-9]) | (?![0-9])")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class UnfitError(ValueError):
    """A value that its field does not take: the rule it breaks, and what the wording of the rule is filled with."""

    def __init__(self, rule: Rule, **values: Any) -> None:
        super().__init__(rule)
        self.rule = rule
        self.values = values


def clean(text: str) -> str:
    """*text* without the spaces around it (also U+3000), with plain line breaks, and a space for each tab."""
    if not text.isprintable():
        text = _BREAKS.sub("\n", text).replace("\t", " ")
    return text.strip()


def is_blank(value: object) -> bool:
    """Whether *value* says nothing: None, an empty text or tuple."""
    return value is None or value == () or (isinstance(value, str) and not clean(value))


def read_value(field: Field, text: str, choices: Mapping[str, str] | None = None) -> Value:
    """The value that *text* means in *field*.

    Args:
        field: any but of type `tick`.
        text: what is written, not blank.
        choices: ids by the texts that stand for them; ids themselves are understood without it.

    Raises:
        UnfitError: *text* is no value of this field.
    """
    said = clean(text)
    if (unfit := _UNFIT.search(said)) is not None:
        raise UnfitError(Rule.BAD_CHARACTER, character=f"U+{ord(unfit[0]):04X}")
    if field.type in ("choice", "rating"):
        return _choice(field, said, choices or {})
    if field.type == "choices":
        parts = [part for part in re.split("[,，、;；\n]", said) if part.strip()]
        return _ordered(field, [_choice(field, clean(part), choices or {}) for part in parts])
    reader = _READERS.get(field.type)
    return reader(field, unicodedata.normalize("NFKC", said)) if reader else _text(field, said)


def check_value(field: Field, value: object, choices: Mapping[str, str] | None = None) -> Value:
    """*value* as its field keeps it, whether it comes typed or as JSON has it (dates and numbers as strings).

    Raises:
        UnfitError: it is no value of this field.
    """
    if field.type == "tick":
        if isinstance(value, bool):
            return value
        raise UnfitError(Rule.BAD_TICK)
    if field.type == "choices" and isinstance(value, list | tuple):
        return _ordered(field, [_choice(field, str(part), choices or {}) for part in value])
    if isinstance(value, str):
        return read_value(field, value, choices)
    if field.type in ("number", "money") and isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return _NUMERIC[field.type](field, value if isinstance(value, Decimal) else Decimal(str(value)))
    if field.type == "datetime" and isinstance(value, datetime):
        return value.replace(second=0, microsecond=0, tzinfo=None)
    if field.type == "date" and isinstance(value, date) and not isinstance(value, datetime):
        return _in_years(value, Rule.BAD_DATE)
    raise UnfitError(_EXPECTED.get(field.type, Rule.BAD_TEXT), choices=tuple(map(str, field.choices.values())))


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


def _text(field: Field, said: str) -> str:
    most = LONG if field.type == "longtext" else SHORT
    if len(said) > most:
        raise UnfitError(Rule.TOO_LONG, most=most)
    return said


def _choice(field: Field, said: str, choices: Mapping[str, str]) -> str:
    id_ = choices.get(said) or (said if said in field.choices else choices.get(unicodedata.normalize("NFKC", said)))
    if id_ is None:
        raise UnfitError(Rule.NOT_A_CHOICE, choices=tuple(map(str, field.choices.values())))
    return str(id_)


def _ordered(field: Field, ids: Iterable[str]) -> tuple[str, ...]:
    chosen = set(ids)
    return tuple(str(id_) for id_ in field.choices if id_ in chosen)


def _in_years(day: date, rule: Rule) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise UnfitError(rule)
    return day


def _parts(pattern: re.Pattern[str], said: str, rule: Rule) -> list[int]:
    match = pattern.fullmatch(said)
    if match is None:
        raise UnfitError(rule)
    return [int(part) for part in match.groups()]


def _date(field: Field, said: str) -> date:
    year, month, day = _parts(_DATE, said, Rule.BAD_DATE)
    with suppress(ValueError):
        return _in_years(date(year, month, day), Rule.BAD_DATE)
    raise UnfitError(Rule.BAD_DATE)


def _month(field: Field, said: str) -> str:
    year, month = _parts(_MONTH, said, Rule.BAD_MONTH)
    if not (1 <= month <= 12 and _FIRST_YEAR <= year <= _LAST_YEAR):
        raise UnfitError(Rule.BAD_MONTH)
    return f"{year:04}-{month:02}"


def _moment(field: Field, said: str) -> datetime:
    year, month, day, hour, minute = _parts(_MOMENT, said, Rule.BAD_DATETIME)
    with suppress(ValueError):
        moment = datetime(year, month, day, hour, minute)
        _in_years(moment, Rule.BAD_DATETIME)
        return moment
    raise UnfitError(Rule.BAD_DATETIME)


def _time(field: Field, said: str) -> str:
    hour, minute = _parts(_TIME, said, Rule.BAD_TIME)
    if hour > 23 or minute > 59:
        raise UnfitError(Rule.BAD_TIME)
    return f"{hour:02}:{minute:02}"


def _as_decimal(said: str, *units: str) -> Decimal:
    """The number; spaces may stand between thousands (1 234), while 12 34 is two numbers."""
    said = _THOUSANDS.sub(lambda match: match[0].replace(" ", ""), said)
    said = _AROUND.sub("", said)
    for unit in units:
        said = said.removesuffix(unicodedata.normalize("NFKC", unit).replace(" ", ""))
    if _NUMBER.fullmatch(said) is None:
        raise UnfitError(Rule.BAD_NUMBER)
    return Decimal(said.replace(",", ""))


def _number(field: Field, number: Decimal) -> Decimal:
    try:
        fits = number.is_finite() and abs(number) < 10**12 and number == number.quantize(Decimal("1.000000"))
    except InvalidOperation:
        fits = False
    if not fits:
        raise UnfitError(Rule.BAD_NUMBER)
    if (field.min is not None and number < field.min) or (field.max is not None and number > field.max):
        raise UnfitError(Rule.OUT_OF_RANGE, min=field.min, max=field.max)
    return number


def _money(field: Field, amount: Decimal) -> Decimal:
    amount = _number(field, amount)
    if amount != amount.quantize(Decimal("1.00")):
        raise UnfitError(Rule.BAD_MONEY)
    return amount


def _read_number(field: Field, said: str) -> Decimal:
    return _number(field, _as_decimal(said, *([field.unit] if field.unit else [])))


def _read_money(field: Field, said: str) -> Decimal:
    try:
        amount = _as_decimal(said.removeprefix("¥").removeprefix("RMB"), *([field.unit] if field.unit else []), "元")
    except UnfitError:
        raise UnfitError(Rule.BAD_MONEY) from None
    return _money(field, amount)


def _phone(field: Field, said: str) -> str:
    number = phone(said)
    if number is None:
        raise UnfitError(Rule.BAD_PHONE)
    return number


def _identity(field: Field, said: str) -> str:
    number, rule = identity_number(said)
    if rule:
        raise UnfitError(rule)
    return number


_READERS: Final[Mapping[str, Callable[[Field, str], Value]]] = {
    "date": _date, "month": _month, "datetime": _moment, "time": _time, "number": _read_number, "money": _read_money,
    "phone": _phone, "id-number": _identity,
}  # fmt: skip
_NUMERIC: Final = {"number": _number, "money": _money}
_EXPECTED: Final = {
    "date": Rule.BAD_DATE, "month": Rule.BAD_MONTH, "datetime": Rule.BAD_DATETIME, "time": Rule.BAD_TIME,
    "number": Rule.BAD_NUMBER, "money": Rule.BAD_MONEY, "phone": Rule.BAD_PHONE, "id-number": Rule.BAD_ID_NUMBER,
    "choice": Rule.NOT_A_CHOICE, "rating": Rule.NOT_A_CHOICE, "choices": Rule.NOT_A_CHOICE,
}  # fmt: skip


def comes_before(one: Value, other: Value) -> bool:
    """Whether *one* date or time lies before *other*; what only one of them says (the hour, the day) does not count."""
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
