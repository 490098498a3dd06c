"""A tree of files that is opened once: whatever is put at its path meanwhile, it stays the tree that it was."""

from __future__ import annotations

import errno
import os
import stat
import weakref
from collections.abc import Sequence
from io import FileIO
from pathlib import Path
from typing import Final

_FOLDER: Final = getattr(os, "O_DIRECTORY", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
# A pipe that somebody put there must not hold the server until somebody writes into it.
_FILE: Final = _NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_BY_DESCRIPTOR: Final = os.open in os.supports_dir_fd and bool(_FOLDER and _NO_LINK)
_NOT_THERE: Final = frozenset(
    {
        errno.ENOENT,
        errno.ENOTDIR,
        errno.ELOOP,
        errno.ENAMETOOLONG,
        errno.EACCES,
        errno.EISDIR,
        errno.EINVAL,
        errno.ENXIO,
    }
)
_FOREIGN: Final = frozenset("\\:\0")
"""What stands in no name of ours, and on some systems leads out of a folder."""


class Tree:
    """The files under *folder* as it stands now.

    Where the system opens files beside an open folder (Linux, macOS), the folder is held: it may be renamed or another
    put in its place. Elsewhere its path is asked each time.

    Args:
        folder: where the tree is; where nothing is yet, it is a tree without files.

    Attributes:
        identity: what tells this folder from any other that stands at its path later; None where nothing was.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._descriptor = _opened(folder) if _BY_DESCRIPTOR else None
        if self._descriptor is None:
            self.identity = place(folder)
        else:
            # Not closed by hand: a request in flight still reads from a tree that is no longer the newest.
            weakref.finalize(self, os.close, self._descriptor)
            self.identity = _identity(os.fstat(self._descriptor))

    def open(self, path: str) -> FileIO | None:
        """The file at *path* (with `/`, relative to the tree), open for reading; None where there is no such file.

        No link is followed and nothing outside the tree is reached.
        """
        parts = [part for part in path.split("/") if part not in ("", ".")]
        if not parts or ".." in parts or not _FOREIGN.isdisjoint(path):
            return None
        try:
            descriptor = self._below(parts) if self._descriptor is None else self._beside(self._descriptor, parts)
        except UnicodeEncodeError:  # half a surrogate pair is in no name
            return None
        except OSError as error:
            if error.errno in _NOT_THERE:
                return None
            raise
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            return None
        return FileIO(descriptor)

    def has(self, path: str) -> bool:
        """Whether there is a file at *path*."""
        if (file := self.open(path)) is None:
            return False
        file.close()
        return True

    def _beside(self, folder: int, parts: Sequence[str]) -> int:
        for part in parts[:-1]:
            try:
                inner = os.open(part, os.O_RDONLY | _FOLDER | _NO_LINK, dir_fd=folder)
            finally:
                self._leave(folder)
            folder = inner
        try:
            return os.open(parts[-1], os.O_RDONLY | _FILE, dir_fd=folder)
        finally:
            self._leave(folder)

    def _leave(self, folder: int) -> None:
        if folder != self._descriptor:
            os.close(folder)

    def _below(self, parts: Sequence[str]) -> int:
        path = self._folder.joinpath(*parts)
        if not path.resolve().is_relative_to(self._folder.resolve()):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return os.open(path, os.O_RDONLY | _FILE)


def _opened(folder: Path) -> int | None:
    try:
        return os.open(folder, os.O_RDONLY | _FOLDER)
    except (FileNotFoundError, NotADirectoryError):
        return None


def place(folder: Path) -> tuple[int, int] | None:
    """What tells the folder that stands at a path now from any other; None when there is none."""
    try:
        return _identity(folder.stat())
    except OSError:
        return None


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino
