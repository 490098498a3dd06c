"""The printed guide of a date to be written by hand: 年 月 日 with room between, or yyyy-mm-dd."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from generators.docx import wml
from generators.docx.measure import ANY_FONT, ems
from generators.docx.sheet import Sheet
from generators.docx.wml import IDEOGRAPHIC_SPACE, line_to_write
from schemas.words import ByLanguage

WRITTEN: Final = "2026-12-28 10:38"
"""A day and an hour as they are written."""
DAY_EMS: Final = ems(WRITTEN[:10]) * ANY_FONT
MOMENT_EMS: Final = ems(WRITTEN) * ANY_FONT
"""The room that a day, and a day and an hour, need on one line, in em."""
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
_LOOSEST: Final = 2.5
"""A blank grows with its cell up to this many times its least width: 26 mm for a year, 18 mm for a month."""
_SPARE: Final = 0.3
"""Room that stays beside a guide, in em, as no two fonts are as wide."""
LEAST_EMS: Final = 10.3
"""The least room in which a day has its guide, in em: 年 月 日 with one before each, 年 with three."""
_IN_REGISTER: Final = 1.9
"""The least blank for a month in a register, in em (6 mm): a narrower one is in the way of the pen."""
_LINE: Final = 6
"""How long a line for a date is, in em."""


def guide(sheet: Sheet, pattern: DatePattern, room: float, size: int, *, narrow: bool = False) -> str:
    """The guide of a date or time in *room* em, as runs; empty when it would leave no room to write.

    Args:
        sheet: the form.
        pattern: how it is written.
        room: the width of the cell, in em.
        size: that of the text, in half-points.
        narrow: in a register's cell, where only a generous width is worth a guide.
    """
    return _GUIDE.of(sheet.lang)(_Blank(pattern, room, size, narrow), sheet.faces.guide)


class _Blank(NamedTuple):
    """The room for a date: how it is written, the width in em, the size of the text, whether in a register."""

    pattern: DatePattern
    room: float
    size: int
    narrow: bool


def _english(blank: _Blank, style: str) -> str:
    text = blank.pattern.english
    return "" if blank.narrow or ems(text) > blank.room else wml.run(text, style)


def _chinese(blank: _Blank, style: str) -> str:
    pattern, room = blank.pattern, blank.room - _SPARE
    for parts in (pattern.parts, pattern.short):
        scale = min(_LOOSEST, (room - len(parts)) / sum(width for _, width in parts))
        least = min(width for _, width in parts) * scale
        if least >= (_IN_REGISTER if blank.narrow else 1.0):
            return "".join([_gap(width * scale, blank.size) + wml.run(word, style) for word, width in parts])
    return ""


def _gap(width: float, size: int) -> str:
    """A blank exactly *width* em wide, whatever the font."""
    count = int(width)
    return wml.run(IDEOGRAPHIC_SPACE * count, spacing=round((width - count) * size * 10 / count))


_GUIDE: Final[ByLanguage[Callable[[_Blank, str], str]]] = ByLanguage(_chinese, _english)


def lined(pattern: DatePattern, lang: str) -> str:
    """The date inside a sentence, with lines to write on."""
    return _LINED.of(lang)(pattern)


def _chinese_lines(pattern: DatePattern) -> str:
    return "".join([line_to_write(blanks) + word for word, blanks in pattern.parts])


_LINED: Final[ByLanguage[Callable[[DatePattern], str]]] = ByLanguage(_chinese_lines, lambda _: line_to_write(_LINE))


def after_label(sheet: Sheet, room: float) -> str:
    """What stands after «date:» to be written on, as runs: 年 月 日 in *room* em, or a line."""
    return _AFTER_LABEL.of(sheet.lang)(sheet, room)


_AFTER_LABEL: Final[ByLanguage[Callable[[Sheet, float], str]]] = ByLanguage(
    lambda sheet, room: guide(sheet, DATE, room, sheet.faces.value), lambda sheet, room: wml.run(line_to_write(_LINE))
)
