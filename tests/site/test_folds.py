"""Folds of long pages in a browser: closed for an overview, open for whoever comes to what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from generators.kinds import PAGES
from generators.pages.page import Page as Writing
from generators.pages.record import record_page
from tests.schemas.content import handbooks
from tests.site.conftest import Open, ServedSite

COMPLAINTS = "greentown-after-sales/procedures/complaint-handling.html"
LONG = "greentown-after-sales/procedures/owner-information"
BRANCH, INSIDE = "#branch-verify", "#step-update"


def rendered(address: str) -> str:
    """What the page of a record of the real handbooks holds: those of the small library are short."""
    library = handbooks()
    entry = library.entries[address]
    page = Writing(library, entry.url, entry)
    return record_page(page, PAGES[entry.kind].content(page)).content


@pytest.fixture(scope="module")
def long_page() -> str:
    return rendered(LONG)


@pytest.fixture
def long(site: ServedSite, visit: Open, long_page: str) -> Callable[..., Page]:
    """Open the long page in the frame of another: `long(anchor, width, height, **options)`."""

    def swap(route: Route) -> None:
        whole = route.fetch().text()
        route.fulfill(
            body=re.sub(r'(?s)(<article class="sheet">).*(</article>)', lambda m: m[1] + long_page + m[2], whole),
            content_type="text/html; charset=utf-8",
        )

    def opened(anchor: str = "", width: int = 390, height: int = 844, **options: object) -> Page:
        page = visit(site.http("glossary.html"), width, height, **options).page
        page.route(f"**/{COMPLAINTS}", swap)
        page.goto(site.http(COMPLAINTS) + anchor)
        return page

    return opened


def test_a_branch_is_folded_and_its_answer_opens_it(long: Callable[..., Page]) -> None:
    """The answer leads into it; at its end one goes back to the question, and up."""
    page = long()
    branch = page.locator(f"{BRANCH} > details")
    expect(branch).not_to_have_attribute("open", "")
    expect(branch.locator("> summary")).to_have_text(re.compile(r"^如果：换预留号码.*4 步$"))

    page.locator(".answers a[href='#step-verify']").first.click()

    expect(page.locator("#step-verify")).to_be_in_viewport()
    branch.locator(".branch__up a").click()
    expect(page.locator("#step-need")).to_be_in_viewport()
    page.locator(".dock").get_by_role("link", name="顶部").click()
    page.wait_for_function("scrollY < 100")


def test_an_address_opens_what_it_names(long: Callable[..., Page]) -> None:
    """A step in a fold, the fold itself, and the same place once more after it was closed."""
    page = long(INSIDE)
    expect(page.locator(INSIDE)).to_be_in_viewport()

    page.locator(f"{BRANCH} > details > summary").click()
    page.locator(".dock summary").click()
    page.locator(f".dock a[href='{INSIDE}']").click()
    expect(page.locator(INSIDE)).to_be_in_viewport()

    page = long(BRANCH)
    expect(page.locator(f"{BRANCH} > details")).to_have_attribute("open", "")


def test_a_long_page_is_an_overview_on_a_phone(long: Callable[..., Page]) -> None:
    """What follows the steps is folded there too; at a desk it is open. «Forms» of the lower edge opens them."""
    page = long()
    folds = page.locator(".fold[data-fold]")
    assert folds.evaluate_all("all => all.map(fold => fold.open)") == [False, False]

    page.locator(".dock").get_by_role("link", name="表单").click()
    expect(page.locator(".formlist")).to_be_in_viewport()

    page = long(width=1280, height=720)
    assert page.locator(".fold[data-fold]").evaluate_all("all => all.map(fold => fold.open)") == [True, True]


def test_a_step_folds_the_columns_and_nothing_else(long: Callable[..., Page]) -> None:
    """On a phone; what to do, what to say, dangers, times and forms stay in sight. At a desk nothing is folded."""
    page = long()
    beside = page.locator(".steps > .step .beside")
    first = beside.first
    assert beside.evaluate_all("all => all.map(fold => fold.open)") == [False] * beside.count() != []
    expect(page.locator(".beside :is(.do, .say, .mind, .chip, .plan__call)")).to_have_count(0)
    shown = page.locator(".steps > .step > :is(.do, .say, .mind, .chips)")
    assert shown.evaluate_all("all => all.every(e => e.checkVisibility())")

    first.locator("summary").click()
    expect(first.locator(".standard").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390

    page = long(width=1280, height=720)
    expect(page.locator(".steps > .step .beside > summary").first).to_be_hidden()
    expect(page.locator(".steps > .step .beside .standard").first).to_be_visible()


def test_folds_are_printed_open(long: Callable[..., Page]) -> None:
    """Whatever the screen shows."""
    page = long()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert page.locator(".sheet details:not(.chart)").evaluate_all("all => all.every(fold => fold.open)")


def test_without_scripts_nothing_is_folded(long: Callable[..., Page]) -> None:
    """Every step can be read and printed."""
    steps = long(java_script_enabled=False).locator(".step")

    assert steps.count() > 12
    assert all(steps.nth(number).is_visible() for number in range(steps.count()))


def test_all_steps_are_ticked_in_folds_too(long: Callable[..., Page]) -> None:
    """They count as the others do."""
    page = long(INSIDE)
    page.locator(".dock").get_by_role("button", name="打勾").click()
    page.locator(f".step:has({INSIDE}) > .tick").check()

    expect(page.locator(".ticks b")).to_have_text("1 / 16")


def test_a_term_says_what_it_means(long: Callable[..., Page]) -> None:
    """Under the pointer, with the focus, and at the first touch; Escape takes it away, the second touch goes on."""
    page = long("#step-register", 1280, 720)
    term, tip = page.locator(".step .def:visible").first, page.get_by_role("tooltip")
    term.hover()
    expect(tip).to_have_text(str(term.get_attribute("data-def")))
    expect(term).to_have_attribute("aria-describedby", "tip")
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    term.focus()
    expect(tip).to_be_in_viewport()

    phone = long("#step-register", has_touch=True, is_mobile=True)
    term, tip = phone.locator(".step .def:visible").first, phone.get_by_role("tooltip")
    term.tap()
    expect(tip).to_be_in_viewport(ratio=1)
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    term.tap()
    phone.wait_for_url("**/glossary.html#term-*")
