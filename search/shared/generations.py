"""Generations of the index as rows of the shared database, which servers without files of their own open.

Each is written in one transaction, then pointed to. Beside the current one and the previous one those are kept that a
server goes by, as it says again and again: a roll-out over several machines takes as long as it takes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from time import monotonic
from typing import Any, Final
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray
from psycopg import Connection
from psycopg.rows import TupleRow

from search.errors import IndexDamagedError
from search.generations import MANIFEST, NAME, Generation, checked, sealed, unsealed
from search.homes import Listed
from search.shared.database import Database
from search.shared.errors import DatabaseRefusedError
from search.shared.tables import TABLES
from search.shared.vector_tables import drop_vectors, put_vectors
from search.shared.vectors import SharedVectors, open_vectors
from search.store import ArrayStore

LONGEST: Final = 3600.0
"""Seconds that putting a generation there may take, or reading it."""
PART: Final = 2**20
"""Bytes of a file in one row."""
_KEPT_FOR: Final = "10 minutes"
"""So long after a server has said that it goes by a generation that one is kept."""
_SAID_EVERY: Final = 60.0
_LOCK: Final = 0x696E6478  # «indx»


class SharedGenerations:
    """The generations in *database*: a `search.homes.Shared`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.place: Final = database.place
        self._server = uuid4()
        self._said = ("", 0.0)

    def named(self) -> tuple[str, ...]:
        """The current generation and the previous one."""
        with self._database.turn(TABLES) as connection:
            return _named(connection)

    def listed(self) -> Sequence[Listed]:
        """All generations that are there, the current one first, then the previous one, then the newest of others."""
        with self._database.turn(TABLES) as connection:
            rows = connection.execute(
                "SELECT name, corpus, format, is_dense"
                " FROM handbook.generations LEFT JOIN handbook.generation_pointer ON true"
                " ORDER BY coalesce(name = current, false) DESC, coalesce(name = previous, false) DESC, put DESC"
            )
            return [Listed(*row) for row in rows]

    def manifest(self, name: str) -> Mapping[str, Any]:
        """The facts of a generation and the sums of its files."""
        with self._database.turn(TABLES) as connection:
            return _manifest(connection, name)

    def read(self, name: str, only: Collection[str] | None = None) -> Generation:
        """A generation, or only some of its files, checked."""
        with self._database.turn(TABLES, LONGEST) as connection:
            manifest, parts = _manifest(connection, name), dict[str, list[bytes]]()
            wanted = None if only is None else list(only)
            rows = connection.execute(
                "SELECT file, content FROM handbook.generation_files"
                " WHERE generation = %s AND (%s::text[] IS NULL OR file = ANY(%s)) ORDER BY file, part",
                (name, wanted, wanted),
                binary=True,
            )
            for file, content in rows:
                parts.setdefault(file, []).append(content)
        return checked(name, manifest, lambda file: b"".join(parts.pop(file, ())), only)

    def write(self, name: str, facts: Mapping[str, Any], files: Mapping[str, bytes]) -> None:
        """Put a generation there."""
        known = str(facts.get("corpus", "")), int(facts.get("format_version", 0)), bool(facts.get("vectors"))
        with self._database.turn(TABLES, LONGEST) as connection:
            _alone(connection)
            _remove(connection, name)  # only a damaged one can be in the way
            connection.execute(
                "INSERT INTO handbook.generations (name, corpus, format, is_dense, manifest)"
                " VALUES (%s, %s, %s, %s, %b)",
                (name, *known, sealed(facts, files)),
            )
            connection.cursor().executemany(
                "INSERT INTO handbook.generation_files VALUES (%s, %s, %s, %b)",
                ((name, file, *part) for file, content in files.items() for part in _parts(content)),
            )

    def point_to(self, name: str) -> None:
        """Make a generation the current one; those go that are neither it nor the previous one and that nobody uses."""
        with self._database.turn(TABLES, LONGEST) as connection:
            _alone(connection)
            current = _named(connection)
            if current[:1] != (name,):
                connection.execute(
                    "INSERT INTO handbook.generation_pointer (current, previous) VALUES (%s, %s) ON CONFLICT (is_only)"
                    " DO UPDATE SET current = excluded.current, previous = excluded.previous",
                    (name, next((other for other in current if other != name), None)),
                )
            connection.execute("DELETE FROM handbook.generation_uses WHERE seen < now() - %s::interval", (_KEPT_FOR,))
            unused = connection.execute(
                "SELECT name FROM handbook.generations WHERE name <> ALL(%s)"
                " AND name NOT IN (SELECT generation FROM handbook.generation_uses)",
                (list(_named(connection)),),
            ).fetchall()
            for (one,) in unused:
                _remove(connection, one)

    def is_whole(self, name: str) -> bool:
        """Whether a generation is there, every byte of it; looked at where it is."""
        with self._database.turn(TABLES, LONGEST) as connection:
            try:
                manifest = _manifest(connection, name)
            except IndexDamagedError:
                return False
            rows = connection.execute(
                "SELECT file, encode(sha256(string_agg(content, ''::bytea ORDER BY part)), 'hex')"
                " FROM handbook.generation_files WHERE generation = %s GROUP BY file",
                (name,),
            )
            return dict(rows.fetchall()) == {
                file: digest for file, digest in manifest["files"].items() if digest != _NOTHING
            }

    def put_vectors(self, name: str, store: ArrayStore, starts: NDArray[np.intp]) -> bool:
        """Put the vectors of a generation there, beside its files; whether the database can hold vectors.

        Args:
            name: a generation that is there.
            store: its vectors.
            starts: where the passages of each record begin.
        """
        with self._database.turn(TABLES, LONGEST) as connection:
            _alone(connection)
            return put_vectors(connection, name, store, starts)

    def vectors(self, name: str) -> SharedVectors | None:
        """The vectors of a generation, compared where they are; None where they are in its files only."""
        return open_vectors(self._database, name)

    def uses(self, name: str) -> None:
        """Note that this process goes by a generation; who may only read cannot, and its own goes when others do."""
        said, when = self._said
        if name == said and monotonic() < when + _SAID_EVERY:
            return
        with suppress(DatabaseRefusedError), self._database.turn(TABLES) as connection:
            connection.execute(
                "INSERT INTO handbook.generation_uses VALUES (%s, %s, now()) ON CONFLICT (server)"
                " DO UPDATE SET generation = excluded.generation, seen = excluded.seen",
                (self._server, name),
            )
        self._said = name, monotonic()


_NOTHING: Final = sha256(b"").hexdigest()
"""The sum of an empty file, of which there is no row."""


def _named(connection: Connection[TupleRow]) -> tuple[str, ...]:
    row = connection.execute("SELECT current, previous FROM handbook.generation_pointer").fetchone()
    return tuple(name for name in row or () if name is not None and NAME.fullmatch(name))


def _manifest(connection: Connection[TupleRow], name: str) -> dict[str, Any]:
    row = connection.execute("SELECT manifest FROM handbook.generations WHERE name = %s", (name,)).fetchone()
    if row is None:
        raise IndexDamagedError(name, MANIFEST)
    return unsealed(name, bytes(row[0]))


def _parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    for part, first in enumerate(range(0, len(content), PART)):
        yield part, content[first : first + PART]


def _remove(connection: Connection[TupleRow], name: str) -> None:
    drop_vectors(connection, name)
    connection.execute("DELETE FROM handbook.generations WHERE name = %s", (name,))


def _alone(connection: Connection[TupleRow]) -> None:
    """One writer at a time, to the end of the transaction."""
    connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
