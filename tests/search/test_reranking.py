from __future__ import annotations

import numpy as np

from schemas.words import LANGUAGES
from search.ask import Searcher
from search.question import read_question
from search.reranking import FEATURES, NEAR, OWN, Standing, read_trees, trees_of
from search.signs import NAMES, WAYS, Reader, Signs
from search.weighing import Weighed

RECORD_OF = np.array([0, 0, 0, 1, 1])
STANDING = Standing(RECORD_OF, np.array([0, 3]))


def _signs(words: list[float]) -> Signs:
    rows = np.zeros((len(NAMES), len(words)))
    rows[NAMES.index("words")] = words
    return Signs(rows, rows[0], 0.0, "words")


def test_a_passage_stands_among_all_and_among_its_own() -> None:
    """How far its words are behind the best of all and behind the best of its record; how large that is, and where."""
    signs, sums = _signs([0.25, 1.0, 0.5, 0.75, 0.5]), np.array([3.0, 1.0, 2.0, 5.0, 4.0])
    (features,) = STANDING.read(signs, [Weighed(sums, np.full(5, 0.5))], np.arange(5), at_home=True)
    beside_all, beside_its_own = features[:, len(OWN)], features[:, len(OWN) + 9]

    assert features.shape == (5, FEATURES)
    assert beside_all.tolist() == [-0.75, 0.0, -0.5, -0.25, -0.5]
    assert beside_its_own.tolist() == [-0.75, 0.0, -0.5, 0.0, -0.25]
    assert features[:, -6].tolist() == [3.0, 3.0, 3.0, 2.0, 2.0]
    assert features[:, -5].tolist() == [0.0, 1 / 3, 2 / 3, 0.0, 0.5]
    assert features[:, -4].tolist() == [0.5] * 5
    assert features[:, -3].tolist() == [1.0] * 5
    assert features[:, -2].tolist() == [-2.0, -4.0, -3.0, 0.0, -1.0]
    assert features[:, -1].tolist() == [0.0, -2.0, -1.0, 0.0, -1.0]


def test_only_passages_of_the_nearest_records_are_looked_at_again() -> None:
    """Those of the best records, all of their passages; what may not answer is none of them."""
    many = Standing(np.arange(2 * NEAR), np.arange(2 * NEAR))
    scores = np.arange(2.0 * NEAR)

    assert many.near(scores).tolist() == list(range(NEAR, 2 * NEAR))
    assert STANDING.near(np.array([-np.inf, -np.inf, -np.inf, 1.0, 2.0])).tolist() == [3, 4]


def test_no_record_comes_before_those_that_were_looked_at_again(by_words: Searcher) -> None:
    """What the trees give is on another scale than the sums: the others stay behind, whatever their sum is."""
    evidence = by_words.weigh(read_question("怎么处理投诉", by_words.index.lexical))
    reader = Reader(by_words.index)
    near = Standing(reader.record_of, reader.firsts).near(evidence.summed)
    chosen = by_words.choose(evidence, NEAR)

    assert set(chosen) <= set(near.tolist())


def test_there_are_trees_for_every_way_and_language() -> None:
    """For records and for parts of them, and each asks about features that there are."""
    for way in WAYS:
        for lang in LANGUAGES:
            assert set(read_trees()[way][lang]) == {"record", "part"}
            for trees in (trees_of("record", lang, way), trees_of("part", lang, way)):
                assert len(trees.starts) > 0
                assert len(trees.limits) <= FEATURES
