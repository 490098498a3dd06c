"""Places to sign, side by side, and the line that others sign on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generators.docx import cells, controls, dates, wml
from generators.docx.cells import Label
from generators.docx.controls import Slot
from generators.docx.flow import Piece, Table, TableRow
from generators.docx.measure import ems
from generators.docx.sheet import Sheet
from schemas.control_names import Path
from schemas.field_types import FIELD_TYPES
from schemas.form import Signature, Signatures
from schemas.signing import unsaid_signer
from schemas.words import ByLanguage

_NARROW_LOW: Final = 680
"""Height of a signature with its date under it, 12 mm."""
_WIDE_LOW: Final = 450
_GROWTH: Final = 260
_DATE_EMS: Final = 9.0
_ROOMY_DATE_EMS: Final = 13.0
_ROOMY: Final = 9000
"""Room for 年 月 日, in em: 6 mm for a month; 10 mm on paper of this width in twips, A4 on end or wider."""
_SIGN_EMS: Final = 6
_LINE_EMS: Final = 8


def draw(sheet: Sheet, signatures: Signatures) -> list[Piece]:
    """A table of signatures, as many a row as the paper holds."""
    items = signatures.items
    across = _across(sheet, len(items))
    labels = [_signer(sheet, item) for item in items]
    label = cells.label_column(sheet, labels, 1100, int(sheet.paper.room / across * 0.5))
    pairs = cells.share(sheet.paper.room, [1.0] * across)
    widths = [width for pair in pairs for width in (label, pair - label)]
    rows = []
    for start in range(0, len(items), across):
        chunk = [*zip(items[start : start + across], labels[start : start + across], strict=True)]
        rows.append(_row(sheet, signatures, chunk, widths, label, keep=start + across < len(items)))
    return [Table(wml.table_head(widths, margin=cells.MARGIN), rows, is_signed=True)]


def _across(sheet: Sheet, count: int) -> int:
    most = 4 if sheet.paper.is_landscape else 3
    return count if count <= most else -(-count // -(-count // most))


def _signer(sheet: Sheet, item: Signature) -> Label:
    """The label of a signature; who signs stands under it when it does not say so."""
    title = sheet.plain(item.title)
    who = unsaid_signer(sheet.library, item, title, sheet.entry.handbook)
    bracketed = who if "（" in who else sheet.words.signed_by.format(who=who).strip()
    return Label(title, small=bracketed if who else "")


def _row(
    sheet: Sheet,
    block: Signatures,
    chunk: Sequence[tuple[Signature, Label]],
    widths: Sequence[int],
    label: int,
    *,
    keep: bool,
) -> TableRow:
    markup, low = [], 0
    across = len(widths) // 2
    for index, (item, text) in enumerate(chunk):
        span = 2 * (across - index) - 1 if index + 1 == len(chunk) else 1
        value = sum(widths[2 * index + 1 : 2 * index + 1 + span])
        stacked = _is_stacked(sheet, item, value)
        markup.append(cells.label_cell(sheet, text, label))
        content = "".join(_signature(sheet, (block.id, item.id), item, value, stacked))
        markup.append(wml.cell(value, content, span=span, valign="bottom" if stacked else "center"))
        low = max(low, _least(sheet, item, value, stacked), cells.label_depth(sheet, text, label))
    return TableRow("".join(markup), low - 40, low, low + _GROWTH, keep=keep)


def _is_stacked(sheet: Sheet, item: Signature, width: int) -> bool:
    return item.date and cells.room_in(width, sheet.faces.value) < _DATE_EMS + _SIGN_EMS


def _least(sheet: Sheet, item: Signature, width: int, stacked: bool) -> int:
    """The least height of a signature in a cell of *width*."""
    lines = 2 if sheet.fill and item.date and not _is_beside(sheet, width) else 1
    return _NARROW_LOW if stacked else max(_WIDE_LOW, lines * sheet.faces.pitch(sheet.faces.value) + cells.PAD)


def _is_beside(sheet: Sheet, width: int) -> bool:
    """Whether a typed name and the day beside it fit into a cell of *width*, so that the day never breaks."""
    wanted = ems(_TYPED_NAME.of(sheet.lang) + sheet.words.gap * 2) + dates.DAY_EMS
    return wanted <= cells.room_in(width, sheet.faces.value)


_TYPED_NAME: Final = ByLanguage("欧阳建国", "Ouyang Jianguo")


def _signature(sheet: Sheet, ids: Path, item: Signature, width: int, stacked: bool) -> Iterator[str]:
    """The paragraphs of a signature's cell."""
    slot = Slot(ids, sheet.plain(item.title))
    if not sheet.fill:
        room = cells.room_in(width, sheet.faces.value) - (0 if stacked else _SIGN_EMS)
        guide = dates.guide(sheet, dates.DATE, min(_ROOMY_DATE_EMS, room), sheet.faces.value) if item.date else ""
        yield wml.paragraph(guide, "FormValue", jc="right")
        return
    name = controls.text(sheet, slot, FIELD_TYPES.signature.hint.of(sheet.lang))
    if not item.date:
        yield wml.paragraph(name, "FormValue")
        return
    day = controls.date(
        sheet, slot.inside("date", label=f"{slot.label} {sheet.words.date}"), FIELD_TYPES.date.hint.of(sheet.lang)
    )
    if not stacked and _is_beside(sheet, width):
        yield wml.paragraph(name + wml.run(sheet.words.gap * 2) + day, "FormValue")
        return
    yield wml.paragraph(name, "FormValue")
    yield wml.paragraph(day, "FormValue", jc="right")


def signing_line(sheet: Sheet, label: str, ids: Path, room: float, *, date: bool = True) -> str:
    """`签字：____　日期：____` on one line of *room* em; the tags are *ids* and *ids* with `date`."""
    slot = Slot(ids, label)
    content = wml.run(label + sheet.words.colon) + _line(sheet, slot)
    if not date:
        return content
    content += wml.run(sheet.words.gap + sheet.words.date + sheet.words.colon)
    inside = slot.inside("date", label=f"{label} {sheet.words.date}")
    if sheet.fill:
        return content + controls.date(sheet, inside, FIELD_TYPES.date.hint.of(sheet.lang))
    most = _DATE_EMS if sheet.paper.room < _ROOMY else _ROOMY_DATE_EMS
    return content + dates.after_label(sheet, min(most, room - signed_ems(sheet, label, date=True)))


def signed_ems(sheet: Sheet, label: str, *, date: bool) -> float:
    """The room that *label* and the line behind it take, in em; with *date* the name of the day too."""
    words = label + sheet.words.colon + wml.line_to_write(_LINE_EMS)
    return ems(words + (sheet.words.gap + sheet.words.date + sheet.words.colon if date else ""))


def _line(sheet: Sheet, slot: Slot) -> str:
    if sheet.fill:
        return controls.text(sheet, slot, FIELD_TYPES.signature.hint.of(sheet.lang))
    return wml.run(wml.line_to_write(_LINE_EMS))
