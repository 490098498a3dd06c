"""The access log: a JSON object a line for each request, written in a thread of its own.

    {"time": "2026-11-26T08:30:00.123Z", "id": "9f86d081884c7d65", "method": "GET", "place": "/api/ask", "status": 200,
     "bytes": 2310, "ms": 12.4}

No question stands in it and nobody who asked: no query, no address, nothing that was sent. `place` is the path of a
page that there is, and the kind of place otherwise. A disk or a reader that stands still costs lines, which are
counted, and never an answer.
"""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event, Thread
from typing import Final

from server.metrics import LINES_LOST

STANDARD_OUTPUT: Final = Path("-")
_MOST_WAITING: Final = 10_000
_AT_ONCE: Final = 1000
_PAUSE: Final = 0.2
"""Seconds between two batches."""

Line = Mapping[str, str | int | float | None]


class AccessLog:
    """Appends lines to a file, which is opened for each batch: it may be rotated at any time.

    Args:
        path: the file, in a folder that there is; `-` for standard output.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines: deque[Line] = deque()
        self._ended = Event()
        self._thread = Thread(target=self._write_all, name="access log", daemon=True)
        self._thread.start()

    def note(self, line: Line) -> None:
        """Keep *line*; returns at once. Nobody is woken for it: that would cost more than the answer did."""
        if len(self._lines) < _MOST_WAITING:
            self._lines.append(line)
        else:
            LINES_LOST.inc()

    def close(self, seconds: float = 3.0) -> None:
        """Wait until what was noted is written, no longer than so many seconds."""
        self._ended.set()
        self._thread.join(seconds)

    def _write_all(self) -> None:
        is_open = True
        while is_open:
            is_open = not self._ended.wait(_PAUSE)
            while self._lines:
                self._write([self._lines.popleft() for _ in range(min(len(self._lines), _AT_ONCE))])

    def _write(self, lines: Sequence[Line]) -> None:
        content = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        try:
            if self._path == STANDARD_OUTPUT:
                sys.stdout.write(content)
                sys.stdout.flush()
            else:
                with self._path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                    file.write(content)
        except (OSError, ValueError):
            LINES_LOST.inc(len(lines))
