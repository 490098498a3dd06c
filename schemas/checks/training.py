"""Qualifications and courses: levels that can be reached, exams that can be held, topics that somebody teaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from schemas.course import Course, Module, Topic
from schemas.document import Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.library import Library
from schemas.messages import Training
from schemas.qualification import Level, Qualification
from schemas.references import LevelRef
from schemas.words import in_both

Successors = Callable[[str], Iterable[str]]


def check_training(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about a qualification or a course."""
    if isinstance(entry.record, Qualification):
        yield from _qualification(library, entry, entry.record)
    elif isinstance(entry.record, Course):
        yield from _course(library, entry, entry.record)


# -- qualifications --------------------------------------------------------------------------------------------------


def _qualification(library: Library, entry: Entry, record: Qualification) -> Iterator[Finding]:
    by_id = {str(level.id): level for level in record.levels}
    by_rank: dict[int, Level] = {}
    for number, level in enumerate(record.levels):
        here: Location = ("levels", number)
        if (other := by_rank.setdefault(level.rank, level)) is not level:
            values = {"value": level.title, "other": other.title, "rank": level.rank}
            yield entry.document.finding((*here, "rank"), Training.RANKS_EQUAL, **values)
        if level.exam and level.exam.pass_ > level.exam.marks:
            values = {"pass_": f"{level.exam.pass_.normalize():f}", "marks": level.exam.marks}
            yield entry.document.finding((*here, "exam", "pass"), Training.PASS_ABOVE_MARKS, **values)
        yield from _renewal(entry, here, level)
        yield from _required(entry, here, level, by_id)
        yield from _course_of_level(library, entry, here, level)
    for number, loss in enumerate(record.downgrade):
        if loss.to is None:
            yield entry.document.finding(("downgrade", number), Training.LOWERED_TO_NOTHING, value=loss.when)


def _renewal(entry: Entry, here: Location, of: Level | Course) -> Iterator[Finding]:
    """The finding for what is renewed before it can have been won."""
    before = of.renew.before if of.renew is not None else None
    if before is not None and of.valid_for is not None and (before == of.valid_for or before.may_exceed(of.valid_for)):
        times = {"before": in_both(before.say), "valid": in_both(of.valid_for.say)}
        yield entry.document.finding((*here, "renew", "before"), Training.RENEWED_TOO_EARLY, **times)


def _required(entry: Entry, here: Location, level: Level, by_id: Mapping[str, Level]) -> Iterator[Finding]:
    circle = circle_from(str(level.id), lambda id_: by_id[id_].requires if id_ in by_id else ())
    if circle:
        titles = " → ".join(by_id[id_].title for id_ in circle)
        yield entry.document.finding((*here, "requires"), Training.REQUIRES_CIRCLE, circle=titles)
        return
    for index, id_ in enumerate(level.requires):
        other = by_id.get(str(id_))
        if other is not None and other.rank > level.rank:
            values = {"value": level.title, "other": other.title}
            yield entry.document.finding((*here, "requires", index), Training.REQUIRES_HIGHER, **values)


def _course_of_level(library: Library, entry: Entry, here: Location, level: Level) -> Iterator[Finding]:
    target = library.find(level.course, entry.handbook) if level.course else None
    if target is None or not isinstance(target.record, Course):
        return
    course = target.record
    expected = f"qualifications/{entry.id}#{level.id}"
    certified = _certified(library, target, course)
    if certified != (entry.address, str(level.id)):
        values = {"found": course.level, "value": level.title, "expected": expected}
        yield entry.document.finding((*here, "course"), Training.COURSE_OF_ANOTHER_LEVEL, **values)
        return
    if level.exam and course.exam:
        share = level.exam.pass_ / level.exam.marks * 100
        if share != course.exam.pass_:
            values = {"level": f"{share.normalize():f}%", "course": f"{course.exam.pass_.normalize():f}%"}
            yield entry.document.finding((*here, "exam", "pass"), Training.PASS_DISAGREES, **values)
    if level.valid_for and course.valid_for and level.valid_for != course.valid_for:
        times = {"level": in_both(level.valid_for.say), "course": in_both(course.valid_for.say)}
        yield entry.document.finding((*here, "valid_for"), Training.VALIDITY_DISAGREES, **times)


def _certified(library: Library, entry: Entry, course: Course) -> tuple[str, str]:
    """The address of the qualification and the id of the level that *course* certifies; empty for a mere name."""
    if not isinstance(course.level, LevelRef):
        return "", ""
    target = library.find(course.level, entry.handbook)
    return (target.address, course.level.part) if target else ("", "")


# -- courses ---------------------------------------------------------------------------------------------------------


def _course(library: Library, entry: Entry, course: Course) -> Iterator[Finding]:
    yield from _level_name(library, entry, course)
    yield from _renewal(entry, (), course)
    yield from _prior(library, entry, course)
    yield from _blueprint(entry, course)
    yield from _items(entry, course)
    yield from _hours(entry, course)
    taught = {_bare(library, entry, name) for module in course.modules for name in module.teaches}
    modules = {str(module.id): module for module in course.modules}
    for number, topic in enumerate(course.blueprint):
        if not _is_taught(library, entry, topic, modules, taught):
            records = ", ".join(topic.from_) or "—"
            values = {"value": topic.title, "records": records}
            yield entry.document.finding(("blueprint", number), Training.TOPIC_UNTAUGHT, **values)


def _is_taught(library: Library, entry: Entry, topic: Topic, modules: Mapping[str, Module], taught: set[str]) -> bool:
    """Whether a module has the topic's id, or teaches one of the records that it is asked from."""
    if not topic.from_:
        return str(topic.id) in modules
    return any(_bare(library, entry, name) in taught for name in topic.from_)


def _bare(library: Library, entry: Entry, name: str) -> str:
    target = library.find(name, entry.handbook)
    return target.address if target else name


def _level_name(library: Library, entry: Entry, course: Course) -> Iterator[Finding]:
    if isinstance(course.level, LevelRef):
        return
    for other in library.of_kind("qualifications", entry.handbook):
        assert isinstance(other.record, Qualification)
        level = next((level for level in other.record.levels if level.title == course.level), None)
        if level is not None:
            values = {"value": course.level, "expected": f"qualifications/{other.id}#{level.id}"}
            yield entry.document.finding(("level",), Training.LEVEL_NOT_NAMED, **values)
            return


def _prior(library: Library, entry: Entry, course: Course) -> Iterator[Finding]:
    circle = circle_from(entry.address, lambda address: _required_courses(library, address))
    if circle:
        titles = " → ".join(library.title(address) for address in circle)
        yield entry.document.finding(("requires",), Training.REQUIRES_CIRCLE, circle=titles)


def _required_courses(library: Library, address: str) -> Iterator[str]:
    """The courses that must be passed before the one at *address*: those it names, and those of the levels it names."""
    entry = library.entries[address]
    if not isinstance(entry.record, Course):
        return
    for name in entry.record.requires:
        target = library.find(name, entry.handbook)
        if target is not None and isinstance(target.record, Course):
            yield target.address
        elif target is not None and isinstance(target.record, Qualification):
            level = next((level for level in target.record.levels if level.id == name.part), None)
            course = library.find(level.course, target.handbook) if level and level.course else None
            if course is not None:
                yield course.address


def circle_from(start: str, after: Successors) -> tuple[str, ...]:
    """The way round from *start* back to itself, with *start* at both ends; empty where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for id_ in map(str, after(way[-1])):
            if id_ == start:
                return (*way, start)
            if id_ not in seen:
                seen.add(id_)
                ways.append((*way, id_))
    return ()


def _blueprint(entry: Entry, course: Course) -> Iterator[Finding]:
    if not course.blueprint:
        return
    if course.exam is None:
        yield entry.document.finding(("blueprint",), Training.BLUEPRINT_WITHOUT_EXAM)
        return
    least = sum(topic.least for topic in course.blueprint)
    if least > course.exam.items:
        yield entry.document.finding(("blueprint",), Training.BLUEPRINT_TOO_LARGE, sum=least, items=course.exam.items)


def _items(entry: Entry, course: Course) -> Iterator[Finding]:
    for number, item in enumerate(course.items):
        for id_ in item.right:
            if id_ not in item.choices:
                yield entry.document.finding(("items", number, "right"), Training.NO_SUCH_ANSWER, value=id_)
        if {*map(str, item.right)} >= {*map(str, item.choices)}:
            yield entry.document.finding(("items", number, "right"), Training.ALL_RIGHT, value=item.id)


_NONE: Final = Decimal(0)


def _hours(entry: Entry, course: Course) -> Iterator[Finding]:
    each = [module.hours for module in course.modules]
    total = sum((hours for hours in each if hours is not None), _NONE)
    if course.hours is None or all(hours is None for hours in each):
        return
    is_whole = all(hours is not None for hours in each)
    if total > course.hours or (is_whole and total != course.hours):
        values = {"sum": f"{total.normalize():f}", "hours": f"{course.hours.normalize():f}"}
        yield entry.document.finding(("hours",), Training.HOURS_DISAGREE, **values)
