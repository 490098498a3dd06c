"""A form as others are worked out from it: what each of its rows, or each filled copy, can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from schemas.asked import Asked, asked
from schemas.field import Field
from schemas.field_types import FieldType
from schemas.form import Form, Matrix, Register
from schemas.scalars import Id, Text
from schemas.words import LANGUAGES

ROW: Final = "row"
"""The pseudo-field of a matrix that is read row by row: the id of the row."""
STANDS_FOR: Final = ("result", "decision", "signed")
"""The value that an item of a checklist, a stage or a place to sign is meant by."""


def place_of(slot: Asked) -> str:
    """Block, row and key with dots between, as an author names it: `head.month`, `items.cards.book`."""
    return ".".join(part for part in (slot.path[0], slot.row, slot.key) if part)


def value_of(slot: Asked, values: Mapping[str, Any]) -> Any:
    """The value of *slot* in the values of a copy (block id to values); None when it is not filled in."""
    inside = values.get(slot.path[0])
    for key in (slot.row, slot.key) if slot.row else (slot.key,):
        inside = inside.get(key) if isinstance(inside, Mapping) else None
    return inside


@dataclass(frozen=True, slots=True)
class Source:
    """A form read copy by copy or, where it has `columns`, row by row; `rows` are the ids of a matrix's rows."""

    once: tuple[Asked, ...]
    columns: tuple[Asked, ...] = ()
    rows: tuple[str, ...] = ()

    def find(self, path: str) -> tuple[Asked, ...]:
        """What *path* may mean: a column, else what is asked once in the form, by its key alone or its whole place.

        More than one stands for a key that several blocks have.
        """
        if column := [slot for slot in self.columns if path in (slot.key, f"{slot.path[0]}.{slot.key}")]:
            return tuple(column)
        if "." not in path:
            return tuple(slot for slot in self.once if slot.key == path and not slot.row)
        exact = [slot for slot in self.once if place_of(slot) == path]
        meant = [slot for slot in self.once if slot.key in STANDS_FOR and f"{slot.path[0]}.{slot.row}" == path]
        return tuple((exact or meant)[:1])

    def known(self) -> tuple[str, ...]:
        """What an author may write, for «did you mean»."""
        keys = [slot.key for slot in self.columns] + [slot.key for slot in self.once if not slot.row]
        return tuple(dict.fromkeys(keys))


def source_of(form: Form, rows: str | None, say: Callable[[str], str] = str, lang: str = LANGUAGES[0]) -> Source | None:
    """*form* read by its register or matrix *rows*, or copy by copy; None when it has no such block.

    Args:
        form: the form, its texts in one language.
        rows: id of a register or matrix, or None.
        say: makes a text plain.
        lang: the language of what a form asks for without a text of its own.
    """
    slots = tuple(asked(form, say, lang))
    once = tuple(slot for slot in slots if not slot.is_column)
    if rows is None:
        return Source(once)
    body = next((block.body for block in form.blocks if getattr(block.body, "id", None) == rows), None)
    if isinstance(body, Register):
        return Source(once, tuple(slot for slot in slots if slot.is_column and slot.path[0] == rows))
    if isinstance(body, Matrix):
        names = {str(id_): say(text) for id_, text in body.rows.items()}
        named = _slot(rows, ROW, say(body.corner or ROW), "choice", names)
        columns = [_column(rows, field, say) for field in body.columns if field.of_type.is_asked]
        return Source(once, (named, *columns), tuple(names))
    return None


def _column(block: str, field: Field, say: Callable[[str], str]) -> Asked:
    choices = {str(id_): say(text) for id_, text in field.choices.items()}
    return Asked("", str(field.id), field, (block, str(field.id)), say(field.title), choices, is_column=True)


def _slot(block: str, key: str, title: str, kind: FieldType, choices: Mapping[str, str]) -> Asked:
    texts = {Id(id_): Text(text) for id_, text in choices.items()}
    field = Field(id=Id(key), title=Text(title), type=kind, choices=texts)
    return Asked("", key, field, (block, key), title, choices, is_column=True)
