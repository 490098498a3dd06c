"""Ctrl+P on the page of a form prints the form: blank as it was drawn, or what is written in it."""

from __future__ import annotations

from contextlib import closing

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page

from tests.site.conftest import Open, ServedSite

FORMS = "greentown-after-sales/forms"
A4, A4_WIDE, A6 = (210, 297), (297, 210), (105, 148)


def sheets(page: Page) -> list[tuple[int, int]]:
    """The sheets that come out of the printer, in millimetres."""
    with closing(pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))) as document:
        return [(round(sheet.get_width() / 72 * 25.4), round(sheet.get_height() / 72 * 25.4)) for sheet in document]


def printed(page: Page) -> str:
    """All that the paper says, without spaces."""
    with closing(pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))) as document:
        return "".join("".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document)


@pytest.mark.parametrize(
    ("form", "paper"),
    [("complaint-report", A4), ("key-loan-register", A4_WIDE), ("missed-visit-card", A6)],
)
@pytest.mark.parametrize("language", ["", "en/"])
def test_a_blank_form_prints_as_it_was_drawn(
    site: ServedSite, visit: Open, form: str, paper: tuple[int, int], language: str
) -> None:
    """Page by page on its own paper, and nothing of what its page tells about it."""
    page = visit(site.file(f"{language}{FORMS}/{form}.html")).page
    pictures = page.locator(".formpage img").count()

    assert pictures > 0
    assert sheets(page) == [paper] * pictures
    assert printed(page) == ""
    page.emulate_media(media="print")
    assert page.locator(".formpage img").first.evaluate("e => e.complete && e.naturalWidth > 0 && e.offsetWidth > 300")


def test_what_is_written_is_printed(site: ServedSite, visit: Open) -> None:
    """In whole however long it is, under the form's code, edition and state; hints and buttons stay off the paper."""
    page = visit(site.file(f"{FORMS}/complaint-report.html")).page
    long = "二楼走廊的灯坏了两天，晚上老人上下楼看不清。" * 30
    page.locator(".fill textarea").first.fill(long)
    page.locator(".fill input[type=date]").first.fill("2026-11-28")
    page.locator(".fill input[type=radio]").first.check()
    said = printed(page)

    assert sheets(page) == [A4]
    assert long in said
    assert "2026-11-28" in said
    assert "GT-R-KF-27投诉报告单" in said
    assert "草稿，非受控文本·第1版" in said
    assert not [word for word in ("下载", "留草稿", "必填", "撤销") if word in said]
    assert page.locator(".field__paper").count() == 0


def test_a_register_prints_its_rows_across_the_paper(site: ServedSite, visit: Open) -> None:
    """A written register has its columns side by side on wide paper, dates whole."""
    page = visit(site.file(f"{FORMS}/complaint-register.html")).page
    page.locator(".fill__row input[type=date]").first.fill("2026-11-28")
    page.pdf()
    page.emulate_media(media="print")

    assert sheets(page) == [A4_WIDE]
    heads = page.locator(".fill__table thead th").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
    assert len(heads) > 4
    assert max(heads) == min(heads)


def test_without_pictures_the_form_itself_is_printed(site: ServedSite, visit: Open) -> None:
    """Where LibreOffice drew none, what is to be filled in stands on the paper, as lines to write on."""
    page = visit(site.file(f"{FORMS}/complaint-report.html")).page
    page.locator(".formpages").evaluate("e => e.remove()")
    said = printed(page)

    assert sheets(page) == [A4]
    assert "核实情况" in said
    assert "GT-R-KF-27投诉报告单" in said
