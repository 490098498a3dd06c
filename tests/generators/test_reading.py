"""Filled copies read back: what counts as written, what disagrees, and what is wrong, field by field."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.filling import fill_form
from generators.reading.matching import Names
from schemas.blanks import Blank
from schemas.filled import Filled
from schemas.values import clean
from tests.generators import filled_samples as filled
from tests.generators.filled_samples import change, run, typed

SAMPLE = filled.everything()
EMPTY = fill_form(SAMPLE.library, SAMPLE.entry, {})
BOX_ON = "<w:r><w:t>\u2611</w:t></w:r>"


def read(*edits: Callable[[str], str], docx: bytes = EMPTY) -> Filled:
    """A copy read after edits to its document."""
    return filled.read(SAMPLE, change(docx, *edits) if edits else docx)


def copy(values: dict[str, Any]) -> bytes:
    """A copy with *values*."""
    return fill_form(SAMPLE.library, SAMPLE.entry, values)


def mistakes(found: Filled, lang: str = "zh") -> list[str]:
    """What is to be put right, but for what was not filled in."""
    return [mistake.say(lang, show_personal=True) for mistake in found.mistakes if mistake.rule != "required"]


def notes(found: Filled, lang: str = "zh") -> list[str]:
    """What is to be known, but for typed names."""
    return [note.say(lang, show_personal=True) for note in found.notes if note.rule != "typed-name"]


def set_property(tag: str, old: str, new: str) -> Callable[[str], str]:
    """An edit of the properties of a control."""

    def edit(document: str) -> str:
        return re.sub(
            rf'<w:sdtPr>(?:(?!</w:sdtPr>).)*<w:tag w:val="{re.escape(tag)}"/>.*?</w:sdtPr>',
            lambda match: match[0].replace(old, new),
            document,
            count=1,
        )

    return edit


def tick(tag: str, *, checked: bool = True, glyph: str = "\u2611") -> Callable[[str], str]:
    """An edit: a box is clicked, and shows *glyph*."""

    def edit(document: str) -> str:
        state = '<w14:checked w14:val="1"/>' if checked else '<w14:checked w14:val="0"/>'
        document = set_property(tag, '<w14:checked w14:val="0"/>', state)(document)
        return typed(tag, f"<w:r><w:t>{glyph}</w:t></w:r>")(document)

    return edit


class TestText:
    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (run("1-2-301"), "1-2-301"),
            (run("1-2") + run("-301"), "1-2-301"),
            ("<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r>", "第一行\n第二行"),
            ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
            ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>", "1\u20112"),
            ('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">\u3000 1-2-301 \u3000</w:t></w:r>', "1-2-301"),
            (f'<w:ins w:id="1" w:author="a">{run("1-2-301")}</w:ins>', "1-2-301"),
            (
                f'<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r>{run("旧")}</w:del>{run("新")}',
                "新",
            ),
            (f'<w:moveFrom w:id="1" w:author="a">{run("旧")}</w:moveFrom>{run("新")}', "新"),
            (f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>{run('看得见')}", "看得见"),
        ],
    )
    def test_content(self, content: str, text: str) -> None:
        """Runs are joined, breaks are line breaks, spaces around dropped; deleted and hidden text does not count."""
        assert text == read(typed("head.room", content)).values["head"]["room"]

    def test_several_paragraphs(self) -> None:
        """A control that Word has grown around several paragraphs is one text of several lines."""
        paragraph = r"<w:p><w:pPr>(?:(?!<w:p>).)*?"
        properties = r'(<w:sdt><w:sdtPr><w:alias [^>]*><w:tag w:val="head\.long"/>.*?</w:sdtPr>)'
        control = re.compile(f"{paragraph}{properties}<w:sdtContent>.*?</w:p>")
        grown = rf"\1<w:sdtContent><w:p>{run('一')}</w:p><w:p/><w:p>{run('二')}</w:p></w:sdtContent></w:sdt><w:p/>"
        back = read(lambda document: control.sub(grown, document).replace("<w:showingPlcHdr/>", ""))

        assert back.values["head"]["long"] == "一\n\n二"

    def test_only_spaces(self) -> None:
        """A control with nothing but spaces is blank."""
        assert "room" not in read(typed("head.room", run("\u3000\u3000"))).values["head"]

    def test_hint_with_its_flag(self) -> None:
        """Whatever a control shows as its hint is no answer, even if it is none of the form's hints."""
        assert "room" not in read(typed("head.room", run("Click here"), keep_hint=True)).values["head"]

    def test_hint_without_its_flag(self) -> None:
        """A hint that lost its flag is no answer either, and is pointed out."""
        back = read(typed("head.room", run("房号")))

        assert "room" not in back.values["head"]
        assert notes(back) == ["一、所有字段类型，“房号”：只有提示语“房号”，当作没有填"]

    def test_hint_left_over(self) -> None:
        """Text typed into the middle of a hint is kept as it is and pointed out."""
        back = read(typed("head.who", run("签张三名")))

        assert back.values["head"]["who"] == "签张三名"
        assert notes(back, "en") == ["一、所有字段类型, '申请人': '签张三名' may still hold the hint '签名'"]

    def test_typed_name(self) -> None:
        """What is typed where a hand should sign is reported as typed."""
        back = read(typed("signed.clerk", run("赵六")))

        assert back.values["signed"] == {"clerk": {"signed": "赵六"}}
        assert [note.say("zh") for note in back.notes] == ["“经办 · 签字”：“赵六”是打的字，不是签名"]


class TestBoxes:
    def test_ticked(self) -> None:
        """A ticked box is stored and drawn as ticked."""
        back = read(tick("head.seen"), tick("head.works.floor"), tick("head.way.firm"))

        head = back.values["head"]
        assert (head["seen"], head["works"], head["way"]) == (True, ("floor",), "firm")
        assert notes(back) == []

    def test_stored_counts(self) -> None:
        """Where the box is drawn otherwise than stored, the stored state counts and the disagreement is pointed out."""
        back = read(tick("head.seen", glyph="\u2610"), tick("lead.read", checked=False))

        assert (back.values["head"]["seen"], back.values["lead"]["read"]) == (True, False)
        assert notes(back) == [
            "“已读”：方框画的是“☑”，存的是没有勾，按存的读",
            "一、所有字段类型，“原件已核”：方框画的是“☐”，存的是勾上，按存的读",
        ]

    def test_symbol(self) -> None:
        """A box drawn with a symbol of a font is understood."""
        symbol = '<w:r><w:sym w:font="MS Gothic" w:char="2612"/></w:r>'
        back = read(set_property("head.seen", 'checked w14:val="0"', 'checked w14:val="1"'), typed("head.seen", symbol))

        assert back.values["head"]["seen"] is True
        assert notes(back) == []

    def test_two_of_one(self) -> None:
        """Two boxes ticked of which one may be are a mistake, and neither is chosen."""
        back = read(tick("head.way.self"), tick("head.way.firm"))

        assert "way" not in back.values["head"]
        assert mistakes(back) == ["一、所有字段类型，“方式”：勾了“自装、委托单位”，只能勾一项"]

    def test_other_attachment(self) -> None:
        """What else is attached is read by its text; a tick without a text is a mistake."""
        assert read(typed("papers.other.what", run("照片"))).values["papers"]["other"] == "照片"
        ticked = read(tick("papers.other"))
        assert [(found.field, found.rule) for found in ticked.mistakes if found.block == "papers"] == [
            ("other", "required")
        ]


class TestChoices:
    @pytest.mark.parametrize("shown", ["丙级", "c"])
    def test_by_text(self, shown: str) -> None:
        """A list gives the id of the choice whose text it shows."""
        assert read(typed("head.grade", run(shown))).values["head"]["grade"] == "c"

    def test_text_counts(self) -> None:
        """What a person sees counts, whatever the list says its value is."""
        forged = set_property("head.grade", 'displayText="丙级" w:value="c"', 'displayText="丙级" w:value="a"')

        assert read(forged, typed("head.grade", run("丙级"))).values["head"]["grade"] == "c"

    def test_no_choice(self) -> None:
        """A text that is no choice is a mistake that names the choices."""
        assert mistakes(read(typed("head.grade", run("特级")))) == [
            "一、所有字段类型，“等级”：填的是“特级”，应为其中一项：甲级、乙级、丙级、丁级、戊级、己级、未评"
        ]


class TestDates:
    @pytest.mark.parametrize(
        ("tag", "shown", "value"),
        [
            ("head.day", "2026年2月3日", date(2026, 2, 3)),
            ("head.day", "2026/2/3", date(2026, 2, 3)),
            ("head.month", "2026年2月", "2026-02"),
            ("head.moment", "2026-02-03 8：05", datetime(2026, 2, 3, 8, 5)),
            ("head.clock", "8时5分", "08:05"),
        ],
    )
    def test_as_people_write_them(self, tag: str, shown: str, value: object) -> None:
        """Dates are read as people write them."""
        block, _, key = tag.partition(".")

        assert read(typed(tag, run(shown))).values[block][key] == value

    def stored(self, moment: str, tag: str = "head.day") -> Callable[[str], str]:
        """An edit: the control stores a date."""
        return set_property(tag, "<w:date>", f'<w:date w:fullDate="{moment}">')

    def test_agrees(self) -> None:
        """A date that is shown as it is stored raises no note."""
        back = read(self.stored("2026-02-03T00:00:00Z"), typed("head.day", run("2026-02-03")))

        assert (date(2026, 2, 3), []) == (back.values["head"]["day"], notes(back))

    def test_differs(self) -> None:
        """A date that is shown otherwise than stored counts as shown, with a note."""
        back = read(self.stored("2026-03-02T00:00:00Z"), typed("head.day", run("2026-02-03")))

        assert back.values["head"]["day"] == date(2026, 2, 3)
        assert notes(back) == ["一、所有字段类型，“日期”：显示的是“2026-02-03”，存的是 2026-03-02，按显示的读"]

    def test_unseen(self) -> None:
        """A date that is only stored counts, with a note."""
        back = read(self.stored("2026-03-02T00:00:00Z"), typed("head.day", ""))

        assert back.values["head"]["day"] == date(2026, 3, 2)
        assert notes(back) == ["一、所有字段类型，“日期”：没有显示日期，存的是 2026-03-02，照存的读"]

    def test_time_typed_beside_a_picked_day(self) -> None:
        """A date picker stores midnight; the time that is typed to it is no disagreement."""
        back = read(self.stored("2026-02-03T00:00:00Z", "head.moment"), typed("head.moment", run("2026-02-03 08:30")))

        assert (datetime(2026, 2, 3, 8, 30), []) == (back.values["head"]["moment"], notes(back))

    def test_order(self) -> None:
        """A date before the one it follows is a mistake that says both; also where they stand in different blocks."""
        back = read(typed("lead.from", run("2026-02-03")), typed("lead.to", run("2026-02-02")))

        assert mistakes(back) == ["“完工日期”：填的是“2026-02-02”，应不早于“开工日期”（2026-02-03）"]


class TestMistakes:
    @pytest.mark.parametrize(
        ("tag", "text", "zh", "en"),
        [
            ("head.day", "2026-02-30", "应为日期，如 2026-01-05", "a date is expected, such as 2026-01-05"),
            ("head.month", "二月", "应为年月，如 2026-01", "a month is expected, such as 2026-01"),
            ("head.clock", "25:00", "应为时间，如 08:30", "a time is expected, such as 08:30"),
            ("head.area", "很大", "应为数字", "a number is expected"),
            ("head.area", "501", "应为 1 到 500 平方米", "1 to 500 平方米 is expected"),
            ("head.money", "1.234", "应为金额，最多两位小数", "an amount with two decimals at most is expected"),
            (
                "head.phone", "1381234567", "应为 11 位手机号码，或带区号的固定电话",
                "a mobile number of 11 digits or a landline with its area code is expected",
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
        back = read(typed("workers.name", run("张三"), nth=2), typed("workers.fee", run("三元"), nth=2))

        assert back.values["workers"] == ({"name": "张三", "pass": False},)
        assert back.rows == {"workers": (3,)}
        assert mistakes(back, "en") == [
            "二、施工人员, row 3, '工本费': '三元' is written; an amount with two decimals at most is expected"
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
    @settings(max_examples=40, deadline=None)
    @given(
        texts=st.lists(st.text(filled.ALPHABET, min_size=1, max_size=20) | st.sampled_from(filled.LIKELY), min_size=1)
    )
    def test_any_text_in_every_control(self, texts: list[str]) -> None:
        """Whatever is typed into the controls of a form, each is read as a value or pointed out."""
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
