"""A chain of opinions, and the receipt of a notice: boxes that end in a line to sign on."""

from __future__ import annotations

from collections.abc import Iterator

from generators.docx import cells, choices, controls, wml
from generators.docx.blocks.boxed import BoxLine, box_widths, boxed
from generators.docx.blocks.consent import tick
from generators.docx.blocks.signing import signing_line
from generators.docx.cells import Label
from generators.docx.controls import Slot
from generators.docx.flow import Piece, Table, TableRow
from generators.docx.place import FieldCell
from generators.docx.sheet import Sheet
from schemas.control_names import Path
from schemas.field import Field
from schemas.field_types import OPINION_HINT
from schemas.form import Approval, Receipt, Stage


def draw(sheet: Sheet, approval: Approval) -> list[Piece]:
    """A box for each stage: its decisions, room for the opinion, signature and date."""
    labels = [_label(sheet, stage) for stage in approval.stages]
    widths = box_widths(sheet, labels)
    rows: list[TableRow] = []
    for stage, label in zip(approval.stages, labels, strict=True):
        rows += boxed(sheet, _lines(sheet, approval, stage), label, widths)
    return [*cells.heading(sheet, approval.title), Table(wml.table_head(widths), rows)]


def _label(sheet: Sheet, stage: Stage) -> Label:
    return Label(sheet.plain(stage.title), small=cells.promise_text(sheet, stage.promise) if stage.promise else "")


def _lines(sheet: Sheet, approval: Approval, stage: Stage) -> list[BoxLine]:
    ids = (approval.id, stage.id)
    title = sheet.plain(stage.title)
    lines = [BoxLine(line) for line in _decision(sheet, stage, Slot((*ids, "decision"), title))]
    opinion = controls.text(sheet, Slot((*ids, "opinion"), title), OPINION_HINT.of(sheet.lang)) if sheet.fill else ""
    lines.append(BoxLine(opinion, hand=max(1, stage.lines)))
    reference = stage.role or stage.party
    who = sheet.actor(reference) if reference else sheet.words.sign
    lines.append(BoxLine(signing_line(sheet, who, (*ids, "signed")), jc="right"))
    return lines


def _decision(sheet: Sheet, stage: Stage, slot: Slot) -> list[str]:
    """The possible decisions as boxes."""
    if not stage.choices:
        return []
    field = Field(id=stage.id, title=stage.title, type="choice", choices=stage.choices)
    return choices.boxes(FieldCell(sheet, field, slot, cells.room_in(sheet.paper.room * 3 // 4, sheet.faces.value)))


def draw_receipt(sheet: Sheet, receipt: Receipt) -> list[Piece]:
    """A box under its heading: signed for, or refused before witnesses, and by whom it was delivered."""
    ids = (receipt.id,)
    lines = []
    if receipt.text:
        text = sheet.plain(receipt.text)
        lines.append(BoxLine(wml.run(text), text))
    lines.append(BoxLine(signing_line(sheet, sheet.actor(receipt.signed_by), (*ids, "received"))))
    if receipt.refusal:
        text = sheet.plain(receipt.refusal)
        box = tick(sheet, (*ids, "refused"), sheet.words.refused)
        lines.append(BoxLine(box + wml.run(f" {text}"), f"{wml.BOX} {text}"))
    lines += [BoxLine(line) for line in _witnesses(sheet, receipt, ids)]
    if receipt.delivered_by:
        lines.append(BoxLine(signing_line(sheet, sheet.actor(receipt.delivered_by), (*ids, "delivered"))))
    widths = box_widths(sheet, [])
    return [*cells.heading(sheet, receipt.title), Table(wml.table_head(widths), boxed(sheet, lines, None, widths))]


def _witnesses(sheet: Sheet, receipt: Receipt, ids: Path) -> Iterator[str]:
    """The lines of the witnesses, two on a line; the last has the date."""
    numbers = range(1, receipt.witnesses + 1)
    lines = [
        signing_line(sheet, f"{sheet.words.witness} {number}", (*ids, f"witness-{number}"), date=number == len(numbers))
        for number in numbers
    ]
    for start in range(0, len(lines), 2):
        yield wml.run(sheet.words.gap).join(lines[start : start + 2])
