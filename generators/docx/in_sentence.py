"""A blank inside a printed sentence: its markup, and what it looks like to the reader."""

from __future__ import annotations

from collections.abc import Callable

from generators.docx import controls, dates, given, wml
from generators.docx.choices import boxes
from generators.docx.dates import DatePattern
from generators.docx.place import FieldCell

Drawn = tuple[str, str]
"""Markup, and the characters it shows."""
InSentence = Callable[[FieldCell], Drawn]


def line(ems: int) -> InSentence:
    """A line of *ems* em to write on, as often as the field has lines; on screen its label as a hint."""

    def draw(place: FieldCell) -> Drawn:
        if place.sheet.fill:
            hint = f" {place.slot.label} "
            return _with_unit(place, controls.text(place.sheet, place.slot, hint), hint)
        text = wml.line_to_write(ems * max(1, place.field.lines or 1))
        return _with_unit(place, wml.run(text), text)

    return draw


def dated(pattern: DatePattern) -> InSentence:
    """A date with lines between 年 月 日 to write on; on screen a date picker, if it has one."""

    def draw(place: FieldCell) -> Drawn:
        if place.sheet.fill:
            hint = f" {place.slot.label} "
            if pattern.picker:
                return _with_unit(place, controls.date(place.sheet, place.slot, hint, pattern), hint)
            return _with_unit(place, controls.text(place.sheet, place.slot, hint), hint)
        text = dates.lined(pattern, place.sheet.lang)
        return _with_unit(place, wml.run(text), text)

    return draw


def _with_unit(place: FieldCell, markup: str, characters: str) -> Drawn:
    unit = place.sheet.plain(place.field.unit) if place.field.unit else ""
    return markup + (wml.run(unit) if unit else ""), characters + unit


def boxed(place: FieldCell) -> Drawn:
    """The choices as boxes."""
    texts = [f"{wml.BOX}{place.sheet.plain(text)}" for text in place.field.choices.values()]
    return "".join(boxes(place)), wml.IDEOGRAPHIC_SPACE.join(texts)


def ticked(place: FieldCell) -> Drawn:
    """A box."""
    markup = controls.checkbox(place.sheet, place.slot) if place.sheet.fill else wml.run(given.box(place, ""))
    return markup, wml.BOX
