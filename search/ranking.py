"""From scores to answers: fusing the two halves, and which passage of a record stands for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import numpy as np

from search.codes import Codes
from search.encoder import Vectors
from search.index import Index
from search.lexical import Scores
from search.question import Question
from search.tokens import tokenize

LEXICAL_WEIGHT: Final = 2.0
"""z(cosine) + 2 × minmax(BM25): measured better than reciprocal ranks before the handbooks were written."""

FACT_BONUS: Final = 0.5
"""What a passage gains when it has the fact that is asked for; chosen on the tuning half of the question set."""

CODE_BONUS: Final = 100.0
"""More than any fused score: a code in the question settles which record is meant."""

PER_RECORD: Final = 2
"""How many answers one record gives at most, so that the steps of one do not crowd out the others."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question, passage by passage.

    Attributes:
        scores: fused and adjusted, shape (passages,); `-inf` outside the handbook asked for.
        words: BM25, shape (passages,).
        cosines: of each passage's best vector, or None when words alone were compared.
        coded: the records whose code the question gives.
        titled: the records whose title has every word of the question; for pinyin the record that is found as a whole.
    """

    scores: Scores
    words: Scores
    cosines: Vectors | None
    coded: frozenset[str]
    titled: frozenset[str]


class Ranker:
    """Ranks the passages of one index; what it needs of the index is worked out once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._lacks = {
            fact: np.array([not getattr(p.zh, fact, None) if fact != "forms" else not p.forms for p in index.passages])
            for fact in ("within", "by", "forms")
        }
        self._handbooks = np.array([passage.handbook for passage in index.passages])
        wholes = [passage for passage in index.passages if passage.is_record]
        self._titled_by: dict[str, set[str]] = {}
        for passage in wholes:
            for name in title_words(tokenize(f"{passage.zh.title} {passage.en.title}")):
                self._titled_by.setdefault(name, set()).add(passage.record)
        self._codes = Codes(wholes)

    def weigh(
        self,
        question: Question,
        vector: Vectors | None,
        handbook: str | None = None,
        without: tuple[int, int] | None = None,
    ) -> Evidence:
        """Score every passage; *without* leaves one ask out as (passage, number)."""
        words = self._index.lexical.scores(question.tokens, without)
        cosines = None
        if vector is not None and self._index.dense is not None and not question.pinyin:
            cosines = self._index.dense.best(vector, english=question.latin, without=without)
        scores = fuse(words, cosines)
        if question.wants:
            scores[~self._lacks[question.wants]] += FACT_BONUS
        coded = self._codes.given(question.typed, question.tokens, handbook)
        for record in coded:
            scores[list(self._index.records[record])] += CODE_BONUS
        if handbook is not None:
            scores[(self._handbooks != handbook) & (self._handbooks != "")] = -np.inf
        return Evidence(scores, words, cosines, coded, self._titled(question, int(scores.argmax())))

    def choose(self, evidence: Evidence, top: int) -> list[int]:
        """The passages to answer with, best first, at most *top* of them and `PER_RECORD` of a record."""
        chosen: list[int] = []
        count: dict[str, int] = {}
        for number in np.argsort(-evidence.scores, kind="stable"):
            record = self._index.passages[number].record
            if len(chosen) == top or evidence.scores[number] == -np.inf:
                break
            if count.get(record, 0) < PER_RECORD:
                answer = self._stands_for(int(number), evidence) if record not in count else int(number)
                if answer not in chosen:
                    chosen.append(answer)
                    count[record] = count.get(record, 0) + 1
        return chosen

    def _stands_for(self, number: int, evidence: Evidence) -> int:
        """What answers when *number* is the best of its record: the best part, or where the record begins."""
        passages, best = self._index.passages, self._index.passages[number]
        numbers = self._index.records[best.record]
        if best.record in evidence.coded | evidence.titled:
            return next((one for one in numbers if passages[one].start), numbers[0])
        parts = [one for one in numbers if passages[one].anchor]
        if best.is_record and self._index.kinds[best.kind].answers_in_parts and parts:
            return max(parts, key=lambda one: (evidence.scores[one], -one))
        return number

    def _titled(self, question: Question, best: int) -> frozenset[str]:
        if question.pinyin:  # too short to say more than which record is meant
            return frozenset({self._index.passages[best].record} if self._index.passages[best].is_record else ())
        records = [self._titled_by.get(name, set()) for name in title_words(question.tokens)]
        return frozenset(set.intersection(*records)) if records else frozenset()


def fuse(words: Scores, cosines: Vectors | None) -> Scores:
    """One score a passage; without cosines the weighted BM25 alone."""
    spread = float(words.max() - words.min()) if len(words) else 0.0
    lexical: Scores = LEXICAL_WEIGHT * (words - words.min()) / spread if spread else np.zeros_like(words)
    if cosines is None:
        return lexical
    deviation = float(cosines.std())
    fused: Scores = lexical + (cosines - cosines.mean()) / (deviation or 1.0)
    return fused


def title_words(tokens: Collection[str]) -> set[str]:
    """The tokens that a title is recognised by: single characters and words, without pairs."""
    return {token for token in tokens if token.isascii() or len(token) == 1}
