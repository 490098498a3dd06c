"""What is cut out of a printed sheet for the picture of an item."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from training.sheets.cut import cut_out

_DPI: Final = 72
_A5: Final = (420, 595)


def _pdf(*drawn: bool) -> bytes:
    pages = [Image.new("RGB", _A5, "white") for _ in drawn]
    for page, is_drawn in zip(pages, drawn, strict=True):
        if is_drawn:
            ImageDraw.Draw(page).rectangle((100, 200, 300, 300), fill="black")
    pdf = BytesIO()
    pages[0].save(pdf, "PDF", resolution=_DPI, save_all=True, append_images=pages[1:])
    return pdf.getvalue()


def _word() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", "<document/>")
    return file.getvalue()


def _size(*drawn: bool) -> tuple[int, int]:
    with Image.open(BytesIO(cut_out(_word(), _pdf(*drawn)))) as picture:
        return picture.size


def test_a_page_on_which_nothing_stands_is_no_part_of_the_picture() -> None:
    """A sheet that ends with an empty page has the picture of one without it."""
    assert _size(True, False) == _size(True)
