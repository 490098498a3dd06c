"""The QR code in the footer: the way from a sheet of paper back to the page it belongs to."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import segno


@lru_cache(maxsize=512)
def qr_png(text: str) -> bytes:
    """A QR code of *text* as a PNG: error correction M, six pixels a module, two modules of white around it."""
    buffer = BytesIO()
    segno.make_qr(text, error="m").save(buffer, kind="png", scale=6, border=2)
    return buffer.getvalue()
