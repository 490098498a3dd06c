"""The part of a long message that asks: what the encoder reads, whose time grows with every word."""

from __future__ import annotations

import re
from typing import Final

MOST_UNITS: Final = 40
"""How much of a message is read: a Chinese character counts one, four Latin letters or figures do.

The encoder makes 64 pieces of it at most, as a rule.
"""

SENTENCE: Final = "[^。！？!?；;\\n]+[。！？!?；;\\n]*"
CLAUSE: Final = "[^，,：:、]+[，,：:、]*"
ASKING: Final = (
    "[?？]|吗|呢|怎么|什么|多久|多少|几[天个点时分张]|哪|谁|能不能|可不可以|要不要|是不是|有没有|行不行|该不该|如何|为何"
    "|(?:^|[^a-z])(?:how|what|who|whom|when|where|which|why|can|could|may|should|do|does|is|are|must)(?![a-z])"
)
"""What a sentence has that asks."""

_SENTENCE: Final = re.compile(SENTENCE)
_CLAUSE: Final = re.compile(CLAUSE)
_ASKING: Final = re.compile(ASKING)
_UNIT: Final = re.compile("[\u3400-\u9fff]|[a-z0-9]{1,4}")


def asking_part(plain: str) -> str:
    """What asks of a message that `normalize` has been over, and what stands before it as far as that can be read."""
    if units(plain) <= MOST_UNITS:
        return plain
    pieces = [piece for sentence in _SENTENCE.findall(plain) for piece in _pieces(sentence)]
    first_asking = sorted(range(len(pieces)), key=lambda place: (not _ASKING.search(pieces[place]), place))
    kept, left = set[int](), MOST_UNITS
    for place in first_asking:
        if units(pieces[place]) <= left:
            kept.add(place)
            left -= units(pieces[place])
    return "".join(pieces[place] for place in sorted(kept)) or _window(plain)


def _window(plain: str) -> str:
    """As much of one long sentence as can be read, from where it asks last, or before that to its end."""
    found = list(_UNIT.finditer(plain))
    asked = max((match.start() for match in _ASKING.finditer(plain)), default=0)
    at = sum(unit.end() <= asked for unit in found)
    first = min(at, len(found) - MOST_UNITS)
    return plain[found[first].start() : found[first + MOST_UNITS - 1].end()]


def units(text: str) -> int:
    """How long *text* is for the encoder, about."""
    return len(_UNIT.findall(text))


def _pieces(sentence: str) -> list[str]:
    return [sentence] if units(sentence) <= MOST_UNITS // 2 else _CLAUSE.findall(sentence)
