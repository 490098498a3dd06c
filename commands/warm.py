"""A process that has the library in memory beside a server that watches: what is saved is a page in a moment.

It notices what is saved, reads it again, makes the pages that somebody looks at and those of the records that were
saved, and says what is wrong there. It publishes nothing: the build that follows does, and makes all other pages right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path, PurePosixPath

from commands.build import kept_for
from commands.check import COURSES
from commands.collecting import collect_seldom, set_aside
from commands.noticing import Noticing
from commands.saved import Saved as Before
from generators.fresh import Fresh, page_paths
from schemas.catalogue import LANGUAGE
from schemas.checks import check
from schemas.findings import Worded
from schemas.keeper import Keeper, View
from schemas.kept import Kept
from schemas.library import Library
from schemas.loader import Loading, load_library
from schemas.reads import Derivation
from schemas.unchanged import Unchanged

_FRAMES = ("site/", "mkdocs.yml", "handbook/library.yaml", "handbook/en.po")
"""What the frames of pages are made of: where that is saved every page is another, and comes with the build."""


@dataclass(frozen=True, slots=True)
class Save:
    """What was saved: the paths of the files under the root, and those of the pages that are open, on the site."""

    number: int
    changed: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """Files were saved, at these paths under the root."""

    number: int
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """The library was read as it is since that save; where there are errors, no page is made of it."""

    number: int
    errors: tuple[Worded, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A page was made."""

    number: int
    path: str
    page: bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """Every page that can be made before a build was made."""

    number: int


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in the files that were saved, errors that stop a build aside."""

    number: int
    findings: tuple[Worded, ...]


Step = Saved | Read | Made | Shown | Looked


class Warm:
    """The library under *root* as it was read last.

    Args:
        root: the content root.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._unchanged = Unchanged()
        path, program = kept_for(root)
        self._keeper = _Borrowed(Kept(path), program)
        self._fresh = Fresh(root)
        self._changed: set[str] = set()
        self._library: Library | None = None

    def begin(self) -> None:
        """Read the library, who refers to whom in it, and what any page and any look need of the whole of it."""
        loading = load_library(self._root, unchanged=self._unchanged)
        if loading.library is not None:
            self._take(loading.library)
            assert self._library is not None
            for lang in self._library.languages:
                for entry in self._library.view(lang).of_kind("roles")[:1]:
                    self._library.view(lang).uses(entry)
            self._rehearse(loading, self._library)

    def _rehearse(self, loading: Loading, library: Library) -> None:
        """Do once what follows from a save, so that the first one need not wait for what every later one has."""
        book = library.settings.default
        for entry in (library.of_kind("procedures", book) or library.of_handbook(book))[:1]:
            path = entry.path.as_posix()
            save, addresses = Save(0, (path,), ()), {address_in(path)}
            for _ in self._pages(library, save, addresses):
                pass
            self._look(replace(loading, library=library), save, addresses)

    def after(self, save: Save) -> Iterator[Step]:
        """What follows from *save*, what is wanted first coming first."""
        loading = load_library(self._root, unchanged=self._unchanged)
        errors = tuple(each.worded() for each in loading.findings if each.severity == "error")
        yield Read(save.number, errors)
        if loading.library is None or errors:
            return
        library = self._take(loading.library)
        addresses = set(filter(None, map(address_in, save.changed)))
        self._changed |= addresses
        if not any(path.startswith(_FRAMES) for path in save.changed):
            yield from self._pages(library, save, addresses)
        yield Shown(save.number)
        yield Looked(save.number, self._look(replace(loading, library=library), save, addresses))

    def _pages(self, library: Library, save: Save, addresses: Collection[str]) -> Iterator[Made]:
        paths = (*save.pages, *page_paths(library, sorted(addresses)))
        try:
            for path, page in self._fresh.pages(library, self._changed, paths):
                yield Made(save.number, path, page)
        except Exception:  # whatever it is, the build that follows comes to the same, and says it
            return

    def _take(self, library: Library) -> Library:
        library = library.kept_by(self._keeper)
        if self._library is not None:
            library.after(self._library)
        self._library = library
        return library

    def _look(self, loading: Loading, save: Save, addresses: Collection[str]) -> tuple[Worded, ...]:
        def in_scope(path: str) -> bool:
            return path in save.changed or address_in(path) in addresses

        return check(loading, date.today(), in_scope, COURSES.find()).findings


class _Borrowed(Keeper):
    """What builds kept: it is read, and nothing is added to it; what was derived is derived in a moment."""

    def __init__(self, kept: Kept, program: str) -> None:
        super().__init__(_ReadOnly(kept), program)

    def derived(self, view: View) -> Mapping[str, Derivation]:
        """Nothing: to read it all takes longer than to work out what few pages need."""
        return {}


class _ReadOnly:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def get(self, key: str, /) -> bytes | None:
        """What is kept by *key*."""
        return self._kept.get(key)

    def put(self, key: str, value: bytes, /) -> None:
        """Leave it as it is."""


def address_in(path: str) -> str:
    """The address of the record that the file at *path* under the root is, or the English of; empty for others."""
    parts = PurePosixPath(path).with_suffix("").parts[1:]
    return "/".join(part for at, part in enumerate(parts) if part != LANGUAGE or at == len(parts) - 1)


def attend(root: Path, lang: str, connection: Connection, before: Before | None, number: int) -> None:
    """What the process does: it sends the steps that follow from each save, until the other side is gone.

    The other side sends which pages are open. What is saved meanwhile goes before what is left to do; what was left is
    done with it.

    Args:
        root: the content root.
        lang: the language of messages.
        connection: the other side.
        before: what was saved when the edition that is served was read.
        number: that of the last save that was noticed before.
    """
    collect_seldom()
    noticing, warm = Noticing(root, before), Warm(root)
    pages, left = tuple[str, ...](), tuple[str, ...]()
    with noticing.told(), suppress(EOFError, BrokenPipeError, ConnectionResetError):
        warm.begin()
        set_aside()
        while True:
            changed = tuple(noticing.next())
            while connection.poll():
                pages = connection.recv()
            if changed:
                number += 1
                connection.send(Saved(number, changed))
            left = tuple(dict.fromkeys((*changed, *left)))
            steps = warm.after(Save(number, left, pages)) if left else ()
            if _send(steps, connection, noticing):
                left = ()


def _send(steps: Iterable[Step], connection: Connection, noticing: Noticing) -> bool:
    """Send *steps*, as long as nothing is saved meanwhile; whether it was all of them."""
    for step in steps:
        connection.send(step)
        if noticing.is_woken and not isinstance(step, Looked):
            return False
    return True
