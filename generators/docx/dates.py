"""The printed guide of a date to be written by hand: 年 月 日 with room between, or yyyy-mm-dd."""

from __future__ import annotations

from typing import Final

from generators.docx.measure import ems
from generators.docx.wml import IDEOGRAPHIC_SPACE, line_to_write

_YEAR: Final = ("年", 3)
_PARTS: Final = {
    "date": (_YEAR, ("月", 2), ("日", 2)),
    "month": (_YEAR, ("月", 2)),
    "datetime": (_YEAR, ("月", 2), ("日", 2), ("时", 2), ("分", 2)),
    "time": (("时", 2), ("分", 2)),
}
_ENGLISH: Final = {"date": "yyyy-mm-dd", "month": "yyyy-mm", "datetime": "yyyy-mm-dd hh:mm", "time": "hh:mm"}
_LOOSEST: Final = 1.5


def guide(kind: str, lang: str, room: float, *, narrow: bool = False) -> str:
    """The guide of a date or time in *room* em; empty when it would leave no room to write.

    Args:
        kind: `date`, `month`, `datetime` or `time`.
        lang: `zh` or `en`.
        room: the width of the cell, in em.
        narrow: in a register's cell, where only a generous width is worth a guide.
    """
    if lang != "zh":
        said = _ENGLISH[kind]
        return said if ems(said) + (2 if narrow else 0) <= room and not narrow else ""
    parts = _PARTS[kind]
    if _least(parts) > room and kind == "datetime":
        parts = parts[1:]
    if _least(parts) + (1 if narrow else 0) > room:
        return ""
    scale = min(_LOOSEST, (room - len(parts)) / sum(blanks for _, blanks in parts))
    return "".join([IDEOGRAPHIC_SPACE * max(1, int(blanks * scale)) + word for word, blanks in parts])


def _least(parts: tuple[tuple[str, int], ...]) -> float:
    return sum(1.0 + (1.0 if blanks < 3 else 2.0) for _, blanks in parts)


def lined(kind: str, lang: str) -> str:
    """The date inside a sentence, with lines to write on."""
    if lang != "zh":
        return line_to_write(6)
    return "".join([line_to_write(blanks) + word for word, blanks in _PARTS[kind]])
