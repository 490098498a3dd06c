"""Where the library has somebody or something that the house list has not, or calls it otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.course import Course
from schemas.form import Form
from schemas.library import Entry, Library
from schemas.record import Model
from schemas.role import Role
from tests.coverage.house import House, HouseList, Named


def deviations(library: Library, houses: HouseList) -> Iterator[str]:
    """All of them, each with its place, in no order that means anything."""
    for handbook in library.handbooks:
        house = houses.handbooks.get(handbook)
        if house is None:
            yield f"{handbook}: the house list has no such handbook"
            continue
        yield from (f"{handbook}: {what}" for what in _of_title_page(library, handbook, house, houses))
        for entry in library.entries.values():
            if entry.handbook == handbook:
                yield from (f"{entry.address}: {what}" for what in _of_record(library, entry, house, houses))


def _of_title_page(library: Library, handbook: str, house: House, houses: HouseList) -> Iterator[str]:
    file, english = (view.handbooks[handbook].file for view in (library, library.view("en")))
    if file.trade is not None and file.trade != house.trade:
        yield f"its trade is {file.trade}; the house list says {house.trade}"
    for id_, party in file.parties.items():
        if id_ not in house.parties:
            yield f"the house list has no party {id_} of it"
        if id_ not in houses.parties:
            continue
        listed = houses.parties[id_]
        yield from (f"party {id_}: {what}" for what in _otherwise(party, english.parties[id_], listed))
        if party.kind is not None and party.kind != listed.kind:
            yield f"party {id_}: its kind is {party.kind}; the house list says {listed.kind}"
    yield from (f"the house list has no project key {key} of it" for key in file.project if key not in house.project)


def _of_record(library: Library, entry: Entry, house: House, houses: HouseList) -> Iterator[str]:
    owner = entry.record.owner
    if owner is not None and "/" not in owner and owner not in house.owners:
        yield f"its owner {owner} is none in the house list"
    english = library.view("en").entries[entry.address].record
    match entry.record:
        case Role():
            yield from _of_role(entry, english, house, houses)
        case Course():
            if f"courses/{entry.id}" not in house.courses.values():
                yield "the house list has no such course of it"
        case Form() if entry.id in house.forms:
            listed = house.forms[entry.id]
            yield from _otherwise(entry.record, english, listed)
            if entry.code != listed.code:
                yield f"its code is {entry.code or 'missing'}; the house list says {listed.code}"
        case Form() if entry.code.startswith(f"{houses.prefix}-"):
            yield f"the house list has no form {entry.id} with the code {entry.code}"


def _of_role(entry: Entry, english: Model, house: House, houses: HouseList) -> Iterator[str]:
    role = entry.record
    named: Mapping[str, Named] = {**houses.posts(), **houses.units}
    if entry.id not in (*house.posts, *house.units):
        yield "the house list has no such post or unit of it"
    if not isinstance(role, Role) or entry.id not in named:
        return
    yield from _otherwise(role, english, named[entry.id])
    if role.unit != (entry.id in houses.units):
        yield "it is a unit" if role.unit else "it is a person; the house list says a unit"
    post = houses.posts().get(entry.id)
    if post is None:
        return
    if role.on_duty is not None and role.on_duty != post.on_duty:
        yield "it is on duty at other times than the house list says"
    held = {str(licence.id) for licence in role.licences}
    yield from (f"the house list has no licence {id_}" for id_ in sorted(held - set(houses.licences)))


def _otherwise(chinese: Model, english: Model, listed: Named) -> Iterator[str]:
    for model, name in ((chinese, listed.zh), (english, listed.en)):
        if (title := getattr(model, "title", "")) != name:
            yield f"it is called “{title}”, not “{name}”"
