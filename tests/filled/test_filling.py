"""Forms filled by a program: what is written, how it looks in the file, what is refused."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from filled.filling import MistakesError, fill_form
from generators.form import build_form
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import Sample
from tests.generators import docx_samples as samples

FULL: dict[str, Any] = {"head": {"room": "1-101"}, "workers": [{"name": f"工人 {number}"} for number in range(1, 10)]}
_DIGEST = """
import hashlib
from tests.filled.test_filling import FULL, fill
print(hashlib.sha256(fill(FULL)).hexdigest())
"""


def fill(values: dict[str, Any], sample: Sample | None = None) -> bytes:
    """The sample form with *values*."""
    of = sample or filled.everything()
    return fill_form(of.library, of.entry, values)


TALL = (
    "  - register: {id: r, rows: 4, columns: "
    "[{id: no, title: 序号, type: sequence, width: 20}, {id: a, title: 甲, width: 80}]}\n"
)
"""A short register, whose rows are high."""


def heights(count: int) -> list[int]:
    """The heights of the rows of a short register with *count* rows filled, in twips."""
    document = samples.part(fill({"r": [{"a": "甲"}] * count}, filled.made(TALL)))
    rows = document[document.index("<w15:repeatingSection/>") :]
    return [int(height) for height in re.findall(r'<w:trHeight w:val="(\d+)"', rows)]


def control(values: dict[str, Any], tag: str) -> str:
    """The markup of a control of the sample form with *values*."""
    return samples.control(fill(values), tag)


def mistakes(values: dict[str, Any], lang: str = "zh") -> list[str]:
    """What is said about *values*, which do not fit."""
    with pytest.raises(MistakesError) as raised:
        fill(values)
    return [mistake.say(lang) for mistake in raised.value.mistakes]


class TestBytes:
    def test_same_in_every_process(self) -> None:
        """The same values give the same bytes in processes with different hash seeds."""
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONHASHSEED": "1"}
        said = subprocess.run(
            [sys.executable, "-c", _DIGEST], capture_output=True, text=True, check=True, env=environment
        )

        assert said.stdout.strip() == hashlib.sha256(fill(FULL)).hexdigest()

    def test_nothing_filled(self) -> None:
        """Without values the parts are those of the form to fill."""
        sample = filled.everything()
        ours, form = (
            zipfile.ZipFile(BytesIO(content))
            for content in (fill({}), build_form(sample.library, sample.entry, variant="fill"))
        )

        assert {name: ours.read(name) for name in ours.namelist()} == {
            name: form.read(name) for name in form.namelist()
        }
        assert ours.namelist()[0] == "[Content_Types].xml"

    def test_copies_do_not_mix(self) -> None:
        """What one copy was filled with does not show up in the next."""
        fill({"head": {"room": "1-101"}, "workers": [{"name": "张三"}] * 6})

        assert fill({}) == fill({})
        assert "张三" not in samples.part(fill({}))


class TestControls:
    def test_text(self) -> None:
        """A text is escaped, its line breaks are `w:br`, and no hint is left."""
        written = control({"head": {"long": '<w:t>&"\n二'}}, "head.long")

        assert '&lt;w:t&gt;&amp;"</w:t><w:br/><w:t xml:space="preserve">二</w:t>' in written
        assert "showingPlcHdr" not in written
        assert "PlaceholderText" not in written
        assert "填写" not in written

    @pytest.mark.parametrize(
        ("tag", "value", "shown", "stored"),
        [
            ("head.day", date(2026, 2, 3), "2026-02-03", "2026-02-03T00:00:00Z"),
            ("head.month", "2026-02", "2026-02", "2026-02-01T00:00:00Z"),
            ("head.moment", datetime(2026, 2, 3, 8, 5), "2026-02-03 08:05", "2026-02-03T08:05:00Z"),
        ],
    )
    def test_dates(self, tag: str, value: object, shown: str, stored: str) -> None:
        """A date is shown in its control's own format, and stored besides."""
        block, _, key = tag.partition(".")
        written = control({block: {key: value}}, tag)

        assert f">{shown}</w:t>" in written
        assert f'<w:date w:fullDate="{stored}">' in written

    def test_boxes(self) -> None:
        """The box of what is chosen is ticked and drawn as ticked, the others stay empty."""
        values = {"head": {"way": "firm", "works": ["floor"], "seen": True}}
        ticked = [control(values, tag) for tag in ("head.way.firm", "head.works.floor", "head.seen")]
        others = [control(values, tag) for tag in ("head.way.self", "head.works.wall", "lead.read")]

        assert all('w14:checked w14:val="1"' in markup and "\u2611</w:t>" in markup for markup in ticked)
        assert all('w14:checked w14:val="0"' in markup and "\u2610</w:t>" in markup for markup in others)

    def test_list(self) -> None:
        """A list shows the text of the choice, in the language of the form."""
        assert ">丙级</w:t>" in control({"head": {"grade": "c"}}, "head.grade")

    def test_money_in_words(self) -> None:
        """An amount has two decimals, and is written in capitals where the form asks for them."""
        values = {"head": {"money": Decimal("1005.3")}}

        assert ">1005.30</w:t>" in control(values, "head.money")
        assert ">壹仟零伍元叁角整</w:t>" in control(values, "head.money.words")

    def test_other_attachment(self) -> None:
        """What else is attached is written, and its box is ticked."""
        values = {"papers": {"other": "照片"}}

        assert ">照片</w:t>" in control(values, "papers.other.what")
        assert 'w14:checked w14:val="1"' in control(values, "papers.other")

    def test_value_given_beforehand(self) -> None:
        """What the form says beforehand stays, unless another value is given."""
        assert ">示范园区</w:t>" in control({}, "head.project")
        assert "示范园区" not in control({"head": {"project": "别处"}}, "head.project")

    def test_what_is_blank_keeps_its_hint(self) -> None:
        """A control for which nothing is given keeps its hint, whatever blank value stands for nothing."""
        assert "showingPlcHdr" in control({"head": {"room": "", "phone": None}}, "head.room")


class TestRows:
    @pytest.mark.parametrize("text", ["字", "=" * 500])
    def test_as_many_as_can_be_read(self, text: str) -> None:
        """Whatever is filled can be read back; more is refused in a line, by size as by what a text is made of."""
        sample = filled.everything()
        few, rows = {"workers": [{"name": text}] * 150}, [{"name": text, "kind": "wood"}] * 1000

        assert len(filled.read(sample, fill(few)).values["workers"]) == 150
        assert mistakes({"workers": rows}) == ["填得太多，这样的文件读不回来，应分成几份填，或缩短文字"]
        assert mistakes({"workers": rows}, "en") == [
            "it holds too much to be read back; several copies or shorter texts are expected"
        ]

    def test_far_too_many_are_refused_before_any_is_made(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The rows that are asked for are weighed by one of them."""
        monkeypatch.setattr("filled.filling.fill.last_rows", None)
        view = samples.library().view("zh")

        with pytest.raises(MistakesError) as raised:
            fill({"r": [{"name": "字"}] * 1000}, Sample(view, samples.form("roster", view)))

        assert [mistake.say("zh") for mistake in raised.value.mistakes] == [
            "填得太多，这样的文件读不回来，应分成几份填，或缩短文字"
        ]

    def test_more_than_printed(self) -> None:
        """Rows beyond those printed are added, numbered on, with names of their own."""
        document = samples.part(fill(FULL))

        assert document.count("<w15:repeatingSectionItem/>") == 9
        assert re.findall(r'"(f_workers__name__\d+)"', document) == [f"f_workers__name__{n}" for n in range(1, 10)]
        assert [f">{number}</w:t>" in document for number in range(5, 10)] == [True] * 5

    def test_added_rows_have_no_hints(self) -> None:
        """What is not filled in an added row is as blank as in the printed ones."""
        document = samples.part(fill(FULL))
        ninth = document[document.index("f_workers__name__9") :]

        assert "证件号码</w:t>" not in ninth[: ninth.index("</w:tr>")]

    def test_far_row(self) -> None:
        """A register of 300 rows is filled and read back."""
        rows = [{"name": str(number)} for number in range(300)]

        back = filled.read(filled.everything(), fill({"workers": rows}))

        assert [row["name"] for row in back.values["workers"]] == [row["name"] for row in rows]

    def test_added_rows_take_the_room_of_the_printed_ones(self) -> None:
        """Rows are set closer, as everything is typed, so that the register is no higher while they can be read."""
        few, more = (heights(count) for count in (4, 7))

        assert len(few) == 4
        assert len(more) == 7
        assert sum(few) - 7 < sum(more) <= sum(few)
        assert set(heights(40)) == {345}

    def test_no_page_gets_the_last_row_alone(self) -> None:
        """The last but one stays with it, be it printed or added, and it with what ends the form; others may part."""
        for count in (5, 6, 9):
            document = samples.part(fill({"r": [{"a": "甲"}] * count}, filled.made(TALL)))
            rows = re.findall(r"<w:tr>.*?</w:tr>", document[document.index("<w15:repeatingSection/>") :], re.DOTALL)

            assert "<w:keepNext/>" in rows[count - 2]
            assert "<w:keepNext/>" in rows[count - 1]
            assert not any("<w:keepNext/>" in row for row in rows[3 : count - 2])


class TestRefused:
    def test_every_mistake(self) -> None:
        """Every value that does not fit is reported with the place it was meant for, and none is dropped."""
        said = mistakes(
            {
                "head": {"day": "2026-02-30", "area": 600, "phone": "123", "nothing": "x", "seen": "yes"},
                "workers": [{"name": "张三"}, {"fee": "x", "until": "?"}],
                "checks": {"bath": {"result": "maybe"}},
                "elsewhere": {"a": "b"},
            }
        )

        assert said == [
            "一、所有字段类型，“日期”：填的是“2026-02-30”，应为日期，如 2026-01-05",
            "一、所有字段类型，“面积”：填的是“600”，应在范围内：1 至 500 平方米",
            (
                "一、所有字段类型，“电话”：填的是“（个人信息，已隐去）”，"
                "应为 11 位手机、带区号的座机，或 3～6 位短号、分机号"
            ),
            "表上没有“head.nothing”这一栏，应为表上的栏目",
            "一、所有字段类型，“原件已核”：填的是“yes”，应为勾或不勾",
            "二、施工人员，第 2 行，“工本费”：填的是“x”，应为金额，最多两位小数",
            "二、施工人员，第 2 行，“有效期至”：填的是“?”，应为日期，如 2026-01-05",
            "四、验收，“卫生间蓄水 24 小时不渗漏”：填的是“maybe”，应为其中一项：合格、不合格、无此项",
            "表上没有“elsewhere”这一栏，应为表上的栏目",
        ]

    def test_one_line(self) -> None:
        """The error itself says how many values do not fit, and the first of them."""
        with pytest.raises(MistakesError) as raised:
            fill({"head": {"day": "x", "clock": "y"}})

        assert raised.value.say("zh") == (
            '《装修施工申请与验收单（样张 <A&B> "引号"）》有 2 处填得不对。'
            "一、所有字段类型，“日期”：填的是“x”，应为日期，如 2026-01-05"
        )

    @pytest.mark.parametrize(
        ("values", "said"),
        [
            ({"workers": {"name": "张三"}}, "'workers': '{'name': '**'}' is given; a list of rows is expected"),
            ({"workers": ["张三"]}, "row 1, 'workers': '**' is given; values by field id is expected"),
            ({"head": "张三"}, "'head': '**' is given; values by field id is expected"),
            ({"signed": {"owner": "张三"}}, "'signed': '**' is given; values by field id is expected"),
            (
                {"workers": [{"name": "a"}] * 1001},
                "'workers': there are 1001 rows; 1000 at most are expected",
            ),
            (
                {"head": {"way": 5}},
                "一、所有字段类型, '方式': '5' is written; one of these is expected: 自装, 委托单位",
            ),
            ({"head": {"room": {"a": "b"}}}, "the form has no 'head.room.a'; a field of the form is expected"),
            ({"workers": [{"no": 1}]}, "row 1: the form has no 'workers.no'; a field of the form is expected"),
            (
                {"papers": {"other": "a\x07"}},
                "六、附件, 'other': it holds the character U+0007, which no document can keep; it must be taken out",
            ),
            (
                {"seal": {"date": "x"}},
                "（盖章）, 'date': 'x' is written; a date is expected, such as 2026-01-05",
            ),
            (
                {"papers": {"other": "填写"}},
                "六、附件, 'other': '填写' is written; that is the hint; the answer itself is expected",
            ),
            (
                {"lead": {"from": "2026-02-03", "to": "2026-02-02"}},
                "'完工日期': '2026-02-02' is written; it must not come before '开工日期' (2026-02-03)",
            ),
        ],
    )
    def test_shapes(self, values: dict[str, Any], said: str) -> None:
        """Values of another shape, of no field, or that no document can keep, are refused in words."""
        assert mistakes(values, "en") == [said]

    def test_not_a_form(self) -> None:
        """A record that is no form cannot be filled."""
        sample = filled.everything()
        entry = sample.library.find("GT-BF-KF-001", "greentown-after-sales")
        assert entry is not None

        with pytest.raises(TypeError, match="is not a form"):
            fill_form(sample.library, entry, {})


def test_sums_and_products_are_written_in_where_they_are_left_out() -> None:
    """From what is there; a figure that somebody gives stays, and what goes on from it does so from that figure."""
    rows = [{"price": "3.35", "used": "3"}, {"price": "2", "used": "2", "amount": "5"}]
    sample = filled.made(WORKED_OUT)
    docx = fill_form(sample.library, sample.entry, {"items": rows})
    back = filled.read(sample, docx)

    assert [str(row["amount"]) for row in back.values["items"]] == ["10.05", "5.00"]
    assert str(back.values["g"]["total"]) == "15.05"
    assert "total" not in filled.read(sample, fill_form(sample.library, sample.entry, {})).values.get("g", {})


WORKED_OUT = """
  - register:
      id: items
      rows: 3
      columns:
        - {id: price, title: 单价, type: money}
        - {id: used, title: 数量, type: number}
        - {id: amount, title: 金额, type: money, product: [used, price]}
  - grid:
      id: g
      fields:
        - {id: total, title: 合计, type: money, words: true, total: items.amount}
"""
