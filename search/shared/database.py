"""PostgreSQL by one URL: connections that are kept, turns that are kept whole, tables that make themselves.

    with database.turn(TABLES) as connection:
        connection.execute("INSERT INTO handbook.questions …")

Everything lies in the schema `handbook`. Built on psycopg 3 and its pool, which work in threads.
"""

from __future__ import annotations

import atexit
import logging
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Any, Final, LiteralString, Self

import psycopg
from psycopg import Connection
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import TupleRow
from psycopg_pool import ConnectionPool, PoolTimeout

from schemas.words import Bilingual
from search.shared.errors import DatabaseAwayError, DatabaseNewerError, DatabaseRefusedError, DatabaseUrlError

MOST_CONNECTIONS: Final = 4
"""Of one process; PostgreSQL takes 100 by itself, from all servers together."""
LONGEST: Final = 10.0
"""Seconds that a statement may take."""
_LONGEST_WAIT: Final = 5.0
"""Seconds that somebody waits for a connection."""
_PAUSE: Final = 0.5
"""Seconds for which nobody tries again to reach a database that was away."""
_LOOK: Final = 0.1
"""Seconds after which who waits for a connection looks whether it was refused: the pool tells nobody."""
_LONGEST_IDLE: Final = 60.0
_LONGEST_MAKING: Final = 120.0
_LOCK: Final = 0x68616E64  # «hand»; any number that no other program of the database locks
_PORTS: Final = re.compile(r"[\d,]*")
_SCHEMES: Final = ("postgresql://", "postgres://")
_GONE: Final = ("08", "57P")
"""How the codes of PostgreSQL begin that say that the connection is lost, or the server stops or starts."""
_ALL_TAKEN: Final = Bilingual(
    "{number} 个连接都有人用，等了 {seconds:g} 秒", "all {number} connections are in use, for {seconds:g} seconds"
)
_PARAMETERS: Final = {
    "connect_timeout": "5", "application_name": "handbook", "client_encoding": "utf8",
    # A machine that is switched off says nothing: without these its connections would seem to live for hours.
    "keepalives_idle": "5", "keepalives_interval": "2", "keepalives_count": "3", "tcp_user_timeout": "10000",
}  # fmt: skip
"""How a connection is made, unless the URL says otherwise."""

# What it has to say of lost connections is said by whoever needs one, once and in their language.
logging.getLogger("psycopg").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one part of the program, which whoever needs them first makes.

    Attributes:
        name: what the part is called.
        steps: statements in SQL: the first makes the first version of them, each other the next version.
    """

    name: str
    steps: Sequence[LiteralString]


class Database:
    """A PostgreSQL database; nothing is connected to before it is needed, and any thread may use it.

    Args:
        url: `postgresql://user:password@host:port/name`, with any parameter of libpq.

    Raises:
        DatabaseUrlError: it is something else.
    """

    def __init__(self, url: str) -> None:
        named = _named(url)
        options = f"-c statement_timeout={LONGEST * 1000:.0f} {named.get('options', '')}".strip()
        self._parameters: dict[str, Any] = {**_PARAMETERS, **named, "options": options}
        self.place = _place(named)
        """Which database, without its password."""
        self._lock = Lock()
        self._pool: ConnectionPool[Connection[TupleRow]] | None = None
        self._process = 0
        self._made: set[str] = set()
        self._away = _Away()
        self._connecting = _noting(self._away)

    @contextmanager
    def turn(self, tables: Tables | None = None, seconds: float = LONGEST) -> Iterator[Connection[TupleRow]]:
        """A connection in a transaction: when the block ends all that was done in it is kept, or nothing of it.

        Args:
            tables: what it needs; made first where they are not there.
            seconds: how long a statement may take.

        Raises:
            DatabaseAwayError: it cannot be reached; where that happens at the very end, what was done may be kept.
            DatabaseRefusedError: it does not do what it was told.
            DatabaseNewerError: *tables* are of a newer version.
        """
        if tables is not None and tables.name not in self._made:
            self._make(tables)
        with self._own_errors(), self._transaction(seconds) as connection:
            yield connection

    def close(self) -> None:
        """Give back all connections; the next turn opens new ones."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None and self._process == os.getpid():
            pool.close(timeout=2.0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    @contextmanager
    def _transaction(self, seconds: float) -> Iterator[Connection[TupleRow]]:
        pool = self._opened()
        connection = self._given(pool)
        try:
            with connection:
                if seconds != LONGEST:
                    connection.execute("SELECT set_config('statement_timeout', %s, true)", (f"{seconds * 1000:.0f}",))
                yield connection
        finally:
            was_lost = connection.broken
            pool.putconn(connection)
            if was_lost:
                pool.drain()  # the others of that server are lost too

    def _opened(self) -> ConnectionPool[Connection[TupleRow]]:
        """The pool of this process: a child that was forked leaves the connections of its parent alone."""
        with self._lock:
            if self._pool is None or self._process != os.getpid():
                self._process = os.getpid()
                self._pool = ConnectionPool(
                    kwargs=self._parameters, connection_class=self._connecting, min_size=0, max_size=MOST_CONNECTIONS,
                    open=False, check=self._check, max_idle=_LONGEST_IDLE, reconnect_timeout=_LOOK, num_workers=2,
                )  # fmt: skip
                self._pool.open()
                atexit.register(self.close)
            return self._pool

    def _check(self, connection: Connection[TupleRow]) -> None:
        """Whether *connection* still leads anywhere; where not, none of those that are kept does."""
        try:
            ConnectionPool.check_connection(connection)
        except psycopg.Error:
            if self._pool is not None:
                self._pool.drain()
            raise

    def _given(self, pool: ConnectionPool[Connection[TupleRow]]) -> Connection[TupleRow]:
        """A connection; while the database is away one thread at a time tries, and the others are told at once."""
        began = monotonic()
        if (reason := self._away.reason_not_to_try(began)) is not None:
            raise DatabaseAwayError(self.place, reason)
        while True:
            try:
                connection = pool.getconn(timeout=_LOOK)
            except PoolTimeout:
                if (reason := self._away.reason_since(began)) is not None:
                    raise DatabaseAwayError(self.place, reason) from None
                if monotonic() > began + _LONGEST_WAIT:
                    taken = _ALL_TAKEN.filled(number=MOST_CONNECTIONS, seconds=_LONGEST_WAIT)
                    raise DatabaseAwayError(self.place, taken) from None
            else:
                self._away.is_back()
                return connection

    def _make(self, tables: Tables) -> None:
        """Make *tables*, or what is new of them, once among all servers."""
        with self._own_errors(), self._transaction(_LONGEST_MAKING) as connection:
            if self._version(connection, tables) < len(tables.steps):
                connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
                connection.execute("CREATE SCHEMA IF NOT EXISTS handbook")
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS handbook.versions (tables text PRIMARY KEY, version integer NOT NULL)"
                )
                for step in tables.steps[self._version(connection, tables) :]:
                    connection.execute(step)
                connection.execute(
                    "INSERT INTO handbook.versions VALUES (%s, %s)"
                    " ON CONFLICT (tables) DO UPDATE SET version = excluded.version",
                    (tables.name, len(tables.steps)),
                )
        self._made.add(tables.name)

    def _version(self, connection: Connection[TupleRow], tables: Tables) -> int:
        """Which version of *tables* is there; 0 for none.

        Raises:
            DatabaseNewerError: one that this program does not know.
        """
        found = connection.execute("SELECT to_regclass('handbook.versions') IS NOT NULL").fetchone()
        if found is None or not found[0]:
            return 0
        row = connection.execute("SELECT version FROM handbook.versions WHERE tables = %s", (tables.name,)).fetchone()
        version = int(row[0]) if row is not None else 0
        if version > len(tables.steps):
            raise DatabaseNewerError(self.place, tables.name, version, len(tables.steps))
        return version

    @contextmanager
    def _own_errors(self) -> Iterator[None]:
        """What psycopg raises, in the user's language."""
        try:
            yield
        except (psycopg.errors.UndefinedTable, psycopg.errors.InvalidSchemaName) as error:
            self._made.clear()  # somebody emptied the database: the next turn makes them again
            raise self._told(error) from error
        except psycopg.Error as error:
            raise self._told(error) from error

    def _told(self, error: psycopg.Error) -> DatabaseAwayError | DatabaseRefusedError:
        code = error.sqlstate or ""
        is_lost = isinstance(error, psycopg.OperationalError) and not code
        if is_lost or code.startswith(_GONE):
            return DatabaseAwayError(self.place, _reason(error))
        return DatabaseRefusedError(self.place, _reason(error), code)


class _Away:
    """Since when nobody reaches the database, why, and who tries again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._reason: str | None = None
        self._since = 0.0
        self._next_try = 0.0

    def is_refused(self, error: psycopg.Error) -> None:
        """An attempt to connect failed just now."""
        with self._lock:
            self._reason, self._since = _reason(error), monotonic()
            self._next_try = self._since + _PAUSE

    def is_back(self) -> None:
        """Somebody is connected."""
        with self._lock:
            self._reason = None

    def reason_since(self, began: float) -> str | None:
        """Why an attempt failed that was made since *began*; None when none did."""
        with self._lock:
            return self._reason if self._since >= began else None

    def reason_not_to_try(self, now: float) -> str | None:
        """Why it is not tried now; None for the one who is to try, while everybody else is told the reason."""
        with self._lock:
            if self._reason is not None and now < self._next_try:
                return self._reason
            self._next_try = now + _LONGEST_WAIT
            return None


def _noting(away: _Away) -> type[Connection[TupleRow]]:
    """Connections of which *away* is told when they cannot be made: the pool keeps the reason to itself."""

    class Noting(Connection[TupleRow]):
        @classmethod
        def connect(cls, *args: Any, **parameters: Any) -> Self:
            try:
                return super().connect(*args, **parameters)
            except psycopg.Error as error:
                away.is_refused(error)
                raise

    return Noting


def _reason(error: psycopg.Error) -> str:
    """What PostgreSQL or its library says, in one line: the first, or the last where several hosts were tried."""
    lines = (error.diag.message_primary or str(error)).splitlines() or [type(error).__name__]
    line = lines[-1 if lines[0].endswith(":") else 0].strip().rstrip(".")
    return line.removeprefix("connection failed: ").removeprefix("connection is bad: ")


def _named(url: str) -> dict[str, Any]:
    """What *url* says, by libpq's names of its parameters.

    Raises:
        DatabaseUrlError: it is no URL of PostgreSQL.
    """
    try:
        named = conninfo_to_dict(url) if url.startswith(_SCHEMES) else {}
    except psycopg.ProgrammingError:
        named = {}
    # A password with an @ or a : of its own ends where the host and the port begin.
    if not named or "@" in str(named.get("host", "")) or not _PORTS.fullmatch(str(named.get("port", ""))):
        raise DatabaseUrlError
    return named


def _place(named: dict[str, Any]) -> str:
    user, host, port, name = (str(named.get(part) or "") for part in ("user", "host", "port", "dbname"))
    server = f"{user}@{host}" if user else host
    return f"postgresql://{server}{':' if port else ''}{port}/{name}"
