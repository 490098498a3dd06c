"""A copy opened again in the page of its form: what it fills in, what is refused, what is told."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from filled.filling import fill_form
from filled.reading import read_form
from generators.docx.document import Variant
from generators.form import build_form
from tests.filled import filled_samples as filled_forms
from tests.filled.test_reading_office import save_again
from tests.generators import docx_samples as samples
from tests.site.conftest import ServedSite
from tests.site.filling import REGISTER, cell, download, fresh_page, open_copy, open_form


@pytest.fixture
def page(browser: Browser, site: ServedSite) -> Iterator[Page]:
    """A fresh page to fill in."""
    with fresh_page(browser, site) as page:
        yield page


def made(id_: str = "complaint-register", lang: str = "zh", variant: Variant = "fill") -> bytes:
    """A form of the sample library as DOCX."""
    view = samples.library().view(lang)
    return build_form(view, view.entries[f"greentown-after-sales/forms/{id_}"], variant=variant)


def with_part(docx: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """*docx* with one part changed."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(result, "w") as target:
        for item in source.namelist():
            content = source.read(item)
            target.writestr(item, change(content.decode()) if item == name else content)
    return result.getvalue()


def in_custom(docx: bytes, old: str, new: str) -> bytes:
    """*docx* with other properties."""
    assert old in zipfile.ZipFile(io.BytesIO(docx)).read("docProps/custom.xml").decode()
    return with_part(docx, "docProps/custom.xml", lambda text: text.replace(old, new))


REFUSED: Final[dict[str, tuple[Callable[[], bytes], str]]] = {
    "damaged": (
        lambda: b"PK nothing",
        (
            "a.docx 打不开：不是 .docx 文件，或已损坏、加了密码。"
            "请选从这里下载的 Word 文件；别的格式请先另存为 .docx。"
        ),
    ),
    "no form": (
        lambda: in_custom(made(), 'name="form"', 'name="other"'),
        "a.docx 不是手册的表，这里打不开。请选从这一页下载的 Word 文件。",
    ),
    "another form": (
        lambda: made("key-loan-register"),
        "a.docx 是另一张表（GT-R-KF-13），本页是 GT-R-KF-26。请到那张表的网页上打开。",
    ),
    "blank": (
        lambda: made(variant="blank"),
        "a.docx 是打印后手写用的空白表，里面没有可读的栏目。请选可填写的那一份。",
    ),
    "saved by a program that drops names": (
        lambda: with_part(made(), "word/document.xml", lambda text: re.sub("<w:(tag|bookmarkStart) [^>]*>", "", text)),
        "a.docx 被别的程序另存过，栏目的记号和书签都没有了，网页上认不出哪一栏是哪一栏。请选当初下载的那一份。",
    ),
    "practice": (
        lambda: in_custom(made(), ">fill<", ">practice<"),
        "a.docx 是练习稿，不作记录，这里不打开。",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_copy_of_the_form_is_refused(site: ServedSite, page: Page, case: str) -> None:
    """By its reason, and nothing that is written is touched."""
    docx, why = REFUSED[case]
    open_form(page, site.http(REGISTER))
    cell(page, "room", 1).fill("3-1-1201")

    expect(open_copy(page, docx())).to_have_text(why)
    expect(cell(page, "room", 1)).to_have_value("3-1-1201")


def filled(lang: str = "zh") -> bytes:
    """A copy with one row, in either language."""
    view = samples.library().view(lang)
    entry = view.entries["greentown-after-sales/forms/complaint-register"]
    row = {"received": "2026-11-02 09:15", "room": "3-1-1201", "matter": "灯不亮"}
    return fill_form(view, entry, {"entries": [row]})


def test_a_copy_in_the_other_language_is_the_same_form(site: ServedSite, page: Page) -> None:
    """Its hints are hints here too."""
    open_form(page, site.file(REGISTER))

    expect(open_copy(page, filled("en"))).to_have_text("已打开 a.docx，填回 3 栏。撤销")
    expect(cell(page, "received", 1)).to_have_value("2026-11-02T09:15")
    expect(page.locator("[data-rows] > *")).to_have_count(1)


def test_copies_saved_by_libreoffice(site: ServedSite, page: Page, tmp_path: Path) -> None:
    """LibreOffice drops the names of all fields and keeps their bookmarks: the page reads by these what was filled in,
    boxes, lists and rows beyond the printed ones too, as `handbook read` does.
    """
    view = samples.library().view("zh")
    forms = {
        id_: filled_forms.Sample(view, view.entries[f"greentown-after-sales/forms/{id_}"])
        for id_ in ("complaint-register", "complaint-report")
    }
    answers = {
        id_: filled_forms.full_answers(form.blanks, 2, filled_forms.EVERYDAY, more_rows=3)
        for id_, form in forms.items()
    }
    copies = {id_: fill_form(view, form.entry, filled_forms.loose(answers[id_])) for id_, form in forms.items()}
    for id_, copy in save_again(copies).items():
        assert b"<w:tag " not in zipfile.ZipFile(io.BytesIO(copy)).read("word/document.xml")
        open_form(page, site.http(f"greentown-after-sales/forms/{id_}.html"))
        said = open_copy(page, copy)
        expect(said).to_contain_text("已打开 a.docx，填回 ")
        assert said.locator("li").all_text_contents() == []
        back = read_form(view, copy, "a.docx")
        assert page.evaluate(COUNTED) == len([answer for answer in answers[id_] if answer.value is not False]), id_
        _, again = download(page, tmp_path)
        assert again.values == back.values


COUNTED: Final = """() => Number(document.querySelector("[data-said]").textContent.match(/填回 (\\d+) 栏/)[1])"""
"""How many fields the page says it filled in."""


def test_what_is_not_plain_to_see_is_not_decided(site: ServedSite, page: Page) -> None:
    """A text that is partly struck out is told with its place and not written in."""
    struck = '<w:r><w:rPr><w:strike/></w:rPr><w:t>3-1-1202</w:t></w:r><w:r><w:t xml:space="preserve">3-1-1201<'
    plain = '<w:r><w:t xml:space="preserve">3-1-1201<'
    copy = with_part(filled(), "word/document.xml", lambda text: text.replace(plain, struck))
    open_form(page, site.http(REGISTER))

    said = open_copy(page, copy)
    expect(said).to_contain_text("已打开 a.docx，填回 2 栏。")
    assert said.locator("li").all_text_contents() == [
        "第 1 行“房号”：“3-1-12023-1-1201” — 有划掉的、隐藏的、修订的内容或图，网页上不敢认"
    ]
    expect(cell(page, "room", 1)).to_have_value("")


def test_a_copy_of_another_edition_says_so(site: ServedSite, page: Page) -> None:
    """What both have is filled in, with the two editions; a field that the page lacks is told with what it holds."""
    library = samples.library()
    print_ = library.entries["greentown-after-sales/forms/complaint-register"].fingerprint
    copy = in_custom(
        in_custom(filled(), f">{print_}<", ">0123456789ab<"), '"edition"><vt:lpwstr>1<', '"edition"><vt:lpwstr>0<'
    )
    copy = with_part(copy, "word/document.xml", lambda text: text.replace('"entries.room"', '"entries.flat"'))
    open_form(page, site.http(REGISTER))

    said = open_copy(page, copy)
    expect(said).to_contain_text("已打开 a.docx，填回 2 栏。")
    expect(said).to_contain_text(
        "注意：这份是第 0 版的表，本页是第 1 版，内容不全一样。只填回了对得上的栏目，请逐栏核对。"
    )
    assert said.locator("li").all_text_contents() == ["“房号”：“3-1-1201” — 本页没有这一栏"]
