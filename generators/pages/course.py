"""The page of a course: what is read, practised and filled, module by module, and how the exam goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generators.pages.page import Link, Page
from generators.pages.qualification import renewal
from generators.pages.record import Action, Content, Fact
from schemas.course import Course, Due, Exam, Module, Topic
from schemas.icons import Icon
from schemas.references import LevelRef


@dataclass(frozen=True, slots=True)
class Task:
    """What is done of some records: how that is recorded and worded, and the address and link of each."""

    act: str
    verb: str
    icon: Icon
    links: tuple[tuple[str, Link], ...]


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module as the page prints it."""

    module: Module
    no: int
    anchor: str
    tasks: tuple[Task, ...]
    tutor: Link | None
    hours: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic of the exam, and the records that it is asked from."""

    of: Topic
    asked_from: tuple[Link, ...]


def content(page: Page) -> Content:
    """What the page of a course says."""
    assert page.entry is not None
    course = page.entry.record
    assert isinstance(course, Course)
    body = page.render(
        "course.html.j2",
        course=course,
        modules=tuple(_module(page, no, module) for no, module in enumerate(course.modules, 1)),
        exam=tuple(_exam(page, course, course.exam)) if course.exam else (),
        topics=tuple(TopicView(topic, tuple(map(page.refer, topic.from_))) for topic in course.blueprint),
        total=sum(criterion.marks for criterion in course.rubric),
    )
    actions = (Action(page.t.print_page, "printer", does="print"),)
    return Content(body, tuple(_facts(page, course)), actions, used_elsewhere=False)


def _facts(page: Page, course: Course) -> Iterator[Fact]:
    yield Fact(page.t.for_role, links=(page.actor(course.role),))
    if isinstance(course.level, LevelRef):
        yield Fact(page.t.level, links=(page.refer(course.level),))
    else:
        yield Fact(page.t.level, page.plain(course.level))
    if course.requires:
        yield Fact(page.t.requires, links=tuple(map(page.refer, course.requires)))
    if course.hours is not None:
        yield Fact(course.label_of("hours").of(page.lang), f"{course.hours.normalize():f}")
    if course.due_within:
        yield Fact(page.t.due_within, _due(page, course.due_within))
    if course.valid_for:
        yield Fact(page.t.valid_for, page.time(course.valid_for))
    if course.renew:
        yield from renewal(page, course.renew)
    if course.certificate:
        yield Fact(page.t.certificate, links=(page.refer(course.certificate),))


def _due(page: Page, due: Due) -> str:
    time = page.time(due.within)
    return page.t.due_from.format(time=time, from_=page.plain(due.from_)) if due.from_ else time


def _module(page: Page, no: int, module: Module) -> ModuleView:
    tasks = (
        Task("read", page.t.read, "book", _named(page, module.read)),
        Task("practise", page.t.practise, "chat", _named(page, module.practise)),
        Task("fill", page.t.fill, "form", _named(page, module.fill)),
    )
    tutor = page.actor(module.sign) if module.sign else None
    hours = page.t.hours_n.format(n=f"{module.hours.normalize():f}") if module.hours is not None else ""
    asked = tuple(task for task in tasks if task.links)
    return ModuleView(module, no, page.anchor("module", module.id), asked, tutor, hours)


def _named(page: Page, references: Iterable[str]) -> tuple[tuple[str, Link], ...]:
    """Records by their address, each with its link; one that is not there has no address."""
    found = ((page.view.find(reference, page.handbook), page.refer(reference)) for reference in references)
    return tuple((target.address if target else "", link) for target, link in found)


def _exam(page: Page, course: Course, exam: Exam) -> Iterator[Fact]:
    yield Fact(page.t.exam_items, str(exam.items))
    yield Fact(page.t.exam_minutes, page.t.minutes_n.format(n=exam.minutes))
    yield Fact(page.t.exam_pass, f"{exam.pass_.normalize():f}%")
    yield Fact(page.t.exam_attempts, str(exam.attempts))
    if exam.retake_after:
        yield Fact(page.t.exam_retake, page.time(exam.retake_after))
    if course.has_practical:
        yield Fact(page.t.exam_practical, page.t.exam_practical_yes)
