"""What is served: pages, answers and web forms of one build, changed together while the server runs."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Protocol

from schemas.findings import HandbookError
from schemas.words import LANGUAGES
from server.filling import Filling
from server.tree import Tree, place

PAUSE: Final = 0.5
"""Seconds between two looks at what is built; a look is two `stat` calls."""
_PATIENCE: Final = 5.0
"""Seconds until what could not be read is tried again."""


class Answering(Protocol):
    """Whatever answers questions: the search index as it is opened by the command that starts the server."""

    @property
    def mode(self) -> str:
        """`semantic` when the dense index takes part, otherwise `lexical`."""

    @property
    def corpus(self) -> str:
        """The digest of the texts that are searched; the site that was built from the same texts names it."""

    @property
    def handbooks(self) -> Collection[str]:
        """The ids of the handbooks that have something to search."""

    def answer(self, question: str, *, handbook: str | None, top: int, lang: str | None) -> Mapping[str, Any]:
        """The object that DESIGN calls the answer, ready for JSON."""

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

    Raises:
        HandbookError: there is no index that can be used.
    """

    def __init__(
        self,
        build: Path,
        open_answering: Callable[[], Answering],
        open_filling: Callable[[], Filling],
        filling: Filling,
    ) -> None:
        self._site, self._previous = build / "site", build / ".previous" / "site"
        self._pointer = build / "index" / "CURRENT"
        self._open_answering, self._open_filling = open_answering, open_filling
        self._renewing, self._replacing = threading.Lock(), threading.Lock()
        self._pointed = _stamp(self._pointer)
        self._looked = Tree(self._site)
        self._answering = open_answering()
        self._filled = self._looked.identity
        self._current = Edition(self._looked, self._answering, filling)

    @property
    def current(self) -> Edition:
        """The edition to begin a request with."""
        return self._current

    def renew(self) -> bool:
        """Take up what was built since the last look, if it is whole; whether something was taken up.

        Raises:
            HandbookError, OSError: what was built, or the library, cannot be read; the old edition stays.
        """
        with self._renewing:
            pointed, standing = _stamp(self._pointer), place(self._site)
            if standing is None or (pointed, standing) == (self._pointed, self._looked.identity):
                return False
            tree = Tree(self._site)
            if pointed != self._pointed:
                self._answering, self._pointed = self._open_answering(), pointed
            fits = _corpus(tree) == self._answering.corpus
            if fits:
                filling = self._current.filling if tree.identity == self._filled else self._open_filling()
                self._take(Edition(tree, self._answering, filling))
            self._looked = tree
            return fits

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
    def watched(self, tell: Callable[[HandbookError | OSError], None]) -> Iterator[None]:
        """Renew by itself in a thread of its own; *tell* is told of what cannot be read."""
        ended = threading.Event()
        threading.Thread(target=self._watch, args=(ended, tell), name="editions", daemon=True).start()
        try:
            yield
        finally:
            ended.set()

    def _watch(self, ended: threading.Event, tell: Callable[[HandbookError | OSError], None]) -> None:
        pause = PAUSE
        while not ended.wait(pause):
            try:
                self.renew()
                pause = PAUSE
            except (HandbookError, OSError) as error:
                if pause == PAUSE:
                    tell(error)
                pause = _PATIENCE

    def _take(self, edition: Edition) -> None:
        with self._replacing:
            self._current, self._filled = edition, edition.tree.identity


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
        try:
            return str(json.loads(file.readall())["corpus"])
        except (ValueError, LookupError, TypeError):
            return None
