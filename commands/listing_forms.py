"""`handbook form --list`: which forms there are, by code, title and address."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

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
    rows = [(str(form.record.code or "—"), library.plain(form.record.title, form), form.address) for form in forms]
    code_width, title_width = (max(cell_len(row[column]) for row in rows) for column in (0, 1))
    for code, title, address in rows:  # an address is to be copied: it is never cut to the width of the terminal
        line = f"{set_cell_size(code, code_width)}  {set_cell_size(title, title_width)}  {address}"
        context.out.print(line, markup=False)


def _as_json(library: Library, form: Entry) -> dict[str, str]:
    record = form.record
    title = library.plain(record.title, form)
    return {"code": str(record.code or ""), "title": title, "handbook": form.handbook, "address": form.address}
