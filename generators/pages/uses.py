"""Where a record is used: what the steps of procedures do with it, and what else names it.

A list of uses grows with the library. The record's own page shows the first of them, and leads to a page of all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypedDict, cast

from generators.pages.chapters import crumbs
from generators.pages.page import Page, Rendered, Target
from schemas.clock import within
from schemas.entry import Entry
from schemas.kinds import KindName
from schemas.library import Library, Use
from schemas.procedure import PeriodicWork, Procedure, Step, step_numbers
from schemas.reads import derived
from schemas.rhythm import Rhythm, rhythm

FIRST: Final = 12
"""How many uses of a kind the record's own page shows."""
FIRST_OF_ROLE: Final = 40
"""How many procedures the page of a role shows: it is the day of whoever is in that post."""
ENDING: Final = ".uses.html"
"""How the address of the page of all uses ends: no id has a full stop, so that no record has this address."""
_ON_THE_PAGE_OF_A_ROLE: Final[tuple[KindName, ...]] = ("roles", "procedures", "forms", "courses")
"""The kinds that have a place of their own on the page of a role."""
_USED_IN_STEPS: Final[tuple[KindName, ...]] = ("roles", "forms")
"""The kinds whose pages show in which steps they are used."""


@dataclass(frozen=True, slots=True)
class WorkShown:
    """A step of a procedure, or work that recurs: its number, who does it, within which time or how often."""

    target: Target
    no: str
    who: str
    within: str
    every: str
    forms: tuple[Target, ...]
    rhythm: Rhythm | None = None
    """How often work recurs; None of a step."""


How = Literal["by", "with", "after_hours"]
"""What a role has to do with work: it does it, takes part in it, or does it outside the hours of whoever else does."""


@dataclass(frozen=True, slots=True)
class Part:
    """Work in which a record is used, and what a role has to do with it."""

    work: WorkShown
    how: How = "by"


@dataclass(frozen=True, slots=True)
class Works:
    """What a procedure does with a record."""

    procedure: Target
    book: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Uses:
    """Where a record is used: in which work, and what else names it; of each the first ones, and how many there are."""

    works: tuple[Works, ...]
    work_count: int
    named: tuple[Target, ...]
    named_count: int

    @property
    def has_more(self) -> bool:
        """Whether there are more than are shown."""
        return self.work_count > len(self.works) or self.named_count > len(self.named)


def uses_on(page: Page, address: str) -> Uses:
    """The uses of a record that *page* shows."""
    return (all_uses if page.lists_all_uses else first_uses)(page.view, address)


@derived
def first_uses(view: Library, address: str) -> Uses:
    """The uses of a record that its own page shows."""
    uses = all_uses(view, address)
    works = uses.works[: FIRST_OF_ROLE if view.entries[address].kind == "roles" else FIRST]
    return Uses(works, uses.work_count, uses.named[:FIRST], uses.named_count)


@derived
def all_uses(view: Library, address: str) -> Uses:
    """Every use of a record."""
    uses = view.uses_of(address)
    entry = view.entries[address]
    works = tuple(_works(view, address, uses)) if entry.kind in _USED_IN_STEPS else ()
    named = tuple(_named(view, entry, uses))
    return Uses(works, len(works), named, len(named))


@derived
def has_more_uses(view: Library, address: str) -> bool:
    """Whether a record has more uses than its own page shows."""
    return first_uses(view, address).has_more


def with_page_of_uses(view: Library, handbook: str) -> frozenset[str]:
    """The records of a handbook that have a page of all their uses: whose own page lacks some, in any language."""
    views = [view.view(lang) for lang in view.languages]

    def find() -> bytes:
        addresses = (entry.address for entry in view.of_handbook(handbook))
        return json.dumps([each for each in addresses if any(has_more_uses(view, each) for view in views)]).encode()

    return frozenset(json.loads(view.keeper.of(f"uses/{handbook}", view, find)))


def url_of_uses(address: str) -> str:
    """The page of all uses of a record."""
    return f"{address}{ENDING}"


def uses_page(view: Library, entry: Entry) -> Rendered:
    """The page of all uses of a record."""
    page = Page(view, url_of_uses(entry.address), entry)
    shown, uses = target(view, entry.address), all_uses(view, entry.address)
    title = page.t.uses_of.format(title=shown.title)
    return page.finish(
        "uses.html.j2",
        f"{shown.code} {title}".strip(),
        page.t.uses_counted.format(works=uses.work_count, named=uses.named_count),
        body=page.render("uses_body.html.j2", uses=uses, is_role=entry.kind == "roles"),
        crumbs=(*crumbs(page, entry), page.link(entry)),
        kind=entry.of,
        name=title,
        code=shown.code,
        uses=uses,
    )


def _works(view: Library, address: str, uses: Iterable[Use]) -> Iterator[Works]:
    is_role = view.entries[address].kind == "roles"
    by_procedure: dict[str, tuple[Entry, dict[tuple[str, How], None]]] = {}
    for use in uses:
        if use.entry.kind == "procedures" and use.path[0] in ("steps", "periodic"):
            how = _how(use) if is_role else "by"
            if how is not None:
                parts = by_procedure.setdefault(use.entry.address, (use.entry, {}))[1]
                parts[use.path[1], how] = None
    for entry, ids in by_procedure.values():
        works = works_of(view, entry.address)
        parts_shown = tuple(Part(works[id_], how) for id_, how in ids)
        yield Works(target(view, entry.address), view.names(entry.handbook)[1], parts_shown)


def _how(use: Use) -> How | None:
    """What the role has to do with the work that it is used in; None where a text only names it."""
    if use.path[2:] == ("by",) or use.path[2] == "with":
        return cast(How, use.path[2])
    return "after_hours" if use.path[2:] == ("after_hours", "by") else None


def _named(view: Library, entry: Entry, uses: Iterable[Use]) -> Iterator[Target]:
    """What names the record, beside what its page lists already."""
    if entry.kind == "roles":
        users = (use.entry for use in uses if use.entry.kind not in _ON_THE_PAGE_OF_A_ROLE)
    else:
        related = {found.address for ref in entry.record.related if (found := view.find(ref, entry.handbook))}
        users = (use.entry for use in uses if use.entry.kind != "courses" and use.entry.address not in related)
    yield from (target(view, address) for address in dict.fromkeys(user.address for user in users))


def target(view: Library, address: str, part: str = "") -> Target:
    """A record, or a part of it, as pages name it."""
    heading = view.heading(address, part)
    return Target(heading.title, heading.code, address, heading.anchor)


@derived
def works_of(view: Library, procedure: str) -> Mapping[str, WorkShown]:
    """The steps and the recurring work of a procedure by id, as pages list them that do not show the procedure."""
    record = view.entries[procedure].record
    assert isinstance(record, Procedure)
    no = step_numbers(record.steps)
    steps = {str(step.id): _step(view, procedure, step, no[step.id]) for step in record.steps}
    recurring = {str(work.id): _recurring(view, procedure, work) for work in record.periodic}
    return MappingProxyType({**recurring, **steps})


def _step(view: Library, procedure: str, step: Step, no: str) -> WorkShown:
    time = within(view, view.entries[procedure], step.within)
    return WorkShown(no=no, within=time, every="", **_work(view, procedure, step))


def _recurring(view: Library, procedure: str, work: PeriodicWork) -> WorkShown:
    every = view.plain(work.every, view.entries[procedure])
    said = next(each.every for each in _original(view, procedure).periodic if each.id == work.id)
    return WorkShown(no="", within="", every=every, rhythm=rhythm(said), **_work(view, procedure, work))


def _original(view: Library, procedure: str) -> Procedure:
    """A procedure in the language of its author."""
    record = view.view(view.languages[0]).entries[procedure].record
    assert isinstance(record, Procedure)
    return record


class _Work(TypedDict):
    target: Target
    who: str
    forms: tuple[Target, ...]


def _work(view: Library, procedure: str, work: Step | PeriodicWork) -> _Work:
    handbook = view.entries[procedure].handbook
    found = (view.find(reference, handbook) for reference in work.every_form)
    return {
        "target": target(view, procedure, str(work.id)),
        "who": view.actor_title(work.by, handbook),
        "forms": tuple(target(view, form.address) for form in found if form is not None),
    }
