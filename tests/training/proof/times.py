"""Which times a record makes right: its own, that of after hours, an extended one, and whatever lasts as long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from schemas.deadline import Deadline, Extension
from schemas.duration import Duration
from schemas.entry import Entry
from schemas.policy import Commitment
from tests.training.proof.reading import exceptions, namesakes, part_of, promise_kept, said
from training.item import Item, Option
from training.material import Material

_DAY: Final = 86_400


def right_times(material: Material, item: Item) -> frozenset[str]:
    """The times that hold, and those that nobody can tell from one that holds."""
    part, entry = part_of(material, item), material.library.entries[item.record]
    if item.place.startswith("periodic."):
        return frozenset(option.key for option in item.options if _recurs_alike(option.key, str(part.every)))
    holding = {*_of_part(material, entry, part)}
    for other, step in namesakes(material, item):
        holding |= set(_times(material, other, step))
    words = re.sub(r"[\s个]", "", said(material, item))
    return frozenset(
        option.key
        for option in item.options
        if _is_written(option, words) or any(_lasts_alike(Duration.parse(option.key), time) for time in holding)
    )


def _of_part(material: Material, entry: Entry, part: Any) -> Iterator[Duration]:
    yield from _times(material, entry, part)
    yield from (exception.within for exception in exceptions(material, entry, part) if exception.within)


def _times(material: Material, entry: Entry, part: Any) -> Iterator[Duration]:
    """The time of a step or a promise, also as far as it may be extended."""
    kept = promise_kept(material, entry, part)
    for one in (part if isinstance(part, Commitment) else getattr(part, "within", None), kept):
        if isinstance(one, Deadline | Commitment):
            time = one.time or (kept.time if kept else None)
            if time is not None:
                yield time
                yield from _extended(time, one.extend)


def _extended(time: Duration, extend: Extension | None) -> Iterator[Duration]:
    if extend is not None:
        added = time.plus(extend.by) if extend.by else None
        yield from (each for each in (extend.to, extend.by, added) if each is not None)


def _is_written(option: Option, words: str) -> bool:
    """Whether the part's own words name the time: 内 and `within` are no part of it."""
    chinese = re.sub(r"[\s个]|内$", "", option.text.zh)
    english = re.sub(r"^within|[\s]", "", option.text.en)
    return chinese in words or english in words


def _lasts_alike(time: Duration, other: Duration) -> bool:
    """Whether two times are the same, or can be: a working day may end after a day's hours or after a weekend."""
    if time == other:
        return True
    if not time.is_moment and time.unit == other.unit:
        return False
    bounds, its_bounds = _bounds(time), _bounds(other)
    if bounds is None or its_bounds is None:
        return False
    return bounds[0] <= its_bounds[1] and its_bounds[0] <= bounds[1]


def _bounds(time: Duration) -> tuple[float, float] | None:
    """The least and the most seconds of a time; None for one of the calendar, and for those told by their clock."""
    if time.is_moment:
        whole_days = {"当班": (_DAY / 3, _DAY / 2), "当日": (_DAY / 3, _DAY), "次日": (_DAY, 2 * _DAY)}
        return whole_days.get(time.unit)
    if time.unit == "working-day":
        weeks, rest = divmod(time.amount, 5)
        return float(time.amount) * _DAY / 3, float(weeks * 7 + rest + (2 if rest else 0)) * _DAY
    return float(time.seconds), float(time.longest or time.seconds)


_ROUND: Final = {"班": "日", "天": "日", "日": "日", "晚": "日", "夜": "日", "个工": "日", "周": "周", "月": "月"}


def _recurs_alike(every: str, other: str) -> bool:
    """Whether two works that recur may fall on the same days: none of their figures tells them apart."""
    if every == other:
        return True
    mine, its = (set(re.findall(r"[0-9]+", text)) for text in (every, other))
    if _round(every) != _round(other):
        return False
    return mine <= its or its <= mine


def _round(every: str) -> str:
    """What it comes round with: a day, a week, a month, a quarter, a year (a half of it counts as one)."""
    word = every.removeprefix("每")
    if word.startswith(("季", "年", "半年")):
        return "年" if word.startswith(("年", "半年")) else "季"
    return next((period for start, period in _ROUND.items() if word.startswith(start)), every)
