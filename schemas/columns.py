"""The fields and columns of a form by the names that `FORM#column` may have, and who fills them in or reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from schemas.entry import Entry
from schemas.form import Form, fields
from schemas.library import Library
from schemas.procedure import PeriodicWork, Procedure, Step
from schemas.punctuation import Marks
from schemas.reads import derived
from schemas.scalars import FieldRef

Handling = Literal["writes", "reads"]
"""What a step does with a column."""


@derived
def columns_of(view: Library, form: str) -> Mapping[str, str]:
    """The titles of what `FORM#…` may name, in print order: a block, a field by its id, or by `block.id`.

    A block without a title is called by all that stands in it.
    """
    entry = view.entries[form]
    named: dict[str, str] = {}
    for block in entry.record.blocks if isinstance(entry.record, Form) else ():
        block_id = str(getattr(block.body, "id", ""))
        titles = {str(field.id): view.plain(field.title, entry) for field in fields(block.body)}
        for field, title in titles.items():
            named.setdefault(field, title)
            named[f"{block_id}.{field}"] = title
        if block_id:
            own = getattr(block.body, "title", None)
            all_of_it = Marks(view.lang).enumeration.join(titles.values()) or block_id
            named.setdefault(block_id, view.plain(own, entry) if own else all_of_it)
    return MappingProxyType(named)


def column_title(view: Library, reference: FieldRef, handbook: str) -> str:
    """What the form calls a column; empty for a whole form, or where it has none of this name."""
    form = view.find(reference, handbook)
    return columns_of(view, form.address).get(reference.part, "") if form and form.kind == "forms" else ""


def handled(library: Library, form: Entry, handling: Handling) -> Iterator[str]:
    """The parts of *form* that steps and periodic work fill in or read; an empty one stands for the whole form."""
    procedures = {use.entry.address: use.entry for use in library.uses(form) if handling in use.path}
    for entry in procedures.values():
        for work in works_of(entry):
            for reference in work.writes if handling == "writes" else work.reads:
                target = library.find(reference, entry.handbook)
                if target is not None and target.address == form.address:
                    yield reference.part


def works_of(entry: Entry) -> tuple[Step | PeriodicWork, ...]:
    """The steps and the periodic work of a procedure; none of any other record."""
    record = entry.record
    return (*record.steps, *record.periodic) if isinstance(record, Procedure) else ()
