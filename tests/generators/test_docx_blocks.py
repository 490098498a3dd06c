"""Blocks: what each prints on paper and offers on screen."""

from __future__ import annotations

import re

import pytest

from tests.generators import docx_samples as samples


@pytest.fixture(scope="module")
def blank() -> str:
    """The sample form on paper, in words."""
    return samples.words(samples.build("everything", "blank"))


class TestGrid:
    def test_required(self, blank: str) -> None:
        """A field that must be filled is marked with ＊; another is not."""
        assert "\n项目名称＊\n" in blank
        assert "\n编号\n" in blank

    def test_promise(self, blank: str) -> None:
        """A promised time stands under the label."""
        assert "进场时间\n（3\u00a0个工作日内）" in blank
        assert "时间\n（当场）" in blank

    def test_choices(self, blank: str) -> None:
        """Choices are boxes to tick on paper, many or few."""
        assert "□自装　□委托单位" in blank
        assert "□甲级　□乙级　□丙级　□丁级　□戊级　□己级　□未评" in blank

    def test_money_in_words(self, blank: str) -> None:
        """A sum in capital characters has a line with its places, two characters apart where there is room."""
        assert "大写：　　拾　　万　　仟　　佰　　拾　　元　　角　　分" in blank

    def test_date_guide(self, blank: str) -> None:
        """A date has 年 月 日 with room to write before each."""
        assert re.search(r"　+年　+月　+日\n", blank)

    def test_unit(self, blank: str) -> None:
        """A unit stands at the end of its cell."""
        assert "\n平方米\n" in blank

    def test_last_field_takes_the_rest_of_its_row(self) -> None:
        """A row that is not full is filled by its last field."""
        blocks = "  - grid: {id: g, columns: 3, fields: [{id: a, title: 甲}, {id: b, title: 乙}]}\n"

        assert '<w:gridSpan w:val="3"/>' in samples.part(samples.build_text(blocks))


class TestRegister:
    def test_rows_and_numbers(self) -> None:
        """There are as many rows as YAML says, numbered in the column of numbers."""
        table = next(samples.tree(samples.build("ledger", "blank")).iter(f"{samples.W}tbl"))

        assert len(list(table.iter(f"{samples.W}tr"))) == 61
        assert "60" in samples.said(table)

    def test_head_is_repeated(self) -> None:
        """The head of a register is repeated on every page, and no row breaks across pages."""
        document = samples.part(samples.build("ledger", "blank"))

        assert document.count("<w:tblHeader/>") == 1
        assert document.count("<w:tr>") == document.count("<w:cantSplit/>")

    def test_unit_in_the_head(self, blank: str) -> None:
        """The unit of a column stands in its head."""
        assert "\n工本费(元)\n" in blank

    def test_choices_that_do_not_fit(self, blank: str) -> None:
        """Choices too wide for their cells are listed under the register, for the pen."""
        assert "\n工种写木工/水电工/油漆工/泥瓦工/其他\n" in blank

    def test_widths(self) -> None:
        """Columns have the widths of YAML in percent; columns without one share what is left."""
        document = samples.part(samples.build("roster", "blank"))
        widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', document)]

        assert pytest.approx(0.08, abs=0.001) == widths[1] / sum(widths)
        assert len(widths[2:]) == 31
        assert max(widths[2:]) - min(widths[2:]) <= 2


class TestRatings:
    def test_boxes_across(self) -> None:
        """A survey has a box for each point of each item."""
        tables = samples.tree(samples.build("everything", "blank")).iter(f"{samples.W}tbl")
        survey = next(text for text in map(samples.said, tables) if "办理速度" in text)

        assert survey.count("□") == 2 * 4

    def test_group_runs_over_its_items(self) -> None:
        """The name of a group stands once, beside all its items."""
        assert samples.words(samples.build("everything", "blank")).count("\n防水\n") == 1


class TestText:
    def test_link(self, blank: str) -> None:
        """A link is the title of what it means, with its code."""
        assert "规程见客户投诉处理管理办法（GT-BF-KF-001）" in blank

    def test_project_value(self, blank: str) -> None:
        """A project value is filled in."""
        assert "电话0571-0000-0000。" in blank

    def test_blank_on_paper(self, blank: str) -> None:
        """A blank in a sentence is a line to write on; a date keeps its 年 月 日, a number its unit."""
        assert "您申请在______年____月____日至" in blank
        assert "施工人数________人" in blank

    def test_blank_on_screen(self) -> None:
        """A blank in a sentence is a control that shows its title."""
        assert "> 地点 <" in samples.control(samples.build("everything"), "lead.where")

    def test_letter(self) -> None:
        """A letter's paragraphs begin two characters in, its salutation does not."""
        document = samples.part(samples.build("everything", "blank"))
        letter = re.findall(r'<w:pStyle w:val="FormLetter"/>(.*?)</w:pPr>', document)

        assert ["w:firstLine" in properties for properties in letter] == [False, True]


class TestBoxes:
    def test_receipt(self, blank: str) -> None:
        """A receipt is signed for, or refused before as many witnesses as YAML says, the last of them with a date."""
        assert re.search(r"业主：_+　日期：", blank)
        assert "□ 拒绝签收，已当着见证人留置。" in blank
        assert re.search(r"见证人 1：_+　见证人 2：_+\n见证人 3：_+　日期：", blank)

    def test_consent(self, blank: str) -> None:
        """Each statement has its own tick; a consent without statements has one tick for the whole."""
        assert "□ 单独同意登记证件号码" in blank
        assert re.search(r"已阅读装修管理规定。\n+□ 我已阅读并同意", blank)

    def test_approval(self, blank: str) -> None:
        """A stage names who signs it; its promised time stands under its title."""
        assert "□同意　□退回" in blank
        assert re.search(r"服务中心经理：_+　日期：", blank)
        assert "经理审批\n（3\u00a0个工作日内）" in blank

    def test_signer(self, blank: str) -> None:
        """Who signs stands under a label that does not say so, and only there."""
        assert "经办\n（客服前台）" in blank
        assert "业主\n（业主）" not in blank

    def test_attachments(self, blank: str) -> None:
        """Attachments have a tick each, and room for others where YAML says so."""
        assert "□ 施工单位营业执照" in blank
        assert re.search(r"□ 其他：_+", blank)

    def test_seal(self, blank: str) -> None:
        """The issuer stands above the place for the seal, the date under it."""
        assert re.search(r"示范园区\n（盖章）\n　+年　+月　+日", blank)

    def test_copies(self, blank: str) -> None:
        """Copies are counted and named."""
        assert "本表一式两联：第一联 存根；第二联 业主" in blank


class TestChart:
    def test_axes(self, blank: str) -> None:
        """A pareto chart is headed by the amount and the cumulative share, with a scale from 100% down."""
        assert "工本费(元)\n累计 %" in blank
        assert re.findall(r"\n(\d+%)\n", blank)[:3] == ["100%", "90%", "80%"]

    def test_threshold(self) -> None:
        """The line of the threshold is dashed across the grid, in a chart that has one."""
        chart = "  - chart: {id: c, title: 图, kind: pareto, of: r, label: a, amount: b%s}\n"
        register = "  - register: {id: r, rows: 6, columns: [{id: a, title: 甲}, {id: b, title: 乙, type: number}]}\n"

        assert "dashed" in samples.part(samples.build_text(register + chart % ", threshold: 80"))
        assert "dashed" not in samples.part(samples.build_text(register + chart % ""))


class TestHostileText:
    def test_markup_is_text(self) -> None:
        """What looks like markup in a title is shown as it stands."""
        docx = samples.build("everything", "blank")

        assert '装修施工申请与验收单（样张 <A&B> "引号"）' in samples.words(docx)
        assert "&lt;A&amp;B&gt;" in samples.part(docx)
