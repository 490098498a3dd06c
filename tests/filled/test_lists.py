"""Lists that forms are filled from: which file is read how, which column means which field, what is refused."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from filled.lists.columns import columns_of, not_there, path_of
from filled.lists.read import read_list
from filled.lists.table import List, Wrong, letter, list_of
from filled.lists.values import sheets_of
from filled.serials import Series, numbers_of
from schemas.answers import FilledBlank, check_answers
from schemas.blanks import Blanks, blanks_of
from schemas.findings import HandbookError
from schemas.library import Library
from schemas.values import write_value
from tests.filled import filled_samples as filled
from tests.generators import docx_samples as samples

ROWS: Sequence[Sequence[Any]] = (("编号", "房号"), ("001", "3-1-101"), ("002", "3-1-102"))


SAVE = "；用 Excel 或 WPS 打开，另存为 .xlsx"


def workbook(rows: Sequence[Sequence[Any]], change: Callable[[Any], None] = lambda sheet: None) -> bytes:
    """A workbook with *rows* on its first sheet."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    change(sheet)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def read(tmp_path: Path, name: str, data: bytes) -> List:
    """The list in a file of this name."""
    path = tmp_path / name
    path.write_bytes(data)
    return read_list(path)


def refusal(tmp_path: Path, name: str, data: bytes, lang: str = "zh") -> str:
    """Why such a file is not read."""
    with pytest.raises(HandbookError) as raised:
        read(tmp_path, name, data)
    return raised.value.say(lang)


def cells(rows: List) -> list[tuple[Any, ...]]:
    """What stands in it."""
    return [rows.heads.cells, *(row.cells for row in rows.rows)]


def survey(library: Library) -> Blanks:
    """What the survey of the small library asks for."""
    entry = library.find("GT-R-KF-28", "greentown-after-sales")
    assert entry is not None
    return blanks_of(library, entry)


class TestFiles:
    """CSV and XLSX."""

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
    @pytest.mark.parametrize("separator", [",", "\t", ";"])
    def test_csv(self, tmp_path: Path, encoding: str, separator: str) -> None:
        """Whatever encoding and separator a spreadsheet writes; that it was taken for GB18030 is said."""
        text = "\r\n".join(separator.join(row) for row in ROWS)
        rows = read(tmp_path, "a.csv", text.encode(encoding))

        assert cells(rows) == list(ROWS)
        said = [remark.say("zh") for remark in rows.remarks]
        gb18030 = ["按 GB18030 编码读的；字不对，就另存为“CSV UTF-8”"]
        assert said == (gb18030 if encoding == "gb18030" else [])

    def test_workbook(self, tmp_path: Path) -> None:
        """Numbers stand as their cells show them, a formula is text and said to be, other sheets are named."""

        def change(sheet: Any) -> None:
            sheet["B2"].number_format, sheet["C2"].number_format = "000", "0%"
            sheet.parent.create_sheet("旧表")["A1"] = "x"

        data = workbook([("a", "b", "c", "d", "e"), ("=1+1", 7, 0.5, 0.1 + 0.2, datetime(2026, 11, 2))], change)
        rows = read(tmp_path, "a.xlsx", data)

        assert cells(rows)[1] == ("=1+1", "007", "50%", "0.3", datetime(2026, 11, 2))
        assert [remark.say("zh") for remark in rows.remarks] == [
            "只读了工作表“Sheet”；没有读：旧表",
            "第 2 行 A 列：是公式“=1+1”，没有计算，照原样当作文字；要它的结果，就复制后“粘贴为数值”",
        ]

    def test_what_excel_shows(self, tmp_path: Path) -> None:
        """Characters that a workbook cannot hold, hours past a day and formulas without a text are read as shown; a day
        that is none is told.
        """

        def change(sheet: Any) -> None:
            sheet["B2"].number_format, sheet["D2"].number_format = "[h]:mm", "yyyy-mm-dd"

        row = ("_x003D_1_x005F_x003D_", 1.75, True, 99_999_999)
        rows = read(tmp_path, "a.xlsx", workbook([("a", "b", "c", "d"), row], change))
        *read_cells, wrong = rows.rows[0].cells

        assert read_cells == ["=1_x003D_", "42:00", True]
        assert isinstance(wrong, Wrong)
        assert [wrong.why.zh, wrong.why.en] == [
            "是出错的值 #VALUE!：公式出错，或没有这样的日期；改成应填的内容",
            "it is the error #VALUE!: a formula failed, or there is no such day; write what is meant",
        ]

    def test_merged_and_hidden(self, tmp_path: Path) -> None:
        """A cell that a merged one takes away is wrong, at its place; rows and columns that nobody sees are told."""

        def change(sheet: Any) -> None:
            sheet.merge_cells("B2:B3")
            sheet.merge_cells("D1:Z9")
            sheet.row_dimensions[3].hidden = True
            sheet.column_dimensions["B"].hidden = True

        rows = read(tmp_path, "a.xlsx", workbook(ROWS, change))
        (_, whole), (_, wrong) = (row.cells for row in rows.rows)

        assert whole == "3-1-101"
        assert isinstance(wrong, Wrong)
        assert [wrong.why.zh, wrong.why.en] == [
            "是合并的格子 B2:B3 的一部分，值只在 B2；取消合并，每一行都填上",
            "it is part of the merged cells B2:B3, whose value is in B2 only; unmerge them and fill in every row",
        ]
        assert [remark.say("zh") for remark in rows.remarks] == [
            "隐藏或筛掉的行也算在内：第 3 行；不要的，先从清单里删掉",
            "隐藏的列也算在内：B；不要的，先从清单里删掉",
        ]
        assert [remark.say("en") for remark in rows.remarks] == [
            "rows that are hidden or filtered out are taken too: 3; delete those that are not meant",
            "hidden columns are taken too: B; delete those that are not meant",
        ]

    def test_a_named_separator(self, tmp_path: Path) -> None:
        """The line by which Excel is told the separator is none of the list, whose rows keep their numbers."""
        rows = read(tmp_path, "a.csv", b"sep=|\r\na|b,c\r\n1|2,3\r\n")

        assert (rows.heads.number, cells(rows)) == (2, [("a", "b,c"), ("1", "2,3")])

    def test_empty_rows(self, tmp_path: Path) -> None:
        """Empty rows are passed over and said; rows keep the numbers that they have in the file."""
        rows = read(tmp_path, "a.csv", b"\r\na\r\n1\r\n\r\n,\r\n2\r\n\r\n")

        assert [row.number for row in rows.rows] == [3, 6]
        assert [remark.say("en") for remark in rows.remarks] == ["empty rows passed over: 4, 5"]

    def test_letters(self) -> None:
        """Columns are called as a spreadsheet calls them."""
        assert [letter(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


class TestRefused:
    """What is no list, or not safe to read."""

    @pytest.mark.parametrize(
        ("name", "data", "why"),
        [
            ("a.docx", b"PK", f"a.docx：清单要是 .xlsx 或 .csv，不是 .docx{SAVE}"),
            ("a.csv", b"", "a.csv：文件是空的"),
            ("a.csv", b"\x00\x01", "a.csv：不是 UTF-8、UTF-16，也不是 GB18030 的文字；在 Excel 里另存为“CSV UTF-8”"),
            ("a.csv", b'a,b\n1,"2\n', "a.csv：第 2 行引号不成对"),
            ("a.csv", b"a,b\n", "a.csv：没有内容：列名下面要有行"),
            ("a.csv", b"a\n" + b"1\n" * 5001, "a.csv：超过 5,000 行，请分成几份"),
            ("a.csv", workbook(ROWS), "a.csv：里面是 Excel 表格，不是 .csv；把文件名的结尾改成 .xlsx"),
            ("a.csv", b'a\n"' + b"x" * 140_000, "a.csv：第 2 行有一格超过 131,072 字，或引号不成对"),
            (
                "a.csv",
                "編號\n001\n\u7b2c\u4e00".encode("big5"),
                "a.csv：不是 UTF-8、UTF-16，也不是 GB18030 的文字；在 Excel 里另存为“CSV UTF-8”",
            ),
            ("a.csv", b"," * 500 + b"a\n1\n", "a.csv：超过 500 列；只留要填的列"),
            ("a.xlsx", b"\xd0\xcf\x11\xe0", "a.xlsx：是旧格式（.xls）或加了密码的表格，请不加密码另存为 .xlsx"),
            ("a.xlsx", b"%PDF-1.7", f"a.xlsx：不是 Excel 表格（.xlsx）或已损坏{SAVE}"),
            ("a.xlsx", workbook(ROWS)[:-30], f"a.xlsx：不是 Excel 表格（.xlsx）或已损坏{SAVE}"),
        ],
    )  # fmt: skip
    def test_no_list(self, tmp_path: Path, name: str, data: bytes, why: str) -> None:
        """It is said what is wrong and how to put it right."""
        assert refusal(tmp_path, name, data) == why

    @pytest.mark.parametrize(
        ("part", "old", "new", "why"),
        [
            ("xl/workbook.xml", b"<workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook',
             "a.xlsx: xl/workbook.xml in it has a DOCTYPE or is not UTF-8, as no workbook has"),
            ("xl/workbook.xml", b"<workbook", b'<workbook xmlns:s="http://purl.oclc.org/ooxml/x"',
             "a.xlsx: it was saved as 'Strict Open XML'; save it as 'Excel Workbook (.xlsx)'"),
            ("xl/worksheets/sheet1.xml", b'r="3"', b'r="99999999999"',
             "a.xlsx: it has more than 5,000 rows; divide it"),
            ("xl/vbaProject.bin", b"", b"", "a.xlsx: it holds macros (xl/vbaProject.bin)"),
            ("xl/embeddings/a.bin", b"", b"",
             "a.xlsx: another file or an active control is embedded in it (xl/embeddings/a.bin)"),
        ],
    )  # fmt: skip
    def test_hostile(self, tmp_path: Path, part: str, old: bytes, new: bytes, why: str) -> None:
        """Entities, rows without end, macros and embedded files are refused."""
        saved = BytesIO()
        with zipfile.ZipFile(BytesIO(workbook(ROWS))) as good, zipfile.ZipFile(saved, "w") as bad:
            names = good.namelist()
            for name in [*names, *([part] if part not in names else [])]:
                content = good.read(name) if name in names else b"x"
                bad.writestr(name, content.replace(old, new, 1) if name == part and old else content)

        assert refusal(tmp_path, "a.xlsx", saved.getvalue(), "en") == why

    def test_a_size_that_is_not_true(self, tmp_path: Path) -> None:
        """A sheet that says it has a million rows and columns has as many as stand in it."""
        saved = BytesIO()
        with zipfile.ZipFile(BytesIO(workbook(ROWS))) as good, zipfile.ZipFile(saved, "w") as bad:
            for name in good.namelist():
                bad.writestr(name, good.read(name).replace(b'ref="A1:B3"', b'ref="A1:XFD1048576"'))

        assert cells(read(tmp_path, "a.xlsx", saved.getvalue())) == list(ROWS)


class TestColumns:
    """Which field a head means."""

    @pytest.mark.parametrize("head", ["who.room", "room", "房号", "Flat", " flat ", "ＦＬＡＴ", "房 号＊"])
    def test_found(self, library: Library, head: str) -> None:
        """A field is known by its id, its place, and its label in either language, in any width and case."""
        columns = columns_of(survey(library), list_of("a.csv", [[head], ["3-1-101"]]))

        assert [(target.blank.place, target.row) for target in columns.targets.values()] == [(("who", "", "room"), 0)]

    def test_brackets(self, library: Library) -> None:
        """What a label adds in brackets may be left out."""
        columns = columns_of(survey(library), list_of("a.csv", [["电话"], ["13800001111"]]))

        assert [target.blank.key for target in columns.targets.values()] == ["phone"]

    def test_wrong(self, library: Library) -> None:
        """What is unknown, there twice, without a head or without a column is said with its place, all at once."""
        rows = list_of("a.csv", [["房间号", "room", "房号", "", "x"], ["1", "2", "3", "4", "5", "6"]])

        assert [remark.say("zh") for remark in columns_of(survey(library), rows).wrong] == [
            (
                "第 1 行 A 列：表上没有“房间号”这一栏；最像的是“房号”，"
                "改成表上的栏目名或编号，或加 --skip-unknown 不用这一列"
            ),
            "第 1 行 C 列：与 B 列是同一栏“房号”",
            "第 1 行 D 列：没有列名，下面却有内容（第 2 行）",
            "第 1 行 E 列：表上没有“x”这一栏；改成表上的栏目名或编号，或加 --skip-unknown 不用这一列",
            "第 2 行 F 列：比列名那一行多出内容",
        ]

    def test_capitals(self) -> None:
        """A label is told from the id of another field by its capitals; where these leave two, both are named."""
        fields = "{id: day, title: Date}, {id: date, title: 日子}, {id: due, title: due}, {id: x, title: Due}"
        library = samples.with_forms({"made": f"{samples.HEAD}blocks:\n  - grid: {{id: g, fields: [{fields}]}}\n"})
        blanks = blanks_of(library, samples.form("made", library))

        def found(head: str) -> list[str]:
            return [target.blank.key for target in columns_of(blanks, list_of("a", [[head], ["1"]])).targets.values()]

        assert [found(head) for head in ("Date", "date", "DATE", "Due", "due", "g.x")] == [
            ["day"], ["date"], [], ["x"], ["due"], ["x"],
        ]  # fmt: skip

    def test_skipped(self, library: Library) -> None:
        """A column that is to be left out is said to be."""
        columns = columns_of(survey(library), list_of("a.csv", [["x"], ["1"]]), skip_unknown=True)

        assert not columns.wrong
        assert [remark.say("en") for remark in columns.remarks] == [
            "row 1, column A: the form has no field 'x'; it was not used"
        ]

    def test_register(self, library: Library) -> None:
        """A column may be for a row of a register, by number; several fields of one label have to be told apart."""
        entry = library.find("GT-R-KF-13", "greentown-after-sales")
        assert entry is not None
        blanks = blanks_of(library, entry)
        column = next(blank for blank in blanks.all if blank.is_column and blank.field.type == "room")
        rows = list_of("a.csv", [[f"{column.block}.2.{column.key}"], ["3-1-101"]])
        columns = columns_of(blanks, rows)

        assert not columns.wrong
        assert sheets_of(blanks, rows, columns)[0][0].values == {column.block: [{}, {column.key: "3-1-101"}]}

    def test_not_there(self, library: Library) -> None:
        """Required fields that the list does not have are named."""
        entry = library.find("GT-R-KF-27", "greentown-after-sales")
        assert entry is not None
        blanks = blanks_of(library, entry)
        required = [
            blank for blank in blanks.all if blank.field.required and not blank.is_signature and not blank.given
        ]
        said = [
            remark.say("zh") for remark in not_there(blanks, columns_of(blanks, list_of("a", [["x"], ["1"]])), None)
        ]

        assert len(said) == 1
        assert said[0].startswith(f"清单里没有这些必填栏，留空由人填：{required[0].label.zh}、")


@filled.EVERY_FORM
def test_every_form_takes_a_list_of_its_fields(form: filled.InBoth) -> None:
    """A row with a value for each field, headed by ids, comes to these values; so does one headed by labels, where a
    label is that of one field only.
    """
    for sample in form:
        blanks, lang = sample.blanks, sample.library.lang
        full = filled.full_answers(blanks, 3, filled.EVERYDAY)
        answers = [answer for answer in full if answer.blank.given is None]
        paths = [path_of(answer.blank, answer.row) for answer in answers]
        row = [written(answer, lang) for answer in answers]
        rows = list_of("a.csv", [paths, row])
        columns = columns_of(blanks, rows)
        assert [remark.say(lang) for remark in columns.wrong] == []
        (sheet,), wrong = sheets_of(blanks, rows, columns)
        assert wrong == []
        read_back, mistakes = check_answers(blanks, sheet.values)
        assert {mistake.rule for mistake in mistakes} <= filled.LEFT_OUT
        assert by_place(read_back) == by_place(answers)
        labels = Counter(label for blank in blanks.all for label in set(blank.label.both()))
        for blank in blanks.all:
            label = blank.label.of(lang)
            is_id = any(label == other.key for other in blanks.all)
            if labels[label] == 1 and blank.given is None and not (blank.is_column or blank.row or is_id):
                (target,) = columns_of(blanks, list_of("a", [[label], ["1"]])).targets.values()
                assert target.blank is blank, label


def written(answer: FilledBlank, lang: str) -> str:
    """A value as it stands in a list."""
    blank, value = answer.blank, answer.value
    if blank.field.choices:
        ids = value if isinstance(value, tuple) else (str(value),)
        return "、".join(blank.choice(id_, lang) for id_ in ids)
    return write_value(value) if not isinstance(value, bool) else "是" if value else "否"


def by_place(answers: Iterable[FilledBlank]) -> dict[Any, Any]:
    """Values by where they stand; an empty box is none."""
    return {(answer.blank.place, answer.row): answer.value for answer in answers if answer.value is not False}


class TestSerials:
    """Numbers that follow each other."""

    def test_width(self) -> None:
        """They carry their width, and refuse to run over it."""
        assert Series.parse("2026-A-098").take(3) == ("2026-A-098", "2026-A-099", "2026-A-100")
        with pytest.raises(HandbookError) as raised:
            Series.parse("2026-A-998").take(3)
        assert raised.value.say("zh") == ("从 2026-A-998 起编 3 份，位数不够：最多编到 2026-A-999。从 2026-A-0998 编起")

    def test_no_digits(self) -> None:
        """A number that does not end in digits has no next."""
        with pytest.raises(HandbookError) as raised:
            Series.parse("2026-A")
        assert raised.value.say("en") == (
            "the number '2026-A' does not end in digits, so nobody knows which is next; write it like 2026-A-001"
        )

    @pytest.mark.parametrize("given", ["2026-A-001..003", "2026-A-001..2026-A-003", "2026-A-001 .. 3"])
    def test_range(self, given: str) -> None:
        """The end of a range is written whole, or as its number."""
        assert numbers_of(given) == ("2026-A-001", "2026-A-002", "2026-A-003")

    @pytest.mark.parametrize("given", ["2026-A-001", "2026-A-003..1", "2026-A-001..2026-B-003", "a..b", "001..2000"])
    def test_no_range(self, given: str) -> None:
        """What is no range, runs backwards or over its width is refused."""
        with pytest.raises(HandbookError) as raised:
            numbers_of(given)
        assert raised.value.say("zh") == f"看不懂号段“{given}”；写成 2026-A-001..200 或 2026-A-001..2026-A-200"
