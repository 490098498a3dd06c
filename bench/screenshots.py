"""The README's pictures, taken in Chromium from the built site: `make screenshots`."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.chromium import launch
from schemas.root import find_root

PICTURES = Path("docs/pictures")
DESK, PHONE = (1280, 900), (390, 844)
SHOTS = (
    ("ask.png", DESK, "index.html", "怎么处理投诉"),
    ("procedure.png", DESK, "greentown-after-sales/procedures/complaint-handling.html", ""),
    ("form.png", DESK, "greentown-after-sales/forms/complaint-register.html#picture", ""),
    ("phone.png", PHONE, "en/index.html", "how to handle complaint"),
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Print nothing."""


def main() -> None:
    """Serve build/site, take every picture, and put it into the README's folder."""
    root = find_root(None, None, Path.cwd())
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root / "build" / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (root / PICTURES).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, launch(playwright) as browser:
        for name, (width, height), path, question in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/{path}")
            _ask(page, question)
            page.screenshot(path=root / PICTURES / name)
            page.close()
    server.shutdown()


def _ask(page: Page, question: str) -> None:
    if question:
        page.locator(".hero input").fill(question)
        page.locator(".hero input").press("Enter")
        page.locator("[data-ask-answers] a").first.wait_for()


if __name__ == "__main__":
    main()
