"""A sheet of one page as PDF: as large as it fits, never smaller than can be read at a desk, and never cut."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import pypdfium2 as pdfium

from generators.docx.qr import qr_svg
from generators.fonts import chinese_font, missing_in, typst_family, typst_fonts
from generators.onepage import card, procedure, script
from generators.onepage.blocks import Block
from generators.pages.page import Page
from generators.pages.record import edition_words
from schemas.entry import Entry
from schemas.findings import HandbookError
from schemas.kinds import KindName
from schemas.languages import TAGS
from schemas.library import Library
from schemas.punctuation import Marks
from schemas.words import Bilingual

_TEMPLATE: Final = Path(__file__).parents[1] / "templates" / "onepage.typ"
_SIZES: Final = (13.0, 12.0, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of the text in points, that which reads best first; the last is the least."""
_COMFORTABLE: Final = _SIZES[:7]
"""Sizes that are read at a desk without bending over it."""
_TOO_LONG: Final = Bilingual(
    "《{title}》用最小的字（8 磅）也要 {pages} 页，一页纸最多 {most} 页，没有写出。请打印它的页面，或把它拆短。",
    "“{title}” takes {pages} pages in the smallest type (8 pt); such a sheet has {most} at most, and none was written. "
    "Print its page instead, or shorten the record.",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of record puts on its sheet, the whole of it or in brief, and how many pages it may take."""

    blocks: Callable[..., Iterator[Block]]
    most: int = 1
    is_brief: bool = False


KINDS: Final[Mapping[KindName, Kind]] = {
    "procedures": Kind(procedure.blocks, 2, is_brief=True),
    "scripts": Kind(script.blocks, 2),
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


@dataclass(frozen=True, slots=True)
class _Try:
    """A way to set a sheet: what it says, the sizes of its text, best first, and how many pages it may take."""

    said: Mapping[str, Any]
    sizes: Sequence[float]
    most: int


def sheet(view: Library, entry: Entry, book: str = "") -> Made:
    """The sheet of a record in the language of *view*.

    Args:
        view: the library in that language.
        entry: a record of one of `KINDS`.
        book: the handbook whose people and places a card shows; else that which its page shows first.

    Raises:
        HandbookError: `sheet-too-long`, or there is no Chinese font.
    """
    page, kind = _SheetPage(view, entry, book), KINDS[entry.kind]
    tries = tuple(_tries(page, kind))
    for each in tries:
        if (size := _largest(each)) is not None:
            return _set(each.said, size)
    pages = _pages(tries[-1].said, _SIZES[-1])
    raise HandbookError("sheet-too-long", _TOO_LONG, title=view.titles(entry.address), pages=pages, most=kind.most)


def _tries(page: Page, kind: Kind) -> Iterator[_Try]:
    """How a sheet may be set, best first: on one page, without how each step is done, on two, in small type."""
    whole = _said(page, kind, whole=True)
    brief = _said(page, kind, whole=False) if kind.is_brief else whole
    for most in range(1, kind.most + 1):
        yield _Try(whole, _COMFORTABLE, most)
        if kind.is_brief:
            yield _Try(brief, _COMFORTABLE, most)
    yield _Try(brief, _SIZES, kind.most)


def _largest(each: _Try) -> float | None:
    """The largest size in which it takes no more pages than it may; None where the least takes more."""
    sizes = each.sizes
    if _pages(each.said, sizes[-1]) > each.most:
        return None
    fits = bisect_left(sizes[:-1], True, key=lambda size: _pages(each.said, size) <= each.most)
    return sizes[fits]


def _said(page: Page, kind: Kind, *, whole: bool) -> dict[str, Any]:
    """Everything that the sheet says, as the template takes it."""
    entry = page.entry
    assert entry is not None
    record = entry.record
    state = {"draft": page.t.draft_copy, "approved": page.t.controlled_copy, "withdrawn": page.t.withdrawn_banner}
    address, abstract = _address(page), page.t.is_abstract if whole else page.t.is_brief
    return {
        "lang": TAGS.of(page.lang).partition("-")[0],
        "font": typst_family(),
        "title": page.plain(record.title),
        "code": str(record.code or ""),
        "kind": entry.of.words.of(page.lang),
        "book": page.view.names(page.book)[1] if page.book else "",
        "state": state[record.status.state],
        "is_approved": record.status.state == "approved",
        "edition": edition_words(page, record),
        "foot": Marks(page.lang).space.join((abstract, page.t.printed_uncontrolled)),
        "fingerprint": page.fingerprint,
        "address": address,
        "qr": qr_svg(address) if address else "",
        "current": page.t.current_text,
        "blocks": [asdict(block) for block in kind.blocks(page, whole=whole)],
    }


def _address(page: Page) -> str:
    """Where the page of the record is; empty where nobody knows yet where the site will be."""
    assert page.entry is not None
    part = f"#{page.anchor('in', page.book)}" if page.entry.kind == "cards" and page.book else ""
    return f"{page.address}{part}" if page.address else ""


def _set(said: Mapping[str, Any], size: float) -> Made:
    """The sheet in text of *size* points, on as many pages as that takes."""
    import typst  # 45 MB that only those need who want a sheet

    inputs = _inputs(said, size)
    pdf = typst.compile(_TEMPLATE.read_bytes(), font_paths=typst_fonts(), sys_inputs=inputs, format="pdf")
    with pdfium.PdfDocument(pdf) as document:
        return Made(pdf, len(document), size, missing_in(chinese_font(), inputs["said"]))


def _pages(said: Mapping[str, Any], size: float) -> int:
    """On how many pages it would be, which takes a third of the time of making it."""
    import typst

    asked = typst.query(
        _TEMPLATE.read_bytes(),
        "<pages>",
        field="value",
        one=True,
        font_paths=typst_fonts(),
        sys_inputs=_inputs(said, size),
    )
    return int(asked)


def _inputs(said: Mapping[str, Any], size: float) -> dict[str, str]:
    return {"said": json.dumps({**said, "size": size}, ensure_ascii=False)}
