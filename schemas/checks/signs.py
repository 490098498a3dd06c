"""Signs in a text that a reader stumbles over: doubled, of an English keyboard, without their other half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from schemas.messages import Slips

_DOUBLED: Final = re.compile("[，、；：][，、；：。！？]|。[，、；：。！？]|[！？][，、；：。]")
_NARROW: Final = re.compile(r"(?<=[\u4e00-\u9fff”）》])[,;:?!](?=[\u4e00-\u9fff“（《])")
_WIDE: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_HALVES: Final = {"（": "）", "“": "”", "《": "》", "【": "】", "「": "」", "〔": "〕"}
_HALF: Final = re.compile(f"[{''.join((*_HALVES, *_HALVES.values()))}]")
_CHINESE: Final = re.compile(r"[\u2e80-\u9fff\uff01-\uff60]")
_SENTENCE: Final = re.compile(r"(?<![A-Za-z])[A-Za-z]+,? [A-Za-z’']+,? [A-Za-z’']+")
_SHOWN: Final = 10
"""Characters by which a sign is told from others of its text."""


def signs_astray(text: str) -> Iterator[tuple[Slips, str, dict[str, Any]]]:
    """What is odd about the signs of *text*: of each sort the first."""
    if text.isascii():
        return
    if match := _DOUBLED.search(text):
        yield Slips.SIGNS_DOUBLED, match[0], {}
    if match := _NARROW.search(text):
        around = text[match.start() - 1 : match.end() + 1]
        yield Slips.SIGN_NARROW, around, {"sign": match[0], "wide": _WIDE[match[0]]}
    if half := _without_other(text):
        yield Slips.HALF_PAIR, half, {"sign": half[0], "other": _other(half[0])}


def is_in_english(text: str) -> bool:
    """Whether *text*, which should be in Chinese, is an English sentence."""
    return _SENTENCE.search(text) is not None and _CHINESE.search(text) is None


def _without_other(text: str) -> str:
    """The first sign of a pair in *text* that stands alone, with what follows; empty where none does."""
    opened: list[re.Match[str]] = []
    for match in _HALF.finditer(text):
        if match[0] in _HALVES:
            opened.append(match)
        elif not opened or _HALVES[opened.pop()[0]] != match[0]:
            return _shown(text, match)
    return _shown(text, opened[0]) if opened else ""


def _shown(text: str, match: re.Match[str]) -> str:
    return text[match.start() : match.start() + _SHOWN].partition("\n")[0]


def _other(sign: str) -> str:
    return _HALVES.get(sign) or next(first for first, second in _HALVES.items() if second == sign)
