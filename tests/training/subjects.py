"""The records that items are computed from, a handbook at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from training.material import Material, Subject


def every_subject(material: Material, handbook: str) -> Iterator[Subject[Any]]:
    """The records of a handbook, and the emergency cards that it uses."""
    for entry in material.library.of_handbook(handbook):
        yield material.subject(entry.address)
    yield from map(material.subject, material.cards(handbook))
