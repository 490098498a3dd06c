"""`handbook.yaml` as an author writes it: what its model takes, and what it says of what it does not take."""

from __future__ import annotations

import pytest

from schemas.handbook import HandbookFile
from schemas.scalars import Id
from tests.schemas.one_file import accepted, refused

_REST = """
title: 客户服务工作手册
short: 客服
summary: 前台、专员和主管共用一本。
edition: "1"
company: {name: 示例物业服务有限公司}
chapters: [{id: posts, title: 岗位}]
"""


def _file(added: str) -> HandbookFile:
    return accepted(HandbookFile, _REST + added)


def test_hours_and_calendar_are_data() -> None:
    """When the desk is open, who answers otherwise, what is night, which days are holidays or worked for them."""
    hours = _file("""
hours:
  days: 每天
  open: 8:00-20:00
  after_hours: control-room
  night: 20:00-8:00
  holidays: [{id: spring-festival, title: 春节, from: 2026-02-15, to: 2026-02-23}]
  workdays: [2026-02-14, 2026-02-28]
""").hours
    assert hours is not None
    assert hours.night is not None

    assert [hours.days.say("en"), hours.open.say("en"), hours.night.say("en")] == [
        "every day", "8:00–20:00", "20:00–8:00",
    ]  # fmt: skip
    assert [str(holiday.from_) for holiday in hours.holidays] == ["2026-02-15"]
    alone = _file("hours: 8:00-20:00").hours
    assert alone is not None
    assert (alone.open, str(alone.days)) == (hours.open, "every-day")


def test_defaults_hold_for_all_records() -> None:
    """Privacy, keeping, disposal, the note on striking out and the basis of numbers are said once."""
    defaults = _file("""
defaults:
  privacy: personal
  keep: {time: 3 年, from: 事项办结之日}
  dispose: 两人清点后碎毁，登记
  strike_out: 写错的划一横线，旁边改写并签名，不用涂改液
  basis: 本手册建议
""").defaults

    assert (defaults.privacy, defaults.basis) == ("personal", "本手册建议")
    assert defaults.keep is not None
    assert str(defaults.keep.time) == "3 年"


def test_trade_audience_and_tasks() -> None:
    """Whose words are used, for whom it is written, and the moments of its own first page."""
    file = _file("""
trade: property
audience: staff
tasks: [{id: complaint, title: 有人投诉, text: 受理、分级、答复, to: GT-BF-KF-001, icon: complaint}]
""")

    assert (file.trade, file.audience, str(file.tasks[0].to)) == ("property", "staff", "GT-BF-KF-001")


def test_chapters_have_the_numbers_of_the_source() -> None:
    """`1.0`, `2.0`, `1.1`; how the source prints one that is no ASCII number is its label."""
    file = accepted(
        HandbookFile,
        _REST.replace(
            "chapters: [{id: posts, title: 岗位}]",
            """
chapters:
  - {id: basics, no: "1.0", title: 基本资料}
  - id: rules
    no: "4"
    label: 四、
    title: 客服部相关规定
    chapters: [{id: calls, no: "1.1", title: 接听客户来电}]
""",
        ),
    )

    assert [chapter.printed.zh for chapter in file.chapters] == ["1.0", "四、"]
    assert [chapter.printed.en for chapter in file.chapters] == ["1.0", "4"]
    assert str(file.chapters[1].chapters[0].no) == "1.1"


def test_parties_have_a_kind() -> None:
    """A name alone, or with what the party is to the department."""
    parties = _file("parties: {resident: 业主, broker: {title: 经纪公司, kind: broker}}").parties

    assert [(party.title, party.kind) for party in parties.values()] == [("业主", None), ("经纪公司", "broker")]
    assert parties[Id("broker")].kind == "broker"


def test_control_names_who_when_and_in_which_post() -> None:
    """Prepared, checked and approved by name, post and day; a name alone will do for a draft."""
    control = _file("""
control:
  prepared: 手册编写组
  checked: {name: 李敏, post: 客服主管, on: 2026-01-12}
  approved: {name: 王建国, post: 服务中心经理, on: 2026-01-15}
""").control

    assert control.prepared is not None
    assert control.approved is not None
    assert (control.prepared.name, control.prepared.post) == ("手册编写组", None)
    assert (control.approved.post, str(control.approved.on)) == ("服务中心经理", "2026-01-15")


@pytest.mark.parametrize(
    ("typed", "zh"),
    [
        (
            "hours: {open: 早八点}",
            (
                "8:15: 错误: “早八点”不是一天里的时间 [bad-hours] | "
                "写成 8:00-20:00；过夜的写 20:00-8:00；分段的写 8:00-12:00, 13:30-17:30；全天写 24 小时。"
            ),
        ),
        (
            "hours: {holidays: [{id: may-day, title: 劳动节, from: 2026-05-01}]}",
            "8:20: 错误: 缺少“to” [missing-key] | 补上“to: 2026-01-15”（最后一天）。",
        ),
        (
            "defaults: {privacy: secret}",
            "8:21: 错误: “secret”不在可选之列 [bad-choice] | 可以写：public, internal, personal, sensitive。",
        ),
        (
            "audience: 员工",
            "8:11: 错误: “员工”不在可选之列 [bad-choice] | 可以写：staff, customers, public。",
        ),
        ("trade: 物业", "8:8: 错误: “物业”不能作编号 [bad-id] | 只用小写字母、数字和连字符。"),
        (
            "tasks: [{id: complaint, title: 有人投诉, text: 受理}]",
            "8:9: 错误: 缺少“to” [missing-key] | 补上“to: 编号或地址”（去哪里）。",
        ),
        (
            "parties: {bank: {title: 银行, kind: bank}}",
            (
                "8:35: 错误: “bank”不在可选之列 [bad-choice] | 可以写：customer, representative, head-office, "
                "authority, contractor, insurer, broker, witness, other。"
            ),
        ),
        (
            "control: {approved: {post: 经理, on: 2026-01-15}}",
            "8:11: 错误: 缺少“name” [missing-key] | 补上“name: …”（姓名）。",
        ),
    ],
)
def test_what_is_not_taken(typed: str, zh: str) -> None:
    """The message stands at the value and shows what may be written."""
    assert refused(HandbookFile, _REST + typed) == [zh]


def test_a_chapter_number_is_a_number() -> None:
    """What is no ASCII number stands in `label`."""
    text = _REST.replace("{id: posts, title: 岗位}", "{id: posts, no: 〔一〕, title: 岗位}")

    assert refused(HandbookFile, text, "en") == [
        "7:28: error: '〔一〕' is not an item number [bad-item-number] | Write it as 3.1.1."
    ]
