"""One build at a time: whoever comes second waits until the first is done, or is gone."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: two builds at once are not kept apart there
    fcntl = None  # type: ignore[assignment]


@contextmanager
def turn(build: Path, waits: Callable[[], None]) -> Iterator[None]:
    """Have *build*, the folder of generated things, to oneself; made when it is not there.

    The folder itself is locked, so that nothing has to be written where nothing can be, and the lock goes with the
    process that holds it. Where the file system knows no locks there is none.

    Args:
        build: the folder of generated things.
        waits: called when somebody else has it, before waiting.
    """
    build.mkdir(parents=True, exist_ok=True)
    if fcntl is None:
        yield
        return
    descriptor = os.open(build, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            _lock(descriptor, waits)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, waits: Callable[[], None]) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waits()
        fcntl.flock(descriptor, fcntl.LOCK_EX)
