"""What is wrong in a filled copy: every mistake is said with its field, and nothing that is written is dropped."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filled.reading.matching import Names
from schemas.blanks import Blank
from schemas.values import clean
from tests.examples import examples
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import run, typed
from tests.filled.reading_samples import EMPTY, SAMPLE, copy, mistakes, notes, read


class TestMistakes:
    @pytest.mark.parametrize(
        ("tag", "text", "zh", "en"),
        [
            (
                "head.day", "2026-02-30", "2026 年 2 月只有 28 天，没有这一天",
                "February 2026 has 28 days, so there is no such day",
            ),
            ("head.day", "2026-13-01", "月份应为 1～12", "a month from 1 to 12 is expected"),
            (
                "head.day", "0000-11-02", "年份应在 1900～2199 之间",
                "a year from 1900 to 2199 is expected",
            ),
            ("head.day", "明天", "应为日期，如 2026-01-05", "a date is expected, such as 2026-01-05"),
            ("head.month", "大概二月", "应为年月，如 2026-01", "a month is expected, such as 2026-01"),
            ("head.clock", "半夜", "应为时间，如 08:30", "a time is expected, such as 08:30"),
            (
                "head.clock", "25:10", "小时应为 0～23，分钟应为 0～59",
                "hours from 0 to 23 and minutes from 0 to 59 are expected",
            ),
            ("head.area", "很大", "应为数字", "a number is expected"),
            ("head.area", "501", "应在范围内：1 至 500 平方米", "1 to 500 平方米 is expected"),
            ("head.money", "1.234", "应为金额，最多两位小数", "an amount with two decimals at most is expected"),
            (
                "head.phone", "打前台", "应为 11 位手机、带区号的座机，或 3～6 位短号、分机号",
                "a mobile of 11 digits, a landline with its area code, or a short number of 3 to 6 is expected",
            ),
            (
                "head.phone", "1381234567", "手机号码应为 11 位，这里是 10 位，应逐位核对",
                "a mobile number has 11 digits and this one has 10; every digit should be checked",
            ),
            (
                "head.id-no", "110105194912310021", "末位校验码对不上，应逐位核对",
                "its last sign does not match; every digit should be checked",
            ),
            ("head.room", "房" * 2001, "应不超过 2000 个字", "2000 characters at most are expected"),
        ],
    )  # fmt: skip
    def test_unfit(self, tag: str, text: str, zh: str, en: str) -> None:
        """A value that does not fit its field is a mistake with what was found and what is expected, and no value."""
        back = read(typed(tag, run(text)))
        (found,) = (mistake for mistake in back.mistakes if mistake.rule != "required")

        assert (found.expected("zh"), found.expected("en")) == (zh, en)
        assert found.found == text
        assert tag.partition(".")[2] not in back.values["head"]

    def test_what_is_refused_is_not_also_said_to_count(self) -> None:
        """A flag of the hint that a program left is noted where what is written counts, and there alone."""
        copies = [read(typed("head.room", run(text), keep_hint=True)) for text in ("3-1-1201", "房" * 2001)]
        said = [[one.rule for one in (*back.mistakes, *back.notes)] for back in copies]

        assert [[rule for rule in rules if rule != "required"] for rules in said] == [["not-hint"], ["too-long"]]

    def test_required(self) -> None:
        """What must be filled in and is not is a mistake; in a register only once something is in the row."""
        back = read(typed("workers.fee", run("3"), nth=1))

        assert [mistake.say("zh") for mistake in back.mistakes] == [
            "“开工日期”：没有填，此项必填",
            "一、所有字段类型，“房号”：没有填，此项必填",
            "一、所有字段类型，“押金”：没有填，此项必填",
            "二、施工人员，第 2 行，“姓名”：没有填，此项必填",
        ]

    def test_unfit_is_not_missing(self) -> None:
        """A required field with an unfit value has one mistake, not two."""
        back = read(typed("head.money", run("许多")))

        assert [found.rule for found in back.mistakes if found.field == "money"] == ["bad-money"]

    def test_zero_is_a_value(self) -> None:
        """Zero is an answer to a required field."""
        assert not [found for found in read(typed("head.money", run("0"))).mistakes if found.field == "money"]

    def test_row(self) -> None:
        """A mistake in a register says the row as it is printed, empty rows counted; values leave them out."""
        back = read(typed("workers.name", run("张三"), nth=2), typed("workers.fee", run("三元多"), nth=2))

        assert back.values["workers"] == ({"name": "张三", "pass": False},)
        assert back.rows == {"workers": (3,)}
        assert mistakes(back, "en") == [
            "二、施工人员, row 3, '工本费': '三元多' is written; an amount with two decimals at most is expected"
        ]

    def test_personal(self) -> None:
        """A mistake in a personal field does not say what was written unless asked."""
        (found,) = (
            mistake for mistake in read(typed("head.phone", run("1381234567"))).mistakes if mistake.field == "phone"
        )

        assert "1381234567" not in found.say("zh") + found.say("en") + str(found.as_json("en"))
        assert "1381234567" in found.say("zh", show_personal=True)

    def test_place_gone(self) -> None:
        """A field whose control was deleted is a mistake, whether it is required or not."""
        gone = re.compile(r'<w:sdt><w:sdtPr><w:alias [^>]*><w:tag w:val="head\.fee"/>.*?</w:sdt>')

        assert mistakes(read(lambda document: gone.sub("", document))) == [
            "一、所有字段类型，“垃圾清运费”：这一栏被删掉了，应使用没有改动过的表"
        ]

    def test_twice(self) -> None:
        """A copied control that says something else is a mistake; the first counts."""

        def again(document: str) -> str:
            control = re.search(r'<w:sdt><w:sdtPr><w:alias [^>]*><w:tag w:val="head\.room"/>.*?</w:sdt>', document)
            assert control is not None
            return document.replace(control[0], control[0] + control[0].replace("1-101", "2-202"))

        back = read(again, docx=copy({"head": {"room": "1-101"}}))

        assert back.values["head"]["room"] == "1-101"
        assert mistakes(back) == ["一、所有字段类型，“房号”：填的是“1-101”，同一栏在别处填的是“2-202”，应只有一个"]

    def test_unknown_control(self) -> None:
        """What is written in a control that the form lacks is pointed out, not dropped."""
        back = read(
            lambda document: document.replace('<w:tag w:val="head.fee"/>', '<w:tag w:val="head.new"/>'),
            typed("head.new", run("30")),
        )

        assert "“垃圾清运费”：“30”填在本表没有的栏目（head.new）里" in notes(back)


class TestNothingIsDropped:
    @examples(10, 400)
    def test_any_text_in_every_control(self, tried: settings) -> None:
        """Whatever is typed into the controls of a form, each is read as a value or pointed out."""
        texts = st.lists(st.text(filled.ALPHABET, min_size=1, max_size=20) | st.sampled_from(filled.LIKELY), min_size=1)
        tried(given(texts)(self._each_is_read_or_pointed_out))()

    @staticmethod
    def _each_is_read_or_pointed_out(texts: list[str]) -> None:
        names = Names(SAMPLE.blanks)
        copy, typed_in = filled.type_everywhere(EMPTY, texts)

        back = filled.read(SAMPLE, copy)

        known = {(answer.blank.block, answer.row, _key(answer.blank)) for answer in back.answers()}
        known |= {(found.block, found.row, found.field) for found in (*back.mistakes, *back.notes)}
        for tag, text, row in typed_in:
            blank, part = names.tags[tag]
            if clean(text) and not part:
                assert (blank.block, row if blank.is_column else 0, _key(blank)) in known, (tag, text)


def _key(blank: Blank) -> str:
    return f"{blank.row}.{blank.key}" if blank.row else blank.key


class TestAmountInWords:
    def test_agrees(self) -> None:
        """An amount in words that says the same raises nothing."""
        back = read(typed("head.money", run("1005.3")), typed("head.money.words", run("人民币壹仟零伍元叁角")))

        assert (Decimal("1005.3"), [], []) == (back.values["head"]["money"], mistakes(back), notes(back))

    def test_differs(self) -> None:
        """An amount in words that says something else is a mistake that gives the right words."""
        back = read(typed("head.money", run("1005.30")), typed("head.money.words", run("壹仟零伍拾元整")))

        assert mistakes(back) == [
            "一、所有字段类型，“押金”：填的是“壹仟零伍拾元整”，大写应为“壹仟零伍元叁角整”，与小写一致"
        ]

    def test_alone(self) -> None:
        """Words without figures are a mistake."""
        assert "一、所有字段类型，“押金”：填的是“壹元整”，有大写，小写也应填" in mistakes(
            read(typed("head.money.words", run("壹元整")))
        )

    def test_english(self) -> None:
        """Words in English are kept out of the comparison, with a note."""
        back = read(typed("head.money", run("12")), typed("head.money.words", run("twelve yuan")))

        assert notes(back, "en") == [
            "一、所有字段类型, '押金': the words 'twelve yuan' were not compared with the figures"
        ]
