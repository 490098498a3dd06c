"""The deadlines of a procedure on a time line: for each thing that they count from, the shortest first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generators.pages.page import Link, Page
from schemas.clock import Clock, clock_of, extension
from schemas.duration import Duration
from schemas.procedure import Procedure, step_numbers
from schemas.saying import say_within

_MARKS: Final = (0, 60, 3_600, 86_400, 3 * 86_400, 7 * 86_400)
"""Seconds up to which a bar reaches each mark of the line; longer ones reach its end."""
_FEW: Final = 2
"""So many deadlines are seen without a line."""


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: the step that has it, in words, and to which mark of the line its bar reaches; 0 without a bar."""

    no: str
    step: Link
    who: Link
    within: str
    extend: str
    mark: int
    longest: int


@dataclass(frozen=True, slots=True)
class DueFrom:
    """What counts from one thing."""

    start: str
    dues: tuple[Due, ...]


def deadlines(page: Page, procedure: Procedure) -> tuple[DueFrom, ...]:
    """The deadlines of the steps of *procedure*; none where there are so few that the steps show them."""
    groups: dict[str, list[Due]] = {}
    for start, due in _dues(page, procedure):
        groups.setdefault(start, []).append(due)
    if sum(map(len, groups.values())) <= _FEW:
        return ()
    return tuple(DueFrom(start, tuple(sorted(dues, key=lambda due: due.longest))) for start, dues in groups.items())


def _dues(page: Page, procedure: Procedure) -> Iterator[tuple[str, Due]]:
    assert page.entry is not None
    numbers = step_numbers(procedure.steps)
    for step in procedure.steps:
        clock = clock_of(page.view, page.entry, step.within) if step.within else None
        if clock is not None:
            link = Link(page.plain(step.heading), f"#{page.anchor('step', step.id)}")
            mark, longest = _mark(clock.time)
            yield _start(page, clock), Due(
                numbers[step.id], link, page.actor(step.by), say_within(clock.time, page.lang),
                extension(page.view, page.entry, step.within), mark, longest,
            )  # fmt: skip


def _start(page: Page, clock: Clock) -> str:
    if clock.start:
        return page.t.due_after_step.format(step=clock.start)
    return page.t.due_after_event.format(event=clock.event) if clock.event else page.t.due_unsaid


def _mark(time: Duration) -> tuple[int, int]:
    """The mark that a bar reaches, and by what deadlines are put in order: those of the calendar come last."""
    longest = 0 if time.is_instant else time.longest
    if longest is None:
        return 0, 1 << 40
    return bisect_left(_MARKS, longest if time.is_moment else time.seconds) + 1, longest


def marks(page: Page) -> Iterable[str]:
    """What is written at the marks of the line."""
    return page.t.due_marks.split("|")
