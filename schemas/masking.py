"""What is shown and kept of what is personal: never the whole of it, in a field of its own or amid other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Final

from schemas.personal import personal_spans

Mask = Callable[[str], str]
Known = Mapping[str, tuple[re.Pattern[str], ...]]
"""What finds in a text those who are named elsewhere, by the character that it begins with."""

NOBODY: Final[Known] = MappingProxyType({})
_LONGEST_NAME: Final = 4
_LONG_NUMBER: Final = 11
_ALL: Final = "***"


def masked(text: str, known: Known = NOBODY) -> str:
    """*text* with a star for every character that tells who somebody is, or how and where to reach them.

    Args:
        text: whatever somebody has written: a question, a remark. Codes, amounts, dates and spans of time stay.
        known: who is named elsewhere, and no longer tells from this text alone.
    """
    characters = list(text)
    for start, end in (*personal_spans(text), *_known(text, known)):
        characters[start:end] = "*" * (end - start)
    return "".join(characters)


def together(*known: Known) -> Known:
    """Whoever any of *known* finds."""
    if len(some := [one for one in known if one]) < 2:
        return some[0] if some else NOBODY
    return {first: tuple(chain.from_iterable(one.get(first, ()) for one in some)) for first in set().union(*some)}


def _known(text: str, known: Known) -> Iterator[tuple[int, int]]:
    for place, character in enumerate(text if known else ""):
        yield from (match.span() for shape in known.get(character, ()) if (match := shape.match(text, place)))


def nothing(text: str) -> str:
    """Stars, whatever *text* is."""
    return _ALL


def surname(text: str) -> str:
    """A name by its first character; nothing of a text that is too long for a name."""
    return hide(text, 1, 0) if len(text) <= _LONGEST_NAME else _ALL


def ends(first: int, last: int) -> Mask:
    """A mask that shows the *first* and *last* characters of a number."""
    return lambda text: hide(text, first, last)


def hide(text: str, first: int, last: int) -> str:
    """*text* with stars for all but its *first* and *last* characters; of a short one at least half is hidden."""
    visible = first + last if len(text) >= _LONG_NUMBER else len(text) // 2
    while first + last > visible:
        first, last = (first - 1, last) if first > last else (first, last - 1)
    return text[:first] + "*" * (len(text) - first - last) + text[len(text) - last :]
