"""Answering from the index on disk, for the command line and for the server."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from commands import context
from commands.remembered import Remembered
from commands.shared import open_newest
from schemas.findings import HandbookError
from schemas.limits import LONGEST_QUESTION
from schemas.messages import Requests
from search.ask import Searcher
from search.card import card_of
from search.errors import IndexDamagedError, IndexMissingError, IndexUnfitError
from search.index import FOLDER
from search.normalize import normalize

if TYPE_CHECKING:
    from schemas.library import Library
    from search.unanswered import Asked

_REFUSED: Final = (IndexDamagedError, IndexUnfitError)


def open_or_make(root: Path, read_library: Callable[[], Library]) -> Searcher:
    """A searcher over the index under *root*, for which no record is read.

    Where there is no index yet, the lexical half of the library is made in a moment.

    Raises:
        HandbookError: no generation of the index can be used, or none can be written.
    """
    try:
        return open_newest(root)
    except IndexMissingError:
        from search.building import build_index  # what cuts records into passages stands on every model

        library = read_library()
        try:
            build_index(library, root, dense=False)
        except OSError as error:
            raise context.refused(Requests.CANNOT_WRITE, error, root / FOLDER) from None
        return open_newest(root)


class IndexAnswers:
    """Answers for the server, from one index that stays in memory."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._remembered = Remembered()

    @property
    def mode(self) -> str:
        """`semantic` when vectors take part, otherwise `lexical`."""
        return self._searcher.mode

    @cached_property
    def trouble(self) -> HandbookError | None:
        """Why this is not the newest index that was built; None when it is."""
        return next((warning for warning in self._searcher.warnings if isinstance(warning, _REFUSED)), None)

    @property
    def corpus(self) -> str:
        """The digest of the texts that are searched."""
        return self._searcher.index.corpus

    @cached_property
    def handbooks(self) -> Collection[str]:
        """The ids of the handbooks that have something to search."""
        return frozenset(passage.handbook for passage in self._searcher.index.passages if passage.handbook)

    def answer(
        self, question: str, *, handbook: str | None, top: int, lang: str | None, card: bool = False
    ) -> Mapping[str, Any]:
        """The answer as JSON-ready values; with *card* what its card shows besides, as `card`.

        What was asked lately in the same words, but for case, width and script, is not looked up again.
        """
        started = perf_counter()
        asked = (normalize(question, LONGEST_QUESTION), handbook, top, lang, card)
        if (known := self._remembered.find(asked)) is not None:
            return {**known, "question": question, "took_ms": round((perf_counter() - started) * 1000, 2)}
        answer = self._searcher.ask(question, handbook=handbook, top=top, lang=lang)
        found = answer.as_json()
        if card:
            found["card"] = card_of(self._searcher.index, answer).as_json()
        if answer.search == self.mode:  # not while the encoder that crashed starts again
            self._remembered.keep(asked, found)
        return found

    def unanswered(self, lines: Sequence[Asked], lang: str) -> list[dict[str, Any]]:
        """What the lines of the log come to, as JSON-ready values."""
        from search.unanswered import groups_of  # nobody else needs it, and whoever asks waits for every import

        return [group.as_json() for group in groups_of(self._searcher, lines, lang)]

    def text(self, question: str, *, handbook: str | None, top: int, lang: str | None) -> Mapping[str, Any]:
        """Where the words of *question* stand, as JSON-ready values."""
        return self._searcher.text(question, handbook=handbook, top=top, lang=lang)
