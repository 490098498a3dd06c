"""A handbook bound: one Word file and one PDF, with the pages of the contents that LibreOffice counts."""

from __future__ import annotations

import ctypes
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from generators.binding import around
from generators.binding.charts import ChartPiece, drawn
from generators.binding.draft import Draft, Drawer, draft
from generators.binding.manuscript import Manuscript
from generators.office import to_pdf
from schemas.library import Library

_LONGEST_NAME: Final = 256


@dataclass(frozen=True, slots=True)
class Bound:
    """A book: its Word file, its PDF, how many pages it has, and what it is told from other texts by."""

    word: bytes
    pdf: bytes
    pages: int
    fingerprint: str


def bind(view: Library, handbook: str, assets: Path, cache: Path | None = None) -> Bound:
    """The book of a handbook in the language of *view*.

    LibreOffice lays it out once: with contents that are references, which it fills; an index it would leave as it is.
    From the places of the PDF the contents of the Word file are filled, which take as many lines.

    Args:
        view: the library in that language.
        handbook: which.
        assets: the folder of the site's style sheets, which say how charts look.
        cache: a folder that keeps the layouts of flowcharts from build to build.

    Raises:
        HandbookError: LibreOffice is missing or failed; there is no Chinese font; a logo cannot be used.
    """
    made = draft(view, handbook, drawer(assets), cache)
    pdf = printed(made)
    with closing(pdfium.PdfDocument(pdf)) as document:
        places, pages = _places(document), len(document)
    return Bound(made.document(around.contents(made.entries, places)), pdf, pages, made.fingerprint)


def drawer(assets: Path) -> Callable[[Manuscript], Drawer]:
    """What draws the charts of a manuscript as the style sheets in *assets* say."""
    styles = (assets / "flowchart.css").read_text("utf-8")

    def of(script: Manuscript) -> Drawer:
        def draw(number: int) -> Sequence[ChartPiece]:
            return drawn(script.charts[number], styles)

        return draw

    return of


def printed(made: Draft) -> bytes:
    """The PDF of a book."""
    with tempfile.TemporaryDirectory(prefix="book-") as folder:
        path = Path(folder, "book.docx")
        path.write_bytes(made.document(around.contents_to_count(made.entries)))
        (pdf,) = to_pdf((path,), Path(folder), seconds=_PATIENCE, is_book=True)
        return pdf.read_bytes()


_PATIENCE: Final = 900.0
"""Seconds that LibreOffice may take for a book of some hundred pages on a machine that has other work too."""


def _places(document: pdfium.PdfDocument) -> dict[str, int]:
    """The page, from 1, of every bookmark."""
    places = {}
    for index in range(pdfium_c.FPDF_CountNamedDests(document)):
        buffer, size = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_long(_LONGEST_NAME)
        target = pdfium_c.FPDF_GetNamedDest(document, index, buffer, size)
        name = buffer.raw[: size.value].decode("utf-16-le", "replace").rstrip("\0")
        places[name] = pdfium_c.FPDFDest_GetDestPageIndex(document, target) + 1
    return places
