"""What a line of a questions file means, and which half a question is in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from search.questions import Alike, Case, alike, half_of, normalised, read_questions


def read(tmp_path: Path, **values: Any) -> Case:
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps(values), encoding="utf-8")
    (case,) = read_questions(path)
    return case


@pytest.mark.parametrize(
    ("values", "group"),
    [
        ({}, "held"),
        ({"kind": "main"}, "held"),
        ({"kind": "typo"}, "held/typo"),
        ({"split": "tune"}, "tune"),
        ({"kind": "typo", "split": "tune"}, "tune/typo"),
    ],
)
def test_the_group_is_the_half_and_the_kind(tmp_path: Path, values: dict[str, str], group: str) -> None:
    """The kind is left out where it is the main one; a half that is written wins over the question's own."""
    assert read(tmp_path, question="怎么处理投诉", lang="zh", expect=[], **values).group == group


@pytest.mark.parametrize("card", ["fire", ["fire"], "cards/fire"])
def test_a_card_answers_beside_the_places(tmp_path: Path, card: str | list[str]) -> None:
    """One or several, by id or address; none stands twice."""
    case = read(tmp_path, question="着火了", lang="zh", expect=["a/b/c#d", "cards/fire"], card=card)

    assert case.expect == ("cards/fire", "a/b/c#d")
    assert case.records == {"cards/fire", "a/b/c"}


def test_a_part_answers_where_it_is_expected_or_its_whole_record_is() -> None:
    """A record whose parts are listed is answered by them alone; its own address says only which record it is."""
    case = Case("怎么处理投诉", "zh", ("a/b/c", "a/b/c#d", "a/b/e"), "held")

    assert [case.is_answered_at("a/b/c", part) for part in ("d", "e", "")] == [True, False, False]
    assert [case.is_answered_at("a/b/e", part) for part in ("d", "")] == [True, True]
    assert case.level_step
    assert not Case("怎么处理投诉", "zh", ("a/b/c",), "held").level_step


def test_case_width_and_punctuation_make_no_other_question() -> None:
    """So that two are equal where a reader would say so, and are in the same half."""
    assert normalised("ＫＦ－26 怎么填？") == normalised("kf26怎么填") == "kf26怎么填"
    assert half_of("ＫＦ－26 怎么填？") == half_of("kf26怎么填")


def test_the_halves_are_about_equal() -> None:
    """The half follows from the words alone: of a thousand questions neither has less than 45 %."""
    held = sum(half_of(f"question {number}") == "held" for number in range(1000))

    assert 450 < held < 550


def test_an_ask_that_repeats_a_question_is_named() -> None:
    """The same but for its signs, or nearly the same; another question on the same thing is not."""
    asks = [Case(ask, "zh", ("a/b/c",), "asks") for ask in ("钥匙丢了怎么办", "业主的钥匙丢了要怎么办", "钥匙借给谁")]

    assert list(alike(asks, [Case("钥匙丢了怎么办？", "zh", (), "held")])) == [
        Alike("钥匙丢了怎么办", "a/b/c", "钥匙丢了怎么办？")
    ]
