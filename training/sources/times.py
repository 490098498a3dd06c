"""Times as answers: which can be told apart, and which are likely mistakes for another."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from schemas.duration import Duration
from schemas.saying import say_within
from schemas.words import LANGUAGES, Bilingual, in_both
from training.choosing import WRONG, rank
from training.item import Item, Option
from training.making import made
from training.material import Subject

_HOUR: Final = 3600
_WORKING_DAY: Final = 8 * _HOUR
_DAY: Final = 24 * _HOUR
_SAME_DAY: Final = Duration.parse("当日")
"""Whoever does it within four hours does it that day."""
_BY_THE_CLOCK: Final = ("second", "minute", "hour")
_HOURS_OF_A_DAY: Final = re.compile("(?P<day>[^0-9]*)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})")
_HOUR_OF_DAY: Final = re.compile("[0-9]:[0-9]{2}")
_CLOSE_MINUTES: Final = 180
_CLEARLY: Final = 1.25
"""How many times longer the shortest of one has to be than the longest of the other."""
_NEAR: Final = 5.0
"""A time that is at most so many times as long, or as short, is a likely mistake."""
_FAR: Final = 10.0
"""One that is further away is no mistake that anybody makes."""


@dataclass(frozen=True)
class Offered:
    """A time that may be offered as an answer."""

    time: Duration

    @cached_property
    def option(self) -> Option:
        """As it is read: `30 分钟内`, `within 30 minutes`."""
        return Option(str(self.time), in_both(lambda lang: say_within(self.time, lang)))

    @cached_property
    def named(self) -> tuple[str, ...]:
        """As texts name it."""
        return tuple(_squeezed(self.time.say(lang)) for lang in LANGUAGES)

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The shortest and the longest that it can last, in seconds; None for one that comes by the calendar.

        A working day may be the eight hours of one day, or end after a weekend.
        """
        longest = self.time.longest
        if longest is None:
            return None
        if self.time.is_moment:
            return min(_WORKING_DAY, longest), longest
        if self.time.unit == "working-day":
            return int(self.time.amount * _WORKING_DAY), longest
        return self.time.seconds, longest

    def is_apart(self, other: Offered) -> bool:
        """Whether nobody can take one time for the other, or keep to both by the same clock."""
        time, its = self.time, other.time
        if time.is_instant or its.is_instant:
            return False
        moment, its_moment = time.moment, its.moment
        if moment and its_moment:
            return bool(moment.series) and moment.series == its_moment.series and moment.rank != its_moment.rank
        if time.unit == its.unit:
            return time.amount != its.amount
        if self.span is None or other.span is None:
            return False
        return self.span[1] * _CLEARLY < other.span[0] or other.span[1] * _CLEARLY < self.span[0]

    @property
    def names_a_day(self) -> bool:
        """Whether it ends with a day, or at an hour of one."""
        return self.time.is_moment

    @property
    def measure(self) -> str:
        """What it is counted in: by the clock, or in its own unit."""
        return "clock" if self.time.unit in _BY_THE_CLOCK else self.time.unit

    @property
    def is_short(self) -> bool:
        """Whether it is counted in hours or less: beside an hour of the day nobody can compare it."""
        return not self.time.is_moment and self.time.seconds < _DAY

    def is_close_on_the_clock(self, other: Offered) -> bool:
        """Whether both are hours of the same day that stand so near that one would only have to know a digit."""
        mine, its = (_HOURS_OF_A_DAY.match(each.option.key) for each in (self, other))
        if mine is None or its is None or mine["day"] != its["day"]:
            return False
        return abs(_minutes(mine) - _minutes(its)) < _CLOSE_MINUTES

    def is_shorter_than(self, other: Offered) -> bool:
        """Whether it surely ends before the other."""
        return self.span is not None and other.span is not None and self.span[1] < other.span[0]

    def distance(self, other: Offered) -> float:
        """How many times as long the longer of two is; 1 for those of the calendar."""
        if self.span is None or other.span is None:
            return 1.0
        middle, its_middle = math.sqrt(math.prod(self.span)), math.sqrt(math.prod(other.span))
        return max(middle, its_middle) / min(middle, its_middle)


def _is_day_beside_hours(one: Offered, other: Offered) -> bool:
    return (one.names_a_day and other.is_short) or (one.is_short and other.names_a_day)


def _minutes(hour: re.Match[str]) -> int:
    return 60 * int(hour["hour"]) + int(hour["minute"])


def offered(times: Iterable[Duration]) -> tuple[Offered, ...]:
    """Each of *times* once, in one of its units, but for what is done on the spot: that is no answer."""
    by_length: dict[object, Offered] = {}
    for time in dict.fromkeys(times):
        if not time.is_instant:
            counts_alike = time.unit == "working-day" or time.is_moment
            by_length.setdefault(time if counts_alike else time.longest, Offered(time))
    return tuple(by_length.values())


_ROUND: Final = offered(
    Duration.parse(time)
    for time in (
        "10 秒", "30 秒", "1 分钟", "3 分钟", "5 分钟", "10 分钟", "15 分钟", "30 分钟", "1 小时", "2 小时", "4 小时",
        "当日", "1 工作日", "2 工作日", "3 工作日", "5 工作日", "7 工作日", "10 工作日", "15 工作日", "20 工作日",
        "3 自然日", "7 自然日", "15 自然日", "30 自然日", "60 自然日", "3 个月", "6 个月", "12 个月",
        "次日 9:00 前", "次日 10:00 前", "次日 12:00 前", "次日 18:00 前",
    )
)  # fmt: skip
"""What is offered beside a time where its handbook has too few others."""


def item_about_time(
    subject: Subject[Any],
    place: str,
    part: str,
    *,
    stem: Bilingual,
    time: Duration,
    siblings: Iterable[Iterable[Offered]],
    never: Iterable[Duration | None],
    texts: Iterable[Bilingual],
    fields: Iterable[object],
    why: Bilingual,
    sooner_is_right: bool = False,
) -> Item | None:
    """An item whose answers are times; None for what is done on the spot, which is no question.

    Args:
        subject: the record.
        place: the field it is asked from.
        part: the part of the record that has this field.
        stem: the question.
        time: the right one.
        siblings: other times, those that stand nearest first.
        never: those that are right too, or may be taken to be.
        texts: what the place itself says: no time that is named there is offered.
        fields: what question and right answer come from.
        why: what is shown once it is answered.
        sooner_is_right: nobody is wrong to be faster: only longer times are offered.
    """
    if time.is_instant:
        return None
    right = Offered(time)
    barred = (right, *offered(other for other in never if other is not None))
    said = _squeezed("\n".join(text.of(lang) for text in texts for lang in LANGUAGES))

    names_an_hour = bool(_HOUR_OF_DAY.search(said + right.option.key))

    def is_wrong(other: Offered) -> bool:
        if sooner_is_right and not right.is_shorter_than(other):
            return False
        is_day = right.time == _SAME_DAY and other.is_short
        if is_day or (names_an_hour and _is_day_beside_hours(right, other)) or other.is_close_on_the_clock(right):
            return False
        return all(other.is_apart(each) for each in barred) and not any(name in said for name in other.named)

    groups = [tuple(filter(is_wrong, group)) for group in (*siblings, _ROUND)]
    near = (_between(right, group, *limits) for limits in ((1, _NEAR), (_NEAR, _FAR)) for group in groups)
    wrong = _apart(sorted(group, key=lambda each: rank(place, each.option.key)) for group in near)
    item = made(subject, "within", place, part, stem=stem, right=right.option, wrong=wrong, fields=fields, why=why)
    return item if item is not None and _has_a_near_one(right, item) else None


def _has_a_near_one(right: Offered, item: Item) -> bool:
    """Whether one of the wrong times is a likely mistake: among weeks two days show, hours show among working days."""
    wrong = [Offered(Duration.parse(option.key)) for option in item.options if option.key not in item.right]
    is_by_unit = right.names_a_day or any(right.measure == other.measure for other in wrong)
    return is_by_unit and any(right.distance(other) < _NEAR for other in wrong)


def _apart(groups: Iterable[Iterable[Offered]]) -> list[list[Option]]:
    """*groups* without what may be as long as one taken before: of two that are the same, both are seen to be wrong."""
    taken: list[Offered] = []
    kept: list[list[Option]] = []
    for group in groups:
        kept.append([])
        for other in group:
            if len(taken) < WRONG and all(other.is_apart(each) for each in taken):
                taken.append(other)
                kept[-1].append(other.option)
    return kept


def _squeezed(text: str) -> str:
    return text.replace(" ", "").replace("\u00a0", "").replace("个", "")


def _between(right: Offered, others: Iterable[Offered], least: float, most: float) -> Iterator[Offered]:
    return (other for other in others if least <= right.distance(other) < most)
