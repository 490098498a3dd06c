"""Posts: who stands in, who answers for a text, what departments do not do, which numbers and sums are founded."""

from __future__ import annotations

import pytest

from tests.schemas.checks.of_posts import in_words, titles
from tests.schemas.content import BOOK, COMPLAINTS, FRONT_DESK, TITLE_PAGE, Content

SUPERVISOR = f"{BOOK}/roles/service-supervisor.yaml"
OFFICER = f"{BOOK}/roles/service-officer.yaml"
HEAD = f"{BOOK}/roles/department-head.yaml"
ON_DUTY = "on_duty: {days: 每天, hours: 8:00-20:00}\n"
STANDS_IN = "stands_in: {night: control-room, leave: service-officer}\n"


def test_who_stands_in_is_there_then(content: Content) -> None:
    """Somebody who is on duty at night, at all hours or by the roster; who does not say is taken to be there."""
    content.change(FRONT_DESK, STANDS_IN, "stands_in: {night: service-officer, leave: service-supervisor}\n")
    content.change(OFFICER, "mission:", "on_duty: {hours: 20:00-8:00}\nmission:")

    assert in_words(content) == []


@pytest.mark.parametrize("on_duty", ["always", "rota", "{hours: 19:00-9:00}"])
def test_a_night_is_covered(content: Content, on_duty: str) -> None:
    """By a post that is always held, by whoever the roster names, by hours that reach over the night."""
    content.change(FRONT_DESK, STANDS_IN, "stands_in: {night: department-head}\n")
    content.change(HEAD, "mission:", f"on_duty: {on_duty}\nmission:")

    assert in_words(content) == []


@pytest.mark.parametrize(
    ("stands_in", "token", "said"),
    [
        (
            "{night: front-desk}",
            "front-desk}",
            "错误: 自己不能替自己 [stands-in-for-itself]\n    换一个岗位，或者删掉这一项。",
        ),
        (
            "{night: service-officer}",
            "service-officer}",
            (
                "警告: “客服专员”也不在：每天 20:00–8:00没有人 [stand-in-absent]\n"
                "    换一个这时在岗的岗位，或者写明“客服专员”的 on_duty、再由谁替。"
            ),
        ),
        (
            "{weekend: service-officer}",
            "service-officer}",
            (
                "警告: “客服专员”也不在：周末 18:00–9:00没有人 [stand-in-absent]\n"
                "    换一个这时在岗的岗位，或者写明“客服专员”的 on_duty、再由谁替。"
            ),
        ),
    ],
)
def test_who_stands_in_is_not_there(content: Content, stands_in: str, token: str, said: str) -> None:
    """The role itself, or one that is on duty only while the other is; it is said when nobody is there."""
    on_duty = "on_duty: {days: 工作日, hours: 9:00-18:00}\n" if "weekend" in stands_in else ON_DUTY
    content.change(FRONT_DESK, ON_DUTY, f"{on_duty}")
    content.change(FRONT_DESK, STANDS_IN, f"stands_in: {stands_in}\n")
    content.change(OFFICER, "mission:", "on_duty: {hours: 9:00-18:00}\nmission:")

    assert in_words(content, "zh") == [f"{content.place(FRONT_DESK, token)}: {said}"]


def test_those_who_stand_in_for_each_other(content: Content) -> None:
    """By day both are there, at night each is said to stand in for the other: the line leads back to itself."""
    content.change(FRONT_DESK, STANDS_IN, "stands_in: {night: service-officer}\n")
    content.change(OFFICER, "mission:", "on_duty: {hours: 9:00-18:00}\nstands_in: front-desk\nmission:")
    circle = "those who stand in lead back to the role itself"

    assert titles(content) == [
        (
            f"{content.place(FRONT_DESK, 'service-officer}')}: warning: {circle}: "
            "front-desk → service-officer → front-desk [stand-ins-in-a-circle]"
        ),
        (
            f"{content.place(OFFICER, 'front-desk', 'stands_in: ')}: warning: {circle}: "
            "service-officer → front-desk → service-officer [stand-ins-in-a-circle]"
        ),
    ]


def test_night_has_to_be_said(content: Content) -> None:
    """Who stands in at night says little where nobody says what is night."""
    content.change(TITLE_PAGE, "  night: 20:00-8:00\n", "")
    place = content.place(FRONT_DESK, "control-room", "night: ")

    assert in_words(content, "zh") == [
        (
            f"{place}: 警告: 写了夜间由谁替，没有写夜间是几点到几点 [night-unsaid]\n"
            "    在 handbook.yaml 写 hours: {open: 8:00-20:00, night: 20:00-8:00}。"
        )
    ]


def test_a_department_does_not_act(content: Content) -> None:
    """Not in a step, not as an owner, not as who approves; what binds a department may name it."""
    content.change(HEAD, "reports_to: service-centre-manager\n", "unit: true\n")

    assert {title.partition(": ")[2] for title in titles(content, "zh")} == {
        "错误: “责任部门负责人”是部门，这里要写一个人的岗位 [unit-acts]"
    }
    place = content.place(COMPLAINTS, "department-head", "by: ")
    assert place in {title.partition(": ")[0] for title in titles(content)}


def test_who_answers_for_a_text(content: Content) -> None:
    """A supervisor or manager does; whoever the roster names cannot, and the front line should not."""
    content.change(HEAD, "reports_to:", "on_duty: rota\nreports_to:")
    content.change(COMPLAINTS, "owner: service-centre-manager", "owner: department-head")
    content.change(FRONT_DESK, "reports_to:", "owner: front-desk\nreports_to:")

    assert in_words(content, "zh") == [
        (
            f"{content.place(COMPLAINTS, 'department-head', 'owner: ')}: 警告: "
            "“责任部门负责人”是轮值的，今天是这个人、明天是那个人，不能长期负责一份文件 [owner-is-a-rota]\n"
            "    owner 写主管或经理。"
        ),
        (
            f"{content.place(FRONT_DESK, 'front-desk', 'owner: ')}: 提示: "
            "没有人向“客服前台”汇报，文件要由主管或经理负责 [owner-in-the-front-line]\n    owner 写它的上级。"
        ),
    ]


@pytest.mark.parametrize(
    ("licences", "said"),
    [
        ("[{id: guard, title: 保安员证, checks: service-supervisor}]", []),
        ("[guard]", ["error: no role says which licence 'guard' is [licence-untitled]"]),
        (
            "[{id: guard, title: 保安员证}]",
            ["warning: nobody checks that '保安员证' has not expired [licence-unchecked]"],
        ),
        (
            "[{id: guard, title: 保安员证, checks: front-desk}]",
            ["warning: whoever holds '保安员证' also checks that it has not expired [licence-checked-by-holder]"],
        ),
    ],
)
def test_licences_are_said_once_and_checked(content: Content, licences: str, said: list[str]) -> None:
    """One role says what the licence is and who checks it; another names its id alone."""
    content.change(FRONT_DESK, ON_DUTY, f"{ON_DUTY}licences: {licences}\n")
    if not said:
        content.change(OFFICER, "mission:", "licences: [guard]\nmission:")

    assert [title.partition(": ")[2] for title in titles(content)] == said


def test_a_licence_is_not_said_twice(content: Content) -> None:
    """The second role that says it is told where the first does."""
    for path in (FRONT_DESK, OFFICER):
        content.change(
            path, "mission:", "licences: [{id: guard, title: 保安员证, checks: service-supervisor}]\nmission:"
        )

    assert in_words(content, "zh") == [
        (
            f"{content.place(FRONT_DESK, '{id: guard')}: 错误: “guard”是什么证，{OFFICER} 已经写了 [licence-twice]\n"
            "    这里只写编号：licences: [guard]。"
        )
    ]


def test_numbers_belong_to_their_group(content: Content) -> None:
    """Those of group 3.1 begin with 3.1; a number stands once in a role, be it of a group or of a duty."""
    content.write(
        f"{BOOK}/roles/service-centre-manager.yaml",
        """title: 服务中心经理
duties:
  - id: service
    no: "3.1"
    title: 特定服务管理
    items:
      - {no: 3.1.1, text: 审批投诉, see: [GT-BF-KF-001]}
      - {no: 3.2.9, text: 签发授权}
    groups:
      - {id: handover, no: 3.1.1, title: 物业交付, note: 原文仅标题}
      - {id: fit-out, no: "3.12", title: 装修, note: 原文仅标题}
""",
    )
    manager = f"{BOOK}/roles/service-centre-manager.yaml"

    assert titles(content) == [
        f"{manager}:8:14: warning: number '3.2.9' does not belong to group '3.1' [number-astray]",
        f"{manager}:10:28: error: '3.1.1' is used twice, first on line 7 [duplicate-id]",
        f"{manager}:11:27: warning: number '3.12' does not belong to group '3.1' [number-astray]",
    ]


def test_figures_and_sums_have_a_basis(content: Content) -> None:
    """A figure in a standard and a sum say where they come from: themselves, the role, or the whole handbook."""
    content.change(
        FRONT_DESK, "standard: 每月抽听 20 通，达标率不低于 95%, basis: 本手册建议", "standard: 十分钟内回话"
    )
    content.change(FRONT_DESK, "{answer: 有公示依据的当场答复}", "{waive: {text: 减免, up_to: 50 元/单}}")

    assert titles(content, "zh") == [
        f"{content.place(FRONT_DESK, '十分钟内回话')}: 警告: 标准里有数字，没有写依据 [standard-without-basis]",
        f"{content.place(FRONT_DESK, '50 元/单')}: 警告: 有限额，没有写依据 [sum-without-basis]",
    ]
    content.change(TITLE_PAGE, "defaults:\n", "defaults:\n  basis: 本手册建议\n")
    assert in_words(content) == []


def test_a_role_that_nothing_names(content: Content) -> None:
    """Nobody acts, reports or stands in the chart as it; that it owns a text is no use of it."""
    path = f"{BOOK}/roles/cashier.yaml"
    content.write(path, "title: 收银员\nowner: cashier\n" + _DUTIES)
    content.change(TITLE_PAGE, "      - roles/front-desk\n", "      - roles/front-desk\n      - roles/cashier\n")

    assert in_words(content, "zh") == [
        (
            f"{path}:1:1: 警告: 没有谁用到这个岗位 [role-unused]\n"
            "    在它做的步骤里写 by，或放进组织架构；没有这个人就删掉。"
        )
    ]
    content.write(path, "title: 财务部\nunit: true\n" + _DUTIES)
    assert in_words(content) == []


_DUTIES = "duties: [{id: all, title: 全部, items: [{no: '1', text: 收款}]}]\n"
