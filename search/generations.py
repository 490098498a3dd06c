"""Generations of the index on disk: complete or absent, checked before use, current and previous kept.

    build/index/CURRENT                     two lines: the current generation, the previous one
    build/index/<generation>/manifest.json  facts, and the sha256 of every other file
    build/index/<generation>/*.npy, *.json

A generation is written beside its place, flushed to disk and renamed; only then is CURRENT replaced. A process that is
killed at any moment leaves the old generation or the new one, never a mixture.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from schemas import disk
from search.errors import IndexDamagedError, IndexUnreadableError

try:
    import fcntl
except ImportError:  # Windows: two builds at once are not kept apart there
    fcntl = None  # type: ignore[assignment]

CURRENT: Final = "CURRENT"
MANIFEST: Final = "manifest.json"
NAME: Final = re.compile(r"[0-9a-f]{16}")
"""What the name of a generation looks like."""
_UNFINISHED: Final = "tmp-"
_LONGEST: Final = 256
"""Bytes that are looked at of what somebody may have put where CURRENT is; ours has 34."""


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation whose every byte is what was written."""

    name: str
    facts: Mapping[str, Any]
    files: Mapping[str, bytes]


def named(folder: Path) -> tuple[str, ...]:
    """The current generation and the previous one, as far as there are any.

    Raises:
        IndexUnreadableError: the system does not read what says which they are.
    """
    try:
        with (folder / CURRENT).open("rb") as file:
            lines = file.read(_LONGEST).decode("ascii").split()
    except (FileNotFoundError, UnicodeDecodeError):
        return ()
    except OSError as error:
        raise IndexUnreadableError(error, folder / CURRENT) from error
    return tuple(line for line in lines[:2] if NAME.fullmatch(line))


def read_generation(folder: Path, name: str, only: Collection[str] | None = None) -> Generation:
    """Read a generation, or only some of its files, and check what is read.

    Raises:
        IndexDamagedError: a file is missing or differs from what the manifest says.
    """

    def content(file: str) -> bytes:
        try:
            return (folder / name / file).read_bytes()
        except OSError as error:
            raise IndexDamagedError(name, file) from error

    return checked(name, read_manifest(folder, name), content, only)


def checked(
    name: str, manifest: Mapping[str, Any], content: Callable[[str], bytes], only: Collection[str] | None = None
) -> Generation:
    """The generation of a *manifest*, or only some files of it, whose *content* is what the manifest says.

    Raises:
        IndexDamagedError: it is not, or a file is not there.
    """
    files, listed = dict[str, bytes](), manifest.get("files")
    if not isinstance(listed, dict):
        raise IndexDamagedError(name, MANIFEST)
    for file, digest in listed.items():
        if only is not None and file not in only:
            continue
        files[file] = content(file)
        if sha256(files[file]).hexdigest() != digest:
            raise IndexDamagedError(name, file)
    if missing := next((file for file in only or () if file not in files), None):
        raise IndexDamagedError(name, missing)
    return Generation(name, manifest, files)


def read_manifest(folder: Path, name: str) -> dict[str, Any]:
    """The manifest of a generation, which carries a sum of its own.

    Raises:
        IndexDamagedError: it is missing or is not what was written.
    """
    try:
        content = (folder / name / MANIFEST).read_bytes()
    except OSError as error:
        raise IndexDamagedError(name, MANIFEST) from error
    return unsealed(name, content)


def unsealed(name: str, content: bytes) -> dict[str, Any]:
    """The manifest that *content* is.

    Raises:
        IndexDamagedError: it is not what was written.
    """
    try:
        manifest = json.loads(content)
        seal = manifest.pop("seal")
    except (ValueError, KeyError, AttributeError) as error:
        raise IndexDamagedError(name, MANIFEST) from error
    if seal != _seal(manifest):
        raise IndexDamagedError(name, MANIFEST)
    return dict(manifest)


def sealed(facts: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """The manifest of a generation: *facts*, the sum of each of its *files*, and one of its own."""
    manifest = {**facts, "files": {file: sha256(content).hexdigest() for file, content in sorted(files.items())}}
    whole = {**manifest, "seal": _seal(manifest)}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True).encode()


def write_generation(folder: Path, name: str, facts: Mapping[str, Any], files: Mapping[str, bytes]) -> None:
    """Write a generation; it is nobody's until `point_to` makes it the current one."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = sealed(facts, files)
    with _alone(folder):
        staged = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder))
        try:
            for file, content in (*files.items(), (MANIFEST, manifest)):
                with disk.at(folder / name / file, part=staged / file):
                    _write(staged / file, content)
            shutil.rmtree(folder / name, ignore_errors=True)  # only a damaged one can be in the way
            staged.rename(folder / name)
        except OSError:
            shutil.rmtree(staged, ignore_errors=True)
            raise
        _flush_folder(folder)


def point_to(folder: Path, name: str) -> None:
    """Make a generation that is on disk the current one; those that are neither current nor previous go."""
    if named(folder)[:1] != (name,):
        with _alone(folder):
            _point(folder, name)
            _prune(folder)


def _point(folder: Path, name: str) -> None:
    names = [name, *(other for other in named(folder) if other != name)][:2]
    disk.write_whole(folder / CURRENT, "".join(f"{one}\n" for one in names).encode(), flush=True)
    _flush_folder(folder)


def _prune(folder: Path) -> None:
    names = named(folder)
    ours = (path for path in folder.iterdir() if NAME.fullmatch(path.name) or path.name.startswith(_UNFINISHED))
    for path in ours:
        if path.is_dir() and path.name not in names:
            shutil.rmtree(path, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One writer at a time; the lock goes with the process that holds it."""
    with (folder / ".lock").open("w") as lock:
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _seal(manifest: Mapping[str, Any]) -> str:
    return sha256(json.dumps(manifest, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
