"""From the blocks of a form to the pieces of its page, whatever the blocks are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from generators.docx.blocks import approval, chart, consent, grid, prose, ratings, register, signing
from generators.docx.flow import Piece, Prose, Table, gap
from generators.docx.sheet import Sheet
from schemas.block_kinds import ByBlock

_DRAWINGS: Final[ByBlock[Callable[[Sheet, Any], list[Piece]]]] = ByBlock(
    grid=grid.draw,
    register=register.draw,
    matrix=register.draw_matrix,
    checklist=ratings.draw_checklist,
    survey=ratings.draw_survey,
    text=prose.draw,
    receipt=approval.draw_receipt,
    consent=consent.draw,
    approval=approval.draw,
    signatures=signing.draw,
    seal=prose.draw_seal,
    copies=prose.draw_copies,
    attachments=consent.draw_attachments,
    chart=chart.draw,
)
"""How each kind of block is drawn."""


def draw_blocks(sheet: Sheet) -> list[list[Piece]]:
    """The pieces of every block of the form."""
    return [_DRAWINGS[block.kind](sheet, block.body) for block in sheet.form.blocks]


def apart(blocks: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The pieces of blocks, with room between tables; signatures stay on the page of what is before them."""
    pieces: list[Piece] = []
    for drawn in blocks:
        if pieces and not _starts_with_heading(drawn):
            pieces.append(gap())
        if isinstance(drawn[0], Table) and drawn[0].is_signed:
            _bind(pieces)
        pieces += drawn
    _bind_end(pieces)
    return pieces


def _bind_end(pieces: list[Piece]) -> None:
    """Keep the end of the form on the page of what is before it, so that no page has a line or nothing at all."""
    end = len(pieces) - 1
    if isinstance(pieces[end], Prose):
        before = pieces[:end]
        _bind(before)
        pieces[:end] = before
    else:
        pieces[end] = _kept(pieces[end])


def _bind(pieces: list[Piece]) -> None:
    """Keep the last row or paragraph, and what stands small under it, on the page of what follows."""
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        pieces[index] = _kept(piece)
        if not isinstance(piece, Prose) or piece.style not in _SMALL:
            return


_SMALL: Final = ("FormGap", "FormNote")


def _kept(piece: Piece) -> Piece:
    if isinstance(piece, Prose):
        return replace(piece, keep=True)
    if isinstance(piece, Table):
        return replace(piece, rows=[*piece.rows[:-1], replace(piece.rows[-1], keep=True)])
    return piece


def _starts_with_heading(pieces: Sequence[Piece]) -> bool:
    return isinstance(pieces[0], Prose) and pieces[0].style == "FormSection"
