"""Every question has an address and is an entry of the history: shared, reloaded, gone back to, switched in language.

Playwright's Chromium keeps no page in memory when one leaves it, so that Back loads the page anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.site.asking import BOOK, COMPLAINTS, answer, ask, places
from tests.site.conftest import Open, ServedSite

FORM = f"{BOOK}/forms/key-loan-register.html"
QUESTION = "投诉登记后交给谁处理"
OTHER = "投诉多久回访"

Way = Callable[[str], str]
"""The address of a page, over HTTP or as a file."""


@pytest.fixture(params=["http", "file"])
def way(site: ServedSite, request: pytest.FixtureRequest) -> Way:
    """Both ways in which the site is opened; the server has no API, so that the answers are the same."""
    return site.http if request.param == "http" else site.file


def asks(page: Page, question: str | None) -> None:
    """The address, the box and the answers are those of *question*."""
    if question is None:
        expect(page).not_to_have_url(re.compile(r"\?q="))
        expect(page.locator("[data-ask-answers]:visible > section")).to_have_count(0)
    else:
        expect(page).to_have_url(re.compile(rf"\?q={quote(question)}"))
        expect(page.locator("[data-ask-input]:visible").first).to_have_value(question)
        expect(page.locator(".answer:visible, .verdict:visible").first).to_be_visible()


@pytest.mark.parametrize("path", ["ask.html", "index.html", COMPLAINTS])
def test_an_address_with_a_question_is_answered(way: Way, visit: Open, path: str) -> None:
    """A link somebody was sent, or a reload, shows the question and its answers on any page."""
    page = visit(f"{way(path)}?q={quote(QUESTION)}").page
    asks(page, QUESTION)

    page.reload()

    asks(page, QUESTION)


@pytest.mark.parametrize("path", ["ask.html", "index.html", COMPLAINTS])
def test_back_goes_from_question_to_question_and_to_the_page(way: Way, visit: Open, path: str) -> None:
    """Two questions in a row: Back shows the first with its answers, then the page alone; Forward the first again."""
    page = visit(way(path)).page
    ask(page, QUESTION)
    asks(page, QUESTION)
    ask(page, OTHER)
    asks(page, OTHER)

    page.go_back()
    asks(page, QUESTION)
    page.go_back()
    asks(page, None)
    page.go_forward()
    asks(page, QUESTION)


@pytest.mark.parametrize("path", ["ask.html", "index.html", COMPLAINTS])
def test_back_from_an_answer_shows_the_answers(way: Way, visit: Open, path: str) -> None:
    """Whoever opened an answer and goes back stands before the question and its answers."""
    page = visit(way(path)).page
    ask(page, QUESTION)

    page.locator(".answer .button--first").click()
    page.wait_for_url("**/*.html#*")
    page.go_back()

    asks(page, QUESTION)


@pytest.mark.parametrize("path", ["ask.html", COMPLAINTS])
def test_the_language_switch_carries_the_question(way: Way, visit: Open, path: str) -> None:
    """The same question stands in the box of the other language, answered in that language; Back is the first again."""
    page = visit(way(path)).page
    ask(page, QUESTION)
    chinese = page.locator(".answer__text").inner_text()

    page.locator(".top__lang").click()
    page.wait_for_url(f"**/en/{path}?q={quote(QUESTION)}&lang=en")

    asks(page, QUESTION)
    expect(page.locator(".answer")).to_have_attribute("lang", "en-GB")
    expect(page.locator(".answer__text")).not_to_have_text(chinese)
    page.go_back()
    expect(page.locator(".answer__text")).to_have_text(chinese)


def test_a_question_asked_anew_has_its_own_language(way: Way, visit: Open) -> None:
    """What was asked in the other language's page is answered in the language of the question, as ever."""
    page = visit(way(f"en/ask.html?q={quote(QUESTION)}&lang=en")).page
    expect(page.locator(".answer")).to_have_attribute("lang", "en-GB")

    ask(page, OTHER)

    expect(page).to_have_url(re.compile(rf"\?q={quote(OTHER)}$"))
    expect(page.locator(".answer, .verdict ~ .answer").first).to_have_attribute("lang", "zh-CN")


def test_who_closes_the_answers_is_on_the_page_as_before(way: Way, visit: Open) -> None:
    """Esc takes the questions out of the address and out of the way: the next Back leaves the page."""
    page = visit(way("forms.html")).page
    page.goto(f"{way(COMPLAINTS)}#step-handle")
    ask(page, QUESTION)
    ask(page, OTHER)

    page.keyboard.press("Escape")
    page.wait_for_url(f"{way(COMPLAINTS)}#step-handle")
    expect(page.locator("[data-ask-panel]")).to_be_hidden()
    page.go_back()

    page.wait_for_url(way("forms.html"))


def test_a_shared_address_is_closed_for_good(way: Way, visit: Open) -> None:
    """Where the page never stood without a question, closing takes it out of the address, and a reload keeps it out."""
    page = visit(f"{way(COMPLAINTS)}?q={quote(QUESTION)}").page

    page.locator("[data-ask-close]").click()
    page.wait_for_url(way(COMPLAINTS))
    page.reload()

    expect(page.locator("[data-ask-panel]")).to_be_hidden()


def test_a_way_within_the_page_leaves_the_question_behind(way: Way, visit: Open) -> None:
    """The contents beside the answers lead into the page, whose address then asks nothing; Back asks again."""
    page = visit(way(COMPLAINTS)).page
    ask(page, QUESTION)
    page.locator("[data-ask-panel]").evaluate("panel => { panel.style.maxHeight = '60px'; }")

    page.locator("[data-toc] a[href*='#']:visible").last.click()

    expect(page.locator("[data-ask-panel]")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"\.html#"))
    page.go_back()
    asks(page, QUESTION)


def test_an_address_of_a_sheet_stays_one(way: Way, visit: Open) -> None:
    """On the page that a printed sheet leads to, a question keeps what the sheet says; neither is taken for another."""
    sheet = f"{way(FORM)}?e=1&f=0123456789ab"
    page = visit(sheet).page
    expect(page.locator("[data-sheet]")).to_be_visible()
    ask(page, QUESTION)
    expect(page).to_have_url(f"{sheet}&q={quote(QUESTION)}")
    expect(page.locator(".top__lang")).to_have_attribute("href", re.compile(r"\.html\?q=[^&]+&lang=en$"))

    page.keyboard.press("Escape")

    page.wait_for_url(sheet)
    page.goto(f"{way(FORM)}?q={quote(QUESTION)}")
    asks(page, QUESTION)
    expect(page.locator("[data-sheet]")).to_be_hidden()


def test_going_back_asks_nobody_again(site: ServedSite, visit: Open) -> None:
    """The answers of a question are kept as long as its page, so that it is not counted twice."""
    site.answer, site.text = answer("not_in_handbook"), places(0, 0)
    page = visit(site.http("ask.html")).page
    ask(page, "一")
    ask(page, "二")

    page.go_back()
    asks(page, "一")

    assert len([path for path in site.asked if path.startswith("/api/ask")]) == 2


def test_an_example_opens_in_a_tab_of_its_own(site: ServedSite, visit: Open) -> None:
    """With Ctrl an example is a link like any other, to the page that answers it."""
    page = visit(site.http("ask.html")).page

    with page.context.expect_page() as opened:
        page.locator(".hero [data-ask-example]").first.click(modifiers=["Control"])

    expect(opened.value).to_have_url(re.compile(r"ask\.html\?q="))
    asks(page, None)
    opened.value.close()
