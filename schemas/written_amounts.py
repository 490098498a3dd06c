"""Numbers and sums of money as people write them: 1.2万, 一百元整, 壹佰元, 100元5角, 人民币 100 元.

What Chinese numerals say is read by `schemas.capitals`, which reads the capitals of every form: `cn2an` 0.5 was tried,
and refuses 两万三千 where it is strict, and takes 一百五 for 150 and refuses 1.2万 where it is not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from schemas.capitals import amount_in, capitals

_SCALES: Final = {"千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_SCALED: Final = re.compile(rf"([0-9]{{1,9}}(?:\.[0-9]{{1,6}})?) ?({'|'.join(sorted(_SCALES, key=len, reverse=True))})")
_PARTS: Final = re.compile(r"([0-9]{1,12})[元块](?:([0-9])[角毛])?(?:([0-9])分)?")
_BEFORE: Final = re.compile(r"^(?:人民币|RMB|CNY|¥)[: ]*", re.IGNORECASE)
_AFTER: Final = re.compile(r" ?(?:元整|元正|块钱|元|块|圆|yuan|RMB|CNY)$", re.IGNORECASE)
_GROUPED: Final = re.compile("[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12}")
_NUMERALS: Final = str.maketrans("〇一二两三四五六七八九十百千块毛", "零壹贰贰叁肆伍陆柒捌玖拾佰仟元角")


def sum_of(text: str) -> Decimal | None:
    """The sum in yuan that *text* says; None where it says none, or one that may be another: 一百五."""
    bare = _BEFORE.sub("", text)
    if parts := _PARTS.fullmatch(bare.replace(" ", "")):
        return Decimal(f"{parts[1]}.{parts[2] or 0}{parts[3] or 0}")
    bare = _AFTER.sub("", bare).strip()
    return number_of(bare) if number_of(bare) is not None else _in_words(bare, text)


def number_of(text: str) -> Decimal | None:
    """The number that *text* says in figures with a scale, or in words; None where it says none."""
    if match := _SCALED.fullmatch(text):
        return Decimal(match[1]) * _SCALES[match[2]]
    whole, dot, rest = text.partition(".")
    if _GROUPED.fullmatch(whole) and (not dot or re.fullmatch("[0-9]{1,6}", rest)):
        return Decimal(whole.replace(",", "") + dot + rest)
    return _said(f"{text.translate(_NUMERALS)}元")


def _in_words(bare: str, text: str) -> Decimal | None:
    """A sum in words with its jiao and fen: 三元五角."""
    return _said(_BEFORE.sub("", text).translate(_NUMERALS)) if bare else None


def _said(words: str) -> Decimal | None:
    """What capitals say that are written as they are written: 壹佰伍元 is not, and may be 150 as well as 105."""
    words = re.sub("[整正]$", "", re.sub(r"\s", "", words).replace("圆", "元"))
    words = re.sub("^拾", "壹拾", words)
    amount = amount_in(words)
    return amount if amount is not None and capitals(amount).rstrip("整") == words else None
