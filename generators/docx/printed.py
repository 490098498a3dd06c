"""The printed fingerprint of a form: twelve characters of exactly what its sheets in one language show.

It is taken of the drawn form itself, of both variants, so that nothing that is printed can be forgotten in it and
nothing else is in it: texts, titles of roles and of what is linked, the project's values, company, logo, status,
source, keeping, and the program's own words, measures and styles.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from generators.docx.document import VARIANTS, Drawing, Variant, draw
from schemas.by_library import ByLibrary
from schemas.entry import Entry
from schemas.fingerprint import LENGTH
from schemas.library import Library
from schemas.reads import Followed


class _Sheets:
    """The forms of one view of a library: their fingerprints, and the drawings of the form that was last asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._fingerprints: dict[str, Followed[str]] = {}
        self._last: tuple[Entry | None, dict[Variant, Followed[Drawing]]] = None, {}

    def fingerprint(self, entry: Entry) -> str:
        if entry.address not in self._fingerprints:
            self._fingerprints[entry.address] = Followed.of(lambda: self._fingerprint(entry))
        return self._fingerprints[entry.address].use()

    def _fingerprint(self, entry: Entry) -> str:
        def draw_all() -> bytes:
            return fingerprint_of(self.drawing(entry, variant) for variant in VARIANTS).encode()

        return self._library.keeper.of(f"printed/{entry.address}", self._library, draw_all).decode()

    def drawing(self, entry: Entry, variant: Variant) -> Drawing:
        last, drawings = self._last
        if last is not entry:
            drawings = {}
            self._last = entry, drawings
        if variant not in drawings:
            drawings[variant] = Followed.of(lambda: draw(self._library, entry, variant))
        return drawings[variant].use()


def fingerprint_of(drawings: Iterable[Drawing]) -> str:
    """The fingerprint of a form that was drawn in each of its variants."""
    total = hashlib.sha256()
    for drawing in drawings:
        for seen in drawing.seen():
            total.update(seen)
    return total.hexdigest()[:LENGTH]


_SHEETS: Final = ByLibrary(_Sheets)


def printed_fingerprint(library: Library, entry: Entry) -> str:
    """The fingerprint on the sheets of a form in the language of *library*, of which it is an entry.

    Raises:
        TypeError: *entry* is not a form.
        HandbookError: the company's logo is missing, too large or no picture.
    """
    return _SHEETS.of(library).fingerprint(entry)


def drawing_of(library: Library, entry: Entry, variant: Variant) -> Drawing:
    """A form drawn in the language of *library*, in one variant.

    Raises:
        TypeError, HandbookError: as `printed_fingerprint`.
    """
    return _SHEETS.of(library).drawing(entry, variant)
