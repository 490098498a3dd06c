from __future__ import annotations

import os
import random
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.kept import Kept, key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "build" / ".cache" / "words.sqlite"


def _filled(path: Path, count: int = 200) -> dict[str, bytes]:
    values = {f"k{number}": f"值 {number} ".encode() * (number % 50 + 1) for number in range(count)}
    with Kept(path) as kept:
        kept.put_many(values)
    return values


def test_values_are_there_in_the_next_run(path: Path) -> None:
    """What is put is read at once, and in the next run; what was never put is None."""
    with Kept(path) as kept:
        kept.put("a", b"1")
        assert kept.get("a") == b"1"
        assert not path.exists()
        kept.put("a", b"2")
    with Kept(path) as kept:
        assert kept.get("a") == b"2"
        assert kept.get("b") is None
        assert kept.get_many(["b", "a", "a"]) == {"a": b"2"}


def test_many_values(path: Path) -> None:
    """More keys than one question to SQLite may hold are read in one call."""
    values = _filled(path, 2_000)
    with Kept(path) as kept:
        assert kept.get_many(values) == values


def test_what_is_not_used_is_forgotten(path: Path) -> None:
    """A value that is neither read nor put in a run is forgotten in it, when that is asked for."""
    _filled(path, 5)
    with Kept(path) as kept:
        kept.get("k1")
        kept.put("k2", b"new")
        kept.forget_unused()
    with Kept(path) as kept:
        assert sorted(kept.get_many([f"k{number}" for number in range(5)])) == ["k1", "k2"]


def test_the_file_stays_within_its_bound(path: Path) -> None:
    """A store over its bound loses its oldest values, those of the run itself last, and becomes small again."""
    with Kept(path) as kept:
        kept.put_many({f"old{number}": bytes(20_000) for number in range(20)})
    with Kept(path, most_bytes=200_000) as kept:
        kept.get("old0")
        kept.put("new", bytes(20_000))
    assert path.stat().st_size <= 200_000
    with Kept(path) as kept:
        names = sorted(kept.get_many(["new", *(f"old{number}" for number in range(20))]))
    assert {"new", "old0", "old19"} <= {*names}
    assert "old1" not in names


def test_a_value_larger_than_the_bound(path: Path) -> None:
    """A value that alone is larger than the store may be is not kept."""
    with Kept(path, most_bytes=50_000) as kept:
        kept.put("large", bytes(100_000))
    assert path.stat().st_size <= 50_000
    with Kept(path) as kept:
        assert kept.get("large") is None


def _old_format(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 0")


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, value BLOB NOT NULL)")
        connection.execute("INSERT INTO kept VALUES ('k1', 'theirs')")


def _other_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE kept")
        connection.execute("CREATE VIEW kept AS SELECT 'k1' AS key, x'00' AS value")


def _no_database(path: Path) -> None:
    path.write_bytes("不是数据库".encode() * 1_000)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5_000])


@pytest.mark.parametrize("spoil", [_old_format, _foreign, _other_table, _no_database, _empty, _cut])
def test_a_file_of_another_sort_is_begun_anew(path: Path, spoil: Callable[[Path], None]) -> None:
    """A torn, older or foreign file is a store with nothing in it; after one run it is a sound one again."""
    _filled(path)
    spoil(path)
    with Kept(path) as kept:
        assert kept.get("k1") is None
        kept.put("k1", b"new")
        kept.forget_unused()
    with Kept(path) as kept:
        assert kept.get_many(["k1", "k2"]) == {"k1": b"new"}


def test_no_byte_of_the_file_is_trusted(path: Path) -> None:
    """Whichever bytes of the file are changed or lost, a value read is the one that was put, or None."""
    values = _filled(path)
    sound = path.read_bytes()
    chance = random.Random(9)  # noqa: S311 - nothing secret
    for _ in range(150):
        content = bytearray(sound)
        for _ in range(chance.choice((1, 20, 400))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content[: chance.choice((len(content), chance.randrange(len(content))))])
        with Kept(path) as kept:
            read = kept.get_many(values)
            kept.put("more", b"more")
            kept.forget_unused()
        assert all(values[name] == value for name, value in read.items())


def test_a_store_that_another_program_writes(path: Path) -> None:
    """While another program writes, values are read or missing, and what is put is lost, without a long wait."""
    values = _filled(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with Kept(path) as kept:
        assert kept.get("k1") is None
        kept.put("k1", b"new")
        assert kept.get("k1") == b"new"
        kept.forget_unused()
    other.execute("ROLLBACK")
    other.close()
    with Kept(path) as kept:
        assert kept.get_many(values) == values


def test_two_programs_at_once(path: Path) -> None:
    """Two runs that begin with no store and end one after the other both leave what they put."""
    with Kept(path) as one:
        with Kept(path) as other:
            other.put("b", b"2")
        one.put("a", b"1")
    with Kept(path) as kept:
        kept.put("c", b"3")
    with Kept(path) as kept:
        assert kept.get_many("abc") == {"b": b"2", "a": b"1", "c": b"3"}


def test_nothing_can_be_written(path: Path) -> None:
    """Where the folder cannot be made, nothing is kept and nothing is said."""
    path.parents[1].parent.mkdir(exist_ok=True)
    path.parents[1].write_text("a file where the folder would be")
    with Kept(path) as kept:
        kept.put("a", b"1")
        kept.forget_unused()
        assert kept.get("a") is None
    assert path.parents[1].read_text() == "a file where the folder would be"


def test_a_file_that_can_only_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that can only be read is read; what is put in it is lost."""
    values = _filled(path, 3)
    monkeypatch.setattr("schemas.kept._connect", lambda path: sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True))
    with Kept(path) as kept:
        assert kept.get_many(values) == values
        kept.put("new", b"1")
        kept.forget_unused()
    with Kept(path) as kept:
        assert kept.get("new") is None
        assert kept.get_many(values) == values


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path.parent / "elsewhere")])
def test_what_is_no_file_is_left_alone(path: Path, make: Callable[[Path], None]) -> None:
    """A folder, a pipe or a link of the store's name is neither read nor written, nor waited for."""
    path.parent.mkdir(parents=True)
    make(path)
    with Kept(path) as kept:
        kept.put("a", b"1")
    with Kept(path) as kept:
        assert kept.get("a") is None
    assert not (path.parent / "elsewhere").exists()


def test_another_thread(path: Path) -> None:
    """A store that one thread opened is used by another when the first has done with it."""
    _filled(path, 3)
    values: list[bytes | None] = []
    with Kept(path) as kept:
        thread = threading.Thread(target=lambda: values.append(kept.get("k2")))
        thread.start()
        thread.join()
    assert values == ["值 2 ".encode() * 3]


def test_keys() -> None:
    """A key is another one for other parts, however they are cut, and for parts in another order."""
    keys = {key("ab", "c"), key("a", "bc"), key("abc"), key("c", "ab"), key("ab", "c", ""), key()}

    assert len(keys) == 6
    assert key("值", b"1") == key("值".encode(), "1")
