"""The time a report is about: a month, a quarter, half a year, a year, or from one day to another."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from filled.report.errors import BadPeriodError
from schemas.words import Word, Words

_PART: Final = re.compile(r"([0-9]{4})(?:-(?:(0[1-9]|1[0-2])|[Qq]([1-4])|[Hh]([12])))?")
_QUARTER: Final = 3
_HALF: Final = 6
_YEAR: Final = 12


class _PeriodWords(Words):
    month = Word("{year} 年 {month} 月", "{name} {year}")
    quarter = Word("{year} 年第 {number} 季度", "Q{number} {year}")
    first_half = Word("{year} 年上半年", "first half of {year}")
    second_half = Word("{year} 年下半年", "second half of {year}")
    year = Word("{year} 年", "{year}")
    days = Word("{first} 至 {last}", "{first} to {last}")


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day, both of them in it."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read `2026-11`, `2026-Q3`, `2026-H1`, `2026` or `2026-01-05..2026-02-03`.

        Raises:
            BadPeriodError: it is none of them, or ends before it begins.
        """
        if match := _PART.fullmatch(text.strip()):
            year, month, quarter, half = (int(part) if part else 0 for part in match.groups())
            if year:
                return _of_part(year, month, quarter, half)
        first, dots, last = text.strip().partition("..")
        with suppress(ValueError):
            period = cls(date.fromisoformat(first), date.fromisoformat(last))
            if dots and period.first <= period.last:
                return period
        raise BadPeriodError(text)

    def holds(self, day: date) -> bool:
        """Whether *day* is in it."""
        return self.first <= day <= self.last

    @property
    def months(self) -> int:
        """How many whole months it is; 0 when it does not begin and end with a month."""
        if self.first.day != 1 or self.last != _month_end(self.last):
            return 0
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    def before(self) -> Period:
        """The period as long as this one that ends the day before it."""
        last = self.first - timedelta(days=1)
        if not self.months:
            return Period(last - (self.last - self.first), last)
        first = self.first.year * 12 + self.first.month - 1 - self.months
        return Period(date(first // 12, first % 12 + 1, 1), last)

    @property
    def short(self) -> str:
        """The period as it is typed: `2026-11`, `2026-Q3`, `2026-01-05..2026-02-03`."""
        year, start = self.first.year, self.first.month
        for length, mark in ((_QUARTER, "Q"), (_HALF, "H")):
            if self.months == length and start % length == 1:
                return f"{year}-{mark}{start // length + 1}"
        if self.months == 1:
            return f"{year}-{start:02}"
        return str(year) if self.months == _YEAR and start == 1 else f"{self.first}..{self.last}"

    def say(self, lang: str) -> str:
        """`2026 年 11 月`, `2026 年上半年`, `the third quarter of 2026`; days where it is none of these."""
        words, year, start = _PeriodWords(lang), self.first.year, self.first.month
        if self.months == 1:
            return words.month.format(year=year, month=start, name=f"{self.first:%B}")
        if self.months == _QUARTER and start % _QUARTER == 1:
            return words.quarter.format(year=year, number=start // _QUARTER + 1)
        if self.months == _HALF and start % _HALF == 1:
            return (words.second_half if start > _HALF else words.first_half).format(year=year)
        if self.months == _YEAR and start == 1:
            return words.year.format(year=year)
        return words.days.format(first=self.first, last=self.last)


def _of_part(year: int, month: int, quarter: int, half: int) -> Period:
    length = 1 if month else _QUARTER if quarter else _HALF if half else _YEAR
    start = month or (quarter - 1) * _QUARTER + 1 if month or quarter else (half - 1) * _HALF + 1 if half else 1
    return Period(date(year, start, 1), _month_end(date(year, start + length - 1, 1)))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def around(days: Iterable[date]) -> Period | None:
    """The whole months that hold all of *days*; None when there are none."""
    sorted_days = sorted(days)
    return Period(sorted_days[0].replace(day=1), _month_end(sorted_days[-1])) if sorted_days else None


def day_of(value: Any, *, end: bool = False) -> date | None:
    """The day that a date, a date with time or a month (`2026-11`: its first, or at the *end* its last) means."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-(?:0[1-9]|1[0-2])", value):
        first = date.fromisoformat(f"{value}-01")
        return _month_end(first) if end else first
    return None
