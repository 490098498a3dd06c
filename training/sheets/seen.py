"""What a sheet says, in words: for who cannot see its picture, and for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from schemas.blanks import Blank
from schemas.capitals import capitals
from schemas.filled import say_value
from schemas.punctuation import Marks, joined
from schemas.specimen import shown
from schemas.words import Bilingual, Word, Words, in_both
from training.sheets.handed_in import HandedIn


class _Seen(Words):
    blank = Word("（空着）", "(blank)")
    in_words = Word("{value}，大写 {words}", "{value}, in words {words}")
    row = Word("第 {number} 行", "Row {number}")


def seen(sheet_zh: HandedIn, sheet_en: HandedIn) -> Bilingual:
    """Every field of the blocks that are shown, a line each: `电话：13800001111`; a row of a register on one line."""
    return in_both(lambda lang: "\n".join(_lines(sheet_zh if lang == "zh" else sheet_en, lang)))


def _lines(sheet: HandedIn, lang: str) -> Iterator[str]:
    for block in shown(sheet.blanks, sheet.answers):
        if block in sheet.blanks.titles:
            yield sheet.blanks.titles[block].of(lang)
        asked = sheet.blanks.by_block[block]
        if block not in sheet.blanks.registers:
            yield from (_said(sheet, blank, 0, lang) for blank in asked)
            continue
        for row in sorted({one.row for one in sheet.answers if one.blank.block == block}):
            cells = Marks(lang).semicolon.join(_said(sheet, blank, row, lang) for blank in asked)
            yield Marks(lang).colon.join((_Seen(lang).row.format(number=row), cells))


def _said(sheet: HandedIn, blank: Blank, row: int, lang: str) -> str:
    return Marks(lang).colon.join((blank.label.of(lang), value_said(sheet, blank, row, lang)))


def value_said(sheet: HandedIn, blank: Blank, row: int, lang: str) -> str:
    """What is written in a blank, as people say it; that it is blank where nothing is."""
    value = sheet.value(blank, row)
    if value is None:
        return blank.given.of(lang) if blank.given else _Seen(lang).blank
    if isinstance(value, tuple) or blank.field.choices:
        ids = value if isinstance(value, tuple) else (str(value),)
        return joined((blank.choice(id_, lang) for id_ in ids), lang)
    said = say_value(blank, value, lang, show_personal=True)
    if blank.field.words and isinstance(value, Decimal):
        amount = sheet.in_words.get((row, blank.place), value)
        return _Seen(lang).in_words.format(value=said, words=capitals(amount))
    return said
