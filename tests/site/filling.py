"""What tests of filling a form on its page share: its page, its cells, a copy of it downloaded and opened again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, FilePayload, Page, expect

from filled.reading import read_form
from schemas.filled import Filled
from tests.generators import docx_samples as samples
from tests.site.conftest import ServedSite

REGISTER: Final = "greentown-after-sales/forms/complaint-register.html"


@contextmanager
def fresh_page(browser: Browser, site: ServedSite) -> Iterator[Page]:
    """A fresh page that may download, and use the clipboard of the site; nothing fails in it."""
    with browser.new_context(accept_downloads=True, locale="en-US") as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.base)
        page = context.new_page()
        failed: list[str] = []
        page.on("pageerror", lambda error: failed.append(str(error)))
        yield page
        assert failed == []


def open_form(page: Page, address: str, width: int = 1280) -> None:
    """Open the page of a form."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    expect(page.locator("[data-fill]")).to_be_visible()


def cell(page: Page, column: str, row: int) -> Any:
    """The input of a column in a row, from 1."""
    return page.locator(f".fill__row:nth-child({row}) [data-place='entries||{column}']")


def download(page: Page, folder: Path, button: str = "[type=submit]") -> tuple[Path, Filled]:
    """The copy that the page gives, and what is read in it."""
    with page.expect_download() as got:
        page.locator(f"[data-fill] {button}").first.click()
    path = folder / got.value.suggested_filename
    got.value.save_as(path)
    return path, read_form(samples.library(), path, path.name)


def open_copy(page: Page, copy: Path | bytes) -> Any:
    """Open a copy in the page; where the page answers."""
    file = FilePayload(name="a.docx", mimeType="", buffer=copy) if isinstance(copy, bytes) else copy
    page.locator("[data-open] input").set_input_files(file)
    said = page.locator("[data-said]")
    expect(said).not_to_have_text("正在打开…")
    return said
