"""Policies: what each part takes, and in which words it is refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from schemas.measures import measure_at
from schemas.policy import Policy
from schemas.references import MeasureRef
from tests.schemas.content import BOOK, Content

ALONE = f"{BOOK}/policies/alone.yaml"
HEAD = "title: 单项制度\nowner: service-supervisor\nreview_by: 2027-01-15\nsummary: 只有一样。\nasks: [怎么规定的]\n"
MONTH = f"{BOOK}/forms/month.yaml"
REPORT = """title: 投诉月报
code: GT-R-KF-04
summary: 每月统计一次。
keep: {time: 3 年}
blocks:
  - grid:
      id: head
      fields:
        - {id: month, title: 月份, type: month}
        - {id: all, title: 受理件数, type: number}
        - {id: closed, title: 按期办结件数, type: number}
        - {id: rate, title: 按期办结率, type: number, unit: "%"}
computed_from:
  sources:
    cases: {form: GT-R-KF-26, rows: entries, date: received}
  period: {month: head.month}
  fields:
    head.all: {count: cases}
    head.closed: {count: cases}
    head.rate: {rate: {part: head.closed, whole: head.all}}
"""

CLAUSES = """
sections:
  - id: a
    label: 第一章
    title: 总则
    articles:
      - no: "1"
        label: 〔一〕
        text: 先救人
        clauses: [{no: "1", label: （一）, text: 报警}, {no: "2", label: （二）, text: 登记}]
"""
PARKING = """
tariffs:
  - id: a
    item: 停车
    price: 按公示
    pricing: set
    minimum: 1 小时
    valid_from: 2026-01-15
    deposit: 200 元
    waive: service-supervisor
    ground: 公示栏
"""
BANDS = """
tariffs: [{id: a, item: 货梯, bands: [{id: b, up_to: 2 小时, price: 免费}, {id: c, price: 100 元/次}]}]
"""
COVER = """
authority:
  - id: a
    title: 承保
    when: 总对总
    above: 5 亿元
    up_to: 10 亿元
    within: 2 工作日
    form: GT-R-KF-27
    roles: {insurer: decides, head-office: countersigns, service-officer: executes}
    deputies: {insurer: head-office}
"""
LEVELS = """
authority:
  - id: a
    title: 赔偿
    levels:
      - {id: b, up_to: 500 元, roles: {front-desk: decides}}
      - {id: c, up_to: 5000 元, roles: {service-officer: decides}}
      - {id: d, roles: {head-office: decides}}
"""
PENALTY = """
penalties:
  - id: a
    text: 漏登记
    measure: 补登记
    points: 2
    grade: lowers
    by: service-supervisor
    appeal: 5 工作日
    counts: 12 个月
"""


def _objective(target: str) -> str:
    return f"objectives: [{{id: a, title: 满意率, formula: 满意 ÷ 有效, target: {target}}}]"


def _policy(content: Content) -> Policy:
    record = content.entry(ALONE).record
    assert isinstance(record, Policy)
    return record


def _target(policy: Policy) -> tuple[str, str]:
    target = policy.objectives[0].target
    return target.say("zh"), target.say("en")


def _levels(policy: Policy) -> list[tuple[str, str]]:
    return [(row.say_sums("zh"), row.say_sums("en")) for row in policy.authority[0].rows]


@pytest.mark.parametrize(
    ("written", "holds", "expected"),
    [
        (_objective("不低于 95%"), _target, ("不低于 95%", "at least 95%")),
        (_objective("{at_least: 95%}"), _target, ("不低于 95%", "at least 95%")),
        (_objective("{at_most: 2 起}"), _target, ("不超过 2 起", "at most 2 起")),
        (_objective("90%—95%"), _target, ("90%—95%", "90% to 95%")),
        (_objective("{between: [90%, 95%]}"), _target, ("90%—95%", "90% to 95%")),
        (_objective("100%"), _target, ("100%", "100%")),
        ("laws: [civil-code]", lambda policy: len(policy.laws), 1),
        (
            CLAUSES,
            lambda policy: [(part.kind, part.id) for part in policy.parts()],
            [("section", "a"), ("article", "1"), ("clause", "1.1"), ("clause", "1.2")],
        ),
        (CLAUSES, lambda policy: policy.sections[0].articles[0].printed.both(), ("〔一〕", "1")),
        (
            "sections: [{id: a, no: '4', label: 四、, title: 经营职责, note: 原文无正文}]",
            lambda policy: policy.sections[0].printed.both(),
            ("四、", "4"),
        ),
        (
            PARKING,
            lambda policy: [(str(one.minimum), one.waive.by, str(one.deposit.amount)) for one in policy.tariffs],
            [("1 小时", "service-supervisor", "200 元")],
        ),
        (
            BANDS,
            lambda policy: [band.price.say("en") for band in policy.tariffs[0].bands],
            ["free of charge", "RMB 100 per 次"],
        ),
        (COVER, _levels, [("超过 5 亿元至 10 亿元（含）", "above RMB 500 million, up to RMB 1 billion")]),
        (
            LEVELS,
            _levels,
            [
                ("500 元及以下", "up to RMB 500"),
                ("超过 500 元至 5000 元（含）", "above RMB 500, up to RMB 5,000"),
                ("超过 5000 元", "above RMB 5,000"),
            ],
        ),
        (
            PENALTY,
            lambda policy: [(one.points, one.grade, one.appeal.within.say("en")) for one in policy.penalties],
            [(Decimal(2), "lowers", "5 working days")],
        ),
    ],
)
def test_a_policy_holds(content: Content, written: str, holds: Callable[[Any], object], expected: object) -> None:
    """Whatever departments write: one part of it is enough."""
    content.write(ALONE, f"{HEAD}{written.strip()}\n")

    assert [line for line in content.titles("zh") if ALONE in line and "错误" in line] == []
    assert holds(_policy(content)) == expected


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("sections: [{id: a, title: 总则, articles: [{no: ~一~, text: 先救人}]}]", "“一”不是条目号 [bad-item-number]"),
        ("sections: [~{~id: a, title: 总则}]", "“总则”这一节没有条款 [empty-section]"),
        (_objective("~很高~"), "“很高”不是目标值 [bad-target]"),
        (_objective("~95%—90%~"), "“95%—90%”不是目标值 [bad-target]"),
        (_objective("~{~}"), "目标值只写一个键，这里有：— [one-bound]"),
        ("objectives: [~{~id: a, title: 满意率, target: 95%}]", "“a”没有说怎样计算 [no-formula]"),
        (
            "objectives: [{id: a, title: 满意率, computed: ~GT-R-KF-26~, target: 95%}]",
            "“GT-R-KF-26”没有说是表单里的哪个数 [bad-measure]",
        ),
        ("tariffs: [{id: a, item: 停车, price: ~面议~}]", "“面议”不是价格 [bad-money]"),
        ("tariffs: [{id: a, item: 停车, price: ~8—5 元~}]", "“8—5 元”前面的数不比后面的小 [range-exchanged]"),
        ("tariffs: [~{~id: a, item: 停车}]", "“a”要么写 price，要么写 bands [price-or-bands]"),
        ("tariffs: [{id: a, item: 停车, price: 免费, minimum: ~一小时~}]", "“一小时”不是数量 [bad-quantity]"),
        ("authority: [{id: a, title: 赔偿, up_to: ~十亿~, roles: {front-desk: decides}}]", "“十亿”不是金额 [bad-sum]"),
        ("authority: [~{~id: a, title: 赔偿}]", "“a”要么写 roles，要么写 levels [roles-or-levels]"),
        (
            "authority: [{id: a, title: 赔偿, roles: {~nobody~: decides}}]",
            "没有岗位或签字方“nobody” [unknown-party]",
        ),
        ("penalties: [{id: a, text: 漏登, measure: 补, grade: ~fired~}]", "“fired”不在可选之列 [bad-choice]"),
        ("penalties: [{id: a, text: 漏登, measure: 补, appeal: ~很快~}]", "“很快”不是时间长度 [bad-duration]"),
    ],
)
def test_a_policy_refuses(content: Content, written: str, finding: str) -> None:
    """What cannot be told, computed or decided, in words and at its place (put between `~` here)."""
    before, token, after = written.split("~")
    content.write(ALONE, f"{HEAD}{before}{token}{after}\n")

    assert f"{content.place(ALONE, token + after, skip=before)}: 错误: {finding}" in content.titles("zh")


def test_a_policy_lays_something_down(content: Content) -> None:
    """One that has a head and nothing else is refused."""
    content.write(ALONE, HEAD)

    assert content.titles("zh") == [f"{ALONE}:1:1: 错误: 这份制度什么也没有规定 [empty-policy]"]


def test_the_formula_of_an_objective_is_that_of_the_form(content: Content) -> None:
    """Part and whole by the names of the form's own fields, with the forms that are read; None for what is typed."""
    content.write(MONTH, REPORT)
    library = content.library()

    rate = measure_at(library, MeasureRef("GT-R-KF-04#head.rate"), "greentown-after-sales")
    number = measure_at(library, MeasureRef("GT-R-KF-04#head.all"), "greentown-after-sales")

    assert rate is not None
    assert number is not None
    assert (rate.formula, rate.is_rate, rate.sources) == ("按期办结件数 ÷ 受理件数 × 100%", True, ("GT-R-KF-26",))
    assert (number.formula, number.is_rate) == ("受理件数", False)
    assert measure_at(library, MeasureRef("GT-R-KF-04#head.month"), "greentown-after-sales") is None
