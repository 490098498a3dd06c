"""Suggestions while somebody types: what fits, by keyboard and by hand, over HTTP and from files."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.asking import COMPLAINTS
from tests.site.conftest import Open, ServedSite


def typed(page: Page, letters: str) -> list[str]:
    """What is suggested for *letters*."""
    page.keyboard.press("/")
    page.locator("[data-ask-input]:visible").first.fill(letters)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    return options.locator("span:not(.i)").all_inner_texts()


@pytest.mark.parametrize(
    ("letters", "first"),
    [
        ("投诉", "投诉"),
        ("KF 26", "投诉登记表"),
        ("tousudengji", "投诉登记表"),
        ("tsdj", "投诉登记表"),
        ("投訴登記", "投诉登记表"),
        ("钥匙 借", "钥匙借用登记表"),
    ],
)
def test_titles_are_suggested_by_words_code_and_pinyin(site: ServedSite, visit: Open, letters: str, first: str) -> None:
    """Titles come first; traditional characters and initials find them too, from a stick as well."""
    page = visit(site.file(COMPLAINTS)).page

    assert typed(page, letters)[0].startswith(first)


def test_an_arrow_chooses_and_enter_asks(site: ServedSite, visit: Open) -> None:
    """The box says which option is chosen; the code of a form is asked with its title."""
    page = visit(site.file(COMPLAINTS)).page
    typed(page, "kf26")
    box = page.get_by_role("combobox")

    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    expect(chosen).to_have_count(1)
    expect(box).to_have_attribute("aria-activedescendant", str(chosen.get_attribute("id")))
    page.keyboard.press("Enter")

    expect(page.locator(".answer__key")).to_contain_text("投诉登记表")
    expect(box).to_have_value("GT-R-KF-26 投诉登记表")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_enter_without_a_choice_asks_what_was_typed(site: ServedSite, visit: Open) -> None:
    """Nobody is answered something that they did not ask."""
    page = visit(site.file(COMPLAINTS)).page
    typed(page, "投诉")

    page.keyboard.press("Enter")

    expect(page.locator(".answer").first).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_value("投诉")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_escape_folds_the_list_away_and_then_the_panel(site: ServedSite, visit: Open) -> None:
    """What was typed stays; going past the last option leads back to it."""
    page = visit(site.file(COMPLAINTS)).page
    count = len(typed(page, "钥匙"))

    for _ in range(count + 1):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("[data-ask-panel]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-ask-panel]")).to_be_hidden()


def test_a_tap_asks(site: ServedSite, visit: Open) -> None:
    """On the page of the box, in English."""
    page = visit(site.file("en/ask.html")).page
    found = typed(page, "complaint")

    page.get_by_role("option").first.click()

    expect(page.get_by_role("combobox")).to_have_value(re.compile(f"{re.escape(found[0])}$"))
    expect(page.locator(".answer, .verdict").first).to_be_visible()
