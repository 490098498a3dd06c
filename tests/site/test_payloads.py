"""Whatever is written into the texts of a library runs nothing: not in a page, not in what a page does with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request

from bench.chromium import served
from commands.build import BuildPart, build_all
from commands.progress import silently
from generators.page import render_pages
from schemas.library import Library
from tests.filled.hostile import Attack, attacked
from tests.generators.sites import load, make_root
from tests.payloads import PAYLOADS

NUMBER: Final = re.compile(r"70\d\d")
RUNS: Final = "script", "style", "iframe", "object", "embed", "base", "meta", "link", "math", "video", "body", "animate"
ADDRESS: Final = re.compile(r"[#\w./?=%&+-]*$|tel:|data:image/(?:png|jpeg);base64,[\w+/=]+$")
PARTS: Final[tuple[BuildPart, ...]] = ("forms", "index", "site")
PRESSED: Final = """() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const box of document.querySelectorAll("input[type=search], input.iam__find")) {
    box.value = "a";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  for (const choice of document.querySelectorAll("select")) {
    choice.selectedIndex = choice.options.length - (choice.name === "b" ? 1 : 2);
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  }
  for (const button of document.querySelectorAll("button")) if (!button.closest("form[action]")) button.click();
}"""
"""Opens what is folded, writes into what is narrowed down, chooses, and presses every button there is by now."""
FOUND: Final = """() => {
  const runs = "script:not([src]):not([type='application/json']), style, iframe, object, embed, base, math, video";
  const names = [...document.querySelectorAll(runs)].map((one) => one.outerHTML.slice(0, 90));
  for (const element of document.querySelectorAll("*"))
    for (const { name, value } of element.attributes) {
      const address = /href|src|action|data$/.test(name) ? value : "";
      if (name.startsWith("on") || /^\\s*javascript:|other\\.example/i.test(address))
        names.push(`${element.localName} ${name}=${value}`.slice(0, 90));
    }
  return names;
}"""
"""What stands in the page by now that runs or fetches something."""


def turned(library: Library, turn: int) -> tuple[Library, int]:
    """*library* with another payload in each text, and how many texts those are; each text has all in 45 turns."""
    attack = Attack(lambda number: PAYLOADS[(number + turn) % len(PAYLOADS)])
    return attacked(library, attack), attack.count


def wrong(content: str) -> Iterator[str]:
    """What of a page's content would run or fetch something."""
    tree: Any = html.fromstring(f"<div>{content}</div>")
    yield from (element.tag for element in tree.iter(*RUNS))
    for element in tree.iter("*"):
        yield from (f"{element.tag} {name}" for name in element.attrib if name.startswith("on") or name == "style")
    addresses = tree.xpath(".//@href | .//@src | .//@action | .//@formaction | .//@data | .//@srcset")
    yield from (address for address in addresses if not ADDRESS.match(address))


def test_there_are_forty_five() -> None:
    """Each of its own kind, and each told from the others by the number it would say."""
    assert len(set(PAYLOADS)) == 45
    assert all(NUMBER.search(payload) or "__class__" in payload for payload in PAYLOADS)


@pytest.mark.prove
@pytest.mark.parametrize("turn", range(len(PAYLOADS)))
def test_every_payload_in_every_text_is_text(library: Library, turn: int) -> None:
    """On every page of both languages, and on each page there is one."""
    view, count = turned(library, turn)
    pages = list(render_pages(view))

    assert count > 800
    assert {page.lang for page in pages} == {"zh", "en"}
    assert [(page.path, found) for page in pages for found in wrong(page.content)] == []
    unhurt = {page.url for page in pages if not NUMBER.search(page.title + page.content)}
    assert unhurt <= {"ask.html", "owner.html"}  # which say what the product says


@pytest.fixture(scope="module")
def attacked_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the attacked library: forms, answers, suggestions, courses, registers, days of roles."""
    root = make_root(tmp_path_factory.mktemp("attacked") / "root")
    build_all(turned(load(root), 0)[0], silently, parts=PARTS, late=False)
    return root / "build" / "site"


def watched(context: BrowserContext) -> list[str]:
    """A list that fills with whatever runs or leaves the house."""
    found: list[str] = []

    def say(dialog: Dialog) -> None:
        found.append(dialog.message)
        dialog.dismiss()

    def ask(request: Request) -> None:
        if "other.example" in request.url:
            found.append(request.url)

    def look(page: Page) -> None:
        page.on("dialog", say)
        page.on("request", ask)

    context.on("page", look)
    return found


def press_everything(page: Page) -> list[str]:
    """What stands there that runs, after every button was pressed, and those that came of it."""
    for _ in range(2):
        page.evaluate(PRESSED)
        page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    found = page.evaluate(FOUND)
    page.emulate_media(media="screen")
    return [f"{page.url}: {each}" for each in found]


@pytest.mark.prove
@pytest.mark.parametrize("way", ["http", "file"])
def test_nothing_runs_whatever_is_pressed(attacked_site: Path, browser: Browser, way: str) -> None:
    """Every page of both languages, its player, form, list, role, day, course and box, without a policy that would
    keep anything from running; what is printed, copied and saved is made as well.
    """
    with served(attacked_site) as base, browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        start = base if way == "http" else attacked_site.as_uri()
        found, page, count = watched(context), context.new_page(), 0
        page.add_init_script("window.print = () => {}")
        for path in sorted(attacked_site.rglob("*.html")):
            page.goto(f"{start}/{path.relative_to(attacked_site).as_posix()}")
            found += press_everything(page)
            count += 1

    assert count > 85
    assert found == []


@pytest.mark.prove
@pytest.mark.parametrize("language", ["", "en/"])
def test_the_box_shows_what_it_finds_as_text(attacked_site: Path, browser: Browser, language: str) -> None:
    """Suggestions, answers and full text, as the page finds them by itself, for words of every payload."""
    with browser.new_context() as context:
        found, page = watched(context), context.new_page()
        page.goto(f"{attacked_site.as_uri()}/{language}ask.html")
        box = page.locator("[data-ask-input]:visible").first
        for words in ("alert", "script", "onerror", "7009", "javascript", "HYPERLINK"):
            box.press_sequentially(words)
            page.wait_for_load_state("networkidle")
            found += page.evaluate(FOUND)
            box.press("Enter")
            page.locator("[data-ask-answers]:visible :is(.answer, .verdict)").first.wait_for()
            found += page.evaluate(FOUND)
            box.fill("")

    assert found == []


@pytest.mark.parametrize("payload", [PAYLOADS[9], PAYLOADS[16], PAYLOADS[19], PAYLOADS[36], PAYLOADS[38]])
def test_what_runs_would_be_found(browser: Browser, payload: str) -> None:
    """Put into a page as it is, a payload is told of: as what it says, what it fetches, or what stands there."""
    with browser.new_context() as context:
        found, page = watched(context), context.new_page()
        page.set_content(f"<p>{payload}</p>")
        found += press_everything(page)

    assert found
    assert list(wrong(f"<p>{payload}</p>"))
