"""Days and times of the day: read as a department says them, said in both languages, and laid over a week."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from schemas.hours import ALL_DAY, DAYS, EVERY_DAY, WHOLE_WEEK, Days, Times, minutes


@pytest.mark.parametrize(
    ("typed", "written", "zh", "en"),
    [
        ("每天", "every-day", "每天", "every day"),
        ("周一至周日", "every-day", "每天", "every day"),
        ("工作日", "working-days", "工作日", "working days"),
        ("mon-fri", "working-days", "工作日", "working days"),
        ("周末", "weekends", "周末", "weekends"),
        ("周六、周日和节假日", "sat, sun, holidays", "周末和节假日", "weekends and public holidays"),
        ("周一至周六", "mon, tue, wed, thu, fri, sat", "周一至周六", "Monday to Saturday"),
        ("周一、周三，周五", "mon, wed, fri", "周一、周三、周五", "Monday, Wednesday, Friday"),
        ("sat-mon, holidays", "mon, sat, sun, holidays", "周一、周六、周日、节假日",
         "Monday, Saturday, Sunday, public holidays"),
    ],
)  # fmt: skip
def test_days_are_read_and_said(typed: str, written: str, zh: str, en: str) -> None:
    """In Chinese or English, as a range, a list or a word; what is written is read as the same days."""
    days = Days.parse(typed)

    assert (str(days), days.say("zh"), days.say("en")) == (written, zh, en)
    assert Days.parse(str(days)) == days


@pytest.mark.parametrize("typed", ["", "周八", "mon-holidays", "周一至周三至周五", "8:00", "每天每天"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    """Another word, a range of three ends, a range to a holiday."""
    with pytest.raises(PydanticCustomError):
        Days.parse(typed)


@pytest.mark.parametrize(
    ("typed", "written", "zh"),
    [
        ("8:00-20:00", "8:00-20:00", "8:00–20:00"),
        ("08：00—20：00", "8:00-20:00", "8:00–20:00"),
        ("20:00-次日8:00", "20:00-8:00", "20:00–8:00"),
        ("8:00-12:00、13:30至17:30", "8:00-12:00, 13:30-17:30", "8:00–12:00、13:30–17:30"),
        ("24 小时", "0:00-24:00", "24 小时"),
    ],
)
def test_times_are_read_and_said(typed: str, written: str, zh: str) -> None:
    """With ASCII or full-width signs, over night, in parts, all day; what is written is read as the same times."""
    times = Times.parse(typed)

    assert (str(times), times.say("zh")) == (written, zh)
    assert Times.parse(str(times)) == times
    assert ALL_DAY.say("en") == "24 hours"


@pytest.mark.parametrize("typed", ["", "8点", "8:00", "8:00-8:00", "8:00-24:30", "24:00-8:00", "8:60-9:00", "夜里"])
def test_what_are_no_times_is_refused(typed: str) -> None:
    """A time alone, no time between, an hour or a minute that no clock has."""
    with pytest.raises(PydanticCustomError):
        Times.parse(typed)


def test_times_are_laid_over_a_week() -> None:
    """Day and night together are a whole week; a night that begins on Sunday ends on Monday morning."""
    day, night = (minutes(EVERY_DAY, Times.parse(typed)) for typed in ("8:00-20:00", "20:00-8:00"))
    sunday_night = minutes(Days.parse("sun"), Times.parse("20:00-8:00"))

    assert day | night == WHOLE_WEEK
    assert day & night == 0
    assert sunday_night & minutes(Days.parse("mon"), Times.parse("0:00-8:00")) == minutes(
        Days.parse("mon"), Times.parse("0:00-8:00")
    )
    assert WHOLE_WEEK.bit_count() == len(DAYS) * 24 * 60
