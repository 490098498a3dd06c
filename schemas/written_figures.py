"""Days and times written in Chinese numerals, with figures in their place: 十一月二日, 二〇二六年, 下午三点四十五."""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = {char: str(number) for number, char in enumerate("〇一二三四五六七八九")} | {
    "零": "0", "○": "0", "两": "2",
}  # fmt: skip
_DIGIT: Final = f"[{''.join(_DIGITS)}]"
_NUMBER: Final = re.compile(
    rf"(?P<kept>(?:星期|周|礼拜){_DIGIT}|[一三]刻)|(?P<tens>{_DIGIT}?)十(?P<one>{_DIGIT}?)|(?P<old>[廿卅])(?P<more>{_DIGIT}?)"
    rf"|{_DIGIT}+"
)


def in_figures(text: str) -> str:
    """*text* with figures for its numerals; 一刻, 三刻 and weekdays stay."""
    return text if text.isascii() else _NUMBER.sub(_figures, text)


def _figures(match: re.Match[str]) -> str:
    text = match[0]
    if match["kept"]:
        return text
    if "十" in text:
        return f"{_DIGITS.get(match['tens'], '1')}{_DIGITS.get(match['one'], '0')}"
    if old := match["old"]:
        return f"{'2' if old == '廿' else '3'}{_DIGITS.get(match['more'], '0')}"
    return "".join(map(_DIGITS.__getitem__, text))
