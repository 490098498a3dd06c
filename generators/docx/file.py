"""A form as a Word file: what was drawn, with its fingerprint, its properties and its QR code, as a package.

Who only draws a form, as for its fingerprint when a copy is read, needs none of what packages take to be made.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.docx import parts, wml
from generators.docx.document import Drawing, Variant, qr_text
from generators.docx.printed import drawing_of, printed_fingerprint
from generators.docx.qr import qr_png
from generators.docx.sheet import Sheet
from schemas.entry import Entry
from schemas.library import Library


def build(library: Library, entry: Entry, variant: Variant) -> bytes:
    """The DOCX of a form in the language of *library*, in one variant.

    Raises:
        TypeError, HandbookError: as `printed_fingerprint`.
    """
    return pack(drawing_of(library, entry, variant), printed_fingerprint(library, entry))


def pack(drawing: Drawing, printed: str) -> bytes:
    """The DOCX of a form that was drawn, with its fingerprint *printed* on every page."""
    sheet = drawing.sheet
    payload = qr_text(sheet, printed)
    word = {name: wml.whole(markup) for name, markup in drawing.word.items()} | drawing.footers(printed, payload)
    return _package(word, qr_png(payload), _custom(sheet, printed), sheet)


def _package(word: Mapping[str, str], qr: bytes, custom: str, sheet: Sheet) -> bytes:
    from generators.docx.package import Properties, assemble  # python-docx: a build that packs no form needs none of it

    company = sheet.library.company(sheet.entry.handbook).name
    subject = f"{sheet.form.code or sheet.entry.id} {sheet.form.edition}"
    properties = Properties(sheet.plain(sheet.form.title), subject, sheet.plain(company), sheet.lang)
    return assemble(word, qr, custom, properties, sheet.logo)


def _custom(sheet: Sheet, printed: str) -> str:
    return parts.custom_properties(
        {
            "form": sheet.entry.address,
            "code": str(sheet.form.code or ""),
            "edition": str(sheet.form.edition),
            "fingerprint": sheet.entry.fingerprint,
            "printed": printed,
            "language": sheet.lang,
            "variant": "fill" if sheet.fill else "blank",
        }
    )
