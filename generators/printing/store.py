"""What was made at some cost, kept by the digest of what it was made from: made once, taken from then on."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from generators.tree import Source, Stored
from schemas.disk import write_whole


class Store:
    """A folder of files named after digests, which are never written again.

    Losing it loses nothing but time, so a folder that fails is no error.

    Args:
        folder: made when the first file is put into it.
        behind: another store, in which is looked for what this one has not; nothing is put into it.
    """

    def __init__(self, folder: Path, behind: Store | None = None) -> None:
        self.folder = folder
        self.behind = behind
        self._used: set[str] = set()

    def find(self, name: str) -> Stored | None:
        """The file *name*, or None when it is not there."""
        self._used.add(name)
        path = self.folder / name
        if path.is_file():
            return Stored(path, name.partition(".")[0])
        return self.behind.find(name) if self.behind else None

    def put(self, name: str, content: bytes) -> Source:
        """Keep *content* as *name*; whoever reads meanwhile sees all of it or nothing."""
        if (stored := self.find(name)) is not None:
            return stored
        with contextlib.suppress(OSError):
            write_whole(self.folder / name, content)
        return self.find(name) or content

    def kept(self, name: str, make: Callable[[], bytes]) -> Source:
        """The file *name*, made and kept when it is not there."""
        return self.find(name) or self.put(name, make())

    def forget_unused(self) -> int:
        """Remove every file that this object was neither asked for nor given; how many there were."""
        stale = [path for path in self.folder.glob("*") if path.name not in self._used]
        for path in stale:
            with contextlib.suppress(OSError):
                path.unlink()
        return len(stale)


def digest(parts: Iterable[bytes]) -> str:
    """The SHA-256 of *parts*, each with its length before it."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()
