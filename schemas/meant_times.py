"""Times as people say them where a handbook wants them otherwise: `1h`, `两个半小时`, `24 小时以内`, `次日 9 点前`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Final

from pydantic_core import PydanticCustomError

from schemas.duration import Duration
from schemas.written_figures import in_figures

_BEFORE: Final = re.compile(
    r"^(?:不超过|不多于|最多|最长|最迟|至多|大约|约|within|in|at most|about|up to)\s*", re.IGNORECASE
)
_BEHIND: Final = re.compile(r"\s*(?:之内|以内|内|左右|at most)$", re.IGNORECASE)
_NUMBER: Final = r"([0-9]{1,4}(?:\.[0-9])?)"
_HOUR: Final = "(?:个?小时|个?钟头|个钟)"
_LETTERS: Final = {
    "秒": "s|secs?|″|''",
    "分钟": "m|mins?|′|'",
    "小时": f"h|hrs?|hours?|{_HOUR}",
    "天": "d|days?",
    "周": "w|weeks?|个?礼拜|个?星期",
    "工作日": "(?:business|work(?:ing)?)[ -]?days?|wd",
    "个月": "months?",
    "年": "y|yrs?|years?",
}
_UNITS: Final = {re.compile(f"(?:{words})", re.IGNORECASE): unit for unit, words in _LETTERS.items()}
_PLAIN: Final = re.compile(rf"{_NUMBER}\s*(\S.*)")


def meant_time(text: str) -> Duration | None:
    """The time that *text* means; None where it cannot be told."""
    said = _BEHIND.sub("", _BEFORE.sub("", in_figures(text.strip())))
    for pattern, time in _PATTERNS.items():
        if match := pattern.fullmatch(said):
            return _read(time(match))
    if match := _PLAIN.fullmatch(said):
        unit = next((unit for words, unit in _UNITS.items() if words.fullmatch(match[2])), match[2])
        return _read(f"{match[1]} {unit}")
    return _read(said)


def _read(text: str) -> Duration | None:
    with suppress(PydanticCustomError):
        return Duration.parse(text)
    return None


def _minutes(hours: str, minutes: str) -> str:
    return f"{Decimal(hours) * 60 + int(minutes):f} 分钟"


_PATTERNS: Final[Mapping[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    re.compile(rf"半{_HOUR}|half an hour", re.IGNORECASE): lambda match: "30 分钟",
    re.compile("an? (hour|day|week|month|year)", re.IGNORECASE): lambda match: f"1 {match[1]}",
    re.compile("半年"): lambda match: "6 个月",
    re.compile("[一1]刻钟?"): lambda match: "15 分钟",
    re.compile("[三3]刻钟?"): lambda match: "45 分钟",
    re.compile(rf"([0-9]{{1,3}})\s*个?半{_HOUR}"): lambda match: f"{match[1]}.5 小时",
    re.compile(rf"([0-9]{{1,3}})\s*{_HOUR}半"): lambda match: f"{match[1]}.5 小时",
    re.compile(r"([0-9]{1,3})\s*天半"): lambda match: f"{match[1]}.5 天",
    re.compile(r"([0-9]{1,2})\s*年半"): lambda match: f"{int(match[1]) * 12 + 6} 个月",
    re.compile(rf"([0-9]{{1,3}})\s*(?:h|hours?|{_HOUR})\s*([0-9]{{1,2}})\s*(?:m|min|minutes?|分钟?)", re.IGNORECASE): (
        lambda match: _minutes(match[1], match[2])
    ),
    re.compile(r"[0-9.]{1,5}\s*(?:[-–—~至到])\s*([0-9.]{1,5}\s*\S.*)"): lambda match: str(meant_time(match[1])),
    re.compile("(当日|当天|次日|第二天)?([0-9]{1,2})(?:点|:00)钟?(?:整)?(前|之前)?"): (
        lambda match: f"{match[1] or '当日'} {match[2]}:00 前"
    ),
    re.compile(r"(当日|当天|次日|第二天)?\s*([0-9]{1,2}:[0-9]{2})\s*(?:前|之前)?"): lambda match: (
        f"{match[1] or '当日'} {match[2]} 前"
    ),
    re.compile(r"(当日|当天|次日|第二天)\s*([0-9]{1,2})\s*点\s*(?:前|之前)?"): lambda match: (
        f"{match[1]} {match[2]}:00 前"
    ),
}
"""What is no number with a unit, and how that is written."""
