"""`handbook form --list`: which forms there are, by code, title and address."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from commands import context
from commands.finding_records import find_forms
from schemas.entry import Entry
from schemas.library import Library


def list_forms(library: Library, references: Iterable[str], *, as_json: bool) -> None:
    """Print the forms that *references* mean, without any all of them, in the language of *library*.

    Raises:
        HandbookError: as `find_forms`.
    """
    named = {form.address: form for reference in references for form in find_forms(library, reference)}
    forms = tuple(named.values()) or library.of_kind("forms")
    if as_json:
        context.print_json([_as_json(library, form) for form in forms])
        return
    grid = Table(box=None, show_header=False, pad_edge=False)
    for form in forms:
        grid.add_row(str(form.record.code or "—"), library.plain(form.record.title, form), form.address)
    context.out.print(grid)


def _as_json(library: Library, form: Entry) -> dict[str, str]:
    record = form.record
    title = library.plain(record.title, form)
    return {"code": str(record.code or ""), "title": title, "handbook": form.handbook, "address": form.address}
