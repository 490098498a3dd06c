"""What is mistyped in English whatever it says: a word twice, signs and spaces too many, brackets without mate."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import eq
from typing import Final

_OFTEN: Final = frozenset(("that", "had", "is", "bye", "no", "very", "so", "knock", "ha", "tut"))
"""«That that» and «had had» are English, and «no no» is what people say."""
_WRONG: Final = re.compile(
    r"[,;:] ?[,;:.!?]|(?<!\.)\.\.(?!\.)| [,;:!?](?![)(])| \.(?=\s|$)|  |^ | $"
    r"|[,;:!?](?<=[a-z].)(?=[A-Za-z])|\.(?<=[a-z]{2}\.)(?=[A-Z][a-z])"
)
"""Signs beside one another, a space before one, spaces too many, and none behind a sign."""
_LONGEST_NUMBER: Final = 3
_NUMBERED: Final = re.compile(rf"(?:^|\s)\w{{1,{_LONGEST_NUMBER}}}$")
"""What stands before the bracket of `1)` and `a)`, which has no mate."""
_MATES: Final = {")": "(", "]": "[", "”": "“"}
_BRACKET: Final = re.compile(r"[()\[\]“”]")


def mistyped(source: str, translation: str) -> str:
    """The words in which something is mistyped; empty where nothing is.

    Args:
        source: the Chinese; brackets that have no mate there need none in English.
        translation: the English.
    """
    words = translation.lower().split()
    if any(map(eq, words, words[1:])) and (word := _twice(words)):
        return f"{word} {word}"
    if match := _WRONG.search(translation):
        return _around(translation, match)
    lonely = _lonely(translation) if _BRACKET.search(translation) else ""
    return lonely if lonely and not _lonely(source.translate(_NARROW)) else ""


def _twice(words: list[str]) -> str:
    """The first word that stands twice in a row and seldom does."""
    return next(
        (word for word, other in pairwise(words) if word == other and word.isalpha() and word not in _OFTEN), ""
    )


def _around(text: str, match: re.Match[str]) -> str:
    """What was found with the words that it stands between."""
    before, after = text[: match.start()].split(" ")[-1], text[match.end() :].split(" ")[0]
    return f"{before}{match[0]}{after}"


_NARROW: Final = str.maketrans("（）〔〕【】", "()[][]")


def _lonely(text: str) -> str:
    """The first bracket or quote without its mate."""
    is_open: list[str] = []
    for match in _BRACKET.finditer(text):
        if match[0] not in _MATES:
            is_open.append(match[0])
        elif is_open and is_open[-1] == _MATES[match[0]]:
            is_open.pop()
        elif match[0] != ")" or not _NUMBERED.search(text[max(0, match.start() - _LONGEST_NUMBER - 1) : match.start()]):
            return match[0]
    return is_open[0] if is_open else ""
