"""Filled copies read back: what counts as written, and what disagrees with itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

import pytest

from tests.filled.filled_samples import change, run, typed
from tests.filled.reading_samples import EMPTY, box_of, flattened, mistakes, notes, read, set_property, tick


class TestText:
    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (run("1-2-301"), "1-2-301"),
            (run("1-2") + run("-301"), "1-2-301"),
            ("<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r>", "第一行\n第二行"),
            ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
            ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>", "1-2"),
            ("<w:r><w:t>3\u20111\u00a01\u00ad201</w:t><w:softHyphen/></w:r>", "3-1 1201"),
            ('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">\u3000 1-2-301 \u3000</w:t></w:r>', "1-2-301"),
            (f'<w:ins w:id="1" w:author="a">{run("1-2-301")}</w:ins>', "1-2-301"),
            (
                f'<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r>{run("旧")}</w:del>{run("新")}',
                "新",
            ),
            (f'<w:del\nw:id="1" w:author="a">{run("旧")}</w:del>{run("新")}', "新"),
            (f"<w:del>{run('旧')}</w:del>{run('新')}", "新"),
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
        """What Word itself shows in a control that was emptied is no answer, and nothing to remark."""
        back = read(typed("head.room", run("单击或点击此处输入文字。"), keep_hint=True))

        assert "room" not in back.values["head"]
        assert notes(back) == []

    def test_flag_on_an_answer(self) -> None:
        """A text that is no hint counts though the control says it is one: programs leave that flag behind."""
        back = read(typed("head.room", run("3-1-1201"), keep_hint=True))

        assert back.values["head"]["room"] == "3-1-1201"
        assert notes(back) == ["一、所有字段类型，“房号”：“3-1-1201”标着是提示语，其实不是，照写的读"]

    def test_hint_without_its_flag(self) -> None:
        """A hint that lost its flag is no answer either, and is pointed out."""
        back = read(typed("head.room", run("房号")))

        assert "room" not in back.values["head"]
        assert notes(back) == ["一、所有字段类型，“房号”：只有提示语“房号”，当作没有填"]

    def test_hint_left_over(self) -> None:
        """Text typed into the middle of a hint is kept as it is and pointed out."""
        back = read(typed("head.who", run("签张三名")))

        assert back.values["head"]["who"] == "签张三名"
        assert notes(back, "en") == ["一、所有字段类型, '申请人 (Resident)': '签张三名' may still hold the hint '签名'"]

    def test_typed_name(self) -> None:
        """What is typed where a hand should sign is reported as typed."""
        back = read(typed("signed.clerk", run("赵六")))

        assert back.values["signed"] == {"clerk": {"signed": "赵六"}}
        assert [note.say("zh") for note in back.notes] == ["“经办 · 签字”：“**”是打的字，不是签名"]


class TestBoxes:
    def test_ticked(self) -> None:
        """A ticked box is stored and drawn as ticked."""
        back = read(tick("head.seen"), tick("head.works.floor"), tick("head.way.firm"))

        head = back.values["head"]
        assert (head["seen"], head["works"], head["way"]) == (True, ("floor",), "firm")
        assert notes(back) == []

    def test_drawn_counts(self) -> None:
        """Where the box is drawn otherwise than stored, what is drawn counts and the disagreement is pointed out."""
        back = read(tick("head.seen", glyph="\u2610"), tick("lead.read", checked=False))

        assert (back.values["head"]["seen"], back.values["lead"]["read"]) == (False, True)
        assert notes(back) == [
            "“已读”：方框画的是“☑”，存的是没有勾，按画的读",
            "一、所有字段类型，“原件已核”：方框画的是“☐”，存的是勾上，按画的读",
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

    def test_unknown_sign(self) -> None:
        """Where nobody can tell what is drawn, what is stored counts; without that it is a mistake."""
        stored = read(tick("head.seen", glyph="◆"))
        flat = read(flattened("head.seen", run("◆")))

        assert stored.values["head"]["seen"] is True
        assert notes(stored) == ["一、所有字段类型，“原件已核”：方框画的是“◆”，看不出勾没有勾，按存的读：勾上"]
        assert mistakes(flat) == ["一、所有字段类型，“原件已核”：方框处是“◆”，看不出勾没有勾，应为 ☑ 或 ☐"]
        assert mistakes(flat, "en") == [
            "一、所有字段类型, '原件已核': the box shows '◆', neither ticked nor empty; ☑ or ☐ is expected"
        ]

    def test_one_of_several_is_gone(self) -> None:
        """A box of a choice that was deleted may have been the ticked one: that is said."""
        back = read(lambda document: re.sub(box_of("head.way.self"), "", document))

        assert mistakes(back) == ["一、所有字段类型，“方式”：有的方框被删掉了，应使用没有改动过的表"]


class TestNotSeen:
    @pytest.mark.parametrize(
        ("content", "said", "said_in_english"),
        [
            (
                "<w:r><w:rPr><w:strike/></w:rPr><w:t>3-1-1202</w:t></w:r>",
                "“3-1-1202”划掉了，没有算",
                "'3-1-1202' is struck out and does not count",
            ),
            (
                '<w:r><w:rPr><w:vanish w:val="on"/></w:rPr><w:t>3-1-1202</w:t></w:r>',
                "“3-1-1202”是隐藏的文字，没有算",
                "'3-1-1202' is hidden and does not count",
            ),
            (
                '<w:del w:id="1" w:author="a"><w:r><w:delText>3-1-1202</w:delText></w:r></w:del>',
                "“3-1-1202”在修订里删去了，没有算",
                "'3-1-1202' is deleted by a tracked change and does not count",
            ),
            (
                (
                    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>eq \\o\\ac(○,3)</w:instrText>'
                    '<w:fldChar w:fldCharType="end"/></w:r>'
                ),
                "有公式域（eq \\o\\ac(○,3)），它显示的字读不出来，应改成普通文字",
                "it holds a field (eq \\o\\ac(○,3)) whose text cannot be read; type it as ordinary text",
            ),
        ],
    )
    def test_is_told(self, content: str, said: str, said_in_english: str) -> None:
        """What is written and not seen is told with its place and its reason."""
        back = read(typed("head.room", content + run("3-1-1201")))

        assert back.values["head"]["room"] == "3-1-1201"
        assert notes(back) == [f"一、所有字段类型，“房号”：{said}"]
        assert notes(back, "en") == [f"一、所有字段类型, '房号': {said_in_english}"]

    def test_hint_typed_over(self) -> None:
        """A hint that a tracked change took away is nothing to remark."""
        gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>房号</w:delText></w:r></w:del>'

        assert notes(read(typed("head.room", gone + run("3-1-1201")))) == []

    def test_defaults(self) -> None:
        """What the defaults of a document strike out does not count, but where a run turns it off."""
        kept = '<w:r><w:rPr><w:strike w:val="off"/></w:rPr><w:t>3-1-1201</w:t></w:r>'
        docx = change(EMPTY, typed("head.room", run("3-1-1202") + kept))
        docx = change(docx, lambda styles: styles.replace("<w:rPr>", "<w:rPr><w:strike/>", 1), part="word/styles.xml")
        back = read(docx=docx)

        assert back.values["head"]["room"] == "3-1-1201"
        assert "一、所有字段类型，“房号”：“3-1-1202”划掉了，没有算" in notes(back)


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
        """A date that is only stored does not count, for nobody sees it; a note says so."""
        back = read(self.stored("2026-03-02T00:00:00Z"), typed("head.day", ""))

        assert "day" not in back.values["head"]
        assert notes(back) == ["一、所有字段类型，“日期”：没有显示日期，存的是 2026-03-02，按没有填读"]

    def test_time_typed_beside_a_picked_day(self) -> None:
        """A date picker stores midnight; the time that is typed to it is no disagreement."""
        back = read(self.stored("2026-02-03T00:00:00Z", "head.moment"), typed("head.moment", run("2026-02-03 08:30")))

        assert (datetime(2026, 2, 3, 8, 30), []) == (back.values["head"]["moment"], notes(back))

    def test_order(self) -> None:
        """A date before the one it follows is a mistake that says both; also where they stand in different blocks."""
        back = read(typed("lead.from", run("2026-02-03")), typed("lead.to", run("2026-02-02")))

        assert mistakes(back) == ["“完工日期”：填的是“2026-02-02”，应不早于“开工日期”（2026-02-03）"]
