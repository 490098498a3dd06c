"""Where a field is drawn, and what is drawn there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from generators.docx.controls import Slot
from generators.docx.measure import ems
from generators.docx.sheet import Sheet
from schemas.field import Field

GRID_LINES: Final = 2
"""How many lines of boxes a choice may take in a grid before it becomes a list."""


@dataclass(frozen=True, slots=True)
class FieldCell:
    """Where a field is drawn: how wide its cell is in em, whether in a register, and whether hints stay unseen."""

    sheet: Sheet
    field: Field
    slot: Slot
    room: float
    in_register: bool = False
    quiet: bool = False
    box_lines: int = GRID_LINES

    @property
    def unit_ems(self) -> float:
        """The room that the unit takes beside a control, in em; in a register it stands in the head."""
        return 0.0 if self.field.unit is None or self.in_register else ems(f" {self.sheet.plain(self.field.unit)}")


@dataclass(frozen=True, slots=True)
class Ink:
    """The content of a cell: its lines as markup, their alignment, and *depth*, how many lines it takes when broken."""

    lines: tuple[str, ...]
    jc: str = ""
    depth: int = 1


Drawing = Callable[[FieldCell], Ink]

NOTHING: Final = Ink(("",))
