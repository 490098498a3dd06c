"""What the source documents name, item by item, and where this library has it: `tests/data/coverage.yaml` as read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

DATA: Final = Path(__file__).parents[1] / "data"

Counted = Literal["duties", "articles", "points", "boxes"]
"""What can be counted: `boxes` are the steps with a title, the boxes of a flowchart that are no question."""


def read_yaml(path: Path) -> Any:
    """The file with every scalar as it is written: a number such as 3.10 keeps its nought."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but strings


class Part(BaseModel):
    """The base of what is read here: a key that nobody knows is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_several)]
"""One literal or several; `a|b` is either."""


class Fact(Part):
    """A fact in the words of the source, and what it asks of the text."""

    fact: str
    part: str | None = Field(None, alias="in")
    find: Words = ()
    source: Words = ()
    order: Words = ()
    numbered: Mapping[str, Words] = {}
    count: Mapping[Counted, int] = {}
    branches: Words = ()
    holds: Words = ()

    @model_validator(mode="before")
    @classmethod
    def _accept_the_words_alone(cls, value: Any) -> Any:
        return {"fact": value, "find": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _asks_for_something(self) -> Fact:
        asked = (self.find, self.source, self.order, self.numbered, self.count, self.branches, self.holds)
        if not any(asked):
            raise ValueError(f"nothing is asked of “{self.fact}”")
        return self


class Item(Part):
    """What the source has under one title, and the address at which this library has it, or will."""

    at: str = Field(pattern=r"(?:[a-z]+/[a-z0-9-]+)?(?:#[a-z0-9.-]+)?")
    kind: str
    title: str
    code: str | None = None
    page: int | None = None
    facts: tuple[Fact, ...] = ()

    @property
    def record(self) -> str:
        """The record that it is or stands in, `kind/id`; empty for a chapter of handbook.yaml."""
        return self.at.partition("#")[0]

    @property
    def part(self) -> str:
        """The part of it, after `#`; empty for the whole record."""
        return self.at.partition("#")[2]


class Book(Part):
    """A source document."""

    title: str
    facts: tuple[Fact, ...] = ()
    items: tuple[Item, ...]


class Coverage(Part):
    """All source documents, and the records that no item of them asks for, each with its reason."""

    ours: Mapping[str, str]
    handbooks: Mapping[str, Book]

    def items(self) -> Iterator[tuple[str, Item]]:
        """Every item with the id of its handbook."""
        yield from ((id_, item) for id_, book in self.handbooks.items() for item in book.items)

    def digest(self) -> str:
        """Changes with every word of the source, and with nothing that is ours."""
        words = [
            [id_, book.title, _facts(book), [[i.kind, i.code, i.title, i.page, _facts(i)] for i in book.items]]
            for id_, book in self.handbooks.items()
        ]
        return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()[:16]


def _facts(item: Item | Book) -> list[str]:
    return [fact.fact for fact in item.facts]


@cache
def coverage() -> Coverage:
    """The file as read."""
    return Coverage.model_validate(read_yaml(DATA / "coverage.yaml"))
