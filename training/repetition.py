"""Spaced repetition: when an item comes back, worked out from its answers by FSRS-6.

The browser works out the same with ts-fsrs, and both tests read `tests/data/repetition.json`. What the two are told:

    parameters         the 21 defaults of FSRS-6, which are the same numbers in both libraries
    desired retention  0.9
    learning steps     1 minute, 10 minutes
    relearning steps   10 minutes
    longest interval   36500 days
    fuzz               off (on by default here, off there)
    rating             Good for a right answer, Again for a wrong one

With that `fsrs` 6.3 and `ts-fsrs` 5.4 have the same formulas, and differ in two things, which the browser's side puts
right, since a learner here begins the day at the hour at which the day of UTC begins:

1. The days since the last answer are whole days of 24 hours here, and days of the UTC calendar there: 07:55 and 08:05
   in China are two of them. The browser hands over the card with `last_review` moved to
   `now - max(0, floor((now - last_review) / day)) * day`.
2. There an item under review that is answered right comes back at least one day later than it would after «Hard».
   The browser takes the interval of its stability alone: where an item was under review before and still is, `due` is
   `now + next_interval(stability, 0)` days.

ts-fsrs rounds what it keeps to eight decimals; the days that come of it are the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import reduce
from typing import Final

from fsrs import Card, Rating, Scheduler, State

from training.progress import Answered

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_SCHEDULER: Final = Scheduler(
    desired_retention=0.9,
    learning_steps=(timedelta(minutes=1), timedelta(minutes=10)),
    relearning_steps=(timedelta(minutes=10),),
    maximum_interval=36500,
    enable_fuzzing=False,
)


@dataclass(frozen=True, slots=True)
class Memory:
    """How well an item is remembered.

    Attributes:
        due: when it comes back, in milliseconds since 1970 (UTC).
        is_learned: whether it comes back after days; otherwise it is being learned, or learned again, and comes back
            after minutes.
        stability: after so many days nine of ten still know it.
        difficulty: from 1 to 10.
    """

    due: int
    is_learned: bool
    stability: float
    difficulty: float


def moment(time: datetime) -> int:
    """A time as progress has it: milliseconds since 1970 (UTC)."""
    return (time - _EPOCH) // _MILLISECOND


def memory_of(answers: Sequence[Answered]) -> Memory:
    """What is remembered of an item after *answers*, of which there is at least one, earliest first."""
    card = reduce(_after, answers, Card(card_id=0, due=_EPOCH))  # without a number of its own it waits for one
    assert card.stability is not None
    assert card.difficulty is not None
    return Memory(moment(card.due), card.state is State.Review, card.stability, card.difficulty)


def _after(card: Card, answered: Answered) -> Card:
    rating = Rating.Good if answered.is_right else Rating.Again
    return _SCHEDULER.review_card(card, rating, _EPOCH + answered.at * _MILLISECOND)[0]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a learner has before him at a moment, by the ids of items.

    Attributes:
        due: what comes back now, longest due first.
        new: what was never answered, in the order of the pool.
        later: what comes back another time, soonest first.
        next_due: when the first of those comes back, in milliseconds since 1970 (UTC); None where there is none.
    """

    due: tuple[str, ...]
    new: tuple[str, ...]
    later: tuple[str, ...]
    next_due: int | None


def agenda(items: Sequence[str], answers: Mapping[str, Sequence[Answered]], now: int) -> Agenda:
    """What is due, new and later among the *items* of a course, as of *now*."""
    due = {id_: memory_of(answers[id_]).due for id_ in items if answers.get(id_)}
    by_time = sorted(due, key=lambda id_: (due[id_], id_))
    later = tuple(id_ for id_ in by_time if due[id_] > now)
    return Agenda(
        due=tuple(id_ for id_ in by_time if due[id_] <= now),
        new=tuple(id_ for id_ in items if id_ not in due),
        later=later,
        next_due=due[later[0]] if later else None,
    )


def retired(course: str, items: Collection[str], records: Collection[str], answered: Iterable[str]) -> list[str]:
    """What was answered and is asked no more, since what it was computed from has changed.

    Args:
        course: the address of a course.
        items: the ids of its items.
        records: the addresses of the records that it asks from, itself among them.
        answered: ids of items of any course; of what another course asks nothing is said.
    """
    known, own = frozenset(items), frozenset({*records, *(id_.partition("#")[0] for id_ in items)})
    return [id_ for id_ in answered if id_ not in known and _is_of(id_, course, own)]


def _is_of(item: str, course: str, records: Collection[str]) -> bool:
    """Whether an item is one of a course: by its record, and one written by hand by the course it is written in."""
    record, _, place = item.partition("#")
    return record in records and ("/items." not in place or place.startswith(f"{course}/items."))
