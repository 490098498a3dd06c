"""A Word file opened within bounds: everything about it that can be known before reading it is checked first."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from generators.reading.refusals import RefusedError

_MB: Final = 1024 * 1024
MOST_BYTES: Final = 20 * _MB
"""A file; forms are 20 KB, photos that somebody pasted in may make it larger."""
MOST_INSIDE: Final = 100 * _MB
MOST_PARTS: Final = 500
MOST_IN_PART: Final = 4 * _MB
"""A part that is read; those of forms are up to half a megabyte."""
_MOST_DIRECTORY: Final = 256 * 1024
_BOMB_FROM: Final = _MB
_BOMB_RATIO: Final = 200
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_ZIP64: Final = b"PK\x06\x07"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_MACROS: Final = re.compile(r"vbaproject|vbadata|/macros?/", re.IGNORECASE)
_EMBEDDED: Final = re.compile(
    r"activex|oleobject|embeddings/|(?:^|/)afchunk|\.(?:exe|dll|js|vbs|bat|cmd|ps1)$", re.IGNORECASE
)
_OUTSIDE: Final = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|\\|^[A-Za-z]:|\x00")
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, struct.error, ValueError,
    OverflowError,
)  # fmt: skip


def load(source: Path | bytes) -> bytes:
    """The bytes of a file, unless there are too many.

    Raises:
        RefusedError: it is not there, cannot be read, is empty or too big.
    """
    if isinstance(source, bytes):
        data = source[: MOST_BYTES + 1]
    else:
        try:
            with source.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            raise RefusedError("missing") from None
        except OSError as error:
            raise RefusedError("unreadable", reason=error.strerror or type(error).__name__) from None
    if len(data) > MOST_BYTES:
        raise RefusedError("too-big", most=MOST_BYTES // _MB)
    if not data:
        raise RefusedError("empty")
    return data


class Package:
    """The parts of a Word file, read one by one.

    Args:
        data: the file.

    Raises:
        RefusedError: it is no zip, or holds what no form holds.
    """

    def __init__(self, data: bytes) -> None:
        _check_start(data)
        _check_end(data)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _BROKEN:
            raise RefusedError("broken-zip") from None
        entries = self._archive.infolist()
        for check in (_check_names, _check_contents, _check_sizes):
            check(entries)
        self._entries = {entry.filename: entry for entry in entries}

    def names(self) -> Iterator[str]:
        """The names of all parts."""
        return iter(self._entries)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._entries

    def read(self, name: str) -> bytes:
        """A part.

        Raises:
            RefusedError: it is not there, too large, or damaged.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise RefusedError("no-part", name=name)
        if entry.file_size > MOST_IN_PART:
            raise RefusedError("part-too-large", name=name, most=MOST_IN_PART // _MB)
        try:
            with self._archive.open(entry) as file:
                data = file.read(MOST_IN_PART + 1)
        except _BROKEN:
            raise RefusedError("broken-zip") from None
        if len(data) != entry.file_size:
            raise RefusedError("broken-zip")
        return data


def _check_start(data: bytes) -> None:
    if data.startswith(b"%PDF"):
        raise RefusedError("pdf")
    if data.startswith(_OLE):
        raise RefusedError("old-word")
    if not data.startswith(b"PK"):
        raise RefusedError("not-zip")


def _check_end(data: bytes) -> None:
    """The directory of the zip is bounded before it is read: a small file may list a million parts."""
    at = data.rfind(_END, max(0, len(data) - _END_SIZE - 0xFFFF))
    if at < 0 or at + _END_SIZE > len(data):
        raise RefusedError("broken-zip")
    count, size = struct.unpack_from("<HL", data, at + 10)
    if data[max(0, at - 20) : at].startswith(_ZIP64):
        raise RefusedError("zip64")
    if count > MOST_PARTS or size > _MOST_DIRECTORY:
        raise RefusedError("many-parts", most=MOST_PARTS)


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise RefusedError("many-parts", most=MOST_PARTS)
    for entry in entries:
        if _OUTSIDE.search(entry.orig_filename):
            raise RefusedError("bad-name", name=entry.orig_filename)
    counts = Counter(entry.filename.casefold() for entry in entries)
    if twice := next((name for name, count in counts.items() if count > 1), ""):
        raise RefusedError("same-names", name=twice)


def _check_contents(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise RefusedError("encrypted", name=entry.filename)
        if _MACROS.search(entry.filename):
            raise RefusedError("macros", name=entry.filename)
        if _EMBEDDED.search(entry.filename):
            raise RefusedError("embedded", name=entry.filename)


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if sum(entry.file_size for entry in entries) > MOST_INSIDE:
        raise RefusedError("too-large-inside", most=MOST_INSIDE // _MB)
    for entry in entries:
        if entry.file_size > _BOMB_FROM and entry.file_size > _BOMB_RATIO * entry.compress_size:
            raise RefusedError("bomb", name=entry.filename)
