"""Telephone and identity numbers as people write them in China, and what makes one impossible."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Final

from schemas.rules import Rule

DASHES: Final = re.compile("[\u2010-\u2015\u2212]+")
"""The signs that people and programs put for a hyphen."""
_CHINA: Final = r"(?:(?:\+|00)?86-?)?"
_LOCAL: Final = r"[2-9]\d{2,3}-?\d{4}(?:(?:-|转|分机|x|ext\.?)\d{1,6})?"
_SHORT: Final = r"[2-8]\d{2,5}|9\d{2,3}|(?:转|分机|内线|短号|x|ext\.?)\d{2,6}"
PHONE_PATTERN: Final = (
    rf"{_CHINA}1[3-9]\d-?\d{{4}}-?\d{{4}}"  # mobile
    rf"|{_CHINA}(?:\(0\d{{2,3}}\)|0\d{{2,3}}-?)?{_LOCAL}"  # landline
    r"|[48]00-?\d{3}-?\d{4}"  # of a company
    r"|11\d|12[0-2]|1\d{4,5}|9\d{4,7}"  # 119, 12345, 95598
    rf"|{_SHORT}"  # of a property, or an extension
    r"|(?:\+|00)(?!86)\d{7,15}"  # abroad
)
"""A telephone number without spaces, whole and in any case; also what browsers check by."""
_BETWEEN: Final = re.compile("[、,;/\n]|或| or | and ")
_MOST_NUMBERS: Final = 4
_PHONES: Final = re.compile(PHONE_PATTERN, re.IGNORECASE | re.ASCII)
_SHORT_ONES: Final = re.compile(_SHORT, re.IGNORECASE | re.ASCII)
_MOBILE: Final = re.compile(r"1[3-9][0-9]{4,}")
_RESIDENT: Final = re.compile(r"[0-9]{17}[0-9X]")
_ORGANISATION: Final = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")
_OTHER: Final = re.compile(r"[A-Z]{1,3}[0-9]{6,12}|[A-Z][0-9]{6}\([0-9A]\)")
_PROVINCES: Final = frozenset(
    {*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83, 91}
)


def phone(text: str) -> str | None:
    """*text* without its spaces when it can be a telephone number: mobile, landline, of a service, short, or abroad.

    Several, with a sign or a space between, are joined by 、; a space may also stand amid one, so that it parts no
    short ones.
    """
    if (number := _phone(text)) is not None:
        return number
    for parts, may_be_short in ((_BETWEEN.split(text), True), (text.split(), False)):
        numbers = [number for part in parts if (number := _phone(part)) is not None]
        if not may_be_short and any(map(is_short_phone, numbers)):
            continue
        if 1 < len(numbers) == len(parts) <= _MOST_NUMBERS:
            return "、".join(numbers)
    return None


def is_short_phone(number: str) -> bool:
    """Whether *number* is called from inside only: a short number or an extension."""
    return _SHORT_ONES.fullmatch(number) is not None


def mobile_digits(text: str) -> int | None:
    """How many digits *text* has, which begins like a mobile number; None where it does not."""
    digits = re.sub(r"[\s-]", "", DASHES.sub("-", text))
    return len(digits) if _MOBILE.fullmatch(digits) else None


def _phone(text: str) -> str | None:
    number = DASHES.sub("-", re.sub(r"\s", "", text))
    return number if _PHONES.fullmatch(number) else None


def identity_number(text: str) -> tuple[str, Rule | None]:
    """*text* as a number on an identity document, and the rule it breaks.

    A number of digits is that of a resident's card and must have its region, birthday and check digit right; the code
    of an organisation (18 signs) must have its check sign right; passports and permits begin with a letter.

    Returns:
        The number in capitals without spaces, and a rule or None.
    """
    number = re.sub(r"\s", "", text).upper()
    if _RESIDENT.fullmatch(number):
        return number, _resident(number)
    if _ORGANISATION.fullmatch(number):
        return number, None if _is_checked(number, of_organisation=True) else Rule.BAD_ID_CHECK
    return number, None if _OTHER.fullmatch(number) else Rule.BAD_ID_NUMBER


def _resident(number: str) -> Rule | None:
    if int(number[:2]) not in _PROVINCES:
        return Rule.BAD_ID_NUMBER
    with suppress(ValueError):
        if date(1850, 1, 1) <= date(int(number[6:10]), int(number[10:12]), int(number[12:14])) <= date(2199, 12, 31):
            return None if _is_checked(number, of_organisation=False) else Rule.BAD_ID_CHECK
    return Rule.BAD_ID_BIRTHDAY


def _is_checked(number: str, *, of_organisation: bool) -> bool:
    """Whether the last sign of *number* is the one that the others call for (GB 32100, GB 11643)."""
    from stdnum.cn import ric, uscc  # brings ssl and pydoc with it: 10 MB that only such a number is worth

    return bool((uscc if of_organisation else ric).calc_check_digit(number) == number[-1])
