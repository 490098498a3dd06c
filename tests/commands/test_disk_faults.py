"""Verbs that write, on disks that refuse: one line, exit code 1, and what was there is whole."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.builds import Built
from tests.commands import calling
from tests.commands.disk_faults import alone
from tests.commands.running import command, environment, serving
from tests.schemas.content import COMPLAINTS, Content

TABLE = Path(__file__).parents[1] / "data" / "disk-faults.md"
UNCHANGED = re.compile(r"index: [1-9]\d*, unchanged\n")


@pytest.fixture
def copy(built_library: Built, tmp_path: Path) -> Content:
    """A copy of the small library with everything built."""
    return Content(Path(shutil.copytree(built_library.root, tmp_path / "root", symlinks=True)))


def test_every_verb_says_what_every_disk_refuses(copy: Content, tmp_path: Path) -> None:
    """The table of what they say is the one in `tests/data`: whoever exits with 1 has said so and changed nothing.

    It is written anew by `python -m tests.commands.disk_faults ROOT OUT > tests/data/disk-faults.md`, as `alone` says.
    """
    words = alone(sys.executable, "-m", "tests.commands.disk_faults", str(copy.root), str(tmp_path / "out"))
    ended = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", env=environment(), check=False)

    assert ended.stdout == TABLE.read_text("utf-8"), ended.stderr


READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'


@pytest.mark.parametrize("is_finished", [True, False])
def test_a_build_that_nobody_can_write_to_is_served(copy: Content, is_finished: bool) -> None:
    """A finished one is served as ever; one that is older than what is written is served, and `/healthz` says why."""
    if not is_finished:
        copy.change(COMPLAINTS, "请业主坐下说完", "请业主坐下慢慢说完")
    with serving(copy.root, within=alone("sh", "-c", READ_ONLY, str(copy.root))) as server:
        page = httpx.get(f"{server.url}/greentown-after-sales/procedures/complaint-handling.html", timeout=60)
        answer = httpx.get(f"{server.url}/api/ask", params={"q": "怎么处理投诉"}, timeout=60)
        health = httpx.get(f"{server.url}/healthz", timeout=60).json()

    why = (
        "the site that was built before is served. "
        f"the build stopped, as {copy.root}/build/.stage/site cannot be written: the disk is read-only; "
        "what stood before is whole. Take a place that can be written, or make the disk writable."
    )
    assert (page.status_code, "请业主坐下说完" in page.text) == (200, True)
    assert answer.json()["status"] == "answered"
    assert health.get("stale") == (None if is_finished else why)
    assert [line for line in server.lines if line.startswith("the site")] == ([] if is_finished else [why])


def test_output_that_cannot_be_printed_is_said(content: Content) -> None:
    """Where the results go to a full disk, one line says so, and the exit code is 1."""
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command("--root", str(content.root), "--lang", "en", "check"),
            stdout=full, stderr=subprocess.PIPE, text=True, env=environment(), check=False,
        )  # fmt: skip

    assert (ended.returncode, ended.stderr) == (
        1,
        "handbook: what there is to say cannot be printed: the disk is full. Make room, then do it again.\n",
    )


def test_a_clock_that_was_set_back_hides_no_change(copy: Content) -> None:
    """Everything was written ten years from now: what is saved today is built all the same, and nothing else is."""
    later = time.time() + 10 * 365 * 86400
    for path in copy.root.rglob("*"):
        os.utime(path, (later, later), follow_symlinks=False)
    assert UNCHANGED.fullmatch(calling.handbook("build", "--only", "index", root=copy.root).out)
    copy.change(COMPLAINTS, "请业主坐下说完", "请业主坐下紫色灯笼说完")

    assert calling.handbook("build", "--only", "index", root=copy.root).code == 0
    said = calling.handbook("ask", "请业主坐下紫色灯笼说完", "--json", root=copy.root)
    assert any("紫色灯笼" in hit["text"] for hit in json.loads(said.out)["answers"])


def _foreign(path: Path) -> None:
    path.write_bytes(b"somebody else's " * 1000)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _torn(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize("spoil", [_foreign, _folder, _torn])
def test_whatever_is_kept_may_be_spoiled(copy: Content, spoil: Callable[[Path], None]) -> None:
    """What a build keeps for the next one is worth time only: spoiled, everything is built as ever, in silence."""
    for path in (copy.root / "build" / ".cache").glob("*.sqlite"):
        spoil(path)

    said = calling.handbook("build", "--only", "forms", root=copy.root)
    assert (said.code, said.out, said.err) == (0, "forms: 36, unchanged\n", "")


def test_what_another_program_holds_is_left_to_it(copy: Content) -> None:
    """A file of kept things that somebody has locked is neither waited for nor deleted."""
    with _locked(copy.root / "build" / ".cache") as paths:
        said = calling.handbook("build", "--only", "index", root=copy.root)
        assert (said.code, said.err) == (0, "")
        assert UNCHANGED.fullmatch(said.out)
        assert all(path.is_file() for path in paths)


@contextmanager
def _locked(folder: Path) -> Iterator[list[Path]]:
    paths = list(folder.glob("*.sqlite"))
    connections = [sqlite3.connect(path, isolation_level=None) for path in paths]
    for connection in connections:
        connection.execute("BEGIN EXCLUSIVE")
    try:
        yield paths
    finally:
        for connection in connections:
            connection.close()
