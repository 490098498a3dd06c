"""Codes in a text that are written as those of its handbook are, and lead to no record as they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from schemas.findings import Candidates
from schemas.library import Library
from schemas.messages import Slips
from schemas.reads import derived
from schemas.scalars import Code

_DASH: Final = r"\s?[-\u2010-\u2015\u2212\uff0d]\s?"
_SUSPECT: Final = re.compile(rf"[A-Za-z0-9\uff10-\uff5a]{_DASH}[0-9\uff10-\uff19]")
_NARROW: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    (*range(0x2010, 0x2016), 0x2212), ord("-")
)
_NUMBERED: Final = re.compile(r"(.*[A-Za-z].*)-([0-9]+)")
_FEWEST: Final = 2
"""So many codes are a series; of one alone nobody knows what another would be."""


def codes_astray(library: Library, handbook: str, words: str) -> Iterator[tuple[Slips, str, dict[str, Any]]]:
    """The codes in *words* that no record of *handbook* has, and those that are typed otherwise than it has them."""
    if _SUSPECT.search(words) is None:  # as nearly all are
        return
    codes = _numbered_codes(library, handbook)
    if (pattern := _pattern(codes)) is None:
        return
    for match in pattern.finditer(words.translate(_NARROW)):
        token = words[match.start() : match.end()]
        series, digits = re.sub(r"\s", "", match[1]).upper(), match[2]
        meant = _meant(codes, series, digits)
        if token not in codes and meant:
            yield Slips.CODE_MISTYPED, token, {"code": meant}
        elif token not in codes and (series, len(digits)) in _series(codes):
            yield Slips.CODE_UNKNOWN, token, {"guess": Candidates(f"{series}-{digits}", codes)}


@derived
def _numbered_codes(library: Library, handbook: str) -> tuple[str, ...]:
    """The codes of a handbook that end in a number."""
    codes = (str(entry.code or "") for entry in library.of_handbook(handbook)) if handbook else ()
    return tuple(code for code in codes if _NUMBERED.fullmatch(code) and not Code(code).is_placeholder)


@cache
def _pattern(codes: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds one of their series with a number, in half-width; None where there are none."""
    names = {match[1] for code in codes if (match := _NUMBERED.fullmatch(code))}
    series = "|".join(re.escape(name).replace(r"\-", r"\s?-\s?") for name in sorted(names, key=len, reverse=True))
    pattern = rf"(?<![A-Za-z0-9-])({series})\s?-\s?([0-9]+)(?![A-Za-z0-9]|-[A-Za-z0-9])"
    return re.compile(pattern, re.IGNORECASE) if names else None


@cache
def _series(codes: tuple[str, ...]) -> frozenset[tuple[str, int]]:
    """What several of *codes* begin with, in capitals, and how many digits follow."""
    members = defaultdict[tuple[str, int], set[str]](set)
    for code in codes:
        if match := _NUMBERED.fullmatch(code):
            members[match[1].upper(), len(match[2])].add(code)
    return frozenset(name for name, found in members.items() if len(found) >= _FEWEST)


def _meant(codes: tuple[str, ...], series: str, digits: str) -> str:
    """The code that has the same letters and the same number, however many zeros and whatever case; empty if none."""
    same = ((code, match) for code in codes if (match := _NUMBERED.fullmatch(code)))
    found = (code for code, match in same if match[1].upper() == series and int(match[2]) == int(digits))
    return next(found, "")
