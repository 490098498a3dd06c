"""Forms a second on one core, against plain python-docx on the same fields."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from time import perf_counter

import docx
from rich.table import Table

from generators.form import VARIANTS, build_form
from schemas.form import Form
from schemas.library import Entry, Library

_ROUNDS = 5


def _plain(entry: Entry) -> None:
    """The same labels in a plain python-docx table: no controls, no fitting, no header."""
    assert isinstance(entry.record, Form)
    document = docx.Document()
    fields = entry.record.fields()
    rows = document.add_table(rows=len(fields), cols=2, style="Table Grid").rows
    for row, field in zip(rows, fields, strict=True):
        row.cells[0].text = str(field.title)
    document.save(BytesIO())


def _per_second(build: Callable[[Entry], object], entries: tuple[Entry, ...]) -> float:
    started = perf_counter()
    for _ in range(_ROUNDS):
        for entry in entries:
            build(entry)
    return _ROUNDS * len(entries) / (perf_counter() - started)


def table(library: Library) -> Table:
    """Forms a second for each variant, and the ratio to python-docx."""
    entries = library.of_kind("forms")
    peer = _per_second(_plain, entries)
    shown = Table("forms", "a second", "× plain python-docx", title="Building forms from their definitions")
    shown.add_row("plain python-docx, a bare table", f"{peer:.0f}", "1.0")
    for variant in VARIANTS:
        ours = _per_second(partial(build_form, library, variant=variant), entries)
        shown.add_row(variant, f"{ours:.0f}", f"{ours / peer:.1f}")
    return shown
