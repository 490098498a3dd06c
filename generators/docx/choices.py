"""The choices of a field as boxes to tick, on screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generators.docx import controls, given, wml
from generators.docx.measure import ems
from generators.docx.place import FieldCell, Ink
from generators.docx.sheet import Sheet
from schemas.field import Field

_BOX_EMS: Final = 1.2
_ROOMY: Final = 14.0
"""From this width on, in em, choices stand a whole character apart."""


def boxes(place: FieldCell) -> list[str]:
    """The choices of a field as boxes to tick, packed into lines."""
    sheet = place.sheet
    if sheet.fill:
        between = wml.run(_between(place))
        return [between.join([_control_box(place, id_, text) for id_, text in line]) for line in pack(place)]
    return [wml.run(_between(place).join([given.box(place, id_) + text for id_, text in line])) for line in pack(place)]


def pack(place: FieldCell) -> list[list[tuple[str, str]]]:
    """The choices (id and text) that stand on each line, as many on one as on another where they take several."""
    items = [(str(id_), place.sheet.plain(text)) for id_, text in place.field.choices.items()]
    between = ems(_between(place))
    packed = _packed(items, place.room, between)
    if len(packed) > 1 and place.in_register:
        return [[item] for item in items]
    narrower = place.room
    while len(packed) > 1 and (narrower := narrower - 1) > 0:
        closer = _packed(items, narrower, between)
        if len(closer) > len(packed) or len(closer[0]) < len(closer[-1]):
            break
        packed = closer
    return packed


def _packed(items: Sequence[tuple[str, str]], room: float, between: float) -> list[list[tuple[str, str]]]:
    """As many choices on each line as fit."""
    packed: list[list[tuple[str, str]]] = [[]]
    used = 0.0
    for id_, text in items:
        width = ems(text) + _BOX_EMS
        if packed[-1] and used + between + width > room:
            packed.append([])
            used = 0.0
        used += width + (between if packed[-1] else 0.0)
        packed[-1].append((id_, text))
    return packed


def _between(place: FieldCell) -> str:
    return "  " if place.in_register or place.room < _ROOMY else place.sheet.words.gap


def fits_as_boxes(place: FieldCell) -> bool:
    """Whether the choices of a field fit into its cell as boxes."""
    return stacked_ems(place.sheet, place.field) <= place.room + 0.2 and len(pack(place)) <= place.box_lines


def stacked_ems(sheet: Sheet, field: Field) -> float:
    """The room that the boxes of a field need in em, one under the other."""
    return max(ems(sheet.plain(text)) for text in field.choices.values()) + _BOX_EMS


def _control_box(place: FieldCell, id_: str, text: str) -> str:
    return controls.checkbox(place.sheet, place.slot.inside(id_, label=text)) + wml.run(text)


def all_lines(lines: list[str]) -> Ink:
    """Lines of boxes as the content of a cell."""
    return Ink(tuple(lines), "left" if len(lines) > 1 else "", len(lines))
