"""A published tree of files, which is never written in: the next edition of it is made beside it and put in its place.

    build/site                  the edition that stands; `Tree(build, "site")` makes the next one
    build/.stage/site           the next one while it is made: hard links to what stays the same, and new files
    build/.stage/site.json      what is known of the files that stand, so that they are not read again
    build/.previous/site        the edition that stood before

A process that is killed at any moment leaves the old edition or the new one, and leftovers that the next one clears.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from generators.exchange import put_in_place
from generators.writer import Written, refuse_outside
from schemas import disk

STAGE: Final = ".stage"
PREVIOUS: Final = ".previous"
_MANY: Final = 64
"""From so many new files on, everything is flushed at once instead of file by file."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that is never written again, so that a tree may hold a hard link to it.

    Attributes:
        path: where it lies.
        mark: what its content follows from: another content has another mark.
    """

    path: Path
    mark: str


@dataclass(frozen=True, slots=True)
class Later:
    """A file that is made when it is needed: not where it stands already.

    Attributes:
        make: makes its bytes.
        mark: as of `Stored`.
    """

    make: Callable[[], bytes]
    mark: str


Source = bytes | Stored | Later
"""What a file of a tree is made of."""


def read(source: Source) -> bytes:
    """The bytes of *source*."""
    if isinstance(source, Later):
        return source.make()
    return source.path.read_bytes() if isinstance(source, Stored) else source


def mark_of(source: Source) -> str:
    """What tells the content of *source* from every other."""
    return sha256(source).hexdigest() if isinstance(source, bytes) else source.mark


class File(NamedTuple):
    """What is known of a file that stands: its content by `digest`, and the `mark` it was last made for."""

    digest: str
    size: int
    time: int
    mark: str


class Tree:
    """The next edition of a tree; what stands stays as it is until `switch`.

    Args:
        build: the folder of generated things.
        name: the tree's name in it.
    """

    def __init__(self, build: Path, name: str) -> None:
        self._place = build / name
        self._stage = build / STAGE / name
        self._old = build / STAGE / f"{name}.old"
        self._previous = build / PREVIOUS / name
        self._ledger = build / STAGE / f"{name}.json"
        self._before = _read_ledger(self._ledger)
        self._files: dict[str, File] = {}
        self._changed: list[str] = []
        self._is_whole = False
        self._clear()

    def put(self, path: str, content: Source) -> None:
        """Give the next edition a file.

        Raises:
            HandbookError: rule `path-outside`.
        """
        refuse_outside(self._place, path)
        mark = "" if isinstance(content, bytes) else content.mark
        before = _known(self._place, path, self._before)
        if before is not None and mark and before.mark == mark:
            self._files[path] = before
            return
        data = read(content)
        digest = sha256(data).hexdigest()
        if before is not None and before.digest == digest:
            self._files[path] = before._replace(mark=mark)
            return
        target = self._stage / path
        with disk.at(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            if not (isinstance(content, Stored) and _link(content.path, target)):
                target.write_bytes(data)
        self._changed.append(path)
        self._files[path] = _measure(target, digest, mark)

    def put_all(self, files: Iterable[tuple[str, Source]]) -> None:
        """Give it every one of *files*, by path."""
        for path, content in files:
            self.put(path, content)

    @property
    def digest(self) -> str:
        """A digest of every file it has so far."""
        total = sha256()
        for path, file in sorted(self._files.items()):
            total.update(f"{path}\0{file.digest}\n".encode())
        return total.hexdigest()

    @property
    def sources(self) -> dict[str, Stored]:
        """Every file it has, by path, as another tree may hold it; once it is made."""
        folder = self._stage if self._stage.is_dir() else self._place
        return {path: Stored(folder / path, file.digest) for path, file in self._files.items()}

    def finish(self) -> Written:
        """Make it whole and flush it to the disk; when nothing is new and nothing is gone, nothing is made.

        What is not in it is gone, whoever put it there.
        """
        gone = tuple(path for path in _walk(self._place) if path not in self._files)
        written = Written(tuple(self._changed), gone)
        if written:
            new = set(self._changed)
            self._stage.mkdir(parents=True, exist_ok=True)
            _link_all(self._place, self._stage, (path for path in self._files if path not in new))
            flush(self._stage, self._changed)
        self._is_whole = True
        return written

    def switch(self) -> None:
        """Put it where the edition of before stands, which is kept; one that is not finished changes nothing."""
        if not self._is_whole:
            return
        if self._stage.is_dir():
            put_in_place(self._stage, self._place, self._old)
            _flush_folder(self._place.parent)
            self._keep_previous()
        if self._files != self._before:
            with contextlib.suppress(OSError):  # what is not known of the files is read from them the next time
                disk.write_whole(self._ledger, json.dumps(self._files, ensure_ascii=False).encode())

    def give_up(self) -> None:
        """Leave nothing of it, as far as the system lets: a disk that is full is not to stay so."""
        shutil.rmtree(self._stage, ignore_errors=True)

    def _keep_previous(self) -> None:
        if self._old.is_dir():
            self._previous.parent.mkdir(exist_ok=True)
            if self._previous.exists():
                self._previous.rename(self._stage)
            self._old.rename(self._previous)
            self._clear()

    def _clear(self) -> None:
        """Remove what a process that was killed has left, after putting back what it had taken away."""
        if self._old.is_dir() and not self._place.exists():
            self._old.rename(self._place)
        for folder in (self._stage, self._old):
            if folder.exists():
                shutil.rmtree(folder)


def standing(build: Path, name: str) -> dict[str, Stored]:
    """The files of a tree that stands under *build*, by path, as another tree may hold them."""
    place, ledger = build / name, _read_ledger(build / STAGE / f"{name}.json")
    files = ((path, _known(place, path, ledger)) for path in sorted(_walk(place)))
    return {path: Stored(place / path, file.digest) for path, file in files if file is not None}


def paths_of(build: Path, name: str) -> Iterator[str]:
    """The paths of the files of a tree that stands under *build*."""
    return _walk(build / name)


def _known(folder: Path, path: str, ledger: Mapping[str, File]) -> File | None:
    """What is known of the file that stands at *path*; one that somebody touched is looked at."""
    place, before = folder / path, ledger.get(path)
    try:
        stat = place.lstat()
        if before is not None and (stat.st_size, stat.st_mtime_ns) == (before.size, before.time):
            return before
        return _measure(place, sha256(place.read_bytes()).hexdigest(), "")
    except OSError:
        return None


def _measure(path: Path, digest: str, mark: str) -> File:
    stat = path.lstat()
    return File(digest, stat.st_size, stat.st_mtime_ns, mark)


def _walk(folder: Path, within: str = "") -> Iterator[str]:
    with contextlib.suppress(FileNotFoundError), os.scandir(folder / within) as items:
        for item in items:
            if item.is_dir(follow_symlinks=False):
                yield from _walk(folder, f"{within}{item.name}/")
            else:
                yield within + item.name


def _link_all(place: Path, stage: Path, paths: Iterable[str]) -> None:
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in folders:
            (stage / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        if not _link(place / path, stage / path):
            shutil.copy2(place / path, stage / path)


def _link(path: Path, target: Path) -> bool:
    """Make *target* the same file as *path*; False where the file system has no such links."""
    try:
        os.link(path, target)
    except OSError:
        return False
    return True


def flush(stage: Path, changed: Sequence[str]) -> None:
    """See to it that a power cut after the switch finds every byte of the files *changed*."""
    if len(changed) >= _MANY:
        os.sync()
        return
    for path in changed:
        _flush_folder(stage / path)
    _flush_folder(stage)


def _flush_folder(path: Path) -> None:
    with contextlib.suppress(OSError):  # Windows opens no folders
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _read_ledger(ledger: Path) -> Mapping[str, File]:
    try:
        read: dict[str, Any] = json.loads(ledger.read_text("utf-8"))
        return {path: File(*values) for path, values in read.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
