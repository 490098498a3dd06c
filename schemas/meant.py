"""Numbers, dates and times that are written otherwise than a handbook takes them: how they are written instead."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final
from unicodedata import normalize

from schemas.amounts import DAY_WRITTEN
from schemas.duration import WRITTEN
from schemas.meant_times import meant_time
from schemas.messages import Message, Shapes
from schemas.words import Bilingual
from schemas.written_figures import in_figures

_WRITE: Final = Bilingual("写成 {value}。", "Write {value}.")
_DAYS: Final = Bilingual(
    "{year} 年 {month} 月只有 {days} 天，改成有的日子。", "{year}-{month:02} has {days} days: write one of them."
)
_DATE: Final = re.compile(r"([0-9]{4})\s*[-年/.—–]\s*([0-9]{1,2})\s*[-月/.—–]\s*([0-9]{1,2})\s*[日号]?|([0-9]{8})")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:[,' _][0-9]{3})+(?:\.[0-9]+)?")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?")


def how_to_write(rule: Message, value: str) -> Bilingual:
    """What puts a *value* right that *rule* refuses: as it is written if it can be read, else as any is written."""
    read, otherwise = _READERS[rule]
    return read(normalize("NFKC", value).strip()) or otherwise


def _date(text: str) -> Bilingual | None:
    match = _DATE.fullmatch(in_figures(text))
    if match is None:
        return None
    whole = match[4]
    year, month, day = map(int, (whole[:4], whole[4:6], whole[6:]) if whole else match.groups()[:3])
    if not (1 <= month <= 12 and year):
        return None
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        return _DAYS.filled(year=year, month=month, days=days)
    return _WRITE.filled(value=date(year, month, day).isoformat())


def _whole(text: str) -> Bilingual | None:
    number = _digits(text)
    return _WRITE.filled(value=number) if re.fullmatch("-?[0-9]+", number) else None


def _number(text: str) -> Bilingual | None:
    number = _digits(text)
    return _WRITE.filled(value=number) if number else None


def _digits(text: str) -> str:
    """A number without its commas, leading zeros or unit of counting, and in figures; empty where it is none."""
    number = in_figures(text)
    if _GROUPED.fullmatch(number):
        number = re.sub("[,' _]", "", number)
    number = re.sub(r"^(-?)0+(?=[0-9])", r"\1", re.sub(r"(?<=[0-9])\s*[个份张行次页天年月人]$", "", number))
    return number if _NUMBER.fullmatch(number) else ""


def _duration(text: str) -> Bilingual | None:
    time = meant_time(text)
    return _WRITE.filled(value=time) if time is not None else None


_READERS: Final[Mapping[Message, tuple[Callable[[str], Bilingual | None], Bilingual]]] = {
    Shapes.BAD_DATE: (_date, DAY_WRITTEN),
    Shapes.BAD_WHOLE_NUMBER: (_whole, Bilingual("只写数字，如 16。", "Write digits only, such as 16.")),
    Shapes.BAD_NUMBER: (_number, Bilingual("只写数字，如 12.5。", "Write digits only, such as 12.5.")),
    Shapes.BAD_DURATION: (
        _duration,
        WRITTEN,
    ),
}
"""How a value is read that a rule refuses, and what is said where it cannot be."""
