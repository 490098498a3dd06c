"""What somebody typed, held against a line of the script, as the browser's player does (`play-matching.js`).

No model reads it: another way to say the same is recognised as far as it has the same words. Both sides are held to
`tests/data/role-play.json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from training.study.thresholds import LEFT_OUT, NEARLY, SAID, SHORT
from training.study.tokens import common, tokens

Level = Literal["said", "nearly", "missed", "forbidden"]
_CLAUSE: Final = re.compile("[^。！？；，：.!?;,:…]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a line was said.

    Attributes:
        level: whether it was said, nearly, or not.
        share: how much of it, from 0 to 1.
        missing: the clauses of which next to nothing was said.
    """

    level: Level
    share: float
    missing: tuple[str, ...]


def matched(typed: str, line: str) -> Likeness:
    """How *line* was said by what somebody *typed*."""
    share, missing = likeness(typed, line), tuple(_left_out(typed, line))
    if share < NEARLY:
        return Likeness("missed", share, missing)
    return Likeness("said" if share >= SAID and not missing else "nearly", share, missing)


def likeness(typed: str, line: str) -> float:
    """How much of *line* is in *typed*, from 0 to 1; what is said beyond it counts a little against it."""
    mine, its = tokens(typed), tokens(line)
    if not mine or not its:
        return 0
    both = common(mine, its)
    recall, precision = both / len(its), both / len(mine)
    return 5 * precision * recall / (4 * precision + recall) if both else 0


def _left_out(typed: str, line: str) -> Iterator[str]:
    mine = tokens(typed)
    for clause in _CLAUSE.findall(line):
        its = tokens(clause)
        if len(its) >= SHORT and common(mine, its) / len(its) < LEFT_OUT:
            yield clause.strip()
