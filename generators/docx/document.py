"""One form drawn: its blocks fitted to the page, and what surrounds them; `docx.file` makes a Word file of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args
from urllib.parse import urlencode

from generators.docx import page, parts, wml
from generators.docx.blocks import draw_blocks
from generators.docx.flow import Piece, Table, fit
from generators.docx.qr import qr_twips
from generators.docx.sheet import RulesSaid, Sheet
from generators.docx.styles import DECLARATION, NAMESPACE, styles
from generators.docx.theme import theme
from schemas.by_name import ByName, T
from schemas.entry import Entry
from schemas.form import Form
from schemas.languages import PREFIX
from schemas.library import Library

Variant = Literal["fill", "blank"]
VARIANTS: Final[tuple[Variant, ...]] = get_args(Variant)


@dataclass(frozen=True, kw_only=True)
class ByVariant(ByName[Variant, T]):
    """A value for each variant."""

    fill: T
    blank: T


STAND_IN: Final = "abcdefabcdef"
"""Stands for the printed fingerprint until the form is drawn: as long, and as much room in a QR code."""
_ROOT: Final = (
    f'{DECLARATION}<w:document {NAMESPACE} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"><w:body>'
)
_END: Final = wml.paragraph("", "FormGap", keep=False, line=20)
"""Word needs a paragraph after the last table; this one is a point high."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A form in one variant, drawn but for its fingerprint.

    Attributes:
        sheet: what was drawn.
        word: its parts under `word/` but the footers, with the marks of `wml.unseen`.
        pages: how many pages it is planned to take.
    """

    sheet: Sheet
    word: Mapping[str, str]
    pages: int

    def footers(self, printed: str, payload: str) -> dict[str, str]:
        """The footers with the fingerprint *printed*, and with *payload* in the QR code."""
        return {
            f"footer{number}.xml": page.footer(self.sheet, printed, payload, self.pages, number) for number in (1, 2)
        }

    def seen(self) -> Iterator[bytes]:
        """All that a reader sees of it but the fingerprint, and but the way back to its page that the QR code gives."""
        for name, markup in {**self.word, **self.footers(STAND_IN, "")}.items():
            yield f"{name}\0{wml.seen(markup)}\0".encode()
        if self.sheet.logo is not None:
            yield self.sheet.logo.content


_SAID: Final[tuple[RulesSaid, ...]] = ("all", "but order")
"""What a sheet to write on says of the rules, as far as that takes no page more."""


def draw(library: Library, entry: Entry, variant: Variant) -> Drawing:
    """A form in the language of *library*, in one variant.

    Raises:
        TypeError: *entry* is not a form.
        HandbookError: the company's logo is missing, too large or no picture.
    """
    if not isinstance(entry.record, Form):
        raise TypeError(f"{entry.address} is not a form")
    sheet = _sheet(library, entry, entry.record, variant)
    document, pages = _document(sheet)
    for rules in _SAID if variant == "blank" else ():
        told = _sheet(library, entry, entry.record, variant, rules)
        document_told, pages_told = _document(told)
        if pages_told == pages:
            sheet, document = told, document_told
            break
    word = {
        "document.xml": document,
        "fontTable.xml": parts.font_table(),
        "header1.xml": page.header(sheet, 3, first=False),
        "header2.xml": page.header(sheet, 4, first=True),
        "settings.xml": parts.settings(sheet.lang, sheet.fill),
        "styles.xml": styles(sheet.lang),
        "theme/theme1.xml": theme(),
    }
    return Drawing(sheet, word, pages)


def _sheet(library: Library, entry: Entry, form: Form, variant: Variant, rules: RulesSaid = "none") -> Sheet:
    """What the blocks of a form are drawn with."""
    sheet = Sheet(library, entry, form, variant == "fill", library.logo(entry.handbook), rules)
    sheet.qr = qr_twips(qr_text(sheet, STAND_IN))
    return sheet


def _document(sheet: Sheet) -> tuple[str, int]:
    """`word/document.xml`, the title and the blocks stretched to use the page; and the pages it takes."""
    pieces: list[Piece] = [page.title(sheet), *draw_blocks(sheet)]
    stretches, pages, whole = fit(pieces, page.depth(sheet))
    body = "".join([piece.xml(each, whole=whole) for piece, each in zip(pieces, stretches, strict=True)])
    end = _END if isinstance(pieces[-1], Table) else ""
    return f"{_ROOT}{body}{end}{page.section(sheet)}</w:body></w:document>", pages


def qr_text(sheet: Sheet, printed: str) -> str:
    """What the QR code says: code, edition and the *printed* fingerprint, as a question to the form's page if any.

    The page answers whether the sheet is still current (`site/docs/assets/sheet.js`).
    """
    base = sheet.library.base_url
    entry = sheet.entry
    code = str(sheet.form.code or entry.id)
    if not base:
        return f"{code} {sheet.form.edition} {printed}"
    asked = urlencode({"c": code, "e": sheet.form.edition, "f": printed})
    return f"{base.rstrip('/')}/{PREFIX.of(sheet.lang)}{entry.url}?{asked}"
