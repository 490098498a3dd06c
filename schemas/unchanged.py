"""What was read from files by a program that stays: nothing is read again of a file that nobody has written since.

Kept in memory, for one program alone; what is kept from one run to the next goes by the bytes (`schemas.kept_texts`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar, cast

_T = TypeVar("_T")
_Stamp = tuple[tuple[int, int, int, int] | None, ...]


class Unchanged:
    """What is known of files, as they were when they were read."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[_Stamp, Any]] = {}

    def of(self, key: Hashable, paths: tuple[Path, ...], read: Callable[[], tuple[_T, bool]]) -> _T:
        """What *read* gave by this *key* when *paths* were as they are now; otherwise what it gives now.

        Args:
            key: tells it from all else that is known.
            paths: every file that *read* reads, whether it is there or not.
            read: reads them; it says with what it gives whether that is worth knowing.
        """
        stamp = tuple(map(_stamp, paths))  # before it is read: what is written meanwhile is read again
        before, value = self._known.get(key, (None, None))
        if before == stamp:
            return cast(_T, value)
        value, is_worth_knowing = read()
        if is_worth_knowing:
            self._known[key] = (stamp, value)
        return value


def _stamp(path: Path) -> tuple[int, int, int, int] | None:
    """What tells a file from what anybody puts in its place; None where there is none."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
