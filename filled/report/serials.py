"""Numbers of sheets as a report lists them: by number, those that follow each other as one run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from schemas.punctuation import joined
from schemas.words import Bilingual

_DIGITS: Final = re.compile("([0-9]+)")
_RUN: Final = Bilingual("{first} 至 {last}", "{first} to {last}")
_SHORTEST_RUN: Final = 3


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts page 2 before page 10."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _DIGITS.split(text) if part)


def list_serials(serials: Iterable[str], lang: str) -> str:
    """*serials* in the order of their numbers; three or more that follow each other are their first and last."""
    runs: list[list[str]] = []
    for serial in sorted(dict.fromkeys(serials), key=natural):
        if runs and _follows(runs[-1][-1], serial):
            runs[-1].append(serial)
        else:
            runs.append([serial])
    named = ([_RUN.say(lang, first=run[0], last=run[-1])] if len(run) >= _SHORTEST_RUN else run for run in runs)
    return joined((name for names in named for name in names), lang)


def _follows(one: str, other: str) -> bool:
    """Whether *other* is *one* but for its last number, which is the next."""
    first, second = _DIGITS.split(one), _DIGITS.split(other)
    if len(first) < _SHORTEST_RUN or [*first[:-2], first[-1]] != [*second[:-2], second[-1]]:
        return False
    return int(second[-2]) == int(first[-2]) + 1
