"""Qualifications, courses and what a form says of its sheet: what each key takes, and in which words it is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schemas.course import Course
from schemas.form import Form
from schemas.qualification import Qualification
from tests.schemas.content import BOOK, COURSE, Content

LEVELS = f"{BOOK}/qualifications/front-desk.yaml"
CARD = f"{BOOK}/forms/missed-visit-card.yaml"
CHOICES = (
    "{lend: 看过身份证，登记后借给他, refuse: 不借，请业主本人用留存的号码来电授权, wait: 先借给他，等业主散会再补}"
)
RENEW = "renew: {do: 重考紧急求助和钥匙授权两类题，跟班一次, before: 1 个月}"


def test_a_qualification_says_what_each_level_takes(content: Content) -> None:
    """Rank, what comes before it, marks, the practical's share, how long it is valid, and how one loses it."""
    record = content.entry(LEVELS).record
    assert isinstance(record, Qualification)
    alone = record.levels[1]

    assert [(str(level.id), level.rank, tuple(map(str, level.requires))) for level in record.levels] == [
        ("trainee", 1, ()),
        ("alone", 2, ("trainee",)),
        ("tutor", 3, ("alone",)),
    ]
    assert alone.exam is not None
    assert (alone.months, alone.exam.marks, alone.exam.pass_, alone.exam.practical) == (
        1,
        100,
        Decimal(85),
        Decimal(40),
    )
    assert (str(alone.course), str(alone.valid_for)) == ("courses/front-desk-induction", "12 个月")
    assert [str(loss.lasts) for loss in record.suspend] == ["1 个月", "None"]
    assert (str(record.downgrade[0].to), str(record.register_)) == ("trainee", "SC-GT-04")


def test_a_course_says_what_its_exam_is_made_of(content: Content) -> None:
    """The level it certifies, by when, how soon again, the topics, a question by hand, how the practical is marked."""
    record = content.entry(COURSE).record
    assert isinstance(record, Course)
    assert record.exam is not None
    assert record.due_within is not None

    assert (str(record.level), str(record.due_within.within)) == ("qualifications/front-desk#alone", "30 天")
    assert str(record.exam.retake_after) == "3 工作日"
    assert [(str(topic.id), topic.least, topic.safety) for topic in record.blueprint] == [
        ("keys", 1, True),
        ("complaints", 4, False),
    ]
    assert [(str(item.topic), item.right) for item in record.items] == [("keys", ("refuse",))]
    assert [(line.marks, line.must) for line in record.rubric] == [(40, True), (40, True), (20, False)]


def test_a_form_says_whom_it_is_for_and_on_which_sheet(content: Content) -> None:
    """A card that is left at a door is for residents, and of A6."""
    record = content.entry(CARD).record
    assert isinstance(record, Form)

    assert (record.audience, record.page.size) == ("resident", "A6")


@pytest.mark.parametrize(
    ("path", "marked", "new", "message"),
    [
        (LEVELS, "rank: ~1~\n", "0", "0 不在 1 到 1000 之间 [out-of-range]"),
        (LEVELS, "months: ~24~", "两年", "“两年”不是整数 [bad-whole-number]"),
        (LEVELS, "marks: 100, pass: ~90~", "九十", "“九十”不是数字 [bad-number]"),
        (LEVELS, "practical: ~60%~", "0.6", "“0.6”不是百分比 [bad-percent]"),
        (LEVELS, "valid_for: ~24 个月~", "长期", "“长期”不是时间长度 [bad-duration]"),
        (LEVELS, "requires: ~[alone]~", "alone", "这里应当是列表，写成了“alone” [expected-list]"),
        (LEVELS, "to: ~trainee~", "学员", "“学员”不能作编号 [bad-id]"),
        (LEVELS, "register: ~SC-GT-04~", "台账", "“台账”不是引用 [bad-reference]"),
        (COURSE, "\nhours: ~16~", "两天", "“两天”不是数字 [bad-number]"),
        (COURSE, "retake_after: ~3 工作日~", "改天", "“改天”不是时间长度 [bad-duration]"),
        (COURSE, "least: ~1~", "0", "0 不在 1 到 1000 之间 [out-of-range]"),
        (COURSE, "safety: ~true~", "是", "“是”既不是 true 也不是 false [bad-flag]"),
        (COURSE, f"choices: ~{CHOICES}~", "{refuse: 不借}", "这里至少要有 2 项 [too-few]"),
        (COURSE, "right: ~refuse~", "[]", "这里至少要有 1 项 [too-few]"),
        (COURSE, "marks: ~20~", "多", "“多”不是整数 [bad-whole-number]"),
        (COURSE, "due_within: {within: ~30 天~", "尽快", "“尽快”不是时间长度 [bad-duration]"),
        (CARD, "audience: ~resident~", "customers", "“customers”不在可选之列 [bad-choice]"),
        (CARD, "size: ~A6~", "A7", "“A7”不在可选之列 [bad-choice]"),
    ],
)
def test_a_value_that_is_none_is_refused(content: Content, path: str, marked: str, new: str, message: str) -> None:
    """Pointed at where it stands."""
    place = content.put(path, marked, new)

    assert content.titles("zh") == [f"{place}: 错误: {message}"]


@pytest.mark.parametrize(
    ("path", "old", "new", "at", "key"),
    [
        (LEVELS, "  every: 每年 12 月\n", "", "recheck:", "every"),
        (COURSE, "{within: 30 天, from: 到岗}", "{from: 到岗}", "due_within:", "within"),
        (COURSE, RENEW, "renew: {before: 1 个月}", "renew:", "do"),
    ],
)
def test_what_is_needed_is_asked_for(content: Content, path: str, old: str, new: str, at: str, key: str) -> None:
    """What is looked at again without a time, due without one, renewed without saying how."""
    content.change(path, old, new)

    assert content.titles("zh") == [f"{content.place(path, at, skip=chr(10))}: 错误: 缺少“{key}” [missing-key]"]
