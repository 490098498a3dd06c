"""The lexical index: BM25 over characters, character pairs, English stems, codes, pinyin, aliases and asks.

Built with bm25s and not with rank-bm25: bm25s works every score out when it indexes and leaves a sparse matrix
(term × row), so that a question is a sum of a few columns, the matrix is three numpy arrays that need no pickle, and
the static site gets the same numbers and no formula. rank-bm25 goes through a dictionary for every row and word of a
question and can only be kept by pickling it. Asking needs the arrays alone, so bm25s is imported when building.

k1 1.2 and b 0.5 were measured before the handbooks were written. A passage has one row for its own words and one for
each ask; it scores as the best of them, which keeps five asks from making a passage long.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.aliases import Alias, expand
from search.passages import Passage
from search.pinyin import pinyin_tokens
from search.tokens import tokenize

K1: Final = 1.2
B: Final = 0.5
HEADING: Final = 2
"""How often a section heading counts in its own row."""

_STEPS: Final = 255

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A row of the index: which passage it belongs to, which of its asks it is (-1: its own words), and its tokens."""

    passage: int
    ask: int
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class LexicalIndex:
    """Scores of every term in every row, column by column.

    Attributes:
        terms: the vocabulary, sorted.
        step: what one unit of `data` is worth.
        data, rows, starts: scores in steps, 1 to 255, their row numbers, and where each term's scores start (one more
            than there are terms). In whole steps every sum is exact, so that the page's own search gives the same.
        owners: the passage of each row, ascending; every passage has at least one row.
        asks: the number of the ask each row is, Chinese ones first, or -1.
    """

    terms: tuple[str, ...]
    step: float
    data: NDArray[np.uint8]
    rows: NDArray[np.int32]
    starts: NDArray[np.int32]
    owners: NDArray[np.int32]
    asks: NDArray[np.int32]

    def scores(self, tokens: Iterable[str], without: tuple[int, int] | None = None) -> Scores:
        """The BM25 score of each passage, shape (passages,); *without* leaves out one ask as (passage, ask)."""
        sums = np.zeros(len(self.owners), dtype=np.int32)
        for token in sorted(set(tokens)):
            if (term := self._numbers.get(token)) is not None:
                column = slice(self.starts[term], self.starts[term + 1])
                sums[self.rows[column]] += self.data[column]
        if without is not None:
            sums[(self.owners == without[0]) & (self.asks == without[1])] = 0
        best = np.maximum.reduceat(sums, self._firsts) if len(sums) else sums
        return (best * self.step).astype(np.float64)

    def weight(self, token: str) -> float:
        """The inverse document frequency of *token* over rows, as BM25 weighs it; greatest for an unknown token."""
        term = self._numbers.get(token)
        frequency = 0 if term is None else int(self.starts[term + 1] - self.starts[term])
        return math.log(1 + (len(self.owners) - frequency + 0.5) / (frequency + 0.5))

    def knows(self, token: str) -> bool:
        """Whether the vocabulary has *token*."""
        return token in self._numbers

    def has(self, token: str, passage: int) -> bool:
        """Whether *token* stands in *passage* or in one of its asks."""
        if (term := self._numbers.get(token)) is None:
            return False
        rows = self.rows[self.starts[term] : self.starts[term + 1]]
        return bool(np.any(self.owners[rows] == passage))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The English stems of the vocabulary."""
        return tuple(term for term in self.terms if term.isascii() and term.isalpha())

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {term: number for number, term in enumerate(self.terms)}

    @cached_property
    def _firsts(self) -> NDArray[np.intp]:
        return np.flatnonzero(np.r_[True, np.diff(self.owners) > 0])


def build_lexical(passages: Sequence[Passage], aliases: Sequence[Alias]) -> LexicalIndex:
    """Index *passages*; the result depends on nothing else, byte for byte."""
    import bm25s  # 70 ms to import, and asking never needs it

    rows = [row for number, passage in enumerate(passages) for row in rows_of(number, passage, aliases)]
    terms = tuple(sorted({token for row in rows for token in row.tokens}))
    numbers = {term: number for number, term in enumerate(terms)}
    ids = [[numbers[token] for token in row.tokens] for row in rows]
    built = bm25s.BM25(k1=K1, b=B, method="lucene").build_index_from_ids(range(len(terms)), ids, show_progress=False)
    scores = np.asarray(built["data"], dtype=np.float64)
    step = float(scores.max()) / _STEPS if len(scores) else 1.0
    return LexicalIndex(
        terms=terms,
        step=step,
        data=np.maximum(1, np.rint(scores / step)).astype(np.uint8),
        rows=np.asarray(built["indices"], dtype=np.int32),
        starts=np.asarray(built["indptr"], dtype=np.int32),
        owners=np.array([row.passage for row in rows], dtype=np.int32),
        asks=np.array([row.ask for row in rows], dtype=np.int32),
    )


def rows_of(number: int, passage: Passage, aliases: Sequence[Alias]) -> Iterator[IndexRow]:
    """The rows of one passage: its own words, then one for each ask, Chinese ones first."""
    yield IndexRow(number, -1, tuple(_own_tokens(passage, aliases)))
    for ask, text in enumerate((*passage.asks_zh, *passage.asks_en)):
        yield IndexRow(number, ask, tuple(_tokens(text, aliases) + pinyin_tokens(text)))


def _own_tokens(passage: Passage, aliases: Sequence[Alias]) -> list[str]:
    zh, en = passage.zh, passage.en
    headings = " ".join((zh.title, en.title, *[zh.section, en.section] * HEADING))
    body = " ".join((zh.text, en.text, zh.say, en.say, zh.by, en.by, passage.hints_zh, passage.hints_en))
    codes = f"{passage.code} {' '.join(passage.forms)}"
    return _tokens(f"{headings} {body} {codes}", aliases) + pinyin_tokens(zh.title if passage.is_record else zh.section)


def _tokens(text: str, aliases: Sequence[Alias]) -> list[str]:
    return tokenize(text) + tokenize(expand(text, aliases))
