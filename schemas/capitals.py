"""Sums of money in Chinese capital characters (大写): written for a form, and read from one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("", "拾", "佰", "仟")
_GROUPS: Final = ("", "万", "亿")
_VARIANTS: Final = str.maketrans("圆圓貳弍弐贰參叄陸萬億負〇", "元元贰贰贰贰叁叁陆万亿负零")
_LONGEST: Final = 200
"""Characters of a sum in words; the longest that `capitals` writes has 31."""
_SUM: Final = re.compile(
    r"(?:人民币|RMB)?[:：]?\s*(?P<minus>负?)(?P<whole>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*)(?P<yuan>元?)"
    r"零?(?:(?P<jiao>[零壹贰叁肆伍陆柒捌玖])角)?零?(?:(?P<fen>[零壹贰叁肆伍陆柒捌玖])分)?[整正]?"
)


def capitals(amount: Decimal) -> str:
    """*amount* in yuan in capital characters: 1005.30 is 壹仟零伍元叁角整, 0.05 is 伍分.

    Args:
        amount: less than 10^12, of two decimals at most.
    """
    cents = int(abs(amount) * 100)
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    words = f"{_whole(yuan)}元" if yuan or not cents else ""
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    elif fen and yuan:
        words += "零"
    words += f"{_DIGITS[fen]}分" if fen else "整"
    return f"负{words}" if amount < 0 else words


def _whole(number: int) -> str:
    """A whole number: zeros inside it are said once, those at its end not at all."""
    if number == 0:
        return _DIGITS[0]
    words, gap = "", False
    for position, digit in zip(range(len(str(number)) - 1, -1, -1), map(int, str(number)), strict=True):
        group, place = divmod(position, 4)
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = digit == 0
        if place == 0 and number // 10**position % 10**4:
            words += _GROUPS[group]
    return words


def amount_in(words: str) -> Decimal | None:
    """The amount that capital characters say, in yuan; None when they say none."""
    if len(words) > _LONGEST:
        return None
    match = _SUM.fullmatch(re.sub(r"\s", "", words).translate(_VARIANTS))
    if match is None or not (match["yuan"] or match["jiao"] or match["fen"]) or (match["whole"] and not match["yuan"]):
        return None
    cents = _read_whole(match["whole"]) * 100
    cents += 10 * _DIGITS.index(match["jiao"] or "零") + _DIGITS.index(match["fen"] or "零")
    return Decimal(-cents if match["minus"] else cents) / 100


def _read_whole(words: str) -> int:
    """The number that *words* say: sections of up to four digits, each with its 万 or 亿."""
    total = section = digit = 0
    for char in words:
        if char in _DIGITS:
            digit = _DIGITS.index(char)
        elif char in _PLACES:
            section += (digit or 1) * 10 ** _PLACES.index(char)
            digit = 0
        elif char == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        else:
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    return total + section + digit
