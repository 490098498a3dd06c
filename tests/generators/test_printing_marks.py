"""What a machine sees of a printed page, on documents that a real LibreOffice printed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt

from filled.samples import filled_sample
from generators.form import form_files
from generators.printing.build import printer_of
from generators.printing.marks import marks
from tests.generators import docx_samples as samples


def document(lines: int = 1) -> Any:
    """An A4 page with *lines* paragraphs."""
    made = Document()
    made.sections[0].page_width, made.sections[0].page_height = Mm(210), Mm(297)
    for number in range(lines):
        made.add_paragraph(f"第 {number} 行")
    return made


def content(made: Any) -> bytes:
    """A document as a file."""
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


@pytest.fixture(scope="module")
def printed(printed_samples: Path) -> dict[str, list[str]]:
    """The marks of each document, in Chinese and English."""
    spilled, full, narrow, edge = document(3), document(3), document(), document()
    spilled.add_page_break()
    spilled.add_paragraph("多出来的一行")
    full.add_page_break()
    for number in range(20):
        full.add_paragraph(f"下一页第 {number} 行")
    row = narrow.add_table(1, 1).rows[0]
    row.height, row.height_rule = Pt(14), WD_ROW_HEIGHT_RULE.EXACTLY
    row.cells[0].text = "看得见的字" * 30 + "消失"
    edge.sections[0].left_margin = Mm(1)
    files = {name: content(made) for name, made in (
        ("spilled.docx", spilled), ("full.docx", full), ("narrow.docx", narrow), ("edge.docx", edge),
    )}  # fmt: skip
    for path, form in form_files(samples.library()):
        files[path.name] = form
    done = printer_of(printed_samples).pdfs(files)
    assert done.problem is None, done.problem
    seen = {name: list(marks(files[name], pdf.content)) for name, pdf in done.pdfs.items()}
    return {name: [mark.say(lang) for mark in found for lang in ("zh", "en")] for name, found in seen.items()}


def test_a_nearly_empty_last_page(printed: dict[str, list[str]]) -> None:
    """A last page with nothing below its top is marked; one that is used is not."""
    assert printed["spilled.docx"] == [
        "第 2 页几乎是空的", "page 2 is nearly empty", "第 2 页只有一两行", "page 2 has a line or two",
    ]  # fmt: skip
    assert printed["full.docx"] == []


def test_clipped_text(printed: dict[str, list[str]]) -> None:
    """Characters of the Word file that do not reach the paper are named, each once."""
    assert printed["narrow.docx"] == ["有字没有印出来：看得见的字消失", "characters that do not print: 看得见的字消失"]


def test_ink_where_no_printer_prints(printed: dict[str, list[str]]) -> None:
    """Text a millimetre from the edge of the paper is marked."""
    assert printed["edge.docx"] == ["第 1 页印到了纸边", "page 1 runs to the edge of the paper"]


def test_sound_forms_have_no_mark(printed: dict[str, list[str]]) -> None:
    """No form of the samples is marked, whatever its blocks, its paper or its language."""
    own = {"spilled.docx", "full.docx", "narrow.docx", "edge.docx"}

    assert {name: found for name, found in printed.items() if found and name not in own} == {}


def test_letters_outside_and_a_header_of_two_lines(tmp_path: Path) -> None:
    """A letter beyond the margins is named, and a page whose header does not fit on its line."""
    crowded = document(3)
    crowded.paragraphs[1].paragraph_format.left_indent = Mm(-10)
    crowded.sections[0].header.paragraphs[0].text = "页眉\n挤成两行"
    saved = content(crowded)
    pdf = printer_of(tmp_path).pdfs({"a.docx": saved}).pdfs["a.docx"].content

    assert [mark.say("zh") for mark in marks(saved, pdf)] == ["第 1 页的页眉挤成两行", "有字在框外：第1行"]
    assert [mark.say("en") for mark in marks(saved, pdf)] == [
        "the header of page 1 takes two lines", "letters outside the frame: 第1行",
    ]  # fmt: skip


def test_long_texts_may_leave_a_page_white_but_not_for_a_line(tmp_path: Path) -> None:
    """A copy that runs on is marked for a last page with a line, not for one that is a fifth full."""
    one, some = document(3), document(3)
    for made, count in ((one, 1), (some, 8)):
        made.add_page_break()
        for number in range(count):
            made.add_paragraph(f"多出来的第 {number} 行")
    files = {"one.docx": content(one), "some.docx": content(some)}
    pdfs = printer_of(tmp_path).pdfs(files).pdfs
    seen = {name: [each.kind for each in marks(files[name], pdf.content, runs_on=True)] for name, pdf in pdfs.items()}

    assert seen == {"one.docx": ["alone"], "some.docx": []}


def test_files_are_told_apart(tmp_path: Path) -> None:
    """A document that was never printed before is not taken for another of the same name."""
    printer = printer_of(tmp_path)
    one = printer.pdfs({"a.docx": content(document(1))}).pdfs["a.docx"]
    two = printer.pdfs({"a.docx": content(document(60))}).pdfs["a.docx"]

    assert (len(printer.pictures(one)), len(printer.pictures(two))) == (1, 3)


NARROW = """
  - register:
      id: rows
      rows: 2
      columns:
        - {{id: day, title: 日, type: date, width: {day}}}
        - {{id: clock, title: 时, type: datetime, width: 20}}
        - {{id: sum, title: 元, type: money, width: {sum}}}
        - {{id: what, title: 事由, width: {rest}}}
"""
CROWD = "".join(f"        - {{{{id: d{number}, title: 日, type: date, width: 4}}}}\n" for number in range(12))
"""So many days that no column has room for one."""


def test_broken_dates_and_numbers(tmp_path: Path) -> None:
    """A filled copy is marked where a date or a number does not stand on one line; a day over its hour is whole."""
    forms = {"narrow": (4, 4, 24), "wide": (16, 16, 48)}
    library = samples.with_forms(
        {id_: f"{samples.HEAD}blocks:{(NARROW + CROWD * (id_ == 'narrow')).format(day=day, sum=amount, rest=rest)}"
         for id_, (day, amount, rest) in forms.items()}
    )  # fmt: skip
    files = {f"{id_}.docx": filled_sample(library, samples.form(id_, library), "long") for id_ in forms}
    pdfs = printer_of(tmp_path).pdfs(files).pdfs
    seen = {name: list(marks(files[name], pdf.content, is_filled=True)) for name, pdf in pdfs.items()}
    seen["narrow.docx"] = [mark for mark in seen["narrow.docx"] if mark.kind in ("date", "digits")]

    assert [mark.say("zh") for mark in seen["narrow.docx"]] == ["日期断成两行：2026-12-28", "数字断成两行：128456.75"]
    assert [mark.say("en") for mark in seen["narrow.docx"]] == [
        "dates broken over two lines: 2026-12-28", "numbers broken over two lines: 128456.75",
    ]  # fmt: skip
    assert seen["wide.docx"] == []


def test_a_whole_date_before_a_colon_is_whole(tmp_path: Path) -> None:
    """A day followed by a colon, or after one, is not taken for the beginning or the end of something longer."""
    block = "  - text: {id: t, text: '请于{day}: 前答复，答复日:{day}。', blanks: [{id: day, title: 期限, type: date}]}"
    library = samples.with_forms({"letter": f"{samples.HEAD}blocks:\n{block}\n"})
    filled = filled_sample(library, samples.form("letter", library), "short")
    pdf = printer_of(tmp_path).pdfs({"letter.docx": filled}).pdfs["letter.docx"].content

    assert list(marks(filled, pdf, is_filled=True)) == []
