"""Typed columns, as registers and matrices have them: widths, heads and cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generators.docx import cells, fields, wml
from generators.docx.blocks.needs import FREE_LINES, free_width, is_free, whole_ems, wished_ems
from generators.docx.cells import Label
from generators.docx.choices import fits_as_boxes, pack, stacked_ems
from generators.docx.controls import Slot
from generators.docx.dates import MOMENT_EMS
from generators.docx.flow import Prose, TableRow, gap
from generators.docx.measure import ANY_FONT, ems, line_count
from generators.docx.place import FieldCell
from generators.docx.sheet import Sheet
from generators.docx.styles import TICK
from generators.field_types import LOOKS
from schemas.control_names import Path
from schemas.field import Field
from schemas.words import ByLanguage

NARROW: Final = 36
"""Space beside the text of a register's cell, in twips."""
_LEAST: Final = 460
"""The least width of a sequence column, in twips: a number of two digits must fit."""
_AIR: Final = 0.3
"""Room that a column head leaves beside its text, in em."""
_ONE_LINE: Final = ByLanguage(4.2, 0.0)
"""A head of up to this many em stands on one line, a Chinese one: one character is no second line."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns with the width of each in twips; `ids` leads to their block."""

    sheet: Sheet
    ids: Path
    fields: Sequence[Field]
    widths: Sequence[int]
    box_lines: int

    def place(self, index: int, slot: Slot, *, quiet: bool = False) -> FieldCell:
        """The cell of a column."""
        field, width = self.fields[index], self.widths[index]
        room = cells.room_in(width - LOOKS[field.type].cell.indent, self.sheet.faces.cell, NARROW)
        return FieldCell(self.sheet, field, slot, room, in_register=True, quiet=quiet, box_lines=self.box_lines)


def weights(columns: Sequence[Field]) -> list[float]:
    """The share of each column in percent: its width, or what the others leave, shared out by type."""
    left = 100.0 - sum(float(field.width or 0) for field in columns)
    usual = sum(LOOKS[field.type].weight for field in columns if not field.width)
    scale = left / usual if left > 0 and usual else 1.0
    return [float(field.width) if field.width else LOOKS[field.type].weight * scale for field in columns]


def widths(sheet: Sheet, columns: Sequence[Field], total: int, box_lines: int) -> list[int]:
    """The width of each column in twips; together *total*.

    A column too narrow for its values, then for the words of its head, and then for its head, takes what it lacks from
    those that have room to spare; what is written at length keeps a quarter of the width as long as all values stand
    whole. A long serial takes what is left then, and after it choices that can be boxes under each other, *box_lines*
    of them at most.
    """
    shared = cells.share(total, weights(columns))
    values = [_whole(sheet, field, width) for field, width in zip(columns, shared, strict=True)]
    free_columns = sum(map(is_free, columns))
    free = [free_width(field, free_columns, total) for field in columns]
    heads = [_least(sheet, field) for field in columns]
    wishes = [_beside(wished_ems(field) * sheet.faces.cell, field) for field in columns]
    words = [_word(sheet, field) for field in columns]
    for needs in (
        (values, free),
        (values,),
        (values, free, words),
        (values, free, heads),
        (values, free, heads, wishes),
    ):
        least = [max(need) for need in zip(*needs, strict=True)]
        shared = raised(shared, least)
    return _with_boxes(sheet, columns, shared, least, box_lines)


def _with_boxes(
    sheet: Sheet, columns: Sequence[Field], shared: list[int], least: list[int], box_lines: int
) -> list[int]:
    """The widths with room for boxes in columns of up to *box_lines* choices, where the others can spare all of it."""
    boxed = {
        index: _beside(stacked_ems(sheet, field) * ANY_FONT * sheet.faces.cell, field)
        for index, field in enumerate(columns)
        if 0 < len(field.choices) <= box_lines
    }
    for index in sorted(boxed, key=lambda index: boxed[index] - shared[index]):
        wider = [max(need, boxed[index]) if at == index else need for at, need in enumerate(least)]
        if sum(map(max, shared, wider)) - sum(shared) <= sum(shared) - sum(map(min, shared, wider)):
            least = wider
    return raised(shared, least)


def raised(shared: Sequence[int], least: Sequence[int]) -> list[int]:
    """The widths with what some lack taken from those that have more than the *least*, as far as they have."""
    lack = [max(0, need - width) for need, width in zip(least, shared, strict=True)]
    spare = [max(0, width - need) for need, width in zip(least, shared, strict=True)]
    moved = min(sum(lack), sum(spare))
    if not moved:
        return list(shared)
    taken, given = cells.share(moved, spare), cells.share(moved, lack)
    return [width - less + more for width, less, more in zip(shared, taken, given, strict=True)]


def _whole(sheet: Sheet, field: Field, width: int) -> int:
    """The width at which values stand whole; boxes keep what they have, so that as many stand on a line."""
    return max(_beside(whole_ems(sheet, field) * sheet.faces.cell, field), width if field.choices else 0)


def _beside(text: float, field: Field | None = None) -> int:
    """The width of a cell with *text*, whose width is in em times half-points."""
    indent = LOOKS[field.type].cell.indent if field else 0
    return round(text * 10) + 2 * NARROW + 11 + indent if text else 0


def never_less(sheet: Sheet, columns: Sequence[Field]) -> int:
    """The width in twips that *columns* need together for their values, and for each word of their heads."""
    return sum([max(_whole(sheet, field, 0), _word(sheet, field)) for field in columns])


def _word(sheet: Sheet, field: Field) -> int:
    """The width at which no word of the head of a column is parted."""
    size = sheet.faces.head
    return _beside((_head_label(sheet, field).word(size) + _AIR) * size)


def _least(sheet: Sheet, field: Field) -> int:
    """The width at which the head of a column takes two lines at most, a short Chinese one a single line."""
    size = sheet.faces.head
    label = _head_label(sheet, field)
    is_short = ems(label.text + label.star) <= _ONE_LINE.of(sheet.lang)
    room = cells.width_of([label.text + label.star], 1 if is_short else 2) + _AIR
    return max(0 if field.of_type.is_asked else _LEAST, _beside(room * size))


def _head_label(sheet: Sheet, field: Field) -> Label:
    return cells.label_of(sheet, field, unit=True) if field.of_type.is_asked else Label(sheet.words.number)


def head_cell(label: Label, width: int, size: int) -> str:
    """A shaded column head."""
    content = cells.label_content(label, _head_room(width, size), size)
    return wml.cell(width, wml.paragraph(content, "FormHead"), shade=cells.SHADE)


def _head_room(width: int, size: int) -> float:
    return cells.room_in(width, size, NARROW) - _AIR


def head_row(sheet: Sheet, labels: Sequence[Label], widths: Sequence[int]) -> TableRow:
    """The row of column heads, repeated on each page."""
    size = sheet.faces.head
    deepest = max(
        sum(map(len, label.lines(_head_room(width, size), size))) for label, width in zip(labels, widths, strict=True)
    )
    low = deepest * sheet.faces.pitch(size) + cells.PAD + 40
    markup = "".join([head_cell(label, width, size) for label, width in zip(labels, widths, strict=True)])
    return TableRow(markup, low - 30, low, low + 60, head=True)


def heads(columns: Columns) -> list[Label]:
    """The label of each column, with its unit."""
    return [cells.label_of(columns.sheet, field, unit=True) for field in columns.fields]


def body_cells(columns: Columns, row: int, row_ids: Path = (), *, quiet: bool = False) -> str:
    """The cells of a blank row.

    Args:
        columns: what stands in the row.
        row: the row's number from 1, printed in a sequence column; it names bookmarks where *row_ids* is empty.
        row_ids: the id of a named row; it becomes part of the tags.
        quiet: controls show no hint.
    """
    parts = []
    for index, field in enumerate(columns.fields):
        width = columns.widths[index]
        if not field.of_type.is_asked:
            parts.append(wml.cell(width, wml.paragraph(wml.run(str(row)), "FormCell", jc="center")))
            continue
        slot = Slot((*columns.ids, *row_ids, field.id), columns.sheet.plain(field.title), None if row_ids else row)
        content = fields.draw(columns.place(index, slot, quiet=quiet))
        cell = LOOKS[field.type].cell
        parts.append(wml.cell(width, cells.ink(content, cell.style, cell.jc)))
    return "".join(parts)


def body_depth(columns: Columns) -> int:
    """The most lines that a cell of a blank row prints."""
    slot = Slot((*columns.ids, "x"), "")
    deepest = 1
    for index, field in enumerate(columns.fields):
        place = columns.place(index, slot)
        if field.choices and fits_as_boxes(place):
            deepest = max(deepest, len(pack(place)))
        elif columns.sheet.fill and field.type == "datetime" and place.room < MOMENT_EMS:
            deepest = max(deepest, 2)
    return deepest


def written_lines(columns: Columns) -> int:
    """The most lines of handwriting that a row must hold."""
    return max(field.lines or (FREE_LINES if is_free(field) else 1) for field in columns.fields)


def _to_write(columns: Columns, index: int, field: Field) -> str:
    """What may be written in a column because its choices do not fit as boxes; empty for any other."""
    place = columns.place(index, Slot((*columns.ids, field.id), ""))
    if not field.choices or fits_as_boxes(place):
        return ""
    sheet = columns.sheet
    return sheet.words.either.join([sheet.plain(text) for text in field.choices.values()])


def legend(columns: Columns) -> list[Prose]:
    """What may be written in columns whose choices do not fit into their cells, those alike together; paper only."""
    sheet = columns.sheet
    if sheet.fill:
        return []
    parts = []
    for choices, alike in groupby(enumerate(columns.fields), lambda column: _to_write(columns, *column)):
        titles = [sheet.plain(field.title) for _, field in alike]
        if choices:
            title = titles[0] if len(titles) == 1 else f"{titles[0]}–{titles[-1]}"
            parts.append(sheet.words.legend.format(title=title, choices=choices))
    if not parts:
        return []
    return note(sheet, sheet.words.separator.join(parts))


def note(sheet: Sheet, text: str, *, tiny: bool = False) -> list[Prose]:
    """A small text under a table; a *tiny* one is as small as the footer."""
    style, size = ("FormTick", TICK) if tiny else ("FormNote", sheet.faces.note)
    room, free = sheet.prose(size)
    pitch = sheet.faces.pitch(size)
    return [gap(50, 60), Prose(wml.run(text), style, line_count(text, room), pitch, pitch + 30, right=free)]
