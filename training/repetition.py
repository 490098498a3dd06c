"""Spaced repetition: an item that went wrong comes back by FSRS-6, the next day first, then ever later.

A day is the learner's own, whatever the hour: what was wrong today is due tomorrow. The browser works out the same with
`ts-fsrs` (`site/docs/assets/learning-schedule.js`); both tests read `tests/data/repetition.json`. What both are told:

    parameters         the 21 defaults of FSRS-6, which are the same numbers in both libraries
    desired retention  0.9
    steps              none, neither of learning nor of learning again: nobody sits at a desk for ten minutes to wait
    longest interval   36500 days
    fuzz               off (on by default here, off there)
    rating             Good for a right answer, Again for a wrong one

With that `fsrs` 6.3 and `ts-fsrs` 5.4 have the same formulas. In two things their cards differ, and neither is used
where it would show. `fsrs` counts whole days of 24 hours since the last answer and `ts-fsrs` days of the UTC calendar:
both are given days (here: midnights). And the cards of `ts-fsrs` send a right answer a day further than «Hard» would:
the browser takes the memory and the interval of the algorithm itself (`next_state`, `next_interval`). `ts-fsrs` rounds
stability and difficulty to eight decimals, and the days that come of it are the same; it lets no stability grow beyond
the longest interval, and neither does this module.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final, NamedTuple

import fsrs

from training.progress import MOST_DAYS, Card, Known, Progress

_SCHEDULER: Final = fsrs.Scheduler(
    desired_retention=0.9, learning_steps=(), relearning_steps=(), maximum_interval=MOST_DAYS, enable_fuzzing=False
)


class Memory(NamedTuple):
    """How well an item is remembered after an answer.

    Attributes:
        stability: after so many days nine of ten still know it.
        difficulty: from 1 to 10.
        last: the day of the answer.
        due: the day on which it comes back.
    """

    stability: float
    difficulty: float
    last: date
    due: date


def rated(before: Memory | None, is_right: bool, day: date) -> Memory:
    """What is remembered of an item that is answered on *day*; a day before the last answer counts as the same day."""
    if before is None:
        card = fsrs.Card(card_id=0, due=_midnight(day))  # without a number of its own it waits for one
    else:
        card = fsrs.Card(
            card_id=0, state=fsrs.State.Review, stability=before.stability, difficulty=before.difficulty,
            due=_midnight(before.due), last_review=_midnight(min(before.last, day)),
        )  # fmt: skip
    rating = fsrs.Rating.Good if is_right else fsrs.Rating.Again
    after, _ = _SCHEDULER.review_card(card, rating, _midnight(day))
    assert after.stability is not None
    assert after.difficulty is not None
    return Memory(min(after.stability, MOST_DAYS), after.difficulty, day, after.due.date())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def answered(progress: Progress, item: str, is_right: bool, course: str, now: datetime) -> Progress:
    """What a learner has done, with one answer more.

    An item becomes a card when it goes wrong; a card counts a right answer once a day. An item that was never wrong is
    remembered as answered, and does not come back.

    Args:
        progress: as it stood before.
        item: the id of the item.
        is_right: whether the answer is right.
        course: the address of the course.
        now: the moment, in the time zone of the learner.
    """
    at, day = int(now.timestamp() * 1000), now.date()
    known, card = progress.items.get(item), progress.cards.get(item)
    right, wrong = (known.right, known.wrong) if known else (0, 0)
    told = Known(at=at, ok=1 if is_right else 0, right=right + is_right, wrong=wrong + (not is_right))
    after = replace(progress, items={**progress.items, item: told})
    if is_right and (card is None or card.last == day):
        return after
    before = None if card is None else Memory(card.s, card.d, card.last, card.due)
    memory = rated(before, is_right, day)
    renewed = Card(s=memory.stability, d=memory.difficulty, last=memory.last, due=memory.due, at=at, course=course)
    return replace(after, cards={**progress.cards, item: renewed})


def due(progress: Progress, course: str, day: date) -> list[str]:
    """The ids of the items of a course that come back by *day*, those that wait longest first."""
    waiting = [(card.due, id_) for id_, card in progress.cards.items() if card.course == course and card.due <= day]
    return [id_ for _, id_ in sorted(waiting)]


def retired(progress: Progress, course: str, items: Collection[str]) -> list[str]:
    """The ids of what would come back in a course and is none of its *items* any more: its fields have changed."""
    return [id_ for id_, card in progress.cards.items() if card.course == course and id_ not in items]
