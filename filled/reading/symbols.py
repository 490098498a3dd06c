"""What a letter of a symbol font looks like: a box that was ticked with one is no «þ» to the eye."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TICKED: Final = frozenset("☑☒✓✔√■▣☓✗✘×Xx1⊠⌧●◉⦿◼⬛◾✅🗹🗷🗵🗸✕✖❌❎")
"""Signs of a box that is ticked, crossed or filled."""
EMPTY: Final = frozenset("☐□▢○〇0◯◻⬜◽▫⚪❏❐❑❒")
"""Signs of a box with nothing in it."""

_MARKS: Final[Mapping[str, Mapping[int, str]]] = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x78: "⌧", 0xA1: "○", 0xA4: "◉", 0xA8: "□",
        0xFB: "✗", 0xFC: "✔", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0x99: "○", 0xA2: "■",
        0xA3: "□",
    },
    "webdings": {0x61: "✔", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"},
    "symbol": {0x2D: "-", 0xB4: "×", 0xB7: "●", 0xD6: "√", **{code: chr(code) for code in b" %()+,./0123456789:;="}},
}  # fmt: skip
"""By font, in small letters, and code."""
_PRIVATE: Final = 0xF000
"""Where Unicode has no sign, a letter of a symbol font is kept at its code behind this one, as word processors do."""


def is_symbolic(font: str) -> bool:
    """Whether the letters of *font* are signs."""
    return font.casefold() in _MARKS


def drawn(text: str, font: str) -> str:
    """*text* as it looks in *font*; in an ordinary one as it is."""
    marks = _MARKS.get(font.casefold())
    return text if marks is None else "".join(_drawn(char, marks) for char in text)


def symbol(code: str, font: str) -> str:
    """The sign of a `w:sym`: *code*, in hexadecimal, in *font*; empty where the code is none."""
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if char in "\0\r\n" or "\ud800" <= char <= "\udfff" else drawn(char, font)


def _drawn(char: str, marks: Mapping[int, str]) -> str:
    code = ord(char)
    if _PRIVATE <= code < _PRIVATE + 0x100:
        code -= _PRIVATE
    elif code > 0xFF or char.isspace():
        return char  # another font takes the place of one that lacks the sign
    return marks.get(code) or chr(_PRIVATE + code)
