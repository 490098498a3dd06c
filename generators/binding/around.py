"""What stands around the pages of a book: headers, footers, sections; and its contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from generators.binding import look
from generators.binding.manuscript import Entry
from generators.docx import wml
from generators.docx.page import RELATIONSHIPS, references
from generators.docx.styles import DECLARATION, NAMESPACE
from generators.labels import Labels

CONTENTS: Final = "\x03"
"""Stands in the draft of a book for its contents: no text has such a character."""
_FIELD: Final = r'TOC \o "1-3" \h \z \t "FormTitle,3"'
"""Headings of three levels, as links; the titles of blank forms stand there as records do."""


def header(left: str, right: str) -> str:
    """The header of the pages of a chapter: the handbook at the left, the chapter at the right."""
    line = wml.paragraph(wml.run(left) + wml.TAB + wml.run(right), "BookHeader", keep=False)
    return f"{DECLARATION}<w:hdr {NAMESPACE}>{line}</w:hdr>"


def footer(left: str, words: Labels) -> str:
    """The footer: edition and status at the left, the number of the page at the right."""
    before, _, rest = words.bound_page.format(page="\x00", pages="\x01").partition("\x00")
    between, _, after = rest.partition("\x01")
    numbers = wml.run(before) + wml.field("PAGE", 1) + wml.run(between) + wml.field("NUMPAGES", 1)
    line = wml.paragraph(
        wml.run(left) + wml.TAB + numbers + (wml.run(after) if after else ""), "BookFooter", keep=False
    )
    return f"{DECLARATION}<w:ftr {NAMESPACE}>{line}</w:ftr>"


def section(number: int) -> str:
    """The properties of a section of running text whose header and footer have this number; 0 has neither."""
    refers = references(number) if number else ""
    return (
        f'<w:sectPr xmlns:r="{RELATIONSHIPS}">{refers}<w:pgSz w:w="{look.WIDTH}" w:h="{look.HEIGHT}"/>'
        f'<w:pgMar w:top="{look.TOP}" w:right="{look.OUTSIDE}" w:bottom="{look.BOTTOM}" w:left="{look.INSIDE}" '
        f'w:header="{look.HEADER}" w:footer="{look.FOOTER}" w:gutter="0"/></w:sectPr>'
    )


def ended(section_: str) -> str:
    """The paragraph, a point high, that ends a section."""
    line = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="FormGap"/>{line}{section_}</w:pPr></w:p>'


def contents_to_count(entries: Sequence[Entry]) -> str:
    """The contents as plain references: LibreOffice fills those while it lays pages out, but none of an index."""
    return "".join(
        _line(entry, f'<w:fldSimple w:instr=" PAGEREF {entry.mark} \\h "><w:r><w:t>0</w:t></w:r></w:fldSimple>')
        for entry in entries
    )


def contents(entries: Sequence[Entry], pages: Mapping[str, int]) -> str:
    """The contents as a field that Word renews, filled already; *pages* has the page of every bookmark."""
    lines = [_line(entry, _numbered(entry, pages[entry.mark])) for entry in entries]
    if not lines:
        return ""
    opening = _char("begin") + _instruction(_FIELD) + _char("separate")
    lines[0] = lines[0].replace("</w:pPr>", f"</w:pPr>{opening}", 1)
    lines[-1] = f"{lines[-1].removesuffix('</w:p>')}{_char('end')}</w:p>"
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{''.join(lines)}</w:sdtContent></w:sdt>"
    )


def _line(entry: Entry, number: str) -> str:
    words = f'<w:hyperlink w:anchor="{entry.mark}" w:history="1">{wml.run(entry.title)}{wml.TAB}{number}</w:hyperlink>'
    return wml.paragraph(words, f"TOC{entry.level}", keep=False)


def _numbered(entry: Entry, page: int) -> str:
    shown = f"<w:r><w:t>{page}</w:t></w:r>"
    return _char("begin") + _instruction(f"PAGEREF {entry.mark} \\h") + _char("separate") + shown + _char("end")


def _char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {wml.escape(code)} </w:instrText></w:r>'
