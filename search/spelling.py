"""English words typed with a slip of the finger: the nearest word of the index, the more frequent of two as near."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

SHORTEST: Final = 4
"""Shorter ones are left alone: too many of them are one letter apart."""

SHORT: Final = 6
"""Up to this length only a slip counts that people make: a letter left out or doubled, two swapped, a sound alike."""

LONG: Final = 8
"""From this length on two slips are put right instead of one."""

SURE: Final = 0.0002
"""In which share of the rows of the index a short word stands, or one with two slips, that another is taken for."""

ALIKE: Final = "aeiouy ckqs sz gj dt vf"
"""Letters that are written for each other."""

ENDINGS: Final = "(?:ation|ment|ing|er|or|ion|ance|al|ly|in)s?$"
"""What a word is looked up without where nothing is near the whole of it: `reparation` is `repair`."""

_ENDINGS: Final = re.compile(ENDINGS)
_ALIKE: Final = tuple(map(frozenset, ALIKE.split()))


def nearest(word: str, stems: Iterable[str], frequency: Callable[[str], int], rows: int) -> str:
    """Which of *stems* was meant by *word*: same first letter, fewest slips, most frequent; "" if none.

    Args:
        word: a stem that the index has not.
        stems: those it has.
        frequency: in how many rows of the index a stem stands.
        rows: how many there are.
    """
    others = [other for other in stems if other[0] == word[0]]
    share = _Share(frequency, SURE * rows)
    if (meant := _within(word, others, 1, share)) or len(word) < LONG:
        return meant
    return _within(_ENDINGS.sub("", word), others, 1, share) or _within(word, others, 2, share)


class _Share(NamedTuple):
    frequency: Callable[[str], int]
    sure: float


def _within(word: str, stems: Iterable[str], allowed: int, share: _Share) -> str:
    if len(word) < SHORTEST:
        return ""
    near = (other for other in stems if abs(len(other) - len(word)) <= allowed)
    measured = [(distance(word, other), other) for other in near]
    likely = [(slips, -share.frequency(other), other) for slips, other in measured if 0 < slips <= allowed]
    fit = (
        (slips, rarity, other)
        for slips, rarity, other in likely
        if (slips == 1 and len(word) > SHORT) or (-rarity >= share.sure and (slips > 1 or is_common(word, other)))
    )
    return min(fit, default=(0, 0, ""))[2]


def is_common(word: str, meant: str) -> bool:
    """Whether *word*, one slip from *meant*, is what people type for it."""
    first = next((at for at, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), len(word))
    if len(word) < len(meant):
        return len(word) > SHORTEST
    if len(word) > len(meant):
        return len(word) > SHORTEST and word[first : first + 1] == word[first - 1 : first]
    if word[first : first + 2] == meant[first : first + 2][::-1]:
        return True
    return len(word) > SHORTEST and any({word[first], meant[first]} <= letters for letters in _ALIKE)


def distance(one: str, other: str) -> int:
    """Letters inserted, left out, replaced or swapped with their neighbour, at least, between two words."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
