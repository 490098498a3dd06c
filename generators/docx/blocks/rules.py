"""What is held against the fields of a block, small under it, so that whoever writes by hand knows it too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from generators.docx.blocks.columns import note
from generators.docx.flow import Prose
from generators.docx.sheet import Sheet
from generators.form_sense import SenseSayer
from generators.labels import Labels
from schemas.form import Block, fields

_ORDER: Final = ("after", "before")


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Speaks the language of a sheet."""

    lang: str
    t: Labels
    plain: Callable[[str], str]


def rules_under(sheet: Sheet) -> Callable[[Block], list[Prose]]:
    """What says the rules of each block of a form; nothing where the sheet leaves them out."""
    if sheet.rules == "none":
        return lambda block: []
    sayer = SenseSayer(_Speaker(sheet.lang, Labels(sheet.lang), sheet.plain), sheet.form)

    but = _ORDER if sheet.rules == "but order" else ()

    def said(block: Block) -> list[Prose]:
        id_ = str(getattr(block.body, "id", ""))
        told = (
            (sheet.plain(field.title), sayer.rule_lines(id_, str(field.id), but=but)) for field in fields(block.body)
        )
        lines = (sheet.words.rule.format(field=title, rules=rules) for title, rules in told if rules)
        text = sheet.words.separator.join(dict.fromkeys(lines))
        return note(sheet, text) if text else []

    return said
