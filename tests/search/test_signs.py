from __future__ import annotations

import numpy as np
import pytest

from search.ask import Searcher
from search.lexical import Scores
from search.question import Fact, read_question
from search.signs import BEST, NAMES, OF_VECTORS, WORDS, Reader, Signs
from search.weighing import Weigher, Weights, read_weights, sort_of, weights_of


def _signs(searcher: Searcher, question: str, allowed: str = "") -> Signs:
    read = read_question(question, searcher.index.lexical)
    may = np.array([passage.handbook.startswith(allowed) for passage in searcher.index.passages])
    reader = Reader(searcher.index)
    return reader.read(reader.hear(read), searcher.meaning(read), may)


def _parts(searcher: Searcher, scores: Scores, record: str) -> list[float]:
    return [float(scores[number]) for number in searcher.index.records[record]]


COMPLAINTS = "greentown-after-sales/procedures/complaint-handling"


def test_words_alone_leave_what_vectors_say_at_nothing(by_words: Searcher, by_meaning: Searcher) -> None:
    """With vectors both say something."""
    for name in OF_VECTORS:
        assert not _signs(by_words, "怎么处理投诉").of(name).any()
        assert _signs(by_meaning, "怎么处理投诉").of(name).any()


def test_a_question_without_a_known_word_leaves_every_sign_but_the_place_at_nothing(by_words: Searcher) -> None:
    """Nothing is divided by nothing."""
    signs = _signs(by_words, "qqqq zzzz")

    assert [name for name in NAMES if signs.of(name).any()] == ["start"]


def test_a_record_is_as_good_as_its_best_parts(by_words: Searcher) -> None:
    """The mean of three, words counted as beside vectors; all its passages have the same."""
    signs = _signs(by_words, "怎么处理投诉")
    words = sorted(set(_parts(by_words, signs.of("words"), COMPLAINTS)), reverse=True)[:BEST]

    assert len(words) == BEST
    assert set(_parts(by_words, signs.of("record"), COMPLAINTS)) == {sum(WORDS * one for one in words) / BEST}
    assert set(_parts(by_words, signs.of("whole"), COMPLAINTS)) == {
        WORDS * _parts(by_words, signs.of("words"), COMPLAINTS)[0]
    }


def test_the_least_of_all_stands_for_parts_that_a_record_does_not_have(by_words: Searcher) -> None:
    """A short record is not better for being short: the least that may answer, not of what may not."""
    signs = _signs(by_words, "怎么处理投诉", allowed="call-scripts")
    least = min(
        float(score)
        for score, passage in zip(signs.of("words"), by_words.index.passages, strict=True)
        if passage.handbook.startswith("call-scripts")
    )

    assert set(_parts(by_words, signs.of("record"), COMPLAINTS)) == {(WORDS * least * BEST) / BEST}


def test_a_record_covers_what_its_parts_cover_together(by_words: Searcher) -> None:
    """By the weight of the words: all of a question where each word stands in some part, which no part has all of."""
    signs = _signs(by_words, "投诉 升级 回访")
    record, parts = (_parts(by_words, signs.of(name), COMPLAINTS) for name in ("covered_by_record", "covered"))

    assert set(record) == {1.0}
    assert max(parts) < 1


@pytest.mark.parametrize(("question", "fact"), [("多久回访", "within"), ("谁回访", "by"), ("回访填什么表", "forms")])
def test_only_what_has_the_fact_asked_for_has_its_sign(by_words: Searcher, question: str, fact: Fact) -> None:
    """A time, a person or a form, in its field; the same words without the asking have none."""
    passages = by_words.index.passages
    given = [bool(passage.forms if fact == "forms" else getattr(passage.zh, fact)) for passage in passages]

    assert _signs(by_words, question).of("fact").tolist() == given
    assert any(given)
    assert not all(given)
    assert not _signs(by_words, "回访").of("fact").any()


def test_signs_are_weighed_and_the_sort_counts_besides(by_words: Searcher) -> None:
    """Twice the words, and one more for a step; what is not named gains nothing."""
    signs = _signs(by_words, "怎么处理投诉")
    weights = Weights(tuple(2.0 if name == "words" else 0.0 for name in NAMES), {"procedures/step": 1.0})
    weighed = Weigher(by_words.index.passages).weigh(signs, weights)
    is_step = [sort_of(passage) == "procedures/step" for passage in by_words.index.passages]

    assert weighed.scores.tolist() == (2 * signs.of("words") + np.array(is_step)).tolist()
    assert weighed.gains.tolist() == np.array(is_step, dtype=np.float64).tolist()
    assert any(is_step)


def test_there_is_a_weight_for_each_sign_in_every_case() -> None:
    """Both ways, languages and all aims; parts of one record are not told apart by what is said of the record."""
    for way, languages in read_weights().items():
        for lang, aims in languages.items():
            assert set(aims) == {"home", "library", "part"}
            for aim in aims:
                assert len(weights_of(aim, lang, way).signs) == len(NAMES)
            of_record = dict(zip(NAMES, aims["part"][0], strict=True))
            assert (of_record["record"], of_record["whole"]) == (0, 0)
