"""The questions of a paper: a row each, so that no question is parted from its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generators.docx import cells, page, paper, wml
from generators.docx.flow import Piece, Prose, Span, height
from generators.docx.measure import ems, line_count
from generators.docx.sheet import Sheet
from schemas.picture import PictureFile
from training.draw import LETTERS, Paper, Question
from training.paper.document import STRONG
from training.paper.sheet import Pictures
from training.paper.words import PaperWords

_NUMBER: Final = 620
"""The width of the column of numbers, in twips: three digits fit."""
_TIGHT: Final = 70
_LOW: Final = 110
_HIGH: Final = 240
"""The space after a question, in twips."""
_LETTER_EMS: Final = 1.8
_GAP_EMS: Final = 1.0
_ACROSS: Final = (4, 3, 2)
_WIDEST: Final = 150
_HIGHEST: Final = 190
"""A picture is no larger than this, in millimetres."""
_PIXELS_A_MM: Final = 5
_ABOVE: Final = 40
"""The space above a stem that its cell leaves, in twips."""


def questions(sheet: Sheet, one: Paper, names: Mapping[str, str], pictures: Pictures) -> list[Piece]:
    """The questions of a paper, those that are answered alike together under a heading.

    Args:
        sheet: the stationery.
        one: the paper.
        names: what each picture is related as.
        pictures: the pictures themselves.
    """
    words = PaperWords(sheet.lang)
    parts = [[*part] for _, part in groupby(enumerate(one.questions, 1), lambda each: each[1].item.answering)]
    pieces: list[Piece] = []
    for part in parts:
        pieces.append(_heading(sheet, words, part))
        rows = [_row(sheet, words, number, question, names, pictures) for number, question in part]
        pieces.append(_Questions(sheet.paper.room, rows))
    return pieces


@dataclass(frozen=True, slots=True)
class _Row:
    """A question: its number and its content as paragraphs, and how high that is planned to be, in twips."""

    number: str
    content: str
    height: int


@dataclass(frozen=True, slots=True)
class _Questions:
    """Questions in rows that are as high as what is in them, with the same space after each on a page.

    What is planned is on the safe side: where a stem takes a line less in a word processor, no hole is left.
    """

    room: int
    rows: Sequence[_Row]

    def spans(self) -> Sequence[Span]:
        """The height of each question with the space after it."""
        return [Span(row.height + _TIGHT, row.height + _LOW, row.height + _HIGH) for row in self.rows]

    def xml(self, stretches: Sequence[float], *, whole: bool) -> str:
        """The table."""
        widths = [_NUMBER, self.room - _NUMBER]
        parts = [wml.table_head(widths, "FormPlain", margin=40)]
        for row, stretch in zip(self.rows, stretches, strict=True):
            gap = wml.paragraph("", "FormGap", line=height(_TIGHT, _LOW, _HIGH, stretch))
            cells = wml.cell(widths[0], row.number, valign="top") + wml.cell(widths[1], row.content + gap, valign="top")
            parts.append(wml.row(cells, 0))
        parts.append("</w:tbl>")
        return "".join(parts)


def _heading(sheet: Sheet, words: PaperWords, part: Sequence[tuple[int, Question]]) -> Prose:
    (first, question), (last, _) = part[0], part[-1]
    title = {"one": words.one, "all": words.all, "order": words.order}[question.item.answering]
    template = words.heading if first < last else words.heading_one
    (heading,) = cells.heading(sheet, template.format(title=title, first=first, last=last))
    return heading


def _row(
    sheet: Sheet, words: PaperWords, number: int, question: Question, names: Mapping[str, str], pictures: Pictures
) -> _Row:
    stem = question.item.stem.of(sheet.lang)
    pitch, room = sheet.faces.pitch(sheet.faces.text), _room(sheet)
    content = wml.paragraph(wml.run(stem), "FormText", jc="left")
    deep = _ABOVE + line_count(stem, room) * pitch
    if question.item.picture:
        name, picture = names[question.item.picture], pictures[question.item.picture]
        size = _size(picture, sheet.paper.room - _NUMBER - 80)
        described = words.picture.format(number=number)
        content += wml.paragraph(page.picture("item", described, sheet.number(), size, name), "FormPicture")
        deep += size[1] + 60
    lines = list(_options(sheet, words, question, room))
    content += "".join([markup for markup, _ in lines])
    deep += sum(count for _, count in lines) * pitch
    numbered = wml.paragraph(wml.run(words.item_no.format(number=number), STRONG), "FormText", jc="right")
    return _Row(numbered, content, deep)


def _room(sheet: Sheet) -> float:
    """The room for the text of a question, in em."""
    return (sheet.paper.room - _NUMBER - 90) / (sheet.faces.text * 10)


def _size(picture: PictureFile, room: int) -> tuple[int, int]:
    """Width and height of a picture in twips: five pixels a millimetre, less where it would be too wide or too high."""
    natural = paper.mm(picture.width / _PIXELS_A_MM), paper.mm(picture.height / _PIXELS_A_MM)
    widest, highest = min(room, paper.mm(_WIDEST)), paper.mm(_HIGHEST)
    share = min(1.0, widest / natural[0], highest / natural[1])
    return round(natural[0] * share), round(natural[1] * share)


def _options(sheet: Sheet, words: PaperWords, question: Question, room: float) -> Iterator[tuple[str, int]]:
    """The lines of options, each as markup with how many lines of text it takes; short options stand side by side."""
    em = sheet.faces.text * 10
    indent = round(_LETTER_EMS * em)
    texts = [option.text.of(sheet.lang) for option in question.options]
    across = _columns(texts, room)
    tabs = [place for column in range(1, across) for place in _stops(column, across, room, em, indent)]
    for start in range(0, len(texts), across):
        chunk = range(start, min(start + across, len(texts)))
        content = wml.TAB.join(
            wml.run(words.letter.format(letter=LETTERS[index])) + wml.TAB + wml.run(texts[index]) for index in chunk
        )
        lines = line_count(texts[start], room - _LETTER_EMS) if across == 1 else 1
        yield wml.paragraph(content, "FormText", jc="left", left=indent, hanging=indent, tabs=tabs), lines


def _columns(texts: Sequence[str], room: float) -> int:
    """How many options stand side by side: all of them, or two by two, where every one fits on its line."""
    widest = max(map(ems, texts)) + _LETTER_EMS + _GAP_EMS
    for across in _ACROSS:
        if widest * across <= room and (len(texts) == across or (across == 2 and len(texts) == 4)):
            return across
    return 1


def _stops(column: int, across: int, room: float, em: int, indent: int) -> tuple[int, int]:
    """Where the letter and the text of a column stand."""
    start = round(room * em * column / across)
    return start, start + indent
