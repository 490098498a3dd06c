"""Moments of the clock and of the calendar: `当场`, `次日 9:00 前`, `每月 5 日前`, said in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from schemas.patterns import with_spaces
from schemas.words import Bilingual

_HOUR: Final = 3600
_DAY: Final = 24 * _HOUR


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of time by which something is done.

    Attributes:
        typed: as it is written back: `次日 9:00 前`.
        words: as it is said in both languages.
        longest: how many seconds it can be away at most; None for one that comes round by the calendar.
        series: what it is counted by (`每月 N 日前`): moments of one series can be told apart by `rank`.
        rank: which of its series comes later.
    """

    typed: str
    words: Bilingual
    longest: int | None
    series: str = ""
    rank: tuple[int, ...] = ()


_AS_IT_IS: Final = {
    moment.typed: moment
    for moment in (
        Moment("当场", Bilingual("当场", "on the spot"), 300),
        Moment("立即", Bilingual("立即", "at once"), 300),
        Moment("当班", Bilingual("当班内", "within the shift"), 12 * _HOUR),
        Moment("当日", Bilingual("当日", "the same day"), _DAY - 1),
        Moment("次日", Bilingual("次日", "the next day"), 2 * _DAY - 1),
        Moment("下一工作日", Bilingual("下一个工作日", "the next working day"), 4 * _DAY - 1),
        Moment("每月最后一个工作日", Bilingual("每月最后一个工作日", "on the last working day of every month"), None),
    )
}
INSTANTS: Final = frozenset({"当场", "立即"})
"""What takes no time to speak of."""
_SAME: Final = {"马上": "立即", "即时": "立即", "当天": "当日", "第二天": "次日", "下一个工作日": "下一工作日"}

_DAYS: Final = {
    "当日": (Bilingual("当日", "the same day"), 0),
    "次日": (Bilingual("次日", "the next day"), 1),
    "下一工作日": (Bilingual("下一个工作日", "the next working day"), 3),
    "每日": (Bilingual("每日", "every day"), None),
    "每个工作日": (Bilingual("每个工作日", "every working day"), None),
}
_MONTHS: Final = {
    "每月": "every month",
    "当月": "the same month",
    "次月": "the next month",
    "每季度首月": "the first month of every quarter",
    "每季度末月": "the last month of every quarter",
}
_WEEKS: Final = {"每周": "every {day}", "次周": "{day} of the next week", "本周": "{day} of the same week"}
WEEKDAYS: Final = {
    "一": "Monday", "二": "Tuesday", "三": "Wednesday", "四": "Thursday", "五": "Friday", "六": "Saturday",
    "日": "Sunday",
}  # fmt: skip
NAMES_OF_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ONE_OF: Final = "|".join
_CLOCK: Final = r"(?P<hour>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])(?P<before>之?前)"


@cache
def read_moment(text: str) -> Moment | None:
    """The moment that *text* names; None when it names none."""
    text = re.sub(r"\s+", "", text).replace("：", ":")
    if text in _AS_IT_IS or text in _SAME:
        return _AS_IT_IS[_SAME.get(text, text)]
    for pattern, moment in _PATTERNS.items():
        if match := pattern.fullmatch(text):
            return moment(match.groupdict())
    return None


def _by_the_clock(parts: Mapping[str, str]) -> Moment:
    words, days = _DAYS[_SAME.get(parts["day"], parts["day"])]
    hour, minute = int(parts["hour"]), int(parts["minute"])
    clock = f"{hour}:{parts['minute']}"
    longest = None if days is None else days * _DAY + hour * _HOUR + minute * 60
    typed = f"{words.zh} {clock} 前"
    return Moment(typed, Bilingual(typed, f"by {clock} {words.en}"), longest, words.zh, (hour, minute))


def _of_the_month(parts: Mapping[str, str]) -> Moment | None:
    day, month = int(parts["date"]), parts["month"]
    if not 1 <= day <= 31:
        return None
    typed = f"{month} {day} 日{'前' if parts['before'] else ''}"
    english = f"{'by' if parts['before'] else 'on'} the {_ordinal(day)} of {_MONTHS[month]}"
    return Moment(typed, Bilingual(typed, english), None, f"{month}{parts['before']}", (day,))


def _of_the_year(parts: Mapping[str, str]) -> Moment | None:
    month, day = int(parts["month"]), int(parts["date"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    typed = f"每年 {month} 月 {day} 日{'前' if parts['before'] else ''}"
    english = f"{'by' if parts['before'] else 'on'} {day} {NAMES_OF_MONTHS[month - 1]} every year"
    return Moment(typed, Bilingual(typed, english), None, f"每年{parts['before']}", (month, day))


def _of_the_week(parts: Mapping[str, str]) -> Moment:
    weekday = "日" if parts["weekday"] == "天" else parts["weekday"]
    english, week = WEEKDAYS[weekday], parts["week"]
    clock = f" {int(parts['hour'])}:{parts['minute']} 前" if parts["hour"] else "前" if parts["by"] else ""
    by = f"by {int(parts['hour'])}:{parts['minute']} " if parts["hour"] else "by " if parts["by"] else ""
    on = "" if week == "每周" else "on "
    typed = f"{week}{weekday}{clock}"
    said = f"{by or on}{_WEEKS[week].format(day=english)}"
    rank = (list(WEEKDAYS).index(weekday), int(parts["hour"] or 24), int(parts["minute"] or 0))
    return Moment(typed, Bilingual(typed, said), None, week, rank)


_PATTERNS: Final[Mapping[re.Pattern[str], Callable[[Mapping[str, str]], Moment | None]]] = {
    re.compile(rf"(?P<day>{_ONE_OF([*_DAYS, '当天', '第二天', '下一个工作日'])}){_CLOCK}"): _by_the_clock,
    re.compile(rf"(?P<month>{_ONE_OF(_MONTHS)})(?P<date>[0-9]{{1,2}})[日号](?P<before>之?前)?"): _of_the_month,
    re.compile(r"每年(?P<month>[0-9]{1,2})月(?P<date>[0-9]{1,2})[日号](?P<before>之?前)?"): _of_the_year,
    re.compile(
        rf"(?P<week>{_ONE_OF(_WEEKS)})(?P<weekday>[{''.join(WEEKDAYS)}天])(?:{_CLOCK}|(?P<by>之?前))?"
    ): _of_the_week,
}  # fmt: skip

_NUMBER: Final = r"[0-9](?:\s*[0-9])?"
_BEFORE: Final = r"(?:之\s*)?前"
_AT: Final = rf"(?:[01]\s*)?[0-9]\s*[:：]\s*[0-5]\s*[0-9]\s*{_BEFORE}|2\s*[0-4]\s*[:：]\s*[0-5]\s*[0-9]\s*{_BEFORE}"
_DAY_NUMBER: Final = rf"{_NUMBER}\s*[日号](?:\s*{_BEFORE})?"
PATTERN: Final = "|".join(
    (
        with_spaces(*_AS_IT_IS, *_SAME),
        rf"{with_spaces(*_DAYS, '当天', '第二天', '下一个工作日')}\s*(?:{_AT})",
        rf"{with_spaces(*_MONTHS)}\s*{_DAY_NUMBER}",
        rf"每\s*年\s*{_NUMBER}\s*月\s*{_DAY_NUMBER}",
        rf"{with_spaces(*_WEEKS)}\s*[{''.join(WEEKDAYS)}天](?:\s*(?:{_AT}|{_BEFORE}))?",
    )
)
"""What moments look like to an editor: every one that `read_moment` reads, and days that no month has."""


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number in (11, 12, 13) else endings.get(number % 10, 'th')}"
