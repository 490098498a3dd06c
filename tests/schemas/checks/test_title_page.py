"""The title page: the chart, numbers of chapters, hours, holidays, parties."""

from __future__ import annotations

from datetime import date

import pytest

from tests.schemas.checks.of_posts import in_words, titles
from tests.schemas.content import BOOK, FRONT_DESK, TITLE_PAGE, Content

OFFICER = f"{BOOK}/roles/service-officer.yaml"
AGENT = "handbook/call-scripts/roles/agent.yaml"


@pytest.mark.parametrize(
    ("old", "new", "value"),
    [
        ("{id: centre, title: 服务中心经理, role", "{id: centre, title: 服务中心经理, under: desk, role",
         "centre → desk → centre"),
        ("title: 客服前台, under: centre", "title: 客服前台, under: desk", "desk → desk"),
    ],
)  # fmt: skip
def test_a_chart_in_a_circle_cannot_be_drawn(content: Content, old: str, new: str, value: str) -> None:
    """Two boxes under each other, or one under itself: neither has a place in the chart."""
    content.change(TITLE_PAGE, old, new)
    place = content.place(TITLE_PAGE, "desk", "under: ")

    assert in_words(content, "zh") == [
        f"{place}: 错误: 组织架构绕成了圈，画不出来：{value} [chart-in-a-circle]\n    改其中一个 under。"
    ]


def test_what_hangs_below_a_circle_is_not_named_again(content: Content) -> None:
    """Three boxes in a circle and one below them: one finding, at the first."""
    content.change(TITLE_PAGE, "title: 服务中心经理, role", "title: 服务中心经理, under: third, role")
    boxes = "\n  - {id: third, title: 主管, under: desk}\n  - {id: below, title: 专员, under: third}\n\nhours:"
    content.change(TITLE_PAGE, "\n\nhours:", boxes)

    assert titles(content) == [
        (
            f"{content.place(TITLE_PAGE, 'third, role')}: error: "
            "the organisation chart goes in a circle: centre → third → desk → centre [chart-in-a-circle]"
        )
    ]


def test_a_chapter_number_stands_once_beside_its_own(content: Content) -> None:
    """Chapters beside each other have numbers of their own; those of another chapter may have the same."""
    content.change(TITLE_PAGE, "{id: service, title", '{id: service, no: "1", title')
    content.change(TITLE_PAGE, "{id: manners, title", '{id: manners, no: "1", title')
    content.change(TITLE_PAGE, "{id: courses, title", '{id: courses, no: "1", title')
    first = content.place(TITLE_PAGE, "{id: service").split(":")[1]
    place = content.place(TITLE_PAGE, '"1", title: 仪态')

    assert in_words(content, "zh") == [
        (
            f"{place}: 警告: "
            f"章节号“1”用了两次，第一次在第 {first} 行 [chapter-number-twice]\n"
            "    照原文改；原文就是这样的，用 label 印原样。"
        )
    ]


def test_who_answers_when_the_desk_is_closed_is_there(content: Content) -> None:
    """It is said when nobody is there; who is always there is."""
    on_duty = "on_duty: {days: 每天, hours: 8:00-20:00}\n"
    content.change(TITLE_PAGE, "after_hours: control-room", "after_hours: service-officer")
    content.change(OFFICER, "mission:", f"{on_duty}mission:")

    assert in_words(content, "zh") == [
        (
            f"{content.place(TITLE_PAGE, 'service-officer', 'after_hours: ')}: 警告: "
            "前台下班以后由“客服专员”接，可是这时没有人：每天 20:00–8:00 [after-hours-absent]\n"
            "    换一个这时在岗的岗位，或者改“客服专员”的 on_duty。"
        )
    ]
    content.change(OFFICER, on_duty, "on_duty: always\n")
    assert in_words(content) == []


@pytest.mark.parametrize(
    ("calendar", "said"),
    [
        (
            "[{id: may-day, title: 劳动节, from: 2026-05-05, to: 2026-05-01}]",
            ["error: `to` of '劳动节' comes before `from` [holiday-reversed]"],
        ),
        (
            (
                "[{id: mid-autumn, title: 中秋节, from: 2026-09-25, to: 2026-09-27}, "
                "{id: national-day, title: 国庆节, from: 2026-09-27, to: 2026-10-07}]"
            ),
            ["warning: 2026-09-27 is '国庆节' and '中秋节' too [holidays-overlap]"],
        ),
        (
            "[{id: may-day, title: 劳动节, from: 2026-05-01, to: 2026-05-05}]\n  workdays: [2026-05-05]",
            ["warning: 2026-05-05 is '劳动节' and a day worked in exchange too [holidays-overlap]"],
        ),
        ("[{id: may-day, title: 劳动节, from: 2026-05-01, to: 2026-05-05}]\n  workdays: [2026-05-09]", []),
        (
            "[{id: may-day, title: 劳动节, from: 2026-05-01, to: 2026-05-31}]\n  workdays: [2026-06-28]",
            [],
        ),
        (
            "[{id: may-day, title: 劳动节, from: 2026-05-01, to: 2026-06-01}]\n  workdays: [2026-05-09]",
            ["warning: '劳动节' lasts 32 days from its first to its last [holiday-too-long]"],
        ),
        (
            "[{id: may-day, title: 劳动节, from: 2026-05-01, to: 2026-05-05}]\n  workdays: [2026-05-08]",
            ["warning: 2026-05-08 is a Friday, which is worked anyway [workday-in-a-week]"],
        ),
        (
            "[{id: may-day, title: 劳动节, from: 2026-05-01, to: 2026-05-05}]\n  workdays: [2025-05-10, 2026-06-06]",
            [
                "warning: there is no holiday within a month of 2025-05-10 [workday-alone]",
                "warning: there is no holiday within a month of 2026-06-06 [workday-alone]",
            ],
        ),
        (
            "[{id: may-day, title: 劳动节, from: 2036-05-01, to: 2036-05-05}]",
            ["warning: 2036-05-01 is far off from today [date-astray]",
             "warning: 2036-05-05 is far off from today [date-astray]"],
        ),
    ],
)  # fmt: skip
def test_a_day_is_one_thing(content: Content, calendar: str, said: list[str]) -> None:
    """A holiday is no year and begins before it ends; no day is two holidays, worked anyway, or far from one."""
    _put_calendar(content, f"holidays: {calendar}")

    assert [title.partition(": ")[2] for title in titles(content)] == said


def _put_calendar(content: Content, calendar: str) -> None:
    before, _, after = content.read(TITLE_PAGE).partition("  holidays:\n")
    content.write(TITLE_PAGE, f"{before}  {calendar}\n\ntasks:{after.partition('tasks:')[2]}")


def test_a_calendar_is_renewed(content: Content) -> None:
    """When the last holiday of it is past, those of the new year are missing."""
    holidays = "[{id: spring, title: 春节, from: 2026-02-15, to: 2026-02-23}]"
    _put_calendar(content, f"holidays: {holidays}")

    assert in_words(content, today=date(2026, 2, 23)) == []
    assert in_words(content, "zh", today=date(2026, 2, 24)) == [
        (
            f"{content.place(TITLE_PAGE, '[{id: spring')}: 警告: 节假日只写到 2026-02-23，已经过了 [calendar-over]\n"
            "    照新一年的放假通知补上。"
        )
    ]


def test_a_party_is_no_role_and_signs_something(content: Content) -> None:
    """A name that means both means the role; a party that nothing names is only noticed."""
    content.change(TITLE_PAGE, "  resident: 业主\n", "  resident: 业主\n  front-desk: 前台\n  police: 民警\n")

    assert titles(content, "zh") == [
        (
            f"{content.place(TITLE_PAGE, 'front-desk: 前台')}: 警告: "
            "“front-desk”既是岗位又是签字方，写 by: front-desk 指的是岗位 [party-is-a-role]"
        ),
        f"{content.place(TITLE_PAGE, 'police: 民警')}: 提示: 没有谁签到“police” [party-unused]",
    ]


def test_hours_are_said_once(content: Content) -> None:
    """`{project.hours}` says what `hours` says, in either language; its own words beside it are one home too many."""
    content.change(FRONT_DESK, "mission: 业主见到", "mission: （{project.hours}）业主见到")
    library = content.library()

    assert in_words(content) == []
    assert [library.view(lang).project_value("hours", "greentown-after-sales") for lang in ("zh", "en")] == [
        "每天 8:00–20:00，其余时间由监控室值班员接听",
        "every day, 8:00–20:00; at all other times: Control-room operator",
    ]
    content.change(TITLE_PAGE, "project:\n", "project:\n  hours: 每日 8:00—20:00\n")
    assert titles(content, "zh") == [
        f"{content.place(TITLE_PAGE, '每日 8:00')}: 警告: 开放时间写了两处：hours 和 project.hours [hours-twice]"
    ]


def test_a_default_that_nothing_goes_by(content: Content) -> None:
    """A handbook without forms needs no defaults of forms; the basis of figures is none of them."""
    path = "handbook/call-scripts/handbook.yaml"
    content.change(path, "blanks:", "defaults: {strike_out: 划一横线, basis: 本手册建议}\nblanks:")

    assert in_words(content, "zh") == [
        (
            f"{content.place(path, 'strike_out')}: 提示: “strike_out”没有一张表用到 [default-unused]\n"
            "    删掉它，或者删掉各张表自己写的同样的话。"
        )
    ]


def test_who_signs_a_handbook_does_so_in_order(content: Content) -> None:
    """Prepared, checked and approved by three, each no earlier than the one before."""
    content.change(TITLE_PAGE, "prepared: 手册编写组", "prepared: {name: 王建国, on: 2026-01-13}")

    assert [title.partition(": ")[2] for title in titles(content, "zh")] == [
        "警告: 审核（2026-01-12）早于编制（2026-01-13） [signed-out-of-order]",
        "警告: 王建国自己编制、自己批准 [approved-by-author]",
    ]


def test_a_handbook_has_somebody_in_charge(content: Content) -> None:
    """Roles of which none reports to another are noticed; a department alone is no person."""
    content.change(AGENT, "reports_to: team-leader\n", "")

    assert titles(content) == [
        "handbook/call-scripts/handbook.yaml:1:1: notice: no role of this handbook reports to another [no-supervisor]",
        "handbook/call-scripts/roles/team-leader.yaml:1:1: warning: nothing names this role [role-unused]",
    ]
