"""Some blocks of a form as a sheet of their own, filled in as somebody handed it in: it can be read on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from filled.filling import fill_as_is
from generators.docx.document import STAND_IN, draw
from generators.docx.file import pack
from schemas.entry import Entry
from schemas.form import Block, Form, Grid, PageSetup, Register, Signatures, TextBlock
from schemas.library import Library
from schemas.specimen import shown
from training.sheets.handed_in import HandedIn

_NARROW: Final = (Grid, Signatures, TextBlock)
"""Blocks that stand well on half the paper."""
_PAIRS: Final = 2
"""Labels with their fields side by side on it."""


def excerpt(library: Library, address: str, sheet: HandedIn) -> bytes:
    """The DOCX of what *sheet* shows of the form at *address*, in the language of *library*."""
    entry = library.entries[address]
    blocks = shown(sheet.blanks, sheet.answers)
    part = _part(entry, blocks, {one.blank.block: one.row for one in sorted(sheet.answers, key=lambda one: one.row)})
    # Its fingerprint stands below the picture that is cut out: it is none of the form's own sheets.
    package = pack(draw(library, part, "fill"), STAND_IN)
    return fill_as_is(library, entry, package, sheet.answers, sheet.in_words)


def _part(entry: Entry, ids: Sequence[str], rows: dict[str, int]) -> Entry:
    """The form with the blocks *ids* only, its registers as long as they are filled."""
    form = entry.record
    assert isinstance(form, Form)
    blocks = [block for block in form.blocks if str(getattr(block.body, "id", "")) in ids]
    is_narrow = all(isinstance(block.body, _NARROW) for block in blocks)
    page = PageSetup(size="A5") if is_narrow else form.page
    fitted = tuple(_fitted(block, rows, is_narrow=is_narrow) for block in blocks)
    return replace(entry, record=form.model_copy(update={"blocks": fitted, "page": page}))


def _fitted(block: Block, rows: dict[str, int], *, is_narrow: bool) -> Block:
    body = block.written
    if isinstance(body, Register):
        return block.model_copy(update={_attribute(block): body.model_copy(update={"rows": rows[str(body.id)]})})
    if isinstance(body, Grid) and is_narrow and body.columns > _PAIRS:
        fields = tuple(
            field.model_copy(update={"span": min(field.span, _PAIRS)}) if field.span else field for field in body.fields
        )
        return block.model_copy(update={"grid": body.model_copy(update={"columns": _PAIRS, "fields": fields})})
    return block


def _attribute(block: Block) -> str:
    (name,) = block.model_fields_set
    return name
