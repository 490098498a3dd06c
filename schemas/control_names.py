"""What the content controls of a form are called, so that a blank and its parts are found again in what comes back."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

from schemas.blanks import Blank

_TAG_LIMIT: Final = 64
_NAME_LIMIT: Final = 40
_NOT_NAME: Final = re.compile("[^A-Za-z0-9_]")
PREFIX: Final = "f_"
"""What the names of our bookmarks begin with."""
WORDS: Final = ":words"
"""The part of an amount that says it in words."""
BOX: Final = ":box"
"""The box before a text of one's own, as attachments have it for other things."""

Path = tuple[str, ...]
"""The ids that lead to a control: block, then group or row, then field, then choice."""


def tag(path: Path) -> str:
    """The tag of a control, at most 64 characters: its ids with dots between, never a row's number.

    A longer one keeps its beginning and ends in a checksum of the whole.
    """
    return _shorten(".".join(path), _TAG_LIMIT)


def bookmark(path: Path, row: int | None = None) -> str:
    """The name of the bookmark around a control, at most 40 characters; LibreOffice keeps it where it loses the tag.

    Args:
        path: the ids that lead to the control.
        row: the row of a register, counted from 1.
    """
    dotted = ".".join(path)
    name = PREFIX + _NOT_NAME.sub("_", dotted.replace(".", "__"))
    return _shorten(name if row is None else f"{name}__{row}", _NAME_LIMIT)


def told_apart(name: str, number: int) -> str:
    """A bookmark's *name* with a *number*, where the document has the name already."""
    return _shorten(f"{name}_{number}", _NAME_LIMIT)


def _shorten(name: str, limit: int) -> str:
    if len(name) <= limit:
        return name
    return f"{name[: limit - 9]}_{zlib.crc32(name.encode()):08x}"


def parts(blank: Blank) -> Iterator[tuple[tuple[str, ...], str]]:
    """The paths of the controls that *blank* may have, with the part of it that each is."""
    yield blank.path, ""
    yield from (((*blank.path, str(id_)), str(id_)) for id_ in blank.field.choices)
    if blank.field.words:
        yield (*blank.path, "words"), WORDS
    if blank.path[-2:] == ("other", "what"):
        yield blank.path[:-1], BOX
