"""Room for what is written: columns hold values whole, dates have gaps for a pen, signatures are not alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generators.docx import dates
from generators.docx.blocks import columns as typed
from generators.docx.blocks.needs import is_free, whole_ems
from generators.docx.choices import fits_as_boxes
from generators.docx.controls import Slot
from generators.docx.sheet import Sheet
from schemas.form import Form, Register, RosterTable
from schemas.library import Library
from schemas.loader import load_library
from tests.generators import docx_samples as samples

_MM = 2.8346
"""Points in a millimetre."""


@cache
def project(lang: str = "zh") -> Library:
    """The handbooks of the project in a language."""
    return load_library(Path(__file__).parents[2]).require().view(lang)


def registers(view: Library) -> Iterator[tuple[Sheet, Register]]:
    """Every register of a library but rosters, whose marks are one character."""
    for entry in view.of_kind("forms"):
        assert isinstance(entry.record, Form)
        sheet = Sheet(view, entry, entry.record, fill=True)
        for block in entry.record.blocks:
            if isinstance(block.body, Register) and not isinstance(block.body, RosterTable):
                yield sheet, block.body


def test_every_column_holds_its_values() -> None:
    """In every register of the project and both languages a day, an hour, a phone, an identity number, an amount and a
    choice's longest word stand whole, even in fonts that are wider than those the form names.
    """
    torn = []
    for view in map(project, ("zh", "en")):
        for sheet, register in registers(view):
            widths = typed.widths(sheet, register.columns, sheet.paper.room, 3)
            for field, width in zip(register.columns, widths, strict=True):
                if width < round(whole_ems(sheet, field) * sheet.faces.cell * 10) + 2 * typed.NARROW:
                    torn.append((view.lang, sheet.entry.address, str(field.id), width))

    assert torn == []


def test_what_is_written_at_length_has_a_quarter() -> None:
    """Columns for long texts have a quarter of the width together, in every register of the project."""
    for sheet, register in registers(project()):
        widths = typed.widths(sheet, register.columns, sheet.paper.room, 3)
        free = [width for field, width in zip(register.columns, widths, strict=True) if is_free(field)]
        assert not free or sum(free) >= sheet.paper.room // 4 - len(free), sheet.entry.address
        if any(is_free(field) and field.lines is None for field in register.columns):
            assert typed.written_lines(typed.Columns(sheet, (), register.columns, widths, 1)) >= 2


_LISTED_IN_ENGLISH = {
    # twelve columns and more, each as narrow as its values: none has room to spare for words and their boxes
    "greentown-after-sales/forms/complaint-register": {"kind", "grade"},
    "property-xst/forms/repair-log": {"outcome"},
    # four short words beside each other in Chinese; four lines in English, where a row has three
    "greentown-after-sales/forms/owner-registration": {"matters"},
}


def _boxed(view: Library) -> dict[str, set[str]]:
    """The columns of each register of up to ten rows whose choices are boxes."""
    boxed: dict[str, set[str]] = {}
    for sheet, register in registers(view):
        lines = 3 if register.rows <= 10 else 2
        widths = typed.widths(sheet, register.columns, sheet.paper.room, lines)
        drawn = typed.Columns(sheet, (), register.columns, widths, lines)
        ids = {
            str(field.id)
            for index, field in enumerate(register.columns)
            if field.choices and fits_as_boxes(drawn.place(index, Slot(("x",), "")))
        }
        boxed.setdefault(sheet.entry.address, set()).update(ids)
    return boxed


def test_choices_are_boxes_in_both_languages() -> None:
    """What a Chinese register ticks an English one ticks too, but for columns that have no room for it."""
    chinese, english = _boxed(project()), _boxed(project("en"))
    listed = {address: ids - english[address] for address, ids in chinese.items() if ids - english[address]}

    assert listed == _LISTED_IN_ENGLISH


def gaps(room: float, *, narrow: bool = False) -> list[float]:
    """The blanks before 年 月 日 in a cell of *room* em, in millimetres."""
    sheet = next(registers(project()))[0]
    size = sheet.faces.value
    markup = dates.guide(sheet, dates.DATE, room, size, narrow=narrow)
    found = re.findall(r'(?:<w:spacing w:val="(\d+)"/></w:rPr>)?<w:t xml:space="preserve">(　+)<', markup)
    return [len(blank) * (size / 2 + int(extra or 0) / 20) / _MM for extra, blank in found]


def test_gaps_grow_with_the_cell() -> None:
    """From 9 mm for a month and a day where there is room to 18 mm; a narrow cell of a register has no guide at all."""
    assert [round(gap, 1) for gap in gaps(27.0)] == [27.8, 18.5, 18.5]
    assert [round(gap, 1) for gap in gaps(12.0)] == [13.8, 9.2, 9.2]
    assert [round(gap, 1) for gap in gaps(7.0)] == [5.9, 3.9, 3.9]
    assert gaps(7.0, narrow=True) == []


SIGNED = """\
  - register: {id: r, rows: 3, columns: [{id: a, title: 甲}]}
  - text: {id: n, style: note, text: 一行说明。}
  - signatures: {id: s, items: [{id: one, title: 经办, role: front-desk, date: true}]}
"""


def test_signatures_are_not_alone() -> None:
    """The last row before signatures, and the note between, stay on their page."""
    tree = samples.tree(samples.build_text(SIGNED))
    w = samples.W
    rows = list(next(tree.iter(f"{w}tbl")).iter(f"{w}tr"))
    note = next(p for p in tree.iter(f"{w}p") if samples.said(p) == "一行说明。")

    assert all(row.find(f".//{w}keepNext") is not None for row in rows)
    assert note.find(f"{w}pPr/{w}keepNext") is not None
