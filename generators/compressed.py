"""What the site's files become for browsers that take them compressed: made when it is built, never while it is read.

They lie beside the published tree, by the digest of what they are made of: a file that stays costs nothing, whatever
edition it is in, and a server that finds none sends the file as it is.

    build/.compressed/<sha256>.br
    build/.compressed/<sha256>.gzip
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import brotli

from generators.assets import is_named_by_content
from generators.tree import Stored, flush

FOLDER: Final = ".compressed"
_TEXTS: Final = (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt")
_PART: Final = ".part"


@dataclass(frozen=True, slots=True)
class Coding:
    """A way to compress.

    Attributes:
        quickly: for what changes with an edit; the same bytes from the same content, as the other.
        strongly: for what is kept for good, which may take ten times as long.
    """

    quickly: Callable[[bytes], bytes]
    strongly: Callable[[bytes], bytes]


CODINGS: Final[Mapping[str, Coding]] = {
    "br": Coding(
        quickly=lambda content: bytes(brotli.compress(content, quality=4)),
        strongly=lambda content: bytes(brotli.compress(content, quality=11)),
    ),
    "gzip": Coding(
        quickly=lambda content: gzip.compress(content, 4, mtime=0),
        strongly=lambda content: gzip.compress(content, 9, mtime=0),
    ),
}
"""Every coding by its name in `Accept-Encoding`, the one that makes less of a file first."""


def is_text(path: str) -> bool:
    """Whether compressing the file at *path* is worth while; pictures and Word files are compressed already."""
    return path.endswith(_TEXTS)


def compressed_name(digest: str, coding: str) -> str:
    """What the file is called that is made of content with the sha256 *digest*."""
    return f"{digest}.{coding}"


def compress(build: Path, files: Mapping[str, Stored]) -> None:
    """Make what *files*, the site by path, become and is not made yet; what none of them becomes is removed.

    Args:
        build: the folder of generated things.
        files: what stands; the mark of each is its sha256.

    Raises:
        OSError: the disk is full, or may not be written to.
    """
    folder = build / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    texts = {file.mark: (path, file) for path, file in files.items() if is_text(path)}
    wanted = {compressed_name(digest, coding): (digest, coding) for digest in texts for coding in CODINGS}
    standing = {path.name for path in folder.iterdir()}

    def make(name: str) -> None:
        digest, coding = wanted[name]
        path, file = texts[digest]
        work = CODINGS[coding].strongly if is_named_by_content(path) else CODINGS[coding].quickly
        (folder / f"{name}{_PART}").write_bytes(work(file.path.read_bytes()))

    missing = sorted(wanted.keys() - standing)
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # both compress without holding the interpreter
        list(pool.map(make, missing))
    _keep(folder, missing)
    for name in standing - wanted.keys():
        (folder / name).unlink(missing_ok=True)


def _keep(folder: Path, names: Iterable[str]) -> None:
    """Name what was made; what is cut short by a power cut has no name yet."""
    parts = [f"{name}{_PART}" for name in names]
    flush(folder, parts)
    for part in parts:
        (folder / part).replace(folder / part.removesuffix(_PART))
