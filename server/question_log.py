"""The questions that found no sure answer, and what readers say of answers, for the handbook's owner.

It has what was asked or said and on which day, never who did.
"""

from __future__ import annotations

import errno
import json
import os
import stat
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise
from pathlib import Path
from threading import Condition, Thread
from typing import Any, Final

from generators.turn import turn
from schemas import disk
from schemas.findings import HandbookError
from schemas.masking import masked
from schemas.words import Bilingual
from search.unanswered import Asked
from server.metrics import WAITING_LINES

FILE: Final = "questions.jsonl"
"""Its name in the data folder."""
MOST_BYTES: Final = 10 * 1024 * 1024
"""Of a file; then it is put aside as `questions.1.jsonl`, and what was there moves on."""
MOST_FILES: Final = 10
"""With the one that is written to; the oldest goes, so that nobody fills the disk by asking."""
COLUMNS: Final = ("day", "question", "lang", "status", "vote", "reason", "note", "place", "edition")
"""What a line may say, in the order of `Asked`; besides, the `key` by which it is known when it comes twice."""
SENT: Final = ".sending"
"""How the names of files end that are being sent to a database."""
_MOMENT: Final = 0.2
"""Seconds that an answer waits until its question is written."""
_MOST_WAITING: Final = 1000
"""Questions that wait in memory while they cannot be written; the oldest go."""
_APPEND: Final = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that somebody put there does not hold the thread that writes."""
_NOT_NOTED: Final = Bilingual(
    "没有答案的问题记不下来：{path}：{reason}；问答照常。{remedy}",
    "questions without an answer are not noted: {path}: {reason}; answers go on. {remedy}",
)


class QuestionLog:
    """Appends one JSON line a question to a file, in a thread of its own; what is personal in it is masked.

    Several servers may write to one file. While nothing can be written answers are given as ever; `trouble` says why,
    and what waits is written with the next question that can be.

    Args:
        path: the file under the data folder; its folder is made when the first question is noted.
        tell: told once when writing begins to fail.
    """

    pause: float | None = None
    """Seconds after which what could not be written is tried again; None for only with the next line."""

    def __init__(self, path: Path, tell: Callable[[HandbookError], None]) -> None:
        self.path = path
        self._tell = tell
        self._waiting: deque[dict[str, str]] = deque(maxlen=_MOST_WAITING)
        self._changed = Condition()
        self._noted = 0
        self._tried = 0
        self._is_slow = False
        self._thread: Thread | None = None
        self._trouble: HandbookError | None = None

    @property
    def trouble(self) -> HandbookError | None:
        """Why questions are not being noted; None while they are."""
        return self._trouble

    @property
    def place(self) -> str:
        """Where they are noted, as people are told."""
        return str(self.path)

    def note(self, answer: Mapping[str, Any]) -> None:
        """Keep the question of *answer*, unless it was answered."""
        if answer["status"] == "answered":
            return
        self.keep(question=str(answer["question"]), lang=answer["lang"], status=answer["status"])

    def keep(self, question: str, lang: str, status: str, **said: str) -> None:
        """Keep a question, and what a reader *said* of its answer: `place`, `vote`, `reason`, `note`, `edition`, `key`.

        Returns when it is written, so that it outlives the server; or in a moment, for no disk stands in an answer's
        way. What has the `key` of another line is the same, sent again.
        """
        line = {"day": date.today().isoformat(), "question": masked(question), "lang": lang, "status": status}
        line |= {name: masked(text) if name == "note" else text for name, text in said.items() if text}
        with self._changed:
            self._waiting.append(line)
            self._noted += 1
            self._start()
            self._changed.notify_all()
            if not self._is_slow:
                self._is_slow = not self._is_written(_MOMENT)

    def settle(self, seconds: float = 3.0) -> bool:
        """Wait until what was noted is written, or was tried to be; whether that was so within so many seconds."""
        return self._is_written(seconds)

    def begin(self) -> None:
        """Write what an earlier server left, where there is a place for that."""

    def end(self) -> None:
        """Write what was noted before the program ends."""
        self.settle()

    def lines(self) -> Iterator[Asked]:
        """What was noted, the oldest first.

        Raises:
            HandbookError: it cannot be read now.
        """
        return read_log(self.path)

    def _is_written(self, seconds: float) -> bool:
        with self._changed:
            noted = self._noted
            return self._changed.wait_for(lambda: self._tried >= noted, seconds)

    def _start(self) -> None:
        if self._thread is None:
            # Not waited for at the end of the program by itself: a disk that hangs must not hold it.
            self._thread = Thread(target=self._write_all, name="question log", daemon=True)
            self._thread.start()

    def _write_all(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._tried < self._noted, self.pause)
                lines, noted = list(self._waiting), self._noted
            is_kept, trouble = self._try(lines) if lines else (True, None)
            with self._changed:
                for line in lines if is_kept else ():
                    if self._waiting and self._waiting[0] is line:
                        self._waiting.popleft()
                begins, self._trouble = trouble is not None and self._trouble is None, trouble
                self._tried, self._is_slow = noted, False
                WAITING_LINES.set(len(self._waiting))
                self._changed.notify_all()
            if begins and trouble is not None:
                self._tell(trouble)

    def _try(self, lines: Sequence[dict[str, str]]) -> tuple[bool, HandbookError | None]:
        """Write *lines*; whether they are kept, and what is wrong."""
        trouble = self._written(lines)
        return trouble is None, trouble

    def _written(self, lines: Sequence[Mapping[str, str]]) -> HandbookError | None:
        """Why *lines* could not be written to the file; None when they are."""
        content = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        encoded = content.encode("utf-8", "backslashreplace")
        try:
            with turn(self.path.parent, lambda: None):
                if self.path.is_file() and self.path.stat().st_size + len(encoded) > MOST_BYTES:
                    self._put_aside()
                _append(self.path, encoded)
        except OSError as error:
            where = disk.place(error, self.path)
            return HandbookError(
                "not-noted", _NOT_NOTED, path=where, reason=disk.reason(error), remedy=disk.remedy(error)
            )
        return None

    def _put_aside(self) -> None:
        """Make room for a new file; named by number, as a clock may be set back."""
        files = files_of(self.path)
        for older, newer in pairwise(files):
            if newer.is_file():
                newer.replace(older)


def read_log(path: Path) -> Iterator[Asked]:
    """What was noted, the oldest first; a line that cannot be read is left out."""
    keys: set[str] = set()
    for file in [*sent_files(path), *files_of(path)]:
        with suppress(OSError), file.open(encoding="utf-8", errors="replace") as lines:
            for values in filter(None, map(parsed, lines)):
                key = str(values.get("key", ""))
                if not key or key not in keys:
                    yield Asked(*(str(values.get(name, "")) for name in COLUMNS))
                keys.add(key)


def files_of(path: Path) -> Sequence[Path]:
    """The files of the log at *path*, whether they are there or not, the oldest first."""
    return [*(path.with_suffix(f".{number}.jsonl") for number in range(MOST_FILES - 1, 0, -1)), path]


def sent_files(path: Path) -> Sequence[Path]:
    """What of the log at *path* is being sent to a database, the oldest first."""
    return sorted(path.parent.glob(f"{path.stem}.*{SENT}"))


def parsed(line: str) -> Mapping[str, Any] | None:
    """What a line of the file says; None for one that is torn."""
    try:
        values = json.loads(line)
    except ValueError:
        return None
    return values if isinstance(values, dict) else None


def _append(path: Path, content: bytes) -> None:
    """Append all of *content*, or nothing; a line that a power cut has torn stays a line of its own.

    Raises:
        OSError: the system refuses, or takes only a part.
    """
    descriptor = os.open(path, _APPEND, 0o666)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "no plain file", str(path))
        size = status.st_size
        if size and os.pread(descriptor, 1, size - 1) != b"\n":
            content = b"\n" + content
        try:
            written = os.write(descriptor, content)
            while written < len(content):  # the system says why with the next call
                written += os.write(descriptor, content[written:])
        except OSError:
            os.ftruncate(descriptor, size)
            raise
    finally:
        os.close(descriptor)
