"""A time limit and a range are said in one way in each language, wherever they stand."""

from __future__ import annotations

import pytest

from schemas.procedure import Deadline
from schemas.saying import range_of, say_deadline, say_extension, say_timer, say_within
from schemas.words import Bilingual

STEP = "step"
ROLE = "role"


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("30 分钟", "30 分钟内", "within 30 minutes"),
        ("3 工作日", "3 个工作日内", "within 3 working days"),
        ("当场", "当场", "on the spot"),
        ("当班", "当班内", "within the shift"),
        ({"time": "30 分钟", "from": "receive"}, "自“step”起 30 分钟内", "within 30 minutes of “step”"),
        ({"time": "当日", "from": "receive"}, "“step”之后 当日", "the same day, after “step”"),
    ],
)
def test_a_deadline_says_its_time_and_what_it_counts_from(typed: object, zh: str, en: str) -> None:
    """A length has «within», a moment is said as it is."""
    deadline = Deadline.model_validate(typed)

    assert (say_deadline(deadline, STEP, "zh"), say_deadline(deadline, STEP, "en")) == (zh, en)
    if deadline.from_ is None:
        assert (say_within(deadline.time, "zh"), say_within(deadline.time, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ({"time": "3 工作日"}, "", ""),
        ({"time": "3 工作日", "extend": "5 工作日"}, "可延长 5 个工作日", "extendable by 5 working days"),
        (
            {"time": "3 工作日", "extend": "1 工作日", "approve": "manager"},
            "可延长 1 个工作日，须role批准",
            "extendable by 1 working day with the approval of role",
        ),
    ],
)
def test_an_extension_says_who_approves_it(typed: object, zh: str, en: str) -> None:
    """A deadline that cannot be extended says nothing about it."""
    deadline = Deadline.model_validate(typed)

    assert (say_extension(deadline, ROLE, "zh"), say_extension(deadline, ROLE, "en")) == (zh, en)


def test_a_timer_limits_a_moment() -> None:
    """It is no deadline: the moment may last that long."""
    time = Deadline.model_validate("60 秒").time

    assert (say_timer(time, "zh"), say_timer(time, "en")) == ("限时 60 秒", "60 seconds at most")


@pytest.mark.parametrize(
    ("least", "most", "unit", "zh", "en"),
    [
        (1, 5, Bilingual("件", "items"), "1 至 5 件", "1 to 5 items"),
        (0, None, Bilingual("天", "days"), "不小于 0 天", "at least 0 days"),
        (None, 5, Bilingual("", ""), "不大于 5", "at most 5"),
        (None, None, Bilingual("件", "items"), "", ""),
    ],
)
def test_a_range_has_its_ends_and_its_unit(least: object, most: object, unit: Bilingual, zh: str, en: str) -> None:
    """Either end may be open; no range says nothing."""
    assert range_of(least, most, unit) == Bilingual(zh, en)
