"""Words never said, looked for in what somebody typed.

`不知道、我也不清楚` is two phrases, `“Soon”, “in a few days”` as well; what stands in brackets is when
they are not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from training.study.tokens import is_chinese, runs

_BRACKETS: Final = re.compile("[（(]([^）)]*)[）)]")
_QUOTED: Final = re.compile("“([^”]+)”")
_BETWEEN: Final = re.compile("[、；;]")


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that are never said; *when* says in what case, where there is one."""

    phrase: str
    when: str


def forbidden(typed: str, never: Iterable[str], line: str) -> list[Forbidden]:
    """Which of the words that are *never* said stand in *typed*; those of the right *line* itself are no fault."""
    return [
        Forbidden(phrase, " ".join(_BRACKETS.findall(item)))
        for item in never
        for phrase in _phrases(item)
        if _holds(typed, phrase) and not _holds(line, phrase)
    ]


def _phrases(never: str) -> list[str]:
    said = _BRACKETS.sub("", never)
    return [phrase.strip() for phrase in (_QUOTED.findall(said) or _BETWEEN.split(said)) if phrase.strip()]


def _holds(typed: str, phrase: str) -> bool:
    text, sought = " ".join(runs(typed)), " ".join(runs(phrase))
    if not sought:
        return False
    if not is_chinese(sought):
        return f" {sought} " in f" {text} "
    wanted = sought.replace(" ", "")
    if len(wanted) > 1:
        return wanted in text.replace(" ", "")
    # a single sound is one only where it stands alone: 恩, not 感恩
    return any(run == wanted * len(run) for run in text.split())
