"""Lines as tokens: characters and their pairs in Chinese, words without their endings in English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from schemas.limits import LONGEST_TEXT
from schemas.plain_text import normal

_RUNS: Final = re.compile("[\u3400-\u9fff]+|[a-z0-9][a-z0-9']*")
_ENDING: Final = re.compile("(?<=..)(?:ing|ed|es|s)$")
_SHORTENED: Final = re.compile("'(?:s|re|ve|ll|d|m)$")
_SMALL: Final = frozenset({
    "a", "an", "the", "to", "of", "for", "in", "on", "at", "and", "or", "is", "are", "was", "am", "be", "do", "does",
    "did", "it", "this", "that", "i", "you", "your", "we", "our", "us", "my", "me", "so",
})  # fmt: skip


def runs(text: str) -> list[str]:
    """Its runs of Chinese characters and its English words, in small letters."""
    return _RUNS.findall(normal(text, "NFKC", LONGEST_TEXT).lower().replace("’", "'"))


def is_chinese(run: str) -> bool:
    """Whether a run is one of Chinese characters."""
    return run >= "\u3400"


def tokens(text: str) -> list[str]:
    """Its tokens; small words are none, unless there are no others."""
    found, every = list[str](), runs(text)
    for run in [run for run in every if run not in _SMALL] or every:
        if is_chinese(run):
            found += [*run, *(one + other for one, other in pairwise(run))]
        else:
            found.append(_ENDING.sub("", _SHORTENED.sub("", run)))
    return found


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many tokens two lines share."""
    return (Counter(one) & Counter(other)).total()
