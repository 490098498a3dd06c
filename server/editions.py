"""What is served: pages, answers and web forms of one build, changed together while the server runs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final, Protocol

from schemas import disk
from schemas.findings import HandbookError
from schemas.words import LANGUAGES, Bilingual
from search.homes import corpus_named
from search.unanswered import Asked
from server.encodings import Encoded
from server.filling import Filling
from server.tree import Tree, place

PAUSE: Final = 0.5
"""Seconds between two looks at what is built; a look is two `stat` calls, or one question to the shared database."""
_PATIENCE: Final = 5.0
"""Seconds until what could not be read is tried again."""
_SITE_GONE: Final = Bilingual(
    "生成的网站 {path} 不在了；请重新运行 handbook build",
    "the site that was built is gone from {path}; run: handbook build",
)
_NOT_READ: Final = Bilingual("读不了 {path}：{reason}。{remedy}", "{path} cannot be read: {reason}. {remedy}")
_UNFORESEEN: Final = Bilingual("没有料到的错误：{error}", "an error that nobody foresaw: {error}")


class Answering(Protocol):
    """Whatever answers questions: the search index as it is opened by the command that starts the server."""

    @property
    def mode(self) -> str:
        """`semantic` when the dense index takes part, otherwise `lexical`."""

    @property
    def trouble(self) -> HandbookError | None:
        """Why this is not the newest index that was built; None when it is."""

    @property
    def corpus(self) -> str:
        """The digest of the texts that are searched; the site that was built from the same texts names it."""

    @property
    def handbooks(self) -> Collection[str]:
        """The ids of the handbooks that have something to search."""

    def answer(
        self, question: str, *, handbook: str | None, top: int, lang: str | None, card: bool = False
    ) -> Mapping[str, Any]:
        """The object that DESIGN calls the answer, ready for JSON; with *card* what its card shows besides."""

    def unanswered(self, lines: Sequence[Asked], lang: str) -> list[dict[str, Any]]:
        """What the lines of the log come to, put together by meaning, ready for JSON."""

    def text(self, question: str, *, handbook: str | None, top: int, lang: str | None) -> Mapping[str, Any]:
        """Where the words of *question* stand, ready for JSON: how many passages, and the first *top* of them."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One build as it is served. A request takes it once, and is answered from it to the end.

    Attributes:
        tree: the pages and files of the site.
        answering: the index that was built with them.
        filling: the forms that the pages show.
    """

    tree: Tree
    answering: Answering
    filling: Filling

    def has_handbook(self, id_: str) -> bool:
        """Whether there is a handbook of that id; one without a record has a page, though nothing to search."""
        in_site = id_ not in LANGUAGES and self.tree.has(f"{id_}/index.html")
        return in_site or id_ in self.answering.handbooks


class Editions:
    """The edition that is served, and those that a build puts beside it.

    A build points to its index first and puts its site in place then. The new edition is taken up whole, when the index
    is the one that the site names in its `edition.json`; until then the old one is served, from an open folder and from
    memory. So it may be renamed, and its index deleted.

    Args:
        build: the folder of generated things; it holds `site`, `.previous/site` and `index`.
        open_answering: opens the newest index.
        open_filling: reads the forms as they are written now.
        filling: the forms of the site that stands there when the server starts.
        stale: why that site may be older than what is written; until another is taken up.
        pointed: tells one index that would be opened from another; by itself what says so in *build*.

    Raises:
        HandbookError: there is no index that can be used.
    """

    def __init__(
        self,
        build: Path,
        open_answering: Callable[[], Answering],
        open_filling: Callable[[], Filling],
        filling: Filling,
        stale: HandbookError | None = None,
        pointed: Callable[[], object] | None = None,
    ) -> None:
        self._site, self._previous = build / "site", build / ".previous" / "site"
        self._pointer = pointed or partial(_stamp, build / "index" / "CURRENT")
        self.encoded: Final = Encoded(build)
        self._open_answering, self._open_filling = open_answering, open_filling
        self._renewing, self._replacing = threading.Lock(), threading.Lock()
        self._pointed = self._pointer()
        self._looked = Tree(self._site)
        self._answering = open_answering()
        self._filled = self._looked.identity
        self._current = Edition(self._looked, self._answering, filling)
        self._stale = stale
        self._trouble = self._lasting_trouble

    @property
    def trouble(self) -> HandbookError | None:
        """Why what is served is older than what is on disk, or is not there any more; None when it is the newest."""
        return self._trouble

    @property
    def current(self) -> Edition:
        """The edition to begin a request with."""
        return self._current

    @property
    def is_newest(self) -> bool:
        """Whether the site that stands is the one that is served."""
        return self._current.tree.identity == place(self._site)

    def renew(self) -> bool:
        """Take up what was built since the last look, if it is whole; whether something was taken up.

        Raises:
            HandbookError, OSError: what was built, or the library, cannot be read; the old edition stays.
        """
        with self._renewing:
            pointed, standing = self._pointer(), place(self._site)
            try:
                if (pointed, standing) == (self._pointed, self._looked.identity):
                    self._trouble = self._lasting_trouble
                    return False
                if standing is None:
                    raise HandbookError("site-gone", _SITE_GONE, path=self._site)
                return self._look(pointed)
            except Exception as error:
                self._trouble = _trouble_of(error)
                raise

    def _look(self, pointed: object) -> bool:
        """Look at what is built and take it up, if it is whole; one that is no better than what is served never is."""
        tree = Tree(self._site)
        if pointed != self._pointed:
            answering = self._open_answering()
            if answering.trouble is not None:
                raise answering.trouble
            self._answering, self._pointed = answering, pointed
        fits = _corpus(tree) == self._answering.corpus
        if fits:
            filling = self._current.filling if tree.identity == self._filled else self._open_filling()
            self._take(Edition(tree, self._answering, filling))
        self._looked, self._trouble = tree, self._lasting_trouble
        return fits

    @property
    def _lasting_trouble(self) -> HandbookError | None:
        return self._answering.trouble or self._stale

    def newest_instead_of(self, edition: Edition) -> Tree | None:
        """The site that stands now, where that of *edition* has no place any more and may be in deletion.

        A build keeps the site before its own. Who still serves an older one, since no index came that fits, has nothing
        left to wait for.
        """
        newest = Tree(self._site)
        kept = newest.identity is None or edition.tree.identity in (newest.identity, place(self._previous))
        return None if kept else newest

    def give_way(self, edition: Edition, newest: Tree) -> None:
        """Serve the pages of *newest* for those of *edition*, which are in deletion, though no index fits them yet."""
        with self._replacing:
            if self._current is edition:
                self._current = replace(edition, tree=newest)

    def standing(self) -> Iterator[Tree]:
        """The site that stands now and the one before: pages of either still ask for their assets.

        Another server process may have taken up the one, a reader may still look at the other.
        """
        yield Tree(self._site)
        yield Tree(self._previous)

    @contextmanager
    def watched(self, tell: Callable[[HandbookError], None]) -> Iterator[None]:
        """Renew by itself in a thread of its own; *tell* is told of what cannot be read."""
        ended = threading.Event()
        threading.Thread(target=self._watch, args=(ended, tell), name="editions", daemon=True).start()
        try:
            yield
        finally:
            ended.set()

    def _watch(self, ended: threading.Event, tell: Callable[[HandbookError], None]) -> None:
        pause = PAUSE
        while not ended.wait(pause):
            try:
                self.renew()
                pause = PAUSE
            except Exception as error:  # whatever it is, what is served is served on, and looking does not end
                if pause == PAUSE:
                    tell(_trouble_of(error))
                pause = _PATIENCE

    def _take(self, edition: Edition) -> None:
        with self._replacing:
            self._current, self._filled, self._stale = edition, edition.tree.identity, None


def _trouble_of(error: Exception) -> HandbookError:
    if isinstance(error, HandbookError):
        return error
    if isinstance(error, OSError):
        reason, remedy = disk.reason(error), disk.remedy(error)
        return HandbookError("not-read", _NOT_READ, path=disk.place(error, "?"), reason=reason, remedy=remedy)
    return HandbookError("unforeseen", _UNFORESEEN, error=f"{type(error).__name__}: {error}")


def _stamp(pointer: Path) -> tuple[int, int] | None:
    try:
        status = pointer.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns


def _corpus(tree: Tree) -> str | None:
    """The digest of the texts that the site was built from; None where it does not say."""
    if (file := tree.open("edition.json")) is None:
        return None
    with file:
        return corpus_named(file.readall())
