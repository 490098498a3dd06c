"""Posts: who stands in is there then, departments do not act, licences are checked, numbers are the source's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from schemas.document import Document, Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.hours import WHOLE_WEEK
from schemas.library import Library
from schemas.messages import Links, Posts
from schemas.on_duty import Absence
from schemas.presence import absence, covered, say_minutes, there
from schemas.reads import derived
from schemas.references import ActorRef, RoleRef
from schemas.role import Duty, DutyGroup, Role
from schemas.walk import Leaf, leaves
from schemas.words import in_both

_PERSONS: Final = frozenset({"owner", "by", "approve", "commander", "checks", "after_hours"})
"""The keys at which a person is meant, whichever type of reference stands there."""
_FIGURE: Final = re.compile(
    "[0-9０-９]|[一二三四五六七八九十百千两半]+ ?个?(?:秒|分钟|小时|天|日|周|月|年|次|通|户|件|工作日)"
)


def check_posts(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about a role, and about every place of a record that names one."""
    yield from persons(library, entry.document, entry.handbook, entry.leaves)
    yield from _owner(library, entry)
    if isinstance(entry.record, Role):
        yield from _Post(library, entry, entry.record).check()


@dataclass(frozen=True)
class _Post:
    """A role and where it stands."""

    library: Library
    entry: Entry
    role: Role

    def check(self) -> Iterator[Finding]:
        yield from self._stand_ins()
        yield from self._licences()
        yield from _numbers(self.entry.document, self.role)
        yield from self._figures()
        if not self.role.unit and self.library.is_whole and not _is_used(self.library, self.entry.address):
            yield self.entry.document.finding((), Posts.ROLE_UNUSED)

    # -- who stands in ------------------------------------------------------------------------------------------------

    def _stand_ins(self) -> Iterator[Finding]:
        entry = self.entry
        for when, reference in self.role.stands_in.items():
            location: Location = ("stands_in", when)
            stand_in = self.library.role(reference, entry.handbook)
            if when == "night" and self._is_night_unsaid():
                yield entry.document.finding(location, Posts.NIGHT_UNSAID)
            elif stand_in is not None and stand_in.address == entry.address:
                yield entry.document.finding(location, Posts.STANDS_IN_FOR_ITSELF)
            elif stand_in is not None:
                yield from self._absent(when, stand_in, location)

    def _absent(self, when: Absence, stand_in: Entry, location: Location) -> Iterator[Finding]:
        gap = self._needed(when) & ~covered(self.library, stand_in.address)
        if not gap:
            return
        entry, line = self.entry, self._line(when)
        if line[-1] == entry.address:
            value = " → ".join(address.rpartition("/")[2] for address in line)
            yield entry.document.finding(location, Posts.STAND_INS_IN_A_CIRCLE, value=value)
        else:
            at = in_both(lambda lang: say_minutes(gap, lang))
            yield entry.document.finding(
                location, Posts.STAND_IN_ABSENT, role=self.library.title(stand_in.address), when=at
            )

    def _needed(self, when: Absence) -> int:
        """The minutes at which somebody has to stand in for *when*."""
        held = there(self.library, self.entry)
        if when == "leave":
            return held
        if when != "otherwise":
            return absence(self.library, self.entry.handbook, when) & ~held
        for other in self.role.stands_in:
            held |= absence(self.library, self.entry.handbook, other) if other != "otherwise" else 0
        return WHOLE_WEEK & ~held

    def _line(self, when: Absence) -> list[str]:
        """The addresses of those who stand in for each other, until nobody does or one comes again."""
        entry, line = self.entry, [self.entry.address]
        while isinstance(role := entry.record, Role):
            others = iter(role.stands_in.values() if when == "otherwise" else ())
            reference = role.stands_in.get(when) or role.stands_in.get("otherwise") or next(others, None)
            stand_in = self.library.role(reference, entry.handbook) if reference else None
            if stand_in is None:
                break
            line.append(stand_in.address)
            if stand_in.address in line[:-1]:
                break
            entry = stand_in
        return line

    def _is_night_unsaid(self) -> bool:
        hours = self.library.handbooks[self.entry.handbook].file.hours
        return hours is None or hours.night is None

    # -- licences -----------------------------------------------------------------------------------------------------

    def _licences(self) -> Iterator[Finding]:
        entry, said_by = self.entry, self.library.licences(self.entry.handbook)
        for number, licence in enumerate(self.role.licences):
            location: Location = ("licences", number)
            said_here = said_by[str(licence.id)] == entry.address
            if licence.title is None:
                said = self.library.licence(str(licence.id), entry.handbook)
                if said is None or said.title is None:
                    yield entry.document.finding(location, Posts.LICENCE_UNTITLED, value=licence.id)
            elif not said_here:
                other = self.library.entries[said_by[str(licence.id)]].document.path
                yield entry.document.finding(location, Posts.LICENCE_TWICE, value=licence.id, other=other)
            elif licence.checks is None:
                yield entry.document.finding(location, Posts.LICENCE_UNCHECKED, value=licence.title)
            elif self.library.find(f"roles/{licence.checks}", entry.handbook) == entry:
                where = (*location, "checks")
                yield entry.document.finding(where, Posts.LICENCE_CHECKED_BY_HOLDER, value=licence.title)

    # -- figures ------------------------------------------------------------------------------------------------------

    def _figures(self) -> Iterator[Finding]:
        entry, role = self.entry, self.role
        if role.basis or self.library.handbooks[entry.handbook].file.defaults.basis:
            return
        for location, duty in _duties(role.duties, ("duties",)):
            if duty.standard and not duty.basis and _FIGURE.search(duty.standard):
                yield entry.document.finding((*location, "standard"), Posts.STANDARD_WITHOUT_BASIS)
        for id_, permission in role.authority.may.items():
            if permission.up_to and not permission.basis:
                yield entry.document.finding(("authority", "may", str(id_), "up_to"), Posts.SUM_WITHOUT_BASIS)


def persons(library: Library, document: Document, handbook: str, leaves_of_file: Iterable[Leaf]) -> Iterator[Finding]:
    """Findings for departments in the place of a person in a file of *handbook*."""
    if not (units := _units(library)):
        return
    for leaf in leaves_of_file:
        if isinstance(leaf.value, RoleRef) and _means_a_person(leaf):
            role = library.role(leaf.value, handbook)
            if role is not None and role.address in units:
                place = document.place(leaf.location, key=leaf.is_key)
                yield Finding(document.path, *place, Posts.UNIT_ACTS, {"role": library.title(role.address)})


def _means_a_person(leaf: Leaf) -> bool:
    return isinstance(leaf.value, ActorRef) or leaf.path[-1] in _PERSONS or "stands_in" in leaf.path


@derived
def _units(library: Library) -> tuple[str, ...]:
    """The addresses of the roles that are departments."""
    roles = ((entry.address, entry.record) for entry in library.of_kind("roles"))
    return tuple(address for address, role in roles if isinstance(role, Role) and role.unit)


def _owner(library: Library, entry: Entry) -> Iterator[Finding]:
    """The finding for an owner who cannot answer for a text: whoever is on the roster, somebody of the front line."""
    owner = library.role(entry.record.owner, entry.handbook) if entry.record.owner else None
    rank = _rank(library, owner.address) if owner else ""
    if owner is not None and rank:
        rule = Posts.OWNER_IS_A_ROTA if rank == "rota" else Posts.OWNER_IN_THE_FRONT_LINE
        yield entry.document.finding(("owner",), rule, role=library.title(owner.address))


@derived
def _rank(library: Library, role: str) -> str:
    """Why a role cannot own a text: `rota`, `front` of a person to whom nobody reports, or empty."""
    record = library.entries[role].record
    if not isinstance(record, Role) or record.unit:
        return ""
    if record.on_duty is not None and record.on_duty.rota:
        return "rota"
    is_leading = any(use.path == ("reports_to",) for use in library.uses_of(role))
    return "front" if record.reports_to and not is_leading else ""


@derived
def _is_used(library: Library, role: str) -> bool:
    """Whether something but an owner names a role: it acts, decides, stands in or has a box in a chart."""
    named = any(use.path != ("owner",) for use in library.uses_of(role))
    return named or role in _on_title_pages(library)


@derived
def _on_title_pages(library: Library) -> tuple[str, ...]:
    """The addresses of the roles that title pages name."""
    roles = (
        library.role(leaf.value, book.id)
        for book in library.handbooks.values()
        for leaf in leaves(book.file)
        if isinstance(leaf.value, RoleRef)
    )
    return tuple(dict.fromkeys(role.address for role in roles if role is not None))


def _duties(groups: Iterable[DutyGroup], location: Location) -> Iterator[tuple[Location, Duty]]:
    for where, group in _groups(groups, location):
        for number, duty in enumerate(group.items):
            yield (*where, "items", number), duty


def _groups(groups: Iterable[DutyGroup], location: Location) -> Iterator[tuple[Location, DutyGroup]]:
    for number, group in enumerate(groups):
        here = (*location, number)
        yield here, group
        yield from _groups(group.groups, (*here, "groups"))


def _numbers(document: Document, role: Role) -> Iterator[Finding]:
    """Findings for numbers that a role has twice, or that do not belong to the group they stand in."""
    first: dict[str, Location] = {}
    for location, group in _groups(role.duties, ("duties",)):
        yield from _astray(document, location, group)
        for where, no in _own_numbers(location, group):
            if (other := first.setdefault(no, where)) is not where:
                yield document.finding(where, Links.DUPLICATE_ID, value=no, first=document.place(other)[0])


def _own_numbers(location: Location, group: DutyGroup) -> Iterator[tuple[Location, str]]:
    yield (*location, "no" if group.no else "id"), group.address
    yield from (((*location, "items", number, "no"), str(duty.no)) for number, duty in enumerate(group.items))


def _astray(document: Document, location: Location, group: DutyGroup) -> Iterator[Finding]:
    inside: Mapping[str, tuple[Duty | DutyGroup, ...]] = {"items": group.items, "groups": group.groups}
    for key, parts in inside.items() if group.no else ():
        for number, part in enumerate(parts):
            if part.no and not part.no.startswith((f"{group.no}.", f"{group.no}-")):
                where = (*location, key, number, "no")
                yield document.finding(where, Posts.NUMBER_ASTRAY, value=part.no, group=group.no)
