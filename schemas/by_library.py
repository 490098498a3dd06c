"""What is worked out from a library once and used again as long as the library is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from schemas.library import Library

Made = TypeVar("Made")


class ByLibrary(Generic[Made]):
    """Something made from a library, kept for the few libraries (and views) in use; these are kept alive by it."""

    def __init__(self, make: Callable[[Library], Made], most: int = 4) -> None:
        self._make = make
        self._most = most
        self._kept: dict[int, tuple[Library, Made]] = {}

    def of(self, library: Library) -> Made:
        """What was made from *library*, or is made from it now."""
        cached = self._kept.get(id(library))
        if cached is None:
            while len(self._kept) >= self._most:
                self._kept.pop(next(iter(self._kept)), None)
            cached = self._kept[id(library)] = library, self._make(library)
        return cached[1]
