"""Danger first: who is in danger is recognised, and gets the numbers and the card before anything else."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from schemas.library import Library
from search.ask import Searcher
from search.building import begin_index
from search.danger.browser import write_danger_files
from search.encoder import Encoder
from search.index import Index
from search.question import read_question
from tests.search.conftest import PROJECT, open_page

SENTENCES: Final = PROJECT / "tests" / "data" / "dangers" / "sentences.jsonl"


def _sentences() -> list[dict[str, Any]]:
    return [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def searcher(whole_library: Library, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """The project's own handbooks, by meaning."""
    return Searcher(begin_index(whole_library, tmp_path_factory.mktemp("danger"), encoder=encoder)(), encoder)


def test_every_cry_of_the_list_is_recognised_and_nothing_harmless_is(searcher: Searcher) -> None:
    """At least sixty of each in both languages; the cards of the danger are the first answers, and it is answered."""
    sentences = _sentences()
    for sentence in sentences:
        answer = searcher.ask(sentence["sentence"])
        if sentence["card"] is None:
            assert answer.danger is None, sentence
            continue
        assert answer.danger is not None, sentence
        assert f"cards/{sentence['card']}" in answer.danger.cards, sentence
        assert answer.status == "answered", sentence
        assert [f"cards/{hit.record}" for hit in answer.answers][: len(answer.danger.cards)] == answer.danger.cards
        assert answer.danger.numbers, sentence
    for lang in ("zh", "en"):
        for is_cry in (True, False):
            assert sum(one["lang"] == lang and (one["card"] is not None) == is_cry for one in sentences) >= 60


def test_numbers_are_those_of_the_asker(searcher: Searcher) -> None:
    """The project's own where the handbook has them, otherwise the public ones; in the language of the question."""
    at_home = searcher.ask("电梯里有人困住了", handbook="greentown-after-sales").danger
    anywhere = searcher.ask("电梯里有人困住了").danger
    elsewhere = searcher.ask("people are trapped in the lift", handbook="care-basics").danger

    assert at_home is not None
    assert anywhere == at_home
    assert at_home.card == "cards/lift"
    assert at_home.numbers[0] == {"number": "0571-0000-0002", "who": "示例电梯维保公司", "when": ""}
    assert elsewhere is not None
    assert elsewhere.title == "People trapped in a lift"
    assert {"number": "119", "who": "Fire and rescue"}.items() <= elsewhere.numbers[-2].items()


def test_a_cry_that_finds_nothing_still_gets_its_card(by_words: Searcher) -> None:
    """No word of the handbooks in it, and only one answer wanted: it is the card."""
    answer = by_words.ask("报警器叫个不停，屋里臭得很", top=1)

    assert answer.danger is not None
    assert answer.danger.card == "cards/gas"
    assert (answer.status, [hit.record for hit in answer.answers]) == ("answered", ["gas"])


@pytest.mark.parametrize("cry", ["业主晕倒了", "an owner fainted"])
def test_a_word_that_means_a_danger_outweighs_everyday_ones(whole_index: Index, cry: str) -> None:
    """Owners are in most harmless questions; by words alone, as from a stick, one who fainted is in danger."""
    named = [whole_index.watch.perils[number].card for number in whole_index.watch.look(cry, cry, None)]

    assert named[:1] == ["cards/illness"]


def test_the_numbers_of_a_second_danger_are_given_too(searcher: Searcher) -> None:
    """A power cut that holds people in a lift: the lift's numbers stand after those of the power cut."""
    danger = searcher.ask("the blackout left people in the lift banging").danger

    assert danger is not None
    assert danger.cards == ["cards/power-cut", "cards/lift"]
    assert "96333" in [one["number"] for one in danger.numbers]


def test_the_answer_is_plain_json(by_words: Searcher) -> None:
    """`danger` has the card, the numbers and other cards, and is null where there is none."""
    told = json.loads(json.dumps(by_words.ask("窗帘烧起来了，灭不掉").as_json()))["danger"]

    assert told == {
        "card": "cards/fire", "title": "火警", "url": "cards/fire.html", "also": [],
        "numbers": [
            {"number": "119", "who": "火警和抢险救援", "when": ""},
            {"number": "0571-0000-0001", "who": "消防控制室", "when": ""},
            {"number": "120", "who": "医疗急救", "when": "有人受伤、昏迷"},
        ],
    }  # fmt: skip
    assert by_words.ask("怎么处理投诉").as_json()["danger"] is None


def test_the_same_library_teaches_the_same(words_index: Index, library: Library, tmp_path: Path) -> None:
    """Nothing is left to chance."""
    again = begin_index(library, tmp_path, dense=False)()

    assert again.watch.words == words_index.watch.words


def test_the_page_recognises_what_the_server_does_by_words(whole_index: Index, page: Page, tmp_path: Path) -> None:
    """The same cards and numbers for every sentence of the list."""
    open_page(page, whole_index, tmp_path)
    questions = [sentence["sentence"] for sentence in _sentences()]
    given = page.evaluate(
        "questions => Promise.all(questions.map(question => Shouce.offline.danger(question)))", questions
    )

    watch, expected = whole_index.watch, []
    for question in questions:
        read = read_question(question, whole_index.lexical)
        danger = watch.danger(watch.look(read.typed, read.text, None), read.lang, None)
        expected.append(danger and asdict(danger))
    assert given == expected


def test_the_page_loads_little_to_recognise_it(whole_index: Index, tmp_path: Path) -> None:
    """Before it is packed, what is heard in one language; a file that would not change is not written."""
    (tmp_path / "danger.js").write_bytes(b"")

    assert write_danger_files(whole_index, tmp_path) == ("danger-zh.js", "danger-en.js")
    assert max(path.stat().st_size for path in tmp_path.iterdir()) < 360_000
    assert write_danger_files(whole_index, tmp_path) == ()
    assert not (tmp_path / "danger.js").exists()
