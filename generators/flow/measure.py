"""How wide a text is and where it may break, without a font: good enough to give every box its size.

The page's font is not known when the site is built, so widths lean to the generous side.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate
from math import inf
from typing import Final

from generators.ellipsis import ellipsis

_NARROW: Final = frozenset("iIjlft.,:;'|!()[]{}/\\ r-")
_BROAD: Final = frozenset("mwMW@%&—")
_OPENING: Final = frozenset("（《〈「『【〔［｛“‘([{«$")
_CLOSING: Final = frozenset("）》〉」』】〕］｝”’)]}»，。、；：？！…—％,.;:?!%~～·")
_PAUSES: Final = frozenset("，。、；：？！…,.;:?! ）)")
_MOST_WORK: Final = 300_000
"""Ways to break a text that are weighed: a label has some 40 pieces; a paragraph in its place is just filled."""
_RUNS: Final = re.compile(r"\s+|[^\s]")


@cache
def em(character: str) -> float:
    """The width of one character, in em."""
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character in _NARROW:
        return 0.34
    if character in _BROAD:
        return 0.9
    return 0.72 if character.isupper() else 0.6


def width(text: str, size: float) -> float:
    """The width of *text* in pixels at a font size of *size* pixels."""
    return sum(em(character) for character in text) * size


def wrap(text: str, size: float, limit: float) -> list[str]:
    """Break *text* into as few lines of at most *limit* pixels as fit, even, rather after a comma than not."""
    pieces = _pieces(text, size, limit)
    lines = _fill(pieces, size, limit)
    if len(lines) < 2 or len(lines) * len(pieces) ** 2 > _MOST_WORK:
        return lines
    return _even(pieces, size, limit, len(lines)) or lines


def excerpt(text: str, size: float, limit: float, most: int) -> list[str]:
    """At most *most* lines of *text*; what is left out shows as `…`."""
    lines = _fill(_pieces(text, size, limit), size, limit)
    if len(lines) <= most:
        return wrap(text, size, limit)
    whole = last = lines[most - 1]
    before = "".join(lines[: most - 1])
    while last and width(ellipsis(last, before), size) > limit:
        last = last[:-1]
    if last != whole and _sticks(last or " ", whole[len(last)]) and " " in last:
        last = last[: last.rindex(" ")]
    return [*lines[: most - 1], ellipsis(last, before)]


def _fill(pieces: list[str], size: float, limit: float) -> list[str]:
    lines: list[str] = []
    current = ""
    for piece in pieces:
        if current and width((current + piece).rstrip(), size) > limit:
            lines.append(current.rstrip())
            current = ""
        current = current + piece if current else piece.lstrip()
    return [*lines, current.rstrip()] if current.strip() else lines


def _even(pieces: list[str], size: float, limit: float, count: int) -> list[str]:
    """Exactly *count* lines, by the least sum of squared room left over; none if that cannot be."""
    ends = [0.0, *accumulate(width(piece, size) for piece in pieces)]
    total = len(pieces)
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for _ in range(count):
        reached: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, breaks) in best.items():
            for end in range(start + 1, total + 1):
                room = limit - (ends[end] - ends[start])
                if room < -size and end > start + 1:
                    break
                blank = 0.0 if end == total or pieces[end - 1][-1] in _PAUSES or pieces[end].isspace() else size
                here = cost + (room if room > 0 else 0.0) ** 2 + blank**2 * 4
                if width("".join(pieces[start:end]).strip(), size) <= limit and here < reached.get(end, (inf, []))[0]:
                    reached[end] = (here, [*breaks, end])
        best = reached
    cuts = best.get(total, (inf, []))[1]
    return ["".join(pieces[start:end]).strip() for start, end in zip([0, *cuts], cuts, strict=False)]


def _pieces(text: str, size: float, limit: float) -> list[str]:
    """Cut *text* where a line may break; a piece that is itself too long is cut by force."""
    pieces: list[str] = []
    for token in _RUNS.findall(text):
        if pieces and _sticks(pieces[-1], token):
            pieces[-1] += token
        else:
            pieces.append(" " if token.isspace() else token)
    return [part for piece in pieces for part in _force(piece, size, limit)]


def _sticks(before: str, after: str) -> bool:
    """Whether no line may break between the end of *before* and the character *after*."""
    last = before[-1]
    if after.isspace() or last.isspace():
        return False
    if after in _CLOSING or last in _OPENING:
        return True
    return em(after) < 1 and em(last) < 1 and last not in _CLOSING - set("'.,:%")


def _force(piece: str, size: float, limit: float) -> list[str]:
    parts = [""]
    for character in piece:
        if parts[-1] and width(parts[-1] + character, size) > limit:
            parts.append("")
        parts[-1] += character
    return parts
