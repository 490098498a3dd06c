"""Danger first, in a browser: the numbers before any answer, with a server and from a stick."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.site.asking import answer, ask
from tests.site.conftest import Open, ServedSite

CRY = "窗帘烧起来了，灭不掉"
DANGER = {
    "card": "cards/fire", "title": "火警", "url": "cards/fire.html",
    "numbers": [
        {"number": "119", "who": "火警和抢险救援", "when": ""},
        {"number": "0571-0000-0001", "who": "消防控制室", "when": "<b>夜间</b>"},
    ],
    "also": [{"card": "cards/gas", "title": "燃气泄漏", "url": "cards/gas.html"}],
}  # fmt: skip


def test_whoever_is_in_danger_sees_the_numbers_first(site: ServedSite, visit: Open) -> None:
    """From a stick, in both languages: an alert above the card, whose numbers a phone calls."""
    for path, number in ((f"ask.html?q={CRY}", "0571-0000-0001"), ("en/ask.html?q=the curtain is on fire", "119")):
        page = visit(site.file(path)).page
        first = page.locator("[data-ask-answers]:visible > :first-child")

        expect(first).to_have_attribute("role", "alert")
        expect(first.locator(f'a[href="tel:{number.replace("-", "")}"]')).to_be_visible()
        expect(page.locator(".answer__key")).to_have_text("Fire" if path.startswith("en/") else "火警")
        first.locator(".button").first.click()
        page.wait_for_url("**/cards/fire.html")


def test_what_the_server_says_of_a_danger_is_shown_as_text(site: ServedSite, visit: Open) -> None:
    """Even where it has no answer; a second card is offered beside the first."""
    site.answer = {**answer("not_in_handbook"), "danger": DANGER}
    page = visit(site.http(f"ask.html?q={CRY}")).page

    expect(page.locator(".danger__call").nth(1)).to_contain_text("<b>夜间</b>")
    expect(page.locator(".danger .button").nth(1)).to_have_text("燃气泄漏")


def test_the_numbers_are_walked_by_arrow_keys(site: ServedSite, visit: Open) -> None:
    """From the question box down: the first number is the first stop."""
    page = visit(site.file("index.html")).page
    ask(page, CRY)
    page.keyboard.press("ArrowDown")

    expect(page.locator(".danger__call").first).to_be_focused()


@pytest.mark.parametrize("status", ["answered", "unsure", "blank_in_handbook", "not_in_handbook"])
def test_every_other_answer_has_the_numbers_small(site: ServedSite, visit: Open, status: str) -> None:
    """On a refusal too, with the way to the cards."""
    site.answer = {**answer(status), "danger": None}
    page = visit(site.http("ask.html?q=投诉")).page

    expect(page.locator(".danger-line")).to_have_text("有人有危险：119 · 120 · 110 · 应急卡")
    expect(page.locator(".danger")).to_have_count(0)
    page.locator(".danger-line a").last.click()
    page.wait_for_url("**/cards.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_strip_fits_a_phone(site: ServedSite, visit: Open, scheme: str) -> None:
    """At 390 px nothing is cut off sideways, and the first number stands on the first screen."""
    page = visit(site.file(f"ask.html?q={CRY}"), width=390, height=844, color_scheme=scheme).page
    box = page.locator(".danger__call").first.bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= 844
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
