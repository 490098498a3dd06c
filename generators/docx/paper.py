"""The sheet of paper: its size, its margins, and what is left for the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schemas.by_name import ByName, T
from schemas.form import PageSetup, PaperSize

_MM: Final = 56.6929
_BINDING: Final = 1417
"""Left margin, 25 mm: room for punching."""
_RIGHT: Final = 850


@dataclass(frozen=True, slots=True)
class _Size:
    """A size of paper: its sides and the margins beside the form, in twips."""

    short: int
    long: int
    left: int = _BINDING
    right: int = _RIGHT


@dataclass(frozen=True, kw_only=True)
class _BySize(ByName[PaperSize, T]):
    A3: T
    A4: T
    A5: T
    A6: T


_CARD: Final = _Size(5953, 8391, left=510, right=510)
"""A card is handed over or pinned up and goes into no binder: 9 mm at either side."""
_SIZES: Final = _BySize(A3=_Size(16838, 23811), A4=_Size(11906, 16838), A5=_Size(8391, 11906), A6=_CARD)

_NARROW: Final = 7500
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
    """A page in twips; `left` and `right` are its margins."""

    width: int
    height: int
    left: int
    right: int

    @classmethod
    def of(cls, page: PageSetup) -> Paper:
        """The paper a form asks for."""
        size = _SIZES[page.size]
        sides = (size.short, size.long) if page.orientation == "portrait" else (size.long, size.short)
        return cls(*sides, size.left, size.right)

    @property
    def is_landscape(self) -> bool:
        """Whether it lies on its long side."""
        return self.width > self.height

    @property
    def is_narrow(self) -> bool:
        """Whether little room is left beside a QR code: a card, and A5 on end."""
        return self.room < _NARROW

    @property
    def room(self) -> int:
        """Width of the form in twips."""
        return self.width - self.left - self.right
