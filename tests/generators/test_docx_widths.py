"""Widths: labels keep their words, what one lacks is taken from who has it to spare, text stays in its frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generators.docx import cells
from generators.docx.blocks import columns as typed
from generators.docx.blocks.columns import raised
from generators.docx.blocks.needs import whole_ems, wished_ems
from generators.docx.cells import room_in
from generators.docx.document import draw
from generators.docx.faces import CHINESE
from generators.docx.measure import ems, widest_word
from generators.docx.sheet import Sheet
from generators.docx.wml import whole
from schemas.field import Field
from schemas.form import Form, Register
from tests.generators import docx_samples as samples
from tests.generators.docx_samples import W
from tests.generators.test_docx_columns import project

_CELL = re.compile(r'<w:tc><w:tcPr><w:tcW w:w="(\d+)"(.*?)</w:tcPr>(.*?)</w:tc>', re.DOTALL)
_TEXT = re.compile(r'<w:t xml:space="preserve">([^<]*)</w:t>|<w:br/>')
_RUN = re.compile(r"<w:r>.*?</w:r>", re.DOTALL)
_SLACK = 0.35
"""A label that is this much wider than its cell, in em, as letters are measured at their widest, still fits."""


class Named(NamedTuple):
    """A label or a column head as it is drawn: how wide its cell is, its lines, the size and the margin of the cell."""

    address: str
    width: int
    lines: tuple[str, ...]
    size: int
    margin: int

    @property
    def room(self) -> float:
        """The room of a line, in em."""
        return room_in(self.width, self.size, self.margin)


@cache
def drawn(lang: str) -> tuple[tuple[Sheet, str], ...]:
    """Every form of the project for the pen in a language, as its document."""
    view = project(lang)
    drawings = [draw(view, entry, "blank") for entry in view.of_kind("forms")]
    return tuple((drawing.sheet, whole(drawing.word["document.xml"])) for drawing in drawings)


def labels(sheet: Sheet, document: str) -> Iterator[Named]:
    """The labels and heads of a form; what stands small under them aside."""
    kinds = (("FormLabel", sheet.faces.label, cells.MARGIN), ("FormHead", sheet.faces.head, typed.NARROW))
    for width, _, content in _CELL.findall(document):
        for style, size, margin in kinds:
            if f'w:val="{style}"' in content:
                runs = [run for run in _RUN.findall(content) if 'w:val="FormSmall"' not in run]
                text = "".join(found[1] if found[0] != "<w:br/>" else "\n" for found in _texts("".join(runs)))
                yield Named(sheet.entry.address, int(width), tuple(text.split("\n")), size, margin)


def _texts(markup: str) -> list[tuple[str, str]]:
    return [(found[0], found[1] or "") for found in _TEXT.finditer(markup)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_label_stands_in_its_cell(lang: str) -> None:
    """In every form of the project no line of a label or of a column's head is wider than its cell, so that no word
    processor breaks a word of it: Unoccupie|d.
    """
    wide = [
        (named.address, line)
        for sheet, document in drawn(lang)
        for named in labels(sheet, document)
        for line in named.lines
        if ems(line) > named.room + _SLACK
    ]

    assert wide == []


def test_chinese_labels_end_their_lines_between_words() -> None:
    """租户单位｜全称, not 租户单｜位全称: of all labels of several lines these few find no other place in a cell."""
    parted = set()
    for sheet, document in drawn("zh"):
        for named in labels(sheet, document):
            text = "".join(named.lines)
            if len(named.lines) > 1 and widest_word(text) > max(map(widest_word, named.lines)):
                parted.add("｜".join(named.lines))

    assert parted == {"在哪里、什么｜样、谁出来了", "客服经理（超权｜限、复核的）", "客户｜服务", "单｜位＊"}


WITNESSED = """\
  - receipt:
      {id: r, title: 送达, signed_by: resident, refusal: 拒签的，由两人见证。, witnesses: 2, delivered_by: front-desk}
"""


def line_ems(line: etree._Element, size: int) -> float:
    """The width of a paragraph that is not broken, in em of *size*; characters that are set apart are wider."""
    runs = [(samples.said(run), run.find(f"{W}rPr/{W}spacing")) for run in line.iter(f"{W}r")]
    return sum(
        ems(text) + (len(text) * int(spacing.get(f"{W}val", "0")) / (size * 10) if spacing is not None else 0)
        for text, spacing in runs
    )


@pytest.mark.parametrize(("paper", "lines"), [("A4", 1), ("A5", 2)])
def test_who_signs_for_a_notice_stands_on_one_line(paper: str, lines: int) -> None:
    """Each line of a receipt is no wider than its box, so that 日 never stands alone on the next; two witnesses stand
    beside each other where there is room.
    """
    document = samples.build_text(WITNESSED, head=f"{samples.HEAD}page: {{size: {paper}}}\n")
    signed = [p for p in samples.tree(document).iter(f"{W}p") if "____" in samples.said(p)]
    room = {"A4": 9639, "A5": 6124}[paper]

    assert len(signed) == 2 + lines
    assert all(line_ems(line, CHINESE.value) <= room_in(room, CHINESE.value) for line in signed)
    assert [samples.said(line)[-1] for line in signed] == ["日"] * 3 if lines == 1 else ["日", "_", "日", "日"]


@given(st.lists(st.tuples(st.integers(1, 4000), st.integers(0, 4000)), min_size=1, max_size=14))
def test_room_to_spare_is_shared(columns: list[tuple[int, int]]) -> None:
    """The widths stay together what they were; nobody gives what he needs, nobody gets more than he lacks, and where
    there is enough for all nobody lacks anything; of two who lack as much none gets more than a twip more.
    """
    shared, least = [width for width, _ in columns], [need for _, need in columns]
    now = raised(shared, least)

    assert sum(now) == sum(shared)
    for width, need, new in zip(shared, least, now, strict=True):
        assert min(width, need) <= new <= max(width, need) or new == width
    if sum(shared) >= sum(least):
        assert all(new >= need for new, need in zip(now, least, strict=True))
    got = sorted(
        (need - width, new - width) for width, need, new in zip(shared, least, now, strict=True) if need > width
    )
    assert all(after[1] - before[1] >= -1 for before, after in pairwise(got))


def widths(columns: str, box_lines: int = 2) -> dict[str, tuple[Field, int, Sheet]]:
    """Each column of a register of *columns*, with its width in twips."""
    view = samples.with_forms(
        {"made": f"{samples.HEAD}blocks:\n  - register: {{id: r, rows: 3, columns: [{columns}]}}\n"}
    )
    entry = samples.form("made", view)
    assert isinstance(entry.record, Form)
    register = entry.record.blocks[0].body
    assert isinstance(register, Register)
    sheet = Sheet(view, entry, entry.record, fill=True)
    found = typed.widths(sheet, register.columns, sheet.paper.room, box_lines)
    assert sum(found) == sheet.paper.room
    return {str(field.id): (field, width, sheet) for field, width in zip(register.columns, found, strict=True)}


def _holds(column: tuple[Field, int, Sheet], text_ems: float) -> bool:
    _, width, sheet = column
    return room_in(width, sheet.faces.cell, typed.NARROW) >= text_ems - 0.1


def test_a_long_serial_takes_what_others_have_to_spare() -> None:
    """KF-2026-12-00128 stands whole in a register with room; where there is none the short one of a year does, and no
    other value is broken for it.
    """
    serial = "{id: no, title: 编号, type: serial, width: 6}"
    roomy = widths(f"{serial}, {{id: what, title: 事由, width: 94}}")
    full = widths(f"{serial}, " + ", ".join(f"{{id: d{n}, title: 日, type: date}}" for n in range(7)))

    assert _holds(roomy["no"], wished_ems(roomy["no"][0]))
    assert _holds(full["no"], whole_ems(full["no"][2], full["no"][0]))
    assert not _holds(full["no"], wished_ems(full["no"][0]))
    assert all(_holds(column, whole_ems(column[2], column[0])) for column in full.values())


_PROSE = re.compile(r'<w:pStyle w:val="(FormText|FormLetter|FormNote)"/>(.*?)</w:pPr>')


def test_printed_text_has_half_an_em_of_air() -> None:
    """A comma that LibreOffice hangs out of a Chinese line stays in the frame; English has no such mark."""
    air: dict[str, set[tuple[str, str]]] = {"zh": set(), "en": set()}
    for lang, found in air.items():
        for _, document in drawn(lang):
            outside = re.sub(r"<w:tbl>.*?</w:tbl>", "", document, flags=re.DOTALL)
            for style, properties in _PROSE.findall(outside):
                found.add((style, "".join(re.findall(r'w:right="(\d+)"', properties))))

    assert air["zh"] == {("FormText", "105"), ("FormLetter", "120"), ("FormNote", "90")}
    assert {right for _, right in air["en"]} == {""}
