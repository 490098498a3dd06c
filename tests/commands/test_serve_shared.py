"""Two `handbook serve` on one database: under load generations are switched, and the database goes and comes back."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

from bench.postgres import Postgres
from commands.shared import share_index
from schemas.loader import load_library
from search.building import CACHE, build_index
from search.index import FOLDER, current_generation
from search.shared import VARIABLE
from tests.builds import Built
from tests.commands.running import serving
from tests.schemas.content import KEYS, Content
from tests.waiting import until

WORDS = "借出业主委托保管的钥匙时填写"
LANTERN = "紫色灯笼"


@dataclass
class Load:
    """Questions that are asked of a server without a pause, each another one; what came of them."""

    url: str
    statuses: set[int] = field(default_factory=set)
    ways: set[str] = field(default_factory=set)
    asked: int = 0

    @contextmanager
    def on(self) -> Iterator[None]:
        """Ask until the end of the block."""
        ended = threading.Event()
        thread = threading.Thread(target=self._ask, args=(ended,))
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def answer(self, question: str) -> dict[str, Any]:
        """What the server answers."""
        reply = httpx.get(f"{self.url}/api/ask", params={"q": question}, timeout=60)
        self.statuses.add(reply.status_code)
        answer: dict[str, Any] = reply.json()
        return answer

    @property
    def has_lantern(self) -> bool:
        """Whether it answers from the new edition."""
        return LANTERN in json.dumps(self.answer("钥匙借用登记表"), ensure_ascii=False)

    def _ask(self, ended: threading.Event) -> None:
        for number in count():
            if ended.is_set():
                return
            self.ways.add(self.answer(f"{number} 号楼的业主投诉怎么处理")["search"])
            self.asked += 1


def new_edition(built: Built, folder: Path) -> Content:
    """The library with another word in it and an index of its own, on a machine that builds."""
    root = folder / "builder"
    shutil.copytree(built.root / "handbook", root / "handbook")
    (root / CACHE).parent.mkdir(parents=True)
    shutil.copy(built.root / CACHE, root / CACHE)
    content = Content(root)
    content.change(KEYS, WORDS, f"{LANTERN}。{WORDS}")
    build_index(load_library(root).require(), root)
    return content


def put_site(root: Path, corpus: str) -> None:
    """Put the site of another build in place under *root*, as whoever distributes it does."""
    build = root / "build"
    shutil.copytree(build / "site", build / "new")
    (build / "new" / "edition.json").write_text(json.dumps({"edition": corpus, "corpus": corpus}), "utf-8")
    (build / "site").rename(build / "old")
    (build / "new").rename(build / "site")


def in_use(url: str) -> object:
    """By how many servers, and which generations."""
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT count(*), array_agg(generation) FROM handbook.generation_uses").fetchone()


def test_generations_are_switched_under_load_without_a_failed_request(
    built_library: Built, own_postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each server takes up the new generation from the database with its site, and not before.

    While the database is away both answer by words, and by meaning again when it is back.
    """
    url = own_postgres.new_database()
    monkeypatch.setenv(VARIABLE, url)
    share_index(built_library.root)
    builder = new_edition(built_library, tmp_path)
    manifest = builder.root / FOLDER / current_generation(builder.root) / "manifest.json"
    corpus = json.loads(manifest.read_text("utf-8"))["corpus"]
    roots = [Path(shutil.copytree(built_library.root, tmp_path / name)) for name in ("one", "two")]

    with ExitStack() as stack:
        within = "env", f"{VARIABLE}={url}"
        loads = [Load(stack.enter_context(serving(root, within=within)).url) for root in roots]
        for load in loads:
            stack.enter_context(load.on())
        share_index(builder.root)
        assert [load.has_lantern for load in loads] == [False, False]
        put_site(roots[0], corpus)
        until(lambda: loads[0].has_lantern)
        assert not loads[1].has_lantern
        put_site(roots[1], corpus)
        until(lambda: loads[1].has_lantern)
        until(lambda: min(load.asked for load in loads) >= 10)
        assert {way for load in loads for way in load.ways} == {"semantic"}

        own_postgres.crash()
        until(lambda: all("vectors-away" in load.ways for load in loads))
        own_postgres.start()
        until(lambda: all(load.answer("业主投诉怎么处理")["search"] == "semantic" for load in loads))
        until(lambda: in_use(url) == (2, 2 * [current_generation(builder.root)]))

    assert [load.statuses for load in loads] == [{200}, {200}]
    assert {way for load in loads for way in load.ways} == {"semantic", "vectors-away"}
