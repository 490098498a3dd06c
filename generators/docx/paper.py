"""The sheet of paper: its size, its margins, and what is left for the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schemas.form import PageSetup

_MM: Final = 56.6929
_SIZES: Final = {"A3": (16838, 23811), "A4": (11906, 16838), "A5": (8391, 11906)}

BINDING: Final = 1417
"""Left margin, 25 mm: room for punching."""
RIGHT: Final = 850
HEADER: Final = 482
LOGO_HEADER: Final = 340
"""Above a header with a logo, which is higher; the form below begins at the same height."""
FOOTER: Final = 312
TOP: Final = 1000
SLACK: Final = 170
"""Three millimetres of every page in which word processors may differ."""


def mm(length: float) -> int:
    """Millimetres in twips."""
    return round(length * _MM)


@dataclass(frozen=True, slots=True)
class Paper:
    """A page in twips."""

    width: int
    height: int

    @classmethod
    def of(cls, page: PageSetup) -> Paper:
        """The paper a form asks for."""
        short, long = _SIZES[page.size]
        return cls(short, long) if page.orientation == "portrait" else cls(long, short)

    @property
    def is_landscape(self) -> bool:
        """Whether it lies on its long side."""
        return self.width > self.height

    @property
    def room(self) -> int:
        """Width of the form in twips."""
        return self.width - BINDING - RIGHT
