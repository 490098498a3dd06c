"""Promised times: a number with a unit, said in Chinese or English from the same value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Annotated, Any, Final, NamedTuple

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from schemas.amounts import refuse
from schemas.messages import Shapes
from schemas.moments import INSTANTS, Moment, read_moment
from schemas.moments import PATTERN as MOMENTS
from schemas.patterns import in_any_case, one_of, text_of
from schemas.words import Bilingual


class _Unit(NamedTuple):
    """A unit of time: how an author writes it in Chinese, how it is said after one and after many, its seconds."""

    typed: str
    one: Bilingual
    many: Bilingual
    seconds: int


def _unit(typed: str, english: str, seconds: int, chinese: str = "") -> _Unit:
    return _Unit(typed, Bilingual(chinese or typed, english), Bilingual(chinese or typed, f"{english}s"), seconds)


_UNITS: Final = {
    "second": _unit("秒", "second", 1),
    "minute": _unit("分钟", "minute", 60),
    "hour": _unit("小时", "hour", 3600),
    "day": _unit("天", "day", 86_400),
    "calendar-day": _unit("自然日", "calendar day", 86_400, "个自然日"),
    "working-day": _unit("工作日", "working day", 86_400, "个工作日"),
    "week": _unit("周", "week", 604_800),
    "month": _unit("个月", "month", 2_592_000),
    "year": _unit("年", "year", 31_536_000),
}
_ALIASES: Final = {
    "秒钟": "second", "分": "minute", "个小时": "hour", "日": "day", "个工作日": "working-day", "月": "month",
    "个自然日": "calendar-day", "日历日": "calendar-day", "星期": "week", "sec": "second", "min": "minute",
}  # fmt: skip
_BY_WORD: Final = {unit.typed: name for name, unit in _UNITS.items()} | _ALIASES
_ENGLISH: Final = (rf"{in_any_case(unit)}[Ss]*".replace(r"\-", "[ -]") for unit in _UNITS)
PATTERN: Final = rf"[0-9]{{1,5}}(?:\.[0-9]{{1,2}})?\s*(?:{one_of(_BY_WORD)}|{'|'.join(_ENGLISH)})|{MOMENTS}"
"""What times look like to an editor; none at all (`0 分钟`) does too."""
WRITTEN: Final = Bilingual(
    "写成 30 分钟、3 工作日、5 自然日、12 个月，或当场、立即、当班、当日、次日 9:00 前、每月 5 日前、每周一。",
    "Write 30 分钟, 3 工作日, 5 自然日, 12 个月, or 当场, 立即, 当班, 当日, 次日 9:00 前, 每月 5 日前, 每周一.",
)
"""How times are written."""
_LONGEST: Final = {"month": 31 * 86_400, "year": 366 * 86_400}
"""How long a unit can be that is not always as long."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as a handbook promises it: `30 分钟`, `3 工作日`, or a moment: `当场`, `次日 9:00 前`.

    `seconds` orders durations; a working day counts as a day, a month as 30 days. The unit of a moment is the moment.
    """

    amount: Decimal
    unit: str

    @classmethod
    def parse(cls, value: Any) -> Duration:
        """Read `3 工作日`, `60 秒`, `12 个月`, `当场`, `每月 5 日前`, or the English `3 working days`.

        Raises:
            PydanticCustomError: the amount or the unit is not understood, or there is none of it (`bad-duration`).
        """
        if isinstance(value, cls):
            return value
        text = str(value).strip() if isinstance(value, str) else ""
        if match := re.fullmatch(r"([0-9]{1,5}(?:\.[0-9]{1,2})?)\s*(\S.*)", text):
            word = match[2].strip()
            english = word.lower().rstrip("s").replace(" ", "-")
            unit = _BY_WORD.get(word) or (english if english in _UNITS else None)
            if unit is not None and (amount := Decimal(match[1])):
                return cls(amount, unit)
        if (moment := read_moment(text)) is not None:
            return cls(Decimal(0), moment.typed)
        raise refuse(Shapes.BAD_DURATION, value)

    @property
    def seconds(self) -> int:
        """The length in seconds; 0 for a moment such as `当场`."""
        return 0 if self.is_moment else int(self.amount * _UNITS[self.unit].seconds)

    @property
    def longest(self) -> int | None:
        """How many seconds it may last at most, weekends between working days counted; None for `每月 5 日前`."""
        if (moment := self.moment) is not None:
            return moment.longest
        if self.unit == "working-day":
            return self.seconds + 2 * 86_400 * ceil(self.amount / 5)
        return int(self.amount * _LONGEST.get(self.unit, _UNITS[self.unit].seconds))

    def may_exceed(self, other: Duration) -> bool:
        """Whether this time may be longer than *other*; what cannot be compared (`每月 5 日前`, `3 天`) may not."""
        if self == other or self.is_instant:
            return False
        mine, its = self.moment, other.moment
        if mine and its and mine.series and mine.series == its.series:
            return mine.rank > its.rank
        if self.unit == other.unit and not mine:
            return self.amount > other.amount
        longest, allowed = self.longest, other.longest
        return longest is not None and allowed is not None and longest > allowed

    def plus(self, other: Duration) -> Duration | None:
        """Both one after the other; None where they are not counted in one unit."""
        if self.is_moment or self.unit != other.unit:
            return None
        return Duration(self.amount + other.amount, self.unit)

    @property
    def is_instant(self) -> bool:
        """Whether it takes no time to speak of: `当场`, `立即`."""
        return self.unit in INSTANTS

    @property
    def is_moment(self) -> bool:
        """Whether it is a moment such as `当场`, not a length."""
        return self.unit not in _UNITS

    @property
    def moment(self) -> Moment | None:
        """The moment that it is; None for a length."""
        return read_moment(self.unit) if self.is_moment else None

    def say(self, lang: str) -> str:
        """The duration in words: `3 个工作日`, `3 working days`."""
        if (moment := self.moment) is not None:
            return moment.words.say(lang)
        unit = _UNITS[self.unit]
        words = unit.one if self.amount == 1 else unit.many
        return f"{self.amount} {words.say(lang)}"

    def __str__(self) -> str:
        return self.unit if self.is_moment else f"{self.amount} {_UNITS[self.unit].typed}"


TimeSpan = Annotated[
    Duration, BeforeValidator(Duration.parse), PlainSerializer(str), WithJsonSchema(text_of(PATTERN, WRITTEN))
]
