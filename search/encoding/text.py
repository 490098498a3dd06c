"""What an engine is given to read: normalised text of bounded length, which no code point can blow up."""

from __future__ import annotations

from typing import Final

from schemas.limits import LONGEST_ENCODED
from schemas.plain_text import normal

_UNREADABLE: Final = {0: " ", **dict.fromkeys(range(0xD800, 0xE000), " ")}
"""The end of a C string, and halves of a pair, which have no UTF-8."""


def readable(text: str) -> str:
    """*text* as engines get it: NFKC, `LONGEST_ENCODED` characters at most, with a UTF-8 that C reads to its end."""
    return normal(text[:LONGEST_ENCODED].translate(_UNREADABLE), "NFKC", LONGEST_ENCODED)
