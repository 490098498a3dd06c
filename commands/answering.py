"""Answering from the index on disk, for the command line and for a server that must notice a newer index."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from schemas.library import Library
from search.ask import Searcher, open_searcher
from search.errors import IndexMissingError
from search.index import FOLDER, build_index


def open_or_make(library: Library) -> Searcher:
    """A searcher over the library's index; where there is none yet, the lexical half is made in a moment.

    Raises:
        HandbookError: no generation of the index can be used.
    """
    try:
        return open_searcher(library.root)
    except IndexMissingError:
        build_index(library, library.root, dense=False)
        return open_searcher(library.root)


class LiveAnswers:
    """Answers from the newest index under a root; a generation that appears while serving is taken up at once.

    Args:
        root: the content root.

    Raises:
        HandbookError: no generation of the index can be used.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = Lock()
        self._seen = self._pointer()
        self._searcher = open_searcher(root)

    @property
    def mode(self) -> str:
        """`semantic` when vectors take part, otherwise `lexical`."""
        return self._newest().mode

    def answer(self, question: str, *, handbook: str | None, top: int, lang: str | None) -> Mapping[str, Any]:
        """The answer as JSON-ready values."""
        return self._newest().ask(question, handbook=handbook, top=top, lang=lang).as_json()

    def _pointer(self) -> int:
        pointer = self._root / FOLDER / "CURRENT"
        return pointer.stat().st_mtime_ns if pointer.exists() else 0

    def _newest(self) -> Searcher:
        with self._lock:
            if (now := self._pointer()) != self._seen:
                self._searcher, self._seen = open_searcher(self._root), now
            return self._searcher
