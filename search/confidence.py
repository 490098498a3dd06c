"""How sure an answer is: a logistic over a few signs, for each language, with vectors and by words, and for each aim.

A cosine means different things in the two languages (off-topic Chinese scored above on-topic English), and a score
another thing where the handbook is known, so each has numbers of its own: `confidence.json`, fitted to the tuning half
of the frozen questions by `python -m bench.confidence`, which says there what they did. They are scaled so that the two
levels below hold for all of them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

import numpy as np

from search.lexical import LexicalIndex
from search.question import Question
from search.ranking import CODE_BONUS, Evidence
from search.signs import Way

Level = Literal["answered", "unsure", "not_in_handbook"]
Aim = Literal["home", "library"]
AIMS: Final[tuple[Aim, ...]] = get_args(Aim)

ANSWERED: Final = 0.5
"""From this probability on a question counts as answered: of the near ones of the tuned half 1 in 20 did."""

UNSURE: Final = 0.3
"""Below this one the handbook does not cover it; between the two the nearest passages are shown.

Of the tuned questions that have an answer 97 of 100 stay above it.
"""

NAMES: Final = (
    "nearest", "own", "score", "covered_by_record", "covered", "covered_by_best", "strength", "unknown", "length",
    "lead",
)  # fmt: skip
"""The signs: the best cosine, and how far that of the best passage stands out; what the best answer scored; the shares
of the question that its record, the passage that has most of it, and the best passage say; the best BM25 beside the
number of rows, with which the rarity of a word grows; the share of words that no passage has; how long the question is;
how far the best record is before the next ones."""

FILE: Final = Path(__file__).with_name("confidence.json")


def level(probability: float) -> Level:
    """What a probability counts as."""
    if probability >= ANSWERED:
        return "answered"
    return "unsure" if probability >= UNSURE else "not_in_handbook"


def confidence(question: Question, evidence: Evidence, lexical: LexicalIndex) -> float:
    """How likely it is that the handbook answers, 0 to 1."""
    weights = weights_of("home" if evidence.at_home else "library", question.lang, evidence.signs.way)
    *signs, bias = weights
    weighed = bias + sum(map(float.__mul__, signs, read_signs(question, evidence, lexical)))
    return 1 / (1 + math.exp(-min(max(weighed, -50.0), 50.0)))


def read_signs(question: Question, evidence: Evidence, lexical: LexicalIndex) -> list[float]:
    """The signs that `confidence` weighs, in the order of `NAMES`."""
    signs, best = evidence.signs, int(evidence.summed.argmax())
    score = float(evidence.summed[best])
    weights = {token: lexical.weight(token) for token in question.tokens}
    unknown = sum(weight for token, weight in weights.items() if not lexical.knows(token))
    return [
        signs.nearest,
        float(signs.of("middle")[best]),
        score - CODE_BONUS if score > CODE_BONUS / 2 else score,
        float(signs.of("covered_by_record")[best]),
        float(signs.of("covered").max()),
        float(signs.of("covered")[best]),
        float(np.max(signs.words)) / math.log(1 + len(lexical.owners)),
        unknown / (sum(weights.values()) or 1.0),
        math.log(1 + len(question.tokens)),
        evidence.lead,
    ]


def weights_of(aim: Aim, lang: str, way: Way) -> Sequence[float]:
    """The weight of each of `NAMES`, and the bias."""
    return _weights()[way][lang][aim]


@cache
def _weights() -> Mapping[str, Mapping[str, Mapping[str, Sequence[float]]]]:
    weights: Mapping[str, Mapping[str, Mapping[str, Sequence[float]]]] = json.loads(FILE.read_text(encoding="utf-8"))
    return weights
