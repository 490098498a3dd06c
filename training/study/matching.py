"""What somebody typed, held against a line of the script, as the browser's player does (`play-matching.js`).

By characters and their pairs in Chinese, by words in English. No model reads it: another way to say the same is
recognised as far as it has the same words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from schemas.limits import LONGEST_TEXT
from schemas.plain_text import normal

Level = Literal["said", "nearly", "missed", "forbidden"]

_SAID: Final = 0.5
"""So much of a line has to be there."""
_NEARLY: Final = 0.3
_LEFT_OUT: Final = 0.25
"""A clause with less of it was not said."""
_SHORT: Final = 4
"""A clause with fewer tokens need not stand by itself."""
_RUNS: Final = re.compile("[\u3400-\u9fff]+|[a-z0-9][a-z0-9']*")
_ENDING: Final = re.compile("(?<=..)(?:ing|ed|es|s)$")
_SHORTENED: Final = re.compile("'(?:s|re|ve|ll|d|m)$")
_SMALL: Final = frozenset({
    "a", "an", "the", "to", "of", "for", "in", "on", "at", "and", "or", "is", "are", "was", "am", "be", "do", "does",
    "did", "it", "this", "that", "i", "you", "your", "we", "our", "us", "my", "me", "so",
})  # fmt: skip
_BRACKETS: Final = re.compile("[（(]([^）)]*)[）)]")
_QUOTED: Final = re.compile("“([^”]+)”")
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


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that are never said; *when* says in what case, where there is one."""

    phrase: str
    when: str


def matched(typed: str, line: str) -> Likeness:
    """How *line* was said by what somebody *typed*."""
    share, missing = likeness(typed, line), tuple(_left_out(typed, line))
    if share < _NEARLY:
        return Likeness("missed", share, missing)
    return Likeness("said" if share >= _SAID and not missing else "nearly", share, missing)


def likeness(typed: str, line: str) -> float:
    """How much of *line* is in *typed*, from 0 to 1; what is said beyond it counts a little against it."""
    mine, its = _tokens(typed), _tokens(line)
    if not mine or not its:
        return 0
    both = _common(mine, its)
    recall, precision = both / len(its), both / len(mine)
    return 5 * precision * recall / (4 * precision + recall) if both else 0


def forbidden(typed: str, never: Iterable[str], line: str = "") -> list[Forbidden]:
    """Which of the words that are *never* said stand in *typed*; those of *line* itself are no fault."""
    return [
        Forbidden(phrase, "".join(_BRACKETS.findall(item)))
        for item in never
        for phrase in _phrases(item)
        if _holds(typed, phrase) and not _holds(line, phrase)
    ]


def _plain(text: str) -> str:
    return normal(text, "NFKC", LONGEST_TEXT).lower().replace("’", "'")


def _tokens(text: str) -> list[str]:
    """Chinese characters and their pairs, English words without their endings."""
    found: list[str] = []
    for run in _RUNS.findall(_plain(text)):
        if run[0] >= "\u3400":
            found += [*run, *(one + other for one, other in pairwise(run))]
        elif run not in _SMALL:
            found.append(_ENDING.sub("", _SHORTENED.sub("", run)))
    return found


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return (Counter(one) & Counter(other)).total()


def _left_out(typed: str, line: str) -> Iterator[str]:
    mine = _tokens(typed)
    for clause in _CLAUSE.findall(line):
        its = _tokens(clause)
        if len(its) >= _SHORT and _common(mine, its) / len(its) < _LEFT_OUT:
            yield clause.strip()


def _phrases(never: str) -> list[str]:
    """`不知道、我也不清楚` and `“Soon”, “in a few days”` as phrases, without what stands in brackets."""
    said = _BRACKETS.sub("", never)
    return [phrase.strip() for phrase in (_QUOTED.findall(said) or re.split("[、；;]", said)) if phrase.strip()]


def _holds(typed: str, phrase: str) -> bool:
    text, sought = (" ".join(_RUNS.findall(_plain(each))) for each in (typed, phrase))
    if not sought:
        return False
    if sought < "\u3400":
        return f" {sought} " in f" {text} "
    wanted = sought.replace(" ", "")
    if len(wanted) > 1:
        return wanted in text.replace(" ", "")
    # a single sound is one only where it stands alone: 恩, not 感恩
    return any(run == wanted * len(run) for run in text.split())
