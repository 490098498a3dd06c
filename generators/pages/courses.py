"""A course as other pages show it: whom it is for, and what it takes."""

from __future__ import annotations

from dataclasses import dataclass

from generators.pages.page import Link, Page
from schemas.course import Course
from schemas.entry import Entry


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course, whom it is for, what it takes, and how long its certificate is valid, where it says so."""

    link: Link
    role: str
    takes: str
    valid: str


def course_view(page: Page, entry: Entry) -> CourseView:
    """A course of a handbook."""
    course = entry.record
    assert isinstance(course, Course)
    takes = [page.t.modules_n.format(n=len(course.modules))]
    if course.hours is not None:
        takes.append(page.t.hours_n.format(n=f"{course.hours.normalize():f}"))
    if course.exam:
        takes.append(page.t.exam_n.format(items=course.exam.items, minutes=course.exam.minutes))
    valid = f"{page.t.valid_for}{page.t.colon}{page.time(course.valid_for)}" if course.valid_for else ""
    return CourseView(page.link(entry), page.view.actor_title(course.role, entry.handbook), " · ".join(takes), valid)
