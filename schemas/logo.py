"""The company's logo: a picture beside `handbook.yaml`, read and judged in one place for `check` and for the forms."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from schemas.findings import HandbookError

MOST_BYTES: Final = 1_000_000
"""A logo is part of every form, so it may be no larger than this."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_END: Final = b"IEND\xaeB`\x82"
_JPEG: Final = b"\xff\xd8\xff"
_JPEG_END: Final = b"\xff\xd9"
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""JPEG markers of a frame, which holds the size."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that Word takes as it is: its bytes, its kind, and its size in pixels."""

    content: bytes
    kind: Literal["png", "jpeg"]
    width: int
    height: int


def read_logo(folder: Path, name: str) -> Logo:
    """The logo *name* of the handbook in *folder*.

    Raises:
        HandbookError: `logo-missing`, `logo-too-large` (over a megabyte) or `logo-no-picture` (neither PNG nor JPEG,
            or cut short); its values are those of the finding.
    """
    path = folder / name
    if Path(name).name != name or not path.is_file():
        raise HandbookError("logo-missing", value=name, folder=folder.name)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise HandbookError("logo-too-large", value=name, size=f"{size / 1_000_000:.1f}")
    content = path.read_bytes()
    found = _png(content) or _jpeg(content)
    if found is None or not (found.width and found.height):
        raise HandbookError("logo-no-picture", value=name)
    return found


def _png(content: bytes) -> Logo | None:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR" or not content.endswith(_PNG_END):
        return None
    width, height = struct.unpack(">II", content[16:24])
    return Logo(content, "png", width, height)


def _jpeg(content: bytes) -> Logo | None:
    """A JPEG goes from marker to marker; the first that begins a frame says how large it is."""
    if not content.startswith(_JPEG) or _JPEG_END not in content[-64:]:
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return Logo(content, "jpeg", width, height)
        at += 2 + length
    return None
