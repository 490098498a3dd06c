"""What lists and exports show of a personal value: never the whole of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

Mask = Callable[[str], str]

_LONGEST_NAME: Final = 4
_LONG_NUMBER: Final = 11
_ALL: Final = "***"


def nothing(text: str) -> str:
    """Stars, whatever *text* is."""
    return _ALL


def surname(text: str) -> str:
    """A name by its first character; nothing of a text that is too long for a name."""
    return hide(text, 1, 0) if len(text) <= _LONGEST_NAME else _ALL


def ends(first: int, last: int) -> Mask:
    """A mask that shows the *first* and *last* characters of a number."""
    return lambda text: hide(text, first, last)


def hide(text: str, first: int, last: int) -> str:
    """*text* with stars for all but its *first* and *last* characters; of a short one at least half is hidden."""
    visible = first + last if len(text) >= _LONG_NUMBER else len(text) // 2
    while first + last > visible:
        first, last = (first - 1, last) if first > last else (first, last - 1)
    return text[:first] + "*" * (len(text) - first - last) + text[len(text) - last :]
