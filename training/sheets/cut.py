"""A part of a form cut out of its printed page: neither header nor footer, in the few colours that forms have."""

from __future__ import annotations

from typing import Final

from PIL import Image, ImageOps

from generators.docx.paper import TOP
from generators.printing.look import GREYS, REDS
from generators.printing.marks import bottom_margin
from generators.printing.pdf import few_colours, pages, png

_NARROW: Final = 150
_WIDE: Final = 110
"""Dots an inch on half a sheet, whose text then is as large on a phone as the page's own, and on a whole one."""
_NARROW_PAGE: Final = 6.5
"""A page that is not wider than this, in inches, is half a sheet."""
_INK: Final = 200
_BORDER: Final = 14
_TWIPS_AN_INCH: Final = 1440
LOOK: Final = f"{_NARROW} {_WIDE} {_BORDER} {GREYS} {REDS} pages that are not empty"
"""What a picture depends on besides the form."""


def cut_out(document: bytes, pdf: bytes) -> bytes:
    """The form on the pages of *pdf*, which LibreOffice made of the Word file *document*, as one PNG."""
    dpi = _NARROW if next(pages(pdf, 1)).width <= _NARROW_PAGE else _WIDE
    bottom = round(bottom_margin(document) * dpi)
    every = [_part(page, round(TOP / _TWIPS_AN_INCH * dpi), bottom) for page in pages(pdf, dpi)]
    parts = [part for part in every if part is not None]
    whole = Image.new("RGB", (max(part.width for part in parts), sum(part.height for part in parts)), "white")
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return png(few_colours(ImageOps.expand(whole, _BORDER, "white")))


def _part(page: Image.Image, top: int, bottom: int) -> Image.Image | None:
    """What stands between header and footer, with no white around it; None where nothing does."""
    inner = page.crop((0, top, page.width, page.height - bottom))
    box = inner.convert("L").point(lambda grey: 255 * (grey < _INK)).getbbox()
    return inner.crop(box) if box else None
