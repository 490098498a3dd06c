"""A list as it was read: its heads, its rows and what is to be known about them; which file is read how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from filled.lists.refusals import ListRefusal, ListRefusedError
from schemas.limits import MOST_COLUMNS_OF_LIST, MOST_ROWS_OF_LIST
from schemas.values import is_blank
from schemas.words import Bilingual

Cell = str | bool | date | datetime | time
"""What stands in a cell; numbers are texts, as their fields read them."""

_LAST_ROW = 1_048_576
"""Of a sheet in Excel; a file may number its rows as it likes."""
_AT = Bilingual("第 {row} 行 {column} 列", "row {row}, column {column}")
_EMPTY = Bilingual("空行没有算：第 {rows} 行", "empty rows passed over: {rows}")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What stands in a cell that no value can be taken from, and why."""

    why: Bilingual


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be known or put right at a place of a list; `column` is empty where it is about a whole row."""

    row: int
    column: str
    text: Bilingual

    def say(self, lang: str) -> str:
        """The place, and what there is."""
        if not self.row:
            return self.text.say(lang)
        at = _AT.say(lang, row=self.row, column=self.column) if self.column else _ROW.say(lang, row=self.row)
        return f"{at}{_COLON.say(lang)}{self.text.say(lang)}"


_ROW = Bilingual("第 {row} 行", "row {row}")
_COLON = Bilingual("：", ": ")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it, by its number in the file."""

    number: int
    cells: tuple[Cell | Wrong, ...]


@dataclass(frozen=True)
class List:
    """A list.

    Attributes:
        name: what the file is called.
        heads: what its columns are called, and the row that says so.
        rows: those under them that hold something.
        remarks: what is to be known about how it was read.
    """

    name: str
    heads: Row
    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...] = field(default=())


def letter(index: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A to Z, then AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def list_of(name: str, rows: Iterable[Sequence[Cell | Wrong]], remarks: Iterable[Remark] = ()) -> List:
    """The list whose first row with anything in it has its heads.

    Raises:
        ListRefusedError: too many rows or columns, or no row at all.
    """
    full = list(_full(name, rows))
    if not full:
        raise ListRefusedError(ListRefusal.NO_ROWS, name)
    heads, *rest = full
    numbers = {row.number for row in full}
    empty = [number for number in range(heads.number + 1, full[-1].number) if number not in numbers]
    said = [*remarks]
    if empty:
        said.append(Remark(0, "", _EMPTY.filled(rows=", ".join(map(str, empty[:20])) + (" …" if empty[20:] else ""))))
    return List(name, heads, tuple(rest), tuple(said))


def _full(name: str, rows: Iterable[Sequence[Cell | Wrong]]) -> Iterator[Row]:
    """The rows that hold something, without the empty cells at their ends."""
    count = 0
    for number, cells in enumerate(rows, 1):
        last = max((index for index, cell in enumerate(cells, 1) if not is_blank(cell)), default=0)
        if last > MOST_COLUMNS_OF_LIST:
            raise ListRefusedError(ListRefusal.MANY_COLUMNS, name, most=f"{MOST_COLUMNS_OF_LIST:,}")
        count += bool(last)
        if count > MOST_ROWS_OF_LIST + 1 or number > _LAST_ROW:
            raise ListRefusedError(ListRefusal.MANY_ROWS, name, most=f"{MOST_ROWS_OF_LIST:,}")
        if last:
            yield Row(number, tuple(cells[:last]))
