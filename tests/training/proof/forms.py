"""Which forms a record makes right: whatever a step fills in, reads or names, under this name or one like it."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.entry import Entry
from schemas.procedure import PeriodicWork, Step
from tests.training.proof.alike import called
from tests.training.proof.reading import named, namesakes, part_of, said
from training.item import Item
from training.material import Material


def right_forms(material: Material, item: Item) -> frozenset[str]:
    """The forms that it uses or names, those of steps called alike, and forms of the same title."""
    entry = material.library.entries[item.record]
    right = {*_used(material, entry, part_of(material, item)), *named(material, item, said(material, item))}
    for other, step in namesakes(material, item):
        right |= set(_used(material, other, step))
    return called(item, right)


def _used(material: Material, entry: Entry, part: Step | PeriodicWork) -> Iterator[str]:
    """Every form that it names or of which it fills in or reads a field."""
    references = (*part.forms, *(field.target for field in (*part.writes, *part.reads)))
    for reference in references:
        if (form := material.library.find(str(reference), entry.handbook)) is not None:
            yield form.address
