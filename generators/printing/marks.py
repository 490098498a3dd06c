"""What a machine can see of a printed form that a person would not want: nearly empty pages, clipped or lost text."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal

import pypdfium2 as pdfium
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from generators.printing.broken import Broken, broken_values
from generators.printing.letters import misplaced
from generators.printing.pdf import pages
from schemas.by_name import ByName, T
from schemas.limits import MOST_BYTES_OF_PART
from schemas.plain_text import normal
from schemas.words import Bilingual

MarkKind = Literal["empty", "edge", "lost", "pages", "date", "digits", "alone", "head", "outside"]

_DPI: Final = 40
_MM: Final = _DPI / 25.4
_HEADER: Final = 17
_EDGE: Final = 4
"""Millimetres of a page that its header takes, and that no printer reaches."""
_TWIPS_AN_INCH: Final = 1440
_NEARLY_EMPTY: Final = 0.25
"""Of the room between header and footer."""
_INK: Final = 200
_TEXT: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_SHOWN: Final = 12
_JOIN: Final = ", "


@dataclass(frozen=True, kw_only=True)
class _ByKind(ByName[MarkKind, T]):
    empty: T
    edge: T
    lost: T
    pages: T
    date: T
    digits: T
    alone: T
    head: T
    outside: T


_WORDS: Final = _ByKind(
    empty=Bilingual("第 {value} 页几乎是空的", "page {value} is nearly empty"),
    edge=Bilingual("第 {value} 页印到了纸边", "page {value} runs to the edge of the paper"),
    lost=Bilingual("有字没有印出来：{value}", "characters that do not print: {value}"),
    pages=Bilingual("页数比空白的多：{value}", "more pages than the blank one: {value}"),
    date=Bilingual("日期断成两行：{value}", "dates broken over two lines: {value}"),
    digits=Bilingual("数字断成两行：{value}", "numbers broken over two lines: {value}"),
    alone=Bilingual("第 {value} 页只有一两行", "page {value} has a line or two"),
    head=Bilingual("第 {value} 页的页眉挤成两行", "the header of page {value} takes two lines"),
    outside=Bilingual("有字在框外：{value}", "letters outside the frame: {value}"),
)
_ELSEWHERE: Final = Bilingual("没有这些字体的电脑上：{mark}", "where its fonts are missing: {mark}")


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to look at; `page` is 0 when it is about the whole form.

    *elsewhere*: it is seen only on a machine that has none of the fonts that the form names.
    """

    kind: MarkKind
    value: str
    page: int = 0
    elsewhere: bool = False

    def say(self, lang: str) -> str:
        """The mark in words."""
        said = _WORDS[self.kind].say(lang, value=self.value)
        return _ELSEWHERE.say(lang, mark=said) if self.elsewhere else said


def marks(document: bytes, pdf: bytes, *, is_filled: bool = False, runs_on: bool = False) -> Iterator[Mark]:
    """What is to be seen on the pages of *pdf*, which LibreOffice made of the Word file *document*.

    A filled copy is looked through for dates and numbers that are broken, too; one that *runs_on*, as long texts push
    rows to a further sheet, may leave most of its last page white.
    """
    drawn = [page.convert("L").point(lambda grey: 255 * (grey < _INK)) for page in pages(pdf, _DPI)]
    bottom = bottom_margin(document)
    for number, ink in enumerate(drawn, 1):
        if number == len(drawn) > 1 and not runs_on and _fill(ink, bottom) < _NEARLY_EMPTY:
            yield Mark("empty", str(number), number)
        if _is_at_edge(ink):
            yield Mark("edge", str(number), number)
    if lost := _lost(document, pdf):
        yield Mark("lost", lost[:_SHOWN] + ("…" if len(lost) > _SHOWN else ""))
    yield from (Mark(kind, value, page) for kind, value, page in misplaced(document, pdf))
    if is_filled:
        values_by_kind: dict[Broken, list[str]] = {}
        for kind, value in broken_values(document, pdf):
            values_by_kind.setdefault(kind, []).append(value)
        yield from (Mark(kind, _JOIN.join(values)) for kind, values in values_by_kind.items())


def bottom_margin(document: bytes) -> float:
    """The room that the footer of the Word file takes, in inches: its bottom margin, which the footer stands in."""
    with zipfile.ZipFile(BytesIO(document)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    margins = (int(margin.get(qn("w:bottom"), "0")) for margin in body.iter(qn("w:pgMar")))
    return max(margins, default=0) / _TWIPS_AN_INCH


def _fill(ink: Image.Image, footer: float) -> float:
    """How far down the room between header and footer there is ink, from 0 to 1; *footer* is in inches."""
    top, bottom = round(_HEADER * _MM), ink.height - round(footer * _DPI)
    box = ink.crop((0, top, ink.width, bottom)).getbbox()
    return box[3] / (bottom - top) if box else 0.0


def _is_at_edge(ink: Image.Image) -> bool:
    """Whether there is ink where printers do not print."""
    box, edge = ink.getbbox(), round(_EDGE * _MM)
    return box is not None and (min(box[0], box[1]) < edge or box[2] > ink.width - edge or box[3] > ink.height - edge)


def _lost(document: bytes, pdf: bytes) -> str:
    """The characters of the Word file's body that the PDF has fewer of: LibreOffice leaves out what is clipped."""
    with zipfile.ZipFile(BytesIO(document)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    wanted = _characters("".join(text for element in body.iter(_TEXT) if (text := element.text)))
    with closing(pdfium.PdfDocument(pdf)) as opened:
        printed = _characters("".join(page.get_textpage().get_text_range() for page in opened))
    return "".join(wanted - printed)


def _characters(text: str) -> Counter[str]:
    return Counter(sign for sign in normal(text, "NFKC", MOST_BYTES_OF_PART) if sign.isalnum())
