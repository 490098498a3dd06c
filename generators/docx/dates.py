"""The printed guide of a date to be written by hand: 年 月 日 with room between, or yyyy-mm-dd."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from generators.docx.measure import ems
from generators.docx.wml import IDEOGRAPHIC_SPACE, line_to_write
from schemas.words import ByLanguage

_YEAR: Final = ("年", 3)
_PARTS: Final = {
    "date": (_YEAR, ("月", 2), ("日", 2)),
    "month": (_YEAR, ("月", 2)),
    "datetime": (_YEAR, ("月", 2), ("日", 2), ("时", 2), ("分", 2)),
    "time": (("时", 2), ("分", 2)),
}
_ENGLISH: Final = {"date": "yyyy-mm-dd", "month": "yyyy-mm", "datetime": "yyyy-mm-dd hh:mm", "time": "hh:mm"}
_LOOSEST: Final = 1.5
_LINE: Final = 6
"""How long a line for a date is, in em."""


def guide(kind: str, lang: str, room: float, *, narrow: bool = False) -> str:
    """The guide of a date or time in *room* em; empty when it would leave no room to write.

    Args:
        kind: `date`, `month`, `datetime` or `time`.
        lang: `zh` or `en`.
        room: the width of the cell, in em.
        narrow: in a register's cell, where only a generous width is worth a guide.
    """
    return _GUIDE.of(lang)(kind, room, narrow)


def _english(kind: str, room: float, narrow: bool) -> str:
    pattern = _ENGLISH[kind]
    return "" if narrow or ems(pattern) > room else pattern


def _chinese(kind: str, room: float, narrow: bool) -> str:
    parts = _PARTS[kind]
    if _least(parts) > room and kind == "datetime":
        parts = parts[1:]
    if _least(parts) + (1 if narrow else 0) > room:
        return ""
    scale = min(_LOOSEST, (room - len(parts)) / sum(blanks for _, blanks in parts))
    return "".join([IDEOGRAPHIC_SPACE * max(1, int(blanks * scale)) + word for word, blanks in parts])


_GUIDE: Final[ByLanguage[Callable[[str, float, bool], str]]] = ByLanguage(_chinese, _english)


def _least(parts: tuple[tuple[str, int], ...]) -> float:
    return sum(1.0 + (1.0 if blanks < 3 else 2.0) for _, blanks in parts)


def lined(kind: str, lang: str) -> str:
    """The date inside a sentence, with lines to write on."""
    return _LINED.of(lang)(kind)


def _chinese_lines(kind: str) -> str:
    return "".join([line_to_write(blanks) + word for word, blanks in _PARTS[kind]])


_LINED: Final[ByLanguage[Callable[[str], str]]] = ByLanguage(_chinese_lines, lambda _: line_to_write(_LINE))


def after_label(lang: str, room: float) -> str:
    """What stands after «date:» to be written on: 年 月 日 in *room* em, or a line."""
    return _AFTER_LABEL.of(lang)(room)


_AFTER_LABEL: Final[ByLanguage[Callable[[float], str]]] = ByLanguage(
    lambda room: _chinese("date", room, False), lambda _: line_to_write(_LINE)
)
