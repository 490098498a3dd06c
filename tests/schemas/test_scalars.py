"""Scalars: what each may be, and what is said about one that is not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from schemas.amounts import Count, Date, Flag, Percent, Plainnumber, Whole
from schemas.field_types import FieldType
from schemas.limits import LONGEST_EDITION
from schemas.meant import how_to_write
from schemas.messages import Shapes
from schemas.references import Address, RecordRef, RoleRef, StepRef
from schemas.scalars import Code, Edition, Id, Number, Plain, Text
from tests.schemas.content import COMPLAINTS, COURSE, FRONT_DESK, KEYS, POLICY, SETTINGS, TITLE_PAGE, Content

TIMES = "写成 30 分钟、3 工作日、5 自然日、12 个月，或当场、立即、当班、当日、次日 9:00 前、每月 5 日前、每周一。"
PRICES = "写成 120 元、0.5 元/件、5—8 元/平方米、合同总价的 3%，或免费、按公示、按合同、按实结算、{project.…}。"
TYPES = ", ".join(get_args(FieldType))
MESSAGES = {
    "bad-date": ("“{}”不是日期", "写成 2026-01-15。", "'{}' is not a date"),
    "bad-whole-number": ("“{}”不是整数", "只写数字，如 16。", "'{}' is not a whole number"),
    "out-of-range": ("{} 不在 1 到 1000 之间", "改成这个范围里的数。", "{} is not between 1 and 1000"),
    "bad-number": ("“{}”不是数字", "只写数字，如 12.5。", "'{}' is not a number"),
    "bad-flag": ("“{}”既不是 true 也不是 false", "是写 true，否写 false。", "'{}' is neither true nor false"),
    "bad-percent": ("“{}”不是百分比", "写成 85%。", "'{}' is not a percentage"),
    "bad-money": ("“{}”不是价格", PRICES, "'{}' is not a price"),
    "bad-duration": ("“{}”不是时间长度", TIMES, "'{}' is not a length of time"),
    "bad-id": ("“{}”不能作编号", "只用小写字母、数字和连字符。", "'{}' cannot be an id"),
    "bad-item-number": ("“{}”不是条目号", "写成 3.1.1。", "'{}' is not an item number"),
    "bad-code": ("“{}”不是文件编号", "写成 GT-R-KF-26。", "'{}' is not a code"),
    "bad-reference": (
        "“{}”不是引用",
        "写编号（GT-R-KF-26）或地址（forms/complaint-register）。",
        "'{}' is not a reference",
    ),
    "bad-address": ("“{}”不是地址", "写成 procedures/complaint-handling。", "'{}' is not an address"),
}

MEANT = {
    "2027年1月15日": "2027-01-15", "２０２７-01-15": "2027-01-15", "四十九": "49", "049": "49", "两页": "2",
    "1_000": "1000",
}  # fmt: skip
"""How a value is written that can be read though it is not taken."""


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        (COMPLAINTS, "review_by: ~2027-01-15~", "86400", "bad-date"),
        (COMPLAINTS, "review_by: ~2027-01-15~", "2026-13-45", "bad-date"),
        (COMPLAINTS, "review_by: ~2027-01-15~", "2027年1月15日", "bad-date"),
        (COMPLAINTS, "review_by: ~2027-01-15~", "２０２７-01-15", "bad-date"),
        (COMPLAINTS, "review_by: ~2027-01-15~", "2027-01-15 08:00", "bad-date"),
        (COMPLAINTS, "page: ~49~", "四十九", "bad-whole-number"),
        (COMPLAINTS, "page: ~49~", "049", "bad-whole-number"),
        (COMPLAINTS, "page: ~49~", "两页", "bad-whole-number"),
        (KEYS, "rows: ~16~", "0", "out-of-range"),
        (KEYS, "rows: ~16~", "999999", "out-of-range"),
        (KEYS, "min: ~1~, max", "1_000", "bad-number"),
        (KEYS, "min: ~1~, max", "1e3", "bad-number"),
        (KEYS, "min: ~1~, max", "nan", "bad-number"),
        (COURSE, "practical: ~true~", "no", "bad-flag"),
        (COURSE, "practical: ~true~", "True", "bad-flag"),
        (COURSE, "pass: ~85%~", "0.85", "bad-percent"),
        (COURSE, "pass: ~85%~", "185%", "bad-percent"),
        (POLICY, "price: ~10 元/把~", "十块", "bad-money"),
        (POLICY, "谁来办, time: ~30 分钟~", "尽快", "bad-duration"),
        (COMPLAINTS, "with: [department-head]\n    within: ~{time: 2 小时, from: grade}~", "尽快", "bad-duration"),
        (COMPLAINTS, "- id: ~answer-now~", "Answer Now", "bad-id"),
        (COMPLAINTS, "- id: ~answer-now~", "a" * 65, "bad-id"),
        (FRONT_DESK, 'no: ~"1.1"~', "一", "bad-item-number"),
        (COMPLAINTS, "\ncode: ~GT-BF-KF-001~", "客服-1", "bad-code"),
        (COMPLAINTS, "related: [~GT-ZY-KF-006~", "随便写的", "bad-reference"),
        (COMPLAINTS, "related: [~GT-ZY-KF-006~", "../etc/passwd", "bad-reference"),
        (COMPLAINTS, "formerly: [~procedures/complaints~", "GT-1", "bad-address"),
    ],
)
def test_a_bad_value_is_pointed_at_and_shown(content: Content, path: str, old: str, new: str, rule: str) -> None:
    """The finding stands at the value (put between `~` here), shows it, and gives an example of a good one."""
    before, value, after = old.split("~")
    content.change(path, before + value + after, before + new + after)
    place, shown = content.place(path, new + after, skip=before), new[:80] if rule == "bad-id" else new[:40]
    zh, hint, en = MESSAGES[rule]
    hint = f"写成 {MEANT[new]}。" if new in MEANT else hint

    assert f"{place}: 错误: {zh.format(shown)} [{rule}]\n    {hint}" in content.check("zh")
    assert f"{place}: error: {en.format(shown)} [{rule}]" in content.titles("en")


@pytest.mark.parametrize(
    ("path", "old", "new", "least", "most"),
    [
        (COMPLAINTS, "page: ~49~", "-49", 0, 999_999_999),
        (COMPLAINTS, "page: ~49~", "9" * 23, 0, 999_999_999),
        (KEYS, "rows: ~16~", "9" * 23, 1, 1000),
        (KEYS, "min: ~1~, max", "9" * 23, -999_999_999_999, 999_999_999_999),
    ],
)
def test_a_number_that_is_too_large_is_one(
    content: Content, path: str, old: str, new: str, least: int, most: int
) -> None:
    """What is wrong with it is its size."""
    place = content.put(path, old, new)

    assert content.check("zh") == [
        f"{place}: 错误: {new} 不在 {least} 到 {most} 之间 [out-of-range]\n    改成这个范围里的数。"
    ]
    assert content.titles("en") == [f"{place}: error: {new} is not between {least} and {most} [out-of-range]"]


@pytest.mark.parametrize(
    ("rule", "value", "zh", "en"),
    [
        (Shapes.BAD_DATE, "2026/1/5", "写成 2026-01-05。", "Write 2026-01-05."),
        (Shapes.BAD_DATE, "2026.1.5", "写成 2026-01-05。", "Write 2026-01-05."),
        (Shapes.BAD_DATE, "20260105", "写成 2026-01-05。", "Write 2026-01-05."),
        (Shapes.BAD_DATE, "二〇二六年一月五日", "写成 2026-01-05。", "Write 2026-01-05."),
        (
            Shapes.BAD_DATE, "2026-02-30",
            "2026 年 2 月只有 28 天，改成有的日子。", "2026-02 has 28 days: write one of them.",
        ),
        (Shapes.BAD_DATE, "05/01/2026", "写成 2026-01-15。", "Write it as 2026-01-15."),
        (Shapes.BAD_WHOLE_NUMBER, "１６", "写成 16。", "Write 16."),
        (Shapes.BAD_WHOLE_NUMBER, "1,000", "写成 1000。", "Write 1000."),
        (Shapes.BAD_WHOLE_NUMBER, "十二", "写成 12。", "Write 12."),
        (Shapes.BAD_WHOLE_NUMBER, "1.5", "只写数字，如 16。", "Write digits only, such as 16."),
        (Shapes.BAD_NUMBER, "1,234.50", "写成 1234.50。", "Write 1234.50."),
        (Shapes.BAD_DURATION, "半小时", "写成 30 分钟。", "Write 30 分钟."),
        (Shapes.BAD_DURATION, "三个工作日", "写成 3 工作日。", "Write 3 工作日."),
    ],
)  # fmt: skip
def test_what_can_be_read_is_shown_as_it_is_written(rule: Shapes, value: str, zh: str, en: str) -> None:
    """Full-width digits, commas, Chinese numerals and dates of all kinds; a day that there is not is called that."""
    assert how_to_write(rule, value).both() == (zh, en)


def test_a_number_with_a_comma_in_braces_is_one(content: Content) -> None:
    """YAML takes what follows the comma for a key."""
    place = content.put(KEYS, "min: ~1~, max", "1,000")

    assert content.check("zh") == [f"{place}: 错误: “1,000”不是整数 [bad-whole-number]\n    写成 1000。"]


@pytest.mark.parametrize(
    ("path", "old", "new", "rule", "meant"),
    [
        (COMPLAINTS, "- id: receive\n    title: 受理\n    by: ~front-desk~", "前台", "bad-role", "front-desk"),
        (COMPLAINTS, "owner: ~service-centre-manager~", "服务中心经理", "bad-role", "service-centre-manager"),
        (COMPLAINTS, "- id: receive\n    title: 受理\n    by: ~front-desk~", "业主", "bad-role", "resident"),
        (COMPLAINTS, "related: [~GT-ZY-KF-006~", "投诉登记表", "bad-reference", "forms/complaint-register"),
        (COMPLAINTS, "related: [~GT-ZY-KF-006~", "complaint-register", "bad-reference", "forms/complaint-register"),
        (
            TITLE_PAGE,
            "records: [GT-BF-KF-001, ~procedures/night-leak~",
            "nigt-leak",
            "bad-reference",
            "procedures/night-leak",
        ),
    ],
)
def test_a_title_tells_what_was_meant(content: Content, path: str, old: str, new: str, rule: str, meant: str) -> None:
    """Of a role, of a party, of a record; and a bare id without its folder, though it be misspelt."""
    place = content.put(path, old, new)

    assert [line for line in content.check("zh") if f"“{new}”" in line and f"[{rule}]\n    是不是“{meant}”？" in line]
    assert [
        line for line in content.check("en")
        if line.startswith(f"{place}: error: '{new}'") and f"[{rule}]\n    Did you mean '{meant}'? " in line
    ]  # fmt: skip


def test_a_title_in_a_text_tells_what_was_meant(content: Content) -> None:
    """`[[投诉登记表]]` is no address; the record of that title has one."""
    content.change(COMPLAINTS, "purpose: 让", "purpose: 按 [[投诉登记表]] 让")

    assert any(
        line.endswith(
            "“投诉登记表”没有这条记录 [unknown-reference]\n    是不是“forms/complaint-register”？检查编号或地址。"
        )
        for line in content.check("zh")
    )


def test_a_step_is_told_by_its_title(content: Content) -> None:
    """Where its id is wanted; answers are no steps."""
    content.change(COMPLAINTS, "    then: close\n", "    then: 结案\n")
    (line,) = [line for line in content.check("en") if "[bad-id]" in line]

    assert line.endswith(
        "'结案' cannot be an id [bad-id]\n    Did you mean 'close'? Use lower-case letters, digits and hyphens."
    )


@pytest.mark.parametrize(
    ("path", "old", "new", "meant", "known"),
    [
        (COMPLAINTS, "status: ~draft", "drft", "draft", "draft, approved, withdrawn"),
        (KEYS, "type: ~month", "mnth", "month", TYPES),
        (KEYS, "privacy: ~personal\n", "persnal\n", "personal", "public, internal, personal, sensitive"),
    ],
)
def test_a_bad_choice_is_compared_with_the_good_ones(
    content: Content, path: str, old: str, new: str, meant: str, known: str
) -> None:
    """The finding names what was probably meant and all that may be written."""
    before, _, value = old.partition("~")
    content.change(path, before + value, before + new)
    place, word = content.place(path, new.strip(), skip=before), new.strip()

    assert content.check("zh") == [
        f"{place}: 错误: “{word}”不在可选之列 [bad-choice]\n    是不是“{meant}”？可以写：{known}。"
    ]
    assert content.titles("en") == [f"{place}: error: '{word}' is not one of the choices [bad-choice]"]


def test_a_tile_has_an_icon_that_there_is(content: Content) -> None:
    """An icon that nobody has drawn would leave the tile without one."""
    content.change(SETTINGS, "{id: complaint,", "{id: complaint, icon: complain,")

    assert content.titles("en") == [
        "handbook/library.yaml:19:27: error: 'complain' is not one of the choices [bad-choice]"
    ]
    assert "是不是“complaint”？" in content.check("zh")[0]


def test_a_choice_field_needs_choices(content: Content) -> None:
    """A field of type `choice` without choices is named."""
    content.change(KEYS, " choices: {letter: 委托书, present: 业主到场, phone: 预留电话核实},", "")
    place = content.place(KEYS, "{id: authorised")

    assert content.check("zh") == [
        f"{place}: 错误: 字段“authorised”要选，却没有可选项 [choices-missing]\n    加 choices: {{编号: 文字}}。"
    ]


@pytest.mark.parametrize(
    ("type_", "typed", "value"),
    [
        (Date, "2026-01-15", date(2026, 1, 15)),
        (Whole, "0", 0),
        (Count, "1000", 1000),
        (Plainnumber, "-12.50", Decimal("-12.50")),
        (Flag, "true", True),
        (Flag, "false", False),
        (Percent, "99.5%", Decimal("99.5")),
        (Id, "2nd-call", "2nd-call"),
        (Number, "3.1.1.4", "3.1.1.4"),
        (Code, "GT-BF-KF-001", "GT-BF-KF-001"),
        (Code, "1.1.5", "1.1.5"),
        (
            RecordRef,
            "call-scripts/scripts/hold-and-call-back#explain",
            "call-scripts/scripts/hold-and-call-back#explain",
        ),
        (RoleRef, "call-scripts/agent", "call-scripts/agent"),
        (Address, "forms/x", "forms/x"),
        (Plain, "no", "no"),
        (Text, "两行\n文字", "两行\n文字"),
    ],
)
def test_a_good_value_is_read_once_and_stays(type_: Any, typed: str, value: object) -> None:
    """What is read has the right type, and reading it again changes nothing."""
    adapter = TypeAdapter(type_)
    read = adapter.validate_python(typed)

    assert read == value
    assert adapter.validate_python(read) is read or adapter.validate_python(read) == read


@pytest.mark.parametrize("type_", [Date, Whole, Plainnumber, Flag, Percent, Id, Text, Code])
@given(
    value=st.one_of(st.none(), st.booleans(), st.floats(), st.lists(st.text()), st.dictionaries(st.text(), st.text()))
)
def test_what_is_no_text_is_an_error_and_no_crash(type_: Any, value: object) -> None:
    """Lists, mappings and nothing are refused by the rules of the table, never by an exception of Python."""
    if isinstance(value, bool) and type_ is Flag:
        return
    with pytest.raises(ValidationError):
        TypeAdapter(type_).validate_python(value)


class TestReferences:
    """A reference is a target and, after `#`, a part."""

    def test_target_and_part_are_told_apart(self) -> None:
        """`GT-BF-KF-001#handle` is the step `handle`."""
        assert (StepRef("GT-BF-KF-001#handle").target, StepRef("GT-BF-KF-001#handle").part) == (
            "GT-BF-KF-001",
            "handle",
        )
        assert (StepRef("forms/x").target, StepRef("forms/x").part) == ("forms/x", "")

    def test_a_code_with_xx_is_a_placeholder(self) -> None:
        """Several forms of the original share `GT-R-XX-XX`."""
        assert Code("GT-R-XX-XX").is_placeholder
        assert not Code("GT-R-KF-26").is_placeholder


def test_an_edition_fits_beside_a_code() -> None:
    """And into a QR code; a sentence that says what changed does not, and is refused before anything is built."""
    assert Edition.parse("A/0") == "A/0"
    with pytest.raises(PydanticCustomError) as raised:
        Edition.parse("修" * (LONGEST_EDITION + 1))

    assert (raised.value.type, raised.value.context) == ("long-edition", {"most": LONGEST_EDITION})
