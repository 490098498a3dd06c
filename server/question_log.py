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
from pathlib import Path
from threading import Condition, Thread
from typing import Any, Final

from generators.turn import turn
from schemas import disk
from schemas.findings import HandbookError
from schemas.masking import masked
from schemas.words import Bilingual
from search.unanswered import Asked

FILE: Final = "questions.jsonl"
"""Its name in the data folder."""
MOST_BYTES: Final = 10 * 1024 * 1024
"""Of a file; then it is put aside as `questions.1.jsonl`, and what was there moves on."""
MOST_FILES: Final = 10
"""With the one that is written to; the oldest goes, so that nobody fills the disk by asking."""
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

    def __init__(self, path: Path, tell: Callable[[HandbookError], None]) -> None:
        self.path = path
        self._tell = tell
        self._waiting: deque[str] = deque(maxlen=_MOST_WAITING)
        self._changed = Condition()
        self._is_new = False
        self._thread: Thread | None = None
        self._trouble: HandbookError | None = None

    @property
    def trouble(self) -> HandbookError | None:
        """Why questions are not being noted; None while they are."""
        return self._trouble

    def note(self, answer: Mapping[str, Any]) -> None:
        """Keep the question of *answer*, unless it was answered; returns at once."""
        if answer["status"] == "answered":
            return
        self.keep(question=str(answer["question"]), lang=answer["lang"], status=answer["status"])

    def keep(self, question: str, lang: str, status: str, **said: str) -> None:
        """Keep a question, and what a reader *said* of its answer (`place`, `vote`, `reason`, `note`, `edition`)."""
        line = {"day": date.today().isoformat(), "question": masked(question), "lang": lang, "status": status}
        line |= {name: masked(text) if name == "note" else text for name, text in said.items() if text}
        with self._changed:
            self._waiting.append(json.dumps(line, ensure_ascii=False))
            self._is_new = True
            if self._thread is None:
                # Not waited for at the end of the program by itself: a disk that hangs must not hold it.
                self._thread = Thread(target=self._write_all, name="question log", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def settle(self, seconds: float = 3.0) -> None:
        """Wait until what was noted is written, or was tried to be; no longer than so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: not self._is_new, seconds)

    def _write_all(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._is_new)
                lines = list(self._waiting)
            trouble = self._tried(lines)
            with self._changed:
                if trouble is None:
                    for line in lines:
                        if self._waiting and self._waiting[0] is line:
                            self._waiting.popleft()
                begins, self._trouble = trouble is not None and self._trouble is None, trouble
                self._is_new = bool(self._waiting) and self._waiting[-1] is not lines[-1]
                self._changed.notify_all()
            if begins and trouble is not None:
                self._tell(trouble)

    def _tried(self, lines: Sequence[str]) -> HandbookError | None:
        """Why *lines* could not be written; None when they are."""
        content = "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
        try:
            with turn(self.path.parent, lambda: None):
                if self.path.is_file() and self.path.stat().st_size + len(content) > MOST_BYTES:
                    self._put_aside()
                _append(self.path, content)
        except OSError as error:
            where = disk.place(error, self.path)
            return HandbookError(
                "not-noted", _NOT_NOTED, path=where, reason=disk.reason(error), remedy=disk.remedy(error)
            )
        return None

    def _put_aside(self) -> None:
        """Make room for a new file; named by number, as a clock may be set back."""
        files = [self.path, *(self.path.with_suffix(f".{number}.jsonl") for number in range(1, MOST_FILES))]
        for older, newer in zip(files[:0:-1], files[-2::-1], strict=True):
            if newer.is_file():
                newer.replace(older)


def read_log(path: Path) -> Iterator[Asked]:
    """What was noted, the oldest first; a line that cannot be read is left out."""
    for number in range(MOST_FILES - 1, -1, -1):
        file = path.with_suffix(f".{number}.jsonl") if number else path
        with suppress(OSError), file.open(encoding="utf-8", errors="replace") as lines:
            yield from filter(None, map(_asked, lines))


def _asked(line: str) -> Asked | None:
    try:
        values = json.loads(line)
        names = ("day", "question", "lang", "status", "vote", "reason", "note", "place", "edition")
        return Asked(*(str(values.get(name, "")) for name in names))
    except (ValueError, AttributeError):
        return None


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
