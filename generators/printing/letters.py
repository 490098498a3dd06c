"""The letters of a printed page with their places, and what is wrong with where they stand."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal, NamedTuple

import pypdfium2 as pdfium
from docx.oxml.ns import qn
from lxml import etree

Misplaced = Literal["alone", "head", "outside"]

_TWIPS_A_POINT: Final = 20
_FEW_LINES: Final = 2
"""A last page with no more lines than this is worth no sheet of paper."""
_BESIDE: Final = 1.0
"""So far, in points, a letter may stand outside the frame."""
_SHOWN: Final = 12


class Letter(NamedTuple):
    """A letter and its box on the page, in points from the lower left corner."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """How high it stands."""
        return (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a Word file in points."""

    top: float
    bottom: float
    left: float
    right: float


def letters(page: pdfium.PdfPage) -> Iterator[Letter]:
    """The letters of a page in the order of the file, white space too."""
    text = page.get_textpage()
    signs = text.get_text_range()
    for index in range(min(text.count_chars(), len(signs))):
        yield Letter(signs[index], *text.get_charbox(index))


def misplaced(document: bytes, pdf: bytes) -> Iterator[tuple[Misplaced, str, int]]:
    """What stands where nobody wants it: its kind, what is said of it, and the page it is on.

    A last page with a line or two, a header that takes two lines, and letters outside the frame of the form.
    """
    margins = _margins(document)
    with closing(pdfium.PdfDocument(pdf)) as opened:
        for number, page in enumerate(opened, 1):
            width, height = page.get_size()
            seen = [letter for letter in letters(page) if not letter.sign.isspace()]
            body = [letter for letter in seen if margins.bottom < letter.middle < height - margins.top]
            if number == len(opened) > 1 and _line_count(body) <= _FEW_LINES:
                yield "alone", str(number), number
            if _line_count(letter for letter in seen if letter.middle >= height - margins.top) > 1:
                yield "head", str(number), number
            left, right = margins.left - _BESIDE, width - margins.right + _BESIDE
            beside = [letter.sign for letter in body if letter.left < left or letter.right > right]
            if beside:
                yield "outside", "".join(beside[:_SHOWN]) + ("…" if len(beside) > _SHOWN else ""), number


def _margins(document: bytes) -> Margins:
    with zipfile.ZipFile(BytesIO(document)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    margin = next(iter(body.iter(qn("w:pgMar"))))
    top, bottom, left, right = (
        int(margin.get(qn(f"w:{side}"), "0")) / _TWIPS_A_POINT for side in ("top", "bottom", "left", "right")
    )
    return Margins(top, bottom, left, right)


def _line_count(found: Iterable[Letter]) -> int:
    """How many lines letters stand on, a line being lower than the one above by a letter."""
    count, last = 0, None
    for letter in sorted(filter(_is_tall, found), key=lambda letter: -letter.middle):
        if last is None or last.bottom > letter.top:
            count, last = count + 1, letter
    return count


def _is_tall(letter: Letter) -> bool:
    """Whether it stands on the line as letters do; a quotation mark hangs above it."""
    return letter.sign.isalnum()
