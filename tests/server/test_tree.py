"""A tree that is opened once: it stays what it was, and nothing outside it is reached."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from server import tree as module
from server.tree import Tree, place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site" / "en").mkdir(parents=True)
    (tmp_path / "site" / "en" / "a.html").write_bytes(b"first")
    (tmp_path / "secret").write_bytes(b"secret")
    return tmp_path / "site"


def read(tree: Tree, path: str) -> bytes | None:
    file = tree.open(path)
    if file is None:
        return None
    with file:
        return file.readall()


def test_it_stays_the_tree_that_was_opened(folder: Path, tmp_path: Path) -> None:
    """Renamed, and with another tree at its path, the same files are read, until they are deleted."""
    tree = Tree(folder)
    folder.rename(tmp_path / "before")
    (folder / "en").mkdir(parents=True)
    (folder / "en" / "a.html").write_bytes(b"second")

    assert (read(tree, "en/a.html"), read(Tree(folder), "en/a.html")) == (b"first", b"second")
    assert tree.identity == place(tmp_path / "before") != place(folder)
    shutil.rmtree(tmp_path / "before")
    assert read(tree, "en/a.html") is None


@pytest.mark.parametrize("by_descriptor", [True, False])
@pytest.mark.parametrize(
    "path",
    ["../secret", "en/../../secret", "/../secret", "en/out", "out/secret", "en", "", "en/none", "en/a.html/b",
     "en/a.html\0", "x" * 5000, "\ud800", "en\\a.html", "C:en", "en/pipe"],
)  # fmt: skip
def test_what_is_no_file_of_it_is_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch, path: str, by_descriptor: bool
) -> None:
    """Climbing out, links, folders, pipes, names that no system has: none of them is a file, and none an error."""
    monkeypatch.setattr(module, "_BY_DESCRIPTOR", by_descriptor)
    (folder / "en" / "out").symlink_to(folder.parent / "secret")
    (folder / "out").symlink_to(folder.parent)
    os.mkfifo(folder / "en" / "pipe")
    tree = Tree(folder)

    assert read(tree, "en/a.html") == read(tree, "/en//./a.html") == b"first"
    assert read(tree, path) is None


def test_no_descriptor_is_left_open(folder: Path) -> None:
    """After whatever was asked, as many files are open as before, and the tree itself closes when nobody holds it."""
    before = len(os.listdir("/dev/fd"))  # noqa: PTH208
    tree = Tree(folder)
    for path in ("en/a.html", "en/none", "en", "en/a.html/b", "none/a"):
        read(tree, path)
    del tree

    assert len(os.listdir("/dev/fd")) == before  # noqa: PTH208
