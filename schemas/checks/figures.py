"""Figures that a text can print: which parts of a record have one."""

from __future__ import annotations

from schemas.entry import Entry
from schemas.library import Library


def figures_known(library: Library, target: Entry) -> str:
    """The ids of the parts of *target* that have a figure, as messages list them."""
    return ", ".join(id_ for id_ in target.parts if library.figure(target.address, id_)) or "—"
