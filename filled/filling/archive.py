"""A zip of which one part changes: the others are packed once, and copied."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

_LEVEL: Final = 3
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s4B4HL2L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_NEEDED: Final = 20
_UNIX: Final = 3
_DEFLATED: Final = 8
_DATE: Final = 0x21
"""The first of January 1980, as zips write it."""
_MODE: Final = 0o600 << 16


class Archive:
    """A package whose part *changing* is given anew each time.

    Args:
        package: the zip as it is.
        changing: the name of the part that changes; it moves to the end.
    """

    def __init__(self, package: bytes, changing: str) -> None:
        self._name = changing.encode()
        self._start = b""
        self._directory = b""
        self._count = 1
        with zipfile.ZipFile(BytesIO(package)) as archive:
            for entry in archive.infolist():
                if entry.filename != changing:
                    self._keep(entry.filename.encode(), archive.read(entry))

    def _keep(self, name: bytes, content: bytes) -> None:
        local, central = _records(name, content, len(self._start))
        self._start += local
        self._directory += central
        self._count += 1

    def with_part(self, content: bytes) -> bytes:
        """The zip with *content* as the part that changes: the same bytes for the same content."""
        local, central = _records(self._name, content, len(self._start))
        directory = self._directory + central
        end = _END.pack(b"PK\x05\x06", 0, 0, self._count, self._count, len(directory), len(self._start) + len(local), 0)
        return b"".join((self._start, local, directory, end))


def _records(name: bytes, content: bytes, offset: int) -> tuple[bytes, bytes]:
    """A part as it stands in a zip, and its line in the directory."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(content) + deflate.flush()
    check, sizes = zlib.crc32(content), (len(packed), len(content))
    local = _LOCAL.pack(b"PK\x03\x04", _NEEDED, 0, _DEFLATED, 0, _DATE, check, *sizes, len(name), 0)
    central = _CENTRAL.pack(
        b"PK\x01\x02", _NEEDED, _UNIX, _NEEDED, 0, 0, _DEFLATED, 0, _DATE, check, *sizes, len(name), 0, 0, 0, 0,
        _MODE, offset,
    )  # fmt: skip
    return local + name + packed, central + name
