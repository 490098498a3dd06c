"""A register bound as a book: cover, how it is kept, numbered sheets, index, and a page for handing it over.

It is printed on both sides: what is bound stays white at the inner edge, the first sheet and the index begin on a
right-hand page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generators.docx import book_pages, page, parts, wml
from generators.docx.book_words import BookWords
from generators.docx.document import ROOT, Drawing, qr_text
from generators.docx.flow import Piece, fit
from generators.docx.package import Properties, assemble_sections
from generators.docx.paper import FOOTER, SLACK, TOP
from generators.docx.printed import drawing_of, printed_fingerprint
from generators.docx.qr import qr_png
from generators.docx.sheet import Sheet
from generators.docx.styles import DECLARATION, NAMESPACE, styles
from generators.docx.theme import theme
from schemas.entry import Entry
from schemas.form import Form, Grid, Register, RosterTable, Signatures, TextBlock
from schemas.library import Library

PAGES: Final = 100
"""Numbered pages of a book, unless another number is asked for."""
MOST_PAGES: Final = 400
_BOTTOM: Final = FOOTER + 195 + 120
"""The bottom margin of a page that is no sheet: a line of footer."""
_COVER, _SHEETS, _OTHERS = 1, (2, 3), 4
"""The numbers of headers and footers: of the cover, of the first and further pages of a sheet, of all other pages."""


def is_register(form: Form) -> bool:
    """Whether a form is kept as a book: one table of blank rows, beside it nothing but fields, notes and signatures."""
    bodies = [block.body for block in form.blocks]
    tables = [body for body in bodies if isinstance(body, Register)]
    others = [body for body in bodies if not isinstance(body, Register)]
    is_table = len(tables) == 1 and not isinstance(tables[0], RosterTable)
    return is_table and form.audience != "resident" and all(_goes_along(body) for body in others)


def _goes_along(body: object) -> bool:
    return isinstance(body, Grid | TextBlock | Signatures)


def whole_sheets(library: Library, entry: Entry, pages: int) -> int:
    """*pages* and as many more as complete the last sheet, where a sheet of the register takes several."""
    each = drawing_of(library, entry, "blank").pages
    return -(-pages // each) * each


def register_book(library: Library, entry: Entry, pages: int) -> bytes:
    """The DOCX of a register as a book of so many numbered *pages*, which make up whole sheets.

    Raises:
        TypeError, HandbookError: as `printed_fingerprint`.
    """
    return _Binder(library, entry, pages).bound()


@dataclass(frozen=True, slots=True)
class _Binder:
    """Binds the sheets of one register."""

    library: Library
    entry: Entry
    pages: int

    def bound(self) -> bytes:
        """The package."""
        drawing, printed = drawing_of(self.library, self.entry, "blank"), printed_fingerprint(self.library, self.entry)
        sheet, payload = drawing.sheet, qr_text(drawing.sheet, printed)
        word = {name: wml.whole(markup) for name, markup in drawing.word.items() if name in _SHARED}
        word |= self._around(drawing, printed, payload)
        word["settings.xml"] = parts.settings(sheet.lang, False, mirrored=True)
        word["styles.xml"] = styles(sheet.lang, *book_pages.STYLES)
        word["theme/theme1.xml"] = theme()
        word["document.xml"] = wml.whole(f"{ROOT}{self._body(drawing)}</w:body></w:document>")
        company = sheet.plain(sheet.library.company(sheet.entry.handbook).name)
        title = f"{sheet.plain(sheet.form.title)} · {BookWords(sheet.lang).book}"
        subject = f"{sheet.form.code or sheet.entry.id} {sheet.form.edition}"
        properties = Properties(title, subject, company, sheet.lang)
        return assemble_sections(word, {}, properties, sheet.logo, qr_png(payload))

    def _body(self, drawing: Drawing) -> str:
        sheet = drawing.sheet
        front = [book_pages.cover(sheet, self.pages), book_pages.how_kept(sheet, self.pages)]
        filler = [book_pages.left_blank(sheet)] if self.pages % 2 else []
        back = [book_pages.index(sheet, self.pages), book_pages.handing_over(sheet)]
        parts_ = [_drawn(sheet, front[0]) + _ended(_plain_section(sheet, _COVER))]
        parts_.append(_drawn(sheet, front[1]) + _ended(_plain_section(sheet, _OTHERS)))
        count = self.pages // drawing.pages
        parts_ += [drawing.body + _ended(_sheet_section(sheet, is_first=number == 0)) for number in range(count)]
        parts_ += [_drawn(sheet, pieces) + _ended(_plain_section(sheet, _OTHERS)) for pieces in [*filler, back[0]]]
        return "".join(parts_) + _drawn(sheet, back[1]) + _END + _plain_section(sheet, _OTHERS)

    def _around(self, drawing: Drawing, printed: str, payload: str) -> dict[str, str]:
        """Headers and footers."""
        sheet, (first, further) = drawing.sheet, _SHEETS
        numbers = page.page_numbers(sheet, self.pages, "")
        word = {}
        for number in (_COVER, first, further, _OTHERS):
            word[f"header{number}.xml"] = page.header(sheet, 10 + number, first=number != further)
        for number in (first, further):
            word[f"footer{number}.xml"] = page.footer(sheet, printed, payload, self.pages, number, numbers)
        for number in (_COVER, _OTHERS):
            word[f"footer{number}.xml"] = _footer(sheet)
        return word


_SHARED: Final = ("fontTable.xml",)
_END: Final = wml.paragraph("", "FormGap", keep=False, line=20)


def _ended(section: str) -> str:
    """The paragraph, a point high, that ends a section."""
    properties = '<w:pStyle w:val="FormGap"/><w:spacing w:line="20" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{properties}{section}</w:pPr></w:p>"


def _drawn(sheet: Sheet, pieces: Sequence[Piece]) -> str:
    """Pages of *pieces*, stretched to use their paper."""
    stretches, _, whole = fit(pieces, sheet.paper.height - TOP - _BOTTOM - SLACK)
    return "".join([piece.xml(each, whole=whole) for piece, each in zip(pieces, stretches, strict=True)])


def _plain_section(sheet: Sheet, number: int) -> str:
    return page.section_of(sheet, page.references(number), _BOTTOM, is_bound=True)


def _sheet_section(sheet: Sheet, *, is_first: bool) -> str:
    first, further = _SHEETS
    more = '<w:pgNumType w:start="1"/>' if is_first else ""
    references = page.references(further) + page.references(first, "first")
    return page.section_of(sheet, references, page.bottom(sheet), f"{more}<w:titlePg/>", is_bound=True)


def _footer(sheet: Sheet) -> str:
    """The footer of a page that is no sheet: which register it belongs to."""
    text = sheet.words.gap.join(filter(None, (str(sheet.form.code or ""), sheet.plain(sheet.form.title))))
    line = wml.paragraph(wml.run(text), "FormFooter", keep=False)
    return f"{DECLARATION}<w:ftr {NAMESPACE}>{line}</w:ftr>"
