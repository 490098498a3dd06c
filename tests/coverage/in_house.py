"""Where the library has somebody or something that the house list has not, or calls it otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.course import Course
from schemas.entry import Entry
from schemas.form import Form
from schemas.library import Library
from schemas.record import Model
from schemas.role import Role
from tests.coverage.house import House, HouseList, Named

_SORT = {True: "unit", False: "person"}


def deviations(library: Library, houses: HouseList) -> Iterator[str]:
    """All of them, each with its place, in no order that means anything."""
    yield from (f"library: {what}" for what in _of_settings(library, houses))
    yield from _of_cards(library, houses)
    for handbook in library.handbooks:
        house = houses.handbooks.get(handbook)
        if house is None:
            yield f"{handbook}: the house list has no such handbook"
            continue
        yield from (f"{handbook}: {what}" for what in _of_title_page(library, handbook, house, houses))
        for entry in library.entries.values():
            if entry.handbook == handbook:
                yield from (f"{entry.address}: {what}" for what in _of_record(library, entry, house, houses))


def _of_settings(library: Library, houses: HouseList) -> Iterator[str]:
    settings, english = library.settings, library.view("en").settings
    for sort, names, in_english, listed in (
        ("actor", settings.actors, english.actors, houses.actors),
        ("place", settings.places, english.places, houses.places),
    ):
        for id_, name in names.items():
            if id_ not in listed:
                yield f"there is no {sort} {id_} in the house list"
                continue
            yield from (f"{sort} {id_}: {what}" for what in _misnamed(name, in_english[id_], listed[id_]))


def _of_cards(library: Library, houses: HouseList) -> Iterator[str]:
    for entry in library.entries.values():
        if entry.kind == "cards":
            english = library.view("en").entries[entry.address].record
            if entry.id not in houses.cards:
                yield f"{entry.address}: there is no such card in the house list"
                continue
            yield from (f"{entry.address}: {w}" for w in _otherwise(entry.record, english, houses.cards[entry.id]))


def _of_title_page(library: Library, handbook: str, house: House, houses: HouseList) -> Iterator[str]:
    file, english = (view.handbooks[handbook].file for view in (library, library.view("en")))
    if file.trade is not None and file.trade != house.trade:
        yield f"its trade is {file.trade}, not {house.trade}"
    if file.hours is not None and file.hours.model_copy(update={"holidays": (), "workdays": ()}) != house.hours:
        yield "it is open at other times than in the house list"
    for id_, party in file.parties.items():
        if id_ not in house.parties:
            yield f"there is no party {id_} in its house"
        if id_ not in houses.parties:
            continue
        listed = houses.parties[id_]
        yield from (f"party {id_}: {what}" for what in _otherwise(party, english.parties[id_], listed))
        if party.kind is not None and party.kind != listed.kind:
            yield f"party {id_}: its kind is {party.kind}, not {listed.kind}"
    for actor, who in (file.cards.actors if file.cards else {}).items():
        if who != house.actors.get(actor):
            yield f"on its cards {actor} is {who}, not {house.actors.get(actor)}"
    yield from (f"there is no project key {key} in its house" for key in file.project if key not in house.project)


def _of_record(library: Library, entry: Entry, house: House, houses: HouseList) -> Iterator[str]:
    owner = entry.record.owner
    if owner is not None and "/" not in owner and owner not in house.owners:
        yield f"its owner {owner} is none in its house"
    english = library.view("en").entries[entry.address].record
    match entry.record:
        case Role():
            yield from _of_role(entry, english, house, houses)
        case Course():
            if f"courses/{entry.id}" not in house.courses.values():
                yield "there is no such course in its house"
        case Form() if entry.id in house.forms:
            listed = house.forms[entry.id]
            yield from _otherwise(entry.record, english, listed)
            if entry.code != listed.code:
                yield f"its code is {entry.code or 'missing'}, not {listed.code}"
        case Form() if entry.code.startswith(houses.prefix):
            yield f"there is no form {entry.code} with this id in its house"


def _of_role(entry: Entry, english: Model, house: House, houses: HouseList) -> Iterator[str]:
    role = entry.record
    named: Mapping[str, Named] = {**houses.posts(), **houses.units}
    if entry.id not in (*house.posts, *house.units):
        yield "there is no such post or unit in its house"
    if not isinstance(role, Role) or entry.id not in named:
        return
    yield from _otherwise(role, english, named[entry.id])
    if role.unit != (entry.id in houses.units):
        yield f"it is a {_SORT[role.unit]}, and in the house list a {_SORT[not role.unit]}"
    post = houses.posts().get(entry.id)
    if post is None:
        return
    if role.on_duty is not None and role.on_duty != house.on_duty.get(entry.id, post.on_duty):
        yield "it is on duty at other times than in the house list"
    if role.stands_in and dict(role.stands_in) != dict(house.stands_in.get(entry.id, post.stands_in)):
        yield "somebody else stands in than in the house list"
    held = {str(licence.id) for licence in role.licences}
    yield from (f"the house list has no licence {id_}" for id_ in sorted(held - set(houses.licences)))


def _otherwise(chinese: Model, english: Model, listed: Named) -> Iterator[str]:
    yield from _misnamed(getattr(chinese, "title", ""), getattr(english, "title", ""), listed)


def _misnamed(chinese: str, english: str, listed: Named) -> Iterator[str]:
    for name, expected in ((chinese, listed.zh), (english, listed.en)):
        if name != expected:
            yield f"it is called “{name}”, not “{expected}”"
