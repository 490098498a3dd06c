"""A register bound as a book: what its pages are, how they are numbered, and that both sides of a leaf fit together."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from lxml import etree

from generators.docx import book_pages
from generators.docx.flow import fit, pages_of
from generators.docx.paper import SLACK, TOP
from generators.docx.printed import drawing_of
from generators.docx.register_book import is_register, register_book, whole_sheets
from generators.printing.convert import convert
from schemas.entry import Entry
from schemas.form import Form
from schemas.library import Library
from tests.generators import docx_samples as samples
from tests.generators.docx_lint import lint
from tests.generators.docx_samples import W
from tests.generators.test_validator import faults


def form(id_: str, lang: str = "zh") -> tuple[Library, Entry]:
    """A form of the sample library in one language."""
    view = samples.library().view(lang)
    return view, view.entries[f"greentown-after-sales/forms/{id_}"]


def printed(books: dict[str, bytes]) -> dict[str, Sequence[tuple[str, float]]]:
    """Of each page of each book its text without blanks, and where its leftmost line of a table or text is."""
    pdfs, problem = convert(books, lambda done: None)
    assert problem is None
    return {name: [_looked_at(page) for page in pdfium.PdfDocument(pdf)] for name, pdf in pdfs.items()}


def _looked_at(page: pdfium.PdfPage) -> tuple[str, float]:
    text = page.get_textpage()
    left = min(text.get_charbox(at)[0] for at in range(text.count_chars()) if text.get_text_range(at, 1).strip())
    return "".join(text.get_text_bounded().split()), left


def test_pages_in_both_languages() -> None:
    """Cover, rules, numbered sheets, a page that is not used where they are odd, index, handing over: on leaves whose
    inner margin is wide on both sides; a sheet of two pages goes on with its title.
    """
    books = {
        "keys.docx": register_book(*form("key-loan-register"), 3),
        "keys-en.docx": register_book(*form("key-loan-register", "en"), 2),
        "ledger.docx": register_book(*form("ledger"), 4),
    }
    pages = printed(books)
    texts = {name: [text for text, _ in each] for name, each in pages.items()}

    keys = texts["keys.docx"]
    assert len(keys) == 8
    for part in ("钥匙借用登记表登记簿", "册号第________册", "启用日期", "止用日期", "共3页，印有页码1—3", "保存期限"):
        assert part in keys[0]
    assert "本册怎样记" in keys[1]
    assert "3.一行记一件" in keys[1]
    assert ["第1页共3页" in keys[2], "第2页共3页" in keys[3], "第3页共3页" in keys[4]] == [True] * 3
    assert "此页不用" in keys[5]
    assert "目录页起日止日记了什么" in keys[6]
    assert "交接换人保管" in keys[7]
    assert ["Howthisbookiskept" in texts["keys-en.docx"][1], "Page2of2" in texts["keys-en.docx"][3]] == [True] * 2
    ledger = texts["ledger.docx"]
    assert ["（续）" in text for text in ledger[2:6]] == [False, True, False, True]
    assert ["第4页共4页" in ledger[5], "目录" in ledger[6]] == [True] * 2
    for each in pages.values():
        (right, left), *others = [(each[at][1], each[at + 1][1]) for at in range(2, 4, 2)]
        assert others == []
        assert right - left == pytest.approx((1417 - 850) / 20, abs=1)


def test_the_file_is_sound(tmp_path: Path) -> None:
    """Neither the validator nor the lint finds anything; margins are mirrored, and one page is turned to the spine."""
    book = register_book(*form("key-loan-register"), 3)
    with zipfile.ZipFile(BytesIO(book)) as archive:
        settings = archive.read("word/settings.xml").decode()
        document = etree.fromstring(archive.read("word/document.xml"))
    margins = {
        tuple(each.get(f"{W}{side}") for side in ("left", "right", "gutter")) for each in document.iter(f"{W}pgMar")
    }

    assert lint(book) == []
    assert faults({"book": book}, tmp_path) == []
    assert "<w:mirrorMargins/>" in settings
    assert margins == {("850", "850", "567")}
    assert [each.get(f"{W}start") for each in document.iter(f"{W}pgNumType")] == ["1"]


def test_which_forms_are_registers() -> None:
    """One table with a line for each case, and nothing that a single sheet is for; a roster is none."""
    library = samples.library()
    found = {
        entry.id for entry in library.of_kind("forms") if isinstance(entry.record, Form) and is_register(entry.record)
    }

    assert {"key-loan-register", "complaint-register", "ledger"} <= found
    assert found.isdisjoint({"duty-roster", "opinion-survey", "complaint-report", "slip"})


def test_sheets_are_whole() -> None:
    """Pages that do not make up a sheet are completed."""
    assert [whole_sheets(*form("ledger"), pages) for pages in (1, 2, 3)] == [2, 2, 4]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_of_the_index_is_alone(lang: str) -> None:
    """The index has a line for each page of the book, and however many there are, none stands alone on the last page of
    the book's end; its head is on each.
    """
    sheet = drawing_of(*form("key-loan-register", lang), "blank").sheet
    depth = sheet.paper.height - TOP - SLACK - 627
    for pages in range(1, 121):
        rows = [span for piece in book_pages.index(sheet, pages) for span in piece.spans()]
        held = [
            count for count, _ in pages_of(rows, depth, fit(book_pages.index(sheet, pages), depth).stretches[-1][-1])
        ]
        assert len(rows) == pages + 2  # the heading and the head of the table
        assert len(held) == 1 or held[-1] > 1, pages
