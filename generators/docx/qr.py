"""The QR code in the footer: the way from a sheet of paper back to the page it belongs to."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any, Final

from generators.docx.paper import mm

_BORDER: Final = 1
"""White around the code, in modules; the footer leaves the rest."""
_MODULE_MM: Final = 0.5
_LEAST_MM: Final = 17
_MOST_MM: Final = 20
_ANY_MASK: Final = 3


@lru_cache(maxsize=512)
def qr_png(text: str) -> bytes:
    """A QR code of *text* as a PNG: error correction M, six pixels a module, a module of white around it."""
    return _png(_code(text))


def qr_svg(text: str) -> str:
    """A QR code of *text* as an SVG, in the same way."""
    return str(_code(text).svg_inline(border=_BORDER))


def quick_qr_svg(text: str) -> str:
    """A QR code of *text* as an SVG that is as large as it is told to be.

    Every page has one: its mask is not chosen, which is three quarters of the work, and any can be read.
    """
    return str(_code(text, mask=_ANY_MASK).svg_inline(border=0, omitsize=True))


def _png(code: Any) -> bytes:
    buffer = BytesIO()
    code.save(buffer, kind="png", scale=6, border=_BORDER)
    return buffer.getvalue()


class NumberedCodes:
    """QR codes of texts that differ in their end only: the mask that suits one suits all, and choosing it is the work.

    Args:
        text: one of them.
    """

    def __init__(self, text: str) -> None:
        code = _code(text)
        self._version, self._mask = code.version, code.mask

    def png(self, text: str) -> bytes:
        """The code of *text*, which is as long as the first, as `qr_png` draws it."""
        import segno  # as in `_code`

        code = segno.make_qr(text, error="m", version=self._version, mask=self._mask, boost_error=False)
        return _png(code)


@lru_cache(maxsize=512)
def qr_twips(text: str) -> int:
    """How large the code of *text* is printed: 17 mm, up to 20 mm where its modules would be under half a millimetre.

    A telephone then reads it off a copy of a copy, and a scanner at 100 dots an inch.
    """
    modules = _code(text).symbol_size(border=_BORDER)[0]
    return min(max(mm(_LEAST_MM), mm(_MODULE_MM * modules)), mm(_MOST_MM))


def _code(text: str, mask: int | None = None) -> Any:
    import segno  # a build that draws no form needs no code, and half of what it imports is about the web

    return segno.make_qr(text, error="m", mask=mask)
