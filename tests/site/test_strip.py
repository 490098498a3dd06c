"""The strip for an emergency in a browser: on every page, in one row, folded into a sign and called back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.site.conftest import Open, ServedSite
from tests.site.test_pages import BOOK, COMPLAINTS

PAGES = ["index.html", "ask.html", f"{BOOK}/index.html", COMPLAINTS, "cards/fire.html"]


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_numbers_stand_in_one_row_on_every_page(site: ServedSite, visit: Open, width: int, language: str) -> None:
    """Below the head, over nothing: each can be pressed, and none stands outside the screen."""
    for path in PAGES:
        page = visit(site.file(language + path), width, 844).page
        strip = page.locator(".sos")
        box, top, sheet = (
            strip.bounding_box(),
            page.locator(".top").bounding_box(),
            page.locator(".sheet").bounding_box(),
        )
        assert box
        assert top
        assert sheet
        assert top["y"] + top["height"] <= box["y"] < box["y"] + box["height"] <= sheet["y"], path
        assert box["height"] <= 40
        for link in strip.locator("a:visible, button").all():
            place = link.bounding_box()
            assert place
            assert 0 <= place["x"] < place["x"] + place["width"] <= width, path
            assert (place["y"] >= box["y"], place["height"] >= 24) == (True, True), path
        assert strip.evaluate("strip => strip.scrollWidth <= strip.clientWidth"), path


def test_the_chosen_handbook_gives_its_number(site: ServedSite, visit: Open) -> None:
    """On the first page, once one works from it; on a card also by whose people it shows."""
    page = visit(site.http("index.html")).page
    own = page.locator(".sos [href='tel:057100000001']")
    expect(own).to_be_hidden()
    page.locator(f"[data-mine={BOOK}]").first.evaluate("button => button.click()")
    expect(own).to_be_visible()
    page.goto(site.http("cards/fire.html"))
    expect(own).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_strip_folds_into_a_sign_and_comes_back(site: ServedSite, visit: Open, width: int) -> None:
    """It stays folded on the next page; the sign is always there, brings it back, and tells what it does."""
    page = visit(site.http(COMPLAINTS), width, 844).page
    strip, sign = page.locator(".sos"), page.locator(".top__sos")
    expect(sign).to_have_attribute("aria-expanded", "true")
    strip.locator(".sos__fold").click()
    expect(strip).to_be_hidden()
    expect(sign).to_be_focused()

    page.goto(site.http("index.html"))
    expect(strip).to_be_hidden()
    expect(sign).to_have_attribute("aria-expanded", "false")
    sign.click()
    expect(strip).to_be_visible()
    expect(strip.locator("a").first).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_sign_calls_the_strip_to_where_one_reads(site: ServedSite, visit: Open, width: int) -> None:
    """Far below the strip has gone; a press shows it under the head, another one puts it away."""
    page = visit(site.file(COMPLAINTS), width, 844).page
    strip, sign = page.locator(".sos"), page.locator(".top__sos")
    page.evaluate("scrollTo(0, 900)")
    expect(strip).not_to_be_in_viewport()
    place = sign.bounding_box()
    assert place
    page.mouse.click(place["x"] + 10, place["y"] + 10)  # `click` would scroll
    expect(strip).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 900
    sign.click()
    expect(strip).to_be_hidden()


def test_the_strip_works_without_scripts_and_is_not_printed(site: ServedSite, visit: Open) -> None:
    """Then there is nothing to fold it with; on paper the numbers stand where the text has them."""
    page = visit(site.file(COMPLAINTS), java_script_enabled=False).page
    expect(page.locator(".sos [href='tel:119']")).to_be_visible()
    expect(page.locator(".sos__fold, .top__sos")).to_have_count(2)
    for button in page.locator(".sos__fold, .top__sos").all():
        expect(button).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".sos")).to_be_hidden()
