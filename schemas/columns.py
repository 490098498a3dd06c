"""The fields and columns of a form by the names that `FORM#column` may have, and who fills them in or reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal

from schemas.block_kinds import BLOCKS
from schemas.entry import Entry
from schemas.form import Block, Form, Signatures, fields
from schemas.library import Library
from schemas.procedure import PeriodicWork, Procedure, Step
from schemas.punctuation import joined
from schemas.reads import derived
from schemas.references import FieldRef
from schemas.signing import signer
from schemas.words import Bilingual

Handling = Literal["writes", "reads"]
"""What a step does with a column."""
_SIGNED: Final = Bilingual("{names}签字", "{names}")


@derived
def columns_of(view: Library, form: str) -> Mapping[str, str]:
    """The titles of what `FORM#…` may name, in print order: a block, a field by its id, or by `block.id`.

    A block without a title is called by all that stands in it, and nothing by its id.
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
            named.setdefault(block_id, view.plain(own, entry) if own else _called(view, entry, block, titles))
    return MappingProxyType(named)


def _called(view: Library, entry: Entry, block: Block, titles: Mapping[str, str]) -> str:
    """What a block without a title is called: by its fields, by those who sign; any other as all of its kind are."""
    names = tuple(titles.values())
    if isinstance(block.body, Signatures):
        items = block.body.items
        names = tuple(signer(view, item, view.plain(item.title, entry), entry.handbook) for item in items)
        return _SIGNED.filled(names=joined(names, view.lang)).of(view.lang)
    return joined(names, view.lang) if names else BLOCKS[block.kind].heading.of(view.lang)


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
