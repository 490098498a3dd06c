"""When an item comes back: the table that the browser's side reads too, and what is due, new, later and retired."""

from __future__ import annotations

from tests.training.repetition_table import TABLE, written
from training.progress import Answered
from training.repetition import agenda, memory_of, retired

DAY = 86_400_000
COURSE, OTHER = "hotel/courses/desk", "hotel/courses/night"
KEYS = "hotel/procedures/keys#steps.lend/who~0a1b2c3d4e5f"


def test_the_table_holds_what_is_worked_out() -> None:
    """Of each sequence of answers when its item is due after each; the browser's test reads the same."""
    assert TABLE.read_text("utf-8") == written()


def test_what_is_wrong_comes_back_within_the_hour() -> None:
    """After a minute at first, after ten when it had been learned; what is right goes away for days."""
    learned = [Answered(0, True), Answered(600_000, True)]

    assert memory_of([Answered(0, False)]).due == 60_000
    assert memory_of(learned).due == 600_000 + 2 * DAY
    assert memory_of([*learned, Answered(2 * DAY, False)]).due == 2 * DAY + 600_000


def test_the_agenda_says_what_is_due_what_is_new_and_when_the_next_comes() -> None:
    """Longest due first; what was never answered keeps the order of the pool."""
    answers = {
        "right": [Answered(0, True), Answered(600_000, True)],
        "wrong": [Answered(0, False)],
        "wrong before": [Answered(-1000, False)],
    }

    found = agenda(["new", "right", "wrong", "also new", "wrong before"], answers, now=DAY)

    assert found.due == ("wrong before", "wrong")
    assert found.new == ("new", "also new")
    assert found.later == ("right",)
    assert found.next_due == 600_000 + 2 * DAY


def test_an_item_retires_with_its_fingerprint_and_nobody_elses_does() -> None:
    """An id of a record of the course that is no item any more; another course's items, written or computed, stay."""
    before = KEYS.replace("0a1b", "ffff")
    elsewhere = "hotel/procedures/fire#steps.ring/who~0a1b2c3d4e5f"
    by_hand = f"hotel/procedures/keys#{OTHER}/items.brother/own~0a1b2c3d4e5f"
    own_by_hand = f"hotel/procedures/keys#{COURSE}/items.brother/own~0a1b2c3d4e5f"
    answered = [KEYS, before, elsewhere, by_hand, own_by_hand]

    assert retired(COURSE, [KEYS], [], answered) == [before, own_by_hand]
    assert retired(COURSE, [], ["hotel/procedures/keys"], answered) == [KEYS, before, own_by_hand]
