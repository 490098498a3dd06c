"""The directory of a zip, judged before anything in it is read: no form has what is refused here."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
from collections import Counter
from typing import Final

from filled.reading.refusals import Refusal, RefusedError
from schemas.limits import MOST_BYTES_UNPACKED, MOST_PARTS

_MB: Final = 1024 * 1024
_MOST_DIRECTORY: Final = 256 * 1024
_BOMB_FROM: Final = _MB
_BOMB_RATIO: Final = 200
_END: Final = b"PK\x05\x06"
_END_RECORD: Final = struct.Struct("<4s4H2LH")
_ZIP64: Final = b"PK\x06\x07"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_METHODS: Final = {
    zipfile.ZIP_STORED: "", zipfile.ZIP_DEFLATED: "", zipfile.ZIP_BZIP2: "BZIP2", zipfile.ZIP_LZMA: "LZMA",
}  # fmt: skip
"""How a part may be packed, empty for the two ways that word processors know; LZMA takes memory as a file wants it."""
_MACROS: Final = re.compile(r"vbaproject|vbadata|/macros?/", re.IGNORECASE)
_EMBEDDED: Final = re.compile(
    r"activex|oleobject|embeddings/|(?:^|/)afchunk|"
    r"\.(?:exe|dll|scr|com|msi|js|jse|vbs|vbe|wsf|hta|bat|cmd|ps1|lnk|jar|zip|rar|7z|doc[xm]?|dot[xm]?|xls[xmb]?|ppt[xm]?)$",
    re.IGNORECASE,
)
_OUTSIDE: Final = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|\\|^[A-Za-z]:|\x00")


def check_start(data: bytes) -> None:
    """Refuse what is not even a zip by its first bytes."""
    if data.startswith(b"%PDF"):
        raise RefusedError(Refusal.PDF)
    if data.startswith(_OLE):
        raise RefusedError(Refusal.OLD_WORD)
    if not data.startswith(b"PK"):
        raise RefusedError(Refusal.NOT_ZIP)


def check_end(data: bytes) -> None:
    """The directory is bounded before it is read, as a small file may list a million parts; nothing is around the zip.

    With other bytes before or behind it, what one program takes for the file is not what another does.
    """
    at = data.rfind(_END, max(0, len(data) - _END_RECORD.size - 0xFFFF))
    if at < 0 or at + _END_RECORD.size > len(data):
        raise RefusedError(Refusal.BROKEN_ZIP)
    *_, count, size, offset, comment = _END_RECORD.unpack_from(data, at)
    if data[max(0, at - 20) : at].startswith(_ZIP64):
        raise RefusedError(Refusal.PACKING, method="ZIP64")
    if count > MOST_PARTS or size > _MOST_DIRECTORY:
        raise RefusedError(Refusal.MANY_PARTS, most=MOST_PARTS)
    if offset + size > at:
        raise RefusedError(Refusal.BROKEN_ZIP)
    if offset + size < at or at + _END_RECORD.size + comment != len(data):
        raise RefusedError(Refusal.AROUND)


def check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse a directory by what it lists."""
    for check in (_check_names, _check_contents, _check_sizes):
        check(entries)


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise RefusedError(Refusal.MANY_PARTS, most=MOST_PARTS)
    for entry in entries:
        if _OUTSIDE.search(entry.orig_filename) or _OUTSIDE.search(entry.filename):
            raise RefusedError(Refusal.BAD_NAME, name=entry.orig_filename)
    counts = Counter(entry.filename.casefold() for entry in entries)
    if twice := next((name for name, count in counts.items() if count > 1), ""):
        raise RefusedError(Refusal.SAME_NAMES, name=twice)


def _check_contents(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise RefusedError(Refusal.ENCRYPTED, name=entry.filename)
        if method := _METHODS.get(entry.compress_type, str(entry.compress_type)):
            raise RefusedError(Refusal.PACKING, method=method)
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise RefusedError(Refusal.LINK, name=entry.filename)
        if _MACROS.search(entry.filename):
            raise RefusedError(Refusal.MACROS, name=entry.filename)
        if _EMBEDDED.search(entry.filename):
            raise RefusedError(Refusal.EMBEDDED, name=entry.filename)


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if sum(entry.file_size for entry in entries) > MOST_BYTES_UNPACKED:
        raise RefusedError(Refusal.TOO_LARGE_INSIDE, most=MOST_BYTES_UNPACKED // _MB)
    for entry in entries:
        if entry.file_size > _BOMB_FROM and entry.file_size > _BOMB_RATIO * entry.compress_size:
            raise RefusedError(Refusal.BOMB, name=entry.filename)
