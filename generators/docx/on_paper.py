"""What stands in the cell of a field to be filled by hand: room for the pen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from generators.docx import dates, given, wml
from generators.docx.choices import all_lines, boxes, fits_as_boxes
from generators.docx.dates import DatePattern
from generators.docx.measure import ems
from generators.docx.place import NOTHING, Drawing, FieldCell, Ink
from schemas.words import ByLanguage

_AMOUNT_PLACES: Final = "拾万仟佰拾元角分"
_AMOUNT_BLANKS: Final = (("　　", 2.0), ("　 ", 1.5), ("　", 1.0))
"""Blanks to write a character in, with their width in em."""


def empty(place: FieldCell) -> Ink:
    """Nothing but the unit."""
    if place.field.unit is None or place.in_register:
        return NOTHING
    return Ink((wml.run(place.sheet.plain(place.field.unit)),), "right")


def guided(pattern: DatePattern) -> Drawing:
    """The guide of a date or time, where there is room for it."""

    def draw(place: FieldCell) -> Ink:
        faces = place.sheet.faces
        size = faces.cell if place.in_register else faces.value
        guide = dates.guide(place.sheet, pattern, place.room, size, narrow=place.in_register)
        return Ink((guide,), "" if place.in_register else "right") if guide else NOTHING

    return draw


def boxed(place: FieldCell) -> Ink:
    """Boxes, where they fit."""
    if place.in_register and not fits_as_boxes(place):
        return NOTHING
    return all_lines(boxes(place))


def money(place: FieldCell) -> Ink:
    """Room for an amount, with the places of its words under it where the field asks for them."""
    if place.in_register:
        return NOTHING
    unit = place.sheet.plain(place.field.unit) if place.field.unit else ""
    blanks = wml.IDEOGRAPHIC_SPACE * max(1, int(place.room) - 2 - len(unit)) if unit else ""
    amount = wml.run(f"￥{blanks}{unit}")
    if not place.field.words:
        return Ink((amount,))
    words = place.sheet.words.in_words
    words += _CAPITALS.of(place.sheet.lang)(place.room - ems(words))
    return Ink((amount, wml.run(words)), depth=2)


def _places_of_amount(room: float) -> str:
    """The places of a sum in capital characters, with as wide a blank before each as the room allows."""
    for blank, width in _AMOUNT_BLANKS:
        if len(_AMOUNT_PLACES) * (1 + width) <= room:
            return "".join([blank + place for place in _AMOUNT_PLACES])
    return ""


_CAPITALS: Final[ByLanguage[Callable[[float], str]]] = ByLanguage(_places_of_amount, lambda _: "")


def ticked(place: FieldCell) -> Ink:
    """A box."""
    return Ink((wml.run(given.box(place, "")),), "center" if place.in_register else "")
