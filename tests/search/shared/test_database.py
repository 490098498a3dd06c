"""The shared database, on a real PostgreSQL: turns, tables, what is said when it is away, and how it comes back."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier
from typing import Any

import psycopg
import pytest

from bench.postgres import Postgres
from schemas.findings import HandbookError
from schemas.words import LANGUAGES
from search.shared import VARIABLE, shared_database
from search.shared.database import MOST_CONNECTIONS, Database, Tables
from search.shared.errors import DatabaseAwayError, DatabaseNewerError, DatabaseRefusedError, DatabaseUrlError
from tests.waiting import until

COUNTS = Tables("counts", ["CREATE TABLE handbook.counts (number integer PRIMARY KEY)"])
SECOND = "ALTER TABLE handbook.counts ADD COLUMN word text NOT NULL DEFAULT 'one'"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with Database(database_url) as database:
        yield database


def count(database: Database, number: int) -> None:
    with database.turn(COUNTS) as connection:
        connection.execute("INSERT INTO handbook.counts VALUES (%s)", (number,))


def counted(database: Database) -> list[Any]:
    with database.turn(COUNTS) as connection:
        return [number for (number,) in connection.execute("SELECT number FROM handbook.counts ORDER BY number")]


def test_a_turn_is_kept_whole_or_not_at_all(database: Database) -> None:
    """What a block does is there when it ends; of one that fails nothing is, and its error is its own."""
    count(database, 1)
    with suppress(ZeroDivisionError), database.turn(COUNTS) as connection:
        connection.execute("INSERT INTO handbook.counts VALUES (2)")
        _ = 1 / 0

    assert counted(database) == [1]


def test_many_servers_make_the_tables_once(database_url: str) -> None:
    """Whoever needs tables first makes them, however many begin at the same moment; later versions are added."""
    everybody = Barrier(6)

    def begin(number: int) -> None:
        with Database(database_url) as database:
            everybody.wait(30)
            count(database, number)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(begin, range(6)))
    newer = Tables("counts", [*COUNTS.steps, SECOND])
    with Database(database_url) as database, database.turn(newer) as connection:
        rows = connection.execute("SELECT number, word FROM handbook.counts ORDER BY number").fetchall()
        versions = connection.execute("SELECT * FROM handbook.versions").fetchall()

    assert rows == [(number, "one") for number in range(6)]
    assert versions == [("counts", 2)]


def test_an_older_program_leaves_newer_tables_alone(database: Database, database_url: str) -> None:
    """Tables of a version that the program does not know are refused in words."""
    with database.turn(Tables("counts", [*COUNTS.steps, SECOND])):
        pass
    with Database(database_url) as older, pytest.raises(DatabaseNewerError) as refused:
        count(older, 1)

    assert refused.value.say("en") == (
        f"the tables 'counts' in the database {database.place} are of version 2 and this program knows them up to 1: "
        "update the program"
    )
    assert refused.value.say("zh") == (
        f"数据库 {database.place} 里的表“counts”是第 2 版，这个程序只认得到第 1 版：请把程序更新到新版"
    )


def test_who_may_not_make_tables_is_told_whom_to_ask(database: Database, database_url: str) -> None:
    """Where the user of the URL lacks a right, the message has PostgreSQL's reason and the statement that gives it."""
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("DO $$BEGIN CREATE ROLE clerk LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END$$")
    with (
        Database(database_url.replace("postgres:@", "clerk@")) as clerk,
        pytest.raises(DatabaseRefusedError) as refused,
    ):
        count(clerk, 1)

    name = database_url.rpartition("/test_")[2].partition("?")[0]
    assert f"refuses: permission denied for database test_{name}. Have its administrator" in refused.value.say("en")
    assert "GRANT CREATE ON DATABASE" in refused.value.say("zh")


def test_a_statement_that_takes_too_long_ends(database: Database) -> None:
    """A turn ends a statement after the seconds it is given, says so, and the connection serves the next one."""
    with pytest.raises(DatabaseRefusedError) as refused, database.turn(seconds=0.1) as connection:
        connection.execute("SELECT pg_sleep(60)")
    count(database, 1)

    assert refused.value.say("en") == (
        f"the database {database.place} refuses: canceling statement due to statement timeout. "
        "It is too busy; do it again in a while."
    )
    assert counted(database) == [1]
    with database.turn() as connection:
        assert connection.execute("SHOW statement_timeout").fetchone() == ("10s",)


def test_who_waits_for_a_connection_waits_no_longer_than_some_seconds(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When all connections are in use, one more waits, and then is told so; given back, they serve it."""
    monkeypatch.setattr("search.shared.database._LONGEST_WAIT", 0.3)
    turns = [database.turn() for _ in range(MOST_CONNECTIONS)]
    for turn in turns:
        turn.__enter__()
    with pytest.raises(DatabaseAwayError) as refused:
        count(database, 1)
    for turn in turns:
        turn.__exit__(None, None, None)
    count(database, 2)

    assert "all 4 connections are in use, for 0.3 seconds" in refused.value.say("en")
    assert counted(database) == [2]


def test_a_database_that_is_away_is_told_at_once_and_is_back_by_itself(own_postgres: Postgres) -> None:
    """Connections that a restart has cut are replaced without a word; while nobody is there every turn says so soon."""
    with Database(own_postgres.new_database()) as database:
        with database.turn(), database.turn():
            count(database, 1)  # three connections are kept
        own_postgres.stop()
        own_postgres.start()
        count(database, 2)
        own_postgres.crash()
        started = time.monotonic()
        for _ in range(50):
            with pytest.raises(DatabaseAwayError) as away:
                count(database, 3)
        took = time.monotonic() - started
        own_postgres.start()
        until(lambda: _counts(database, 4), 10)

        assert took < 3
        assert f"the database {database.place} cannot be reached: connection to server on socket " in away.value.say(
            "en"
        )
        assert f"连不上数据库 {database.place}：" in away.value.say("zh")
        assert counted(database) == [1, 2, 4]


def test_a_turn_that_loses_its_connection_says_so(database: Database, database_url: str) -> None:
    """What an administrator cuts in the middle of a turn is «away», and the next turn has a fresh connection."""

    def cut() -> None:
        with database.turn(COUNTS) as connection:
            connection.execute("INSERT INTO handbook.counts VALUES (1)")
            with psycopg.connect(database_url, autocommit=True) as administrator:
                administrator.execute("SELECT pg_terminate_backend(%s)", (connection.info.backend_pid,))
            connection.execute("SELECT 1")

    with pytest.raises(DatabaseAwayError) as away:
        cut()
    count(database, 2)

    assert "cannot be reached: terminating connection due to administrator command. See" in away.value.say("en")
    assert counted(database) == [2]


def test_what_somebody_deleted_is_made_again(database: Database) -> None:
    """Where an emptied database meets a program that made its tables, one turn fails and the next makes them."""
    count(database, 1)
    with database.turn() as connection:
        connection.execute("DROP SCHEMA handbook CASCADE")
    with pytest.raises(DatabaseRefusedError) as refused:
        count(database, 2)
    count(database, 3)

    assert 'relation "handbook.counts" does not exist' in refused.value.say("en")
    assert counted(database) == [3]


def test_a_child_that_was_forked_has_connections_of_its_own(database: Database) -> None:
    """After a fork parent and child both go on; neither speaks into the other's connection."""
    count(database, 1)
    child = os.fork()
    if not child:
        try:
            count(database, 2)
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    count(database, 3)

    assert status == 0
    assert counted(database) == [1, 2, 3]


@pytest.mark.parametrize(
    "url",
    ["handbook", "host=db password=hunter2", "mysql://me:hunter2@db/x", "postgresql://me:hun@ter2@db/x",
     "postgresql://me:hunter2@db:port/x", "postgresql://db/x?pass=hunter2"],
)  # fmt: skip
def test_what_is_no_url_is_refused_and_not_shown(url: str) -> None:
    """An address that is none, or a password with an @ of its own, is refused in words that hold nothing of it."""
    with pytest.raises(DatabaseUrlError) as refused:
        Database(url)

    for lang in LANGUAGES:
        assert "postgresql://" in refused.value.say(lang)
        assert "hun" not in refused.value.say(lang)


def test_no_message_holds_the_password() -> None:
    """The place of a database has user, host, port and name; what cannot be reached is told without its password."""
    with Database("postgresql://me:hunter2@127.0.0.1:1/library") as database, pytest.raises(DatabaseAwayError) as away:
        count(database, 1)

    assert database.place == "postgresql://me@127.0.0.1:1/library"
    assert away.value.say("en") == (
        "the database postgresql://me@127.0.0.1:1/library cannot be reached: "
        'connection to server at "127.0.0.1", port 1 failed: Connection refused. '
        "See that it runs and that HANDBOOK_DATABASE is right; once it can be reached it is used by itself."
    )


def test_the_environment_names_the_database() -> None:
    """Without a variable there is none; with one it is not connected to yet."""
    assert shared_database({}) is None
    assert shared_database({VARIABLE: " "}) is None
    found = shared_database({VARIABLE: "postgresql://db/x"})

    assert found is not None
    assert found.place == "postgresql://db/x"


def test_a_driver_that_is_not_installed_is_named(tmp_path: Path) -> None:
    """Where psycopg is missing, the message has the line that installs it."""
    (tmp_path / "psycopg.py").write_text("raise ModuleNotFoundError('no', name='psycopg')")
    code = (
        "from schemas.findings import HandbookError\n"
        "from search.shared import shared_database\n"
        "try:\n    shared_database({'HANDBOOK_DATABASE': 'postgresql://db/x'})\n"
        "except HandbookError as error:\n    print(error.rule, error.say('en'))"
    )
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}."}
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)

    assert said.stdout == (
        "no-postgres HANDBOOK_DATABASE names a database, and the driver of PostgreSQL is not installed: "
        "pip install 'psycopg[binary,pool]>=3.2'\n"
    )


def test_vectors_can_be_kept(database: Database) -> None:
    """The PostgreSQL of the tests has pgvector."""
    with database.turn() as connection:
        connection.execute("CREATE EXTENSION vector")
        nearest = connection.execute("SELECT '[1,2]'::vector <=> '[2,4]'::vector").fetchone()

    assert nearest == (0,)


def _counts(database: Database, number: int) -> bool:
    try:
        count(database, number)
    except HandbookError:
        return False
    return True
