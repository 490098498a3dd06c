"""What is said in a handbook: in the moments of its scripts, at its steps, by its articles and points, on its cards."""

from __future__ import annotations

from collections.abc import Iterable

from training.item import Option
from training.likeness import Worded
from training.material import Material


def said_in(material: Material, handbook: str) -> tuple[Worded, ...]:
    """All that staff of a handbook say, wherever it stands."""
    every = (
        *material.of_kind("scripts", handbook), *material.of_kind("procedures", handbook),
        *material.of_kind("policies", handbook), *material.of_kind("guides", handbook),
        *material.of_kind("troubleshooting", handbook),
    )  # fmt: skip
    return tuple(said for subject in every for said in material.once(said_by, subject.address))


def said_by(material: Material, address: str) -> tuple[Worded, ...]:
    """All that is said by one record: by each of its parts that has words to say."""
    subject = material.subject(address)
    said = ((id_, subject.say_of(id_, "say")) for id_ in subject.entry.parts)
    return tuple(Worded(Option(f"{address}#{id_}", words), address) for id_, words in said if words.zh)


def rest_of(every: Iterable[Worded], first: Iterable[Worded]) -> list[Worded]:
    """*every* one that is none of the *first*."""
    keys = {said.option.key for said in first}
    return [said for said in every if said.option.key not in keys]
