"""English words typed with a slip of the finger: the nearest word of the index, by optimal string alignment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_SHORTEST: Final = 5
"""Shorter words are left alone: too many of them are one letter apart."""

_LONG: Final = 8
"""From this length on two slips are put right instead of one."""


def nearest(word: str, stems: Iterable[str]) -> str:
    """Which of *stems* was meant by *word*: same first letter, fewest slips, first in the alphabet; "" if none."""
    if len(word) < _SHORTEST:
        return ""
    allowed = 2 if len(word) >= _LONG else 1
    near = (other for other in stems if other[0] == word[0] and abs(len(other) - len(word)) <= allowed)
    slips, best = min(((distance(word, other), other) for other in near), default=(allowed + 1, ""))
    return best if slips <= allowed else ""


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
