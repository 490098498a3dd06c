"""Marking: whether an answer to an item is right, and whether an attempt at the exam of a course passes.

An item is right or not right, and nothing between: a list put in order with one slip is a wrong order, and who knows
two of three things that are never done does not know what is never done. What was missing is told all the same.

    mark(item, ["roles/front-desk"])            one key, several for `all`, all of them in order for `order`
    mark_attempt(course, pool, drawn, answers)  the whole of it, by the blueprint of the course
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from schemas.course import Course, Exam, Topic
from training.item import Item
from training.pool import ExamPool, PracticePool


@dataclass(frozen=True, slots=True)
class Marked:
    """An answer that was marked.

    Attributes:
        item: the id of the item.
        is_right: whether the answer is right.
        missing: the keys of right options that were not given; of an order, those that are not in their place.
        wrong: the keys that were given and are not right; of an order, those of no option.
    """

    item: str
    is_right: bool
    missing: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def mark(item: Item, answer: Sequence[str]) -> Marked:
    """An answer to an item, marked.

    Args:
        item: the item.
        answer: the keys of the options that were chosen, in the order in which they were given; none for no answer.
    """
    right = item.right
    if item.answering == "order":
        given = (*answer, *("",) * len(right))
        missing = tuple(key for key, put in zip(right, given, strict=False) if key != put)
        return Marked(item.id, tuple(answer) == right, missing, _besides(answer, right))
    missing, wrong = _besides(right, answer), _besides(answer, right)
    return Marked(item.id, not missing and not wrong, missing, wrong)


def _besides(keys: Iterable[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in keys if key not in others))


@dataclass(frozen=True, slots=True)
class TopicMarks:
    """How an attempt went in one topic.

    Attributes:
        id: the topic.
        right: how many of its items were right.
        of: how many there were.
        is_met: whether it stands in nobody's way: of a topic of safety there are as many items as the blueprint asks
            for, and every one is right.
    """

    id: str
    right: int
    of: int
    is_met: bool


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt at the written exam of a course that was marked; the practical is looked at by a tutor.

    Attributes:
        marked: each item, in the order in which they were drawn.
        right: how many were right.
        mastery: the mastery score, in percent.
        topics: the topics of the blueprint, in its order.
    """

    marked: tuple[Marked, ...]
    right: int
    mastery: Decimal
    topics: tuple[TopicMarks, ...]

    @property
    def of(self) -> int:
        """How many items there were."""
        return len(self.marked)

    @property
    def score(self) -> Fraction:
        """How much was right, in percent, exactly."""
        return Fraction(100 * self.right, self.of) if self.of else Fraction(0)

    @property
    def failed_topics(self) -> tuple[str, ...]:
        """The topics of safety in which something was wrong."""
        return tuple(topic.id for topic in self.topics if not topic.is_met)

    @property
    def is_passed(self) -> bool:
        """Whether the mastery score was reached and nothing about safety was wrong."""
        return self.of > 0 and self.score >= Fraction(self.mastery) and not self.failed_topics


def mark_attempt(
    course: Course, pool: ExamPool | PracticePool, drawn: Sequence[Item], answers: Mapping[str, Sequence[str]]
) -> Attempt:
    """An attempt, marked.

    Args:
        course: the course, with its exam.
        pool: the pool that the items were drawn from: it knows which topics each belongs to.
        drawn: the items of the attempt.
        answers: what was answered by the id of the item; an item without an answer is not right.

    Raises:
        ValueError: the course has no exam.
    """
    if course.exam is None:
        raise ValueError("a course without an exam has no attempts")
    exam: Exam = course.exam
    marked = tuple(mark(item, answers.get(item.id, ())) for item in drawn)
    topics = tuple(_topic(topic, pool.by_topic.get(str(topic.id), ()), marked) for topic in course.blueprint)
    return Attempt(marked, sum(each.is_right for each in marked), exam.pass_, topics)


def _topic(topic: Topic, ids: Sequence[str], marked: Iterable[Marked]) -> TopicMarks:
    among = set(ids)
    of_topic = [each.is_right for each in marked if each.item in among]
    right = sum(of_topic)
    is_met = not topic.safety or (right == len(of_topic) and right >= topic.least)
    return TopicMarks(str(topic.id), right, len(of_topic), is_met)
