"""The card of an answer: the fact first, where the step stands, what is never done, and what is near a dead end."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from search.ask import Searcher
from search.card import alike_codes, card_of, clause_of
from search.outline import outline

COMPLAINTS = "greentown-after-sales/procedures/complaint-handling.html"


def test_a_step_has_its_number_and_its_neighbours(by_words: Searcher) -> None:
    """As the page prints it: how many steps there are, what came before, and each way that leads on."""
    found = by_words.ask("投诉处理完怎么回访")
    card = card_of(by_words.index, found)

    assert found.answers[0].step == "follow-up"
    assert (card.number, card.of) == (7, 10)
    assert [place.url for place in card.before] == [f"{COMPLAINTS}#step-handle"]
    assert [place.url for place in card.after] == [f"{COMPLAINTS}#step-accepted"]


def test_the_whole_record_leads_to_its_beginning(by_words: Searcher) -> None:
    """A record as a whole has no number, and is followed by its first step."""
    index = by_words.index
    numbers = index.records[COMPLAINTS.removesuffix(".html")]
    parts = outline([index.passages[number] for number in numbers])

    assert (parts[0].number, parts[0].of) == (0, 0)
    assert [index.passages[numbers[at]].part for at in parts[0].after] == ["receive"]


@pytest.mark.parametrize(
    ("question", "name", "value"),
    [
        ("投诉多久回访", "within", "1 个工作日"),
        ("投诉登记填哪张表", "forms", "投诉登记表"),
        ("投诉处理完谁来回访", "by", "客服专员"),
    ],
)
def test_a_fact_that_is_asked_for_stands_first(by_words: Searcher, question: str, name: str, value: str) -> None:
    """How long, which form and who are said by themselves; a form by its name."""
    fact = card_of(by_words.index, by_words.ask(question)).fact

    assert fact is not None
    assert (fact.name, value in fact.value) == (name, True)


TEXT = "主管每天早上查登记；前台当场受理业主投诉，登记；重大的，经理 1 天内约见。"


@pytest.mark.parametrize(
    ("question", "fact", "clause"),
    [
        ("业主投诉谁来受理", "by", "前台当场受理业主投诉，登记"),
        ("登记谁来查", "by", "主管每天早上查登记"),
        ("重大的谁约见", "by", "重大的，经理 1 天内约见"),
        ("重大的多久约见", "within", "重大的，经理 1 天内约见"),
        ("谁批赔偿", "by", ""),
        ("投诉谁结案", "by", ""),
        ("水费找谁", "by", ""),
    ],
)
def test_the_clause_shown_large_says_what_was_asked(question: str, fact: str, clause: str) -> None:
    """Of several clauses that name somebody it is the one that says most of the question; where none does, none."""
    assert clause_of(TEXT, fact, question) == clause


def test_a_single_clause_that_names_somebody_is_shown_in_whatever_words_it_is_asked_for() -> None:
    """Then there is nothing to mistake it for."""
    assert clause_of("先查册，再看证。主管批。", "by", "这件事归谁") == "主管批"


def test_no_fact_is_large_that_is_not_asked_for_or_not_sure(by_words: Searcher) -> None:
    """Whoever asks how something is done gets the step; what is only close is not shown as if it were the answer."""
    index, close = by_words.index, replace(by_words.ask("投诉多久回访"), status="unsure")

    assert card_of(index, by_words.ask("怎么处理投诉")).fact is None
    assert card_of(index, close).fact is None


def test_a_dead_end_offers_what_is_nearest(by_words: Searcher) -> None:
    """The three closest places, and the forms whose codes begin as the one that is asked for."""
    found = by_words.ask("GT-R-KF-99")
    card = card_of(by_words.index, found)

    assert (found.status, found.answers, len(card.nearest)) == ("not_in_handbook", (), 3)
    assert [paper.code[:7] for paper in card.papers] == ["GT-R-KF"] * len(card.papers) != []


def test_codes_are_alike_by_how_they_begin() -> None:
    """However they are spelled; a code that has fewer than three characters in common is another one."""
    coded = [("GT-R-KF-20", "a"), ("GT-R-KF-21", "b"), ("SC-FP-03", "c")]

    assert alike_codes("GT R KF 22 在哪", coded) == ["a", "b"]
    assert alike_codes("kf-22", coded) == ["a", "b"]
    assert alike_codes("XX-1", coded) == []
    assert alike_codes("年假", coded) == []


def test_a_card_is_ready_for_json(by_words: Searcher) -> None:
    """Its keys are those of `card` in `/api/ask`; the answer itself has none of them."""
    found = by_words.ask("怎么处理投诉")
    card = card_of(by_words.index, found).as_json()

    assert set(card) == {"fact", "number", "of", "before", "after", "never", "forms", "nearest", "papers"}
    assert json.loads(json.dumps(card))["forms"][0]["address"] == "greentown-after-sales/forms/complaint-register"
    assert {"wants", "found"}.isdisjoint(found.as_json())
