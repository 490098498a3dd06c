"""From signs to answers: which records answer a question, and which part of each stands for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, get_args

import numpy as np
from numpy.typing import NDArray

from search.asked import BONUS as ASKED_BONUS
from search.asked import asked as asked_in
from search.blank import gives
from search.codes import Codes
from search.encoder import Vectors
from search.index import Index
from search.lexical import Scores
from search.normalize import normalize
from search.question import Fact, Question
from search.reranking import Of, Standing, trees_of
from search.signs import Heard, Reader, Signs, best_of_each
from search.student import Gist
from search.tokens import tokenize
from search.weighing import Weighed, Weigher, weights_of

CODE_BONUS: Final = 100.0
"""More than any weighed score: a code in the question settles which record is meant."""


BEHIND: Final = 1.0
"""How far behind the last of the records that were looked at again all others are at least."""

FOLLOWING: Final = 10
"""How many records after the best one it is compared with."""

MORE: Final = 3
"""From so many words besides a code on, or single Chinese characters, more than the record is asked for."""

REACH: Final = 1.0
"""How far below the best part of a record one may score that has the fact which is asked for, to be preferred."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question, passage by passage.

    Attributes:
        scores: how much speaks for the record of each passage, shape (passages,); `-inf` where it may not answer.
        parts: how much speaks for each passage among the parts of its record.
        summed: the same as `scores` before the nearest records were looked at again; `search.confidence` goes by it.
        signs: what all were weighed from.
        wants: the fact that is asked for.
        lead: how far the best record is by `summed` before the mean of the next `FOLLOWING`; 0 where there is no other.
        at_home: whether one handbook was asked for.
        asked: the passages that have the question for an ask, word for word.
        coded: the records whose code the question gives.
        titled: the records whose title has every word of the question.
        names: its words, as titles are recognised by them.
        perils: the numbers of the dangers that somebody is in who asks so; their cards come before all else.
    """

    scores: Scores
    parts: Scores
    summed: Scores
    signs: Signs
    wants: Fact
    lead: float
    at_home: bool
    asked: frozenset[int]
    coded: frozenset[str]
    titled: frozenset[str]
    names: frozenset[str] = frozenset()
    perils: tuple[int, ...] = ()


class Ranker:
    """Ranks the passages of one index; what it needs of the index is worked out once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._reader = Reader(index)
        self._standing = Standing(self._reader.record_of, self._reader.firsts)
        self._weigher = Weigher(index.passages)
        self._handbooks = np.array([passage.handbook for passage in index.passages])
        self._parts = [np.array(self._may_stand(numbers), dtype=np.intp) for numbers in index.records.values()]
        wholes = [passage for passage in index.passages if passage.is_record]
        self._titled_by: dict[str, set[str]] = {}
        for passage in wholes:
            for name in title_words(tokenize(f"{passage.zh.title} {passage.en.title}")):
                self._titled_by.setdefault(name, set()).add(passage.record)
        self._codes = Codes(wholes)

    def hear(self, question: Question, without: tuple[int, int] | None = None) -> Heard:
        """What the words of a question say; *without* leaves one ask out as (passage, number)."""
        return self._reader.hear(question, without)

    def weigh(self, heard: Heard, vector: Vectors | Gist | None, handbook: str | None = None) -> Evidence:
        """Score every passage."""
        question = heard.question
        allowed = np.ones(len(self._handbooks), dtype=np.bool_)
        if handbook is not None:
            allowed = (self._handbooks == handbook) | (self._handbooks == "")
        signs = self._reader.read(heard, vector, allowed)
        asked = asked_in(question.typed, self._index) if heard.without is None else frozenset[int]()
        coded = self._codes.given(question.typed, question.tokens, handbook)
        by_ask, by_code = self._bonus(asked, ASKED_BONUS), self._bonus(self._numbers_of(coded), CODE_BONUS)
        by_record, by_part = (
            self._weigher.weigh(signs, weights_of(aim, question.lang, signs.way))
            for aim in (("library" if handbook is None else "home"), "part")
        )
        summed = np.where(allowed, by_record.scores + by_ask + by_code, -np.inf)
        near = self._standing.near(summed)
        again = self._look_again(signs, near, question.lang, (by_record, by_part), at_home=handbook is not None)
        scores = self._before_the_others(np.where(allowed, again[0] + by_ask + by_code, -np.inf), near)
        parts = again[1] + by_ask
        names = frozenset(title_words(question.tokens))
        return Evidence(
            scores, parts, summed, signs, question.wants, self._lead(summed), handbook is not None, asked, coded,
            self._titled(names), names,
        )  # fmt: skip

    def _bonus(self, numbers: Collection[int], bonus: float) -> Scores:
        given = np.zeros(len(self._handbooks))
        given[list(numbers)] = bonus
        return given

    def _numbers_of(self, records: Collection[str]) -> list[int]:
        """The passages of *records*."""
        return [number for record in records for number in self._index.records[record]]

    def _look_again(
        self, signs: Signs, near: NDArray[np.intp], lang: str, weighed: tuple[Weighed, Weighed], *, at_home: bool
    ) -> Sequence[Scores]:
        """What the trees of records, and those of parts, give the passages that are *near*; others keep their sum."""
        again = [one.scores.copy() for one in weighed]
        features = self._standing.read(signs, weighed, near, at_home=at_home)
        for of, scores, its in zip(get_args(Of), again, features, strict=True):
            scores[near] = trees_of(of, lang, signs.way).weigh(its)
        return again

    def _before_the_others(self, scores: Scores, near: NDArray[np.intp]) -> Scores:
        """*scores* with no record before those that are *near*."""
        others = np.ones(len(scores), dtype=np.bool_)
        others[near] = False
        best = self._best_of_each(np.where(others, np.inf, scores))
        return np.where(others, np.minimum(scores, best.min(initial=np.inf) - BEHIND), scores)

    def _lead(self, scores: Scores) -> float:
        best = self._best_of_each(scores)
        first, *others = -np.sort(-best)[: FOLLOWING + 1] if len(best) else (0.0,)
        there = [score for score in others if np.isfinite(score)]
        return float(first - sum(there) / len(there)) if there else 0.0

    def _best_of_each(self, scores: Scores) -> Scores:
        """The score of the best passage of each record, shape (records,)."""
        return best_of_each(scores, self._reader.firsts)

    def choose(self, evidence: Evidence, top: int) -> list[int]:
        """The passages to answer with, best first: the best part of each of the best records, at most *top*."""
        best = self._best_of_each(evidence.scores)
        order = [int(record) for record in np.argsort(-best, kind="stable")[:top] if np.isfinite(best[record])]
        return [self._stands_for(record, evidence) for record in order]

    def _stands_for(self, record: int, evidence: Evidence) -> int:
        """What of a record answers: its best part, or where it is named by code or title, where it begins."""
        passages, first = self._index.passages, int(self._reader.firsts[record])
        whole = passages[first]
        if self._is_only_named(whole.record, evidence):
            return next((one for one in self._index.records[whole.record] if passages[one].start), first)
        parts = self._parts[record]
        ranked: list[int] = parts[np.argsort(-evidence.parts[parts], kind="stable")].tolist()
        return next(filter(partial(self._has_fact, evidence, ranked[0]), ranked), ranked[0])

    def _is_only_named(self, record: str, evidence: Evidence) -> bool:
        """Whether a question gives the title or the code of a record, and asks for none of its parts besides."""
        if record not in evidence.coded and record not in evidence.titled:
            return False
        numbers = self._index.records[record]
        if not evidence.asked.isdisjoint(numbers):
            return False
        code = normalize(self._index.passages[numbers[0]].code)
        others = [name for name in evidence.names if record not in self._titled_by.get(name, ())]
        besides = [name for name in others if name not in code and name.isalpha()]
        is_coded = record in evidence.coded and not evidence.wants and len(besides) < MORE
        return is_coded or record in evidence.titled

    def _has_fact(self, evidence: Evidence, best: int, number: int) -> bool:
        """Whether a part gives the fact that is asked for, if one is, and comes close to the *best* of its record."""
        passage = self._index.passages[number]
        return not evidence.wants or (
            evidence.parts[number] >= evidence.parts[best] - REACH and gives(passage, evidence.wants)
        )

    def _may_stand(self, numbers: Sequence[int]) -> Sequence[int]:
        """Which passages of a record may stand for it: parts that can be pointed at, the whole where that may answer.

        Where there is none of them, all.
        """
        passages, first = self._index.passages, numbers[0]
        parts = [one for one in numbers if passages[one].anchor and one != first]
        if not self._index.kinds[passages[first].kind].answers_in_parts:
            parts.insert(0, first)
        return parts or numbers

    def _titled(self, names: frozenset[str]) -> frozenset[str]:
        records = [self._titled_by.get(name, set()) for name in names]
        return frozenset(set.intersection(*records)) if records else frozenset()


def title_words(tokens: Collection[str]) -> set[str]:
    """The tokens that a title is recognised by: single characters and words, without pairs."""
    return {token for token in tokens if token.isascii() or len(token) == 1}
