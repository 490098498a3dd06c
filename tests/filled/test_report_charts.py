"""Charts: what they show, as SVG for a page and as a picture in the frame of the form."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from matplotlib.font_manager import FontPath, fontManager
from openxml_audit import OpenXmlValidator
from PIL import Image

from filled.reading import read_form
from filled.report.charts.drawing import draw, png, svg
from filled.report.charts.page import ticks
from filled.report.charts.picture import Bar, ChartPicture, pictures
from filled.report.documents import make_document
from filled.report.framing import frames
from filled.report.periods import Period
from generators import fonts
from generators.fonts import NoChineseFontError
from tests.filled import report_samples as samples
from tests.generators.docx_lint import lint

SVG = "{http://www.w3.org/2000/svg}"
CAUSES: Mapping[str, Any] = {
    "causes": tuple(
        {"cause": name, "count": Decimal(count), "class": class_}
        for name, count, class_ in (("维修", 9, "a"), ("服务", 6, "a"), ("收费", 3, "b"), ("其他", 2, "c"))
    )
}


def pareto(**more: Any) -> ChartPicture:
    """The Pareto chart of twenty complaints."""
    (picture,) = pictures(samples.library(), samples.form("cause-chart"), {**CAUSES, **more})
    return picture


def written(node: etree._Element) -> str:
    """What an element says."""
    return "".join(map(str, node.itertext()))


def words(markup: str) -> list[str]:
    """What is written in an SVG."""
    return [written(node) for node in etree.fromstring(markup.encode()).iter(f"{SVG}text")]


class TestPicture:
    """What a chart shows, taken from the values of its form."""

    def test_bars_with_names_amounts_and_classes(self) -> None:
        """From the columns that the chart names, and the class that the form is worked out with."""
        picture = pareto()

        assert picture.bars == (
            Bar("维修", Decimal(9), 0), Bar("服务", Decimal(6), 0), Bar("收费", Decimal(3), 1),
            Bar("其他", Decimal(2), 2),
        )  # fmt: skip
        assert (int(picture.total), picture.axis, picture.unit, picture.classes) == (20, "件数", "件", ("A", "B", "C"))

    def test_the_rows_of_a_matrix_are_named_by_their_titles(self) -> None:
        """A row without an amount stays; the row of all is told apart."""
        values = {"items": {"manner": {"rate": Decimal("75.0")}, "all": {"rate": Decimal("60.0")}}}

        (picture,) = pictures(samples.library(), samples.form("survey-summary"), values)

        assert picture.bars == (
            Bar("态度", Decimal("75.0")), Bar("时效", None), Bar("维修", None), Bar("前台小计", None),
            Bar("合计", Decimal("60.0"), is_total=True),
        )  # fmt: skip

    def test_a_chart_of_nothing_is_not_drawn(self) -> None:
        """An empty frame says more than empty axes."""
        assert pictures(samples.library(), samples.form("cause-chart"), {}) == ()


class TestSvg:
    """For a page with a strict content security policy."""

    def test_a_pareto_chart_says_all_it_must(self) -> None:
        """N, 100 % level with it, the line's percentages, names and amounts, classes, the period."""
        said = words(svg(draw(pareto(), 180, 70, "排列图　2026 年 11 月"), "x", "x"))

        assert {"件数（件）　N = 20", "100%", "80%", "45.0%", "75.0%", "90.0%", "100.0%", "累计占比"} <= set(said)
        assert {"维修", "服务", "收费", "其他", "9", "6", "3", "2", "A 类", "B 类", "C 类"} <= set(said)
        assert "排列图　2026 年 11 月" in said

    def test_its_line_says_what_the_table_adds_up(self) -> None:
        """Three alike are 33.4, 33.3 and 33.3 of 100 in the table, and the line stands at their sums."""
        three = tuple({"cause": name, "count": Decimal(1), "class": "a"} for name in ("维修", "服务", "收费"))
        (picture,) = pictures(samples.library(), samples.form("cause-chart"), {"causes": three})
        said = words(svg(draw(picture, 180, 70), "x", "x"))
        assert [one for one in said if "." in one] == ["33.4%", "66.7%", "100.0%"]

    def test_n_and_one_hundred_percent_are_level(self) -> None:
        """The highest tick on the left stands as high as 100 % on the right, and 0 as high as 0 %."""
        root = etree.fromstring(svg(draw(pareto(), 180, 70), "x", "x").encode())
        at = {written(node): float(node.get("y", "0")) for node in root.iter(f"{SVG}text")}

        assert at["20"] == pytest.approx(at["100%"], abs=0.01)
        assert at["0"] == pytest.approx(at["0%"], abs=0.01)

    def test_nothing_in_it_is_styled_in_a_way_that_a_policy_drops(self) -> None:
        """No style attribute, no style element, no script; ids only where something refers to them."""
        markup = svg(draw(pareto(), 180, 70), "x", "x")
        root = etree.fromstring(markup.encode())

        assert not re.search(r"\bstyle\b|<script|\bon\w+=", markup)
        references = set(re.findall(r'(?:#)([\w-]+)(?:\)|")', markup))
        assert {node.get("id") for node in root.iter() if node.get("id")} <= references

    def test_two_charts_on_a_page_share_no_id(self) -> None:
        """Their names are salt for the ids."""
        ids = [set(re.findall(r'\bid="([^"]+)"', svg(draw(pareto(), 180, 70), name, "x"))) for name in ("a", "b")]

        assert ids[0]
        assert not ids[0] & ids[1]

    def test_it_says_what_it_shows(self) -> None:
        """A title for those who cannot see it."""
        document, _ = make_document(samples.library(), samples.form("cause-chart"), CAUSES, Period.parse("2026-11"))
        title = etree.fromstring(document.charts["pareto"].encode())[0]

        assert title.text == "排列图　2026 年 11 月. 件数：维修 9，服务 6，收费 3，其他 2"

    def test_the_same_chart_is_the_same_file(self) -> None:
        """No time, no random id, in SVG and in PNG."""
        assert svg(draw(pareto(), 180, 70), "x", "x") == svg(draw(pareto(), 180, 70), "x", "x")
        assert png(draw(pareto(), 160, 60)) == png(draw(pareto(), 160, 60))

    @pytest.mark.parametrize("kind", ["bar", "line"])
    def test_bars_and_lines_say_their_amounts_and_the_target(self, kind: str) -> None:
        """A bar without an amount has a dash."""
        bars = (Bar("一月", Decimal("81.5")), Bar("二月", None), Bar("合计", Decimal("90"), is_total=True))
        picture = ChartPicture("x", kind, "满意率", "满意率", "%", bars, (), Decimal(85), 60, "zh")

        said = words(svg(draw(picture, 160, 60), "x", "x"))

        assert {"满意率（%）", "81.5%", "—", "90%", "目标 85%", "一月", "二月", "合计"} <= set(said)

    def test_long_names_make_bars_lie(self) -> None:
        """They are read from left to right beside them."""
        bars = tuple(Bar(f"停水停电等通知及时、看得懂 {number}", Decimal(number)) for number in range(1, 5))
        picture = ChartPicture("x", "bar", "件数", "件数", "件", bars, (), None, 60, "zh")

        root = etree.fromstring(svg(draw(picture, 160, 60), "x", "x").encode())
        names = [node for node in root.iter(f"{SVG}text") if "通知" in written(node)]

        assert len({node.get("x") for node in names}) == 1
        assert len({node.get("y") for node in names}) == 4


class TestTicks:
    """Round numbers on an axis."""

    @pytest.mark.parametrize(
        ("greatest", "expected"),
        [(49, [0, 10, 20, 30, 40, 49]), (20, [0, 5, 10, 15, 20]), (3, [0, 1, 2, 3]), (641, [0, 200, 400, 641])],
    )
    def test_n_stands_last(self, greatest: float, expected: list[float]) -> None:
        """And no round number so near to it that they touch."""
        assert ticks(greatest, whole=True, to_the_end=True) == expected

    def test_otherwise_the_last_is_round(self) -> None:
        """Not smaller than the greatest amount; fractions only where amounts have them."""
        assert ticks(7, whole=True) == [0, 2, 4, 6, 8]
        assert ticks(0.7, whole=False) == pytest.approx([0, 0.2, 0.4, 0.6, 0.8])


@pytest.fixture(scope="module")
def document() -> bytes:
    """The chart's form, filled."""
    return make_document(samples.library(), samples.form("cause-chart"), CAUSES)[0].docx


class TestFrame:
    """The picture in the place that the form has for it."""

    def test_a_picture_stands_in_the_frame(self, document: bytes) -> None:
        """As wide and as high as the frame; the table drawn for the pen is gone."""
        with zipfile.ZipFile(BytesIO(document)) as archive:
            markup, picture = archive.read("word/document.xml").decode(), archive.read("word/media/chart-1.png")
        frame = frames(document, ("pareto",))["pareto"]
        width, height = Image.open(BytesIO(picture)).size

        assert markup.count("<w:drawing>") == 1
        assert (width / 300 * 25.4, height / 300 * 25.4) == pytest.approx(
            (frame.width - 0.5, frame.height - 2.2), abs=0.3
        )
        assert 55 < frame.height < 80

    def test_it_is_a_sound_document(self, document: bytes, tmp_path: Path) -> None:
        """For the validator and for our own lint."""
        path = tmp_path / "chart.docx"
        path.write_bytes(document)

        assert lint(document) == []
        assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []

    def test_it_is_read_back_as_it_was_filled(self, document: bytes) -> None:
        """The picture takes no answer away, and none of it is taken for one."""
        found = read_form(samples.library(), document, "chart.docx")

        assert found.values["causes"] == CAUSES["causes"]
        assert found.notes == ()

    def test_the_same_values_give_the_same_file(self, document: bytes) -> None:
        """Byte by byte."""
        assert make_document(samples.library(), samples.form("cause-chart"), CAUSES)[0].docx == document

    def test_a_figure_that_does_not_fit_is_left_out_and_said(self) -> None:
        """N must be at least one here; the rest is filled in all the same."""
        values = {"head": {"total": Decimal(0), "source": "x"}}

        document, remarks = make_document(samples.library(), samples.form("cause-chart"), values)

        assert read_form(samples.library(), document.docx).values == {"head": {"source": "x"}}
        assert [remark.say("zh") for remark in remarks] == [
            "算出来的数填不进去，那一栏空着：“总数”：填的是“0”，应在范围内：不小于 1"
        ]


class TestFont:
    """A font with Chinese characters."""

    @pytest.fixture(autouse=True)
    def _forgotten(self) -> Iterator[None]:
        """The font is looked for again."""
        fonts.chinese_font.cache_clear()
        yield
        fonts.chinese_font.cache_clear()

    def test_it_is_what_fontconfig_names(self) -> None:
        """The file and, in a collection, the face with the mainland forms."""
        said = subprocess.run(
            ["fc-match", "-f", "%{file} %{index}", "Noto Sans CJK SC:lang=zh-cn"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        font = fonts.chinese_font().get_file()

        assert isinstance(font, FontPath)
        assert f"{font.path} {font.face_index}" == said

    def test_without_one_the_message_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """No fontconfig, and no font of a known name."""
        monkeypatch.setattr(shutil, "which", lambda program: None)
        monkeypatch.setattr(fontManager, "ttflist", [])

        with pytest.raises(NoChineseFontError) as error:
            fonts.chinese_font()

        assert error.value.say("en") == (
            "no Chinese font to draw the chart with. Install one: apt install fonts-noto-cjk fontconfig"
        )
