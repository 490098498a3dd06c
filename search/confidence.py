"""How sure an answer is: the one place where thresholds stand, and where they come from.

A cosine means different things in the two languages (off-topic Chinese scored above on-topic English), so that each
language has numbers of its own, and so has search by words alone. They are a logistic regression, fitted to the tuning
half of the questions known at the time; what they do to the other half is in the report of `handbook eval`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

from schemas.words import ByLanguage
from search.lexical import LexicalIndex
from search.question import Question
from search.ranking import Evidence

Level = Literal["answered", "unsure", "not_in_handbook"]

ANSWERED: Final = 0.5
"""From this probability on a question counts as answered: 1 of 20 of the tuned questions off the topic did."""

UNSURE: Final = 0.3
"""Below this one the handbook does not cover it; between the two the nearest passages are shown.

Of the tuned questions it keeps 95 to 100 % of those that have an answer and refuses 85 to 90 % of the others.
"""


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a question being covered.

    Attributes:
        cosine: the best cosine over all passages; 0 when words alone are compared.
        coverage: the share of the question's words, weighted by rarity, that the best passage has.
        strength: the best BM25 score over all passages, divided by the logarithm of the number of rows, with which
            the rarity of a word grows.
    """

    cosine: float
    coverage: float
    strength: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic over `Signs`."""

    cosine: float
    coverage: float
    strength: float
    bias: float

    def probability(self, signs: Signs) -> float:
        """How likely it is that the handbook answers, 0 to 1."""
        weighed = self.cosine * signs.cosine + self.coverage * signs.coverage + self.strength * signs.strength
        return 1 / (1 + math.exp(-(weighed + self.bias)))


WITH_VECTORS: Final = ByLanguage(
    Weights(cosine=38.51, coverage=8.67, strength=1.91, bias=-40.15),
    Weights(cosine=64.96, coverage=4.34, strength=2.73, bias=-59.16),
)
"""The weights where vectors take part."""
BY_WORDS: Final = ByLanguage(
    Weights(cosine=0.0, coverage=6.93, strength=2.54, bias=-6.18),
    Weights(cosine=0.0, coverage=6.72, strength=4.31, bias=-5.75),
)
"""The weights where search goes by words only."""


def level(probability: float) -> Level:
    """What a probability counts as."""
    if probability >= ANSWERED:
        return "answered"
    return "unsure" if probability >= UNSURE else "not_in_handbook"


def confidence(question: Question, evidence: Evidence, lexical: LexicalIndex) -> float:
    """How likely it is that the handbook answers, 0 to 1; pinyin is judged by its words only."""
    weights = BY_WORDS if not evidence.signs.has_vectors else WITH_VECTORS
    return weights.of(question.lang).probability(read_signs(question, evidence, lexical))


def read_signs(question: Question, evidence: Evidence, lexical: LexicalIndex) -> Signs:
    """The signs that `confidence` weighs."""
    return Signs(
        cosine=evidence.signs.nearest,
        coverage=coverage(question, lexical, int(evidence.scores.argmax())),
        strength=float(evidence.signs.words.max()) / math.log(1 + len(lexical.owners)),
    )


def coverage(question: Question, lexical: LexicalIndex, passage: int) -> float:
    """The share of the question's tokens, weighted by rarity, that stand in *passage* or its asks, 0 to 1."""
    weights = {token: lexical.weight(token) for token in question.tokens}
    total = sum(weights.values())
    return sum(weight for token, weight in weights.items() if lexical.has(token, passage)) / total if total else 0.0
