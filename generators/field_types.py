"""How the fields of each type look: on screen, on paper, in a sentence, in a register, and on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from generators.docx import dates, in_sentence, on_paper, on_screen
from generators.docx.in_sentence import InSentence
from generators.docx.place import Drawing
from generators.docx.styles import FIGURE_INDENT
from schemas import reading
from schemas.field_types import ByFieldType
from schemas.reading import FIRST_YEAR, LAST_YEAR

Span = Literal["one", "row", "choices", "words"]
"""How many columns of a grid a field takes: one, all, as many as its choices need, or two for an amount in words."""
ControlKind = Literal[
    "text", "area", "date", "month", "datetime-local", "time", "number", "tel", "radios", "boxes", "tick"
]  # fmt: skip
"""What stands on a page: the template draws areas, buttons and boxes; the others are types of input of the browser."""


@dataclass(frozen=True, slots=True)
class CellStyle:
    """The style and the alignment of a register's cell, and the room that the style takes, in twips."""

    style: str
    jc: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Control:
    """The input on a page, with the attributes that keep out what no field of its type takes."""

    kind: ControlKind
    limits: Mapping[str, str] = field(default_factory=dict)


_LEFT: Final = CellStyle("FormCell")
_MIDDLE: Final = CellStyle("FormCell", "center")
_FIGURE: Final = CellStyle("FormNumber", indent=FIGURE_INDENT)
_SHORT: Final = Control("text", {"maxlength": f"{reading.TEXT.most}"})
_LONG: Final = Control("area", {"maxlength": f"{reading.LONG_TEXT.most}"})
_DAY: Final = Control("date", {"min": f"{FIRST_YEAR}-01-01", "max": f"{LAST_YEAR}-12-31"})
_MOMENT: Final = Control("datetime-local", {"min": f"{FIRST_YEAR}-01-01T00:00", "max": f"{LAST_YEAR}-12-31T23:59"})
_NUMBER: Final = Control("number", {"step": "any", "inputmode": "decimal"})
_MONEY: Final = Control("number", {"step": "0.01", "inputmode": "decimal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the fields of a type look.

    Attributes:
        on_screen: draws its control.
        on_paper: draws the room for the pen.
        in_sentence: draws it as a blank in a printed text.
        weight: how wide a column of it is beside others.
        cell: how it stands in a register.
        control: its input on a page.
        span: how many columns of a grid it takes.
        lines: how many lines of handwriting it has where its field does not say.
    """

    on_screen: Drawing
    on_paper: Drawing
    in_sentence: InSentence
    weight: float
    cell: CellStyle
    control: Control
    span: Span = "one"
    lines: int = 1


def _text(weight: float, ems: int, control: Control = _SHORT, cell: CellStyle = _MIDDLE) -> Look:
    """A line of text, as *ems* em of a sentence."""
    return Look(
        on_screen=on_screen.typed,
        on_paper=on_paper.empty,
        in_sentence=in_sentence.line(ems),
        weight=weight,
        cell=cell,
        control=control,
    )


def _date(pattern: dates.DatePattern, weight: float, control: Control) -> Look:
    return Look(
        on_screen=on_screen.dated(pattern),
        on_paper=on_paper.guided(pattern),
        in_sentence=in_sentence.dated(pattern),
        weight=weight,
        cell=_MIDDLE,
        control=control,
    )


def _choice(on_the_screen: Drawing, weight: float, control: Control) -> Look:
    return Look(
        on_screen=on_the_screen,
        on_paper=on_paper.boxed,
        in_sentence=in_sentence.boxed,
        weight=weight,
        cell=_MIDDLE,
        control=control,
        span="choices",
    )


LOOKS: Final = ByFieldType(
    text=_text(12, 9, cell=_LEFT),
    longtext=Look(
        on_screen=on_screen.typed,
        on_paper=on_paper.empty,
        in_sentence=in_sentence.line(18),
        weight=20,
        cell=_LEFT,
        control=_LONG,
        span="row",
        lines=3,
    ),
    serial=_text(9, 8),
    sequence=_text(5, 3),
    room=_text(9, 6),
    date=_date(dates.DATE, 10, _DAY),
    month=_date(dates.MONTH, 8, Control("month")),
    datetime=_date(dates.MOMENT, 12, _MOMENT),
    time=_date(dates.TIME, 7, Control("time")),
    number=Look(
        on_screen=on_screen.numeric,
        on_paper=on_paper.empty,
        in_sentence=in_sentence.line(4),
        weight=7,
        cell=_FIGURE,
        control=_NUMBER,
    ),
    money=Look(
        on_screen=on_screen.money,
        on_paper=on_paper.money,
        in_sentence=in_sentence.line(6),
        weight=9,
        cell=_FIGURE,
        control=_MONEY,
        span="words",
    ),
    phone=_text(12, 8, Control("tel")),
    id_number=_text(18, 11),
    choice=_choice(on_screen.chosen, 9, Control("radios")),
    choices=_choice(on_screen.boxed, 14, Control("boxes")),
    tick=Look(
        on_screen=on_screen.ticked,
        on_paper=on_paper.ticked,
        in_sentence=in_sentence.ticked,
        weight=6,
        cell=_MIDDLE,
        control=Control("tick"),
    ),
    rating=_choice(on_screen.chosen, 9, Control("radios")),
    signature=_text(9, 7),
)
