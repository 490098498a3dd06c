"""What is held against the fields of a form, small on its paper, so that whoever writes by hand knows it too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from generators.docx.blocks.columns import note
from generators.docx.flow import Piece, Prose, Table
from generators.docx.sheet import Sheet
from generators.form_sense import SenseSayer
from generators.labels import Labels
from schemas.form import Block, fields

RulesSaid = Literal["all", "but order", "some", "none"]
"""All rules; all but which day or time comes first; as many of these as there is room for; or none."""
Notes = Sequence[Sequence[Prose]]
"""What stands small under each block."""
_ORDER: Final = ("after", "before")


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Speaks the language of a sheet."""

    lang: str
    t: Labels
    plain: Callable[[str], str]


def rules_notes(sheet: Sheet) -> Iterator[tuple[RulesSaid, Notes]]:
    """The ways in which a sheet says its rules, the fullest first: under each block, together under the last, tiny.

    Where there is no room for all of them, first those of order go, and then the last ones.
    """
    sayer = SenseSayer(_Speaker(sheet.lang, Labels(sheet.lang), sheet.plain), sheet.form)
    if not sayer.has_rules:
        return
    everything, but_order = (_by_block(sheet, sayer, but) for but in ((), _ORDER))
    ways: tuple[tuple[RulesSaid, list[list[str]]], ...] = (("all", everything), ("but order", but_order))
    for said, by_block in ways:
        for tiny in (False, True):
            yield said, [_note(sheet, lines, tiny=tiny) for lines in by_block]
            yield said, _under_last(sheet, _joined(by_block), tiny=tiny)
    lines = _joined(but_order) or _joined(everything)
    for count in range(len(lines) - 1, 0, -1):
        yield "some", _under_last(sheet, lines[:count], tiny=True)


def noted(block: Sequence[Piece], note: Sequence[Prose]) -> list[Piece]:
    """A block with what stands under it, on one page with its end."""
    if not note:
        return list(block)
    *others, end = block
    gap, text = note
    return [*others, _kept(end), replace(gap, keep=True), text]


def _kept(piece: Piece) -> Piece:
    """A piece whose end stays on the page of what follows."""
    if isinstance(piece, Table):
        *rows, last = piece.rows
        return replace(piece, rows=[*rows, replace(last, keep=True)])
    return replace(piece, keep=True) if isinstance(piece, Prose) else piece


def _by_block(sheet: Sheet, sayer: SenseSayer, but: tuple[str, ...]) -> list[list[str]]:
    return [_lines(sheet, sayer, block, but) for block in sheet.form.blocks]


def _lines(sheet: Sheet, sayer: SenseSayer, block: Block, but: tuple[str, ...]) -> list[str]:
    """The rules of each field of a block that has any."""
    id_ = str(getattr(block.body, "id", ""))
    own = ((sheet.plain(field.title), sayer.rule_lines(id_, str(field.id), but=but)) for field in fields(block.body))
    told = (*own, *sayer.lines_elsewhere(id_, but=but))
    return [sheet.words.rule.format(field=title, rules=rules) for title, rules in told if rules]


def _joined(by_block: Sequence[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(line for lines in by_block for line in lines))


def _under_last(sheet: Sheet, lines: Sequence[str], *, tiny: bool) -> Notes:
    """*lines* together under the last block of the form."""
    return [*([] for _ in sheet.form.blocks[1:]), _note(sheet, lines, tiny=tiny)]


def _note(sheet: Sheet, lines: Sequence[str], *, tiny: bool) -> list[Prose]:
    return note(sheet, sheet.words.separator.join(dict.fromkeys(lines)), tiny=tiny) if lines else []
