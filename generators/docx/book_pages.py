"""What is bound with the sheets of a register: its cover, how it is kept, its index, and the page to hand it over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generators.docx import cells, dates, wml
from generators.docx.blocks.columns import NARROW, head_row
from generators.docx.book_words import BookWords
from generators.docx.cells import Label
from generators.docx.flow import Piece, Prose, Table, TableRow, gap, table
from generators.docx.labels import PRIVACY
from generators.docx.measure import line_count
from generators.docx.sheet import Sheet
from generators.docx.styles import character

_LARGE: Final = "BookTitle"
_LARGE_SIZE: Final = 56
"""The title on the cover, in half-points."""
STYLES: Final = (character(_LARGE, f'<w:sz w:val="{_LARGE_SIZE}"/><w:szCs w:val="{_LARGE_SIZE}"/>'),)
_LABEL: Final = 2400
_COVER_ROW: Final = 620
_INDEX_ROW: Final = 380
_HANDED_ROW: Final = 720
_HANDED_ROWS: Final = 12
_PROJECT: Final = "name"


def cover(sheet: Sheet, pages: int) -> list[Piece]:
    """Company, title and code; and a table of which book it is, from when to when, who keeps it and how long."""
    words = BookWords(sheet.lang)
    title = sheet.plain(sheet.form.title)
    pitch = sheet.faces.pitch(_LARGE_SIZE)
    lines = line_count(title, sheet.paper.room / (_LARGE_SIZE * 10) / sheet.faces.bold)
    above = gap(sheet.paper.height // 12, sheet.paper.height // 7)
    return [
        above,
        _centred(sheet, sheet.plain(sheet.library.company(sheet.entry.handbook).name)),
        Prose(wml.run(title, _LARGE), "FormTitle", lines, pitch, pitch + 200, jc="center", around=80),
        _centred(sheet, words.book),
        gap(sheet.paper.height // 20, sheet.paper.height // 10),
        _cover_table(sheet, [*_cover_rows(sheet, words, pages)]),
    ]


def _centred(sheet: Sheet, text: str) -> Prose:
    pitch = sheet.faces.pitch(sheet.faces.letter)
    count = line_count(text, sheet.paper.room / (sheet.faces.letter * 10))
    return Prose(wml.run(text), "FormSeal", count, pitch + 60, pitch + 200)


def _cover_rows(sheet: Sheet, words: BookWords, pages: int) -> Iterator[tuple[str, str]]:
    """Each line of the table: its label, and its content as runs."""
    room = cells.room_in(sheet.paper.room - _LABEL, sheet.faces.value)
    project = sheet.library.project_value(_PROJECT, sheet.entry.handbook)
    if project:
        yield words.project, wml.run(sheet.plain(project))
    yield words.number, wml.run(words.number_blank)
    yield words.opened, dates.guide(sheet, dates.DATE, min(room, 24.0), sheet.faces.value)
    yield words.closed, dates.guide(sheet, dates.DATE, min(room, 24.0), sheet.faces.value)
    role = _keeper(sheet)
    yield words.keeper, wml.run(words.keeper_blank.format(role=role) if role else words.keeper_unknown)
    yield words.pages, wml.run(words.pages_are.format(pages=pages))
    if sheet.defaults.time:
        yield words.keep, wml.run(_keeping(sheet))


def _keeper(sheet: Sheet) -> str:
    """The role that owns the register; empty where the record names none."""
    return sheet.actor(sheet.form.owner) if sheet.form.owner else ""


def _keeping(sheet: Sheet) -> str:
    """How long the book is kept, from when, and what then becomes of it."""
    defaults = sheet.defaults
    assert defaults.time is not None
    text = defaults.time.say(sheet.lang)
    text += sheet.words.keep_from.format(moment=sheet.plain(defaults.from_)) if defaults.from_ else ""
    return text + (sheet.words.dispose.format(how=sheet.plain(defaults.dispose)) if defaults.dispose else "")


def _cover_table(sheet: Sheet, rows: Sequence[tuple[str, str]]) -> Table:
    width = sheet.paper.room - _LABEL
    drawn = [
        TableRow(
            cells.label_cell(sheet, Label(label), _LABEL) + wml.cell(width, wml.paragraph(content, "FormValue")),
            _COVER_ROW - 100,
            _COVER_ROW,
            _COVER_ROW + 200,
            keep=True,
        )
        for label, content in rows
    ]
    return Table(wml.table_head([_LABEL, width]), drawn)


def how_kept(sheet: Sheet, pages: int) -> list[Piece]:
    """The rules of the register, numbered: what its record says, and what holds for every book of numbered pages."""
    words = BookWords(sheet.lang)
    texts = [words.numbered.format(number=at, text=text) for at, text in enumerate(_rules(sheet, words, pages), 1)]
    return [*_heading(sheet, words.how), *(_paragraph(sheet, text) for text in texts)]


def _rules(sheet: Sheet, words: BookWords, pages: int) -> Iterator[str]:
    defaults, role = sheet.defaults, _keeper(sheet)
    yield sheet.plain(sheet.form.summary)
    yield words.keeper_rule.format(role=role) if role else words.keeper_rule_unknown
    yield words.order_rule
    yield sheet.plain(defaults.strike_out) if defaults.strike_out else words.slip_rule
    yield words.pages_rule.format(pages=pages)
    yield words.index_rule
    if defaults.time:
        yield f"{words.keep}{sheet.words.colon}{_keeping(sheet)}"
    if privacy := PRIVACY[defaults.privacy].say(sheet.lang):
        yield privacy


def _heading(sheet: Sheet, text: str) -> list[Prose]:
    pitch = sheet.faces.pitch(sheet.faces.title)
    return [Prose(wml.run(text), "FormTitle", 1, pitch, pitch + 120, keep=True, around=80)]


def _paragraph(sheet: Sheet, text: str) -> Prose:
    size = sheet.faces.letter
    pitch = sheet.faces.pitch(size)
    return Prose(wml.run(text), "FormLetter", line_count(text, sheet.paper.room / (size * 10)), pitch + 60, pitch + 200)


def index(sheet: Sheet, pages: int) -> list[Piece]:
    """A line for each page: from which day to which, and what it holds."""
    words = BookWords(sheet.lang)
    labels = [words.page, words.from_day, words.to_day, words.holds, words.remark]
    widths = cells.share(sheet.paper.room, [7, 17, 17, 41, 18])
    rows = [_row([str(number), "", "", "", ""], widths, _INDEX_ROW) for number in range(1, pages + 1)]
    return [*_heading(sheet, words.index), _table(sheet, labels, widths, rows)]


def handing_over(sheet: Sheet) -> list[Piece]:
    """Who gave the book to whom, when, and up to which page it was written."""
    words = BookWords(sheet.lang)
    labels = [words.date, words.up_to, words.gives, words.takes, words.sees, words.noted]
    widths = cells.share(sheet.paper.room, [16, 10, 16, 16, 16, 26])
    rows = [_row([""] * len(labels), widths, _HANDED_ROW) for _ in range(_HANDED_ROWS)]
    lead = _paragraph(sheet, words.handed_lead)
    return [*_heading(sheet, words.handed), lead, gap(), _table(sheet, labels, widths, rows)]


def _row(texts: Sequence[str], widths: Sequence[int], height: int) -> TableRow:
    content = [wml.paragraph(wml.run(text) if text else "", "FormCell", jc="center") for text in texts]
    markup = "".join([wml.cell(width, each) for width, each in zip(widths, content, strict=True)])
    return TableRow(markup, height - 40, height, height + 60)


def _table(sheet: Sheet, labels: Sequence[str], widths: Sequence[int], rows: Sequence[TableRow]) -> Table:
    head = head_row(sheet, [Label(text) for text in labels], widths)
    return table(wml.table_head(widths, margin=NARROW), [head, *rows])


def left_blank(sheet: Sheet) -> list[Piece]:
    """A page that is not used, so that what follows begins on a right-hand one."""
    return [gap(sheet.paper.height // 4, sheet.paper.height // 3), _centred(sheet, BookWords(sheet.lang).left_blank)]
