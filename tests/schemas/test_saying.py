"""A time limit and a range are said in one way in each language, wherever they stand."""

from __future__ import annotations

import pytest

from schemas.deadline import Extension
from schemas.duration import Duration
from schemas.saying import range_of, say_after_hours, say_deadline, say_extension, say_timer, say_within
from schemas.words import LANGUAGES, Bilingual

STEP = "step"
ROLE = "role"


@pytest.mark.parametrize(
    ("typed", "start", "event", "zh", "en"),
    [
        ("30 分钟", "", "", "30 分钟内", "within 30 minutes"),
        ("3 工作日", "", "", "3 个工作日内", "within 3 working days"),
        ("当场", "", "", "当场", "on the spot"),
        ("当班", "", "", "当班内", "within the shift"),
        ("次日 9:00 前", "", "", "次日 9:00 前", "by 9:00 the next day"),
        ("30 分钟", STEP, "", "自“step”起 30 分钟内", "within 30 minutes of “step”"),
        ("当日", STEP, "", "“step”之后当日", "the same day, after “step”"),
        ("30 分钟", "", "接报", "自接报起 30 分钟内", "within 30 minutes of 接报"),
        ("当日", "", "接报", "接报后当日", "the same day, counted from 接报"),
    ],
)
def test_a_deadline_says_its_time_and_what_it_counts_from(typed: str, start: str, event: str, zh: str, en: str) -> None:
    """A length has «within», a moment is said as it is; a step is quoted, what happens is not."""
    time = Duration.parse(typed)

    assert (say_deadline(time, start, event, "zh"), say_deadline(time, start, event, "en")) == (zh, en)
    if not (start or event):
        assert (say_within(time, "zh"), say_within(time, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("typed", "role", "zh", "en"),
    [
        ({"to": "5 工作日"}, "", "可延至累计 5 个工作日", "extendable to 5 working days in all"),
        ({"by": "2 工作日"}, "", "可另延 2 个工作日", "extendable by a further 2 working days"),
        (
            {"by": "1 工作日", "approve": "manager"},
            ROLE,
            "可另延 1 个工作日，须role批准",
            "extendable by a further 1 working day with the approval of role",
        ),
    ],
)
def test_an_extension_says_whether_it_is_in_all_or_added_and_who_approves_it(
    typed: object, role: str, zh: str, en: str
) -> None:
    """Where nobody needs to approve it nobody is named."""
    extend = Extension.model_validate(typed)

    assert (say_extension(extend, role, "zh"), say_extension(extend, role, "en")) == (zh, en)


def test_what_differs_after_hours_is_said_in_a_line() -> None:
    """Who does it, within what time, how; what does not differ is not said."""
    time = Duration.parse("次日 9:00 前")

    assert say_after_hours(ROLE, time, "先记下", "zh") == "由role做，次日 9:00 前；先记下"
    assert say_after_hours(ROLE, time, "take a note", "en") == "done by role, by 9:00 the next day; take a note"
    assert (say_after_hours("", time, "", "zh"), say_after_hours(ROLE, None, "", "zh")) == ("次日 9:00 前", "由role做")


def test_a_timer_limits_a_moment() -> None:
    """It is no deadline: the moment may last that long, or one waits that long for an answer."""
    said = [say_timer(Duration.parse("60 秒"), lang, waits=False) for lang in LANGUAGES]
    waited = [say_timer(Duration.parse("3 秒"), lang, waits=True) for lang in LANGUAGES]

    assert said == ["限时 60 秒", "60 seconds at most"]
    assert waited == ["等客户 3 秒", "wait 3 seconds for the customer"]


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
