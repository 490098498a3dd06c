"""What speaks for a passage, sign by sign; `search.weighing` says how much each counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from schemas.words import ByLanguage
from search.encoder import Vectors
from search.index import Index
from search.lexical import LexicalIndex, Scores, first_of_each
from search.question import Fact, Question
from search.store import Spread
from search.student import Gist

NAMES: Final = (
    "words", "text", "middle", "across",
    "record", "whole", "covered_by_record", "said_by_record", "covered", "start", "fact",
)  # fmt: skip
"""The signs, in the order of the rows of `Signs.rows`."""
OF_VECTORS: Final = frozenset({"text", "middle", "across"})
"""Those that are 0 where words alone are compared; the student has the middle only."""
Way = Literal["vectors", "student", "words"]
"""What a question is compared by: the encoder, the student that stands for it in the page, or its words alone."""
WAYS: Final[tuple[Way, ...]] = get_args(Way)

WORDS: Final = 3.0
"""What words count beside vectors where the parts of a record are joined: measured on the tuning half."""
_IS_ENGLISH: Final = ByLanguage(False, True)

BEST: Final = 3
"""How many of the best parts of a record speak for it as a whole."""
GRAIN: Final = 10**6
"""The weight of a word is counted in so many parts of one: whole numbers, whose sums are the same in every order."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of every passage for a question.

    Attributes:
        rows: one row for each of `NAMES`, shape (signs, passages).
        words: BM25, shape (passages,).
        nearest: the best cosine of a passage as a whole; 0 where words alone are compared.
        way: by the encoder's vectors, by what the student makes of the tokens, or by words alone.
    """

    rows: NDArray[np.float64]
    words: Scores
    nearest: float
    way: Way

    def of(self, name: str) -> Scores:
        """One sign of every passage."""
        row: Scores = self.rows[NAMES.index(name)]
        return row


@dataclass(frozen=True, slots=True)
class Heard:
    """What the words of a question say, before anything is known of its meaning.

    Attributes:
        question: whose words.
        without: an ask that is left out, as (passage, number).
        words: BM25, shape (passages,).
        said: how much of it each passage and each record says.
    """

    question: Question
    without: tuple[int, int] | None
    words: Scores
    said: _Said


class Reader:
    """Reads the signs of the passages of one index; what it needs of the index is worked out once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.firsts = np.array([numbers[0] for numbers in index.records.values()], dtype=np.intp)
        sizes = [len(numbers) for numbers in index.records.values()]
        self.record_of: NDArray[np.intp] = np.repeat(np.arange(len(sizes)), sizes)
        self._starts = np.array([passage.start for passage in index.passages], dtype=np.float64)

    def hear(self, question: Question, without: tuple[int, int] | None = None) -> Heard:
        """What the words of a question say; *without* leaves one ask out as (passage, number)."""
        lexical = self._index.lexical
        said = _Said(lexical, self.firsts, self.record_of, question.tokens, without)
        return Heard(question, without, lexical.scores(question.tokens, without), said)

    def read(self, heard: Heard, vector: Vectors | Gist | None, allowed: NDArray[np.bool_]) -> Signs:
        """The signs of a question; *allowed* says which passages may answer at all."""
        question, words, said = heard.question, heard.words, heard.said
        scaled = _share(words)
        (text, middle, across), nearest, way = self._near(heard, vector)
        joined = np.where(allowed, WORDS * scaled + middle, -np.inf)
        rows = (
            scaled, text, middle, across, self._best_parts(joined)[self.record_of], self._whole(joined)[self.record_of],
            said.covered[self.record_of], _share(said.summed)[self.record_of], said.covered_by_passage,
            self._starts, self._facts.get(question.wants, self._facts[""]),
        )  # fmt: skip
        return Signs(np.stack(rows), words, nearest, way)

    def _near(self, heard: Heard, vector: Vectors | Gist | None) -> tuple[Sequence[Scores], float, Way]:
        """The signs `OF_VECTORS`, the best cosine, and the way they were found."""
        nothing = np.zeros(len(self._starts))
        if isinstance(vector, Gist) and self._index.student is not None:
            standard, nearest = self._index.student.meant(vector)
            return (nothing, standard, nothing), nearest, "student"
        if vector is None or isinstance(vector, Gist) or self._index.dense is None:
            return (nothing, nothing, nothing), 0.0, "words"
        english = _IS_ENGLISH.of(heard.question.lang)
        near = self._index.dense.near(vector, english=english, without=heard.without, words=heard.words)
        nearest = float(near.middle.max()) if len(near.middle) else 0.0
        return [_standard(*each) for each in zip(near[:3], near.spreads, strict=True)], nearest, "vectors"

    def _best_parts(self, joined: Scores) -> Scores:
        """The mean of the best parts of each record; where it has fewer, the least of all scores stands for them."""
        floor, left, total = _least(joined), joined.copy(), np.zeros(len(self.firsts))
        for _ in range(BEST):
            best = best_of_each(left, self.firsts)
            total += np.where(np.isfinite(best), best, floor)
            left = np.where(left == best[self.record_of], -np.inf, left)
        return total / BEST

    def _whole(self, joined: Scores) -> Scores:
        return np.maximum(joined[self.firsts], _least(joined))

    @cached_property
    def _facts(self) -> dict[Fact, Scores]:
        passages = self._index.passages
        has: dict[Fact, list[bool]] = {
            "": [False] * len(passages),
            "within": [bool(passage.zh.within) for passage in passages],
            "by": [bool(passage.zh.by) for passage in passages],
            "forms": [bool(passage.forms) for passage in passages],
        }
        return {fact: np.array(given, dtype=np.float64) for fact, given in has.items()}


class _Said:
    """How much of a question each passage and each record says, by the weight of its words."""

    def __init__(
        self,
        lexical: LexicalIndex,
        firsts: NDArray[np.intp],
        record_of: NDArray[np.intp],
        tokens: Iterable[str],
        without: tuple[int, int] | None,
    ) -> None:
        asked = sorted(set(tokens))
        weights = np.array([round(GRAIN * lexical.weight(token)) for token in asked], dtype=np.float64)
        hits, total = lexical.hits(asked, without), float(weights.sum()) or 1.0
        self.covered_by_passage = np.bincount(hits.passages, weights[hits.tokens], len(record_of)) / total
        records = record_of[hits.passages]
        starts = first_of_each(hits.tokens, records)
        best = np.maximum.reduceat(hits.scores, starts) if len(starts) else hits.scores
        self.covered = np.bincount(records[starts], weights[hits.tokens[starts]], len(firsts)) / total
        self.summed = np.bincount(records[starts], best, len(firsts)).astype(np.float64)


def best_of_each(scores: Scores, firsts: NDArray[np.intp]) -> Scores:
    """The best score of each run of passages, as of a record; *firsts* says where each begins."""
    best: Scores = np.maximum.reduceat(scores, firsts) if len(scores) else scores
    return best


def _share(scores: Scores) -> Scores:
    most = float(scores.max()) if len(scores) else 0.0
    return scores / most if most else np.zeros_like(scores)


def _standard(cosines: Vectors, spread: Spread) -> Scores:
    standard: Scores = ((cosines - spread.mean) / (spread.deviation or 1.0)).astype(np.float64)
    return standard


def _least(scores: Scores) -> float:
    finite = scores[np.isfinite(scores)]
    return float(finite.min()) if len(finite) else 0.0
