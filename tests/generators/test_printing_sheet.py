"""The contact sheet as a person gets it: every form with all its copies, and red where something is to be seen."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from filled.samples import filled_sample
from generators.printing.build import printer_of
from generators.printing.contact import ContactRow, rows
from generators.printing.marks import Mark
from generators.printing.pdf import pages
from generators.printing.sheet import sheet_pdf, sheet_png
from tests.generators import docx_samples as samples

RED = (179, 38, 30)


@pytest.fixture(scope="module")
def made(printed_samples: Path) -> tuple[ContactRow, ...]:
    """The rows of four forms of the samples."""
    library = samples.library()
    forms = [samples.form(id_) for id_ in ("complaint-register", "everything", "slip", "ledger")]
    return rows(library, forms, printer_of(printed_samples), filled_sample, lambda part, done, total: None)


def marked(row: ContactRow, page: int) -> ContactRow:
    """The row with a mark on its second copy."""
    first, second, *rest = row.copies
    return replace(row, copies=(first, replace(second, marks=(Mark("empty", str(page), page),)), *rest))


def is_red(picture: Image.Image) -> bool:
    """Whether a picture has the red of marks."""
    return any(colour == RED for _, colour in picture.getcolors(picture.width * picture.height) or [])


def test_a_row_has_all_copies(made: tuple[ContactRow, ...]) -> None:
    """Each form is there blank, to fill, and filled with short and long values, in both languages."""
    everything = made[1]

    assert (made[0].code, made[0].title.zh) == ("GT-R-KF-26", "投诉登记表")
    assert [(copy.sort, copy.lang) for copy in everything.copies] == [
        ("blank", "zh"), ("fill", "zh"), ("short", "zh"), ("long", "zh"),
        ("blank", "en"), ("fill", "en"), ("short", "en"), ("long", "en"),
    ]  # fmt: skip
    assert [copy.pages for copy in made[2].copies] == [1] * 8
    assert everything.copies[0].pages > 1


def test_more_pages_are_marked(made: tuple[ContactRow, ...]) -> None:
    """A copy to fill, or filled with short values, that takes more pages than the blank one is marked."""
    for row in made:
        for blank, fill, short, long in row.lines():
            for copy in (blank, fill, short, long):
                marks = [mark.say("en") for mark in copy.marks if mark.kind == "pages" and not mark.elsewhere]
                differs = copy in (fill, short) and copy.pages > blank.pages
                wanted = f"more pages than the blank one: {blank.pages} / {copy.pages}"
                assert marks == ([wanted] if differs else []), (row.code, copy.sort)


def test_remarks_say_which_copy(made: tuple[ContactRow, ...]) -> None:
    """A remark names variant and language, in the language of the user."""
    row = marked(made[2], 2)

    assert list(row.remarks("zh")) == ["填写 · 中文：第 2 页几乎是空的"]
    assert list(row.remarks("en")) == ["to fill · Chinese: page 2 is nearly empty"]


def test_what_is_seen_elsewhere_is_said_so() -> None:
    """A mark of a machine without the fonts of the form says that it is one."""
    mark = Mark("alone", "2", elsewhere=True)

    assert mark.say("zh") == "没有这些字体的电脑上：第 2 页只有一两行"
    assert mark.say("en") == "where its fonts are missing: page 2 has a line or two"


def test_the_pdf_can_be_read_into(made: tuple[ContactRow, ...]) -> None:
    """The sheet is A3 on its side, two forms a page, and the words of the forms are words in it."""
    content = sheet_pdf(made, "zh", "总览")
    with closing(pdfium.PdfDocument(content)) as document:
        sizes = [tuple(round(length) for length in document.get_page_size(number)) for number in range(len(document))]
        text = document[0].get_textpage().get_text_range()

    assert sizes == [(1191, 842)] * 2
    assert {"投诉登记表", "Complaint register"} <= set(text.split("\r\n"))


def test_the_png_is_one_picture(made: tuple[ContactRow, ...]) -> None:
    """The same sheet is one picture, as wide as the paper and as tall as its rows, in a few colours."""
    picture = Image.open(BytesIO(sheet_png(made, "en", "Overview")))
    half = Image.open(BytesIO(sheet_png(made[:2], "en", "Overview")))

    assert (picture.format, picture.mode, picture.width) == ("PNG", "P", half.width)
    assert picture.width > 2000
    assert picture.height - half.height == pytest.approx(2 * (28 + 2 * 172) * 2, abs=4)


def test_marks_are_red(made: tuple[ContactRow, ...]) -> None:
    """A marked page has a red frame and a red heading; a sheet without marks has no red of that kind."""
    sound = [replace(row, copies=tuple(replace(copy, marks=()) for copy in row.copies)) for row in made[2:]]

    assert not is_red(next(pages(sheet_pdf(sound, "zh", "总览"))))
    assert is_red(next(pages(sheet_pdf([marked(sound[0], 1), sound[1]], "zh", "总览"))))


def test_no_path_matters(made: tuple[ContactRow, ...], tmp_path: Path) -> None:
    """Sheets of the same rows are the same bytes."""
    assert sheet_png(made[2:], "zh", "总览") == sheet_png(made[2:], "zh", "总览")
