"""The access log: a JSON object a line for each request, written in a thread of its own.

    {"time": "2026-11-26T08:30:00.123Z", "id": "9f86d081884c7d65", "method": "GET", "place": "/api/ask", "status": 200,
     "bytes": 2310, "ms": 12.4}

No question stands in it and nobody who asked: no query, no address, nothing that was sent. `place` is the path of a
page that there is, and the kind of place otherwise. A disk or a reader that stands still costs lines, which are
counted, and never an answer.
"""

from __future__ import annotations

import json
import queue
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Thread
from typing import Final

from server.metrics import LINES_LOST

STANDARD_OUTPUT: Final = Path("-")
_MOST_WAITING: Final = 10_000
_AT_ONCE: Final = 1000

Line = Mapping[str, str | int | float | None]


class AccessLog:
    """Appends lines to a file, which is opened for each batch: it may be rotated at any time.

    Args:
        path: the file, in a folder that there is; `-` for standard output.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines: queue.Queue[Line | None] = queue.Queue(_MOST_WAITING)
        self._thread = Thread(target=self._write_all, name="access log", daemon=True)
        self._thread.start()

    def note(self, line: Line) -> None:
        """Keep *line*; returns at once."""
        try:
            self._lines.put_nowait(line)
        except queue.Full:
            LINES_LOST.inc()

    def close(self, seconds: float = 3.0) -> None:
        """Wait until what was noted is written, no longer than so many seconds."""
        self._lines.put(None, timeout=seconds) if not self._lines.full() else None
        self._thread.join(seconds)

    def _write_all(self) -> None:
        is_open = True
        while is_open:
            lines = [self._lines.get()]
            while len(lines) < _AT_ONCE and not self._lines.empty():
                lines.append(self._lines.get())
            is_open = None not in lines
            self._write([line for line in lines if line is not None])

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
