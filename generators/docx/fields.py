"""What stands in the cell of a field: a control on screen, room for the pen on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generators.docx import controls, dates, wml
from generators.docx.controls import Slot
from generators.docx.measure import ems, line_count
from generators.docx.sheet import Sheet
from schemas.field_types import CAPITALS_HINT, FieldType
from schemas.form import Field
from schemas.words import ByLanguage

_FEW: Final = 4
_BOX_EMS: Final = 1.2
_ROOMY: Final = 14.0
"""From this width on, in em, choices stand a whole character apart."""
_AMOUNT_PLACES: Final = "拾万仟佰拾元角分"
_AMOUNT_BLANKS: Final = (("　　", 2.0), ("　 ", 1.5), ("　", 1.0))
"""Blanks to write a character in, with their width in em."""

GRID_LINES: Final = 2
"""How many lines of boxes a choice may take in a grid before it becomes a list."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field is drawn: how wide its cell is in em, whether in a register, and whether hints stay unseen."""

    sheet: Sheet
    field: Field
    slot: Slot
    room: float
    in_register: bool = False
    quiet: bool = False
    box_lines: int = GRID_LINES


@dataclass(frozen=True, slots=True)
class Ink:
    """The content of a cell: its lines as markup, their alignment, and *depth*, how many lines it takes when broken."""

    lines: tuple[str, ...]
    jc: str = ""
    depth: int = 1


NOTHING: Final = Ink(("",))


def draw(place: Place) -> Ink:
    """The content of the cell of a field."""
    if place.field.value is not None:
        return _given(place)
    return (_ON_SCREEN if place.sheet.fill else _ON_PAPER)[place.field.type](place)


def hint_for(place: Place) -> str:
    """The grey hint: the author's if there is room for it, the type's, or blanks as wide as the cell."""
    room = place.room - _unit_ems(place)
    blanks = wml.IDEOGRAPHIC_SPACE * max(1, min(int(room), 12))
    if place.quiet:
        return blanks
    own = place.sheet.plain(place.field.hint) if place.field.hint else ""
    depth = 1 if place.in_register else max(GRID_LINES, place.field.lines or 1)
    if own and ems(own) <= room * depth:
        return own
    usual = place.field.of_type.hint.of(place.sheet.lang)
    return usual if ems(usual) <= room else blanks


def _unit_ems(place: Place) -> float:
    """The room that the unit takes beside a control; in a register it stands in the head."""
    return 0.0 if place.field.unit is None or place.in_register else ems(f" {place.sheet.plain(place.field.unit)}")


def boxes(place: Place) -> list[str]:
    """The choices of a field as boxes to tick, packed into lines."""
    sheet = place.sheet
    if sheet.fill:
        between = wml.run(_between(place))
        return [between.join([_control_box(place, id_, text) for id_, text in line]) for line in pack(place)]
    return [wml.run(_between(place).join([wml.BOX + text for _, text in line])) for line in pack(place)]


def pack(place: Place) -> list[list[tuple[str, str]]]:
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


def _between(place: Place) -> str:
    return "  " if place.in_register or place.room < _ROOMY else place.sheet.words.gap


def fits_as_boxes(place: Place) -> bool:
    """Whether the choices of a field fit into its cell as boxes."""
    widest = max(ems(place.sheet.plain(text)) for text in place.field.choices.values())
    return widest + _BOX_EMS <= place.room + 0.2 and len(pack(place)) <= place.box_lines


def _control_box(place: Place, id_: str, text: str) -> str:
    return controls.checkbox(place.sheet, place.slot.inside(id_, label=text)) + wml.run(text)


def _all(lines: list[str]) -> Ink:
    return Ink(tuple(lines), "left" if len(lines) > 1 else "", len(lines))


def _given(place: Place) -> Ink:
    value = place.sheet.plain(place.field.value or "")
    depth = line_count(value, place.room)
    if place.sheet.fill:
        return Ink((controls.text(place.sheet, place.slot, "", value),), depth=depth)
    return Ink((wml.run(value),), depth=depth)


def _with_unit(place: Place, content: str) -> str:
    if place.field.unit is None or place.in_register:
        return content
    return content + wml.run(f" {place.sheet.plain(place.field.unit)}")


def _typed(place: Place) -> Ink:
    hint = hint_for(place)
    content = controls.text(place.sheet, place.slot, hint)
    return Ink((_with_unit(place, content),), depth=line_count(hint, place.room))


def _numeric(place: Place) -> Ink:
    least, greatest = place.field.min, place.field.max
    hint = hint_for(place)
    if least is not None and greatest is not None and not place.quiet and place.field.hint is None:
        between = f"{least}–{greatest}"
        hint = between if ems(between) <= place.room - _unit_ems(place) else hint
    return Ink((_with_unit(place, controls.text(place.sheet, place.slot, hint)),), "" if place.in_register else "right")


def _dated(place: Place) -> Ink:
    return Ink((controls.date(place.sheet, place.slot, hint_for(place), place.field.type),))


def _chosen(place: Place) -> Ink:
    if len(place.field.choices) <= _FEW and fits_as_boxes(place):
        return _all(boxes(place))
    choices = {str(id_): place.sheet.plain(text) for id_, text in place.field.choices.items()}
    hint = hint_for(place)
    return Ink((controls.dropdown(place.sheet, place.slot, hint, choices),))


def _ticked(place: Place) -> Ink:
    return Ink((controls.checkbox(place.sheet, place.slot),), "center" if place.in_register else "")


def _boxed(place: Place) -> Ink:
    return _all(boxes(place))


def _money(place: Place) -> Ink:
    if place.in_register:
        return _typed(place)
    amount = wml.run("￥ ") + _with_unit(place, controls.text(place.sheet, place.slot, hint_for(place)))
    if not place.field.words:
        return Ink((amount,), "right")
    said = controls.text(place.sheet, place.slot.inside("words"), CAPITALS_HINT.of(place.sheet.lang))
    return Ink((amount, wml.run(place.sheet.words.in_words) + said), depth=2)


def _empty(place: Place) -> Ink:
    if place.field.unit is None or place.in_register:
        return NOTHING
    return Ink((wml.run(place.sheet.plain(place.field.unit)),), "right")


def _empty_date(place: Place) -> Ink:
    guide = dates.guide(place.field.type, place.sheet.lang, place.room, narrow=place.in_register)
    if not guide:
        return NOTHING
    return Ink((wml.run(guide, place.sheet.faces.guide),), "" if place.in_register else "right")


def _empty_choice(place: Place) -> Ink:
    if place.in_register and not fits_as_boxes(place):
        return NOTHING
    return _all(boxes(place))


def _empty_money(place: Place) -> Ink:
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
_Drawing = Callable[[Place], Ink]

_ON_SCREEN: Final[Mapping[FieldType, _Drawing]] = {
    "text": _typed, "longtext": _typed, "serial": _typed, "sequence": _typed, "room": _typed, "date": _dated,
    "month": _dated, "datetime": _dated, "time": _typed, "number": _numeric, "money": _money, "phone": _typed,
    "id-number": _typed, "choice": _chosen, "choices": _boxed, "tick": _ticked, "rating": _chosen, "signature": _typed,
}  # fmt: skip
_ON_PAPER: Final[Mapping[FieldType, _Drawing]] = {
    "text": _empty, "longtext": _empty, "serial": _empty, "sequence": _empty, "room": _empty, "date": _empty_date,
    "month": _empty_date, "datetime": _empty_date, "time": _empty_date, "number": _empty, "money": _empty_money,
    "phone": _empty, "id-number": _empty, "choice": _empty_choice, "choices": _empty_choice,
    "tick": lambda place: Ink((wml.run(wml.BOX),), "center" if place.in_register else ""),
    "rating": _empty_choice, "signature": _empty,
}  # fmt: skip
