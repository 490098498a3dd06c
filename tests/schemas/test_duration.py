"""Times: read from what the author writes, said in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from schemas.duration import Duration

UNITS = ("秒", "分钟", "小时", "天", "自然日", "工作日", "周", "个月", "年")


@pytest.mark.parametrize(
    ("typed", "seconds", "zh", "en"),
    [
        ("60 秒", 60, "60 秒", "60 seconds"),
        ("1 分钟", 60, "1 分钟", "1 minute"),
        ("30分钟", 1800, "30 分钟", "30 minutes"),
        ("1.5 小时", 5400, "1.5 小时", "1.5 hours"),
        ("3 工作日", 259_200, "3 个工作日", "3 working days"),
        ("3 个工作日", 259_200, "3 个工作日", "3 working days"),
        ("3 working days", 259_200, "3 个工作日", "3 working days"),
        ("2 周", 1_209_600, "2 周", "2 weeks"),
        ("12 个月", 31_104_000, "12 个月", "12 months"),
        ("2 年", 63_072_000, "2 年", "2 years"),
        ("当场", 0, "当场", "on the spot"),
        ("当班", 0, "当班内", "within the shift"),
        ("当日", 0, "当日", "the same day"),
        ("当天", 0, "当日", "the same day"),
        ("立即", 0, "立即", "at once"),
        ("5 自然日", 432_000, "5 个自然日", "5 calendar days"),
        ("1 calendar day", 86_400, "1 个自然日", "1 calendar day"),
        ("次日9:00前", 0, "次日 9:00 前", "by 9:00 the next day"),
        ("当日 17：30 之前", 0, "当日 17:30 前", "by 17:30 the same day"),
        ("下一工作日 09:00 前", 0, "下一个工作日 9:00 前", "by 9:00 the next working day"),
        ("每个工作日 10:00 前", 0, "每个工作日 10:00 前", "by 10:00 every working day"),
        ("每月 5 日前", 0, "每月 5 日前", "by the 5th of every month"),
        ("次月 3 号前", 0, "次月 3 日前", "by the 3rd of the next month"),
        ("每月 22 日", 0, "每月 22 日", "on the 22nd of every month"),
        ("每季度末月 11 日前", 0, "每季度末月 11 日前", "by the 11th of the last month of every quarter"),
        ("每月最后一个工作日", 0, "每月最后一个工作日", "on the last working day of every month"),
        ("每年 1 月 10 日前", 0, "每年 1 月 10 日前", "by 10 January every year"),
        ("每周一", 0, "每周一", "every Monday"),
        ("每周日 18:00 前", 0, "每周日 18:00 前", "by 18:00 every Sunday"),
        ("次周三前", 0, "次周三前", "by Wednesday of the next week"),
    ],
)
def test_a_time_is_read_and_said(typed: str, seconds: int, zh: str, en: str) -> None:
    """With or without a space, in the units of a handbook."""
    duration = Duration.parse(typed)

    assert (duration.seconds, duration.say("zh"), duration.say("en")) == (seconds, zh, en)


@given(st.integers(1, 99_999), st.sampled_from(UNITS))
def test_what_is_written_back_is_read_again(amount: int, unit: str) -> None:
    """A duration survives being written."""
    duration = Duration.parse(f"{amount} {unit}")

    assert Duration.parse(str(duration)) == duration
    assert Duration.parse(duration.say("zh")) == duration
    assert Duration.parse(duration.say("en")) == duration


@pytest.mark.parametrize(
    "typed",
    [
        "", "30", "分钟", "半小时", "-3 天", "3 光年", "1e3 秒", "999999 秒", "0 年", "每月 40 日前", "每月 0 日前",
        "次日 25:00 前", "次日 9:70 前", "每年 13 月 1 日前", "每周八", "尽快", None, 30, ["3 天"],
    ],
)  # fmt: skip
def test_what_is_no_time_is_refused(typed: object) -> None:
    """By the rule of the table."""
    with pytest.raises(PydanticCustomError):
        Duration.parse(typed)


@pytest.mark.parametrize(
    ("time", "other", "longer"),
    [
        ("99 小时", "10 秒", True),
        ("10 秒", "99 小时", False),
        ("24 小时", "1 天", False),
        ("25 小时", "1 天", True),
        ("3 天", "3 自然日", False),
        ("3 天", "3 工作日", False),  # three working days are never shorter
        ("3 工作日", "3 天", True),  # there may be a weekend between them
        ("8 小时", "1 工作日", False),
        ("1 工作日", "8 小时", True),
        ("1 个月", "30 天", True),
        ("30 天", "1 个月", False),
        ("2 工作日", "3 工作日", False),
        ("4 工作日", "3 工作日", True),
        ("当场", "10 分钟", False),
        ("立即", "当场", False),
        ("10 分钟", "当场", True),
        ("10 分钟", "立即", True),
        ("8 小时", "当日", False),
        ("24 小时", "当日", True),
        ("当日", "4 小时", True),
        ("当班", "4 小时", True),
        ("次日 9:00 前", "2 小时", True),
        ("次日 9:00 前", "次日 8:30 前", True),
        ("次日 8:00 前", "次日 8:30 前", False),
        ("每月 10 日前", "每月 5 日前", True),
        ("每月 3 日前", "每月 5 日前", False),
        ("每周三", "每周一", True),
        ("每月 5 日前", "3 天", False),  # cannot be compared
        ("3 天", "每月 5 日前", False),
    ],
)
def test_whether_a_time_may_be_longer_than_another(time: str, other: str, longer: bool) -> None:
    """In the worst case: with the weekends between working days, the longest month, the last minute of a day."""
    assert Duration.parse(time).may_exceed(Duration.parse(other)) is longer
