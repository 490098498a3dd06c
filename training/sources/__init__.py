"""Where items come from: each module computes some kinds of them from the records of some kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from schemas.kinds import KindName
from training.item import Item
from training.material import Subject
from training.sources.absences import items_absent, items_night, items_promised_at_night
from training.sources.deadlines_of_steps import items_within
from training.sources.forms_of_steps import items_form
from training.sources.orders import items_order
from training.sources.posts_of_steps import items_who
from training.sources.promises import items_promised
from training.sources.recurring import items_every
from training.sources.ways import items_branch, items_next

Source = Callable[[Subject[Any]], Iterator[Item]]
"""Computes items from a record."""

SOURCES: Final[Mapping[KindName, tuple[Source, ...]]] = {
    "roles": (items_absent,),
    "procedures": (
        items_who,
        items_within,
        items_every,
        items_form,
        items_next,
        items_branch,
        items_order,
        items_night,
    ),
    "policies": (items_promised, items_promised_at_night),
}
"""What is computed from the records of each kind."""


def items_of(subject: Subject[Any]) -> Iterator[Item]:
    """Every item that can be computed from a record, in the order of its fields."""
    for source in SOURCES.get(subject.entry.kind, ()):
        yield from source(subject)
