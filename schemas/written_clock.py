"""Hours and minutes as people write them: 下午3点半, 9时15分, 9点一刻, 3:15 PM, 0915."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Clock(NamedTuple):
    """An hour and a minute of a day."""

    hour: int
    minute: int


_Span = tuple[int, int, int]
"""The first and last hour that may be written, and what is added to it."""
_MORNING: Final[tuple[_Span, ...]] = ((0, 11, 0),)
_AFTERNOON: Final[tuple[_Span, ...]] = ((1, 11, 12), (12, 23, 0))
_EVENING: Final[tuple[_Span, ...]] = ((5, 11, 12), (17, 23, 0))
_PARTS: Final[dict[str, tuple[_Span, ...]]] = {
    **dict.fromkeys(("上午", "早上", "早晨", "清晨", "早"), _MORNING),
    "凌晨": ((0, 6, 0), (12, 12, -12)),
    "中午": ((1, 2, 12), (11, 14, 0)),
    **dict.fromkeys(("下午", "午后", "傍晚"), _AFTERNOON),
    **dict.fromkeys(("晚上", "夜里", "夜间", "晚"), _EVENING),
    "am": (*_MORNING, (12, 12, -12)),
    "pm": _AFTERNOON,
}
"""The hours that each part of a day has; 晚上12点 and 晚上1点 may be of the next day, and are none of them."""
_LAST_HOUR: Final = 23
_LAST_MINUTE: Final = 59
_MINUTES: Final = {"半": 30, "一刻": 15, "三刻": 45, "整": 0}
PARTS_OF_DAY: Final = tuple(sorted((part for part in _PARTS if not part.isascii()), key=len, reverse=True))
"""What a time may begin with, longest first."""
CLOCK: Final = (
    rf"(?P<part>{'|'.join(PARTS_OF_DAY)})? ?(?P<hour>[0-9]{{1,2}}) ?"
    rf"(?:[:.] ?(?P<minute>[0-9]{{2}})(?: ?: ?[0-5][0-9])?"
    rf"|[时点] ?(?:(?P<minutes>[0-9]{{1,2}}) ?分? ?(?:[0-9]{{1,2}} ?秒)?|(?P<quarter>{'|'.join(_MINUTES)}))?)?"
    r"(?P<english> ?[ap]\.?m\.?)?"
    r"|(?P<compact>[0-9]{4})(?: ?h| hrs)?"
)
"""A time of day; `clock_of` reads what it matched."""
_CLOCK: Final = re.compile(CLOCK, re.IGNORECASE)
_HAS_MORE: Final = re.compile("[:.时点hm]", re.IGNORECASE)


def clock_of(text: str) -> Clock | None:
    """The time that *text* says; None where it says none, or one that may be another: 晚上12点, 上午15点, 9.

    24:00 is the last minute of its day, so that the day stays.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    if compact := match["compact"]:
        return _checked(int(compact[:2]), int(compact[2:]))
    if not _HAS_MORE.search(text):
        return None  # a bare number
    minute = _MINUTES[match["quarter"]] if match["quarter"] else int(match["minute"] or match["minutes"] or 0)
    english = (match["english"] or "").replace(".", "").strip().lower()
    part = match["part"] or english
    if match["part"] and english:
        return None
    if not part:
        return _checked(int(match["hour"]), minute)
    return next(
        (
            _checked(int(match["hour"]) + more, minute)
            for first, last, more in _PARTS[part]
            if first <= int(match["hour"]) <= last
        ),
        None,
    )


def is_no_time(text: str) -> bool:
    """Whether *text* is written like a time, and no day has it: 25:10, 9:75."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or not (match["compact"] or _HAS_MORE.search(text)):
        return False
    hour, minute = match["hour"], match["minute"] or match["minutes"] or 0
    if compact := match["compact"]:
        hour, minute = compact[:2], compact[2:]
    return int(hour) > _LAST_HOUR or int(minute) > _LAST_MINUTE


def _checked(hour: int, minute: int) -> Clock | None:
    if (hour, minute) == (_LAST_HOUR + 1, 0):
        return Clock(_LAST_HOUR, _LAST_MINUTE)
    return Clock(hour, minute) if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else None
