from __future__ import annotations

import pytest

from search.index import Index
from search.question import read_question


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("怎么处理投诉", "zh"),
        ("complaint 怎么办", "zh"),
        ("how to handle complaint", "en"),
        ("tousu", "zh"),
        ("GT-R-KF-26", "zh"),
        ("1.1.5", "zh"),
        ("🙂", "zh"),
        ("form GT-R-KF-26", "en"),
    ],
)
def test_the_language_goes_by_script_and_a_code_alone_is_chinese(words_index: Index, question: str, lang: str) -> None:
    """Pinyin is Chinese too; one English word makes a Latin question English."""
    assert read_question(question, words_index.lexical).lang == lang


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("投诉几天之内要给答复", "within"),
        ("how long do we have to answer", "within"),
        ("借钥匙填哪张表", "forms"),
        ("which form for a key", "forms"),
        ("重大投诉由谁审批", "by"),
        ("who approves it", "by"),
        ("怎么处理投诉", ""),
    ],
)
def test_the_fact_that_is_asked_for_is_recognised(words_index: Index, question: str, wants: str) -> None:
    """A time, a form or a person, in both languages."""
    assert read_question(question, words_index.lexical).wants == wants


def test_a_misspelt_word_is_looked_up_as_the_nearest_known_one(words_index: Index) -> None:
    """A known word is never changed."""
    assert read_question("complant survey", words_index.lexical).tokens == ("complaint", "survey")


def test_tokens_are_looked_up_once(words_index: Index) -> None:
    """A word said twice does not count twice."""
    assert read_question("key key keys", words_index.lexical).tokens == ("key",)
