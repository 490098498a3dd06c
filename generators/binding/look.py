"""How a bound book looks: its paper, and the styles that it has besides those of forms."""

from __future__ import annotations

from functools import cache
from typing import Final

from generators.docx.faces import FACES, Faces
from generators.docx.styles import INK, character, fonts

WIDTH, HEIGHT = 11906, 16838
INSIDE, OUTSIDE, TOP, BOTTOM = 1531, 1077, 1361, 1191
"""Margins in twips: the inner one, 27 mm, is wide enough to be bound; left and right change places on every page."""
HEADER, FOOTER = 680, 567
ROOM: Final = WIDTH - INSIDE - OUTSIDE
STEP: Final = 400
"""How far a number hangs out of its paragraph, and lists are set in, in twips."""
_SOFT: Final = "5A5A5A"
_RULE: Final = f'w:val="single" w:sz="4" w:space="4" w:color="{INK}"'
_BAR: Final = f'<w:left w:val="single" w:sz="18" w:space="8" w:color="{_SOFT}"/>'
_AT_END: Final = f'<w:tab w:val="right" w:pos="{ROOM}"/>'
_LEADER: Final = f'<w:tab w:val="right" w:leader="dot" w:pos="{ROOM}"/>'
_HEADINGS: Final = ((36, 0, 360), (30, 360, 200), (27, 420, 120), (23, 260, 80), (21, 160, 40))
"""The size of each level of headings in half-points, and the space before and after it in twips."""
_CONTENTS: Final = ((22, 160, 0, True), (21, 60, 200, True), (20, 0, 400, False))
"""The size of each level of the contents, the space before it, how far it is set in, and whether it is bold."""


@cache
def book_styles(lang: str) -> tuple[str, ...]:
    """The styles of a book: headings that Word lists in its outline, contents, running text, what is said."""
    face = FACES.of(lang)
    return (*_headings(face), *_contents(face), *_texts(face), *_front(face), *_characters(face))


def _headings(face: Faces) -> list[str]:
    return [
        _style(
            f"Heading{level}",
            _paragraph(before, after, keep=True, level=level - 1),
            _text(face, size, heading=True, bold=True),
            builtin=f"heading {level}",
            follows="BookText",
        )
        for level, (size, before, after) in enumerate(_HEADINGS, 1)
    ]


def _contents(face: Faces) -> list[str]:
    return [
        _style(
            f"TOC{level}",
            _paragraph(before, 20, tabs=_LEADER, indent=f'<w:ind w:left="{left}"/>'),
            _text(face, size, heading=bold, bold=bold),
            builtin=f"toc {level}",
        )
        for level, (size, before, left, bold) in enumerate(_CONTENTS, 1)
    ]


def _texts(face: Faces) -> list[str]:
    barred = _paragraph(40, 80, border=_BAR)
    return [
        _style("BookText", _paragraph(0, 60), _text(face, face.text)),
        _style("BookSmall", _paragraph(0, 60), _text(face, face.note, colour=_SOFT)),
        _style("BookHead", _paragraph(160, 40, keep=True), _text(face, face.note, heading=True, colour=_SOFT)),
        _style("BookLead", _paragraph(0, 100), _text(face, face.text + 1)),
        _style("BookSaid", barred, _text(face, face.text)),
        _style("BookMind", barred, _text(face, face.text, bold=True)),
        _style("BookRow", _paragraph(20, 20, line=270), _text(face, face.cell)),
        _style("BookRowHead", _paragraph(20, 20, line=270), _text(face, face.cell, heading=True, bold=True)),
        _style("BookStrip", _paragraph(0, 0, align="center", line=240), _text(face, face.text)),
        _style("BookPicture", _paragraph(80, 80, align="center", line=240), _text(face, face.text)),
    ]


def _front(face: Faces) -> list[str]:
    """The styles of the cover and of what stands around the text."""
    return [
        _style("BookCompany", _paragraph(1400, 900, align="center"), _text(face, 32, heading=True)),
        _style("BookName", _paragraph(200, 300, align="center"), _text(face, 60, heading=True, bold=True)),
        _style("BookCentred", _paragraph(60, 60, align="center"), _text(face, 24)),
        _style("BookStamp", _paragraph(700, 900, align="center"), _text(face, 26, heading=True, bold=True)),
        _style("BookFront", _paragraph(480, 240, keep=True, align="center"), _text(face, 34, heading=True, bold=True)),
        _style("BookHeader", _ruled("bottom"), _text(face, 17, heading=True)),
        _style("BookFooter", _ruled("top"), _text(face, 16)),
    ]


def _ruled(side: str) -> str:
    """A line above or below a page, ruled off from it, with a part at its right end."""
    return _paragraph(0, 0, border=f"<w:{side} {_RULE}/>", tabs=_AT_END, line=240)


def _characters(face: Faces) -> list[str]:
    return [
        character("BookBold", f"{fonts(face, heading=True)}<w:b/><w:bCs/>"),
        character("BookSoft", f'<w:color w:val="{_SOFT}"/><w:sz w:val="{face.note}"/><w:szCs w:val="{face.note}"/>'),
        character("BookFrame", f'<w:bdr w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>'),
    ]


def _style(name: str, paragraph: str, text: str, *, builtin: str = "", follows: str = "") -> str:
    custom = "" if builtin else ' w:customStyle="1"'
    after = f'<w:next w:val="{follows}"/>' if follows else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{name}"><w:name w:val="{builtin or name}"/>'
        f'<w:basedOn w:val="Normal"/>{after}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>'
    )


def _paragraph(
    before: int, after: int, *, keep: bool = False, border: str = "", tabs: str = "", indent: str = "", align: str = "",
    level: int | None = None, line: int = 300,
) -> str:  # fmt: skip
    """The properties of a paragraph, in the order that the format wants."""
    properties = "<w:keepNext/>" if keep else ""
    properties += "<w:keepLines/>"
    properties += f"<w:pBdr>{border}</w:pBdr>" if border else ""
    properties += f"<w:tabs>{tabs}</w:tabs>" if tabs else ""
    properties += f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>{indent}'
    properties += f'<w:jc w:val="{align}"/>' if align else ""
    return properties + (f'<w:outlineLvl w:val="{level}"/>' if level is not None else "")


def _text(face: Faces, size: int, *, heading: bool = False, bold: bool = False, colour: str = "") -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{fonts(face, heading=heading)}{weight}{ink}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
