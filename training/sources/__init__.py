"""Where items come from: each module computes some kinds of them from the records of some kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from schemas.kinds import KindName
from training.item import Item
from training.material import Subject
from training.sources.posts_of_steps import items_who

Source = Callable[[Subject[Any]], Iterator[Item]]
"""Computes items from a record."""

SOURCES: Final[Mapping[KindName, tuple[Source, ...]]] = {
    "procedures": (items_who,),
}
"""What is computed from the records of each kind."""


def items_of(subject: Subject[Any]) -> Iterator[Item]:
    """Every item that can be computed from a record, in the order of its fields."""
    for source in SOURCES.get(subject.entry.kind, ()):
        yield from source(subject)
