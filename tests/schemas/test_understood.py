"""What staff write by hand: read where it has one meaning, refused by its reason where it has none or several."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from schemas.field import Field
from schemas.field_types import FieldType
from schemas.field_values import read_value
from schemas.scalars import Id, Text
from schemas.understood import takes_year_of_sheet, understand
from schemas.values import UnfitError, Value
from schemas.written_days import Sheet, sheet_of

NOVEMBER = sheet_of([("2026-11", False)])
NEW_YEAR = sheet_of([(date(2026, 12, 30), True), (date(2027, 1, 2), True)])
NOTHING = Sheet()


def field(type_: FieldType) -> Field:
    """A field of a type."""
    return Field(id=Id("x"), title=Text("x"), type=type_)


def refused(type_: FieldType, text: str, sheet: Sheet) -> str:
    """The rule by which *text* is refused."""
    with pytest.raises(UnfitError) as raised:
        understand(field(type_), text, sheet)
    return raised.value.rule


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        ("datetime", "11月2日 9:15", datetime(2026, 11, 2, 9, 15)),
        ("datetime", "11月2日上午9点半", datetime(2026, 11, 2, 9, 30)),
        ("datetime", "2026年11月2日 下午 3 点一刻", datetime(2026, 11, 2, 15, 15)),
        ("datetime", "2026-11-02 9:15:30", datetime(2026, 11, 2, 9, 15)),
        ("datetime", "2026-11-02（周一）９：１５", datetime(2026, 11, 2, 9, 15)),
        ("datetime", "20261102 0915", datetime(2026, 11, 2, 9, 15)),
        ("datetime", "5 Nov 2026 3:15 PM", datetime(2026, 11, 5, 15, 15)),
        ("datetime", "26年11月2日晚8点", datetime(2026, 11, 2, 20, 0)),
        ("datetime", "十一月二日下午三点四十五", datetime(2026, 11, 2, 15, 45)),
        ("datetime", "2026-11-02 零点", datetime(2026, 11, 2, 0, 0)),
        ("date", "二〇二六年十一月廿二日", date(2026, 11, 22)),
        ("date", "十一月三十日（星期一）", date(2026, 11, 30)),
        ("date", "2026–11–02", date(2026, 11, 2)),
        ("month", "二零二六年十月", "2026-10"),
        ("time", "九点半", "09:30"),
        ("time", "三点一刻", "03:15"),
        ("date", "20261105", date(2026, 11, 5)),
        ("date", "26-11-05", date(2026, 11, 5)),
        ("date", "11.5", date(2026, 11, 5)),
        ("date", "2026年11月5号 星期四", date(2026, 11, 5)),
        ("date", "Thursday, November 5, 2026", date(2026, 11, 5)),
        ("date", "25/11/2026", date(2026, 11, 25)),
        ("date", "1月4日", date(2026, 1, 4)),
        ("month", "11月", "2026-11"),
        ("month", "202611", "2026-11"),
        ("month", "Nov 2026", "2026-11"),
        ("time", "9点", "09:00"),
        ("time", "9时15分", "09:15"),
        ("time", "中午12点半", "12:30"),
        ("time", "12:30 a.m.", "00:30"),
        ("time", "下午15:20", "15:20"),
        ("time", "24:00", "23:59"),
        ("time", "24点", "23:59"),
        ("datetime", "2026-11-30 24:00", datetime(2026, 11, 30, 23, 59)),
        ("money", "一百元整", Decimal(100)),
        ("money", "壹仟贰佰叁拾肆元伍角", Decimal("1234.5")),
        ("money", "1.2 万元", Decimal(12000)),
        ("money", "人民币 1,234.50 元整", Decimal("1234.5")),
        ("money", "100元5角", Decimal("100.5")),
        ("number", "两万三千", Decimal(23000)),
        ("number", "1.2万", Decimal(12000)),
    ],
)
def test_one_meaning(type_: FieldType, text: str, value: Value) -> None:
    """It is read as what it means, on a sheet of November 2026."""
    assert understand(field(type_), text, NOVEMBER if text != "1月4日" else sheet_of([("2026-02", False)])) == value


@pytest.mark.parametrize(
    ("type_", "text", "sheet", "rule"),
    [
        ("date", "11月5日", NOTHING, "no-year"),
        ("date", "1月4日", NEW_YEAR, "no-year"),
        ("date", "1月4日", sheet_of([("2026-11", False)]), "no-year"),
        ("datetime", "11月2日 9:15", NOTHING, "no-year"),
        ("month", "11月", NOTHING, "no-year"),
        ("date", "26-11-05", NOTHING, "several-days"),
        ("date", "5/11/2026", sheet_of([(date(2026, 3, 1), False)]), "several-days"),
        ("date", "11-5", sheet_of([(date(2026, 8, 1), False)]), "several-days"),
        ("date", "2026-11-05 周五", NOVEMBER, "other-weekday"),
        ("datetime", "11月2日 周五 9:15", NOVEMBER, "other-weekday"),
        ("date", "11月31日", NOVEMBER, "no-such-day"),
        ("date", "2026-11-31", NOTHING, "no-such-day"),
        ("date", "2026-02-29", NOTHING, "no-such-day"),
        ("date", "2026-11-0", NOTHING, "no-such-day"),
        ("date", "2026-13-01", NOTHING, "no-such-month"),
        ("date", "0000-11-02", NOVEMBER, "no-such-year"),
        ("date", "0026-11-02", NOTHING, "no-such-year"),
        ("date", "1026年11月2日", NOTHING, "no-such-year"),
        ("month", "2026-13", NOTHING, "no-such-month"),
        ("month", "0000-11", NOVEMBER, "no-such-year"),
        ("datetime", "2026-11-31 9:15", NOTHING, "no-such-day"),
        ("datetime", "2026-11-02 25:10", NOTHING, "no-such-time"),
        ("time", "25:10", NOTHING, "no-such-time"),
        ("time", "9:75", NOTHING, "no-such-time"),
        ("time", "9点60分", NOTHING, "no-such-time"),
        ("time", "2510", NOTHING, "no-such-time"),
        ("phone", "1380000111", NOTHING, "phone-digits"),
        ("phone", "138-0000-11112", NOTHING, "phone-digits"),
        ("phone", "打前台", NOTHING, "bad-phone"),
        ("date", "昨天", NOVEMBER, "bad-date"),
        ("date", "2", NOVEMBER, "bad-date"),
        ("datetime", "2026-11-02 晚上12点", NOVEMBER, "bad-datetime"),
        ("datetime", "2026-11-02", NOVEMBER, "bad-datetime"),
        ("time", "上午15点", NOVEMBER, "bad-time"),
        ("time", "9", NOVEMBER, "bad-time"),
        ("time", "24:30", NOVEMBER, "no-such-time"),
        ("money", "一百五", NOVEMBER, "bad-money"),
        ("money", "约100元", NOVEMBER, "bad-money"),
        ("money", "$100", NOVEMBER, "bad-money"),
        ("number", "3把", NOVEMBER, "bad-number"),
        ("text", "九点", NOVEMBER, "bad-text"),
    ],
)
def test_refused_by_its_reason(type_: FieldType, text: str, sheet: Sheet, rule: str) -> None:
    """What has no meaning, several, or one that contradicts itself is not read."""
    assert refused(type_, text, sheet) == rule


def test_the_year_of_a_sheet_is_told() -> None:
    """A day without its year is known as such, so that it can be said where the year is from."""
    assert takes_year_of_sheet(field("datetime"), "11月2日 9:15")
    assert not takes_year_of_sheet(field("datetime"), "2026-11-02 9点半")
    assert not takes_year_of_sheet(field("time"), "9:15")


def test_words_in_the_place_of_a_value() -> None:
    """无 and 匿名, in the ways they are written, are taken where the field allows them and nowhere else."""
    phone = Field(id=Id("x"), title=Text("x"), type="phone", allows=("none", "anonymous"))

    assert [read_value(phone, text) for text in ("无", "N/A", "／", "不留名", "Anonymous")] == [
        "无",
        "无",
        "无",
        "匿名",
        "匿名",
    ]
    with pytest.raises(UnfitError, match="bad-phone"):
        read_value(field("phone"), "无")
