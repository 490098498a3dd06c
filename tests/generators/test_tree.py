"""A published tree changes all at once, by one exchange; what does not change is the same file in both editions."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generators import exchange
from generators.tree import Later, Source, Stored, Tree, standing
from generators.writer import Written
from schemas.findings import HandbookError


def publish(build: Path, files: Mapping[str, Source]) -> Written:
    """Make *files* the edition that stands."""
    tree = Tree(build, "site")
    tree.put_all(files.items())
    written = tree.finish()
    tree.switch()
    return written


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under *folder* by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Which file each path is, and when it was written."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


def test_the_tree_is_what_was_put(tmp_path: Path) -> None:
    """The files are there with their folders, and nothing is left of their making."""
    written = publish(tmp_path, {"a.txt": b"1", "b/c/d.txt": b"2"})

    assert contents(tmp_path / "site") == {"a.txt": b"1", "b/c/d.txt": b"2"}
    assert written == Written(("a.txt", "b/c/d.txt"), ())
    assert sorted(path.name for path in (tmp_path / ".stage").iterdir()) == ["site.json"]


def test_the_same_again_writes_nothing(tmp_path: Path) -> None:
    """Not a file, not a time stamp, not what is known of the files."""
    publish(tmp_path, {"a.txt": b"1", "b.txt": b"2"})
    before = stamps(tmp_path)

    assert not publish(tmp_path, {"b.txt": b"2", "a.txt": b"1"})
    assert stamps(tmp_path) == before


def test_what_stays_is_the_same_file_and_what_changes_is_another(tmp_path: Path) -> None:
    """A new edition is made of hard links and new files; the edition before it stands as it was."""
    publish(tmp_path, {"a.txt": b"1", "b.txt": b"2", "c.txt": b"3"})
    before = stamps(tmp_path / "site")

    written = publish(tmp_path, {"a.txt": b"1", "b.txt": b"22", "d/e.txt": b"4"})
    after = stamps(tmp_path / "site")

    assert written == Written(("b.txt", "d/e.txt"), ("c.txt",))
    assert contents(tmp_path / "site") == {"a.txt": b"1", "b.txt": b"22", "d/e.txt": b"4"}
    assert contents(tmp_path / ".previous" / "site") == {"a.txt": b"1", "b.txt": b"2", "c.txt": b"3"}
    assert stamps(tmp_path / ".previous" / "site") == before
    assert (after["a.txt"], after["b.txt"] == before["b.txt"]) == (before["a.txt"], False)


def test_before_the_switch_nothing_is_seen(tmp_path: Path) -> None:
    """However far the next edition is, what stands is the edition before it."""
    publish(tmp_path, {"a.txt": b"1"})
    tree = Tree(tmp_path, "site")
    tree.put("a.txt", b"2")
    tree.finish()

    assert contents(tmp_path / "site") == {"a.txt": b"1"}
    tree.switch()
    assert contents(tmp_path / "site") == {"a.txt": b"2"}


def test_an_unfinished_edition_is_never_switched_to(tmp_path: Path) -> None:
    """A switch before `finish` changes nothing, and the next edition clears what was left of it."""
    publish(tmp_path, {"a.txt": b"1"})
    tree = Tree(tmp_path, "site")
    tree.put("b.txt", b"2")
    tree.switch()

    assert contents(tmp_path / "site") == {"a.txt": b"1"}
    assert not publish(tmp_path, {"a.txt": b"1"})
    assert not (tmp_path / ".stage" / "site").exists()


def test_a_file_that_somebody_changed_is_put_right(tmp_path: Path) -> None:
    """One that was edited, one that was removed and one that nobody made: the tree is what was put, and no more."""
    files = {"a.txt": b"1", "b.txt": b"2", "c/d.txt": b"3"}
    publish(tmp_path, files)
    (tmp_path / "site" / "a.txt").write_bytes(b"edited")
    shutil.rmtree(tmp_path / "site" / "c")
    (tmp_path / "site" / "theirs.txt").write_bytes(b"x")

    written = publish(tmp_path, files)

    assert written == Written(("a.txt", "c/d.txt"), ("theirs.txt",))
    assert contents(tmp_path / "site") == files


@pytest.mark.parametrize("ledger", [None, b"", b"[1]", b'{"a.txt": 1}', b'{"a.txt": ["", 1, 1, "", "", ""]}', b"\xff"])
def test_without_knowing_the_files_they_are_looked_at(tmp_path: Path, ledger: bytes | None) -> None:
    """What is known of the files may be lost or torn: what is the same is left alone all the same."""
    publish(tmp_path, {"a.txt": b"1", "b.txt": b"2"})
    before = stamps(tmp_path / "site")
    path = tmp_path / ".stage" / "site.json"
    path.unlink() if ledger is None else path.write_bytes(ledger)

    assert not publish(tmp_path, {"a.txt": b"1", "b.txt": b"2"})
    assert stamps(tmp_path / "site") == before


def test_a_stored_file_is_held_as_it_is_and_not_read_again(tmp_path: Path) -> None:
    """What is never written again is linked; as long as its mark is the same nobody opens it."""
    store = tmp_path / "store"
    store.mkdir()
    (store / "x").write_bytes(b"1")
    publish(tmp_path, {"a.txt": Stored(store / "x", "one")})
    assert (tmp_path / "site" / "a.txt").samefile(store / "x")

    (store / "x").unlink()
    assert not publish(tmp_path, {"a.txt": Stored(store / "x", "one")})
    (store / "y").write_bytes(b"2")
    assert publish(tmp_path, {"a.txt": Stored(store / "y", "two")}).changed == ("a.txt",)
    assert contents(tmp_path / "site") == {"a.txt": b"2"}


def test_a_file_that_is_made_later_is_made_where_its_mark_is_new(tmp_path: Path) -> None:
    """What stands is not made again for the same mark; it is where it was touched, and then the same."""
    times: list[bytes] = []

    def later(content: bytes, mark: str) -> Later:
        def make() -> bytes:
            times.append(content)
            return content

        return Later(make, mark)

    assert publish(tmp_path, {"a.html": later(b"1", "one")}).changed == ("a.html",)
    assert not publish(tmp_path, {"a.html": later(b"1", "one")})
    assert times == [b"1"]

    assert publish(tmp_path, {"a.html": later(b"2", "two")}).changed == ("a.html",)
    (tmp_path / "site" / "a.html").write_bytes(b"touched")
    assert publish(tmp_path, {"a.html": later(b"2", "two")}).changed == ("a.html",)
    assert contents(tmp_path / "site") == {"a.html": b"2"}
    assert times == [b"1", b"2", b"2"]


def test_one_tree_holds_the_files_of_another(tmp_path: Path) -> None:
    """What a tree is made of is given by its digest, before it is switched to and after."""
    tree = Tree(tmp_path, "forms")
    tree.put("a.docx", b"1")
    tree.finish()
    made = tree.sources
    publish(tmp_path, {f"forms/{path}": source for path, source in made.items()})
    tree.switch()

    stands = standing(tmp_path, "forms")
    assert {path: source.mark for path, source in stands.items()} == {path: each.mark for path, each in made.items()}
    assert (tmp_path / "site/forms/a.docx").samefile(tmp_path / "forms/a.docx")


def test_the_digest_tells_every_change(tmp_path: Path) -> None:
    """The same for the same files in any order; another for another name or another content."""

    def digest(files: Mapping[str, bytes]) -> str:
        tree = Tree(tmp_path, "site")
        tree.put_all(files.items())
        return tree.digest

    one = digest({"a": b"1", "b": b"2"})

    assert one == digest({"b": b"2", "a": b"1"})
    assert len({one, digest({"a": b"1"}), digest({"a": b"2", "b": b"1"}), digest({"a": b"1", "c": b"2"})}) == 4


def test_where_there_are_no_hard_links_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that refuses them gives the same tree, and the next build still finds nothing to do."""

    def refuse(*args: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    publish(tmp_path, {"a.txt": b"1", "b.txt": b"2"})
    publish(tmp_path, {"a.txt": b"1", "b.txt": b"3"})

    assert contents(tmp_path / "site") == {"a.txt": b"1", "b.txt": b"3"}
    assert not publish(tmp_path, {"a.txt": b"1", "b.txt": b"3"})


def refuse_exchange(one: bytes, other: bytes) -> None:
    """A file system that cannot exchange folders."""
    raise OSError("not here")


def test_where_folders_cannot_be_exchanged_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same trees stand afterwards."""
    monkeypatch.setattr(exchange, "_exchange", lambda: refuse_exchange)
    publish(tmp_path, {"a.txt": b"1"})
    publish(tmp_path, {"a.txt": b"2"})

    assert contents(tmp_path / "site") == {"a.txt": b"2"}
    assert contents(tmp_path / ".previous" / "site") == {"a.txt": b"1"}


def test_what_was_taken_away_and_not_replaced_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an exchange a process may be killed between two renames: the next build puts the old edition back."""
    monkeypatch.setattr(exchange, "_exchange", lambda: refuse_exchange)
    publish(tmp_path, {"a.txt": b"1"})
    (tmp_path / "site").rename(tmp_path / ".stage" / "site.old")

    Tree(tmp_path, "site")

    assert contents(tmp_path / "site") == {"a.txt": b"1"}


def test_folders_change_places_in_one_step(tmp_path: Path) -> None:
    """On this system a folder stands there at any moment: the new one takes the place of the old one, and back."""
    for name in ("new", "place"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "who.txt").write_text(name)

    exchange._exchange()(bytes(tmp_path / "new"), bytes(tmp_path / "place"))

    assert (tmp_path / "place" / "who.txt").read_text() == "new"
    assert (tmp_path / "new" / "who.txt").read_text() == "place"


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "a\\b", "a\0b"])
def test_a_path_that_leads_out_is_refused(tmp_path: Path, path: str) -> None:
    """Nothing is ever written outside the tree."""
    with pytest.raises(HandbookError) as caught:
        publish(tmp_path, {path: b"1"})

    assert caught.value.rule == "path-outside"
    assert not (tmp_path / "site").exists()
