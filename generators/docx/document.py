"""One form as a package: blocks drawn, fitted to the page, and put together with what surrounds them."""

from __future__ import annotations

from typing import Final, Literal
from urllib.parse import urlencode

from generators.docx import page, parts, wml
from generators.docx.blocks import draw_blocks
from generators.docx.flow import Piece, Table, fit
from generators.docx.package import Properties, assemble
from generators.docx.qr import qr_png, qr_twips
from generators.docx.sheet import Sheet
from generators.docx.styles import DECLARATION, NAMESPACE, styles
from generators.docx.theme import theme
from schemas.form import Form
from schemas.languages import PREFIX
from schemas.library import Entry, Library

Variant = Literal["fill", "blank"]

_ROOT: Final = (
    f'{DECLARATION}<w:document {NAMESPACE} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"><w:body>'
)
_END: Final = wml.paragraph("", "FormGap", line=20)
"""Word needs a paragraph after the last table; this one is a point high."""


def build(library: Library, entry: Entry, variant: Variant) -> bytes:
    """The DOCX of a form in the language of *library*, in one variant.

    Raises:
        TypeError: *entry* is not a form.
        HandbookError: the company's logo is missing, too large or no picture.
    """
    if not isinstance(entry.record, Form):
        raise TypeError(f"{entry.address} is not a form")
    sheet = Sheet(library, entry, entry.record, variant == "fill", library.logo(entry.handbook))
    payload = qr_text(sheet)
    sheet.qr = qr_twips(payload)
    document, pages = _document(sheet)
    word = {
        "document.xml": document,
        "fontTable.xml": parts.font_table(),
        "footer1.xml": page.footer(sheet, payload, pages, 1),
        "footer2.xml": page.footer(sheet, payload, pages, 2),
        "header1.xml": page.header(sheet, 3, first=False),
        "header2.xml": page.header(sheet, 4, first=True),
        "settings.xml": parts.settings(sheet.lang, sheet.fill),
        "styles.xml": styles(sheet.lang),
        "theme/theme1.xml": theme(),
    }
    return assemble(word, qr_png(payload), _custom(sheet, variant), _properties(sheet), sheet.logo)


def _document(sheet: Sheet) -> tuple[str, int]:
    """`word/document.xml`, the title and the blocks stretched to use the page; and the pages it takes."""
    pieces: list[Piece] = [page.title(sheet), *draw_blocks(sheet)]
    stretches, pages, whole = fit(pieces, page.depth(sheet))
    body = "".join([piece.xml(each, whole=whole) for piece, each in zip(pieces, stretches, strict=True)])
    end = _END if isinstance(pieces[-1], Table) else ""
    return f"{_ROOT}{body}{end}{page.section(sheet)}</w:body></w:document>", pages


def qr_text(sheet: Sheet) -> str:
    """What the QR code says: code, edition and fingerprint, as a question to the form's page where there is one.

    The page answers whether the sheet is still current (`site/docs/assets/sheet.js`).
    """
    base = sheet.library.settings.base_url
    entry = sheet.entry
    code = str(sheet.form.code or entry.id)
    if base is None:
        return f"{code} {sheet.form.edition} {entry.fingerprint}"
    asked = urlencode({"c": code, "e": sheet.form.edition, "f": entry.fingerprint})
    return f"{base.rstrip('/')}/{PREFIX.of(sheet.lang)}{entry.url}?{asked}"


def _properties(sheet: Sheet) -> Properties:
    company = sheet.library.handbooks[sheet.entry.handbook].file.company.name
    subject = f"{sheet.form.code or sheet.entry.id} {sheet.form.edition}"
    return Properties(sheet.plain(sheet.form.title), subject, sheet.plain(company), sheet.lang)


def _custom(sheet: Sheet, variant: Variant) -> str:
    return parts.custom_properties(
        {
            "form": sheet.entry.address,
            "code": str(sheet.form.code or ""),
            "edition": str(sheet.form.edition),
            "fingerprint": sheet.entry.fingerprint,
            "language": sheet.lang,
            "variant": variant,
        }
    )
