"""Nobody is kept out of what opens over a page or changes it; and of no page in any of its looks.

Each kind of page as it comes is among what tests/site/test_pages.py tries.
"""

from __future__ import annotations

from typing import Final, Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.site.accessible import barriers, lost_focus
from tests.site.conftest import Open, ServedSite
from tests.site.test_pages import COMPLAINTS, KINDS, SCRIPT

LOOKS: Final[list[tuple[int, Literal["dark", "light"]]]] = [
    (1280, "light"), (1280, "dark"), (390, "light"), (390, "dark"),
]  # fmt: skip
SIZES: Final[dict[int, ViewportSize]] = {
    1280: {"width": 1280, "height": 720},
    390: {"width": 390, "height": 844},
}


def test_who_chooses_a_role(site: ServedSite, visit: Open) -> None:
    """In the dialog, and on the first page as the day of the role."""
    page = visit(site.file("index.html"), color_scheme="dark").page
    page.locator(".top__me").click()
    expect(page.locator(".iam__find")).to_be_focused()
    assert barriers(page) == []

    page.keyboard.type("客服前台")
    page.keyboard.press("Enter")
    expect(page.locator(".day__title")).to_be_focused()
    assert barriers(page) == []


def test_who_asks(site: ServedSite, visit: Open) -> None:
    """What is suggested while one types, and the answer in the page."""
    page = visit(site.file("ask.html"), color_scheme="dark").page
    box = page.locator(".askbox input")
    box.click()
    page.keyboard.type("投诉")
    expect(page.locator(".suggestions")).to_be_visible()
    assert barriers(page) == []

    page.keyboard.press("Enter")
    expect(page.locator(".answer").first).to_be_visible()
    assert barriers(page) == []


def test_who_opens_the_menu_of_a_phone(site: ServedSite, visit: Open) -> None:
    """It stands over the page."""
    page = visit(site.file(f"en/{COMPLAINTS}"), 390, 844).page
    page.locator("button.top__menu").click()
    expect(page.locator(".nav")).to_be_visible()

    assert barriers(page) == []


def test_who_plays_on_a_phone(site: ServedSite, visit: Open) -> None:
    """The player fills the screen."""
    page = visit(site.file(f"{SCRIPT}#play=explain"), 390, 844, color_scheme="dark").page
    expect(page.locator(".stage")).to_be_visible()

    assert barriers(page) == []


def test_who_is_lost(site: ServedSite, visit: Open) -> None:
    """The page of an address at which there is nothing, under the policy of the site."""
    page = visit(site.http("404.html"), 390, 844, color_scheme="dark").page

    assert barriers(page) == []
    assert lost_focus(page) == []


@pytest.mark.prove
@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("path", KINDS)
def test_in_every_look(site: ServedSite, visit: Open, language: str, path: str) -> None:
    """By day and in the dark, at a desk and on a phone."""
    for width, scheme in LOOKS:
        page = visit(site.http(language + path), **SIZES[width], color_scheme=scheme).page
        _assert_open(page)


def _assert_open(page: Page) -> None:
    assert (barriers(page), lost_focus(page)) == ([], [])
