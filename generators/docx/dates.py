"""The printed guide of a date to be written by hand: 年 月 日 with room between, or yyyy-mm-dd."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from generators.docx.measure import ems
from generators.docx.wml import IDEOGRAPHIC_SPACE, line_to_write
from schemas.words import ByLanguage

_Parts = tuple[tuple[str, int], ...]
_YEAR: Final = ("年", 3)
_DAY: Final = (("月", 2), ("日", 2))
_CLOCK: Final = (("时", 2), ("分", 2))


@dataclass(frozen=True, slots=True)
class DatePattern:
    """How a date or time is written.

    Attributes:
        parts: what a hand writes before each Chinese word, by its least width in em.
        short: the parts where there is no room for all of them.
        english: the guide on an English form.
        picker: how a date picker writes it; empty where there is none, as for the time of day.
    """

    parts: _Parts
    short: _Parts
    english: str
    picker: str = ""


DATE: Final = DatePattern((_YEAR, *_DAY), (_YEAR, *_DAY), "yyyy-mm-dd", "yyyy-MM-dd")
MONTH: Final = DatePattern((_YEAR, ("月", 2)), (_YEAR, ("月", 2)), "yyyy-mm", "yyyy-MM")
MOMENT: Final = DatePattern((_YEAR, *_DAY, *_CLOCK), (*_DAY, *_CLOCK), "yyyy-mm-dd hh:mm", "yyyy-MM-dd HH:mm")
TIME: Final = DatePattern(_CLOCK, _CLOCK, "hh:mm")
_LOOSEST: Final = 1.5
_LINE: Final = 6
"""How long a line for a date is, in em."""


def guide(pattern: DatePattern, lang: str, room: float, *, narrow: bool = False) -> str:
    """The guide of a date or time in *room* em; empty when it would leave no room to write.

    Args:
        pattern: how it is written.
        lang: `zh` or `en`.
        room: the width of the cell, in em.
        narrow: in a register's cell, where only a generous width is worth a guide.
    """
    return _GUIDE.of(lang)(pattern, room, narrow)


def _english(pattern: DatePattern, room: float, narrow: bool) -> str:
    return "" if narrow or ems(pattern.english) > room else pattern.english


def _chinese(pattern: DatePattern, room: float, narrow: bool) -> str:
    parts = pattern.parts if _least(pattern.parts) <= room else pattern.short
    if _least(parts) + (1 if narrow else 0) > room:
        return ""
    scale = min(_LOOSEST, (room - len(parts)) / sum(blanks for _, blanks in parts))
    return "".join([IDEOGRAPHIC_SPACE * max(1, int(blanks * scale)) + word for word, blanks in parts])


_GUIDE: Final[ByLanguage[Callable[[DatePattern, float, bool], str]]] = ByLanguage(_chinese, _english)


def _least(parts: _Parts) -> float:
    return sum(1.0 + (1.0 if blanks < 3 else 2.0) for _, blanks in parts)


def lined(pattern: DatePattern, lang: str) -> str:
    """The date inside a sentence, with lines to write on."""
    return _LINED.of(lang)(pattern)


def _chinese_lines(pattern: DatePattern) -> str:
    return "".join([line_to_write(blanks) + word for word, blanks in pattern.parts])


_LINED: Final[ByLanguage[Callable[[DatePattern], str]]] = ByLanguage(_chinese_lines, lambda _: line_to_write(_LINE))


def after_label(lang: str, room: float) -> str:
    """What stands after «date:» to be written on: 年 月 日 in *room* em, or a line."""
    return _AFTER_LABEL.of(lang)(room)


_AFTER_LABEL: Final[ByLanguage[Callable[[float], str]]] = ByLanguage(
    lambda room: _chinese(DATE, room, False), lambda _: line_to_write(_LINE)
)
