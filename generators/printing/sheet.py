"""A contact sheet drawn: a row a form, its pages side by side, what needs a look in red.

The pages stay what they are in a PDF, so that a reviewer can zoom in and read them; the headings are pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageDraw, ImageFont

from generators.fonts import chinese_font
from generators.printing.contact import ContactRow, Copy
from generators.printing.pdf import few_colours, pages, png
from schemas.words import Bilingual

WIDTH: Final = 1190.55
_HEIGHT: Final = 841.89
"""A3 on its side, in points."""
_MARGIN: Final = 24.0
_TITLE: Final = 26.0
_HEAD: Final = 28.0
_CAPTION: Final = 14.0
_PICTURES: Final = 154.0
_LINE_HIGH: Final = _CAPTION + _PICTURES + 4.0
"""What the copies of one language take, with what stands over them."""
_GAP: Final = 16.0
_SPACE: Final = 4.0
_SHARP: Final = 3
"""Pixels a point in headings."""
_PNG_DPI: Final = 144
_GREYS: Final = (*range(0, 250, 20), 255)
"""Small print needs more shades than a page of its own size."""
_INK, _SOFT, _RED, _LINE = "#1d2530", "#586272", "#b3261e", (190, 190, 190)
_RED_LINE: Final = (179, 38, 30)
_PAGES: Final = Bilingual("{n} 页", "{n} p.")


def sheet_pdf(rows: Sequence[ContactRow], lang: str, title: str) -> bytes:
    """The sheet as a PDF of A3 pages; *title* stands over each of them, with the number of the page."""
    fitting = max(1, int((_HEIGHT - 2 * _MARGIN - _TITLE) // max(map(_height, rows))))
    parts = [rows[start : start + fitting] for start in range(0, len(rows), fitting)]
    heads = [f"{title} · {number} / {len(parts)}" for number in range(1, len(parts) + 1)]
    with closing(pdfium.PdfDocument.new()) as document:
        for part, head in zip(parts, heads, strict=True):
            _page(document, part, lang, _HEIGHT, head)
        saved = BytesIO()
        document.save(saved)
    return saved.getvalue()


def sheet_png(rows: Sequence[ContactRow], lang: str, title: str) -> bytes:
    """The sheet as one tall picture, drawn row by row: no page of paper is as long."""
    strips = [_strip(row, lang, "" if number else title) for number, row in enumerate(rows)]
    tall = strips[0].resize((strips[0].width, sum(strip.height for strip in strips)))
    at = 0
    for strip in strips:
        tall.paste(strip, (0, at))
        at += strip.height
    return png(tall)


def _strip(row: ContactRow, lang: str, title: str) -> Image.Image:
    """One row as a picture, under *title* when there is one."""
    height = _height(row) + (_TITLE + _MARGIN if title else 0)
    with closing(pdfium.PdfDocument.new()) as document:
        _page(document, [row], lang, height, title)
        saved = BytesIO()
        document.save(saved)
    return few_colours(next(pages(saved.getvalue(), _PNG_DPI)), _GREYS)


def _page(document: pdfium.PdfDocument, rows: Sequence[ContactRow], lang: str, height: float, title: str) -> None:
    """A page of the sheet with *rows*, under *title* when there is one."""
    page = document.new_page(WIDTH, height)
    top = height
    if title:
        top -= _MARGIN + _TITLE
        _insert(document, page, _title(title), _MARGIN, top)
    for row in rows:
        _row(document, page, row, lang, top)
        top -= _height(row)
    page.gen_content()


def _row(document: pdfium.PdfDocument, page: pdfium.PdfPage, row: ContactRow, lang: str, top: float) -> None:
    """A row: its heading, and a line for each language with the copies in columns of the same width."""
    _insert(document, page, _heading(row, lang), _MARGIN, top - _HEAD)
    top -= _HEAD
    for copies in row.lines():
        width = (WIDTH - 2 * _MARGIN - _GAP * (len(copies) - 1)) / len(copies)
        top -= _CAPTION
        _insert(document, page, _captions(copies, lang, width), _MARGIN, top)
        for column, copy in enumerate(copies):
            _copy(document, page, copy, _Area(_MARGIN + column * (width + _GAP), top, width, _PICTURES))
        top -= _LINE_HIGH - _CAPTION


def _height(row: ContactRow) -> float:
    return _HEAD + _LINE_HIGH * len(row.lines())


@dataclass(frozen=True, slots=True)
class _Area:
    """Room on a page, in points; *top* is counted from the lower edge, as PDFs do."""

    left: float
    top: float
    width: float
    height: float


def _copy(document: pdfium.PdfDocument, page: pdfium.PdfPage, copy: Copy, box: _Area) -> None:
    """The pages of a copy side by side in *box*, as large as they fit."""
    red = {mark.page for mark in copy.marks}
    with closing(pdfium.PdfDocument(copy.pdf)) as source:
        sizes = [source.get_page_size(number) for number in range(len(source))]
        room = box.width - _SPACE * (len(sizes) - 1)
        scale = min(room / sum(width for width, _ in sizes), box.height / max(height for _, height in sizes))
        left = box.left
        for number, (width, height) in enumerate(sizes):
            place = pdfium.PdfMatrix().scale(scale, scale).translate(left, box.top - height * scale)
            page_object = source.page_as_xobject(number, document).as_pageobject()
            page_object.set_matrix(place)
            page.insert_obj(page_object)
            is_red = number + 1 in red or 0 in red
            _frame(page, _Area(left, box.top, width * scale, height * scale), _RED_LINE if is_red else _LINE)
            left += width * scale + _SPACE


def _frame(page: pdfium.PdfPage, box: _Area, colour: tuple[int, int, int]) -> None:
    line = raw.FPDFPageObj_CreateNewRect(box.left, box.top - box.height, box.width, box.height)
    raw.FPDFPageObj_SetStrokeColor(line, *colour, 255)
    raw.FPDFPageObj_SetStrokeWidth(line, 1.5 if colour == _RED_LINE else 0.5)
    raw.FPDFPath_SetDrawMode(line, raw.FPDF_FILLMODE_NONE, True)
    raw.FPDFPage_InsertObject(page, line)


def _insert(
    document: pdfium.PdfDocument, page: pdfium.PdfPage, picture: Image.Image, left: float, bottom: float
) -> None:
    """Put a heading on a page, its lower left corner at *left* and *bottom*."""
    image = pdfium.PdfImage.new(document)
    image.set_bitmap(pdfium.PdfBitmap.from_pil(picture))
    image.set_matrix(pdfium.PdfMatrix().scale(picture.width / _SHARP, picture.height / _SHARP).translate(left, bottom))
    page.insert_obj(image)


def _title(title: str) -> Image.Image:
    picture, draw = _canvas(WIDTH - 2 * _MARGIN, _TITLE)
    draw.text((0, 0), title, _INK, _font(13))
    return picture


def _heading(row: ContactRow, lang: str) -> Image.Image:
    """Code and titles of a form."""
    picture, draw = _canvas(WIDTH - 2 * _MARGIN, _HEAD)
    draw.line((0, 3, picture.width, 3), _SOFT, 2)
    titles = tuple(dict.fromkeys(row.title.both()))
    at = 0.0
    for words, colour, size in ((row.code, _INK, 12), (titles[0], _INK, 12), ("  ".join(titles[1:]), _SOFT, 10)):
        draw.text((at, 24 * _SHARP), words, colour, _font(size), anchor="ld")
        at += draw.textlength(words, _font(size)) + 8 * _SHARP
    return picture


def _captions(copies: Sequence[Copy], lang: str, column: float) -> Image.Image:
    """Over each column what it shows, on how many pages, and its marks as far as there is room."""
    picture, draw = _canvas(WIDTH - 2 * _MARGIN, _CAPTION)
    for number, copy in enumerate(copies):
        marks = (mark.say(lang) for mark in copy.marks)
        words = _fitted(draw, " · ".join((copy.title(lang), _PAGES.say(lang, n=copy.pages), *marks)), column * _SHARP)
        place = (number * (column + _GAP) * _SHARP, (_CAPTION - 2) * _SHARP)
        draw.text(place, words, _RED if copy.marks else _SOFT, _font(9), anchor="ld")
    return picture


def _fitted(draw: ImageDraw.ImageDraw, words: str, width: float) -> str:
    """*words* as far as they fit, with a sign where some are left out: the command prints them all."""
    if draw.textlength(words, _font(9)) <= width:
        return words
    while words and draw.textlength(f"{words}…", _font(9)) > width:
        words = words[:-1]
    return f"{words}…"


def _canvas(width: float, height: float) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", (round(width * _SHARP), round(height * _SHARP)), "white")
    return picture, ImageDraw.Draw(picture)


@cache
def _font(points: int) -> ImageFont.FreeTypeFont:
    """The font of headings; a collection holds several, so which one it is counts.

    Raises:
        NoChineseFontError: the machine has no Chinese font.
    """
    path = chinese_font().get_file()
    return ImageFont.truetype(str(path), points * _SHARP, index=getattr(path, "face_index", 0))
