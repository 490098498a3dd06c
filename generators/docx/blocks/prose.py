"""Printed text with blanks inside its sentences, copies, and the seal at the end of a letter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from generators.docx import cells, controls, dates, given, wml
from generators.docx.controls import Slot
from generators.docx.faces import Faces
from generators.docx.flow import Piece, Prose
from generators.docx.measure import line_count
from generators.docx.place import FieldCell
from generators.docx.sheet import Sheet
from generators.field_types import LOOKS
from schemas.control_names import Path
from schemas.field import Field
from schemas.field_types import FIELD_TYPES
from schemas.form import Copies, Seal, TextBlock
from schemas.markup import parse
from schemas.words import ByLanguage

_STYLES: Final = {"body": "FormText", "letter": "FormLetter", "note": "FormNote"}
_WIDE: Final = 1000.0
"""The room of a blank in a sentence, in em: it may go on in the next line."""
_SALUTATION: Final = ("：", ":", ",")


def draw(sheet: Sheet, block: TextBlock) -> list[Piece]:
    """The heading and the paragraphs of a text."""
    style = _STYLES[block.style]
    pieces: list[Piece] = [*cells.heading(sheet, block.title)]
    blanks = {str(field.id): field for field in block.blanks}
    for index, text in enumerate(block.text.split("\n")):
        if text.strip():
            indented = block.style == "letter" and not (index == 0 and text.rstrip().endswith(_SALUTATION))
            pieces.append(_paragraph(sheet, text.strip(), blanks, (block.id,), style, indented))
    return pieces


def _size(faces: Faces, style: str) -> int:
    return {"FormText": faces.text, "FormLetter": faces.letter, "FormNote": faces.note}[style]


def _paragraph(sheet: Sheet, text: str, blanks: dict[str, Field], ids: Path, style: str, indented: bool) -> Prose:
    content, characters = inline(sheet, text, blanks, ids)
    size = _size(sheet.faces, style)
    em = size * 10
    first = sheet.faces.indent * em if indented else 0
    room, free = sheet.prose(size)
    count = line_count("　" * (first // em) + characters, room)
    low = sheet.faces.pitch(size) + (40 if style == "FormLetter" else 10)
    high = low + {"FormLetter": 120, "FormText": 80, "FormNote": 30}[style]
    return Prose(content, style, count, low, high, first=first, right=free)


def inline(sheet: Sheet, text: str, blanks: dict[str, Field], ids: Path) -> tuple[str, str]:
    """*text* as runs and controls, and as a reader sees it; links are shown as titles with their codes."""
    parts, all_characters = [], []
    for segment in parse(text):
        if segment.kind == "blank" and segment.value in blanks:
            field = blanks[segment.value]
            place = FieldCell(sheet, field, Slot((*ids, field.id), sheet.plain(field.title)), _WIDE)
            markup, characters = _blank(place)
        else:
            characters = segment.value if segment.kind == "text" else _said(sheet, segment.kind, segment.value)
            markup = wml.run(characters)
        parts.append(markup)
        all_characters.append(characters)
    return "".join(parts), "".join(all_characters)


def _blank(place: FieldCell) -> tuple[str, str]:
    """A blank in a sentence; what is given stands there as text, but for boxes, which are drawn ticked."""
    value = given.value_of(place)
    if value is None or place.field.choices or place.field.holds == "tick":
        return LOOKS[place.field.type].in_sentence(place)
    text = given.text_of(place, value)
    return given.MARK + wml.run(text) + given.MARK, text


def _said(sheet: Sheet, kind: str, value: str) -> str:
    if kind != "link":
        return sheet.library.plain(f"{{{value}}}", sheet.entry)
    title = sheet.library.plain(f"[[{value}]]", sheet.entry)
    target = sheet.library.find(value, sheet.entry.handbook)
    code = target.code if target else ""
    return sheet.words.code.format(title=title, code=code) if code and code not in title else title


def _counted(count: int) -> str:
    """`一式三联`: a number as Chinese forms write it."""
    return "〇一两三四五六七八九十"[count] if count <= 10 else str(count)


_COUNTED: Final[ByLanguage[Callable[[int], str]]] = ByLanguage(_counted, str)


def draw_copies(sheet: Sheet, copies: Copies) -> list[Piece]:
    """One line that says how many copies there are and who gets each."""
    items = [sheet.plain(text) for text in copies.items.values()]
    words = sheet.words.copies if len(items) > 1 else sheet.words.copy
    text = words.format(count=_COUNTED.of(sheet.lang)(len(items)), items=sheet.words.separator.join(items))
    size = sheet.faces.note
    pitch = sheet.faces.pitch(size)
    room, free = sheet.prose(size)
    return [Prose(wml.run(text), "FormNote", line_count(text, room), pitch + 10, pitch + 40, right=free)]


def draw_seal(sheet: Sheet, seal: Seal) -> list[Piece]:
    """The issuer, the place for the seal and the date, at the right, with room for the stamp over them."""
    low = sheet.faces.pitch(sheet.faces.letter) + 60
    texts = [wml.run(sheet.plain(seal.issuer))] if seal.issuer else []
    texts.append(wml.run(sheet.plain(seal.title)))
    if seal.date:
        texts.append(_seal_date(sheet, seal))
    indent = sheet.paper.room - max(4200, sheet.paper.room // 2)
    return [
        Prose(text, "FormSeal", 1, low, low + 220, keep=index + 1 < len(texts), left=indent)
        for index, text in enumerate(texts)
    ]


def _seal_date(sheet: Sheet, seal: Seal) -> str:
    if sheet.fill:
        return controls.date(sheet, Slot((seal.id, "date"), sheet.words.date), FIELD_TYPES.date.hint.of(sheet.lang))
    return _SEAL_DATE.of(sheet.lang)(sheet)


def _named_line(sheet: Sheet) -> str:
    return wml.run(sheet.words.date + sheet.words.colon + wml.line_to_write(7))


_SEAL_DATE_EMS: Final = 12.0
_SEAL_DATE: Final[ByLanguage[Callable[[Sheet], str]]] = ByLanguage(
    lambda sheet: dates.guide(sheet, dates.DATE, _SEAL_DATE_EMS, sheet.faces.letter), _named_line
)
