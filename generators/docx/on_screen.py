"""What stands in the cell of a field to be filled on screen: a control."""

from __future__ import annotations

from typing import Final

from generators.docx import controls, wml
from generators.docx.choices import all_lines, boxes, fits_as_boxes
from generators.docx.dates import WRITTEN, DatePattern
from generators.docx.measure import ems, line_count
from generators.docx.place import GRID_LINES, Drawing, FieldCell, Ink
from schemas.field_types import CAPITALS_HINT

_FEW: Final = 4
"""Up to this many choices are boxes where they fit."""


def _hint(place: FieldCell) -> str:
    """The grey hint: the author's if there is room for it, the type's, or blanks as wide as the cell."""
    room = place.room - place.unit_ems
    blanks = wml.IDEOGRAPHIC_SPACE * max(1, min(int(room), 12))
    if place.quiet:
        return blanks
    own = place.sheet.plain(place.field.hint) if place.field.hint else ""
    depth = 1 if place.in_register else max(GRID_LINES, place.field.lines or 1)
    if own and ems(own) <= room * depth:
        return own
    usual = place.field.of_type.hint.of(place.sheet.lang)
    return usual if ems(usual) <= room else blanks


def _with_unit(place: FieldCell, content: str) -> str:
    if place.field.unit is None or place.in_register:
        return content
    return content + wml.run(f" {place.sheet.plain(place.field.unit)}")


def typed(place: FieldCell) -> Ink:
    """A text control, with the unit beside it."""
    hint = _hint(place)
    content = controls.text(place.sheet, place.slot, hint)
    return Ink((_with_unit(place, content),), depth=line_count(hint, place.room))


def numeric(place: FieldCell) -> Ink:
    """A text control at the right, which shows the range where it has room."""
    least, greatest = place.field.min, place.field.max
    hint = _hint(place)
    if least is not None and greatest is not None and not place.quiet and place.field.hint is None:
        between = f"{least}–{greatest}"
        hint = between if ems(between) <= place.room - place.unit_ems else hint
    return Ink((_with_unit(place, controls.text(place.sheet, place.slot, hint)),), "" if place.in_register else "right")


def dated(pattern: DatePattern) -> Drawing:
    """A date picker that writes by *pattern*; a text control where the pattern has none."""
    if not pattern.picker:
        return typed
    return lambda place: Ink((controls.date(place.sheet, place.slot, _hint(place), pattern),), depth=_days(place))


def _days(place: FieldCell) -> int:
    """The lines of a day: with an hour that has no room beside it, two."""
    return 2 if place.field.type == "datetime" and place.room < ems(WRITTEN) else 1


def chosen(place: FieldCell) -> Ink:
    """Boxes where a few choices fit as such, otherwise a list."""
    if len(place.field.choices) <= _FEW and fits_as_boxes(place):
        return all_lines(boxes(place))
    choices = {str(id_): place.sheet.plain(text) for id_, text in place.field.choices.items()}
    hint = _hint(place)
    return Ink((controls.dropdown(place.sheet, place.slot, hint, choices),))


def ticked(place: FieldCell) -> Ink:
    """A box to tick."""
    return Ink((controls.checkbox(place.sheet, place.slot),), "center" if place.in_register else "")


def boxed(place: FieldCell) -> Ink:
    """Boxes, as several may be chosen."""
    return all_lines(boxes(place))


def money(place: FieldCell) -> Ink:
    """An amount, with its words under it where the field asks for them."""
    if place.in_register:
        return typed(place)
    amount = wml.run("￥ ") + _with_unit(place, controls.text(place.sheet, place.slot, _hint(place)))
    if not place.field.words:
        return Ink((amount,), "right")
    capitals = controls.text(place.sheet, place.slot.inside("words"), CAPITALS_HINT.of(place.sheet.lang))
    return Ink((amount, wml.run(place.sheet.words.in_words) + capitals), depth=2)
