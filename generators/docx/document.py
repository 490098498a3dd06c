"""One form drawn: its blocks fitted to the page, and what surrounds them; `docx.file` makes a Word file of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args
from urllib.parse import urlencode

from generators.docx import page, parts, wml
from generators.docx.blocks import apart, draw_blocks
from generators.docx.blocks.rules import RulesSaid, noted, rules_notes
from generators.docx.flow import Fit, Piece, Table, fit, pages_needed
from generators.docx.qr import qr_twips
from generators.docx.sheet import NOTHING_GIVEN, Given, Sheet
from generators.docx.styles import DECLARATION, NAMESPACE, styles
from generators.docx.theme import theme
from schemas.by_name import ByName, T
from schemas.entry import Entry
from schemas.form import Form
from schemas.languages import PREFIX
from schemas.library import Library
from schemas.words import ByLanguage

Variant = Literal["fill", "blank"]
VARIANTS: Final[tuple[Variant, ...]] = get_args(Variant)


@dataclass(frozen=True, kw_only=True)
class ByVariant(ByName[Variant, T]):
    """A value for each variant."""

    fill: T
    blank: T


STAND_IN: Final = "abcdefabcdef"
"""Stands for the printed fingerprint until the form is drawn: as long, and as much room in a QR code."""
ROOT: Final = (
    f'{DECLARATION}<w:document {NAMESPACE} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"><w:body>'
)
_END: Final = wml.paragraph("", "FormGap", keep=False, line=20)
"""Word needs a paragraph after the last table; this one is a point high."""


_SPARES: Final = (720, 480, 360, 240, 120)
"""Room for lines that texts may take more in another font, in twips: as much is left free as costs no page."""
_FOR_VALUES: Final = 120
"""A sheet to fill of which less stays free, in twips, takes two pages at once: its values would push it over."""
_BESIDE_RULES: Final = ByLanguage(240, 480)
"""So much of it, if it is there, is not given to what a sheet says of its rules; English is wider in other fonts."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A form in one variant, drawn but for its fingerprint.

    Attributes:
        sheet: what was drawn.
        body: the title and the blocks, stretched to use the page.
        word: its parts under `word/` but the footers, with the marks of `wml.unseen`.
        pages: how many pages it is planned to take.
        rules: what it says of the rules of its fields.
    """

    sheet: Sheet
    body: str
    word: Mapping[str, str]
    pages: int
    rules: RulesSaid

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


def draw(library: Library, entry: Entry, variant: Variant, given: Given = NOTHING_GIVEN) -> Drawing:
    """A form in the language of *library*, in one variant.

    Args:
        library: the view whose language it is in.
        entry: the form.
        variant: which.
        given: what a sheet for the pen says already, by the place of the blank.

    Raises:
        TypeError: *entry* is not a form.
        HandbookError: the company's logo is missing, too large or no picture.
    """
    if not isinstance(entry.record, Form):
        raise TypeError(f"{entry.address} is not a form")
    sheet = _sheet(library, entry, entry.record, variant, given)
    laid = _laid(sheet)
    body = _body(laid)
    word = {
        "document.xml": _document(sheet, laid, body),
        "fontTable.xml": parts.font_table(),
        "header1.xml": page.header(sheet, 3, first=False),
        "header2.xml": page.header(sheet, 4, first=True),
        "settings.xml": parts.settings(sheet.lang, sheet.fill),
        "styles.xml": styles(sheet.lang),
        "theme/theme1.xml": theme(),
    }
    return Drawing(sheet, body, word, laid.fit.pages, laid.rules)


def _sheet(library: Library, entry: Entry, form: Form, variant: Variant, given: Given) -> Sheet:
    """What the blocks of a form are drawn with."""
    sheet = Sheet(library, entry, form, variant == "fill", library.logo(entry.handbook), given=given)
    sheet.qr = qr_twips(qr_text(sheet, STAND_IN))
    return sheet


class _Laid(NamedTuple):
    """A form laid on its paper: the title and the blocks, how they lie there, and what is said of its rules."""

    pieces: Sequence[Piece]
    fit: Fit
    rules: RulesSaid = "none"


def _laid(sheet: Sheet) -> _Laid:
    """The title and the blocks; on a sheet to write on with what it says of its rules, as far as that costs no page.

    Nor may it cost the room for lines that another font takes more. Everything is drawn once: whether a page more is
    taken follows from the heights of what is there.
    """
    blocks, depth = draw_blocks(sheet), page.depth(sheet)
    title = page.title(sheet)
    plain = [title, *apart(blocks)]
    pages = pages_needed(plain, depth)
    if sheet.fill and pages == 1:
        pages = pages_needed(plain, depth - _FOR_VALUES)
    spare = _spare(plain, depth, pages, at_most=_BESIDE_RULES.of(sheet.lang))
    for rules, notes in () if sheet.fill else rules_notes(sheet):
        told = [title, *apart([noted(drawn, note) for drawn, note in zip(blocks, notes, strict=True)])]
        if pages_needed(told, depth - spare) <= pages:
            return _Laid(told, _fitted(told, depth, pages), rules)
    return _Laid(plain, _fitted(plain, depth, pages))


def _fitted(pieces: Sequence[Piece], depth: int, pages: int) -> Fit:
    """*pieces* on as many *pages* of *depth* twips, each with room left for lines that another font takes more."""
    return fit(pieces, depth - _spare(pieces, depth, pages))


def _spare(pieces: Sequence[Piece], depth: int, pages: int, *, at_most: int = _SPARES[0]) -> int:
    """The room that may be left free on each page, in twips, so that there are no more *pages*."""
    fitting = (spare for spare in _SPARES if spare <= at_most and pages_needed(pieces, depth - spare) <= pages)
    return next(fitting, 0)


def _body(laid: _Laid) -> str:
    """The title and the blocks stretched to use the page."""
    stretches, _, whole = laid.fit
    return "".join([piece.xml(each, whole=whole) for piece, each in zip(laid.pieces, stretches, strict=True)])


def _document(sheet: Sheet, laid: _Laid, body: str) -> str:
    """`word/document.xml`."""
    end = _END if isinstance(laid.pieces[-1], Table) else ""
    return f"{ROOT}{body}{end}{page.section(sheet)}</w:body></w:document>"


def qr_text(sheet: Sheet, printed: str, serial: str = "") -> str:
    """What the QR code says: code, edition, the *printed* fingerprint and the number of the sheet if it has one.

    It is a question to the form's page, if there is one.

    The page answers whether the sheet is still current (`site/docs/assets/sheet.js`).
    """
    base = sheet.library.base_url
    entry = sheet.entry
    code = str(sheet.form.code or entry.id)
    if not base:
        return " ".join(filter(None, (code, str(sheet.form.edition), printed, serial)))
    asked = urlencode({"c": code, "e": sheet.form.edition, "f": printed} | ({"n": serial} if serial else {}))
    return f"{base.rstrip('/')}/{PREFIX.of(sheet.lang)}{entry.url}?{asked}"
