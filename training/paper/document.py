"""Sections of pages as a Word file: each begins on a new leaf, counts its own pages and has a header of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generators.docx import page, paper, parts, wml
from generators.docx.flow import Piece, fit
from generators.docx.package import Properties, assemble_sections
from generators.docx.page import PICTURE_NAMESPACES, RELATIONSHIPS, Corner
from generators.docx.sheet import Sheet
from generators.docx.styles import DECLARATION, NAMESPACE, character, styles
from generators.docx.theme import theme
from schemas.picture import PictureFile

BUBBLE: Final = "PaperBubble"
STRONG: Final = "PaperStrong"
MARK: Final = "PaperMark"
_SYMBOLS: Final = "Segoe UI Symbol"
_STYLES: Final = (
    character(
        BUBBLE,
        f'<w:rFonts w:ascii="{_SYMBOLS}" w:hAnsi="{_SYMBOLS}" w:eastAsia="{_SYMBOLS}" w:cs="{_SYMBOLS}"/>'
        '<w:sz w:val="30"/><w:szCs w:val="30"/>',
    ),
    character(STRONG, "<w:b/><w:bCs/>"),
    character(MARK, '<w:b/><w:bCs/><w:sz w:val="18"/><w:szCs w:val="18"/>'),
)
_ROOT: Final = (
    f'{DECLARATION}<w:document {NAMESPACE} xmlns:r="{RELATIONSHIPS}" {PICTURE_NAMESPACES} '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"><w:body>'
)
BOTTOM: Final = paper.FOOTER + 195 + 120
"""The bottom margin: a line of footer."""
_LINE: Final = 20


@dataclass(frozen=True, slots=True)
class Section:
    """Pages that belong together.

    Attributes:
        pieces: what stands on them, from top to bottom.
        corner: what stands at the right of their headers.
        footer: what stands at the left of their footers.
    """

    pieces: Sequence[Piece]
    corner: Corner
    footer: str


def depth(sheet: Sheet) -> int:
    """The height of what stands on a page, in twips, less a little in which word processors differ."""
    return sheet.paper.height - paper.TOP - BOTTOM - paper.SLACK


def document(
    sheet: Sheet, sections: Sequence[Section], subject: str, pictures: Mapping[str, PictureFile] | None = None
) -> bytes:
    """The DOCX of sections on the paper of *sheet*, whose title is that of the file.

    Args:
        sheet: the stationery.
        sections: at least one.
        subject: what the file says it is about.
        pictures: those in it, by the names that they are shown with.
    """
    word = {
        "styles.xml": styles(sheet.lang, *_STYLES),
        "settings.xml": parts.settings(sheet.lang, False),
        "fontTable.xml": parts.font_table(),
        "theme/theme1.xml": theme(),
    }
    bodies = []
    for number, section in enumerate(sections, 1):
        body, pages = _body(sheet, section, number, is_last=number == len(sections))
        bodies.append(body)
        # one header for all pages: of a section that begins on a new leaf LibreOffice gives the second page the first's
        word[f"header{number}.xml"] = page.header(sheet, sheet.number(), first=True, corner=section.corner)
        word[f"footer{number}.xml"] = _footer(sheet, section, number, pages)
    markup = f"{_ROOT}{''.join(bodies)}</w:body></w:document>"
    company = sheet.plain(sheet.library.company(sheet.entry.handbook).name)
    properties = Properties(sheet.plain(sheet.form.title), subject, company, sheet.lang)
    return assemble_sections({"document.xml": wml.whole(markup)} | word, pictures or {}, properties, sheet.logo)


def _body(sheet: Sheet, section: Section, number: int, *, is_last: bool) -> tuple[str, int]:
    """The markup of a section up to its end, and how many pages it is planned to take."""
    stretches, pages, whole = fit(section.pieces, depth(sheet))
    body = "".join([piece.xml(each, whole=whole) for piece, each in zip(section.pieces, stretches, strict=True)])
    mark = f'<w:bookmarkStart w:id="{number}" w:name="{_end(number)}"/><w:bookmarkEnd w:id="{number}"/>'
    end = _properties(sheet, number)
    properties = f'<w:pStyle w:val="FormGap"/><w:spacing w:line="{_LINE}" w:lineRule="exact"/>'
    if is_last:
        return f"{body}<w:p><w:pPr>{properties}</w:pPr>{mark}</w:p>{end}", pages
    return f"{body}<w:p><w:pPr>{properties}{end}</w:pPr>{mark}</w:p>", pages


def _end(number: int) -> str:
    """The bookmark at the end of a section: the number of its page is the number of the section's pages."""
    return f"_End{number}"


def _properties(sheet: Sheet, number: int) -> str:
    on_new_leaf, anew = '<w:type w:val="oddPage"/>', '<w:pgNumType w:start="1"/>'
    return page.section_of(sheet, page.references(number), BOTTOM, anew, before=on_new_leaf)


def _footer(sheet: Sheet, section: Section, number: int, pages: int) -> str:
    numbers = page.page_numbers(sheet, pages, f"PAGEREF {_end(number)}")
    stops = f'<w:tabs><w:tab w:val="right" w:pos="{sheet.paper.room}"/></w:tabs>'
    line = f'<w:p><w:pPr><w:pStyle w:val="FormFooter"/>{stops}</w:pPr>{wml.run(section.footer)}{wml.TAB}{numbers}</w:p>'
    return f'{DECLARATION}<w:ftr {NAMESPACE} xmlns:r="{RELATIONSHIPS}" {PICTURE_NAMESPACES}>{line}</w:ftr>'
