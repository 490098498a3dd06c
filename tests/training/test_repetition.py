"""When an item comes back: the table that the browser's side reads too, and what is a card, due and retired."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests.training.repetition_table import TABLE, written
from training.progress import Progress
from training.repetition import answered, due, retired

COURSE, OTHER = "hotel/courses/desk", "hotel/courses/night"


def on(day: int, hour: int = 9) -> datetime:
    """A moment of March 2026."""
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def test_the_table_holds_what_is_worked_out() -> None:
    """Of each sequence of answers when its item is due after each; the browser's test reads the same."""
    assert TABLE.read_text("utf-8") == written()


def test_what_goes_wrong_comes_back_the_next_day_whatever_the_hour() -> None:
    """And what goes right at once does not come back at all."""
    progress = answered(Progress("小王"), "right", True, COURSE, on(1))
    progress = answered(progress, "wrong", False, COURSE, on(1, 23))

    assert due(progress, COURSE, date(2026, 3, 1)) == []
    assert due(progress, COURSE, date(2026, 3, 2)) == ["wrong"]
    assert due(progress, OTHER, date(2026, 3, 2)) == []
    assert (progress.items["right"].right, progress.items["wrong"].wrong) == (1, 1)


def test_a_card_counts_a_right_answer_once_a_day() -> None:
    """Right a minute after it was wrong is no proof of memory; the next day it is, and the card goes away."""
    wrong = answered(Progress("小王"), "x", False, COURSE, on(1))
    again = answered(wrong, "x", True, COURSE, on(1, 10))
    next_day = answered(again, "x", True, COURSE, on(2))

    assert again.cards == wrong.cards
    assert again.items["x"].ok == 1
    assert next_day.cards["x"].due == date(2026, 3, 4)


def test_those_that_wait_longest_come_first() -> None:
    """Whatever the order in which they went wrong."""
    progress = Progress("小王")
    for item, day in (("b", 3), ("c", 1), ("a", 2)):
        progress = answered(progress, item, False, COURSE, on(day))

    assert due(progress, COURSE, date(2026, 3, 9)) == ["c", "a", "b"]


def test_an_item_retires_with_its_fingerprint_and_nobody_elses_does() -> None:
    """What was a card of the course and is none of its items; another course's cards are its own affair."""
    progress = answered(Progress("小王"), "keys~0a1b", False, COURSE, on(1))
    progress = answered(progress, "keys~ffff", False, COURSE, on(1))
    progress = answered(progress, "fire~0a1b", False, OTHER, on(1))

    assert retired(progress, COURSE, {"keys~ffff"}) == ["keys~0a1b"]
    assert set(progress.without(["keys~0a1b"]).cards) == {"keys~ffff", "fire~0a1b"}
    assert set(progress.without(["keys~0a1b"]).items) == {"keys~ffff", "fire~0a1b"}
