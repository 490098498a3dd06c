"""The README's pictures, taken in Chromium from the built site: `make screenshots`."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.chromium import launch, served
from schemas.root import find_root

PICTURES = Path("docs/pictures")
DESK, PHONE = (1280, 900), (390, 844)
SHOTS = (
    ("ask.png", DESK, "index.html", "怎么处理投诉"),
    ("procedure.png", DESK, "greentown-after-sales/procedures/complaint-handling.html", ""),
    ("form.png", DESK, "greentown-after-sales/forms/complaint-register.html#picture", ""),
    ("phone.png", PHONE, "en/index.html", "how to handle complaint"),
)


def main() -> None:
    """Serve build/site, take every picture, and put it into the README's folder."""
    root = find_root(None, None, Path.cwd())
    (root / PICTURES).mkdir(parents=True, exist_ok=True)
    site = root / "build" / "site"
    with sync_playwright() as playwright, launch(playwright) as browser, served(site) as base:
        for name, (width, height), path, question in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"{base}/{path}")
            _ask(page, question)
            page.screenshot(path=root / PICTURES / name)
            page.close()


def _ask(page: Page, question: str) -> None:
    if question:
        page.locator(".hero input").fill(question)
        page.locator(".hero input").press("Enter")
        page.locator("[data-ask-answers] a").first.wait_for()


if __name__ == "__main__":
    main()
