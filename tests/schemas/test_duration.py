"""Times and prices: read from what the author writes, said in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from schemas.duration import Duration, Money

UNITS = ("秒", "分钟", "小时", "天", "工作日", "周", "个月", "年")


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
    ],
)
def test_a_time_is_read_and_said(typed: str, seconds: int, zh: str, en: str) -> None:
    """With or without a space, in the units of a handbook."""
    duration = Duration.parse(typed)

    assert (duration.seconds, duration.say("zh"), duration.say("en")) == (seconds, zh, en)


@given(st.integers(0, 99_999), st.sampled_from(UNITS))
def test_what_is_written_back_is_read_again(amount: int, unit: str) -> None:
    """A duration survives being written."""
    duration = Duration.parse(f"{amount} {unit}")

    assert Duration.parse(str(duration)) == duration
    assert Duration.parse(duration.say("zh")) == duration
    assert Duration.parse(duration.say("en")) == duration


@pytest.mark.parametrize(
    "typed", ["", "30", "分钟", "半小时", "-3 天", "3 光年", "1e3 秒", "999999 秒", None, 30, ["3 天"]]
)
def test_what_is_no_time_is_refused(typed: object) -> None:
    """By the rule of the table."""
    with pytest.raises(PydanticCustomError):
        Duration.parse(typed)


@pytest.mark.parametrize(
    ("typed", "amount", "per", "zh", "en"),
    [
        ("120 元", "120", None, "120 元", "RMB 120"),
        ("0.5元/件", "0.5", "件", "0.5 元/件", "RMB 0.5 per 件"),
        ("3.50 元/平方米·月", "3.50", "平方米·月", "3.50 元/平方米·月", "RMB 3.50 per 平方米·月"),
    ],
)
def test_a_price_is_read_written_and_said(typed: str, amount: str, per: str | None, zh: str, en: str) -> None:
    """An amount in yuan, and what it is for, which is a text of the author's."""
    money = Money.parse(typed)

    assert (money.amount, money.per) == (Decimal(amount), per)
    assert Money.parse(str(money)) == money
    assert (money.say("zh"), money.say("en")) == (zh, en)


@pytest.mark.parametrize("typed", ["", "120", "元", "-1 元", "1.234 元", "免费", None, 5])
def test_what_is_no_price_is_refused(typed: object) -> None:
    """By the rule of the table."""
    with pytest.raises(PydanticCustomError):
        Money.parse(typed)
