from __future__ import annotations

import numpy as np

from search.ask import Searcher
from search.question import read_question
from search.ranking import FACT_BONUS, PER_RECORD, fuse


def _chosen(searcher: Searcher, question: str, handbook: str | None = None) -> list[str]:
    evidence = searcher.weigh(read_question(question, searcher.index.lexical), handbook)
    return [searcher.index.passages[number].id for number in searcher.choose(evidence, 10)]


def test_a_record_gives_two_answers_at_most(by_words: Searcher) -> None:
    """The steps of one procedure do not crowd out every other record."""
    chosen = [passage.partition("#")[0] for passage in _chosen(by_words, "投诉 处理 回访 受理 升级")]

    assert len(chosen) == 10
    assert max(chosen.count(record) for record in chosen) == PER_RECORD
    assert len(set(chosen)) >= 5


def test_the_title_of_a_procedure_leads_to_its_first_step(by_words: Searcher) -> None:
    """Whoever asks for the whole begins at the beginning."""
    assert _chosen(by_words, "客户投诉处理")[0].endswith("procedures/complaint-handling#step-receive")
    assert _chosen(by_words, "handling complaints")[0].endswith("procedures/complaint-handling#step-receive")


def test_the_title_of_a_form_leads_to_the_form(by_words: Searcher) -> None:
    """Not to one of its blocks."""
    assert _chosen(by_words, "钥匙借用登记表")[0].endswith("forms/key-loan-register")


def test_a_code_settles_which_record_is_meant(by_words: Searcher, by_meaning: Searcher) -> None:
    """In full, without hyphens, in small letters, or by a tail that only one code has."""
    for question in ("GT-R-KF-13", "gtrkf13", "kf-13", "ＫＦ１３ 投诉投诉投诉"):
        for searcher in (by_words, by_meaning):
            assert _chosen(searcher, question)[0].endswith("forms/key-loan-register"), question


def test_a_number_in_a_sentence_is_no_code(by_words: Searcher) -> None:
    """`13` alone could be anything."""
    evidence = by_words.weigh(read_question("13 号要交什么", by_words.index.lexical))

    assert evidence.coded == frozenset()


def test_only_the_handbook_that_is_asked_for_is_searched(by_words: Searcher) -> None:
    """Even where another one fits better; the cards are every handbook's."""
    chosen = {passage.split("/")[0] for passage in _chosen(by_words, "怎么处理投诉", "call-scripts")}

    assert chosen == {"call-scripts", "cards"}
    assert {passage.split("/")[0] for passage in _chosen(by_words, "怎么处理投诉", "no-such-handbook")} == {"cards"}


def test_a_passage_that_has_the_fact_asked_for_gains(by_words: Searcher) -> None:
    """The same words, asked with and without a time."""
    plain = by_words.weigh(read_question("投诉回访", by_words.index.lexical))
    timed = by_words.weigh(read_question("投诉回访 多久", by_words.index.lexical))
    number = next(n for n, p in enumerate(by_words.index.passages) if p.id.endswith("#step-follow-up"))

    assert timed.scores[number] >= timed.words[number] / timed.words.max() * 2 + FACT_BONUS - 1e-9
    assert plain.scores[number] <= 2


def test_words_alone_are_scaled_and_meaning_is_added(by_words: Searcher) -> None:
    """2 × minmax(BM25) + z(cosine); a question without a known word leaves zeros."""
    words = np.array([0.0, 1.0, 4.0])
    cosines = np.array([0.8, 0.9, 0.7], dtype=np.float32)

    assert fuse(words, None).tolist() == [0.0, 0.5, 2.0]
    assert fuse(np.zeros(3), None).tolist() == [0.0, 0.0, 0.0]
    assert fuse(words, cosines).argmax() == 1
