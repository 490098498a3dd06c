from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from search.ask import Searcher
from search.index import Index
from search.unanswered import Asked, groups_of
from tests.search.conftest import open_page

NAMED = {"title": "外墙清洗管理办法", "handbook": "greentown-after-sales", "chapter": "待编"}
URL = "greentown-after-sales/index.html#chapter-later"
ENGLISH = {"title": "Cleaning the outside walls", "handbook": "greentown-after-sales", "chapter": "To be written"}


def test_a_title_that_is_planned_is_named_and_not_written_yet(by_words: Searcher) -> None:
    """Whatever else the question says; the handbook has nothing on it, and says who named it."""
    answer = by_words.ask("《外墙清洗管理办法》在哪里看？")

    assert (answer.status, answer.answers) == ("not_in_handbook", ())
    assert answer.as_json()["planned"] == {**NAMED, "url": URL}


def test_it_is_known_by_its_english_title(by_words: Searcher) -> None:
    """With or without the endings of its words."""
    answer = by_words.ask("where is the rule for cleaning the outside wall")

    assert answer.as_json()["planned"] == {**ENGLISH, "url": f"en/{URL}"}


@pytest.mark.parametrize(
    "question", ["外墙谁洗", "怎么处理投诉", "GT-R-KF-26 外墙清洗管理办法", "着火了！外墙清洗管理办法"]
)
def test_any_other_question_says_nothing_of_it(by_words: Searcher, question: str) -> None:
    """Half a title, a code and a danger lead elsewhere; the object is as it always was."""
    assert "planned" not in by_words.ask(question).as_json()


def test_another_handbook_does_not_plan_it(by_words: Searcher) -> None:
    """Whoever asks the call scripts is not told of another handbook's chapters."""
    assert by_words.ask("外墙清洗管理办法", handbook="call-scripts").planned is None
    assert by_words.ask("外墙清洗管理办法", handbook="greentown-after-sales").planned is not None


def test_the_owner_sees_that_it_was_planned(by_words: Searcher) -> None:
    """And the title to write the record under."""
    [group] = groups_of(by_words, [Asked("2026-01-15", "外墙清洗管理办法有吗", "zh", "not_in_handbook")], "zh")

    assert group.status == "planned"
    assert group.fixes[0].yaml == "title: 外墙清洗管理办法"


def test_the_page_says_the_same(words_index: Index, by_words: Searcher, page: Page, tmp_path: Path) -> None:
    """Without a server, in both languages."""
    open_page(page, words_index, tmp_path)
    for question in ("外墙清洗管理办法在哪里看", "the rule for cleaning the outside wall", "外墙谁洗"):
        given = page.evaluate("(question) => window.Shouce.offline.ask(question)", question)

        assert given["status"] == "not_in_handbook"
        assert given.get("planned") == by_words.ask(question).as_json().get("planned")
