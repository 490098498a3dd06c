"""Promised times and prices: a number with a unit, said in Chinese or English from the same value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from schemas.scalars import refuse

_UNITS: Final = {
    # unit: (Chinese as written, Chinese as said after a number, English, seconds)
    "second": ("秒", "秒", "second", 1),
    "minute": ("分钟", "分钟", "minute", 60),
    "hour": ("小时", "小时", "hour", 3600),
    "day": ("天", "天", "day", 86_400),
    "working-day": ("工作日", "个工作日", "working day", 86_400),
    "week": ("周", "周", "week", 604_800),
    "month": ("个月", "个月", "month", 2_592_000),
    "year": ("年", "年", "year", 31_536_000),
}
_ALIASES: Final = {
    "秒钟": "second", "分": "minute", "个小时": "hour", "日": "day", "个工作日": "working-day", "月": "month",
    "星期": "week", "sec": "second", "min": "minute",
}  # fmt: skip
_BY_WORD: Final = {words[0]: unit for unit, words in _UNITS.items()} | _ALIASES
_MOMENTS: Final = {
    "当场": ("当场", "on the spot"),
    "当班": ("当班内", "within the shift"),
    "当日": ("当日", "the same day"),
}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as a handbook promises it: `30 分钟`, `3 工作日`, or a moment such as `当场`.

    `seconds` orders durations; a working day counts as a day, a month as 30 days.
    """

    amount: Decimal
    unit: str

    @classmethod
    def parse(cls, value: Any) -> Duration:
        """Read `3 工作日`, `60 秒`, `12 个月`, `当场`, or the English `3 working days`.

        Raises:
            PydanticCustomError: the amount or the unit is not understood (rule `bad-duration`).
        """
        if isinstance(value, cls):
            return value
        text = str(value).strip() if isinstance(value, str) else ""
        if text in _MOMENTS:
            return cls(Decimal(0), text)
        if match := re.fullmatch(r"([0-9]{1,5}(?:\.[0-9]{1,2})?)\s*(\S.*)", text):
            word = match[2].strip()
            english = word.lower().rstrip("s").replace(" ", "-")
            unit = _BY_WORD.get(word) or (english if english in _UNITS else None)
            if unit is not None:
                return cls(Decimal(match[1]), unit)
        raise refuse("bad-duration", value)

    @property
    def seconds(self) -> int:
        """The length in seconds; 0 for a moment such as `当场`."""
        return 0 if self.unit in _MOMENTS else int(self.amount * _UNITS[self.unit][3])

    def say(self, lang: str) -> str:
        """The duration in words: `3 个工作日`, `3 working days`."""
        if self.unit in _MOMENTS:
            return _MOMENTS[self.unit][0 if lang == "zh" else 1]
        _, chinese, english, _ = _UNITS[self.unit]
        if lang == "zh":
            return f"{self.amount} {chinese}"
        return f"{self.amount} {english}{'' if self.amount == 1 else 's'}"

    def __str__(self) -> str:
        return self.unit if self.unit in _MOMENTS else f"{self.amount} {_UNITS[self.unit][0]}"


@dataclass(frozen=True, slots=True)
class Money:
    """A price in yuan, with what it is paid for: `0.5 元/件`, `120 元`."""

    amount: Decimal
    per: str = ""

    @classmethod
    def parse(cls, value: Any) -> Money:
        """Read `120 元` or `3.50 元/平方米·月`.

        Raises:
            PydanticCustomError: not an amount in yuan (rule `bad-money`).
        """
        if isinstance(value, cls):
            return value
        text = value.strip() if isinstance(value, str) else ""
        match = re.fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,2})?)\s*元(?:/(\S+))?", text)
        if match is None:
            raise refuse("bad-money", value)
        return cls(Decimal(match[1]), match[2] or "")

    def __str__(self) -> str:
        return f"{self.amount} 元" + (f"/{self.per}" if self.per else "")


TimeSpan = Annotated[
    Duration, BeforeValidator(Duration.parse), PlainSerializer(str), WithJsonSchema({"type": "string"})
]
Price = Annotated[Money, BeforeValidator(Money.parse), PlainSerializer(str), WithJsonSchema({"type": "string"})]
