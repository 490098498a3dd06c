"""A Word file opened within bounds: everything about it that can be known before reading it is checked first."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from lxml import etree

from filled.reading.directory import check_end, check_entries, check_start
from filled.reading.refusals import Refusal, RefusedError
from filled.reading.xml import parse
from filled.wordml import W
from schemas import disk
from schemas.limits import MOST_BYTES_OF_COPY, MOST_BYTES_OF_PART, MOST_BYTES_READ

_MB: Final = 1024 * 1024
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, struct.error, ValueError,
    OverflowError,
)  # fmt: skip


def load(source: Path | bytes, most: int = MOST_BYTES_OF_COPY) -> bytes:
    """The bytes of a file, unless there are more than *most*.

    Raises:
        RefusedError: it is not there, cannot be read, is empty or too big.
    """
    if isinstance(source, bytes):
        data = source[: most + 1]
    else:
        try:
            with source.open("rb") as file:
                data = file.read(most + 1)
        except FileNotFoundError:
            raise RefusedError(Refusal.MISSING) from None
        except OSError as error:
            raise RefusedError(Refusal.UNREADABLE, reason=disk.reason(error)) from None
    if len(data) > most:
        raise RefusedError(Refusal.TOO_BIG, most=most // _MB)
    if not data:
        raise RefusedError(Refusal.EMPTY)
    return data


class Package:
    """The parts of a Word file, read one by one.

    Args:
        data: the file.

    Raises:
        RefusedError: it is no zip, or holds what no form holds.
    """

    def __init__(self, data: bytes) -> None:
        check_start(data)
        check_end(data)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _BROKEN:
            raise RefusedError(Refusal.BROKEN_ZIP) from None
        entries = self._archive.infolist()
        check_entries(entries)
        self._entries = {entry.filename: entry for entry in entries}
        self._read: dict[str, bytes] = {}
        self._documents: dict[str, etree._Element] = {}

    def names(self) -> Iterator[str]:
        """The names of all parts."""
        return iter(self._entries)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._entries

    def read(self, name: str) -> bytes:
        """A part; it is unpacked once.

        Raises:
            RefusedError: it is not there, too large, or damaged, or too much was read already.
        """
        part = self._read.get(name)
        if part is None:
            part = self._read[name] = self._unpacked(name)
            if sum(map(len, self._read.values())) > MOST_BYTES_READ:
                raise RefusedError(Refusal.MUCH_TEXT, most=MOST_BYTES_READ // _MB)
        return part

    def root(self, name: str) -> etree._Element:
        """The root element of a part that was checked; a document is parsed once, other parts are soon let go.

        Raises:
            RefusedError: as `read`, or it is not well-formed, or has a doctype.
        """
        root = self._documents.get(name)
        if root is None:
            root = parse(self.read(name), name)
            if root.tag == f"{W}document":
                self._documents[name] = root
        return root

    def _unpacked(self, name: str) -> bytes:
        entry = self._entries.get(name)
        if entry is None:
            raise RefusedError(Refusal.NO_PART, name=name)
        if entry.file_size > MOST_BYTES_OF_PART:
            raise RefusedError(Refusal.PART_TOO_LARGE, name=name, most=MOST_BYTES_OF_PART // _MB)
        try:
            with self._archive.open(entry) as file:
                data = file.read(MOST_BYTES_OF_PART + 1)
        except _BROKEN:
            raise RefusedError(Refusal.BROKEN_ZIP) from None
        if len(data) != entry.file_size:
            raise RefusedError(Refusal.BROKEN_ZIP)
        return data
