"""What a server at work bears: milliseconds on kept connections, requests a second, and others' wait under attack.

The clients are on the same machine and take their share of it. The peer of pages is Starlette's own `StaticFiles` under
plain uvicorn, in the same run.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import quantiles
from threading import Barrier
from typing import Final
from unittest.mock import patch
from urllib.parse import quote

import httpx
from rich.console import Console
from rich.table import Table

from bench.encoder import memory
from generators.docx.printed import printed_fingerprint
from schemas.loader import load_library
from schemas.root import find_root
from search.questions import FILE, read_questions
from tests.commands.running import serving
from tests.generators.sites import make_root
from tests.server.attacks import ATTACKS, Target, under
from tests.waiting import until

_ALONE: Final = 300
"""Questions of one client; nobody asks them again, for what is asked again is remembered."""
_BURST: Final = 500
FORM: Final = "greentown-after-sales/forms/key-loan-register"
PAGE: Final = "/greentown-after-sales/procedures/complaint-handling.html"
_HEAD: Final = b"Host: localhost\r\nAccept-Encoding: br, gzip\r\n"
_PEER: Final = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
app = Starlette(routes=[Mount("/", StaticFiles(directory=sys.argv[1], html=True))])
uvicorn.run(app, port=int(sys.argv[2]), log_level="error")
"""

Ask = Callable[[int], bytes]
"""The request with that number."""


class Kept:
    """A connection that is kept from one request to the next; `head` is that of the last answer."""

    head = b""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def milliseconds(self, request: bytes) -> float:
        """Until the whole of the answer is here.

        Raises:
            EOFError: the connection was cut.
        """
        started = time.perf_counter()
        self._socket.sendall(request)
        self.head, _, body = self._until(b"\r\n\r\n").partition(b"\r\n\r\n")
        left = int(re.search(rb"(?i)content-length: (\d+)", self.head)[1]) - len(body)  # type: ignore[index]
        while left > 0:
            left -= len(self._more())
        return (time.perf_counter() - started) * 1000

    def _until(self, end: bytes) -> bytes:
        content = b""
        while end not in content:
            content += self._more()
        return content

    def _more(self) -> bytes:
        if not (piece := self._socket.recv(1 << 18)):
            raise EOFError
        return piece


def get(path: str) -> bytes:
    """A request for *path*."""
    return b"GET %b HTTP/1.1\r\n%b\r\n" % (path.encode(), _HEAD)


def post(content: bytes) -> bytes:
    """A form with *content*."""
    sent = b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(content), content)
    return b"POST /api/forms/%b HTTP/1.1\r\n%b%b" % (FORM.encode(), _HEAD, sent)


def by(port: int, clients: int, requests: int, ask: Ask) -> tuple[list[float], float]:
    """The milliseconds of each of *requests* by so many clients, and how many there were a second."""
    numbers = count()

    def client(_: int) -> list[float]:
        kept = Kept(port)
        return [kept.milliseconds(ask(next(numbers))) for _ in range(requests // clients)]

    started = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        took = [milliseconds for each in pool.map(client, range(clients)) for milliseconds in each]
    return took, len(took) / (time.perf_counter() - started)


@contextmanager
def served(root: Path) -> Iterator[Target]:
    """The library of *root* built and served, with what it needs to be attacked; no LibreOffice runs beside it."""
    library = load_library(root).require()
    with patch.dict(os.environ, PATH=str(root)), serving(root, "--access-log", str(root / "access.jsonl")) as server:
        until(lambda: httpx.get(f"{server.url}/healthz").json()["search"] == "semantic", seconds=600)
        printed = printed_fingerprint(library, library.entries[FORM])
        yield Target(int(server.url.rpartition(":")[2]), server.pid, FORM, printed, "loans", "/assets/index.js")


def table(target: Target, asks: Sequence[bytes], site: Path) -> Table:
    """Each kind of request on a kept connection, and many at once; *asks* are questions, each another."""

    def copy(rows: int) -> bytes:
        values = {target.block: [{"borrower": "张三"}] * rows}
        return post(json.dumps({"printed": target.printed, "values": values}).encode())

    one, many = copy(1), copy(280)
    serving_table = Table("requests", "p50 ms", "p99 ms", "a second", title="A server at work")

    def add(name: str, took: Sequence[float], rate: float) -> None:
        cuts = quantiles(took, n=100)
        serving_table.add_row(name, f"{cuts[49]:.2f}", f"{cuts[98]:.2f}", f"{rate:.0f}")

    add("/healthz, kept connection (goal: 1 ms)", *by(target.port, 1, 1000, lambda _: get("/healthz")))
    add("page, kept connection (goal: 2 ms)", *by(target.port, 1, 1000, lambda _: get(PAGE)))
    add("web fill, kept connection (goal: 3 ms)", *by(target.port, 1, 200, lambda _: one))
    first, next_ones = asks[:_ALONE], asks[_ALONE:]
    add("ask, kept connection (goal: 12 ms, p99 40 ms)", *by(target.port, 1, _ALONE, lambda number: first[number]))
    add("the same question again (goal: 2 ms)", *by(target.port, 1, 300, lambda _: first[-1]))
    add("pages, 8 clients (goal: 2000 a second)", *by(target.port, 8, 8000, lambda _: get(PAGE)))
    with _peer(site) as port:
        add("pages, 8 clients, StaticFiles", *by(port, 8, 8000, lambda _: get(PAGE)))
    ask: Ask = lambda number: next_ones[number % len(next_ones)]  # noqa: E731
    add("ask, 32 clients (goal: 120 a second, p99 500 ms)", *by(target.port, 32, 960, ask))
    with ThreadPoolExecutor(1) as pool:
        filling = pool.submit(by, target.port, 60, 60, lambda _: many)
        pages = by(target.port, 1, 500, lambda _: get(PAGE))
        add("60 fills of 280 rows at once", *filling.result())
    add("pages beside them (goal: p99 200 ms)", *pages)
    return serving_table


def questions(root: Path) -> list[bytes]:
    """Requests with the questions that search is tuned with, each once: no handbook has them word for word."""
    asked = (case.question for case in read_questions(root / FILE) if case.group.startswith("tune"))
    return [get(f"/api/ask?q={quote(question)}") for question in dict.fromkeys(asked)]


def burst(target: Target, asks: Sequence[bytes]) -> Table:
    """So many questions at the same moment, each on a connection of its own: what came of them, and of the memory."""
    before, all_here = memory(target.pid), Barrier(_BURST)

    def client(number: int) -> tuple[bytes, float]:
        kept = Kept(target.port)
        all_here.wait()
        seconds = kept.milliseconds(asks[-1 - number]) / 1000
        return kept.head.lower(), seconds

    with ThreadPoolExecutor(_BURST) as pool:
        heads, took = zip(*pool.map(client, range(_BURST)), strict=True)
    answered = sum(b" 200 " in head.partition(b"\r")[0] for head in heads)
    refused = sum(b" 503 " in head.partition(b"\r")[0] and b"\r\nretry-after:" in head for head in heads)
    burst_table = Table(
        "answered", "503 with Retry-After", "slowest, s", "MB before", "MB after", title=f"{_BURST} questions at once"
    )
    burst_table.add_row(
        str(answered), str(refused), f"{max(took):.1f}", f"{before:.0f}", f"{memory(target.pid):.0f}"
    )  # fmt: skip
    return burst_table


@contextmanager
def _peer(site: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-c", _PEER, str(site), str(port)])  # noqa: S603 - our own words
    try:
        until(lambda: _answers(port))
        yield port
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/").is_success
    except httpx.ConnectError:
        return False


def under_attack(target: Target, seconds: float = 3) -> Table:
    """How long others wait for a page, `/healthz` and a script while each attack goes on."""
    attack_table = Table(
        "attack", "p50 ms", "worst ms", "cut", title="Others meanwhile (goal: 100 ms at worst, none cut)"
    )
    for name in ATTACKS:
        took, cut, kept = list[float](), 0, Kept(target.port)
        with under(target, name):
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                for path in (PAGE, "/healthz", "/assets/catalogue.js"):
                    try:
                        took.append(kept.milliseconds(get(path)))
                    except (EOFError, ConnectionError):
                        cut, kept = cut + 1, Kept(target.port)
        attack_table.add_row(name, f"{sorted(took)[len(took) // 2]:.1f}", f"{max(took):.0f}", str(cut))
    return attack_table


def print_tables(console: Console, root: Path) -> None:
    """Serve the library of *root* from a copy, and print the tables."""
    asks = questions(root)
    with tempfile.TemporaryDirectory() as folder:
        copy = make_root(Path(folder) / "root", root)
        with served(copy) as target:
            console.print(table(target, asks, copy / "build" / "site"))
            console.print(burst(target, asks))
            console.print(under_attack(target))


if __name__ == "__main__":
    print_tables(Console(), find_root(None, None, Path.cwd()))
