"""Typed values: what each type of field takes, as people write it, and what it does not."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from schemas.capitals import amount_in, capitals
from schemas.field import Field
from schemas.field_types import FIELD_TYPES
from schemas.field_values import check_value, read_value
from schemas.identifiers import identity_number, phone
from schemas.rules import Rule
from schemas.values import UnfitError, clean, comes_before, is_blank, write_value

CHOICES = {"a": "甲", "b": "乙", "c": "丙（A1）"}
TEXTS = {"甲": "a", "乙": "b", "丙（A1）": "c", "First": "a"}


def field(kind: str, **more: Any) -> Field:
    """A field of a type."""
    choices = {"choices": CHOICES} if kind in ("choice", "choices", "rating") else {}
    return Field.model_validate({"id": "x", "title": "栏", "type": kind, **choices, **more})


def unfit(kind: str, value: object, **more: Any) -> str:
    """The rule that *value* breaks, which is one that its type declares."""
    with pytest.raises(UnfitError) as raised:
        check_value(field(kind, **more), value)
    rule = raised.value.rule
    assert rule in declared(kind), f"schemas/reading.py: what reads the type {kind} does not declare {rule}"
    return rule


def declared(kind: str) -> set[Rule]:
    """The rules that a type says a value may break, and the one that any may."""
    reading = field(kind).of_type.reading
    return {reading.unfit, *reading.typed, Rule.BAD_CHARACTER}


class TestReading:
    @pytest.mark.parametrize(
        ("kind", "text", "value"),
        [
            ("text", "\u3000 张三 \n", "张三"),
            ("text", "一\r\n二\r三\u2028四\x0b五", "一\n二\n三\n四\n五"),
            ("text", "a\tb", "a b"),
            ("text", "１２３", "１２３"),
            ("longtext", "一\n\n二", "一\n\n二"),
            ("serial", "GT〔2026〕第 3 号", "GT〔2026〕第 3 号"),
            ("room", "3-2-501", "3-2-501"),
            ("room", "３－１－１２０２", "3-1-1202"),
            ("room", "3幢1单元1202室", "3幢1单元1202室"),
            ("signature", "张三", "张三"),
            ("date", "2026-01-05", date(2026, 1, 5)),
            ("date", "2026/1/5", date(2026, 1, 5)),
            ("date", "2026.01.05", date(2026, 1, 5)),
            ("date", "2026 年 1 月 5 日", date(2026, 1, 5)),
            ("date", "２０２６－０１－０５", date(2026, 1, 5)),
            ("date", "2024-02-29", date(2024, 2, 29)),
            ("month", "2026-01", "2026-01"),
            ("month", "2026年1月", "2026-01"),
            ("datetime", "2026-01-05 08:30", datetime(2026, 1, 5, 8, 30)),
            ("datetime", "2026-01-05T08:30", datetime(2026, 1, 5, 8, 30)),
            ("datetime", "2026年1月5日8时30分", datetime(2026, 1, 5, 8, 30)),
            ("datetime", "2026-01-05 08:30:00", datetime(2026, 1, 5, 8, 30)),
            ("time", "8:05", "08:05"),
            ("time", "23：59", "23:59"),
            ("time", "8点30分", "08:30"),
            ("number", "0012", Decimal(12)),
            ("number", "-0.5", Decimal("-0.5")),
            ("number", "1,234,567.25", Decimal("1234567.25")),
            ("number", "１２．５", Decimal("12.5")),
            ("number", "- 1 234 567.5", Decimal("-1234567.5")),
            ("money", "￥1,200.50", Decimal("1200.50")),
            ("money", "1200 元", Decimal(1200)),
            ("money", "RMB 12", Decimal(12)),
            ("phone", "138 0000 1111", "13800001111"),
            ("phone", "０５７１—８７６５４３２１", "0571-87654321"),
            ("phone", "138-0013-8000", "138-0013-8000"),
            ("phone", "+86 138 0013 8000", "+8613800138000"),
            ("phone", "(0571) 87654321 转 803", "(0571)87654321转803"),
            ("phone", "13800138000／0571-87654321", "13800138000、0571-87654321"),
            ("phone", "13800138000 13900139000", "13800138000、13900139000"),
            ("phone", "119", "119"),
            ("phone", "110", "110"),
            ("phone", "10050", "10050"),
            ("id-number", "11010519491231002x", "11010519491231002X"),
            ("choice", "甲", "a"),
            ("choice", "First", "a"),
            ("choice", "b", "b"),
            ("rating", "丙（A1）", "c"),
            ("choices", "乙、甲", ("a", "b")),
            ("choices", "b,a,b", ("a", "b")),
        ],
    )
    def test_as_people_write_it(self, kind: str, text: str, value: object) -> None:
        """A text is read as the type of its field means it, in full or half width, with or without its unit."""
        assert read_value(field(kind), text, TEXTS) == value

    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            ("Account, password", ("p",)),
            ("Lights, Account, password; 厨房、卫生间", ("l", "p", "k")),
            ("Account, Lights", ("l", "a")),
            ("厨房、卫生间、Account", ("a", "k")),
            ("、Lights、、", ("l",)),
        ],
    )
    def test_choices_with_commas(self, text: str, ids: tuple[str, ...]) -> None:
        """A choice that has a comma in it is one choice, and the longest that stands there."""
        texts = {"Lights": "l", "Account": "a", "Account, password": "p", "厨房、卫生间": "k"}
        choices = {id_: text for text, id_ in texts.items()}
        asked = Field.model_validate({"id": "x", "title": "栏", "type": "choices", "choices": choices})

        assert read_value(asked, text, texts) == ids

    def test_unit(self) -> None:
        """A number may be written with the unit of its field, and with no other."""
        assert read_value(field("number", unit="间"), "3 间") == 3
        assert read_value(field("number", unit="%"), "12.5％") == Decimal("12.5")
        assert unfit("number", "3 把", unit="间") == "bad-number"

    @pytest.mark.parametrize(
        ("kind", "value", "rule"),
        [
            ("text", "a\x00b", "bad-character"),
            ("text", "a\ud800", "bad-character"),
            ("text", "a\ufffe", "bad-character"),
            ("text", "字" * 2001, "too-long"),
            ("longtext", "字" * 20_001, "too-long"),
            ("text", 3, "bad-text"),
            ("date", "2026-02-29", "bad-date"),
            ("date", "26-01-05", "bad-date"),
            ("date", "1889-01-05", "bad-date"),
            ("date", "2026-01-05 08:30", "bad-date"),
            ("date", "明天", "bad-date"),
            ("date", datetime(2026, 1, 5, 8, 30), "bad-date"),
            ("month", "2026-13", "bad-month"),
            ("month", "2026-1-5", "bad-month"),
            ("datetime", "2026-01-05", "bad-datetime"),
            ("datetime", "2026-01-05 24:00", "bad-datetime"),
            ("datetime", date(2026, 1, 5), "bad-datetime"),
            ("time", "24:00", "bad-time"),
            ("time", "8:60", "bad-time"),
            ("time", "上午", "bad-time"),
            ("number", "1e5", "bad-number"),
            ("number", "12,34", "bad-number"),
            ("number", "12 34", "bad-number"),
            ("number", "1234 567", "bad-number"),
            ("number", "约 30", "bad-number"),
            ("number", "三十", "bad-number"),
            ("number", float("nan"), "bad-number"),
            ("number", float("inf"), "bad-number"),
            ("number", 10**12, "bad-number"),
            ("number", "0.1234567", "bad-number"),
            ("number", True, "bad-number"),
            ("money", "1.234", "bad-money"),
            ("money", Decimal("0.001"), "bad-money"),
            ("money", "十元", "bad-money"),
            ("phone", "1381234567", "bad-phone"),
            ("phone", "12800001111", "bad-phone"),
            ("phone", "0571-12345", "bad-phone"),
            ("phone", "123", "bad-phone"),
            ("phone", "١٣٨٠٠٠٠١١١١", "bad-phone"),
            ("id-number", "E١٢٣٤٥٦٧٨", "bad-id-number"),
            ("id-number", "110105194912310021", "bad-id-check"),
            ("id-number", "110105194913310021", "bad-id-birthday"),
            ("id-number", "990105194912310021", "bad-id-number"),
            ("id-number", "130503670401001", "bad-id-number"),
            ("choice", "丁", "not-a-choice"),
            ("choices", ["a", "z"], "not-a-choice"),
            ("choices", 1, "not-a-choice"),
            ("tick", "true", "bad-tick"),
            ("tick", 1, "bad-tick"),
        ],
    )
    def test_unfit(self, kind: str, value: object, rule: str) -> None:
        """What a field does not take breaks one rule."""
        assert unfit(kind, value) == rule

    @pytest.mark.parametrize(("value", "fits"), [("0", False), ("1", True), ("20", True), ("20.5", False)])
    def test_range(self, value: str, fits: bool) -> None:
        """A number lies within the range of its field, its ends included."""
        if fits:
            assert check_value(field("number", min="1", max="20"), value) == Decimal(value)
        else:
            assert unfit("number", value, min="1", max="20") == "out-of-range"

    @pytest.mark.parametrize(
        ("kind", "value", "typed"),
        [
            ("date", date(2026, 1, 5), date(2026, 1, 5)),
            ("datetime", datetime(2026, 1, 5, 8, 30, 59, 5, UTC), datetime(2026, 1, 5, 8, 30)),
            ("number", 3, Decimal(3)),
            ("number", 0.1, Decimal("0.1")),
            ("money", Decimal("1E+2"), Decimal(100)),
            ("choices", ["b", "a"], ("a", "b")),
            ("choices", ("乙",), ("b",)),
            ("tick", False, False),
        ],
    )
    def test_typed(self, kind: str, value: object, typed: object) -> None:
        """Typed values are taken as they are, datetimes to the minute, choices in the order of the form."""
        assert check_value(field(kind), value, TEXTS) == typed

    @given(st.text())
    def test_any_text(self, text: str) -> None:
        """Whatever is written, a field takes it, and again as it wrote it, or it breaks a rule of its type."""
        for kind in (name for name, type_ in FIELD_TYPES.items() if type_.reading.holds != "tick"):
            if is_blank(text):
                continue
            try:
                value = read_value(field(kind), text, TEXTS)
            except UnfitError:
                unfit(kind, text)  # holds the rule against the type
                continue
            assert is_blank(value) or check_value(field(kind), write_value(value), TEXTS) == value

    def test_blank(self) -> None:
        """Nothing, spaces and no choices are blank; zero and False are not."""
        assert [is_blank(value) for value in (None, "", "\u3000\n", (), "0", Decimal(0), False)] == [True] * 4 + [
            False
        ] * 3

    def test_clean(self) -> None:
        """Cleaning a clean text changes nothing."""
        assert clean(clean("\u3000 a \tb\r\n")) == clean("\u3000 a \tb\r\n") == "a  b"


class TestOrder:
    @pytest.mark.parametrize(
        ("one", "other", "before"),
        [
            (date(2026, 1, 4), date(2026, 1, 5), True),
            (date(2026, 1, 5), date(2026, 1, 5), False),
            (date(2026, 1, 5), datetime(2026, 1, 5, 8, 30), False),
            (datetime(2026, 1, 5, 8, 30), date(2026, 1, 5), False),
            (datetime(2026, 1, 5, 8, 29), datetime(2026, 1, 5, 8, 30), True),
            ("2026-01", date(2026, 2, 1), True),
            ("2026-02", date(2026, 2, 28), False),
            ("08:00", "08:30", True),
            ("08:00", date(2026, 1, 5), False),
        ],
    )
    def test_before(self, one: Any, other: Any, before: bool) -> None:
        """Dates are compared as far as both say; an hour and a day do not compare."""
        assert comes_before(one, other) is before


class TestCapitals:
    @pytest.mark.parametrize(
        ("amount", "words"),
        [
            ("0", "零元整"),
            ("0.05", "伍分"),
            ("0.50", "伍角整"),
            ("10", "壹拾元整"),
            ("10.05", "壹拾元零伍分"),
            ("325.04", "叁佰贰拾伍元零肆分"),
            ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
            ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
            ("107000.53", "壹拾万零柒仟元伍角叁分"),
            ("100000000", "壹亿元整"),
            ("100010001", "壹亿零壹万零壹元整"),
            ("123456789012.34", "壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰元叁角肆分"),
            ("-30", "负叁拾元整"),
        ],
    )
    def test_written(self, amount: str, words: str) -> None:
        """An amount is written as banks want it."""
        assert capitals(Decimal(amount)) == words

    @given(st.integers(-(10**14) + 1, 10**14 - 1))
    def test_read_again(self, cents: int) -> None:
        """What is written is read as the same amount."""
        assert amount_in(capitals(Decimal(cents) / 100)) == Decimal(cents) / 100

    @pytest.mark.parametrize(
        ("words", "amount"),
        [
            ("人民币：壹仟零伍圆叁角正", "1005.3"),
            ("拾元整", "10"),
            ("貳佰元", "200"),
            ("壹 万 元 整", "10000"),
            ("壹仟零伍", None),
            ("一百元", None),
            ("100元", None),
            ("", None),
        ],
    )
    def test_as_people_write_it(self, words: str, amount: str | None) -> None:
        """Variants of characters and of the ending are understood; other characters are not."""
        assert amount_in(words) == (Decimal(amount) if amount else None)


class TestIdentifiers:
    @pytest.mark.parametrize(
        "text",
        [
            "13800001111", "138-0000-1111", "+86 138 0000 1111", "0571-87654321", "(0571)87654321", "021-87654321-805",
            "87654321", "8765432转805", "0571-87654321 分机 805", "8801", "668", "转 801", "短号 66123",
            "400-800-1234", "119", "12345", "95598", "+85223456789",
        ],
    )  # fmt: skip
    def test_phones(self, text: str) -> None:
        """Mobiles, landlines, extensions, service numbers and numbers abroad are telephones."""
        assert phone(text) is not None

    @pytest.mark.parametrize(
        "number", ["11010519491231002X", "91330000720082446H", "E12345678", "H12345678", "M123456(7)"]
    )
    def test_documents(self, number: str) -> None:
        """Residents, organisations, passports and permits have numbers that fit."""
        assert identity_number(number) == (number, None)

    @given(st.integers(0, 16), st.integers(1, 9))
    def test_every_digit_counts(self, place: int, more: int) -> None:
        """A resident's number with one wrong digit never passes."""
        right = "330106199001011234"[:17]
        right += ric.calc_check_digit(f"{right}0")
        wrong = f"{right[:place]}{(int(right[place]) + more) % 10}{right[place + 1 :]}"

        assert identity_number(right)[1] is None
        assert identity_number(wrong)[1] is not None

    def test_organisation(self) -> None:
        """An organisation's code passes with its own check sign only."""
        assert identity_number("91350100M000100Y43") == ("91350100M000100Y43", None)
        assert identity_number("91350100M000100Y44")[1] == "bad-id-check"
