"""The page of a course: what is read, practised and filled, module by module, and how the exam goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.pages.page import Link, Page
from generators.pages.record import Action, Content, Fact
from schemas.course import Course, Exam, Module
from schemas.icons import Icon


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module as the page prints it; `tasks` are (verb, icon, links)."""

    module: Module
    no: int
    anchor: str
    tasks: tuple[tuple[str, Icon, tuple[Link, ...]], ...]
    tutor: Link | None


def content(page: Page) -> Content:
    """What the page of a course says."""
    assert page.entry is not None
    course = page.entry.record
    assert isinstance(course, Course)
    modules = tuple(_module(page, no, module) for no, module in enumerate(course.modules, 1))
    exam = tuple(_exam(page, course.exam)) if course.exam else ()
    body = page.render("course.html.j2", course=course, modules=modules, exam=exam)
    actions = (Action(page.t.print_page, "printer", does="print"),)
    return Content(body, tuple(_facts(page, course)), actions, used_elsewhere=False)


def _facts(page: Page, course: Course) -> Iterator[Fact]:
    yield Fact(page.t.for_role, links=(page.actor(course.role),))
    yield Fact(page.t.level, page.plain(course.level))
    if course.valid_for:
        yield Fact(page.t.valid_for, page.time(course.valid_for))


def _module(page: Page, no: int, module: Module) -> ModuleView:
    tasks: tuple[tuple[str, Icon, tuple[Link, ...]], ...] = (
        (page.t.read, "book", tuple(map(page.refer, module.read))),
        (page.t.practise, "chat", tuple(map(page.refer, module.practise))),
        (page.t.fill, "form", tuple(map(page.refer, module.fill))),
    )
    tutor = page.actor(module.sign) if module.sign else None
    return ModuleView(module, no, page.anchor("module", module.id), tuple(task for task in tasks if task[2]), tutor)


def _exam(page: Page, exam: Exam) -> Iterator[Fact]:
    yield Fact(page.t.exam_items, str(exam.items))
    yield Fact(page.t.exam_minutes, page.t.minutes_n.format(n=exam.minutes))
    yield Fact(page.t.exam_pass, f"{exam.pass_.normalize():f}%")
    yield Fact(page.t.exam_attempts, str(exam.attempts))
    if exam.practical:
        yield Fact(page.t.exam_practical, page.t.exam_practical_yes)
