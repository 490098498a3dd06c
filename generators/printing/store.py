"""What was made at some cost, kept by the digest of what it was made from: made once, taken from then on."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path


class Store:
    """A folder of files named after digests. Losing it loses nothing but time, so a folder that fails is no error.

    Args:
        folder: made when the first file is put into it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._used: set[str] = set()

    def get(self, name: str) -> bytes | None:
        """The file *name*, or None when it is not there."""
        self._used.add(name)
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return None

    def put(self, name: str, content: bytes) -> None:
        """Keep *content* as *name*; whoever reads meanwhile sees all of it or nothing."""
        self._used.add(name)
        part = self.folder / f"{name}.{os.getpid()}.part"
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content)
            part.replace(self.folder / name)

    def kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The file *name*, made and kept when it is not there."""
        content = self.get(name)
        if content is None:
            content = make()
            self.put(name, content)
        return content

    def forget_unused(self) -> int:
        """Remove every file that this object was neither asked for nor given; how many there were."""
        stale = [path for path in self.folder.glob("*") if path.name not in self._used]
        for path in stale:
            path.unlink(missing_ok=True)
        return len(stale)


def digest(parts: Iterable[bytes]) -> str:
    """The SHA-256 of *parts*, each with its length before it."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()
