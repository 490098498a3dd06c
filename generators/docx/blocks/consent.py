"""What is agreed to and what is handed in: statements and things, each with its own tick."""

from __future__ import annotations

from typing import Final

from generators.docx import cells, controls, wml
from generators.docx.blocks.boxed import BoxLine, box_widths, boxed
from generators.docx.cells import Label
from generators.docx.controls import Slot
from generators.docx.flow import Piece, Table, TableRow
from generators.docx.measure import ems
from generators.docx.sheet import Sheet
from schemas.control_names import Path
from schemas.field_types import FIELD_TYPES
from schemas.form import Attachments, Consent

_OTHER_EMS: Final = 7


def draw(sheet: Sheet, consent: Consent) -> list[Piece]:
    """A box with the text and a tick for each statement; one tick for the whole where there are no statements."""
    text = sheet.plain(consent.text)
    lines = [BoxLine(wml.run(text), text)]
    items = {str(id_): sheet.plain(item) for id_, item in consent.items.items()} or {"agree": sheet.words.agree}
    lines += [_ticked(sheet, (consent.id, id_), item) for id_, item in items.items()]
    label = Label(sheet.words.consent)
    widths = box_widths(sheet, [label])
    return [Table(wml.table_head(widths), boxed(sheet, lines, label, widths))]


def _ticked(sheet: Sheet, path: Path, text: str) -> BoxLine:
    return BoxLine(tick(sheet, path, text) + wml.run(f" {text}"), f"{wml.BOX} {text}")


def tick(sheet: Sheet, path: Path, label: str) -> str:
    """A box to tick, on screen or on paper."""
    return controls.checkbox(sheet, Slot(path, label)) if sheet.fill else wml.run(wml.BOX)


def draw_attachments(sheet: Sheet, block: Attachments) -> list[Piece]:
    """A table of things with ticks, in as many columns as their names allow."""
    items = {str(id_): sheet.plain(text) for id_, text in block.items.items()}
    entries = [tick(sheet, (block.id, id_), text) + wml.run(f" {text}") for id_, text in items.items()]
    if block.other:
        entries.append(_other(sheet, block))
    others = [sheet.words.other + wml.line_to_write(_OTHER_EMS)] if block.other else []
    across = _across(sheet, [*items.values(), *others])
    widths = cells.share(sheet.paper.room, [1.0] * across)
    low = sheet.faces.pitch(sheet.faces.value) + cells.PAD + 20
    rows = []
    for start in range(0, len(entries), across):
        line = entries[start : start + across] + [""] * max(0, start + across - len(entries))
        rows.append(
            TableRow(
                _row(line, widths, first=start == 0, last=start + across >= len(entries)), low - 20, low, low + 160
            )
        )
    return [*cells.heading(sheet, block.title or sheet.words.attachments), Table(wml.table_head(widths), rows)]


def _other(sheet: Sheet, block: Attachments) -> str:
    word = sheet.words.other
    path = (block.id, "other")
    if sheet.fill:
        room = controls.text(sheet, Slot((*path, "what"), word), FIELD_TYPES.text.hint.of(sheet.lang))
    else:
        room = wml.run(wml.line_to_write(_OTHER_EMS))
    return tick(sheet, path, word) + wml.run(f" {word}") + room


def _across(sheet: Sheet, texts: list[str]) -> int:
    room = cells.room_in(sheet.paper.room, sheet.faces.value)
    for across in (4, 3, 2):
        if across <= len(texts) and all(ems(text) + 2.5 <= room / across for text in texts):
            return across
    return 1


def _row(entries: list[str], widths: list[int], *, first: bool, last: bool) -> str:
    """Cells without lines between them."""
    parts = []
    for index, (content, width) in enumerate(zip(entries, widths, strict=True)):
        borders = "" if first else '<w:top w:val="nil"/>'
        borders += '<w:left w:val="nil"/>' if index else ""
        borders += "" if last else '<w:bottom w:val="nil"/>'
        borders += '<w:right w:val="nil"/>' if index + 1 < len(entries) else ""
        parts.append(wml.cell(width, wml.paragraph(content, "FormValue"), borders=borders))
    return "".join(parts)
