"""Which terms of the library stand in a record."""

from __future__ import annotations

from schemas.library import Library
from schemas.reads import derived
from schemas.scalars import Text


@derived
def terms_in(view: Library, address: str) -> tuple[str, ...]:
    """The ids of the terms that stand in the texts of a record, as the department wrote it."""
    texts = "\n".join(leaf.value for leaf in view.entries[address].leaves if isinstance(leaf.value, Text))
    return tuple(str(term.id) for term in view.terms.terms if term.zh in texts)
