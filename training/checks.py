"""What `handbook check` finds in courses once their items are computed: an exam that nobody could be given.

It looks at one record, and what it finds is kept with what `schemas.checks` finds in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, zip_longest
from typing import Final

from schemas.course import Course, Exam
from schemas.document import Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.library import Library
from schemas.messages import Training
from schemas.references import Reference
from schemas.words import Bilingual, Counted
from training.item import Item
from training.material import Material, Subject
from training.pool import is_of, items_by_source, records_by_topic, records_of_course

_WHOLE: Final = ""
"""Stands for the exam as a whole, among the ids of topics."""
_EXAM: Final = Bilingual("考试", "the exam")
_TOPIC: Final = Bilingual("“{title}”", "'{title}'")
_TAKE_DRAFTS: Final = Counted(
    "课程只从批准了的条文出题，它教的有 {number} 份还是草案：写 drafts: true，或者先批准。",
    "The course asks only from what is approved, and {number} record it teaches is a draft: "
    "write drafts: true, or have it approved.",
    "The course asks only from what is approved, and {number} records it teaches are drafts: "
    "write drafts: true, or have them approved.",
)
_ADD: Final = Bilingual(
    "多教几条记录，在 items 里自己出几道题，或者改 {key}。",
    "Teach more records, write questions of your own under `items`, or change `{key}`.",
)


def check_course(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about what the blueprint of a course asks for and its pool does not hold."""
    course = entry.record
    if not isinstance(course, Course) or course.exam is None or course.status.state == "withdrawn":
        return
    if not library.is_whole or _has_lost_something(library, entry):
        return  # what is missing is told already
    subject: Subject[Course] = Material(library).subject(entry.address)
    wanted = _wanted(course, course.exam)
    found = _counted(subject, wanted)
    drafts = 0 if course.drafts else sum(map(subject.material.is_draft, records_of_course(subject)))
    for topic, least in wanted.items():
        if found[topic] < least:
            place, what = _place(course, topic)
            remedy = _TAKE_DRAFTS.of(drafts) if drafts else _ADD.filled(key=place[-1])
            values = {"what": what, "least": least, "found": found[topic], "remedy": remedy}
            yield entry.document.finding(place, Training.BLUEPRINT_LARGER_THAN_POOL, **values)


def _has_lost_something(library: Library, entry: Entry) -> bool:
    references = (leaf.value for leaf in entry.leaves if isinstance(leaf.value, Reference))
    return any(library.find(reference, entry.handbook) is None for reference in references)


def _wanted(course: Course, exam: Exam) -> Mapping[str, int]:
    return {**{str(topic.id): topic.least for topic in course.blueprint}, _WHOLE: exam.items}


def _counted(subject: Subject[Course], wanted: Mapping[str, int]) -> Mapping[str, int]:
    """How many items there are of each topic and in all; as soon as there are enough, nobody counts on.

    One of each record is taken in turn, so that enough are soon found.
    """
    records, found = records_by_topic(subject), Counter[str]()
    in_turn: Iterator[Item | None] = chain.from_iterable(zip_longest(*items_by_source(subject)))
    for item in in_turn:
        if item is None:
            continue
        found[_WHOLE] += 1
        found.update(topic for topic, addresses in records.items() if is_of(item, topic, addresses))
        if all(found[topic] >= least for topic, least in wanted.items()):
            break
    return found


def _place(course: Course, topic: str) -> tuple[Location, Bilingual]:
    if topic == _WHOLE:
        return ("exam", "items"), _EXAM
    number, found = next((n, each) for n, each in enumerate(course.blueprint) if str(each.id) == topic)
    return ("blueprint", number, "least"), _TOPIC.filled(title=found.title)
