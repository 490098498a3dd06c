"""The question log of several servers: lines in their database, which wait on the disk of each while it is away."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Thread
from time import time_ns
from typing import Any, Final
from uuid import uuid4

from generators.turn import turn
from schemas import disk
from schemas.findings import HandbookError
from schemas.words import Bilingual, in_both
from search.shared.database import Database, Tables
from search.shared.errors import DatabaseError
from search.unanswered import Asked
from server.question_log import COLUMNS, SENT, QuestionLog, files_of, parsed, sent_files

QUESTIONS: Final = Tables(
    "questions",
    [
        """
        CREATE TABLE handbook.questions (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text NOT NULL UNIQUE,
            day text NOT NULL, question text NOT NULL, lang text NOT NULL, status text NOT NULL, vote text NOT NULL,
            reason text NOT NULL, note text NOT NULL, place text NOT NULL, edition text NOT NULL
        )
        """
    ],
)
MOST_LINES: Final = 5_000_000
"""In the database; the oldest go, so that nobody fills its disk by asking. They take about 1.7 GB."""
MOST_READ: Final = 100_000
"""Of them, the newest."""
_TRIMMED_EVERY: Final = 1_000
_LONGEST: Final = 60.0
_AT_ONCE: Final = 2_000
_INSERT: Final = (
    "INSERT INTO handbook.questions (key, day, question, lang, status, vote, reason, note, place, edition)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (key) DO NOTHING"
)
_TRIM: Final = "DELETE FROM handbook.questions WHERE id <= (SELECT max(id) FROM handbook.questions) - %s"
_SELECT: Final = (
    "SELECT day, question, lang, status, vote, reason, note, place, edition FROM handbook.questions"
    " WHERE id > (SELECT max(id) FROM handbook.questions) - %s ORDER BY id"
)
_WAIT: Final = Bilingual(
    "提问先记在 {path}，数据库收得下了再写进去：{reason}",
    "questions wait in {path} until the database takes them: {reason}",
)
_STUCK: Final = Bilingual(
    "{path} 里的提问写不进数据库：{reason}。{remedy}",
    "what waits in {path} does not get into the database: {reason}. {remedy}",
)


class SharedLog(QuestionLog):
    """Keeps the lines in a database, to which they are sent from the file of the log, in one more thread.

    So no answer waits for the database, and neither a stop nor a kill loses what it has not taken yet. Each line has a
    key of its own: it is there once however often it was sent. What was noted on the disk before there was a database
    is sent as well; where the disk takes nothing, lines are sent from memory.

    Args:
        database: where several servers keep their lines.
        path: the file under the data folder of this machine; all its servers share it.
        tell: told once when something begins to fail.
    """

    pause = 1.0

    def __init__(self, database: Database, path: Path, tell: Callable[[HandbookError], None]) -> None:
        super().__init__(path, tell)
        self._database = database
        self._sender: Thread | None = None
        self._sent = 0
        self._unsent: HandbookError | None = None
        self._until_trimmed = 0

    @property
    def trouble(self) -> HandbookError | None:
        """Why questions are not being noted, or wait; None while they reach the database."""
        return self._trouble or self._unsent

    @property
    def place(self) -> str:
        """Which database, without its password."""
        return self._database.place

    def settle(self, seconds: float = 3.0) -> bool:
        """Wait until what was noted is in the database, or on the disk because that does not take it."""
        with self._changed:
            noted = self._noted
            return self._is_written(seconds) and self._changed.wait_for(
                lambda: self._sent >= noted or self._unsent is not None, seconds
            )

    def begin(self) -> None:
        """Send what waits on the disk, from now on whenever there is something."""
        with self._changed:
            self._start()

    def lines(self) -> Iterator[Asked]:
        """What was noted by all servers, the newest `MOST_READ` lines, the oldest of them first.

        Raises:
            DatabaseError: it cannot be read now.
        """
        with self._database.turn(QUESTIONS, _LONGEST) as connection, connection.cursor("questions") as cursor:
            cursor.itersize = _AT_ONCE
            cursor.execute(_SELECT, (MOST_READ,))
            yield from (Asked(*row) for row in cursor)

    def _start(self) -> None:
        super()._start()
        if self._sender is None:
            self._sender = Thread(target=self._send_all, name="questions to the database", daemon=True)
            self._sender.start()

    def _try(self, lines: Sequence[dict[str, str]]) -> tuple[bool, HandbookError | None]:
        """Write *lines* to the disk, or to the database where the disk does not take them."""
        for line in lines:
            line.setdefault("key", uuid4().hex)
        trouble = self._written(lines)
        if trouble is not None:
            try:
                self._send(lines)
            except DatabaseError:
                return False, trouble
        return True, None

    def _send_all(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._unsent is None and self._sent < self._tried, self.pause)
                tried = self._tried
            trouble = self._send_waiting()
            with self._changed:
                begins, self._unsent = trouble is not None and self._unsent is None, trouble
                self._sent = self._sent if trouble else tried
                self._changed.notify_all()
            if begins and trouble is not None:
                self._tell(trouble)

    def _send_waiting(self) -> HandbookError | None:
        """Send what waits on the disk, and delete it there; why that cannot be done, None where it can."""
        if not sent_files(self.path) and not any(file.is_file() for file in files_of(self.path)):
            return None
        try:
            with self._database.turn(QUESTIONS):
                pass  # nothing is moved or read for a database that is away
            troubles = [self._stuck(self._put_apart), *(self._send_file(file) for file in sent_files(self.path))]
        except DatabaseError as error:
            return HandbookError("not-shared", _WAIT, path=self.path, reason=in_both(error.say))
        return next(filter(None, troubles), None)

    def _send_file(self, file: Path) -> HandbookError | None:
        def send() -> None:
            with suppress(FileNotFoundError):  # another server has sent it
                self._send(_waiting_lines(file))
                file.unlink()

        return self._stuck(send)

    def _stuck(self, step: Callable[[], None]) -> HandbookError | None:
        """Why the disk refuses a *step*; None where it does not."""
        try:
            step()
        except OSError as error:
            where = disk.place(error, self.path)
            return HandbookError("stuck", _STUCK, path=where, reason=disk.reason(error), remedy=disk.remedy(error))
        return None

    def _put_apart(self) -> None:
        """Give what waits a name of its own, so that lines are written while it is sent.

        Raises:
            OSError: the system refuses.
        """
        with turn(self.path.parent, lambda: None):
            for number, file in enumerate(files_of(self.path)):
                if file.is_file():
                    file.replace(self.path.with_suffix(f".{time_ns()}-{number:02}{SENT}"))

    def _send(self, lines: Sequence[Mapping[str, Any]]) -> None:
        """Write *lines* to the database, all of them or none.

        Raises:
            DatabaseError: it does not take them, or does not say so.
        """
        if not lines:
            return
        rows = [[_plain(line.get(name, "")) for name in ("key", *COLUMNS)] for line in lines]
        with self._database.turn(QUESTIONS, _LONGEST) as connection, connection.cursor() as cursor:
            cursor.executemany(_INSERT, rows)
            if self._until_trimmed <= 0:
                cursor.execute(_TRIM, (MOST_LINES,))
        self._until_trimmed = _TRIMMED_EVERY if self._until_trimmed <= 0 else self._until_trimmed - len(rows)


def _waiting_lines(file: Path) -> Sequence[Mapping[str, Any]]:
    """The lines of *file*, each with a key; that of one that has none follows from where it stands.

    Raises:
        OSError: the file cannot be read.
    """
    where = f"{platform.node()} {file.parent} {file.stat().st_ino}"
    with file.open(encoding="utf-8", errors="replace") as lines:
        return [
            {"key": sha256(f"{where} {number} {line}".encode()).hexdigest(), **values}
            for number, line in enumerate(lines)
            if (values := parsed(line)) is not None
        ]


def _plain(value: Any) -> str:
    """*value* as a text of PostgreSQL, which has no NUL and no halves of a character."""
    return str(value).replace("\0", "").encode("utf-8", "backslashreplace").decode()
