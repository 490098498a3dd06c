"""What tuning finds in handbooks that it did not learn from: the same questions before and after, one by one.

The handbooks that were left out are asked as if they were the whole library, with every sign that ranks answers; how
much each counts was fitted to the encoder as it was before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from schemas.library import Library
from schemas.progress import Progress
from schemas.words import LANGUAGES
from search.aliases import read_aliases
from search.ask import Searcher
from search.asked import keys
from search.bm25 import build_lexical
from search.building import CACHE, corpus_hash, passage_kinds
from search.encoder import DEFAULT, identity, load_encoder
from search.evaluation import Ranks, outcome_of
from search.index import Index
from search.lines import all_said
from search.middles import embed_said
from search.passages import Passage
from search.questions import Case
from search.vector_cache import VectorCache

_DRAWN: Final = 10_000
"""How often the questions are drawn anew, for the interval."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What came of questions before and after.

    Attributes:
        name: `zh/hit@1`: the language of the questions, and how far down the right record may stand.
        n: how many questions.
        before, after: the share of them that is found.
        interval: of the difference, at 95 %: drawn anew with replacement, each question with both of its answers.
    """

    name: str
    n: int
    before: float
    after: float
    interval: tuple[float, float]


def index_of(passages: Sequence[Passage], library: Library, handbooks: Collection[str]) -> Index:
    """The index of *handbooks* alone, still without vectors."""
    of_them = tuple(passage for passage in passages if passage.handbook in handbooks)
    lexical = build_lexical(of_them, read_aliases(library.terms.terms))
    return Index("", DEFAULT, corpus_hash(library), of_them, passage_kinds(), lexical, None, asked=keys(of_them))


def ranks(
    index: Index, library: Library, encoder: str, cases: Sequence[Case], progress: Progress | None = None
) -> list[Ranks]:
    """The places of the right answers to *cases*, as the *encoder* of this name finds them in *index*.

    Raises:
        EncoderMissingError, EncoderUnusableError: there is no such encoder.
    """
    model = load_encoder(encoder)
    store, _ = embed_said(
        all_said(index.passages), VectorCache(library.root / CACHE), model, identity(encoder), progress
    )
    searcher = Searcher(replace(index, dense=store), model)
    return [outcome_of(searcher, case).ranks for case in cases]


def cases_of(cases: Iterable[Case], passages: Sequence[Passage]) -> list[Case]:
    """Those of *cases* that are answered in *passages*."""
    written = {passage.record for passage in passages}
    return [case for case in cases if case.records & written]


def gains(cases: Sequence[Case], before: Sequence[Ranks], after: Sequence[Ranks]) -> list[Gain]:
    """What came of *cases*, by language and together."""
    found = []
    for lang in (*LANGUAGES, ""):
        chosen = [number for number, case in enumerate(cases) if lang in ("", case.lang)]
        for depth in (1, 3):
            hits = [np.array([0 < each[number].record <= depth for number in chosen]) for each in (before, after)]
            if chosen:
                found.append(_gain("/".join(filter(None, (lang, f"hit@{depth}"))), *hits))
    return found


def _gain(name: str, before: NDArray[np.bool_], after: NDArray[np.bool_]) -> Gain:
    difference = after.astype(np.float64) - before
    drawn = np.random.default_rng(0).integers(len(difference), size=(_DRAWN, len(difference)))
    low, high = np.percentile(difference[drawn].mean(axis=1), (2.5, 97.5))
    return Gain(name, len(difference), float(before.mean()), float(after.mean()), (float(low), float(high)))
