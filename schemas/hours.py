"""Days of the week and times of the day as a department says them: `工作日 8:00-20:00`, and how they are said back.

A holiday is a day of its own beside the seven of a week: what holds on Mondays says nothing about a Monday that is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from schemas.amounts import refuse
from schemas.messages import Posts
from schemas.patterns import one_of, text_of
from schemas.punctuation import Marks
from schemas.words import Bilingual

MINUTES: Final = 1440
"""Minutes of a day."""
_NAMES: Final = {
    "mon": Bilingual("周一", "Monday"), "tue": Bilingual("周二", "Tuesday"), "wed": Bilingual("周三", "Wednesday"),
    "thu": Bilingual("周四", "Thursday"), "fri": Bilingual("周五", "Friday"), "sat": Bilingual("周六", "Saturday"),
    "sun": Bilingual("周日", "Sunday"), "holiday": Bilingual("节假日", "public holidays"),
}  # fmt: skip
DAYS: Final = tuple(_NAMES)
"""The seven days of a week, and a public holiday."""
_WEEK: Final = DAYS[:7]
_GROUPS: Final = {
    "every-day": DAYS, "working-days": DAYS[:5], "weekends": DAYS[5:7], "holidays": DAYS[7:],
}  # fmt: skip
_WORDS: Final = {
    "每天": "every-day", "每日": "every-day", "工作日": "working-days", "周末": "weekends", "节假日": "holidays",
    "法定节假日": "holidays", "周天": "sun", "holiday": "holidays",
} | {name.zh: day for day, name in _NAMES.items() if day in _WEEK}  # fmt: skip
_SAID: Final = {
    DAYS: Bilingual("每天", "every day"),
    _WEEK: Bilingual("每天（节假日除外）", "every day but public holidays"),
    DAYS[:5]: Bilingual("工作日", "working days"),
    DAYS[5:7]: Bilingual("周末", "weekends"),
    DAYS[5:]: Bilingual("周末和节假日", "weekends and public holidays"),
    DAYS[7:]: _NAMES["holiday"],
}
_RUN: Final = Bilingual("{first}至{last}", "{first} to {last}")


@dataclass(frozen=True, slots=True)
class Days:
    """Some of `DAYS`, in their order."""

    days: tuple[str, ...]

    @classmethod
    def parse(cls, value: Any) -> Days:
        """Read `每天`, `工作日`, `周一至周六`, `周六、节假日`, or `working-days`, `mon-sat`, `sat, holidays`.

        A whole week is every day, holidays too.

        Raises:
            PydanticCustomError: one of them is no day (rule `bad-days`).
        """
        if isinstance(value, cls):
            return value
        text = value.strip().lower() if isinstance(value, str) else ""
        chosen = {day for word in re.split(r"[、，,]\s*|\s*和\s*", text) for day in _days_of(word.strip(), value)}
        if chosen >= set(_WEEK):
            return EVERY_DAY
        return cls(tuple(day for day in DAYS if day in chosen))

    def say(self, lang: str) -> str:
        """The days in words: `工作日`, `Monday to Saturday, public holidays`."""
        if (usual := _SAID.get(self.days)) is not None:
            return usual.say(lang)
        return Marks(lang).enumeration.join(_runs(self.days, lang))

    def __str__(self) -> str:
        name = next((name for name, days in _GROUPS.items() if days == self.days), "")
        return name or ", ".join("holidays" if day == "holiday" else day for day in self.days)


EVERY_DAY: Final = Days(DAYS)


def _days_of(word: str, value: Any) -> tuple[str, ...]:
    word = _WORDS.get(word, word)
    if word in _GROUPS:
        return _GROUPS[word]
    ends = [_WORDS.get(end.strip(), end.strip()) for end in re.split("[-–—~至到]", word)]
    if len(ends) > 2 or not set(ends) <= set(_WEEK):
        raise refuse(Posts.BAD_DAYS, value)
    first, last = _WEEK.index(ends[0]), _WEEK.index(ends[-1])
    return _WEEK[first : last + 1] if first <= last else (*_WEEK[first:], *_WEEK[: last + 1])


def _runs(days: tuple[str, ...], lang: str) -> Iterator[str]:
    """Three days or more that follow each other as one run, each other day by itself."""
    week = [day for day in days if day in _WEEK]
    while week:
        length = next(n for n in range(len(week), 0, -1) if tuple(week[:n]) in _slices(n))
        first, last = (_NAMES[week[at]].say(lang) for at in (0, length - 1))
        if length < 3:
            length, run = 1, first
        else:
            run = _RUN.say(lang, first=first, last=last)
        yield run
        week = week[length:]
    if "holiday" in days:
        yield _NAMES["holiday"].say(lang)


def _slices(length: int) -> list[tuple[str, ...]]:
    return [_WEEK[start : start + length] for start in range(8 - length)]


_TIME: Final = r"([01]?[0-9]|2[0-4]):([0-5][0-9])"
_SPAN: Final = re.compile(rf"{_TIME}\s*[-–—~至到]\s*(次日)?\s*{_TIME}")
_WHOLE_DAY: Final = ("24 小时", "24小时", "全天", "24 hours")
_ALL_DAY: Final = Bilingual("24 小时", "24 hours")


@dataclass(frozen=True, slots=True)
class Times:
    """Times of a day, from a minute to a minute each; what ends before it begins ends on the next day."""

    spans: tuple[tuple[int, int], ...]

    @classmethod
    def parse(cls, value: Any) -> Times:
        """Read `8:00-20:00`, `20:00-8:00` (until the next morning), `8:00-12:00, 13:30-17:30`, `24 小时`.

        Raises:
            PydanticCustomError: these are no times of a day (rule `bad-hours`).
        """
        if isinstance(value, cls):
            return value
        text = value.strip() if isinstance(value, str) else ""
        if text in _WHOLE_DAY:
            return ALL_DAY
        spans = tuple(_span(part.strip(), value) for part in re.split("[、，,]", text.replace("：", ":")))
        return ALL_DAY if spans == ALL_DAY.spans else cls(spans)

    def say(self, lang: str) -> str:
        """The times in words: `8:00–20:00`, `24 hours`."""
        if self.spans == ALL_DAY.spans:
            return _ALL_DAY.say(lang)
        return Marks(lang).enumeration.join(f"{_clock(start)}–{_clock(end)}" for start, end in self.spans)

    def __str__(self) -> str:
        return ", ".join(f"{_clock(start)}-{_clock(end)}" for start, end in self.spans)


ALL_DAY: Final = Times(((0, MINUTES),))


def _span(text: str, value: Any) -> tuple[int, int]:
    match = _SPAN.fullmatch(text)
    if match is None:
        raise refuse(Posts.BAD_HOURS, value)
    start, end = int(match[1]) * 60 + int(match[2]), int(match[4]) * 60 + int(match[5])
    if start >= MINUTES or end > MINUTES or start == end:
        raise refuse(Posts.BAD_HOURS, value)
    return start, end


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


_DAY: Final = one_of([*_WORDS, *_GROUPS, *_WEEK], any_case=True)
_RUN_OF_DAYS: Final = rf"{_DAY}(?:\s*[-–—~至到]\s*{_DAY})?"
_CLOCK_TIME: Final = "(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9]"
_RUN_OF_TIME: Final = rf"{_CLOCK_TIME}\s*[-–—~至到]\s*(?:次日)?\s*{_CLOCK_TIME}"
DaysField = Annotated[
    Days,
    BeforeValidator(Days.parse),
    PlainSerializer(str),
    WithJsonSchema(text_of(rf"{_RUN_OF_DAYS}(?:\s*[、，,和]\s*{_RUN_OF_DAYS})*", Posts.BAD_DAYS.wording.hint)),
]
TimesField = Annotated[
    Times,
    BeforeValidator(Times.parse),
    PlainSerializer(str),
    WithJsonSchema(
        text_of(rf"{one_of(_WHOLE_DAY)}|{_RUN_OF_TIME}(?:\s*[、，,]\s*{_RUN_OF_TIME})*", Posts.BAD_HOURS.wording.hint)
    ),
]


def minutes(days: Days, times: Times) -> int:
    """The minutes of a week and a holiday that *times* on *days* take, a bit each: `|` joins, `& ~` takes away."""
    taken = 0
    for day in days.days:
        for start, end in times.spans:
            if end > start:
                taken |= _bits(day, start, end)
            else:
                taken |= _bits(day, start, MINUTES) | _bits(_next(day), 0, end)
    return taken


def _bits(day: str, start: int, end: int) -> int:
    return ((1 << (end - start)) - 1) << (DAYS.index(day) * MINUTES + start)


def _next(day: str) -> str:
    return day if day == "holiday" else _WEEK[(_WEEK.index(day) + 1) % 7]


WHOLE_WEEK: Final = minutes(EVERY_DAY, ALL_DAY)
"""Every minute of every day."""
