"""A role as an author writes it: what its model takes, and what it says of what it does not take."""

from __future__ import annotations

import pytest

from schemas.role import Role
from schemas.scalars import Id
from tests.schemas.one_file import accepted, refused

_DUTIES = "duties: [{id: all, title: 全部, items: [{no: '1', text: 接待}]}]"

_NESTED = """
title: 客户服务部
unit: true
duties:
  - id: specific
    no: "3.1"
    title: 特定服务管理
    groups:
      - id: handover
        no: 3.1.1
        title: 物业交付
        items:
          - {no: 3.1.1.1, text: 负责参与物业接管验收, standard: 每户有验收记录, asks: [接管验收谁去]}
      - {id: operations, no: 3.1.2, label: 四、, title: 经营职责及实施规范, note: 原文仅标题，无正文}
"""


def test_duties_are_nested_as_deep_as_the_source() -> None:
    """Groups within groups, with the source's numbers; each group and each duty has an address by its number."""
    role = accepted(Role, _NESTED)

    assert [(part.kind, part.id, part.anchor) for part in role.parts()] == [
        ("group", "3.1", "group-3-1"),
        ("group", "3.1.1", "group-3-1-1"),
        ("duty", "3.1.1.1", "duty-3-1-1-1"),
        ("group", "3.1.2", "group-3-1-2"),
    ]
    assert [str(duty.no) for duty in role.all_duties()] == ["3.1.1.1"]
    operations = role.duties[0].groups[1]
    assert (operations.printed.zh, operations.printed.en) == ("四、", "3.1.2")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("on_duty: always", "每天 24 小时"),
        ("on_duty: {days: 工作日, hours: 9:00-18:00}", "工作日 9:00–18:00"),
        ("on_duty: {hours: 20:00-8:00}", "每天 20:00–8:00"),
    ],
)
def test_when_somebody_is_there(typed: str, said: str) -> None:
    """A word, or days and hours; what is left out is every day, all day."""
    on_duty = accepted(Role, f"title: 前台\n{typed}\n{_DUTIES}").on_duty
    assert on_duty is not None

    assert f"{on_duty.days.say('zh')} {on_duty.hours.say('zh')}" == said
    assert not on_duty.rota


def test_a_post_on_the_roster() -> None:
    """`rota`: whoever the roster names."""
    on_duty = accepted(Role, f"title: 值班经理\non_duty: rota\n{_DUTIES}").on_duty
    assert on_duty is not None

    assert on_duty.rota


def test_who_stands_in() -> None:
    """By when, or one role whenever nobody is there."""
    by_time = accepted(Role, f"title: 前台\nstands_in: {{night: control-room, leave: officer}}\n{_DUTIES}")
    alone = accepted(Role, f"title: 前台\nstands_in: control-room\n{_DUTIES}")

    assert dict(by_time.stands_in) == {"night": "control-room", "leave": "officer"}
    assert dict(alone.stands_in) == {"otherwise": "control-room"}


def test_a_permission_has_a_sum_and_a_form() -> None:
    """A text alone, or with the greatest sum, the form and where the sum comes from."""
    may = accepted(
        Role,
        f"""
title: 客服主管
authority:
  may:
    grade: 定投诉等级
    waive: {{text: 减免单笔维修费, up_to: 200 元/单, form: GT-R-KF-24, basis: 本手册建议}}
{_DUTIES}""",
    ).authority.may

    assert (may[Id("grade")].text, may[Id("grade")].up_to) == ("定投诉等级", None)
    waive = may[Id("waive")]
    assert waive.up_to is not None
    assert (waive.up_to.say("en"), waive.form) == ("RMB 200 per 单", "GT-R-KF-24")


def test_a_licence_is_named_with_who_checks_it() -> None:
    """What it is called, who issues it, which law asks for it, how long it is valid and who checks that; an address."""
    role = accepted(
        Role,
        f"""
title: 监控室值班员
licences:
  - id: fire-panel
    title: 消防设施操作员证
    issuer: 消防鉴定站
    law: {{law: fire-law, articles: [24]}}
    valid_for: 3 年
    checks: supervisor
{_DUTIES}""",
    )

    assert [(part.kind, part.id, part.title) for part in role.parts()][-1] == (
        "licence", "fire-panel", "消防设施操作员证",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        (
            f"on_duty: 夜里\n{_DUTIES}",
            (
                "2:10: 错误: “夜里”说不清什么时候在岗 [bad-on-duty] | "
                "写 always（24 小时有人）、rota（按排班），或 {days: 每天, hours: 8:00-20:00}。"
            ),
            (
                "2:10: error: '夜里' does not say when somebody is on duty [bad-on-duty] | "
                "Write always (somebody at all hours), rota (whoever the roster names), "
                "or {days: 每天, hours: 8:00-20:00}."
            ),
        ),
        (
            f"on_duty: {{days: 周八}}\n{_DUTIES}",
            "2:17: 错误: “周八”不是星期几 [bad-days] | 写每天、工作日、周一至周五、周末、节假日，几种之间用顿号。",
            (
                "2:17: error: '周八' names no days [bad-days] | "
                "Write every-day, working-days, mon-fri, weekends or holidays, with commas between them."
            ),
        ),
        (
            f"on_duty: {{hours: 八点到二十点}}\n{_DUTIES}",
            (
                "2:18: 错误: “八点到二十点”不是一天里的时间 [bad-hours] | "
                "写成 8:00-20:00；过夜的写 20:00-8:00；分段的写 8:00-12:00, 13:30-17:30；全天写 24 小时。"
            ),
            (
                "2:18: error: '八点到二十点' names no times of the day [bad-hours] | "
                "Write 8:00-20:00, over night 20:00-8:00, in parts 8:00-12:00, 13:30-17:30, all day 24 小时."
            ),
        ),
        (
            f"stands_in: {{nights: control-room}}\n{_DUTIES}",
            (
                "2:13: 错误: “nights”不在可选之列 [bad-choice] | "
                "是不是“night”？可以写：night, weekend, holiday, leave, otherwise。"
            ),
            (
                "2:13: error: 'nights' is not one of the choices [bad-choice] | "
                "Did you mean 'night'? The choices are: night, weekend, holiday, leave, otherwise."
            ),
        ),
        (
            f"licences: [{{title: 消防设施操作员证}}]\n{_DUTIES}",
            (
                "2:12: 错误: 缺少“id” [missing-key] | "
                "补上“id: 编号”（编号：小写英文字母、数字和连字符；别的岗位和步骤都用它）。"
            ),
            (
                "2:12: error: 'id' is missing [missing-key] | "
                "Add 'id: id' (ASCII id, by which steps and other roles name it)."
            ),
        ),
        (
            f"unit: 是\n{_DUTIES}",
            "2:7: 错误: “是”既不是 true 也不是 false [bad-flag] | 是写 true，否写 false。",
            "2:7: error: '是' is neither true nor false [bad-flag] | Write true for yes, false for no.",
        ),
        (
            f"authority: {{may: {{waive: {{text: 减免, up_to: 两百}}}}}}\n{_DUTIES}",
            (
                "2:44: 错误: “两百”不是价格 [bad-money] | 写成 120 元、0.5 元/件、5—8 元/平方米、合同总价的 3%，"
                "或免费、按公示、按合同、按实结算、{project.…}。"
            ),
            (
                "2:44: error: '两百' is not a price [bad-money] | Write 120 元, 0.5 元/件, 5—8 元/平方米, "
                "合同总价的 3%, 免费, 按公示, 按合同, 按实结算 or {project.…}."
            ),
        ),
        (
            "duties: [{id: operations, title: 经营职责}]",
            (
                "2:10: 错误: “operations”下面什么都没有 [group-empty] | "
                "写 items（各项职责）或 groups（下一级的组）；原文没有正文的写 note。"
            ),
            (
                "2:10: error: there is nothing under 'operations' [group-empty] | "
                "Write `items` (duties) or `groups` (groups within it); where the source has no text, a `note`."
            ),
        ),
    ],
)
def test_what_is_not_taken(typed: str, zh: str, en: str) -> None:
    """The message stands at the value and shows what may be written."""
    text = f"title: 前台\n{typed}"

    assert [refused(Role, text, lang) for lang in ("zh", "en")] == [[zh], [en]]
