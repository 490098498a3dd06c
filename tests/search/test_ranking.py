from __future__ import annotations

from dataclasses import replace

import numpy as np

from search.ask import Searcher
from search.blank import gives
from search.question import read_question
from search.ranking import CODE_BONUS, REACH


def _chosen(searcher: Searcher, question: str, handbook: str | None = None) -> list[str]:
    return [searcher.index.passages[number].id for number in _numbers(searcher, question, handbook)]


def _numbers(searcher: Searcher, question: str, handbook: str | None = None) -> list[int]:
    evidence = searcher.weigh(read_question(question, searcher.index.lexical), handbook)
    return searcher.choose(evidence, 10)


def test_a_record_gives_one_answer(by_words: Searcher, by_meaning: Searcher) -> None:
    """The steps of one procedure do not crowd out every other record: ten answers are ten records."""
    for searcher in (by_words, by_meaning):
        chosen = [passage.partition("#")[0] for passage in _chosen(searcher, "投诉 处理 回访 受理 升级")]

        assert len(chosen) == 10
        assert len(set(chosen)) == 10


def test_the_title_of_a_procedure_leads_to_its_first_step(by_words: Searcher) -> None:
    """Whoever asks for the whole begins at the beginning."""
    assert _chosen(by_words, "客户投诉处理")[0].endswith("procedures/complaint-handling#step-receive")
    assert _chosen(by_words, "handling complaints")[0].endswith("procedures/complaint-handling#step-receive")


def test_a_code_leads_to_the_record_and_what_is_asked_of_it_to_its_part(by_words: Searcher) -> None:
    """A bare code is the form as a whole; who signs it, or what is written where, is one of its blocks."""
    form = "greentown-after-sales/forms/key-loan-register"

    assert _chosen(by_words, "GT R KF 13")[0] == form
    assert _chosen(by_words, "13号表")[0] == form
    assert _chosen(by_words, "GT R KF 13 谁签字")[0] == f"{form}#block-checked"
    assert _chosen(by_words, "kf13 借出时间写哪里")[0] == f"{form}#block-loans"


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


def test_what_cannot_be_pointed_at_never_stands_for_its_record(by_words: Searcher) -> None:
    """A piece without an anchor speaks for its record; the answer is a part of it, or the record as a whole."""
    index, searcher = by_words.index, by_words
    pieces = [passage for passage in index.passages if not passage.anchor and not passage.is_record]
    chosen = [number for piece in pieces for number in _numbers(searcher, piece.zh.text[:60])]

    assert pieces
    assert all(index.passages[number].anchor or index.passages[number].is_record for number in chosen)


def test_all_that_a_record_says_counts_for_it(by_words: Searcher) -> None:
    """Words in several steps find the record that has them all, before one that has one of them best."""
    chosen = _chosen(by_words, "前台记录，主管升级，三天内回访")

    assert chosen[0].startswith("greentown-after-sales/procedures/complaint-handling#")


def test_a_code_counts_more_than_all_words_together(by_words: Searcher) -> None:
    """No weighed score comes near to what a code gives."""
    plain = by_words.weigh(read_question("投诉处理登记回访升级", by_words.index.lexical))

    assert np.ptp(plain.scores) < CODE_BONUS / 2


def test_the_part_that_has_the_fact_asked_for_is_preferred(by_words: Searcher) -> None:
    """Where it comes close to the best one; without the asking the best one stays."""
    passages = by_words.index.passages
    asked = by_words.weigh(read_question("投诉回访谁来做", by_words.index.lexical))
    first = by_words.choose(asked, 5)
    plain = by_words.choose(replace(asked, wants=""), 5)

    assert first != plain
    for one, other in zip(first, plain, strict=True):
        if one != other:
            assert passages[one].record == passages[other].record
            assert gives(passages[one], "by")
            assert not gives(passages[other], "by")
            assert asked.parts[other] - REACH <= asked.parts[one] <= asked.parts[other]


def test_an_ask_word_for_word_is_answered_at_its_place(by_words: Searcher) -> None:
    """In any spelling with the same letters, whatever else has more of its words; not where that ask is left out."""
    passages = by_words.index.passages
    number = next(n for n, passage in enumerate(passages) if passage.part and passage.asks_zh)
    (ask, *_), place = passages[number].asks_zh, passages[number].id
    for question in (ask, f" {ask}？？", ask.upper()):
        assert _chosen(by_words, question)[0] == place, question

    read = read_question(ask, by_words.index.lexical)
    assert by_words.weigh(read).asked == {number}
    assert by_words.weigh(read, without=(number, 0)).asked == frozenset()
