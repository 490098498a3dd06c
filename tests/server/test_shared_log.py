"""The question log in a real database: each line is there once, whatever of disk, database and server fails."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from fastapi.testclient import TestClient

from bench.postgres import Postgres
from search.shared.database import Database
from server import question_log, shared_log
from server.app import create_app
from server.editions import Editions
from server.shared_log import SharedLog
from tests.server.test_app import NoForms, Recorded
from tests.server.test_owning import SAID
from tests.server.test_question_log import Warned, client
from tests.waiting import until

AWAY = "postgresql://127.0.0.1:1/library"
REASON = (
    f"the database {AWAY} cannot be reached: "
    'connection to server at "127.0.0.1", port 1 failed: Connection refused. '
    "See that it runs and that HANDBOOK_DATABASE is right; once it can be reached it is used by itself."
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "questions.jsonl"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with Database(database_url) as database:
        yield database


@pytest.fixture
def away() -> Iterator[Database]:
    """A database that nobody can reach."""
    with Database(AWAY) as database:
        yield database


def kept(log: SharedLog) -> list[str]:
    """The questions in the database."""
    assert log.settle()
    return [line.question for line in log.lines()]


def test_what_several_servers_note_is_in_one_place(path: Path, database: Database) -> None:
    """A question and a note are masked, in the database when the answer is given, and on no disk."""
    logs = [SharedLog(database, path, Warned()) for _ in range(2)]
    servers = [client(path, log) for log in logs]
    servers[0].get("/api/ask", params={"q": "3幢501室张三 138-1234-5678 的快递在哪"})
    servers[1].post("/api/feedback", json={**SAID, "vote": "down", "note": "张三说\0不清楚", "place": "a/b.html"})
    assert all(log.settle() for log in logs)

    question, note = SharedLog(database, path, Warned()).lines()
    assert question.question == "******** ************* 的快递在哪"
    assert (note.question, note.vote, note.note, note.place) == ("年假怎么请", "down", "**说不清楚", "a/b.html")
    assert list(path.parent.iterdir()) == []


def test_feedback_that_is_sent_again_is_kept_once(path: Path, database: Database) -> None:
    """A vote has a key, so that who is not told that it was kept, or a proxy, can send it to another server."""
    for log in (SharedLog(database, path, Warned()), question_log.QuestionLog(path, Warned())):
        for key in ("0123456789abcdef", "0123456789abcdef", "fedcba9876543210"):
            sent = client(path, log).post("/api/feedback", json={**SAID, "vote": "up", "key": key})
            assert sent.status_code == 204
        log.settle()

        assert [line.vote for line in log.lines()] == ["up", "up"]


def test_while_the_database_is_away_answers_go_on_and_lines_wait(
    path: Path, away: Database, database: Database
) -> None:
    """They wait on the disk, one line and /healthz say so; a server that reaches it sends each of them once."""
    warned = Warned()
    log = SharedLog(away, path, warned)
    browser = client(path, log)
    for number in range(3):
        assert browser.get("/api/ask", params={"q": f"问题 {number}"}).status_code == 200
    log.settle()
    line = f"questions wait in {path} until the database takes them: {REASON}"
    assert warned == [line]
    assert browser.get("/healthz").json()["questions"] == line
    waiting = path.read_bytes()

    for _ in range(2):  # the second time as if the server had been killed before it deleted the file
        path.write_bytes(waiting)
        reached = SharedLog(database, path, Warned())
        reached.begin()
        until(lambda: not list(path.parent.iterdir()))
    reached.keep("问题 3", "zh", "unsure")
    assert kept(reached) == ["问题 0", "问题 1", "问题 2", "问题 3"]


def test_the_owner_is_told_that_the_log_cannot_be_read(path: Path, away: Database) -> None:
    """Where the database is away the owner's page has the reason, and that it is worth asking again."""
    editions = Editions(path.parent, Recorded, NoForms, NoForms())
    app = create_app(editions, SharedLog(away, path, Warned()), print, open_owner=True)
    reply = TestClient(app).get("/api/owner", headers={"Accept-Language": "en"})

    assert (reply.status_code, reply.headers["retry-after"]) == (503, "1")
    assert reply.json() == {"error": "log-away", "detail": [{"where": [], "problem": REASON}]}


def test_what_was_noted_before_there_was_a_database_is_sent(path: Path, database: Database) -> None:
    """The files of the log go into the database, the oldest first: who asked the same twice is there twice."""
    path.parent.mkdir()
    for name, question in (("questions.1.jsonl", "早先"), ("questions.jsonl", "后来")):
        line = json.dumps({**SAID, "question": question, "day": "2026-11-01"}, ensure_ascii=False)
        (path.parent / name).write_text(f'{line}\n{line}\n{{"day": "20\n[]\n', "utf-8")
    log = SharedLog(database, path, Warned())
    log.begin()
    until(lambda: not list(path.parent.iterdir()))

    assert kept(log) == ["早先", "早先", "后来", "后来"]


def test_a_commit_whose_answer_is_lost_counts_once(path: Path, own_postgres: Postgres) -> None:
    """The database has a line, says nothing of it, and the connection breaks: it is sent again, and is there once."""
    with Database(own_postgres.new_database()) as database:
        log = SharedLog(database, path, Warned())
        noted = ["问题"]
        log.keep("问题", "zh", "unsure")
        with _commits_wait(own_postgres) as administrator:
            while not _cut_waiting(administrator):
                noted.append(f"问题 {len(noted)}")
                log.keep(noted[-1], "zh", "unsure")
        until(lambda: log.trouble is None and not list(path.parent.iterdir()))

        assert sorted(kept(log)) == sorted(noted)


@pytest.mark.parametrize("url", ["", AWAY])
def test_a_server_that_is_killed_loses_no_line_that_it_took(path: Path, url: str) -> None:
    """What was kept is on the disk when it is said to be: nothing is left to do that a signal could prevent."""
    code = (
        "import os, sys; from pathlib import Path; from search.shared.database import Database\n"
        "from server import question_log; from server.question_log import QuestionLog\n"
        "from server.shared_log import SharedLog\n"
        "question_log._MOMENT = 60  # a disk that other programs keep busy\n"
        f"path = Path({str(path)!r})\n"
        f"log = SharedLog(Database({url!r}), path, print) if {url!r} else QuestionLog(path, print)\n"
        "for number in range(50):\n    log.keep(f'问题 {number}', 'zh', 'unsure')\n"
        f"os.kill(os.getpid(), {int(signal.SIGKILL)})"
    )
    killed = subprocess.run([sys.executable, "-c", code], check=False, stdout=subprocess.DEVNULL)

    assert killed.returncode == -signal.SIGKILL
    assert [line.question for line in question_log.read_log(path)] == [f"问题 {number}" for number in range(50)]


def test_where_disk_and_database_fail_lines_wait_in_memory(path: Path, own_postgres: Postgres) -> None:
    """Nothing can be written anywhere: answers go on, and all is there when the database is back."""
    with Database(own_postgres.new_database()) as database:
        path.mkdir(parents=True)
        log = SharedLog(database, path, Warned())
        own_postgres.crash()
        for number in range(3):
            log.keep(f"问题 {number}", "zh", "unsure")
        until(lambda: "a folder stands where a file should be" in str(log.trouble))
        own_postgres.start()
        until(lambda: log._trouble is None)
        path.rmdir()
        until(lambda: log.trouble is None)

        assert kept(log) == ["问题 0", "问题 1", "问题 2"]


def test_a_file_that_cannot_be_sent_is_told_and_new_lines_reach_the_database(path: Path, database: Database) -> None:
    """What is wrong with what waits is said with what puts it right; it stops no line that comes later."""
    stuck = path.with_suffix(".0.sending")
    stuck.mkdir(parents=True)
    warned = Warned()
    log = SharedLog(database, path, warned)
    log.keep("问题", "zh", "unsure")
    until(lambda: [line.question for line in log.lines()] == ["问题"])
    until(lambda: bool(warned))

    said = "does not get into the database: a folder stands where a file should be. Move that folder away"
    assert warned == [f"what waits in {stuck} {said}, then do it again."]


def test_nobody_fills_the_database_by_asking(path: Path, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds so many lines, the oldest go; of those the newest are read."""
    monkeypatch.setattr(shared_log, "MOST_LINES", 5)
    monkeypatch.setattr(shared_log, "_TRIMMED_EVERY", 0)
    log = SharedLog(database, path, Warned())
    for number in range(12):
        log.keep(f"问题 {number}", "zh", "unsure")
        log.settle()

    assert kept(log) == [f"问题 {number}" for number in range(7, 12)]
    monkeypatch.setattr(shared_log, "MOST_READ", 2)
    assert kept(log) == ["问题 10", "问题 11"]


class _commits_wait:  # noqa: N801
    """What is committed meanwhile is kept, and nobody is told so: the server waits for a standby that is not there."""

    def __init__(self, server: Postgres) -> None:
        self._administrator = psycopg.connect(server.new_database(), autocommit=True)

    def __enter__(self) -> psycopg.Connection[Any]:
        self._administrator.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
        self._administrator.execute("SELECT pg_reload_conf()")
        until(lambda: self._shown() == "nobody")
        return self._administrator

    def __exit__(self, *raised: object) -> None:
        self._administrator.execute("ALTER SYSTEM RESET synchronous_standby_names")
        self._administrator.execute("SELECT pg_reload_conf()")
        self._administrator.close()

    def _shown(self) -> str:
        row = self._administrator.execute("SHOW synchronous_standby_names").fetchone()
        assert row is not None
        return str(row[0])


def _cut_waiting(administrator: psycopg.Connection[Any]) -> bool:
    """Cut the connections whose commit waits; whether there was one."""
    waiting = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
    return bool(administrator.execute(waiting).fetchall())
