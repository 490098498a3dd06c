"""An ask that is left out, as evaluation does with the question that it asks: the others of its passage are encoded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from search.encoder import Encoder, Vectors, unit
from search.lines import said_of
from search.passages import Passage
from search.shipped import rounded
from search.vector_cache import encoded


class EncodedOthers:
    """What is said of each of *passages* beside one of its asks, as the *encoder* reads it.

    The asks of a passage are left out one after the other: it is read once for all of them.
    """

    def __init__(self, passages: Sequence[Passage], encoder: Encoder) -> None:
        self._passages, self._encoder = passages, encoder
        self._read = lru_cache(maxsize=2)(self._vectors)

    def middle(self, passage: int, ask: int, *, english: bool) -> Vectors:
        """The middle of it in one language, of length one."""
        its = self._passages[passage]
        left_out = (*its.asks_zh, *its.asks_en)[ask]
        each = zip(said_of(its).both()[english], self._read(passage, english), strict=True)
        return unit(sum(vector for text, vector in each if text != left_out))

    def _vectors(self, passage: int, english: bool) -> list[Vectors]:
        return [unit(rounded(one)) for one in encoded(said_of(self._passages[passage]).both()[english], self._encoder)]
