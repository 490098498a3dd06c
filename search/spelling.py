"""English words typed with a slip of the finger: the nearest word of the index, the more frequent of two as near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

SHORTEST: Final = 4
"""Shorter ones are left alone: too many of them are one letter apart."""

SHORT: Final = 6
"""Up to this length only a slip counts that people make: a letter left out or doubled, two swapped, a sound alike."""

LONG: Final = 8
"""From this length on two slips are put right instead of one."""

LONGER: Final = 2
"""How many slips are put right at most."""

SURE: Final = 0.0002
"""In which share of the rows of the index a short word stands, or one with two slips, that another is taken for."""

ALIKE: Final = "aeiouy ckqs sz gj dt vf"
"""Letters that are written for each other."""

ENDINGS: Final = "(?:ation|ment|ing|er|or|ion|ance|al|ly|in)s?$"
"""What a word is looked up without where nothing is near the whole of it: `reparation` is `repair`."""

_ENDINGS: Final = re.compile(ENDINGS)
_ALIKE: Final = tuple(map(frozenset, ALIKE.split()))


def nearest(word: str, stems: Iterable[str], frequencies: Mapping[str, int], least: float) -> str:
    """Which of *stems* was meant by *word*: same first letter, fewest slips, most frequent; "" if none.

    Args:
        word: a stem that the index has not.
        stems: those it has.
        frequencies: in how many rows of the index each stands.
        least: in how many rows one must stand where others are nearly as likely.
    """
    others = [other for other in stems if other[0] == word[0]]
    if (meant := _one_slip(word, others, frequencies, least)) or len(word) < LONG:
        return meant
    if meant := _one_slip(_ENDINGS.sub("", word), others, frequencies, least):
        return meant
    like = [one for one in others if -LONGER <= len(one) - len(word) <= LONGER and frequencies[one] >= least]
    near = [(distance(word, one), -frequencies[one], one) for one in like]
    return min((one for one in near if one[0] <= LONGER), default=(0, 0, ""))[2]


def _one_slip(word: str, stems: Sequence[str], frequencies: Mapping[str, int], least: float) -> str:
    if len(word) < SHORTEST:
        return ""
    near = [other for other in stems if is_one_slip(word, other)]
    sure = [one for one in near if len(word) > SHORT or (frequencies[one] >= least and is_common(word, one))]
    return min(((-frequencies[one], one) for one in sure), default=(0, ""))[1]


def is_one_slip(word: str, other: str) -> bool:
    """Whether one letter is inserted, left out, replaced or swapped with its neighbour, and nothing else."""
    longer, shorter = (word, other) if len(word) >= len(other) else (other, word)
    at, size = 0, len(shorter)
    while at < size and longer[at] == shorter[at]:
        at += 1
    if len(longer) > size:
        return longer[at + 1 :] == shorter[at:]
    rest = longer[at + 2 :] == shorter[at + 2 :]
    is_swapped = at + 1 < size and longer[at] == shorter[at + 1] and longer[at + 1] == shorter[at] and rest
    return at < size and (is_swapped or longer[at + 1 :] == shorter[at + 1 :])


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
    earlier, before = [0], [0]
    row = list(range(len(other) + 1))
    for i in range(1, len(one) + 1):
        earlier, before, row = before, row, [i, *[0] * len(other)]
        for j in range(1, len(other) + 1):
            is_same = one[i - 1] == other[j - 1]
            cost = before[j - 1] if is_same else before[j - 1] + 1
            if before[j] < cost:
                cost = before[j] + 1
            if row[j - 1] < cost:
                cost = row[j - 1] + 1
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1] and earlier[j - 2] < cost:
                cost = earlier[j - 2] + 1
            row[j] = cost
    return row[-1]
