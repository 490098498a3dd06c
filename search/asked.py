"""A question that somebody wrote down as an ask, word for word: its place settles it.

Asks are known by a number each, so that the page need not have all of them twice: FNV-1a over the letters and digits,
as UTF-16 has them. The site's `offline-ranking.js` reckons the same.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.index import Index
from search.normalize import normalize
from search.passages import Passage

BONUS: Final = 10.0
"""More than any weighed score, and less than a code."""

_PRIME: Final = 0x01000193
_BASIS: Final = 0x811C9DC5
_BITS: Final = 0xFFFFFFFF
_SIGNS: Final = re.compile(r"[\W_]+")


def key(question: str) -> int:
    """The number of a question: that of any other spelling of it with the same letters and digits."""
    letters = _SIGNS.sub("", normalize(question)).encode("utf-16-le")
    number = _BASIS
    for (unit,) in struct.iter_unpack("<H", letters):
        number = ((number ^ unit) * _PRIME) & _BITS
    return number


def keys(passages: Iterable[Passage]) -> NDArray[np.uint32]:
    """The numbers of all asks, passage by passage, Chinese ones first; an index keeps them."""
    asks = (ask for passage in passages for ask in (*passage.asks_zh, *passage.asks_en))
    return np.array([key(ask) for ask in asks], dtype=np.uint32)


def asked(question: str, index: Index) -> frozenset[int]:
    """The passages of *index* that have *question* for an ask."""
    return frozenset(index.lexical.ask_owners[np.flatnonzero(index.asked == key(question))].tolist())
