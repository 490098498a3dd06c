"""What stands in the cell of a field, by its type."""

from __future__ import annotations

from generators.docx import controls, given, wml
from generators.docx.choices import fits_as_boxes
from generators.docx.measure import line_count
from generators.docx.place import FieldCell, Ink
from generators.field_types import LOOKS


def draw(place: FieldCell) -> Ink:
    """The content of the cell of a field: a control on screen, room for the pen on paper, or what is given."""
    if place.field.value is not None:
        return _given(place)
    look = LOOKS[place.field.type]
    if (value := given.value_of(place)) is not None and not _has_boxes(place):
        return given.ink(place, value)
    return (look.on_screen if place.sheet.fill else look.on_paper)(place)


def _has_boxes(place: FieldCell) -> bool:
    """Whether the cell has boxes, which are drawn ticked."""
    if place.field.holds == "tick":
        return True
    return bool(place.field.choices) and (not place.in_register or fits_as_boxes(place))


def _given(place: FieldCell) -> Ink:
    value = place.sheet.plain(place.field.value or "")
    depth = line_count(value, place.room)
    if place.sheet.fill:
        return Ink((controls.text(place.sheet, place.slot, "", value),), depth=depth)
    return Ink((wml.run(value),), depth=depth)
