"""The second group of the question box: where the words stand in the text; and the keys that reach all of it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.site.asking import COMPLAINTS, answer, ask, places
from tests.site.conftest import Open, ServedSite

QUESTION = "业主"


def test_the_first_five_places_are_marked_and_all_are_one_press_away(site: ServedSite, visit: Open) -> None:
    """On a page the first five, each with its words marked; all of them have an address, from which Back comes here."""
    page = visit(site.file(COMPLAINTS)).page
    ask(page, QUESTION)
    head = page.locator(".texts h2").inner_text()
    count = int(head.removeprefix("正文中：").removesuffix(" 处"))
    assert count > 5
    expect(page.locator(".place")).to_have_count(5)
    assert set(page.locator(".place mark").all_inner_texts()) == {QUESTION}

    page.locator("[data-ask-all]").click()
    page.wait_for_url("**/ask.html?q=*&text=all")

    expect(page.locator(".place")).to_have_count(min(count, 20))
    expect(page.locator(".texts")).to_contain_text(f"共 {count} 处，这里列出前 20 处" if count > 20 else head)
    page.go_back()
    expect(page.locator(".askpanel .place")).to_have_count(5)


def test_all_places_are_an_entry_of_the_page_of_questions(site: ServedSite, visit: Open) -> None:
    """On the page of the box «all» shows them in place, and Back the first five again."""
    site.answer, site.text = answer("answered"), places(7, 7)
    page = visit(site.http("ask.html")).page
    ask(page, QUESTION)

    page.locator("[data-ask-all]").click()

    expect(page.locator(".place")).to_have_count(7)
    expect(page.locator("[data-ask-all]")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"\?q=[^&]+&text=all$"))
    page.go_back()
    expect(page.locator(".place")).to_have_count(5)


def test_more_places_than_are_listed_are_said(site: ServedSite, visit: Open) -> None:
    """What the server does not list is not hidden: how many there are, and how to come to fewer."""
    site.answer, site.text = answer("answered"), places(95, 20)
    page = visit(site.http("ask.html?q=x&text=all")).page

    expect(page.locator(".texts h2")).to_have_text("正文中：95 处")
    expect(page.locator(".texts > .soft")).to_have_text("共 95 处，这里列出前 20 处；多写一个词，范围就小一些。")


def test_a_place_leads_to_where_the_words_stand(site: ServedSite, visit: Open) -> None:
    """A press on a place opens its part of its page."""
    page = visit(site.file("index.html")).page
    ask(page, "kf26")
    target = page.locator(".place").first.evaluate("link => link.href")

    page.locator(".place").first.click()

    page.wait_for_url(target)


def test_words_that_stand_nowhere_lead_on(site: ServedSite, visit: Open) -> None:
    """Neither answer nor place: it is said, with the lists in which one can look."""
    page = visit(site.file(COMPLAINTS)).page

    ask(page, "qqqq zzzz")

    expect(page.locator(".verdict")).to_contain_text("手册里没有写。")
    expect(page.locator(".texts h2")).to_have_text("正文中没有这些字。")
    ways = page.locator(".askpanel .answer__buttons a").evaluate_all("links => links.map(link => link.href)")
    assert ways == [site.file(path) for path in ("forms.html", "glossary.html")]


def test_what_a_place_says_is_never_markup(site: ServedSite, visit: Open) -> None:
    """HTML in a title or an excerpt is shown, not run."""
    evil = "<img src=x onerror=alert(1)>"
    site.answer = answer("answered")
    site.text = places(1, 1, title=evil, section=evil, code=evil, excerpt=[[evil, True], [evil, False]])
    page = visit(site.http("ask.html?q=x")).page

    expect(page.locator(".place mark")).to_have_text(evil)
    assert page.locator(".place img").count() == 0


@pytest.mark.parametrize("path", ["ask.html", "index.html", COMPLAINTS])
def test_arrows_walk_through_both_groups(site: ServedSite, visit: Open, path: str) -> None:
    """↓ goes from the box through answers, places and «all», ↑ back to the box, and Enter opens what is marked."""
    page = visit(site.file(path)).page
    ask(page, QUESTION)
    box = page.locator("[data-ask-input]:visible").first
    stops = page.locator(".answer__key a:visible, .other:visible, [data-ask-all]:visible")
    box.focus()

    for number in range(stops.count()):
        page.keyboard.press("ArrowDown")
        expect(stops.nth(number)).to_be_focused()
    for _ in range(stops.count()):
        page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    for _ in range(stops.count() - 1):
        page.keyboard.press("ArrowDown")
    target = page.locator(".place").last.evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_tab_passes_the_box_and_typing_opens_it(site: ServedSite, visit: Open) -> None:
    """The panel comes with the first letter, under what is suggested; once that is folded away ↓ reaches what the panel
    offers, and it goes when the keyboard goes elsewhere.
    """
    page = visit(site.file(COMPLAINTS)).page
    panel = page.locator("[data-ask-panel]")
    page.locator(".top__name").focus()
    page.keyboard.press("Tab")
    expect(page.locator("[data-ask-top]")).to_be_focused()
    expect(panel).to_be_hidden()

    page.keyboard.type("投")
    expect(panel).to_be_visible()
    suggested = page.get_by_role("listbox")
    expect(suggested).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(suggested.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(suggested).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".askpanel [data-ask-example]").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()

    page.locator("[data-ask-top]").press("ArrowDown")
    expect(panel).to_be_visible()
    page.locator(".askpanel [data-ask-example]").last.focus()
    page.keyboard.press("Tab")
    expect(panel).to_be_hidden()
