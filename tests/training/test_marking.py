"""Marking: right or not right, what was missing, and whether an attempt passes."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from schemas.course import Course
from schemas.words import Bilingual
from training.item import Answering, Item, Option
from training.marking import Marked, TopicMarks, mark, mark_attempt
from training.pool import ExamPool


def item(name: str, answering: Answering = "one", right: tuple[str, ...] = ("a",), options: str = "abcd") -> Item:
    """An item whose options are called by letters."""
    return Item(
        kind="own", record=name, place="p", fields="0" * 12, answering=answering, right=right,
        options=tuple(Option(key, Bilingual(key, key)) for key in options),
        stem=Bilingual("问", "Q"), why=Bilingual("因", "W"),
    )  # fmt: skip


def course(blueprint: list[dict[str, object]], items: int = 4, mastery: str = "75%") -> Course:
    """A course with an exam of this blueprint."""
    exam = {"items": str(items), "minutes": "30", "pass": mastery, "attempts": "3"}
    modules = [{"id": "first", "title": "一"}]
    return Course.model_validate(
        {"title": "课", "role": "desk", "level": "一级", "modules": modules, "exam": exam, "blueprint": blueprint}
    )


@pytest.mark.parametrize(
    ("answering", "right", "answer", "is_right", "missing", "wrong"),
    [
        ("one", "a", "a", True, "", ""),
        ("one", "a", "b", False, "a", "b"),
        ("one", "a", "", False, "a", ""),
        ("one", "a", "ab", False, "", "b"),
        ("one", "a", "x", False, "a", "x"),
        ("all", "ac", "ca", True, "", ""),
        ("all", "ac", "caa", True, "", ""),
        ("all", "ac", "a", False, "c", ""),
        ("all", "ac", "abc", False, "", "b"),
        ("order", "cab", "cab", True, "", ""),
        ("order", "cab", "cba", False, "ab", ""),
        ("order", "cab", "c", False, "ab", ""),
        ("order", "cab", "cabd", False, "", "d"),
        ("order", "cab", "cabb", False, "", ""),
        ("order", "cab", "", False, "cab", ""),
    ],
)
def test_an_answer_is_right_or_not_right(
    answering: Answering, right: str, answer: str, is_right: bool, missing: str, wrong: str
) -> None:
    """Nothing between; what was missing and what was not right is told."""
    asked = item("x", answering, tuple(right))

    assert mark(asked, list(answer)) == Marked(asked.id, is_right, tuple(missing), tuple(wrong))


KEYS, KEYS_TOO, TALK, OTHER = (item(name) for name in ("keys", "keys-too", "talk", "other"))
POOL = ExamPool("c", (KEYS, KEYS_TOO, TALK, OTHER), {"keys": (KEYS.id, KEYS_TOO.id), "talk": (TALK.id,)}, {})
BLUEPRINT: list[dict[str, object]] = [
    {"id": "keys", "title": "钥匙", "least": "2", "safety": "true"},
    {"id": "talk", "title": "说话", "least": "1"},
]
RIGHT = {each.id: ["a"] for each in POOL.items}


def test_an_attempt_passes_at_exactly_the_mastery_score() -> None:
    """Three of four are 75 percent; with two it is failed; nothing is rounded."""
    passed = mark_attempt(course(BLUEPRINT), POOL, POOL.items, RIGHT | {TALK.id: ["b"]})
    failed = mark_attempt(course(BLUEPRINT), POOL, POOL.items, RIGHT | {TALK.id: ["b"], OTHER.id: []})

    assert (passed.right, passed.of, passed.score, passed.mastery) == (3, 4, Fraction(75), Decimal(75))
    assert passed.topics == (TopicMarks("keys", 2, 2, True), TopicMarks("talk", 0, 1, True))
    assert passed.is_passed
    assert not failed.is_passed
    assert not mark_attempt(course(BLUEPRINT, mastery="66.67%"), POOL, POOL.items[:3], RIGHT | {TALK.id: []}).is_passed


def test_one_mistake_about_safety_fails_the_attempt() -> None:
    """However many others are right; an answer that was not given is a mistake."""
    given = {id_: answer for id_, answer in RIGHT.items() if id_ != KEYS.id}
    attempt = mark_attempt(course(BLUEPRINT), POOL, POOL.items, given)

    assert attempt.score == Fraction(75)
    assert attempt.failed_topics == ("keys",)
    assert not attempt.is_passed


def test_an_attempt_that_hardly_asked_about_safety_is_not_passed() -> None:
    """The blueprint wants two items about keys: who was asked one has not shown it."""
    attempt = mark_attempt(course(BLUEPRINT), POOL, [KEYS, TALK, OTHER], RIGHT)

    assert attempt.topics[0] == TopicMarks("keys", 1, 1, False)
    assert not attempt.is_passed


def test_nothing_asked_is_nothing_passed() -> None:
    """And a course without an exam has no attempts."""
    without = course([]).model_copy(update={"exam": None})

    assert not mark_attempt(course([]), POOL, [], {}).is_passed
    with pytest.raises(ValueError, match="a course without an exam has no attempts"):
        mark_attempt(without, POOL, [], {})
