"""Main roles: whoever does much of what a handbook lays down has a course."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from schemas.course import Course
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.library import Library
from schemas.messages import Training
from schemas.procedure import Procedure
from schemas.reads import derived
from schemas.role import Role

_SHARE: Final = 4
"""A role is a main one that does one in so many of the steps of its handbook's procedures, or more;"""
_LEAST: Final = 8
"""and so many of them at least: what is less is read in a minute."""


def check_main_roles(library: Library, entry: Entry) -> Iterator[Finding]:
    """The finding that a role does much of the work and no course prepares anybody for it."""
    if not isinstance(entry.record, Role) or entry.record.unit:
        return
    steps = _steps_by_role(library, entry.handbook)
    own, total = steps.get(entry.address, 0), sum(steps.values())
    if own >= _LEAST and own * _SHARE >= total and entry.address not in _roles_with_courses(library):
        yield entry.document.finding((), Training.MAIN_ROLE_WITHOUT_COURSE, own=own, total=total)


@derived
def _steps_by_role(library: Library, handbook: str) -> Mapping[str, int]:
    """How many steps of a handbook's procedures each role does, by its address; those of parties under their ids."""
    steps: Counter[str] = Counter()
    for entry in library.of_kind("procedures", handbook):
        assert isinstance(entry.record, Procedure)
        for step in entry.record.steps:
            role = library.role(step.by, handbook)
            steps[role.address if role is not None else str(step.by)] += 1
    return steps


@derived
def _roles_with_courses(library: Library) -> tuple[str, ...]:
    """The addresses of the roles that some course is for."""
    roles = set()
    for entry in library.of_kind("courses"):
        assert isinstance(entry.record, Course)
        role = library.role(entry.record.role, entry.handbook)
        if role is not None:
            roles.add(role.address)
    return tuple(sorted(roles))
