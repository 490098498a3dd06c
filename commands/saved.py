"""What is written in a library and its site, and whether it was saved since."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

SOURCES: Final = ("handbook", "site", "mkdocs.yml")
_PASSING: Final = ("~", ".swp", ".tmp", ".part")
"""How the names of files end that editors keep beside the one that is written."""

Saved = Mapping[str, tuple[int, int]]
"""Every file by its path under the root, with its size in bytes and the time it was written in nanoseconds."""


def saved(root: Path) -> Saved:
    """Every file that a build reads, as it was last written. Nothing is read: 5,000 files take 30 ms."""
    return {path[len(str(root)) + 1 :]: mark for source in SOURCES for path, mark in _files(root / source)}


def written_since(before: Saved, now: Saved) -> list[str]:
    """The paths of files that were written, are new or are gone."""
    return sorted(path for path in {*before, *now} if before.get(path) != now.get(path))


def _files(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    if path.is_file():
        yield str(path), _mark(path.stat())
    folders = [str(path)] if path.is_dir() else []
    while folders:
        with contextlib.suppress(OSError), os.scandir(folders.pop()) as items:  # seen next time, if it is back
            for item in items:
                if item.name.startswith(".") or item.name.endswith(_PASSING):
                    continue
                with contextlib.suppress(OSError):  # gone meanwhile, or a link to nothing
                    if item.is_dir(follow_symlinks=False):
                        folders.append(item.path)
                    else:
                        yield item.path, _mark(item.stat())


def _mark(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns
