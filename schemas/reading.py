"""How what is written in a field is read: into which value, and by which rules it is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, Literal

from schemas.identifiers import DASHES, PHONE_PATTERN, identity_number, phone
from schemas.limits import LONGEST_SHORT_TEXT, LONGEST_TEXT, MOST_EXPANSION
from schemas.plain_text import normal
from schemas.rules import Rule
from schemas.values import UnfitError, Value, clean

if TYPE_CHECKING:
    from schemas.field import Field  # whose types this is about

Holds = Literal["text", "date", "time", "number", "choice", "choices", "tick"]
"""What a value is: a date says a month at least, a time only the hour, a choice is the id of one, a tick is a bool."""
Choices = Mapping[str, str]
"""Ids by the texts that stand for them; ids themselves are understood without it."""

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
"""The years in which a day may lie."""
_DAY: Final = r"([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?"
_CLOCK: Final = r"([0-9]{1,2}) ?[:时点] ?([0-9]{1,2}) ?分?(?::00)?"
_DATE: Final = re.compile(_DAY)
_MONTH: Final = re.compile(r"([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?月?")
_MOMENT: Final = re.compile(rf"{_DAY}[ T]?{_CLOCK}")
_TIME: Final = re.compile(_CLOCK)
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\.[0-9]{1,6})?")
_THOUSANDS: Final = re.compile("(?<![0-9,.])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_ROOM: Final = re.compile("[0-9A-Za-z]{1,5}(?:-[0-9A-Za-z]{1,5}){1,3}")
_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BETWEEN: Final = re.compile("([,，、;；\n])")
"""What stands between several choices."""
_AROUND: Final = re.compile("(?<![0-9]) | (?![0-9])")


def _takes_nothing(field: Field, value: object, choices: Choices) -> Value | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a field is read.

    Attributes:
        holds: what its value is.
        read: the value that a clean text means; raises `UnfitError`.
        unfit: the rule that a value of another kind breaks.
        typed: the rules that what is typed may break, which pages check too.
        take: the value that is given as one already, as programs and JSON do; None when it is of another kind.
        most: how many characters it may have, where it may be any text.
        pattern: what browsers check by, where a regular expression says it all.
        of_moment: the value of a moment that a date picker stores, where it holds a date.
    """

    holds: Holds
    read: Callable[[Field, str, Choices], Value]
    unfit: Rule
    typed: tuple[Rule, ...]
    take: Callable[[Field, object, Choices], Value | None] = _takes_nothing
    most: int | None = None
    pattern: str = ""
    of_moment: Callable[[datetime], Value] | None = None

    @property
    def has_choices(self) -> bool:
        """Whether it holds one of the field's choices, or several."""
        return self.holds in ("choice", "choices")


def _narrow(text: str) -> str:
    """*text* with the digits and signs of a Chinese keyboard as everybody else's."""
    if len(text) > LONGEST_SHORT_TEXT:
        raise UnfitError(Rule.TOO_LONG, most=LONGEST_SHORT_TEXT)
    return normal(text, "NFKC", LONGEST_SHORT_TEXT * MOST_EXPANSION)


def _any_text(most: int) -> Reading:
    def read(field: Field, text: str, choices: Choices) -> Value:
        return text

    return Reading(holds="text", read=read, unfit=Rule.BAD_TEXT, typed=(Rule.TOO_LONG,), most=most)


def _read_room(field: Field, text: str, choices: Choices) -> str:
    """A room in plain digits and signs, so that one is written in one way: 3-1-1202."""
    plain = DASHES.sub("-", text.translate(_HALF_WIDTH))
    return plain if _ROOM.fullmatch(plain) else text


def _read_choice(field: Field, text: str, choices: Choices) -> str:
    id_ = choices.get(text) or (text if text in field.choices else choices.get(_narrow(text)))
    if id_ is None:
        raise UnfitError(Rule.NOT_A_CHOICE, choices=tuple(map(str, field.choices.values())))
    return str(id_)


def _read_choices(field: Field, text: str, choices: Choices) -> tuple[str, ...]:
    return _ordered(field, [_read_choice(field, one, choices) for one in _listed(text, choices)])


def _listed(text: str, choices: Choices) -> Iterator[str]:
    """What *text* lists; a choice that has one of the signs between choices in it, as «kitchen, bathroom», is one."""
    pieces = _BETWEEN.split(text)
    most = 2 * max((len(_BETWEEN.findall(choice)) for choice in choices), default=0) + 1
    at = 0
    while at < len(pieces):
        longest = min(at + most, len(pieces))
        ends = (end for end in range(longest, at + 1, -2) if clean("".join(pieces[at:end])) in choices)
        end = next(ends, at + 1)
        if one := clean("".join(pieces[at:end])):
            yield one
        at = end + 1


def _take_choices(field: Field, value: object, choices: Choices) -> tuple[str, ...] | None:
    if not isinstance(value, list | tuple):
        return None
    return _ordered(field, [_read_choice(field, str(part), choices) for part in value])


def _ordered(field: Field, ids: Iterable[str]) -> tuple[str, ...]:
    chosen = set(ids)
    return tuple(str(id_) for id_ in field.choices if id_ in chosen)


def _read_tick(field: Field, text: str, choices: Choices) -> Value:
    raise UnfitError(Rule.BAD_TICK)


def _take_tick(field: Field, value: object, choices: Choices) -> bool | None:
    return value if isinstance(value, bool) else None


def _in_years(day: date, rule: Rule) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UnfitError(rule)
    return day


def _parts(pattern: re.Pattern[str], text: str, rule: Rule) -> list[int]:
    match = pattern.fullmatch(_narrow(text))
    if match is None:
        raise UnfitError(rule)
    return [int(part) for part in match.groups()]


def _read_date(field: Field, text: str, choices: Choices) -> date:
    year, month, day = _parts(_DATE, text, Rule.BAD_DATE)
    with suppress(ValueError):
        return _in_years(date(year, month, day), Rule.BAD_DATE)
    raise UnfitError(Rule.BAD_DATE)


def _take_date(field: Field, value: object, choices: Choices) -> date | None:
    if not isinstance(value, date) or isinstance(value, datetime):
        return None
    return _in_years(value, Rule.BAD_DATE)


def _read_month(field: Field, text: str, choices: Choices) -> str:
    year, month = _parts(_MONTH, text, Rule.BAD_MONTH)
    if not (1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
        raise UnfitError(Rule.BAD_MONTH)
    return f"{year:04}-{month:02}"


def _read_moment(field: Field, text: str, choices: Choices) -> datetime:
    year, month, day, hour, minute = _parts(_MOMENT, text, Rule.BAD_DATETIME)
    with suppress(ValueError):
        moment = datetime(year, month, day, hour, minute)
        _in_years(moment, Rule.BAD_DATETIME)
        return moment
    raise UnfitError(Rule.BAD_DATETIME)


def _take_moment(field: Field, value: object, choices: Choices) -> datetime | None:
    return value.replace(second=0, microsecond=0, tzinfo=None) if isinstance(value, datetime) else None


def _read_time(field: Field, text: str, choices: Choices) -> str:
    hour, minute = _parts(_TIME, text, Rule.BAD_TIME)
    if hour > 23 or minute > 59:
        raise UnfitError(Rule.BAD_TIME)
    return f"{hour:02}:{minute:02}"


def _as_decimal(text: str, *units: str) -> Decimal:
    """The number; spaces may stand between thousands (1 234), while 12 34 is two numbers."""
    text = _THOUSANDS.sub(lambda match: match[0].replace(" ", ""), text)
    text = _AROUND.sub("", text)
    for unit in units:
        text = text.removesuffix(_narrow(unit).replace(" ", ""))
    if _NUMBER.fullmatch(text) is None:
        raise UnfitError(Rule.BAD_NUMBER)
    return Decimal(text.replace(",", ""))


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


def _given_number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _units(field: Field) -> tuple[str, ...]:
    return (field.unit,) if field.unit else ()


def _read_number(field: Field, text: str, choices: Choices) -> Decimal:
    return _number(field, _as_decimal(_narrow(text), *_units(field)))


def _take_number(field: Field, value: object, choices: Choices) -> Decimal | None:
    number = _given_number(value)
    return None if number is None else _number(field, number)


def _read_money(field: Field, text: str, choices: Choices) -> Decimal:
    text = _narrow(text)
    try:
        amount = _as_decimal(text.removeprefix("¥").removeprefix("RMB"), *_units(field), "元")
    except UnfitError:
        raise UnfitError(Rule.BAD_MONEY) from None
    return _money(field, amount)


def _take_money(field: Field, value: object, choices: Choices) -> Decimal | None:
    amount = _given_number(value)
    return None if amount is None else _money(field, amount)


def _read_phone(field: Field, text: str, choices: Choices) -> str:
    number = phone(_narrow(text))
    if number is None:
        raise UnfitError(Rule.BAD_PHONE)
    return number


def _read_identity(field: Field, text: str, choices: Choices) -> str:
    number, rule = identity_number(_narrow(text))
    if rule:
        raise UnfitError(rule)
    return number


TEXT: Final = _any_text(LONGEST_SHORT_TEXT)
LONG_TEXT: Final = _any_text(LONGEST_TEXT)
ROOM: Final = Reading(
    holds="text", read=_read_room, unfit=Rule.BAD_TEXT, typed=(Rule.TOO_LONG,), most=LONGEST_SHORT_TEXT
)
DATE: Final = Reading(
    holds="date",
    read=_read_date,
    unfit=Rule.BAD_DATE,
    typed=(Rule.BAD_DATE,),
    take=_take_date,
    of_moment=lambda moment: moment.date(),
)
MONTH: Final = Reading(
    holds="date",
    read=_read_month,
    unfit=Rule.BAD_MONTH,
    typed=(Rule.BAD_MONTH,),
    of_moment=lambda moment: f"{moment:%Y-%m}",
)
MOMENT: Final = Reading(
    holds="date",
    read=_read_moment,
    unfit=Rule.BAD_DATETIME,
    typed=(Rule.BAD_DATETIME,),
    take=_take_moment,
    of_moment=lambda moment: moment.replace(second=0),
)
TIME: Final = Reading(holds="time", read=_read_time, unfit=Rule.BAD_TIME, typed=(Rule.BAD_TIME,))
NUMBER: Final = Reading(
    holds="number",
    read=_read_number,
    unfit=Rule.BAD_NUMBER,
    typed=(Rule.BAD_NUMBER, Rule.OUT_OF_RANGE),
    take=_take_number,
)
MONEY: Final = Reading(
    holds="number", read=_read_money, unfit=Rule.BAD_MONEY, typed=(Rule.BAD_MONEY, Rule.OUT_OF_RANGE), take=_take_money
)
PHONE: Final = Reading(
    holds="text", read=_read_phone, unfit=Rule.BAD_PHONE, typed=(Rule.BAD_PHONE,), pattern=PHONE_PATTERN
)
IDENTITY: Final = Reading(
    holds="text",
    read=_read_identity,
    unfit=Rule.BAD_ID_NUMBER,
    typed=(Rule.BAD_ID_NUMBER, Rule.BAD_ID_BIRTHDAY, Rule.BAD_ID_CHECK),
)
CHOICE: Final = Reading(holds="choice", read=_read_choice, unfit=Rule.NOT_A_CHOICE, typed=())
CHOICES: Final = Reading(holds="choices", read=_read_choices, unfit=Rule.NOT_A_CHOICE, typed=(), take=_take_choices)
TICK: Final = Reading(holds="tick", read=_read_tick, unfit=Rule.BAD_TICK, typed=(), take=_take_tick)
