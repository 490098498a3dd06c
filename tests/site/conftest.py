"""A real site in a real browser: Debian's Chromium, over HTTP with a strict policy, and as files."""

from __future__ import annotations

import functools
import http.server
import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.builds import Built

# The same policy for every page: no inline script, no inline style, nothing from another host.
POLICY: Final = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; worker-src 'self'; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
)


_OF_API: Final = re.compile("/api/|/healthz$")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Static files with the policy, and, when there is an answer to give, `/api/ask` and `/api/text`."""

    def __init__(self, *args: Any, server_state: ServedSite, **kwargs: Any) -> None:
        self.state = server_state
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        if self.path.startswith("/api/"):
            self.state.asked.append(self.path)
        if self.path == "/healthz" and self.state.answer is not None:
            self.reply(200, {"status": "ok"})
        elif self.path.startswith("/api/ask") and self.state.answer is not None:
            self.reply(self.state.status, self.state.answer)
        elif self.path.startswith("/api/paragraph") and self.state.told is not None:
            self.reply(200, self.state.told)
        elif self.path.startswith("/api/text") and self.state.answer is not None:
            self.reply(200 if self.state.text else 404, self.state.text or {"detail": "Not Found"})
        else:
            super().do_GET()

    def reply(self, status: int, value: Mapping[str, Any]) -> None:
        """Send *value* as JSON."""
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("X-Shouce-Search", self.state.search)
        if self.state.told is not None:
            self.send_header("X-Shouce-Paragraph", "yes")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """A test's output is for the test."""


@dataclass
class ServedSite:
    """The built site, where it lies and where it is served.

    Attributes:
        answer: what `/api/ask` gives; None for a server that has no API.
        status: the status it is given with.
        text: what `/api/text` gives; None for a server that has none.
        told: what `/api/paragraph` gives; None for a server that has nobody who writes one.
        asked: the paths of all questions so far.
    """

    folder: Path
    base: str = ""
    answer: Mapping[str, Any] | None = None
    status: int = 200
    search: str = "semantic"
    text: Mapping[str, Any] | None = None
    told: Mapping[str, Any] | None = None
    asked: list[str] = field(default_factory=list)

    def http(self, path: str) -> str:
        """The address of a page over HTTP."""
        return f"{self.base}/{path}"

    def file(self, path: str) -> str:
        """The address of a page as a file."""
        return f"file://{self.folder}/{path}"


@pytest.fixture(scope="session")
def built_site(built_library: Built) -> ServedSite:
    """The small library as a whole site: pages, forms with their PDFs and pictures, the index of the question box."""
    return ServedSite(built_library.site)


@pytest.fixture
def site(built_site: ServedSite) -> Iterator[ServedSite]:
    """The site, served for one test."""
    state = ServedSite(built_site.folder)
    handler = functools.partial(_Handler, directory=str(state.folder), server_state=state)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    state.base = f"http://127.0.0.1:{server.server_port}"
    yield state
    server.shutdown()
    server.server_close()


@dataclass
class Watched:
    """A page and what went wrong on it."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def note_request(self, request: Request) -> None:
        """Remember a request that does not go to the site itself."""
        if not request.url.startswith((self.home, "file://", "data:", "blob:")):
            self.strangers.append(request.url)

    def note_message(self, message: ConsoleMessage) -> None:
        """Remember what the browser complains about; a static server has no API, which is no fault."""
        if message.type in ("error", "warning") and not _OF_API.search(message.location.get("url", "")):
            self.complaints.append(message.text)

    def assert_clean(self) -> None:
        """Nothing was refused by the policy, nothing failed, nothing left the house."""
        assert self.complaints == []
        assert self.strangers == []


Open = Callable[..., Watched]
"""Opens an address: `open(url, width=1280, height=900, **context options)`."""


@pytest.fixture
def visit(browser: Browser, site: ServedSite) -> Iterator[Open]:
    """Open pages in fresh contexts; whatever they did wrong fails the test that opened them."""
    opened: list[Watched] = []

    def open_page(url: str, width: int = 1280, height: int = 900, **options: Any) -> Watched:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        watched = Watched(context.new_page(), site.base)
        watched.page.on("request", watched.note_request)
        watched.page.on("console", watched.note_message)
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.goto(url)
        watched.page.wait_for_load_state("networkidle")
        opened.append(watched)
        return watched

    yield open_page
    for watched in opened:
        watched.assert_clean()
        watched.page.context.close()
