"""Columns of forms: each is filled in by some step and read by some other, once a form has begun to be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from schemas.columns import handled
from schemas.entry import Entry
from schemas.field import Field
from schemas.findings import Finding
from schemas.form import Chart, Form, fields
from schemas.library import Library
from schemas.messages import Message, Times
from schemas.punctuation import joined
from schemas.scalars import Text
from schemas.walk import leaves
from schemas.words import LANGUAGES

_FILLED_BY_ITSELF: Final = ("sequence",)
"""Types of field whose value nobody needs to write."""


def check_columns(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about the columns of a form that no step fills in, or that are filled in and read by nobody."""
    form = entry.record
    if not isinstance(form, Form) or "procedures" in library.broken_kinds:
        return
    written, read = (set(handled(library, entry, handling)) for handling in ("writes", "reads"))
    if not (written or read):
        return  # nobody has begun to say which steps take which columns
    columns = dict(_columns(form))
    if written and form.computed_from is None:
        missing = {name: field for name, field in columns.items() if not _is_among(name, written)}
        yield from _find(entry, Times.COLUMNS_UNWRITTEN, missing)
    counted = _counted(library, entry, form)
    unread = {
        name: field for name, field in columns.items()
        if _is_among(name, written) and not _is_among(name, read) and str(field.id) not in counted
    }  # fmt: skip
    yield from _find(entry, Times.COLUMNS_UNREAD, unread)


def _columns(form: Form) -> Iterator[tuple[str, Field]]:
    """The fields that somebody has to fill in, as `block.id`."""
    for block in form.blocks:
        for field in fields(block.body):
            if field.type not in _FILLED_BY_ITSELF and field.value is None:
                yield f"{getattr(block.body, 'id', '')}.{field.id}", field


def _is_among(name: str, parts: set[str]) -> bool:
    block, _, field = name.partition(".")
    return bool(parts & {"", block, field, name})


def _counted(library: Library, entry: Entry, form: Form) -> set[str]:
    """Words of whatever adds the form up: its own totals and charts, and the forms that are worked out from it."""
    charts = (block.body for block in form.blocks if isinstance(block.body, Chart))
    others = (use.entry.record for use in library.uses(entry) if use.path[0] == "computed_from")
    adding = (*form.totals, *charts, *(other.computed_from for other in others if isinstance(other, Form)))
    values = (leaf.value for each in adding for leaf in leaves(each))
    return {word for value in values if not isinstance(value, Text) for word in str(value).split(".")}


def _find(entry: Entry, rule: Message, columns: Mapping[str, Field]) -> Iterator[Finding]:
    if columns:
        first = next(iter(columns.values())).id
        titles = joined((str(field.title) for field in columns.values()), LANGUAGES[0])
        form = entry.record.code or f"{entry.kind}/{entry.id}"
        yield entry.document.finding((), rule, columns=titles, form=form, first=first)
