"""Who and what there is in the sixteen handbooks: `tests/data/house-list.yaml` as read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from schemas.handbook import OpeningHours, PartyKind
from schemas.on_duty import OnDuty, StandsIn
from schemas.scalars import Id
from tests.coverage.source import DATA, Part, Words, read_yaml

Key = Annotated[str, Field(pattern=f"^{Id.pattern}$")]
"""An id as a record has it."""
Level = Literal["front-line", "specialist", "supervisor", "manager"]


class Named(Part):
    """What is called something in both languages."""

    zh: str
    en: str


class Licence(Named):
    """A licence that a post may need, and what asks for it."""

    law: str


class Post(Named):
    """A person: what it is called, where it stands, when it is there and what it does."""

    level: Level
    on_duty: OnDuty
    does: str
    stands_in: StandsIn = Field(default_factory=dict)
    licences: Words = ()


class Party(Named):
    """One who signs or is met, and is no post."""

    kind: PartyKind


class Actor(Named):
    """One who acts on the emergency cards, and with what part in it."""

    does: str


class Place(Named):
    """A place of the emergency cards, and the project key that has it."""

    key: str


class ProjectKey(Part):
    """What a value of `project:` is."""

    what: str
    kind: Literal["phone", "place", "text"]


class OwnForm(Named):
    """A form of our own, with what it is for."""

    code: str
    purpose: str = Field(alias="for")


class Commitment(Named):
    """A promised time: where it stands today."""

    today: str


class Shop(Part):
    """From which all examples, numbers and words of a handbook come."""

    name: str
    sells: str
    customers: str
    note: str = ""


class House(Part):
    """A handbook: its shop, and who and what there is in it.

    `on_duty` and `stands_in` are those of posts that are held at other times here than elsewhere.
    """

    trade: Key
    shop: Shop
    posts: tuple[Key, ...]
    courses: Mapping[Key, str]
    units: tuple[Key, ...]
    hours: OpeningHours
    night: str
    owners: tuple[Key, ...]
    parties: tuple[Key, ...]
    project: Mapping[Key, str]
    actors: Mapping[Key, Key]
    on_duty: Mapping[Key, OnDuty] = {}
    stands_in: Mapping[Key, StandsIn] = {}
    forms: Mapping[Key, OwnForm] = {}
    commitments: Mapping[Key, Commitment] = {}

    def records(self) -> Iterator[str]:
        """Addresses of the records that it names, without the handbook."""
        yield from (f"roles/{id_}" for id_ in (*self.posts, *self.units))
        yield from self.courses.values()
        yield from (f"forms/{id_}" for id_ in self.forms)


class HouseList(Part):
    """All of it."""

    prefix: str
    levels: Mapping[Level, str]
    licences: Mapping[Key, Licence]
    groups: Mapping[Key, Mapping[Key, Post]] = Field(alias="posts")
    units: Mapping[Key, Named]
    parties: Mapping[Key, Party]
    project: Mapping[Key, ProjectKey]
    actors: Mapping[Key, Actor]
    places: Mapping[Key, Place]
    cards: Mapping[Key, Named]
    handbooks: Mapping[Key, House]

    def posts(self) -> Mapping[str, Post]:
        """Every post by its id."""
        return {id_: post for group in self.groups.values() for id_, post in group.items()}

    def records(self) -> Iterator[str]:
        """Addresses of all records that it names: roles, courses, forms of our own, cards."""
        yield from (f"{id_}/{record}" for id_, house in self.handbooks.items() for record in house.records())
        yield from (f"cards/{card}" for card in self.cards)


@cache
def house_list() -> HouseList:
    """The file as read."""
    return HouseList.model_validate(read_yaml(DATA / "house-list.yaml"))
