"""`handbook serve --watch` in a real browser: what an author saves is on the page that is open."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.builds import Built
from tests.commands.running import serving
from tests.generators import offices
from tests.schemas.content import COMPLAINTS, Content
from tests.waiting import until

PAGE = "greentown-after-sales/procedures/complaint-handling.html"
_TAG = re.compile(
    r'<link rel="stylesheet" href="[^"]*api/watch/page\.css"><script [^>]*api/watch/page\.js"[^>]*></script>'
)
_WITH_A_MISTAKE = ("title: ", "titel: ")
_KEYS = (
    "title, code, source, edition, status, basis, owner, review_by, summary, asks, also_asked, related, formerly, "
    "accept, purpose, scope, applies, definitions, responsibilities, plan, steps, periodic, records, laws"
)


def opened(browser: Browser, url: str, complaints: list[str]) -> Page:
    """A page; what it complains about is noted."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(url)
    return page


def test_an_author_writes_beside_the_page(
    built_library: Built, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A saved word is on the open page, which stays where it was; a mistake stands above it until it is put right.

    Nothing of that is in what is built, which becomes what was on the page, and the terminal says the same.
    """
    offices.without(monkeypatch, tmp_path / "bin")
    content, complaints = Content(Path(shutil.copytree(built_library.root, tmp_path / "root"))), list[str]()
    text, site = content.read(COMPLAINTS), content.root / "build" / "site"
    with serving(content.root, "--watch") as server:
        page = opened(browser, f"{server.url}/{PAGE}", complaints)
        english = opened(browser, f"{server.url}/en/{PAGE}", complaints)
        fold = page.locator("article details").first
        fold.evaluate("fold => { fold.open = !fold.open; }")
        is_open, step = fold.evaluate("fold => fold.open"), page.locator("article h3[id]").nth(3)
        step.evaluate("step => scrollTo({ top: scrollY + step.getBoundingClientRect().top - 200 })")

        content.write(COMPLAINTS, text.replace("summary: ", "summary: 紫色灯笼。", 1))
        expect(page.locator("article")).to_contain_text("紫色灯笼", timeout=120_000)
        assert fold.evaluate("fold => fold.open") == is_open
        assert step.evaluate("step => Math.abs(step.getBoundingClientRect().top - 200) < 5")

        content.write(COMPLAINTS, text.replace(*_WITH_A_MISTAKE, 1))
        expect(page.locator(".watch--error")).to_have_text(
            "有错误，网页停在改之前的样子。改好并保存，这里会自己更新。"
            f"错误 不认识的键“titel”{COMPLAINTS}:1:1是不是“title”？这里可以写：{_KEYS}。",
            timeout=120_000,
        )
        expect(english.locator(".watch--error")).to_have_text(
            "There are errors, so the pages stay as they were. Put them right and save: the page renews itself."
            f"error unknown key 'titel'{COMPLAINTS}:1:1Did you mean 'title'? The keys here are: {_KEYS}.",
            timeout=120_000,
        )
        expect(page.locator("article")).to_contain_text("紫色灯笼")

        content.write(COMPLAINTS, text.replace("summary: ", "summary: 绿色灯笼。", 1))
        expect(page.locator("article")).to_contain_text("绿色灯笼", timeout=120_000)
        expect(page.locator(".watch--error")).to_have_count(0)
        shown = page.request.get(f"{server.url}/{PAGE}").text()
        until(lambda: "绿色灯笼" in (site / PAGE).read_text("utf-8"))
        until(lambda: _TAG.sub("", httpx.get(f"{server.url}/{PAGE}").text) == (site / PAGE).read_text("utf-8"))
        assert _TAG.sub("", shown) == (site / PAGE).read_text("utf-8")
    assert complaints == []
    assert f"{COMPLAINTS} was saved, building …" in server.lines
    assert f"{COMPLAINTS}:1:1: error: unknown key 'titel' [unknown-key]" in server.lines
    assert not any(b"api/watch" in path.read_bytes() for path in site.rglob("*.html"))
