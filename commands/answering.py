"""Answering from the index on disk, for the command line and for the server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schemas.library import Library
from search.ask import Searcher, open_searcher
from search.building import build_index
from search.errors import IndexMissingError


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


class IndexAnswers:
    """Answers for the server, from one index that stays in memory."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher

    @property
    def mode(self) -> str:
        """`semantic` when vectors take part, otherwise `lexical`."""
        return self._searcher.mode

    @property
    def corpus(self) -> str:
        """The digest of the texts that are searched."""
        return self._searcher.index.corpus

    def answer(self, question: str, *, handbook: str | None, top: int, lang: str | None) -> Mapping[str, Any]:
        """The answer as JSON-ready values."""
        return self._searcher.ask(question, handbook=handbook, top=top, lang=lang).as_json()

    def text(self, question: str, *, handbook: str | None, top: int, lang: str | None) -> Mapping[str, Any]:
        """Where the words of *question* stand, as JSON-ready values."""
        return self._searcher.text(question, handbook=handbook, top=top, lang=lang)
