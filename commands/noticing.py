"""Noticing that something was saved: the system tells at once, and a look from time to time misses nothing.

What the system tells only wakes us: what counts is what stands there. So an editor that saves by renaming, many files
at once, and a folder of another machine, of whose changes no system tells, come to the same.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from commands.saved import SOURCES, Saved, saved, written_since

LOOK: Final = 2.0
"""Seconds after which we look though nobody told us anything."""
_SETTLED: Final = 0.05
"""Seconds without another file being saved: editors save several at once, and some write in two steps."""
_OPENED: Final = ("opened", "closed_no_write")


class Noticing:
    """Notices what is saved under *root*.

    Args:
        root: the content root.
        before: what was saved when the edition that is served was read; what is saved now, where nobody knows.
    """

    def __init__(self, root: Path, before: Saved | None) -> None:
        self._root = root
        self._before = saved(root) if before is None else before
        self._woken = threading.Event()
        self._woken.set()  # something may have been saved since

    @property
    def is_woken(self) -> bool:
        """Whether something may have been saved since `next`."""
        return self._woken.is_set()

    def next(self) -> list[str]:
        """The paths that were saved since, as soon as nothing more is being saved; none where nothing was for long."""
        self._woken.wait(LOOK)
        self._woken.clear()
        now = self._settled()
        changed = written_since(self._before, now)
        self._before = now
        return changed

    def _settled(self) -> Saved:
        """What is saved, when nothing more is being saved."""
        now, last = saved(self._root), self._before
        while now != last:
            time.sleep(_SETTLED)
            now, last = saved(self._root), now
        return now

    @contextmanager
    def told(self) -> Iterator[None]:
        """Have the system wake us, where it can."""
        observer = Observer()
        waking = _Waking(self._woken)
        for name in SOURCES:
            if (path := self._root / name).is_dir():
                observer.schedule(waking, str(path), recursive=True)
        try:
            observer.start()
        except OSError:  # the system tells no more programs than so many: then we look from time to time
            yield
            return
        try:
            yield
        finally:
            observer.stop()
            observer.join()


class _Waking(FileSystemEventHandler):
    def __init__(self, woken: threading.Event) -> None:
        self._woken = woken

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake whoever waits; our own reading is no event."""
        if event.event_type not in _OPENED:
            self._woken.set()
