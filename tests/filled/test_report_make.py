"""The report of a folder: tables, totals, mistakes, what was not read; as CSV, workbook and JSON."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from filled.filling import fill_form
from filled.report import exports
from filled.report.errors import NothingToReportError
from filled.report.make import Report, make_report
from filled.report.periods import Period
from filled.report.rows import When
from filled.report.tables import Column, Table
from filled.report.workbook import workbook
from generators.docx.package import pack
from schemas.loader import load_library
from tests.filled import report_samples as samples
from tests.filled.report_samples import case, cases, copy

TODAY = date(2026, 12, 10)


def report(
    folder: Path, id_: str = "cases", period: str | None = None, *, lang: str = "zh", show_personal: bool = False
) -> Report:  # fmt: skip
    """The report of the form *id_* over *folder*, without pictures."""
    view = samples.library().view(lang)
    when = When(TODAY, Period.parse(period) if period else None)
    return make_report(view, samples.form(id_, view), folder, when, show_personal=show_personal, drawn=False)


def column(table: Table, id_: str) -> list[Any]:
    """The values of a column."""
    number = [column.id for column in table.columns].index(id_)
    return [line[number] for line in table.lines]


def csv_lines(table: Table, lang: str = "zh") -> list[list[str]]:
    """A table as a spreadsheet reads its CSV."""
    return list(csv.reader(StringIO(exports.csv_text(table, lang).removeprefix("\ufeff"), newline="")))


class TestTables:
    """Filled copies as lines."""

    def test_one_register_is_one_table(self, tmp_path: Path) -> None:
        """A line a row, with the file, the number of the row, and what the copy says once."""
        (table,) = report(cases(tmp_path)).tables

        assert [column.title for column in table.columns] == [
            "文件", "行", "月份", "册号", "受理时间", "房号", "投诉人", "类别", "涉及", "事实", "赔付", "急", "期限",
            "结案",
        ]  # fmt: skip
        assert len(table.lines) == 20
        assert table.lines[10][:6] == ("b.docx", 1, "2026-11", "2026-11—02", datetime(2026, 11, 11, 9), "***")

    def test_a_form_without_registers_has_a_line_a_copy(self, tmp_path: Path) -> None:
        """Every item of a questionnaire is a column."""
        copy(tmp_path, "questions", "q", {"who": {"serial": "01"}, "ratings": {"manner": "good", "repair": "none"}})

        (table,) = report(tmp_path, "questions").tables

        assert csv_lines(table) == [
            ["文件", "编号", "日期", "有效", "态度", "时效", "维修"],
            ["q.docx", "01", "", "", "满意", "", "未接触"],
        ]

    def test_several_registers_have_tables_of_their_own(self, tmp_path: Path) -> None:
        """And the copies another, where the files can be looked up."""
        forms = {**samples.FORMS, "cases": samples.CASES.replace("totals:", _SECOND + "totals:")}
        library = _library(tmp_path, forms)
        entry = samples.form("cases", library)
        values = {"entries": [{"room": "1-1"}], "extra": [{"what": "x"}, {"what": "y"}], "head": {"book": "7"}}
        _fill(tmp_path / "filled", library, "cases", values)

        made = make_report(library, entry, tmp_path / "filled", When(TODAY), drawn=False)

        assert [(table.id, table.title, len(table.lines)) for table in made.tables] == [
            ("cases", "投诉登记", 1), ("cases-entries", "entries", 1), ("cases-extra", "附记", 2),
        ]  # fmt: skip
        assert made.tables[2].lines == (("a.docx", 1, "x"), ("a.docx", 2, "y"))

    def test_personal_values_are_masked_unless_asked_for(self, tmp_path: Path) -> None:
        """A name keeps its first character."""
        copy(tmp_path, "cases", "a", {"entries": [case("2026-11-01", name="欧阳小明")]})

        assert column(report(tmp_path).tables[0], "entries.name") == ["欧***"]
        assert column(report(tmp_path, show_personal=True).tables[0], "entries.name") == ["欧阳小明"]

    def test_a_period_leaves_out_rows_of_other_times_and_says_so(self, tmp_path: Path) -> None:
        """By the first date of a row."""
        copy(cases(tmp_path), "cases", "c", {"entries": [{"room": "1-9"}]})

        made = report(tmp_path, period="2026-11")

        assert len(made.tables[0].lines) == 20
        assert [remark.say("zh") for remark in made.remarks] == [
            "b.docx 第 3 行：不在期间内，没有算（2026-10-31）", "c.docx 第 1 行：没有填“受理时间”，没有算",
        ]  # fmt: skip

    def test_a_computed_form_shows_the_rows_it_was_made_from(self, tmp_path: Path) -> None:
        """Those of its period, by the date that its definition names."""
        made = report(cases(tmp_path), "cause-data", "2026-10")

        assert [(table.id, len(table.lines)) for table in made.tables] == [("cases", 1)]
        assert made.worked is not None
        assert made.worked.counted == {"cases": 1}


_SECOND = """  - register:
      id: extra
      title: 附记（其他）
      rows: 3
      columns: [{id: what, title: 什么}]
"""


def _library(tmp_path: Path, forms: dict[str, str]) -> Any:
    return load_library(samples.make_root(tmp_path / "root", forms)).require()


def _fill(folder: Path, library: Any, id_: str, values: dict[str, Any]) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "a.docx").write_bytes(fill_form(library, samples.form(id_, library), values))


class TestTotals:
    """The figures that a form defines."""

    def test_counts_sums_and_conditions(self, tmp_path: Path) -> None:
        """Empty, filled, past, a value, one of several, a tick."""
        rows = [
            case("2026-11-01", "repair", due="2026-11-04", paid="12.50", urgent=True, parts=["lift", "gate"]),
            case("2026-11-02", "service", due="2026-12-10", closed="2026-11-03", paid="100"),
            case("2026-11-03", "fees", due="2026-12-10", parts=["gate"]),
        ]
        copy(tmp_path, "cases", "a", {"entries": rows})

        made = {figure.id: figure for figure in report(tmp_path).figures}

        assert {id_: str(figure.amount) for id_, figure in made.items()} == {
            "all": "3", "open": "2", "late": "1", "done": "1", "ours": "2", "urgent": "1", "paid": "112.50",
            "by-kind": "3", "by-part": "3",
        }  # fmt: skip
        assert made["by-kind"].parts == (
            ("维修", Decimal(1)), ("服务", Decimal(1)), ("收费", Decimal(1)), ("噪声", Decimal(0)),
            ("其他", Decimal(0)),
        )  # fmt: skip
        assert made["by-part"].parts == (("电梯", Decimal(1)), ("门岗", Decimal(2)), ("未填写", Decimal(1)))

    def test_only_rows_of_the_period_count(self, tmp_path: Path) -> None:
        """The table and its totals say the same."""
        made = report(cases(tmp_path), period="2026-11")

        assert made.figures[0].amount == len(made.tables[0].lines) == 20


class TestFiles:
    """What is in the folder besides."""

    def test_what_cannot_be_read_is_listed_and_the_rest_counts(self, tmp_path: Path) -> None:
        """One bad file does not stop the month's report; lock files are nobody's forms."""
        cases(tmp_path)
        (tmp_path / "bad.docx").write_bytes(b"x")
        (tmp_path / "~$a.docx").write_bytes(b"x")
        copy(tmp_path, "hand-outs", "sub/other", {"log": [{"room": "1-1"}]})

        made = report(tmp_path)

        assert [(refused.name, refused.why.say("en")) for refused in made.refused] == [
            ("bad.docx", "it is not a Word document (.docx)")
        ]
        assert [unused.name for unused in made.unused] == ["sub/other.docx"]
        assert len(made.copies) == 2

    def test_the_same_file_twice_counts_once(self, tmp_path: Path) -> None:
        """Copied within the folder."""
        cases(tmp_path)
        (tmp_path / "z.docx").write_bytes((tmp_path / "a.docx").read_bytes())

        made = report(tmp_path)

        assert len(made.tables[0].lines) == 20
        assert made.remarks[0].say("zh") == "z.docx 与 a.docx 是同一个文件，只算一份"

    def test_nothing_to_add_up_is_an_error(self, tmp_path: Path) -> None:
        """It says which forms would do."""
        (tmp_path / "bad.docx").write_bytes(b"x")

        with pytest.raises(NothingToReportError) as error:
            report(tmp_path, "cause-chart")

        assert error.value.say("en") == (
            f"{tmp_path} holds no filled form to add up: it takes .docx copies of T-02 / T-01. "
            "There: bad.docx (it is not a Word document (.docx))"
        )

    def test_what_is_there_instead_is_named(self, tmp_path: Path) -> None:
        """Copies of other forms by title and number, files that are none by name, the first five of them."""
        for number in range(2):
            copy(tmp_path, "moves", f"m{number}", {"moves": [{"room": f"1-10{number}"}]})
        for number in range(6):
            (tmp_path / f"bad-{number}.docx").write_bytes(b"x")

        with pytest.raises(NothingToReportError) as error:
            report(tmp_path, "cause-chart")

        assert error.value.say("zh") == (
            f"{tmp_path} 里没有可用的填好的表：要 T-02 / T-01 的 .docx。那里有：迁入迁出登记 × 2；"
            + "；".join(f"bad-{number}.docx（不是 Word 文档（.docx））" for number in range(4))
            + "；另有 2 项"
        )

    def test_copies_of_a_computed_form_itself_are_a_table_too(self, tmp_path: Path) -> None:
        """Where there are none of its sources."""
        copy(tmp_path, "cause-chart", "march", {"causes": [{"cause": "漏水", "count": 2}]})

        made = report(tmp_path, "cause-chart")

        assert made.worked is None
        assert column(made.tables[0], "causes.cause") == ["漏水"]


class TestPersonal:
    WRITTEN = "业主王某13800138000来电，身份证330106199003072345，住3-1-1202，财务郭德纲经办，Priya Patel signed"
    SECRETS = ("王某", "13800138000", "330106199003072345", "3-1-1202", "1-101", "李秀兰", "郭德纲", "Priya", "Patel")

    def outputs(self, folder: Path, *, show_personal: bool) -> str:
        """Everything that a report is written as, as text."""
        row = case("2026-11-01", matter=self.WRITTEN, name="李秀兰", closed="2026-11-05")
        path = copy(folder, "cases", "a", {"entries": [row]})
        spoil(path, "2026-11-05", "没结，致电业主13800138000")
        made = report(folder, show_personal=show_personal)
        sheets = (*made.tables, exports.mistake_table(made, show_personal=show_personal), exports.file_table(made))
        book = zipfile.ZipFile(BytesIO(workbook(sheets, "x", "zh")))
        return "\n".join(
            (
                *(exports.csv_text(sheet, "zh") for sheet in sheets),
                exports.json_text(made, show_personal=show_personal),
                *(unescape(book.read(name).decode()) for name in book.namelist()),
            )
        )

    def test_no_output_holds_any(self, tmp_path: Path) -> None:
        """What is personal in a free text, a flat, a name and a wrong value is in no CSV, workbook or JSON."""
        said = self.outputs(tmp_path, show_personal=False)

        assert [secret for secret in self.SECRETS if secret in said] == []
        assert "来电，身份证******************，住********" in said
        assert '"personal": "masked"' in said

    def test_all_of_it_when_asked_for(self, tmp_path: Path) -> None:
        """With `--show-personal` it is there, and the JSON says so."""
        said = self.outputs(tmp_path, show_personal=True)

        assert [secret for secret in self.SECRETS if secret not in said] == []
        assert '"personal": "shown"' in said


class TestCsv:
    """For any spreadsheet."""

    def test_excel_reads_it(self, tmp_path: Path) -> None:
        """A byte order mark, CRLF, dates as ISO, choices in words."""
        copy(tmp_path, "cases", "a", {"entries": [case("2026-11-01", parts=["gate", "lift"], paid="3.5", urgent=True)]})

        text = exports.csv_text(report(tmp_path).tables[0], "zh")

        assert text.startswith("\ufeff文件,行,月份")
        assert text.endswith("\r\n")
        assert text.splitlines()[1] == "a.docx,1,,,2026-11-01 09:00,***,,维修,电梯、门岗,,3.50,是,,"

    @pytest.mark.parametrize("typed", ["=1+1", "+86 571", "-1", "@SUM(A1)", "＝1", "－x"])
    def test_what_could_begin_a_formula_is_harmless(self, tmp_path: Path, typed: str) -> None:
        """A text gets a `'` in front."""
        copy(tmp_path, "cases", "a", {"entries": [case("2026-11-01", matter=typed)]})

        assert csv_lines(report(tmp_path).tables[0])[1][9] == f"'{typed}"

    def test_negative_numbers_stay_numbers(self) -> None:
        """Only texts are quoted."""
        table = Table("t", "t", (Column("n", "n"),), ((Decimal("-5"),), ("-5",)))

        assert csv_lines(table)[1:] == [["-5"], ["'-5"]]


class TestWorkbook:
    """One workbook for everything."""

    def sheets(self, made: Report) -> Any:
        """Its sheets, read back."""
        tables: Sequence[Table] = [*made.tables, exports.total_table(made), exports.file_table(made)]
        return openpyxl.load_workbook(BytesIO(workbook(tables, "统计", "zh")))

    def test_values_keep_their_types(self, tmp_path: Path) -> None:
        """Texts are texts whatever they begin with; dates are dates, amounts numbers."""
        rows = [case("2026-11-01", matter="=HYPERLINK(1)", paid="3.50", due="2026-11-04")]
        copy(tmp_path, "cases", "a", {"entries": rows})

        sheet = self.sheets(report(tmp_path))["投诉登记"]
        cells = {sheet.cell(1, number).value: sheet.cell(2, number) for number in range(1, 15)}

        assert (cells["事实"].value, cells["事实"].data_type, cells["事实"].quotePrefix) == ("=HYPERLINK(1)", "s", True)
        assert (cells["期限"].value, cells["期限"].number_format) == (datetime(2026, 11, 4), "yyyy-mm-dd")
        assert (cells["受理时间"].value, cells["受理时间"].number_format) == (
            datetime(2026, 11, 1, 9),
            "yyyy-mm-dd hh:mm",
        )
        assert (cells["赔付"].value, cells["赔付"].data_type) == (3.5, "n")

    @pytest.mark.parametrize("typed", ["_x003D_1+1", "a_x0041_x000a_b", "_x005F_", "_x003G_", "_x_", "x003D_"])
    def test_what_reads_like_a_character_by_number_is_none(self, typed: str) -> None:
        """To a spreadsheet `_x003D_` is `=`: it is written so that what was typed is what is read."""
        book = workbook([Table("t", typed, (Column("n", typed),), ((typed,),))], "统计", "zh")
        sheet = openpyxl.load_workbook(BytesIO(book)).worksheets[0]
        written = [str(sheet.cell(row, 1).value) for row in (1, 2)]

        assert [unescape(text) for text in written] == [typed, typed]
        assert unescape(sheet.title) == sheet.title

    def test_heads_are_frozen_and_columns_fit(self, tmp_path: Path) -> None:
        """And can be filtered."""
        sheet = self.sheets(report(cases(tmp_path)))["投诉登记"]

        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == "A1:N21"
        assert 6 <= sheet.column_dimensions["B"].width < sheet.column_dimensions["E"].width <= 48

    def test_it_can_be_printed(self, tmp_path: Path) -> None:
        """On A4 lying, all columns on one page, the head on each."""
        sheet = self.sheets(report(cases(tmp_path)))["投诉登记"]

        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"

    def test_the_same_report_is_the_same_file(self, tmp_path: Path) -> None:
        """No time is in it."""
        made = report(cases(tmp_path))

        assert workbook(made.tables, "x", "zh") == workbook(made.tables, "x", "zh")

    def test_sheets_have_names_that_excel_takes(self) -> None:
        """No forbidden signs, 31 characters at most, none twice."""
        table = Table("t", "业主[意见]/征询：" + "表" * 40, (Column("n", "n"),), (("x",),))

        names = openpyxl.load_workbook(BytesIO(workbook([table, table], "x", "zh"))).sheetnames

        assert names == ["业主 意见  征询：" + "表" * 21, "业主 意见  征询：" + "表" * 17 + " (2)"]


class TestMistakes:
    """Every mistake of every file."""

    def test_they_are_listed_with_file_place_found_and_expected(self, tmp_path: Path) -> None:
        """A date typed wrong: it is in no total, and nobody overlooks it."""
        path = copy(tmp_path, "cases", "a", {"entries": [case("2026-11-01", closed="2026-11-05", name="张三")]})
        spoil(path, "2026-11-05", "十一月初")

        made = report(tmp_path)
        table = exports.mistake_table(made, show_personal=False)

        assert csv_lines(table) == [
            ["文件", "表单", "位置", "填的是", "应为"],
            ["a.docx", "投诉登记", "第 1 行，“结案”", "十一月初", "应为日期，如 2026-01-05"],
        ]
        assert csv_lines(exports.file_table(made))[1] == ["a.docx", "投诉登记", "1", "1", ""]


def spoil(path: Path, old: str, new: str) -> None:
    """Change what is written in a Word file, as a person would who types over it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parts["word/document.xml"].decode()
    assert old in document
    parts["word/document.xml"] = document.replace(old, new).encode()
    path.write_bytes(pack(parts))


class TestJson:
    """For other programs."""

    def test_everything_in_one_object(self, tmp_path: Path) -> None:
        """Choices by id with their texts, numbers as strings of plain decimals, dates as ISO."""
        rows = [case("2026-11-01", paid="3.50", parts=["gate"], name="张三")]
        copy(tmp_path, "cases", "a", {"entries": rows})

        value = json.loads(exports.json_text(report(tmp_path), show_personal=False))

        assert value["tables"][0]["rows"] == [
            {
                "file": "a.docx", "row": 1, "entries.received": "2026-11-01T09:00", "entries.room": "***",
                "entries.name": "张*", "entries.kind": "repair", "entries.parts": ["gate"], "entries.paid": "3.50",
                "entries.urgent": False,
            }
        ]  # fmt: skip
        assert value["tables"][0]["columns"][7]["choices"]["repair"] == "维修"
        assert value["totals"][0] == {
            "id": "all", "form": "投诉登记", "title": "受理", "amount": "1", "unit": "",
        }  # fmt: skip
        assert value["files"] == [
            {"file": "a.docx", "form": "greentown-after-sales/forms/cases", "edition": "1", "mistakes": 0}
        ]

    def test_a_computed_form_gives_its_values(self, tmp_path: Path) -> None:
        """By block and field, as `handbook read` gives those of a filled copy."""
        value = json.loads(exports.json_text(report(cases(tmp_path), "cause-data", "2026-11"), show_personal=False))

        assert value["period"] == {"first": "2026-11-01", "last": "2026-11-30"}
        assert value["computed"]["values"]["causes"][0] == {
            "cause": "维修", "count": "9", "share": "45.0", "running": "9", "cumulative": "45.0", "class": "a",
        }  # fmt: skip
        assert value["remarks"] == [
            {"rule": "outside", "message": "b.docx 第 3 行：不在期间内，没有算（2026-10-31）"},
            {"rule": "merged", "message": "噪声并入“其他”：表上只有 4 行"},
        ]
