"""Which forms a record takes: what its readers are given to print, on the site and from the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, assert_never, get_args

from schemas.entry import Entry
from schemas.kinds import KINDS, FormsTaken, KindName
from schemas.library import Library, Use
from schemas.markup import parse
from schemas.procedure import PeriodicWork, Procedure, Step
from schemas.reads import derived
from schemas.references import FormRef
from schemas.role import Role
from schemas.walk import leaves

KINDS_WITH_FORMS: Final[tuple[KindName, ...]] = tuple(
    kind.folder for taken in get_args(FormsTaken) for kind in KINDS.values() if kind.forms == taken != "none"
)
"""The kinds of record that `forms_of` knows forms for, forms themselves first."""


def forms_of(library: Library, entry: Entry) -> tuple[Entry, ...]:
    """The forms that go with *entry*, once each, in the order in which they are met.

    A form goes with itself; a procedure takes those that its steps, its periodic work and its kept records name; a
    role those of the steps and the periodic work that it does, and those that its duties name. Which of these a kind
    does is said in `schemas.kinds`; most take none.

    Args:
        library: the view whose language the forms are wanted in.
        entry: a record of that view.
    """
    taken = entry.of.forms
    if taken == "itself":
        return (entry,)
    return () if taken == "none" else tuple(library.entries[form] for form in forms_taken(library, entry.address))


@derived
def forms_taken(library: Library, address: str) -> tuple[str, ...]:
    """The addresses of the forms that go with a record that is none itself."""
    entry = library.entries[address]
    taken = entry.of.forms
    if taken == "named":
        named = (leaf.value for leaf in leaves(entry.record) if isinstance(leaf.value, FormRef))
        return _unique(library.find(reference, entry.handbook) for reference in named)
    if taken == "of-its-work":
        return _unique(_of_role(library, entry))
    if taken == "none" or taken == "itself":
        return ()
    assert_never(taken)


def forms_signed(library: Library, role: Entry) -> tuple[Entry, ...]:
    """The forms that name the *role* themselves: those it fills a part of, approves or signs."""
    return tuple(library.entries[form] for form in forms_naming(library, role.address))


@derived
def forms_naming(library: Library, role: str) -> tuple[str, ...]:
    """The addresses of the forms that name the role of this address."""
    return _unique(use.entry for use in library.uses_of(role))


def _unique(entries: Iterable[Entry | None]) -> tuple[str, ...]:
    forms = (entry.address for entry in entries if entry is not None and entry.kind == "forms")
    return tuple(dict.fromkeys(forms))


def _of_role(library: Library, entry: Entry) -> Iterator[Entry | None]:
    for use in library.uses(entry):
        if (work := _work(use)) is not None:
            yield from (library.find(reference, use.entry.handbook) for reference in work.every_form)
    assert isinstance(entry.record, Role)
    for duty in entry.record.all_duties():
        texts = (piece.value for piece in parse(duty.text) if piece.kind == "link")
        yield from (library.find(reference, entry.handbook) for reference in (*duty.see, *texts))


def _work(use: Use) -> Step | PeriodicWork | None:
    """The step or the periodic work that *use* says is done by the role; None where the role only helps or is named.

    What it does outside the hours of whoever else does it is its work as well.
    """
    procedure = use.entry.record
    if not isinstance(procedure, Procedure) or use.path[2:] not in (("by",), ("after_hours", "by")):
        return None
    works: Mapping[str, tuple[Step | PeriodicWork, ...]] = {"steps": procedure.steps, "periodic": procedure.periodic}
    return next((work for work in works.get(use.path[0], ()) if work.id == use.path[1]), None)
