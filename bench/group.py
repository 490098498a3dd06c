"""A group at work: servers behind nginx on one PostgreSQL, while each of them is killed, joined, renewed or restarted.

`python -m bench.group MINUTES ROOT`, where ROOT is built. Everything is on this machine and takes its share of it. The
clients do what a browser does: what fails is sent again, at most `_TRIES` times, a vote with the same key. In the end
the lines in the database are held against what the clients were told was kept.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from statistics import quantiles
from typing import Final
from unittest.mock import patch
from uuid import uuid4

import httpx
import psycopg
from rich.console import Console
from rich.table import Table

from bench.encoder import memory
from bench.postgres import Postgres
from bench.serving import FORM
from commands.shared import share_index
from generators.site import EDITION
from schemas.loader import load_library
from schemas.masking import masked
from schemas.root import find_root
from search.building import CACHE, build_index
from search.index import FOLDER, current_generation
from search.questions import FILE, read_questions
from search.shared import VARIABLE
from tests.commands.running import command, environment
from tests.nginx import NAME, Front, free_port, nginx
from tests.waiting import until

_CLIENTS: Final = 6
_TRIES: Final = 10
_PAUSE: Final = 0.5
"""Seconds after which a client sends again what failed."""
_TOLD_OF: Final = 5
"""One request in so many is a vote."""
_LONGEST_WAIT: Final = 60
_LONGEST_ROUND: Final = 300
_EVENTS: Final = ("join", "kill", "come back", "switch", "restart the database", "take the database away")


@dataclass
class Load:
    """Clients that ask and vote without a pause; what came of it."""

    front: Front
    questions: Sequence[str]
    took: list[float] = field(default_factory=list)
    retries: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    votes: list[str] = field(default_factory=list)

    @contextmanager
    def on(self) -> Iterator[None]:
        """Ask until the end of the block."""
        ended, numbers = threading.Event(), count()
        threads = [threading.Thread(target=self._ask, args=(each, numbers, ended)) for each in range(_CLIENTS)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            ended.set()
            for thread in threads:
                thread.join()

    def _ask(self, client: int, numbers: Iterator[int], ended: threading.Event) -> None:
        with self.front.browser(f"127.0.1.{client + 1}") as browser:
            while not ended.is_set():
                number = next(numbers)
                question = f"{self.questions[number % len(self.questions)]}（第 {number} 问）"
                if number % _TOLD_OF:
                    reply = self._sent(partial(_get, browser, question))
                    if reply is not None and reply.json()["status"] != "answered":
                        self.noted.append(masked(question))
                else:
                    key = uuid4().hex
                    if self._sent(partial(_vote, browser, key, question)) is not None:
                        self.votes.append(key)

    def _sent(self, send: Callable[[], httpx.Response]) -> httpx.Response | None:
        """The answer, after as many tries as it needs; None where they do not help."""
        started, why = time.monotonic(), ""
        for _ in range(_TRIES):
            try:
                reply = send()
            except httpx.HTTPError as error:
                why = type(error).__name__
            else:
                if reply.is_success:
                    self.took.append(time.monotonic() - started)
                    return reply
                why = str(reply.status_code)
            self.retries[why] += 1
            time.sleep(_PAUSE)
        self.failed.append(why)
        return None


def _get(browser: httpx.Client, question: str) -> httpx.Response:
    return browser.get("/api/ask", params={"q": question}, extensions={"sni_hostname": NAME})


def _vote(browser: httpx.Client, key: str, question: str) -> httpx.Response:
    said = {"question": question, "lang": "zh", "status": "answered", "vote": "up", "key": key}
    return browser.post("/api/feedback", json=said, extensions={"sni_hostname": NAME})


class Machine:
    """A server with a root, a data folder and a port of its own.

    Args:
        root: what it serves, a copy.
        url: the database.
    """

    def __init__(self, root: Path, url: str) -> None:
        self.root = root
        self.port = free_port()
        self._environment = environment() | {VARIABLE: url, "HANDBOOK_DATA": str(root / "data")}
        self._process: subprocess.Popen[bytes] | None = None
        self.rss: list[float] = []

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The process that answers."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Serve, and return when it is ready."""
        words = command("--root", str(self.root), "serve", "--port", str(self.port), "--allow-host", NAME)
        with (self.root / "said").open("ab") as said:
            self._process = subprocess.Popen(words, stdout=said, stderr=said, env=self._environment)  # noqa: S603
        until(self.answers)
        self.rss.append(memory(self.pid))

    def answers(self, wanted: str = "") -> bool:
        """Whether it answers by meaning; with *wanted*, whether its answer has that word."""
        try:
            reply = httpx.get(f"{self.url}/api/ask", params={"q": "钥匙借用登记表"}, timeout=30)
        except httpx.HTTPError:
            return False
        return reply.is_success and reply.json()["search"] == "semantic" and wanted in reply.text

    def kill(self) -> None:
        """End it as if the power failed."""
        self.rss.append(memory(self.pid))
        os.kill(self.pid, signal.SIGKILL)
        assert self._process is not None
        self._process.wait()

    def stop(self) -> None:
        """Tell it to end; what it has is written by then."""
        if self._process is not None and self._process.poll() is None:
            self.rss.append(memory(self.pid))
            self._process.terminate()
            assert self._process.wait(_LONGEST_WAIT) == 0, (self.root / "said").read_text("utf-8")


class Group:
    """Two machines, a third that joins, and their database.

    Args:
        built: a root that is built, with the form `FORM`.
        folder: where copies of it go.
        database: where the index and the log are.
    """

    def __init__(self, built: Path, folder: Path, database: Postgres) -> None:
        self.url = database.new_database()
        self.machines = [Machine(Path(shutil.copytree(built, folder / name)), self.url) for name in "abc"]
        self._built, self._folder, self._database, self._editions = built, folder, database, count(1)
        self._share(built)

    def start(self) -> None:
        """Two of them."""
        for machine in self.machines[:2]:
            machine.start()

    def stop(self) -> None:
        """Those that are at work."""
        for machine in self.machines:
            machine.stop()

    def go_through(self, front: Front, seconds: float, tell: Callable[[str], None]) -> None:
        """Everything that may happen to a group, one after the other, within about so many seconds."""
        steps: tuple[Callable[[], None], ...] = (
            lambda: self._join(front), self.machines[0].kill, self.machines[0].start, self._switch,
            self._restart_database, lambda: self._take_away(min(20.0, seconds / 12)),
        )  # fmt: skip
        for name, step in zip(_EVENTS, steps, strict=True):
            time.sleep(seconds / (len(steps) + 1))
            tell(name)
            step()
        time.sleep(seconds / (len(steps) + 1))

    def lines(self) -> Counter[str]:
        """How often each question without an answer is in the database, and each key of a vote."""
        with psycopg.connect(self.url) as connection:
            rows = connection.execute("SELECT key, question, vote FROM handbook.questions").fetchall()
        return Counter(key if vote else question for key, question, vote in rows)

    def _join(self, front: Front) -> None:
        if not self.machines[2].rss:
            self.machines[2].start()
            front.lead_to([machine.url for machine in self.machines])

    def _switch(self) -> None:
        """Put the next edition into the database and, one after the other, what names it on each machine."""
        number = next(self._editions)
        root, word = self._folder / f"edition-{number}", f"紫色灯笼第{number}版"
        shutil.copytree(self._built / "handbook", root / "handbook")
        (root / CACHE).parent.mkdir(parents=True)
        shutil.copy(self._built / CACHE, root / CACHE)
        form = root / "handbook" / f"{FORM}.yaml"
        form.write_text(form.read_text("utf-8").replace("summary: ", f"summary: {word}。"), "utf-8")
        build_index(load_library(root).require(), root)
        self._share(root)
        manifest = root / FOLDER / current_generation(root) / "manifest.json"
        corpus = json.loads(manifest.read_text("utf-8"))["corpus"]
        for machine in self.machines:
            site = machine.root / "build" / "site"
            new, old = site.with_name("new"), site.with_name(f"site-{number}")
            shutil.copytree(site, new, copy_function=os.link)
            (new / EDITION).unlink()
            (new / EDITION).write_text(json.dumps({"edition": corpus, "corpus": corpus}), "utf-8")
            site.rename(old)
            new.rename(site)
            until(partial(machine.answers, word))

    def _share(self, root: Path) -> None:
        with patch.dict(os.environ, {VARIABLE: self.url}):
            share_index(root)

    def _restart_database(self) -> None:
        self._database.crash()
        self._database.start()

    def _take_away(self, seconds: float) -> None:
        self._database.stop()
        time.sleep(seconds)
        self._database.start()
        until(lambda: all(machine.answers() for machine in self.machines))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the clients saw, what is in the database, and the megabytes of each server when it began and ended."""

    load: Load
    lines: Counter[str]
    memory: Sequence[Sequence[float]]

    @property
    def lost(self) -> list[str]:
        """What a client was told is kept and is not in the database."""
        return [each for each in (*self.load.noted, *self.load.votes) if not self.lines[each]]

    @property
    def votes_twice(self) -> list[str]:
        """Votes that are there more than once."""
        return [key for key in self.load.votes if self.lines[key] > 1]

    @property
    def asked_twice(self) -> list[str]:
        """Questions that are there more than once: nginx asked a second server, and the first had noted it."""
        return [question for question in self.load.noted if self.lines[question] > 1]


def run(built: Path, folder: Path, seconds: float, questions: Sequence[str], tell: Callable[[str], None]) -> Outcome:
    """Put a group under load for about so many seconds, in rounds of five minutes; in each everything happens."""
    folder.chmod(0o755)  # nginx's workers are nobody
    rounds = max(1, round(seconds / _LONGEST_ROUND))
    with ExitStack() as stack:
        database = Postgres(Path(tempfile.mkdtemp(prefix="handbook-pg-")), is_durable=True)
        stack.callback(database.leave)
        group = Group(built, folder, database)
        stack.callback(group.stop)
        group.start()
        front = stack.enter_context(nginx(folder, group.machines[0].url))
        limited = folder / "nginx.conf"  # here one person asks as much as a hundred
        limited.write_text(limited.read_text("utf-8").replace("rate=20r/s", "rate=2000r/s"), "utf-8")
        front.lead_to([machine.url for machine in group.machines[:2]])
        load = Load(front, questions)
        with load.on():
            for _ in range(rounds):
                group.go_through(front, seconds / rounds, tell)
        group.stop()
        until(lambda: not any(_waiting(machine) for machine in group.machines))
        return Outcome(load, group.lines(), [machine.rss for machine in group.machines])


def _waiting(machine: Machine) -> bool:
    """Whether lines wait on its disk."""
    return any(file.stat().st_size for file in (machine.root / "data").glob("questions*"))


def table(outcome: Outcome) -> Table:
    """What came of it, for people."""
    load = outcome.load
    cuts = quantiles(load.took, n=100)
    told = {
        "requests answered": len(load.took), "failed in spite of retries": len(load.failed),
        "retries": ", ".join(f"{why} {number}" for why, number in load.retries.most_common()) or 0,
        "p50 ms": f"{cuts[49] * 1000:.0f}", "p99 ms": f"{cuts[98] * 1000:.0f}",
        "slowest ms": f"{max(load.took) * 1000:.0f}",
        "questions noted": len(load.noted), "votes": len(load.votes),
        "lost": len(outcome.lost), "votes twice": len(outcome.votes_twice),
        "questions twice": len(outcome.asked_twice),
    }  # fmt: skip
    told |= {
        f"memory of server {number}, MB": " → ".join(f"{each:.0f}" for each in held)
        for number, held in enumerate(outcome.memory, 1)
    }
    shown = Table("what", "how much", title="A group under load, retries included in the times")
    for name, value in told.items():
        shown.add_row(name, str(value))
    return shown


def main() -> None:
    """Run it as the module says."""
    console, minutes = Console(width=100), float(sys.argv[1])
    root = Path(sys.argv[2]) if len(sys.argv) > 2 else find_root(None, None, Path.cwd())
    asked = [case.question for case in read_questions(find_root(None, None, Path.cwd()) / FILE)]
    started = time.monotonic()

    def tell(event: str) -> None:
        console.print(f"{time.monotonic() - started:6.0f} s  {event}, load {os.getloadavg()[0]:.1f}")

    with tempfile.TemporaryDirectory(prefix="handbook-group-") as folder:
        console.print(table(run(root, Path(folder), minutes * 60, asked, tell)))


if __name__ == "__main__":
    main()
