"""Debian's Chromium under Playwright, with nothing that calls out; shared by pictures and browser tests.

The one without a window of its own: each page takes it a third of the time that `chromium --headless` needs, which
draws the whole of a browser for it.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Playwright

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium.

    Raises:
        RuntimeError: Chromium is not installed; the message has the line that installs it.
    """
    program = shutil.which("chromium-headless-shell")
    if program is None:
        raise RuntimeError("Chromium is needed:  apt-get install --no-install-recommends chromium-headless-shell")
    return playwright.chromium.launch(executable_path=program, args=list(FLAGS))


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that tells nobody what it serves."""

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which *folder* is served meanwhile, by a server that knows files and nothing else."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
