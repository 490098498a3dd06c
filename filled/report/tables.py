"""Filled copies as tables: one line a row of a register, or one a copy, with what the copy says once beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from filled.report.rows import Chosen, CopyRow, When, choose
from filled.report.words import ReportWords
from schemas.blanks import Blank, Blanks, blanks_of
from schemas.computed import Dotted, SourceForm
from schemas.entry import Entry
from schemas.filled import Filled, shown
from schemas.form import Form
from schemas.library import Library
from schemas.masking import NOBODY, Known
from schemas.references import FormRef
from schemas.scalars import Id
from schemas.sources import Source, place_of, source_of


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its id, its heading and what it holds; None for the file and the number of the row."""

    id: str
    title: str
    blank: Blank | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Typed values in lines; personal ones are masked already, as text."""

    id: str
    title: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A form whose copies are read: its blanks, and the copies."""

    library: Library
    entry: Entry
    copies: Sequence[Filled]
    when: When

    @property
    def form(self) -> Form:
        """The definition, in the language of the view."""
        assert isinstance(self.entry.record, Form)
        return self.entry.record

    @property
    def known(self) -> Known:
        """Who is masked in the texts of its copies: the same in all of a folder."""
        return self.copies[0].known if self.copies else NOBODY

    def source(self, block: str | None) -> Source:
        """The form read by one of its blocks, or copy by copy."""
        source = source_of(self.form, block, self._say, self.library.lang)
        assert source is not None
        return source

    def _say(self, text: str) -> str:
        return self.library.plain(text, self.entry)

    def chosen(self, block: str | None, date: str | None = None) -> Chosen:
        """The rows of *block* that are of the period, by the field *date*, else by the first date of a row or copy."""
        return choose(self.spec(block, date), self.source(block), self.copies, self.when)

    def spec(self, block: str | None, date: str | None = None) -> SourceForm:
        """Which rows of *block* count, as a form that is worked out from others would say it."""
        source = self.source(block)
        by = date if date and source.find(date) else first_date(source)
        return SourceForm(
            form=FormRef(self.entry.address), rows=Id(block) if block else None, date=Dotted(by) if by else None
        )


def first_date(source: Source) -> str:
    """The field whose date a row goes by: the first date of a row, else of its copy; empty when there is none."""
    dates = [slot for slot in (*source.columns, *source.once) if slot.field.holds == "date"]
    return place_of(dates[0]) if dates else ""


def tables(read: Read, *, show_personal: bool = False, date: str | None = None) -> tuple[Table, ...]:
    """The tables of a form's copies.

    A form with one register becomes one table, with what is filled in once repeated on every line; one with several
    becomes a table of copies and one for each register.
    """
    blanks = blanks_of(read.library, read.entry)
    registers = list(blanks.registers)
    title = read.library.plain(read.form.title, read.entry)
    maker = _Maker(read, blanks, show_personal, date)
    if len(registers) == 1:
        return (maker.table(registers[0], str(read.entry.id), title, blanks.all),)
    once = [blank for blank in blanks.all if not blank.is_column]
    all_tables = [maker.table(None, str(read.entry.id), title, once)]
    for block in registers:
        heading = blanks.titles[block].say(read.library.lang) if block in blanks.titles else block
        all_tables.append(maker.table(block, f"{read.entry.id}-{block}", heading, blanks.by_block[block]))
    return tuple(all_tables)


@dataclass(frozen=True, slots=True)
class _Maker:
    read: Read
    blanks: Blanks
    show_personal: bool
    date: str | None

    def table(self, block: str | None, id_: str, title: str, blanks: Iterable[Blank]) -> Table:
        lang = self.read.library.lang
        in_table = [blank for blank in blanks if not blank.is_column or blank.block == block]
        head = [Column("file", ReportWords(lang).file)] + ([Column("row", ReportWords(lang).row)] if block else [])
        told = [Column(".".join(filter(None, blank.place)), blank.label.say(lang), blank) for blank in in_table]
        rows = self.read.chosen(block, self.date).rows
        return Table(id_, title, (*head, *told), tuple(tuple(self._line(row, block, in_table)) for row in rows))

    def _line(self, row: CopyRow, block: str | None, blanks: Sequence[Blank]) -> Iterator[Any]:
        yield row.copy.name
        if block:
            yield row.number
        for blank in blanks:
            value = row.columns.get(blank.key) if blank.is_column else _once(blank, row.copy.values)
            yield (
                None if value is None else shown(blank.field, value, self.read.known, show_personal=self.show_personal)
            )


def _once(blank: Blank, values: Mapping[str, Any]) -> Any:
    inside = values.get(blank.block)
    for key in (blank.row, blank.key) if blank.row else (blank.key,):
        inside = inside.get(key) if isinstance(inside, Mapping) else None
    return inside


def blocks_of(read: Read) -> tuple[str | None, ...]:
    """What the lines of each of its tables are: rows of this register, or, for None, whole copies."""
    registers = [*blanks_of(read.library, read.entry).registers]
    return tuple(registers) if len(registers) == 1 else (None, *registers)
