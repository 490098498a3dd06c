"""The items of a course: those that anybody may practise, and those that an exam is drawn from.

Whoever has the handbook can compute every item that is computed. What protects an exam is that it is drawn, that it
has a time, that some items are written by hand and kept for it, and that there is a practical. So the two are types of
their own: what leaves the house (pages, packages for other systems) takes a `PracticePool` and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from schemas.course import Course, Topic
from schemas.terms import GLOSSARY
from training.item import Item
from training.material import Material, Subject
from training.sources import items_of
from training.sources.by_hand import items_by_hand
from training.sources.terms import items_of_terms, stands_in

_COMPUTED: Final[WeakKeyDictionary[Subject[Any], tuple[Item, ...]]] = WeakKeyDictionary()
"""The items of records, for as long as somebody has the material that they are computed from."""


@dataclass(frozen=True, slots=True)
class _Pool:
    """Items of a course.

    Attributes:
        course: its address.
        items: every item once.
        by_topic: the items of each topic of the blueprint by their ids, by the topic's id.
        by_module: likewise of each module.
    """

    course: str
    items: tuple[Item, ...]
    by_topic: dict[str, tuple[str, ...]]
    by_module: dict[str, tuple[str, ...]]


_P = TypeVar("_P", bound=_Pool)


class PracticePool(_Pool):
    """What may be published: none of it is kept for exams."""


class ExamPool(_Pool):
    """What an exam is drawn from; never published."""


def practice_pool(material: Material, course: str) -> PracticePool:
    """The items of the course at *course* that anybody may practise."""
    subject = material.subject(course)
    return PracticePool(course, *_gathered(subject, [item for item in _items(subject) if not item.is_private]))


def exam_pool(material: Material, course: str) -> ExamPool:
    """The items that an exam of the course is drawn from."""
    subject = material.subject(course)
    return ExamPool(course, *_gathered(subject, list(_items(subject))))


def only(pool: _P, is_taken: Callable[[Item], bool]) -> _P:
    """A pool with only those of its items that are taken."""
    items = tuple(item for item in pool.items if is_taken(item))
    ids = {item.id for item in items}
    by_topic, by_module = (
        {name: tuple(id_ for id_ in of if id_ in ids) for name, of in groups.items()}
        for groups in (pool.by_topic, pool.by_module)
    )
    return replace(pool, items=items, by_topic=by_topic, by_module=by_module)


def without(pool: _P, ids: Collection[str]) -> _P:
    """A pool less the items of these ids."""
    return only(pool, lambda item: item.id not in ids)


def records_of_course(subject: Subject[Course]) -> tuple[str, ...]:
    """The addresses of the records that a course is asked from: what its modules teach, then what its topics name."""
    return tuple(dict.fromkeys((*_taught(subject), *(address for _, address in _topics(subject)))))


def takes(subject: Subject[Course], address: str) -> bool:
    """Whether a course asks from a record: from none that was withdrawn, and from drafts where it says so."""
    state = subject.material.subject(address).record.status.state
    return state == "approved" or (state == "draft" and subject.record.drafts)


def items_by_source(subject: Subject[Course]) -> Iterator[Iterator[Item]]:
    """The items of a course, record by record, and at last those written by hand; each is computed when it is taken.

    Those that a trainer struck out are left out.
    """
    struck = frozenset(subject.material.library.struck_out())
    for items in _by_source(subject):
        yield (item for item in items if item.id not in struck)


def struck_out(subject: Subject[Course]) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """What a trainer struck out of a course: the items, and the ids whose fields have changed since."""
    struck = subject.material.library.struck_out()
    made = {item.id: item for items in _by_source(subject) for item in items}
    records = {GLOSSARY, *records_of_course(subject)}
    of_course = [id_ for id_ in struck if id_.partition("#")[0] in records]
    gone = tuple(id_ for id_ in of_course if id_ not in made and not id_.startswith(f"{GLOSSARY}#"))
    return tuple(made[id_] for id_ in of_course if id_ in made), gone


def _by_source(subject: Subject[Course]) -> Iterator[Iterator[Item]]:
    for address in records_of_course(subject):
        if takes(subject, address):
            yield _of_record(subject.material.subject(address))
    taught = tuple(address for address in records_of_course(subject) if takes(subject, address))
    yield items_of_terms(subject.material, subject.handbook, taught)
    yield items_by_hand(subject)


def _of_record(subject: Subject[Any]) -> Iterator[Item]:
    """The items of a record, computed once for all courses that ask from it."""
    if subject not in _COMPUTED:
        _COMPUTED[subject] = tuple(items_of(subject))
    yield from _COMPUTED[subject]


def _items(subject: Subject[Course]) -> Iterator[Item]:
    return chain.from_iterable(items_by_source(subject))


def _taught(subject: Subject[Course]) -> Iterator[str]:
    """The addresses of the records that its modules teach."""
    for module in subject.record.modules:
        for name in module.teaches:
            if (target := subject.find(str(name))) is not None:
                yield target.address


def _topics(subject: Subject[Course]) -> Iterator[tuple[str, str]]:
    """Each topic by its id, with each address it is asked from; of one that names none, those of its module."""
    modules = {str(module.id): module.teaches for module in subject.record.modules}
    for topic in subject.record.blueprint:
        for name in _sources_of(topic, modules):
            if (target := subject.find(name)) is not None:
                yield str(topic.id), target.address


def _sources_of(topic: Topic, modules: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(map(str, topic.from_)) or modules.get(str(topic.id), ())


def _gathered(
    subject: Subject[Course], items: list[Item]
) -> tuple[tuple[Item, ...], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    of_module = {
        str(module.id): {target.address for name in module.teaches if (target := subject.find(str(name)))}
        for module in subject.record.modules
    }
    by_topic = {
        topic: tuple(item.id for item in items if is_of(item, topic, addresses))
        for topic, addresses in records_by_topic(subject).items()
    }
    by_module = {
        module: tuple(item.id for item in items if item.record in addresses) for module, addresses in of_module.items()
    }
    for item in items:
        if (home := _module_of_term(subject, item, of_module)) is not None:
            by_module[home] += (item.id,)
    return tuple(items), by_topic, by_module


def records_by_topic(subject: Subject[Course]) -> dict[str, set[str]]:
    """The addresses of the records that each topic of a course is asked from, by the topic's id."""
    of_topic: dict[str, set[str]] = {str(topic.id): set() for topic in subject.record.blueprint}
    for topic, address in _topics(subject):
        of_topic[topic].add(address)
    return of_topic


def _module_of_term(subject: Subject[Course], item: Item, of_module: dict[str, set[str]]) -> str | None:
    """The first module that teaches a record in which the term of an item stands; None of any other item."""
    return next(
        (
            module
            for module, addresses in of_module.items()
            if any(stands_in(subject.material, item, address) for address in addresses)
        ),
        None,
    )


def is_of(item: Item, topic: str, addresses: Collection[str]) -> bool:
    """Whether an item is of a topic: the one it was written for, otherwise that of its record."""
    return item.topic == topic if item.topic else item.record in addresses
