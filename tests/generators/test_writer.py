"""The writer touches what changed, removes what was its own, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.writer import write_tree
from schemas.disk import write_file
from schemas.findings import HandbookError


def stamps(root: Path) -> dict[str, int]:
    """The time stamp of every file under *root*, in nanoseconds."""
    return {str(path.relative_to(root)): path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}


def test_an_unchanged_tree_is_not_touched(tmp_path: Path) -> None:
    """Writing the same bytes again writes no file, the writer's own list included."""
    files = {"a.txt": b"1", "b/c.txt": b"2"}
    first = write_tree(tmp_path / "out", files)
    before = stamps(tmp_path)

    second = write_tree(tmp_path / "out", files)

    assert first.changed == ("a.txt", "b/c.txt")
    assert not second
    assert stamps(tmp_path) == before


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    """A file with new bytes is written, its neighbours keep their time stamps."""
    write_tree(tmp_path / "out", {"a.txt": b"1", "b.txt": b"2"})
    before = stamps(tmp_path / "out")

    written = write_tree(tmp_path / "out", {"a.txt": b"1", "b.txt": b"3"})

    assert written.changed == ("b.txt",)
    assert stamps(tmp_path / "out")["a.txt"] == before["a.txt"]


def test_what_is_no_longer_generated_is_removed_with_its_empty_folders(tmp_path: Path) -> None:
    """The page of a deleted record does not stay behind."""
    write_tree(tmp_path / "out", {"a/b/c.txt": b"1", "a/d.txt": b"2"})

    written = write_tree(tmp_path / "out", {"a/d.txt": b"2"})

    assert written.removed == ("a/b/c.txt",)
    assert not (tmp_path / "out" / "a" / "b").exists()
    assert (tmp_path / "out" / "a" / "d.txt").exists()


def test_files_of_others_stay(tmp_path: Path) -> None:
    """What somebody else put into the tree is not the writer's to remove."""
    write_tree(tmp_path / "out", {"a.txt": b"1"})
    (tmp_path / "out" / "theirs.txt").write_text("x")

    write_tree(tmp_path / "out", {})

    assert not (tmp_path / "out" / "a.txt").exists()
    assert (tmp_path / "out" / "theirs.txt").exists()


def test_a_lost_list_removes_nothing(tmp_path: Path) -> None:
    """Without its list the writer does not know what is its own, and leaves it."""
    write_tree(tmp_path / "out", {"a.txt": b"1"})
    (tmp_path / ".out.written.json").write_text("{ broken")

    written = write_tree(tmp_path / "out", {"b.txt": b"1"})

    assert written.removed == ()
    assert (tmp_path / "out" / "a.txt").exists()


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "a\\b", "a\0b"])
def test_a_path_that_leads_out_is_refused(tmp_path: Path, path: str) -> None:
    """Nothing is ever written outside the tree."""
    with pytest.raises(HandbookError) as caught:
        write_tree(tmp_path / "out", {path: b"1"})

    assert caught.value.rule == "path-outside"
    assert list(tmp_path.rglob("*")) == []


def test_one_file_is_written_only_when_it_differs(tmp_path: Path) -> None:
    """`write_file` says whether it wrote."""
    assert write_file(tmp_path / "a" / "b.txt", b"1")
    assert not write_file(tmp_path / "a" / "b.txt", b"1")
    assert write_file(tmp_path / "a" / "b.txt", b"2")
