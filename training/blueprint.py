"""What an exam of a course is made of: how many items, and how many of each topic at least."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

from schemas.course import Course, Exam
from schemas.findings import HandbookError
from schemas.words import Bilingual
from training.material import Material, Subject

_NO_EXAM: Final = Bilingual(
    "《{course}》没有考试：课程里没有写 exam，出不了卷",
    "“{course}” has no exam: the course has no key exam, so there is nothing to draw",
)


class NoExamError(HandbookError):
    """A course was to be examined that has no exam."""

    def __init__(self, course: Bilingual) -> None:
        super().__init__("no-exam", _NO_EXAM, course=course)


@dataclass(frozen=True, slots=True)
class TopicShare:
    """A topic of an exam.

    Attributes:
        id: its id.
        title: what it is about.
        least: how many items there are about it, at least.
        safety: whether every one of them must be answered right.
    """

    id: str
    title: Bilingual
    least: int
    safety: bool


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What an exam is made of.

    Attributes:
        course: the address of its course.
        title: what the course is called.
        items: how many items it has.
        topics: its topics, in the order of the course.
    """

    course: str
    title: Bilingual
    items: int
    topics: tuple[TopicShare, ...]


def blueprint_of(material: Material, course: str) -> Blueprint:
    """The blueprint of the exam of the course at *course*.

    Raises:
        NoExamError: it has none.
    """
    subject: Subject[Course] = material.subject(course)
    exam = exam_of(subject)
    topics = tuple(_share(subject, number) for number in range(len(subject.record.blueprint)))
    return Blueprint(course, subject.title, int(exam.items), topics)


def exam_of(subject: Subject[Course]) -> Exam:
    """The exam of a course.

    Raises:
        NoExamError: it has none.
    """
    if subject.record.exam is None:
        raise NoExamError(subject.title)
    return subject.record.exam


def items_to_pass(exam: Exam) -> int:
    """How many items must be right: the share that the course asks for, rounded up."""
    return ceil(exam.items * exam.pass_ / 100)


def _share(subject: Subject[Course], number: int) -> TopicShare:
    topic = subject.record.blueprint[number]
    title = subject.say(lambda record: record.blueprint[number].title)
    return TopicShare(str(topic.id), title, int(topic.least), bool(topic.safety))
