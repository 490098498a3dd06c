"""Type: the fonts and sizes of a language, shared by the styles and by everything that measures text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schemas.words import ByLanguage


@dataclass(frozen=True, slots=True)
class Faces:
    """Fonts by name; sizes in half-points; pitches (exact line heights) in twips.

    `prose` is how text is aligned, `bold` how much wider bold letters are than measured, `indent` how far the first
    line of a letter's paragraph is set in, in em; `guide` is the character style of what shows how a date is written;
    `hang` is the room at the right of printed text, in em, for a mark that LibreOffice hangs out of a line whatever the
    file says.
    """

    body: str
    heading: str
    latin_body: str
    latin_heading: str
    prose: str
    title: int
    section: int
    label: int
    value: int
    head: int
    cell: int
    text: int
    letter: int
    note: int
    bold: float
    indent: int
    guide: str
    hang: float

    def pitch(self, size: int) -> int:
        """The closest line height that a font of *size* half-points is read at, in twips."""
        return round(size * 12.6)


CHINESE: Final = Faces(
    body="宋体", heading="微软雅黑", latin_body="宋体", latin_heading="微软雅黑", prose="both",
    title=36, section=21, label=20, value=21, head=18, cell=18, text=21, letter=24, note=18, bold=1.0,
    indent=2, guide="", hang=0.5,
)  # fmt: skip
ENGLISH: Final = Faces(
    body="宋体", heading="微软雅黑", latin_body="Arial", latin_heading="Arial", prose="left",
    title=32, section=20, label=18, value=19, head=16, cell=17, text=19, letter=21, note=16, bold=1.08,
    indent=0, guide="FormGuide", hang=0.0,
)  # fmt: skip
FACES: Final = ByLanguage(CHINESE, ENGLISH)
"""The type of each language."""
