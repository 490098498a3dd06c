"""What somebody in a post begins the day with: what comes round, what to do when something happens, forms and scripts.

The page of a role shows it, and the first page to whoever has said that this is their role.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.pages.cards import card_in
from generators.pages.courses import CourseView, course_view
from generators.pages.forms import FormLinks, form_links
from generators.pages.page import Link, Page, Target
from generators.pages.uses import Part, Uses, Works
from generators.wording.tables import RHYTHM_TITLES
from schemas.card import Card
from schemas.cards_used import cards_of
from schemas.forms_used import forms_of, forms_signed
from schemas.library import Library
from schemas.reads import derived
from schemas.rhythm import RHYTHMS


@dataclass(frozen=True, slots=True)
class Round:
    """Work that comes round equally often: what that is called, and each piece with its procedure."""

    title: str
    works: tuple[tuple[Target, Part], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A procedure in which the role has steps, and the moments of the handbook that lead to it."""

    works: Works
    moments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """All that somebody in a post begins the day with."""

    courses: tuple[tuple[str, CourseView], ...]
    cards: tuple[tuple[str, Link], ...]
    rounds: tuple[Round, ...]
    cases: tuple[Case, ...]
    forms: tuple[tuple[str, FormLinks], ...]
    scripts: tuple[tuple[str, Link], ...]


def day_of(page: Page, uses: Uses) -> Day:
    """The day of the role that *page* is about, of the *uses* that it shows."""
    assert page.entry is not None
    view, role = page.view, page.entry
    forms = {form.address: form for form in (*forms_of(view, role), *forms_signed(view, role))}
    courses = (view.entries[address] for address in courses_for(view, role.address))
    return Day(
        courses=tuple((course.address, course_view(page, course)) for course in courses),
        cards=tuple((card, card_in(page, role.handbook, card)) for card in cards_with(view, role.address)),
        rounds=tuple(_rounds(page, uses)),
        cases=tuple(_cases(page, uses)),
        forms=tuple((address, form_links(page, form)) for address, form in forms.items()),
        scripts=tuple((each, page.link(view.entries[each])) for each in scripts_of(view, role.address)),
    )


def _rounds(page: Page, uses: Uses) -> Iterator[Round]:
    recurring = [(works.procedure, part) for works in uses.works for part in works.parts if part.work.rhythm]
    for rhythm in RHYTHMS:
        if works := tuple((procedure, part) for procedure, part in recurring if part.work.rhythm == rhythm):
            yield Round(RHYTHM_TITLES[rhythm].of(page.lang), works)


def _cases(page: Page, uses: Uses) -> Iterator[Case]:
    """The procedures with steps of the role: those that a moment leads to first, as the handbook lists the moments."""
    assert page.entry is not None
    moments = moments_by_record(page.view, page.entry.handbook)
    rank = {address: number for number, (address, _) in enumerate(moments)}
    titles = dict(moments)
    for works in sorted(uses.works, key=lambda each: rank.get(each.procedure.address, len(rank))):
        if steps := tuple(part for part in works.parts if part.work.rhythm is None):
            yield Case(Works(works.procedure, works.book, steps), titles.get(works.procedure.address, ()))


@derived
def moments_by_record(view: Library, handbook: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The titles of the moments of a handbook, by the record that each leads to."""
    found: dict[str, list[str]] = {}
    for task in view.handbooks[handbook].file.tasks:
        if (target := view.find(task.to, handbook)) is not None:
            found.setdefault(target.address, []).append(str(task.title))
    return tuple((address, tuple(titles)) for address, titles in found.items())


@derived
def courses_for(view: Library, role: str) -> tuple[str, ...]:
    """The addresses of the courses for a role."""
    return tuple(use.entry.address for use in view.uses_of(role) if use.path == ("role",))


@derived
def cards_with(view: Library, role: str) -> tuple[str, ...]:
    """The addresses of the emergency cards that a role acts on, as its handbook says who the actors are."""
    handbook = view.entries[role].handbook
    used = view.handbooks[handbook].file.cards
    return tuple(card for card in cards_of(view, handbook) if used and _acts(view, handbook, card, role))


def _acts(view: Library, handbook: str, card: str, role: str) -> bool:
    entry, used = view.entries[card], view.handbooks[handbook].file.cards
    assert isinstance(entry.record, Card)
    assert used is not None
    actors = (used.actor(entry.id, actor) for actor in entry.record.actors())
    found = (view.role(actor, handbook) for actor in actors if actor)
    return any(each is not None and each.address == role for each in found)


@derived
def scripts_of(view: Library, role: str) -> tuple[str, ...]:
    """The scripts and fault trees of a role: that its duties, its steps or its courses name."""
    handbook, courses = view.entries[role].handbook, set(courses_for(view, role))
    own = {(use.entry.address, use.path[1]) for use in view.uses_of(role) if _is_work(use.path)}
    entries = (*view.of_kind("scripts", handbook), *view.of_kind("troubleshooting", handbook))
    return tuple(
        entry.address
        for entry in entries
        if any(
            use.entry.address == role or use.entry.address in courses or (use.entry.address, use.path[1]) in own
            for use in view.uses_of(entry.address)
            if len(use.path) > 1
        )
    )


def _is_work(path: tuple[str, ...]) -> bool:
    return path[0] in ("steps", "periodic") and path[2] in ("by", "with", "after_hours")
