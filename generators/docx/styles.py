"""The styles of a form. Every style names its font for all four scripts: a theme's font never creeps in."""

from __future__ import annotations

from functools import cache
from typing import Final

from generators.docx.faces import FACES, Faces
from schemas.languages import TAGS

TICK: Final = 15
"""The size of what stands beside the ticks of a chart, in half-points: that of the footer."""
NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
INK: Final = "1A1A1A"
GREY: Final = "8A8A8A"
FIGURE_INDENT: Final = 50
"""Space between a figure of a register and the line at its right, beside that of every cell; in twips."""
_RULE: Final = f'w:space="0" w:color="{INK}"'

_AS_MEASURED: Final = '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
"""No mark hangs out of the frame, and no gap is added between Chinese and letters, as in （ GT-R-KF-26）: LibreOffice
takes neither from the defaults of a document."""


@cache
def styles(lang: str, *more: str) -> str:
    """`word/styles.xml` for a language, with *more* styles than those of forms."""
    face = FACES.of(lang)
    content = _defaults(face) + _paragraphs(face) + _characters(face) + _tables() + "".join(more)
    return f"{DECLARATION}<w:styles {NAMESPACE}>{content}</w:styles>"


def fonts(face: Faces, *, heading: bool = False) -> str:
    """The fonts of running text, or of a heading."""
    east, latin = (face.heading, face.latin_heading) if heading else (face.body, face.latin_body)
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>'


def _defaults(face: Faces) -> str:
    """Letters and figures are said to be English on Chinese forms too: Chinese may break anywhere, 09:15 must not."""
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(face)}<w:sz w:val="{face.value}"/><w:szCs w:val="{face.value}"/>'
        f'<w:lang w:val="{TAGS.en}" w:eastAsia="{TAGS.zh}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )


def _paragraphs(face: Faces) -> str:
    return "".join(
        [
            _paragraph(face, "Normal", face.value, default=True),
            _paragraph(face, "FormTitle", face.title, heading=True, bold=True, jc="center", after=80, level=0),
            _paragraph(face, "FormSection", face.section, heading=True, bold=True, before=80, level=1),
            _paragraph(face, "FormLabel", face.label, jc="center"),
            _paragraph(face, "FormHead", face.head, jc="center"),
            _paragraph(face, "FormValue", face.value),
            _paragraph(face, "FormCell", face.cell),
            _paragraph(face, "FormNumber", face.cell, jc="right", right=FIGURE_INDENT),
            _paragraph(face, "FormText", face.text, jc=face.prose),
            _paragraph(face, "FormLetter", face.letter, jc=face.prose),
            _paragraph(face, "FormNote", face.note, jc=face.prose),
            _paragraph(face, "FormSeal", face.letter, jc="center"),
            _paragraph(face, "FormTick", TICK),
            _paragraph(face, "FormGap", 4),
            _paragraph(face, "FormHeader", 18, heading=True, rule=True),
            _paragraph(face, "FormFooter", 15, line=195),
            _paragraph(face, "FormPicture", 15, line=0),
        ]
    )


def _paragraph(
    face: Faces, name: str, size: int, *, heading: bool = False, bold: bool = False, jc: str = "", before: int = 0,
    after: int = 0, level: int | None = None, default: bool = False, line: int | None = None, rule: bool = False,
    right: int = 0,
) -> str:  # fmt: skip
    exact = face.pitch(size) if line is None else line
    pitch = f'w:line="{exact}" w:lineRule="exact"' if exact else 'w:line="240" w:lineRule="auto"'
    properties = "<w:keepNext/>" if level is not None else ""
    properties += f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="{INK}"/></w:pBdr>' if rule else ""
    properties += f'{_AS_MEASURED}<w:snapToGrid w:val="0"/><w:spacing w:before="{before}" w:after="{after}" {pitch}/>'
    properties += f'<w:ind w:right="{right}"/>' if right else ""
    properties += f'<w:jc w:val="{jc}"/>' if jc else ""
    properties += f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    weight = "<w:b/><w:bCs/>" if bold else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    origin = 'w:default="1"' if default else 'w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph" {origin} w:styleId="{name}">'
        f'<w:name w:val="{name}"/>{based}<w:qFormat/><w:pPr>{properties}</w:pPr>'
        f'<w:rPr>{fonts(face, heading=heading)}{weight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


_DEFAULT_CHARACTER: Final = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)


def _characters(face: Faces) -> str:
    box = "Segoe UI Symbol"
    return "".join(
        [
            _DEFAULT_CHARACTER,
            character("PlaceholderText", f'{fonts(face)}<w:color w:val="{GREY}"/>', "Placeholder Text"),
            character("FormBox", f'<w:rFonts w:ascii="{box}" w:hAnsi="{box}" w:eastAsia="{box}" w:cs="{box}"/>'),
            character(
                "FormStar", f'{fonts(face)}<w:b/><w:color w:val="A61C1C"/><w:sz w:val="14"/><w:szCs w:val="14"/>'
            ),
            character("FormGuide", f'{fonts(face)}<w:color w:val="{GREY}"/><w:sz w:val="14"/><w:szCs w:val="14"/>'),
            character("FormSmall", f'{fonts(face)}<w:sz w:val="14"/><w:szCs w:val="14"/>'),
            character("FormCompany", f"{fonts(face, heading=True)}<w:b/><w:bCs/>"),
            character(
                "FormStatus", f'{fonts(face, heading=True)}<w:b/><w:bCs/><w:bdr w:val="single" w:sz="6" {_RULE}/>'
            ),
        ]
    )


def character(name: str, properties: str, builtin: str = "") -> str:
    """A style of characters: its name, and how they look; *builtin* is what Word calls it where it is its own."""
    custom = "" if builtin else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{name}"><w:name w:val="{builtin or name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{properties}</w:rPr></w:style>'
    )


def _tables() -> str:
    outer = "".join([f'<w:{side} w:val="single" w:sz="8" {_RULE}/>' for side in ("top", "left", "bottom", "right")])
    inner = "".join([f'<w:{side} w:val="single" w:sz="4" {_RULE}/>' for side in ("insideH", "insideV")])
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        + _table("FormTable", f"<w:tblBorders>{outer}{inner}</w:tblBorders>")
        + _table("FormPlain", "")
    )


def _table(name: str, borders: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{borders}</w:tblPr></w:style>'
    )
