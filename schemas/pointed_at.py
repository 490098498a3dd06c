"""What there is in a library to refer to, by the type of the reference: what an editor completes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Final

from schemas.calls import ANSWERED_BY
from schemas.course import Course
from schemas.entry import Entry
from schemas.form import Form
from schemas.library import Library
from schemas.policy import Policy
from schemas.procedure import Procedure
from schemas.qualification import Qualification
from schemas.record import Record
from schemas.role import Licence, Role
from schemas.script import Script
from schemas.troubleshooting import Troubleshooting

Ids = Mapping[str, str]
"""What is written for something, with what it is called."""

_OF_MODELS: Final[Mapping[str, type | UnionType]] = {
    "RecordRef": Record, "Reference": Record, "FormRef": Form, "ScriptRef": Script | Troubleshooting,
    "CourseRef": Course,
    "PriorRef": Course | Qualification,
}  # fmt: skip
"""References to records of some kinds."""


def pointed_at(library: Library, handbook: str) -> Mapping[str, Ids]:
    """What a record of *handbook* can refer to; with no handbook, what a card or the library itself can."""
    own = [entry for entry in library.entries.values() if handbook and entry.handbook == handbook]
    book = library.handbooks.get(handbook)
    roles = {entry.id: str(entry.record.title) for entry in own if isinstance(entry.record, Role)}
    parties = {str(id_): str(party.title) for id_, party in book.file.parties.items()} if book else {}
    project = {f"project.{key}": str(value) for key, value in book.file.project.items()} if book else {}
    settings = library.settings
    return {
        "HandbookId": {name: str(each.file.title) for name, each in library.handbooks.items()},
        "LawRef": {str(law.id): str(law.title) for law in library.laws.laws},
        "CardActor": {str(id_): str(title) for id_, title in settings.actors.items()},
        "CardPlace": {str(id_): str(title) for id_, title in settings.places.items()},
        "CardRef": {entry.address: str(entry.record.title) for entry in library.of_kind("cards")},
        "CallNumber": {number: words.zh for number, words in ANSWERED_BY.items()} | project,
        "RoleRef": roles, "ActorRef": roles | parties, "PartyRef": parties | roles,
        "LicenceRef": dict(_licences(own)), "StepRef": dict(_steps(own)), "LevelRef": dict(_levels(own)),
        "FieldRef": dict(_fields(own)),
        **{name: dict(_records(own, model)) for name, model in _OF_MODELS.items()},
    }  # fmt: skip


def _records(entries: Iterable[Entry], of: type | UnionType) -> Iterator[tuple[str, str]]:
    yield from ((_name(entry), str(entry.record.title)) for entry in entries if isinstance(entry.record, of))


def _name(entry: Entry) -> str:
    """How others of its handbook refer to a record: by its code, or by kind and id where it has none of its own."""
    own = entry.code and "XX" not in entry.code
    return entry.code if own else f"{entry.kind}/{entry.id}"


def _licences(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        yield from ((str(part.id), str(part.title)) for part in entry.parts.values() if isinstance(part.body, Licence))


def _steps(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if isinstance(entry.record, Procedure | Policy):
            yield from ((f"{_name(entry)}#{id_}", str(part.title)) for id_, part in entry.parts.items())


def _levels(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if isinstance(entry.record, Qualification):
            yield from ((f"{_name(entry)}#{level.id}", str(level.title)) for level in entry.record.levels)


def _fields(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if isinstance(entry.record, Form):
            yield from ((f"{_name(entry)}#{field.id}", str(field.title or "")) for field in entry.record.fields())
