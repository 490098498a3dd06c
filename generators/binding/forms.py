"""The blank forms at the end of a book: each as it is printed, on its own paper, with the page numbers of the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.binding.around import ended
from generators.binding.manuscript import Entry, Manuscript
from generators.docx import page, wml
from generators.docx.document import Drawing, qr_text
from generators.docx.printed import drawing_of, printed_fingerprint
from generators.docx.qr import qr_png
from schemas.entry import Entry as Record
from schemas.library import Library


@dataclass(frozen=True, slots=True)
class BoundForm:
    """A blank form in a book.

    Attributes:
        body: its text and the section that ends it.
        word: its headers and footers.
        codes: the QR code of each footer.
    """

    body: str
    word: dict[str, str]
    codes: dict[str, bytes]


def place_of(record: Record) -> str:
    """The id of the blank form, which is another place than its record."""
    return f"blank-{record.id}"


def bound_form(view: Library, record: Record, script: Manuscript, first: int) -> BoundForm:
    """A blank form; its headers and footers are numbered from *first* on, two of each."""
    drawing, printed = drawing_of(view, record, "blank"), printed_fingerprint(view, record)
    payload = qr_text(drawing.sheet, printed)
    title = " ".join(filter(None, (record.code, drawing.sheet.plain(drawing.sheet.form.title))))
    script.entries.append(Entry(3, title, script.mark(place_of(record))))
    mark = f"</w:pPr>{script.bookmark(place_of(record))}"  # in its title: before it LibreOffice takes the page before
    body = wml.whole(drawing.body).replace("</w:pPr>", mark, 1) + ended(_section(drawing, first))
    around = dict(_around(drawing, printed, payload, first))
    code = qr_png(payload)
    return BoundForm(body, around, {name: code for name in around if name.startswith("footer")})


def _around(drawing: Drawing, printed: str, payload: str, first: int) -> Iterator[tuple[str, str]]:
    for number, own in ((first, "header1.xml"), (first + 1, "header2.xml")):
        yield f"header{number}.xml", wml.whole(drawing.word[own])
        yield f"footer{number}.xml", wml.whole(page.footer(drawing.sheet, printed, payload, drawing.pages, number))


def _section(drawing: Drawing, first: int) -> str:
    sheet = drawing.sheet
    refers = page.references(first) + page.references(first + 1, "first")
    return page.section_of(sheet, refers, page.bottom(sheet), "<w:titlePg/>", is_bound=True)
