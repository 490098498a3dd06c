"""An address at which there is nothing, in a browser: said in its language, with box, strip and guesses."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from server.site import seen_from
from tests.site.conftest import POLICY, ServedSite

MISTYPED = "greentown-after-sales/procedures/complant-handlin.html"


class _Host(http.server.SimpleHTTPRequestHandler):
    """A host of files that has the Chinese page for whatever is lost, as many do; or one under `/desk/`, like ours."""

    def __init__(self, *args: Any, under: str, **kwargs: Any) -> None:
        self.under = under
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.under))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        path = self.path.partition("?")[0].removeprefix(self.under or "/").removeprefix("/")
        folder = "en/" if self.under and path.startswith("en/") else ""
        page = Path(self.directory, f"{folder}404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(seen_from(path, page) if self.under else page)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """A test's output is for the test."""


@pytest.fixture(params=["", "/desk"], ids=["files", "served under a path"])
def host(built_site: ServedSite, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the site, at the root of a host of files or served under a path that the site does not know."""
    handler = functools.partial(_Host, directory=str(built_site.folder), under=request.param)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{request.param}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser, host: str) -> Iterator[Page]:
    """A page on a phone; nothing that it asks for is lost or on another host, but for the address itself."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    opened = context.new_page()
    lost: list[str] = []
    opened.on("response", lambda reply: lost.append(reply.url) if reply.status != 200 else None)
    yield opened
    assert [url for url in lost if "/assets/" in url or not url.startswith(host)] == []
    context.close()


def test_a_mistyped_address_is_said_and_guessed(host: str, page: Page) -> None:
    """With head, box and strip; the nearest record is named first and opens."""
    page.goto(f"{host}/{MISTYPED}")
    expect(page.locator("h1")).to_have_text("这一页不在了")
    expect(page.locator(".sos [href='tel:119']")).to_be_visible()
    expect(page.locator(".top [data-ask-input]")).to_be_visible()
    guess = page.locator("[data-lost-found] a").first
    expect(guess).to_contain_text("客户投诉处理管理办法")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    guess.click()
    expect(page.locator("h1")).to_contain_text("客户投诉处理管理办法")


def test_an_english_address_is_answered_in_english(host: str, page: Page) -> None:
    """Also by a host that has one page for all that is lost; a code and a title are known too."""
    page.goto(f"{host}/en/deep/er/gt-r-kf-26.html")
    expect(page.locator("h1")).to_have_text("This page is not here")
    guess = page.locator("[data-lost-found] a").first
    expect(guess).to_contain_text("GT-R-KF-26")
    guess.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith(f"{host}/en/greentown-after-sales/forms/")


def test_the_box_answers_where_the_page_is_lost(host: str, page: Page) -> None:
    """By itself, from the index beside the pages."""
    page.goto(f"{host}/nowhere/at/all")
    expect(page.locator("ul[data-lost-found]")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.type("多久回访投诉人")
    page.keyboard.press("Enter")
    page.locator(".answer__key a").first.click()
    expect(page).to_have_url(f"{host}/greentown-after-sales/procedures/complaint-handling.html#step-follow-up")


def test_a_former_address_leads_to_the_record(host: str, page: Page) -> None:
    """A page that was renamed is there at once, at the place that was asked for."""
    page.goto(f"{host}/en/greentown-after-sales/procedures/complaints.html#step-handle")
    expect(page).to_have_url(f"{host}/en/greentown-after-sales/procedures/complaint-handling.html#step-handle")
