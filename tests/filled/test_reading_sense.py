"""What the fields of a copy say against each other is a mistake in its place, with what was expected."""

from __future__ import annotations

from typing import Any

from filled.filling import fill_form
from tests.filled import filled_samples as filled
from tests.generators import docx_samples

SHEET = filled.made("""
- grid:
    id: head
    columns: 2
    fields:
      - {id: month, title: 月份, type: month, required: true}
      - {id: quote, title: 报价, type: money}
      - {id: total, title: 合计, type: money, total: items.amount, at_most: quote}
      - {id: sent, title: 发放, type: number, unit: 份}
      - {id: back, title: 收回, type: number, unit: 份}
      - {id: rate, title: 回收率, type: number, unit: "%", rate: {part: back, whole: sent}}
- register:
    id: items
    title: 明细
    rows: 2
    columns:
      - {id: received, title: 受理, type: date, in_month: head.month}
      - {id: closed, title: 结案, type: date, after: received}
      - {id: result, title: 结果, type: text, required_if: {closed: filled}}
      - {id: price, title: 单价, type: money}
      - {id: number, title: 数量, type: number}
      - {id: amount, title: 金额, type: money, product: [price, number]}
""")


def said(lang: str, head: dict[str, Any], *rows: dict[str, Any]) -> list[str]:
    """What is to be put right in a copy."""
    docx = fill_form(SHEET.library, SHEET.entry, {"head": {"month": "2026-11", **head}, "items": rows})
    return [mistake.say(lang) for mistake in filled.read(SHEET, docx).mistakes]


def test_percentages() -> None:
    """Two of three are 66.7, and no other figure; of nothing there is none to compare."""
    assert said("zh", {"sent": "3", "back": "2", "rate": "66.7"}) == []
    assert said("zh", {"sent": "0", "back": "0", "rate": "5"}) == []
    assert said("zh", {"sent": "3", "back": "2", "rate": "66.6"}) == [
        "“回收率”：填的是“66.6”，应等于“收回”占“发放”的百分比，是 66.7"
    ]
    assert said("en", {"sent": "3", "back": "2", "rate": "67"}) == [
        "'回收率': '67' is written; it should equal “收回” as a percentage of “发放”, which comes to 66.7"
    ]


def test_percentages_that_are_left_out_are_written_in() -> None:
    """As sums are."""
    docx = fill_form(SHEET.library, SHEET.entry, {"head": {"month": "2026-11", "sent": "8", "back": "1"}})

    assert str(filled.read(SHEET, docx).values["head"]["rate"]) == "12.5"


def test_percentages_of_a_report_hold_for_whoever_fills_it() -> None:
    """What a report works out from fields of the form itself is said once, where the report is described."""
    sheet = filled.Sample(docx_samples.library(), docx_samples.form("complaint-month"))
    docx = fill_form(sheet.library, sheet.entry, {"head": {"accepted": "7", "closed": "3", "rate": "43"}})

    assert [mistake.say("zh") for mistake in filled.read(sheet, docx).mistakes if mistake.rule == "comes-to-other"] == [
        "“结案率”：填的是“43”，应等于“结案件数”占“受理件数”的百分比，是 42.9"
    ]


def test_sums_and_products() -> None:
    """10 × 3 is not 50, and what is added up is not 9999; the right sum is told."""
    row = {"price": "10", "number": "3", "amount": "50"}

    assert said("zh", {"total": "9999"}, row) == [
        "“合计”：填的是“9999.00”，应等于各行“金额”相加，是 50",
        "明细，第 1 行，“金额”：填的是“50.00”，应等于“单价”乘“数量”，是 30",
    ]
    assert said("en", {"total": "9999"}, row)[0] == (
        "'合计': '9999.00' is written; it should equal the sum of “金额”, which comes to 50"
    )
    assert said("zh", {"total": "30"}, row | {"amount": "30"}) == []


def test_months_and_bounds() -> None:
    """A row of 1926 in a register of 2026-11, and a bill above its quote."""
    assert said("zh", {}, {"received": "1926-11-02"}) == [
        "明细，第 1 行，“受理”：填的是“1926-11-02”，应在“月份”写的 2026-11 里"
    ]
    assert said("zh", {"quote": "20", "total": "30"}, {"amount": "30"}) == [
        "“合计”：填的是“30.00”，应不大于“报价”（20.00）"
    ]


def test_what_must_be_filled_because_of_another() -> None:
    """A day of closing asks for its result; 无 in its place closes nothing."""
    assert said("zh", {}, {"received": "2026-11-05", "closed": "2026-11-06"}) == [
        "明细，第 1 行，“结果”：没有填，“结案”填了，此项就必填"
    ]
    assert said("en", {}, {"received": "2026-11-05", "closed": "2026-11-06"}) == [
        "明细, row 1, '结果': nothing is written; “结案” is filled in, so it must be filled in"
    ]


PROMISED = filled.made("""
- register:
    id: entries
    rows: 2
    columns:
      - {id: received, title: 受理, type: datetime}
      - {id: passed, title: 转交, type: datetime, after: received, promise: {step: "P#pass", time: 30 分钟}}
      - {id: due, title: 期限, type: date, after: received, promise: {step: "P#answer", time: 3 工作日}}
""")


def test_what_is_later_than_promised() -> None:
    """It may be so, and is noted: five hours for 30 minutes, 23 days for three working days."""

    def noted(lang: str, **row: str) -> list[str]:
        docx = fill_form(PROMISED.library, PROMISED.entry, {"entries": [{"received": "2026-11-02 09:15", **row}]})
        return [note.say(lang) for note in filled.read(PROMISED, docx).notes]

    assert noted("zh", passed="2026-11-02 14:15", due="2026-11-25") == [
        "第 1 行，“转交”：写的是“2026-11-02 14:15”，晚于承诺：自“受理”（2026-11-02 09:15）起 30 分钟内",
        "第 1 行，“期限”：写的是“2026-11-25”，晚于承诺：自“受理”（2026-11-02 09:15）起 3 个工作日内",
    ]
    assert noted("en", due="2026-11-25") == [
        (
            "row 1, '期限': '2026-11-25' is later than promised: within 3 working days, "
            "counted from '受理' (2026-11-02 09:15)"
        )
    ]
    assert noted("zh", passed="2026-11-02 09:45", due="2026-11-07") == []


APPROVED = filled.made("""
- grid:
    id: head
    columns: 1
    fields:
      - {id: received, title: 受理, type: datetime}
- approval:
    id: opinions
    stages:
      - {id: manager, title: 经理, role: r, promise: {step: "P#approve", time: 1 工作日}}
      - {id: owner, title: 部门, role: r, promise: {step: "P#approve", time: 1 工作日}}
sense:
  opinions.manager.date: {after: head.received}
""")


def test_what_a_stage_promises() -> None:
    """The day beside its signature is held against the time that it counts from; without one it is not."""
    dates = {"manager": {"date": "2026-11-09"}, "owner": {"date": "2026-11-09"}}
    values = {"head": {"received": "2026-11-02 09:15"}, "opinions": dates}
    copy = filled.read(APPROVED, fill_form(APPROVED.library, APPROVED.entry, values))
    assert copy.mistakes == ()
    assert [note.say("zh") for note in copy.notes] == [
        "“经理 · 日期”：写的是“2026-11-09”，晚于承诺：自“受理”（2026-11-02 09:15）起 1 个工作日内"
    ]
    assert [note.say("en") for note in copy.notes] == [
        (
            "'经理 · date': '2026-11-09' is later than promised: within 1 working day, "
            "counted from '受理' (2026-11-02 09:15)"
        )
    ]
