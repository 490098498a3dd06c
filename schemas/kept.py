"""Bytes kept from one run to the next under `build/.cache`, so that what was worked out is not worked out again.

Whatever is wrong with the file, nothing is: one that is torn, of an older format, somebody else's, in use by another
program, or in a folder where nothing can be written is a store that has nothing and takes nothing. Values are bytes of
the caller's own making (JSON, never pickle), each with a check of its own, as no file is proof against a power cut.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Final, Self

FOLDER: Final = Path("build") / ".cache"
"""Where everything kept is, under the content root."""
_APPLICATION: Final = 0x53484F55
_FORMAT: Final = 1
_TABLE: Final = "CREATE TABLE kept (key TEXT PRIMARY KEY, value BLOB NOT NULL)"
_WAIT: Final = 0.2
"""So many seconds a program that is writing is waited for."""
_PENDING: Final = 32 * 2**20
"""So many bytes wait in memory for the end of the run."""
_CHECK: Final = 8
_AT_ONCE: Final = 500


def key(*parts: str | bytes) -> str:
    """A key for whatever follows from *parts*, in their order: a digest, in 32 hexadecimal characters."""
    digest = blake2b(digest_size=16)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()


class Kept:
    """A store of bytes by key in one file; used by one thread at a time, and closed at the end of the run.

    with Kept(root / FOLDER / "pages.sqlite") as kept:
        page = kept.get(name) or make_and_put(name)
        kept.forget_unused()

    What is put is written in one go when the store is closed; until then it can be read already.

    Args:
        path: the file; it and its folder are made once there is something to write.
        most_bytes: how large the file may grow; the oldest values go first, those not used in this run before others.
    """

    def __init__(self, path: Path, most_bytes: int = 256 * 2**20) -> None:
        self._path = path
        self._most_bytes = most_bytes
        self._used: set[str] = set()
        self._pending: dict[str, bytes] = {}
        self._pending_bytes = 0
        self._connection: sqlite3.Connection | None = None
        with self._unharmed():
            self._connection = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, key: str) -> bytes | None:
        """The value of *key*, or None."""
        value = self._pending.get(key)
        if value is None:
            with self._unharmed():
                value = dict(self._select([key])).get(key)
        if value is not None:
            self._used.add(key)
        return value

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values of those *keys* that have one."""
        wanted = list(dict.fromkeys(keys))
        values = {key: self._pending[key] for key in wanted if key in self._pending}
        missing = [key for key in wanted if key not in values]
        with self._unharmed():
            for start in range(0, len(missing), _AT_ONCE):
                values.update(self._select(missing[start : start + _AT_ONCE]))
        self._used.update(values)
        return values

    def put(self, key: str, value: bytes) -> None:
        """Keep *value* by *key*, in place of what was kept by it."""
        self.put_many({key: value})

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Keep every one of *values* by its key."""
        self._pending.update(values)
        self._used.update(values)
        self._pending_bytes += sum(map(len, values.values()))
        if self._pending_bytes > _PENDING:
            self._write()

    def forget_unused(self) -> None:
        """Forget every value that was neither read nor put in this run."""
        self._write()
        with self._unharmed():
            if self._connection is not None:
                kept_keys = [key for (key,) in self._connection.execute("SELECT key FROM kept")]
                if unused := [(key,) for key in kept_keys if key not in self._used]:
                    with self._writing() as connection:
                        connection.executemany("DELETE FROM kept WHERE key = ?", unused)

    def close(self) -> None:
        """Write what was put, and let go of the file."""
        self._write()
        self._let_go()

    def _select(self, keys: list[str]) -> Iterator[tuple[str, bytes]]:
        if self._connection is None or not keys:
            return
        marks = ",".join("?" * len(keys))
        rows = self._connection.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", keys)  # noqa: S608 - only question marks
        for key, checked in rows:
            if isinstance(checked, bytes) and checked[:_CHECK] == _check(key, memoryview(checked)[_CHECK:]):
                yield key, checked[_CHECK:]

    def _write(self) -> None:
        if not self._pending:
            return
        rows = [(key, _check(key, value) + value) for key, value in self._pending.items()]
        self._pending, self._pending_bytes = {}, 0
        with self._unharmed():
            self._connection = self._connection or self._open() or self._create()
            with self._writing() as connection:
                connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
                self._keep_within_bounds(connection)

    def _keep_within_bounds(self, connection: sqlite3.Connection) -> None:
        """Drop the oldest values until the file is no larger than it may be; those not used in this run first."""
        excess = _number(connection, "page_size") * _number(connection, "page_count") - self._most_bytes
        if excess <= 0:
            return
        sizes = connection.execute("SELECT key, length(value) FROM kept ORDER BY rowid").fetchall()
        for key, size in sorted(sizes, key=lambda row: row[0] in self._used):
            if excess <= 0:
                break
            connection.execute("DELETE FROM kept WHERE key = ?", (key,))
            excess -= size

    def _open(self) -> sqlite3.Connection | None:
        if not self._path.is_file() or self._path.is_symlink():
            return None
        connection = _connect(self._path)
        try:
            is_ours = _number(connection, "application_id") == _APPLICATION
            is_current = _number(connection, "user_version") == _FORMAT
            schema = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
        except sqlite3.Error:
            connection.close()
            raise
        if is_ours and is_current and schema == [_TABLE]:
            return connection
        connection.close()
        self._discard()
        return None

    def _create(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.touch(exist_ok=False)  # a link, a pipe or a folder of this name is not written into
        connection = _connect(self._path)
        connection.executescript(
            f"PRAGMA auto_vacuum = FULL; BEGIN IMMEDIATE; {_TABLE};"
            f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_FORMAT}; COMMIT;"
        )
        return connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        assert self._connection is not None
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _unharmed(self) -> Iterator[None]:
        """Whatever the file or the folder refuses, the store has nothing and takes nothing."""
        try:
            yield
        except (OSError, sqlite3.Error, UnicodeError) as error:
            # sqlite3 has no class of its own for a file that is none of its, or one that is torn
            if type(error) is sqlite3.DatabaseError:
                self._let_go()
                self._discard()

    def _let_go(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _discard(self) -> None:
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    connection.executescript("PRAGMA trusted_schema = OFF; PRAGMA synchronous = OFF;")
    return connection


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    value: int = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return value


def _check(key: str, value: bytes | memoryview) -> bytes:
    return blake2b(value, digest_size=_CHECK, key=key.encode("utf-8", "surrogatepass")[:64]).digest()
