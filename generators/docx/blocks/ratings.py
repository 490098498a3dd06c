"""Checklists and surveys: grouped items down, boxes to tick across."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generators.docx import cells, controls, wml
from generators.docx.blocks.columns import NARROW, head_row
from generators.docx.cells import Label
from generators.docx.controls import Slot
from generators.docx.flow import Piece, TableRow, table
from generators.docx.measure import wrap
from generators.docx.place import Ink
from generators.docx.sheet import Sheet
from schemas.form import Checklist, ItemGroup, Survey
from schemas.scalars import Id, Text
from schemas.words import ByLanguage

_TIGHT: Final = 310
_LOW: Final = 350
_HIGH: Final = 720
_TOGETHER: Final = 5
"""A group of up to this many items stays on one page, a larger one if that costs none."""
_NUMBER: Final = 500
_SHORT: Final = ByLanguage(3, 0)
"""A Chinese point of up to this many characters stands on one line."""
_SKIP_SHADE: Final = "FAFAFA"


@dataclass(frozen=True, slots=True)
class _Rated:
    """What a checklist and a survey have in common. `remark` is the head of the last column, if there is one."""

    id: str
    title: str | None
    points: Mapping[str, str]
    skip: frozenset[str]
    groups: Sequence[ItemGroup]
    remark: str | None


def draw_checklist(sheet: Sheet, checklist: Checklist) -> list[Piece]:
    """The heading and the table of a checklist."""
    remark = sheet.plain(checklist.remark) if checklist.remark else None
    return _draw(
        sheet, _Rated(checklist.id, checklist.title, _by_id(checklist.results), frozenset(), checklist.groups, remark)
    )


def draw_survey(sheet: Sheet, survey: Survey) -> list[Piece]:
    """The heading and the table of a survey; answers that do not count stand apart on the right."""
    points = _by_id(survey.scale.points) | _by_id(survey.scale.skip)
    return _draw(sheet, _Rated(survey.id, survey.title, points, frozenset(survey.scale.skip), survey.groups, None))


def _by_id(texts: Mapping[Id, Text]) -> dict[str, str]:
    return {str(id_): str(text) for id_, text in texts.items()}


def _draw(sheet: Sheet, rated: _Rated) -> list[Piece]:
    widths = _widths(sheet, rated)
    rows = [_head(sheet, rated, widths), *_rows(sheet, rated, widths)]
    return [*cells.heading(sheet, rated.title), table(wml.table_head(widths, margin=NARROW), rows)]


def _widths(sheet: Sheet, rated: _Rated) -> list[int]:
    """Group, number, item, one for each point, remark; in twips."""
    room, em = sheet.paper.room, sheet.faces.cell * 10
    titles = [sheet.plain(group.title) for group in rated.groups]
    group = max(640, min(round(cells.width_of(titles, 2) * em) + 2 * NARROW + 60, room // 6))
    points = _point_widths(sheet, rated)
    remark = int(room * 0.22) if rated.remark else 0
    item = room - group - _NUMBER - sum(points) - remark
    return [group, _NUMBER, item, *points, *([remark] if remark else [])]


def _point_widths(sheet: Sheet, rated: _Rated) -> list[int]:
    """Points are as wide as each other, but where that would crowd the items each is as wide as its name, set small."""
    most = int(sheet.paper.room * 0.62)
    if not _is_crowded(sheet, rated):
        across = len(rated.points)
        return [min(_point_width(sheet, rated, sheet.faces.head), most // across)] * across
    lines = 2 if len(rated.points) > 3 else 1
    heads = [max(cells.width_of([sheet.plain(text)], lines), 2.4) for text in rated.points.values()]
    widths = [_beside_point(head, cells.SMALL) for head in heads]
    return widths if sum(widths) <= most else cells.share(most, heads)


def _beside_point(head: float, size: int) -> int:
    """The width of a column with a *head* so many em of *size* wide, in twips."""
    return round((head + 0.4) * size * 10) + 2 * NARROW + 40


def _point_width(sheet: Sheet, rated: _Rated, size: int) -> int:
    heads = [sheet.plain(text) for text in rated.points.values()]
    short = [head for head in heads if len(head) <= _SHORT.of(sheet.lang)]
    wanted = max(cells.width_of(heads, 2 if len(heads) > 3 else 1), cells.width_of(short), 2.4)
    return _beside_point(wanted, size)


def _is_crowded(sheet: Sheet, rated: _Rated) -> bool:
    """Whether the points would leave too little room for the items, so that their names are set small."""
    return _point_width(sheet, rated, sheet.faces.head) * len(rated.points) > sheet.paper.room // 2


def _head(sheet: Sheet, rated: _Rated, widths: Sequence[int]) -> TableRow:
    labels = [Label(word) for word in (sheet.words.group, sheet.words.number, sheet.words.item)]
    crowded = _is_crowded(sheet, rated)
    for text in rated.points.values():
        point = sheet.plain(text)
        labels.append(Label("", small=point) if crowded else Label(point))
    labels += [Label(rated.remark)] if rated.remark else []
    return head_row(sheet, labels, widths)


def _rows(sheet: Sheet, rated: _Rated, widths: Sequence[int]) -> Iterator[TableRow]:
    number = 0
    for group in rated.groups:
        for index, (id_, text) in enumerate(group.items.items()):
            number += 1
            lines = wrap(sheet.plain(text), cells.room_in(widths[2], sheet.faces.cell, NARROW) - 0.4)
            printed = len(lines) * sheet.faces.pitch(sheet.faces.cell) + cells.PAD
            low = max(_LOW, printed)
            markup = _group_cell(sheet, group, widths[0], first=index == 0)
            markup += _text_cell(widths[1], str(number), "center") + _text_cell(widths[2], "\n".join(lines))
            markup += _answers(sheet, rated, (group, id_, text), widths)
            inside = index + 1 < len(group.items)
            keep = inside and len(group.items) <= _TOGETHER
            yield TableRow(markup, max(_TIGHT, printed), low, max(_HIGH, low), keep=keep, soft=inside)


def _group_cell(sheet: Sheet, group: ItemGroup, width: int, *, first: bool) -> str:
    lines = wrap(sheet.plain(group.title), cells.room_in(width, sheet.faces.cell, NARROW)) if first else ("",)
    content = wml.paragraph(wml.lines(lines) if first else "", "FormHead")
    return wml.cell(width, content, shade=cells.SHADE, merge="restart" if first else "continue")


def _text_cell(width: int, text: str, jc: str = "") -> str:
    return wml.cell(width, wml.paragraph(wml.run(text), "FormCell", jc=jc, left=0 if jc else 40))


def _answers(sheet: Sheet, rated: _Rated, item: tuple[ItemGroup, str, str], widths: Sequence[int]) -> str:
    group, id_, text = item
    slot = Slot((rated.id, group.id, id_), sheet.plain(text))
    parts = []
    for point, width in zip(rated.points, widths[3:], strict=False):
        if sheet.fill:
            box = controls.checkbox(sheet, slot.inside(point, label=f"{slot.label}: {rated.points[point]}"))
        else:
            box = wml.run(wml.BOX)
        shade = _SKIP_SHADE if point in rated.skip else ""
        parts.append(wml.cell(width, wml.paragraph(box, "FormCell", jc="center"), shade=shade))
    if rated.remark:
        content = controls.text(sheet, slot.inside("remark"), wml.IDEOGRAPHIC_SPACE * 4) if sheet.fill else ""
        parts.append(wml.cell(widths[-1], cells.ink(Ink((content,)), "FormCell", "left")))
    return "".join(parts)
