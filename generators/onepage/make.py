"""A sheet of one page as PDF: as large as it fits, never smaller than can be read at a desk, and never cut."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pypdfium2 as pdfium

from generators.docx.qr import qr_svg
from generators.fonts import chinese_font, missing_in
from generators.onepage import card, procedure, script
from generators.onepage.blocks import Block
from generators.pages.page import Page
from generators.pages.record import edition_words
from schemas.entry import Entry
from schemas.findings import HandbookError
from schemas.kinds import KindName
from schemas.languages import PREFIX, SUFFIX, TAGS
from schemas.library import Library
from schemas.punctuation import Marks
from schemas.words import Bilingual

if TYPE_CHECKING:
    from typst import Fonts

_TEMPLATE: Final = Path(__file__).parents[1] / "templates" / "onepage.typ"
_SIZES: Final = (13.0, 12.0, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of the text in points, that which reads best first; the last is the least."""
_COMFORTABLE: Final = 9.0
"""A text smaller than this goes on a second page where there may be one."""
_TOO_LONG: Final = Bilingual(
    "《{title}》用最小的字（8 磅）也要 {pages} 页，一页纸最多 {most} 页，没有写出。请打印它的页面，或把它拆短。",
    "“{title}” takes {pages} pages in the smallest type (8 pt); such a sheet has {most} at most, and none was written. "
    "Print its page instead, or shorten the record.",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of record puts on its sheet, and how many pages it may take."""

    blocks: Callable[[Page], Iterator[Block]]
    most: int = 1


KINDS: Final[Mapping[KindName, Kind]] = {
    "procedures": Kind(procedure.blocks, 2),
    "scripts": Kind(script.blocks),
    "cards": Kind(card.blocks),
}
"""The kinds of which there are sheets."""


@dataclass(frozen=True, slots=True)
class Made:
    """A sheet: the PDF, how many pages it has, and how large its text is in points.

    Attributes:
        missing: the characters that the Chinese font has not; each may be a box on paper.
    """

    pdf: bytes
    pages: int
    size: float
    missing: str


class _SheetPage(Page):
    """The page of a record as a handbook has it that is named; else as its page on the site."""

    def __init__(self, view: Library, entry: Entry, book: str) -> None:
        super().__init__(view, entry.url, entry)
        self._book = book

    @property
    def book(self) -> str:
        return self._book or super().book


def file_name(entry: Entry, lang: str) -> str:
    """What the file of a sheet is called."""
    return f"{f'{entry.code}-' if entry.code else ''}{entry.id}-sheet{SUFFIX.of(lang)}.pdf"


def sheet(view: Library, entry: Entry, book: str = "") -> Made:
    """The sheet of a record in the language of *view*.

    Args:
        view: the library in that language.
        entry: a record of one of `KINDS`.
        book: the handbook whose people and places a card shows; else that which its page shows first.

    Raises:
        HandbookError: `sheet-too-long`, or there is no Chinese font.
    """
    page = _SheetPage(view, entry, book)
    kind = KINDS[entry.kind]
    said = _said(page, kind)
    tried: dict[float, Made] = {}

    def at(size: float) -> Made:
        if size not in tried:
            tried[size] = _set(said, size)
        return tried[size]

    for most in range(1, kind.most + 1):
        least = _SIZES[-1] if most == kind.most else _COMFORTABLE
        sizes = [size for size in _SIZES if size >= least]
        if at(sizes[-1]).pages <= most:
            return next(made for size in sizes if (made := at(size)).pages <= most)
    raise HandbookError(
        "sheet-too-long", _TOO_LONG, title=view.titles(entry.address), pages=at(_SIZES[-1]).pages, most=kind.most
    )


def _said(page: Page, kind: Kind) -> dict[str, Any]:
    """Everything that the sheet says, as the template takes it."""
    entry = page.entry
    assert entry is not None
    record = entry.record
    state = {"draft": page.t.draft_copy, "approved": page.t.controlled_copy, "withdrawn": page.t.withdrawn_banner}
    address = _address(page)
    return {
        "lang": TAGS.of(page.lang).partition("-")[0],
        "font": _family(),
        "title": page.plain(record.title),
        "code": str(record.code or ""),
        "kind": entry.of.words.of(page.lang),
        "book": page.view.names(page.book)[1] if page.book else "",
        "state": state[record.status.state],
        "is_approved": record.status.state == "approved",
        "edition": edition_words(page, record),
        "foot": Marks(page.lang).space.join((page.t.is_abstract, page.t.printed_uncontrolled)),
        "fingerprint": page.fingerprint,
        "address": address,
        "qr": qr_svg(address) if address else "",
        "current": page.t.current_text,
        "blocks": [asdict(block) for block in kind.blocks(page)],
    }


def _address(page: Page) -> str:
    """Where the page of the record is; empty where nobody knows yet where the site will be."""
    assert page.entry is not None
    base = page.view.base_url
    part = f"#{page.anchor('in', page.book)}" if page.entry.kind == "cards" and page.book else ""
    return f"{base.rstrip('/')}/{PREFIX.of(page.lang)}{page.entry.url}{part}" if base else ""


def _set(said: Mapping[str, Any], size: float) -> Made:
    """The sheet in text of *size* points, on as many pages as that takes."""
    import typst  # 45 MB that only those need who want a sheet

    inputs = {"said": json.dumps({**said, "size": size}, ensure_ascii=False)}
    pdf = typst.compile(_TEMPLATE.read_bytes(), font_paths=_fonts(), sys_inputs=inputs, format="pdf")
    with pdfium.PdfDocument(pdf) as document:
        return Made(pdf, len(document), size, missing_in(chinese_font(), inputs["said"]))


@cache
def _fonts() -> Fonts:
    """The fonts beside the Chinese one, so that its bold face is among them."""
    from typst import Fonts

    file = Path(str(chinese_font().get_file()))
    return Fonts(include_system_fonts=False, font_paths=[str(file.parent)])


@cache
def _family() -> str:
    return str(chinese_font().get_name())
