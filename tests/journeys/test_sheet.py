"""A printed sheet asks its page whether it is still current."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generators.docx.document import qr_text
from generators.docx.printed import printed_fingerprint
from generators.docx.sheet import Sheet
from schemas.form import Form
from tests.journeys.conftest import Served
from tests.schemas.content import handbooks

ADDRESS = "greentown-after-sales/forms/key-loan-register"


def asked(lang: str) -> str:
    """What the QR code of today's sheet opens under the site's root, when the site is published."""
    view = handbooks().view(lang)
    published = replace(view, settings=view.settings.model_copy(update={"base_url": "https://handbook.example"}))
    entry = published.entries[ADDRESS]
    assert isinstance(entry.record, Form)
    printed = printed_fingerprint(view, view.entries[ADDRESS])
    return qr_text(Sheet(published, entry, entry.record, fill=False), printed).removeprefix("https://handbook.example/")


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "就是现行版，可以用。"), ("en", "is the current one: use it.")], ids=["zh", "en"]
)
def test_a_sheet_of_today_is_current(served: Served, page: Page, lang: str, words: str) -> None:
    """The QR code of a form as it is printed today leads to its page, which says that the sheet may be used."""
    page.goto(f"{served.url}/{asked(lang)}")

    expect(page.locator("[data-sheet]")).to_contain_text(words)
    expect(page.locator("[data-sheet]")).to_contain_text(parse_qs(urlsplit(asked(lang)).query)["f"][0])


def test_an_old_sheet_is_not(served: Served, page: Page) -> None:
    """A sheet of another edition is told so, with the edition to use instead; what the address says is text only."""
    page.goto(f"{served.url}/{ADDRESS}.html?c=GT-R-KF-13&e=%3Cb%3E0&f=0123456789ab")

    shown = page.locator("[data-sheet]")
    expect(shown).to_contain_text("您手上这张（第 <b>0 版，指纹 0123456789ab）不是现行版。")
    expect(shown).to_contain_text("现行的是第 1 版")


def test_nobody_asks(served: Served, page: Page) -> None:
    """Whoever comes without a sheet is told nothing about it."""
    page.goto(f"{served.url}/{ADDRESS}.html")

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-sheet]")).to_be_hidden()
