"""What a sheet for the pen says already: the value of a blank, printed where a hand would write it."""

from __future__ import annotations

from typing import Final

from generators.docx import wml
from generators.docx.measure import line_count
from generators.docx.place import FieldCell, Ink
from schemas.punctuation import joined
from schemas.values import Value, write_value

MARK: Final = wml.unseen("")
"""Stands on both sides of a text that is given, so that another can be put there."""
_TICKED: Final = "■"
"""A box of the same size as the empty one, and in the same fonts."""


def value_of(place: FieldCell) -> Value | None:
    """What is given for the blank at *place*; nothing on screen."""
    return None if place.sheet.fill else place.sheet.given.get((place.slot.path, place.slot.row))


def box(place: FieldCell, id_: str) -> str:
    """The box of a choice, or of a tick where *id_* is empty."""
    value = value_of(place)
    chosen = value is True if not id_ else id_ in value if isinstance(value, tuple) else id_ == value
    return _TICKED if chosen else wml.BOX


def text_of(place: FieldCell, value: Value) -> str:
    """A value as it is printed, with its unit unless that stands in the head of its column."""
    ids = value if isinstance(value, tuple) else (str(value),)
    if place.field.choices:
        texts = {str(id_): place.sheet.plain(text) for id_, text in place.field.choices.items()}
        return joined((texts.get(id_, id_) for id_ in ids), place.sheet.lang)
    unit = f" {place.sheet.plain(place.field.unit)}" if place.unit_ems and place.field.unit else ""
    return write_value(value) + unit


def ink(place: FieldCell, value: Value) -> Ink:
    """The content of the cell of a blank whose value is given."""
    text = text_of(place, value)
    return Ink((MARK + wml.run(text) + MARK,), depth=line_count(text, place.room))
