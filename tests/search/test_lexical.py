from __future__ import annotations

import dataclasses
import math
import os
import subprocess
import sys
from collections import Counter

import bm25s
import numpy as np
import pytest

from schemas.library import Library
from search.aliases import read_aliases
from search.bm25 import build_lexical
from search.index import Index
from search.lexical import K1, B, LexicalIndex
from search.rows import rows_of
from search.tokens import tokenize
from tests.search.conftest import PROJECT


@pytest.fixture(scope="module")
def lexical(words_index: Index) -> LexicalIndex:
    """The lexical half of the small library."""
    return words_index.lexical


def test_scores_are_bm25_as_the_formula_gives_it(library: Library, words_index: Index) -> None:
    """Every score is within half a step of Lucene's BM25 with k1 1.2 and b 0.5, worked out here by hand."""
    lexical, aliases = words_index.lexical, read_aliases(library.terms.terms)
    passages = enumerate(words_index.passages)
    rows = [row.tokens(aliases) for number, passage in passages for row in rows_of(number, passage)]
    average = sum(map(len, rows)) / len(rows)
    term = lexical.terms.index("投诉")
    column = lexical.counts.column(term)
    frequency = lexical.counts.frequency(term)
    rarity = math.log(1 + (len(rows) - frequency + 0.5) / (frequency + 0.5))

    for row, score in zip(lexical.counts.rows[column], lexical.data[column], strict=True):
        often = Counter(rows[row])["投诉"]
        by_hand = rarity * often / (often + K1 * (1 - B + B * len(rows[row]) / average))
        assert abs(score * lexical.step - by_hand) <= lexical.step / 2 + 1e-6


def test_scores_are_to_the_last_bit_those_of_bm25s(library: Library, words_index: Index) -> None:
    """The package that works them out row by row, as an independent witness."""
    lexical, aliases = words_index.lexical, read_aliases(library.terms.terms)
    numbers = {term: number for number, term in enumerate(lexical.terms)}
    passages = enumerate(words_index.passages)
    rows = [row.tokens(aliases) for number, passage in passages for row in rows_of(number, passage)]
    built = bm25s.BM25(k1=K1, b=B, method="lucene").build_index_from_ids(
        range(len(numbers)), [[numbers[token] for token in row] for row in rows], show_progress=False
    )
    scores = np.asarray(built["data"], dtype=np.float64)

    assert lexical.step == scores.max() / 255
    assert np.array_equal(lexical.data, np.maximum(1, np.rint(scores / lexical.step)).astype(np.uint8))
    assert np.array_equal(lexical.counts.rows, built["indices"])
    assert np.array_equal(lexical.counts.starts, built["indptr"])


@pytest.mark.parametrize("changed", ["text", "section", "title"])
def test_an_index_made_from_the_one_before_is_the_same_as_one_made_anew(
    library: Library, words_index: Index, changed: str
) -> None:
    """A passage changed, one gone, one more: every array is as if nothing had been there before."""
    passages, aliases = list(words_index.passages), read_aliases(library.terms.terms)
    passages[3] = dataclasses.replace(passages[3], zh=dataclasses.replace(passages[3].zh, **{changed: "耳机放回原处"}))
    passages = [passages[-1], *passages[:10], *passages[11:]]
    anew, renewed = build_lexical(passages, aliases), build_lexical(passages, aliases, words_index.lexical.counts)

    assert renewed.terms == anew.terms
    assert renewed.step == anew.step
    for name in ("data", "owners", "asks"):
        assert np.array_equal(getattr(renewed, name), getattr(anew, name)), name
    for name in ("rows", "often", "starts", "digests"):
        assert np.array_equal(getattr(renewed.counts, name), getattr(anew.counts, name)), name


def test_a_term_that_changed_is_looked_for_in_every_text_again(library: Library, words_index: Index) -> None:
    """What a text gains belongs to what its row was made from."""
    terms = [term for term in library.terms.terms if "业主" not in (term.zh, *term.aliases.zh)]
    renewed = build_lexical(words_index.passages, read_aliases(terms), words_index.lexical.counts)

    assert len(terms) < len(library.terms.terms)
    assert renewed.counts.often.sum() < words_index.lexical.counts.often.sum()


def test_a_passage_scores_as_the_best_of_its_rows(words_index: Index, lexical: LexicalIndex) -> None:
    """An ask in the very words of the question outscores everything else."""
    best = words_index.passages[int(lexical.scores(tokenize("装修队要拿业主钥匙进去怎么登记")).argmax())]

    assert best.record == "greentown-after-sales/forms/key-loan-register"


def test_an_ask_that_is_left_out_no_longer_helps(words_index: Index, lexical: LexicalIndex) -> None:
    """Without its own ask the passage scores less, and nothing else changes."""
    number = next(n for n, passage in enumerate(words_index.passages) if passage.id.endswith("#step-receive"))
    tokens = tokenize("业主骂人怎么办")
    with_ask, without = lexical.scores(tokens), lexical.scores(tokens, (number, 0))

    assert without[number] < with_ask[number]
    assert np.delete(without, number).tolist() == np.delete(with_ask, number).tolist()


def test_a_rare_word_weighs_more_than_a_common_one_and_an_unknown_one_most(lexical: LexicalIndex) -> None:
    """That is what the share of a question that a passage covers is weighed by."""
    assert lexical.weight("的确") > lexical.weight("耳机") > lexical.weight("业主")


def test_unknown_words_score_nothing(lexical: LexicalIndex) -> None:
    """A question without a known word gives zeros, not an error."""
    assert not lexical.scores(["zzz"]).any()
    assert not lexical.scores([]).any()


_SCRIPT = """
from pathlib import Path
from hashlib import sha256
from schemas.loader import load_library
from search.aliases import read_aliases
from search.bm25 import build_lexical
from search.library_cuts import cut_library
library = load_library(Path("tests/data/library")).require()
index = build_lexical(cut_library(library), read_aliases(library.terms.terms))
counts = index.counts
arrays = (index.data, counts.rows, counts.often, counts.starts, counts.digests, index.owners, index.asks)
print(sha256("|".join(index.terms).encode() + b"".join(array.tobytes() for array in arrays)).hexdigest())
"""


def test_the_same_handbook_gives_the_same_bytes_in_any_process() -> None:
    """The order of Python's sets, which changes from process to process, does not reach the index."""
    prints = [
        subprocess.run(
            [sys.executable, "-c", _SCRIPT], cwd=PROJECT, check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip

    assert prints[0] == prints[1] != ""
