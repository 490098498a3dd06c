"""A chain of opinions, and the receipt of a notice: boxes that end in a line to sign on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generators.docx import cells, choices, controls, wml
from generators.docx.blocks.boxed import BoxLine, box_widths, boxed
from generators.docx.blocks.consent import tick
from generators.docx.blocks.signing import signed_ems, signing_line
from generators.docx.cells import Label
from generators.docx.controls import Slot
from generators.docx.dates import LEAST_EMS
from generators.docx.flow import Piece, Table, TableRow
from generators.docx.measure import ems
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
        rows += boxed(sheet, _lines(sheet, approval, stage, _room(sheet, widths)), label, widths)
    return [*cells.heading(sheet, approval.title), Table(wml.table_head(widths), rows)]


def _label(sheet: Sheet, stage: Stage) -> Label:
    return Label(sheet.plain(stage.title), small=cells.promise_text(sheet, stage.promise) if stage.promise else "")


def _room(sheet: Sheet, widths: Sequence[int]) -> float:
    """The room of a line in a box, in em."""
    return cells.room_in(widths[-1], sheet.faces.value)


def _lines(sheet: Sheet, approval: Approval, stage: Stage, room: float) -> list[BoxLine]:
    ids = (approval.id, stage.id)
    title = sheet.plain(stage.title)
    lines = [BoxLine(line) for line in _decision(sheet, stage, Slot((*ids, "decision"), title))]
    opinion = controls.text(sheet, Slot((*ids, "opinion"), title), OPINION_HINT.of(sheet.lang)) if sheet.fill else ""
    lines.append(BoxLine(opinion, hand=max(1, stage.lines)))
    reference = stage.role or stage.party
    who = sheet.actor(reference) if reference else sheet.words.sign
    lines.append(BoxLine(signing_line(sheet, who, (*ids, "signed"), room), jc="right"))
    return lines


def _decision(sheet: Sheet, stage: Stage, slot: Slot) -> list[str]:
    """The possible decisions as boxes."""
    if not stage.choices:
        return []
    field = Field(id=stage.id, title=stage.title, type="choice", choices=stage.choices)
    return choices.boxes(FieldCell(sheet, field, slot, cells.room_in(sheet.paper.room * 3 // 4, sheet.faces.value)))


def draw_receipt(sheet: Sheet, receipt: Receipt) -> list[Piece]:
    """A box under its heading: signed for, or refused before witnesses, and by whom it was delivered."""
    ids, widths = (receipt.id,), box_widths(sheet, [])
    room = _room(sheet, widths)
    lines = []
    if receipt.text:
        text = sheet.plain(receipt.text)
        lines.append(BoxLine(wml.run(text), text))
    lines.append(BoxLine(signing_line(sheet, sheet.actor(receipt.signed_by), (*ids, "received"), room)))
    if receipt.refusal:
        text = sheet.plain(receipt.refusal)
        box = tick(sheet, (*ids, "refused"), sheet.words.refused)
        lines.append(BoxLine(box + wml.run(f" {text}"), f"{wml.BOX} {text}"))
    lines += [BoxLine(line) for line in _witnesses(sheet, receipt, ids, room)]
    if receipt.delivered_by:
        lines.append(BoxLine(signing_line(sheet, sheet.actor(receipt.delivered_by), (*ids, "delivered"), room)))
    return [*cells.heading(sheet, receipt.title), Table(wml.table_head(widths), boxed(sheet, lines, None, widths))]


def _witnesses(sheet: Sheet, receipt: Receipt, ids: Path, room: float) -> Iterator[str]:
    """The lines of the witnesses, the last with the date: two on a line of *room* em where they fit with a date."""
    if not (last := receipt.witnesses):
        return
    labels = {number: f"{sheet.words.witness} {number}" for number in range(1, last + 1)}
    taken = signed_ems(sheet, labels[last], date=False) + ems(sheet.words.gap)
    across = 2 if taken + signed_ems(sheet, labels[last], date=True) + LEAST_EMS <= room else 1
    for start in range(1, last + 1, across):
        numbers = range(start, min(start + across, last + 1))
        line = [
            signing_line(sheet, labels[number], (*ids, f"witness-{number}"), room - taken * at, date=number == last)
            for at, number in enumerate(numbers)
        ]
        yield wml.run(sheet.words.gap).join(line)
