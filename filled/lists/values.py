"""The rows of a list as values of a form: what fits, and everything that does not, with its row and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from filled.lists.columns import Columns, Target
from filled.lists.table import Cell, List, Remark, Row, Wrong, letter
from schemas.blanks import Blank, Blanks
from schemas.mistakes import Mistake
from schemas.values import clean, is_blank
from schemas.words import Bilingual, in_both

_TICKED: Final = frozenset(["是", "有", "对", "√", "✓", "✔", "☑", "■", "1", "y", "yes", "true"])
_UNTICKED: Final = frozenset(["否", "无", "没有", "□", "☐", "0", "n", "no", "false"])
_TICK: Final = Bilingual(
    "“{found}”看不出勾不勾；写“是”或“否”", "'{found}' does not say whether it is ticked; write yes or no"
)
_SAME_SERIAL: Final = Bilingual("编号“{serial}”与第 {other} 行相同", "the number '{serial}' is that of row {other} too")
_SAME_ROW: Final = Bilingual("与第 {other} 行完全一样", "it is the same as row {other}")
_BOTH: Final = Bilingual(
    "清单里有编号，又给了 --serial，不知道用哪个；删去这一列，或不用 --serial",
    "the list has numbers and --serial is given too; take out this column, or leave out --serial",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one form is filled with: the number of its row in the list, its values, and its own number."""

    row: int
    values: Mapping[str, Any]
    serial: str = ""


def serial_blank(blanks: Blanks) -> Blank | None:
    """The blank that holds the number of a sheet: the first serial that is not one of a row."""
    return next((blank for blank in blanks.all if blank.field.of_type.is_serial and not blank.is_column), None)


def sheets_of(blanks: Blanks, rows: List, columns: Columns) -> tuple[list[Sheet], list[Remark]]:
    """Each row as the values of a form, and what is wrong in its cells."""
    sheets, wrong = list[Sheet](), list[Remark]()
    numbered = serial_blank(blanks)
    for row in rows.rows:
        values: dict[str, Any] = {}
        serial = ""
        for at, target in columns.targets.items():
            cell = row.cells[at] if at < len(row.cells) else ""
            if isinstance(cell, Wrong):
                wrong.append(Remark(row.number, letter(at), cell.why))
            elif not is_blank(cell):
                value = _value(target.blank, cell)
                if value is None:
                    wrong.append(Remark(row.number, letter(at), _TICK.filled(found=str(cell)[:60])))
                    continue
                put(blanks, values, target, value)
                if target.blank is numbered:
                    serial = clean(str(value))
        sheets.append(Sheet(row.number, values, serial))
    return sheets, wrong


def put(blanks: Blanks, values: dict[str, Any], target: Target, value: Any) -> None:
    """Put *value* where *target* has its place in the *values* of a form."""
    blank = target.blank
    if blank.is_column:
        register: list[dict[str, Any]] = values.setdefault(blank.block, [])
        register.extend({} for _ in range(target.row - len(register)))
        register[target.row - 1][blank.key] = value
    else:
        block = values.setdefault(blank.block, {})
        (block.setdefault(blank.row, {}) if blank.row else block)[blank.key] = value


def _value(blank: Blank, cell: Cell) -> Any:
    """What a cell gives the field; None where it does not say whether a box is ticked."""
    if blank.field.holds == "tick":
        return _tick(cell)
    if isinstance(cell, datetime):
        return _of_moment(blank.field.type, cell)
    if isinstance(cell, time):
        return f"{cell:%H:%M:%S}".removesuffix(":00") if blank.field.type != "time" or cell.second else f"{cell:%H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).upper() if isinstance(cell, bool) else cell


def _tick(cell: Cell) -> bool | None:
    if isinstance(cell, bool):
        return cell
    word = clean(str(cell)).casefold()
    return True if word in _TICKED else False if word in _UNTICKED else None


def _of_moment(kind: str, cell: datetime) -> str:
    """A date or time of a workbook, as its field reads it; only noughts that nobody typed are left out."""
    if kind == "month":
        return f"{cell:%Y-%m}" if cell == datetime(cell.year, cell.month, 1) else cell.isoformat(" ", "minutes")
    if kind != "datetime" and cell.time() == time():
        return cell.date().isoformat()
    return cell.isoformat(" ", "minutes" if not cell.second else "seconds")


def told_twice(rows: List, columns: Columns, sheets: list[Sheet]) -> Iterator[tuple[bool, Remark]]:
    """Rows that are there twice, and whether that is wrong: with one number it is, otherwise it is to be known."""
    serials, seen = dict[str, int](), dict[tuple[object, ...], int]()
    at = next((letter(at) for at, target in columns.targets.items() if target.blank.field.of_type.is_serial), "")
    for sheet, row in zip(sheets, rows.rows, strict=True):
        other = serials.setdefault(sheet.serial.casefold(), row.number) if sheet.serial else row.number
        if other != row.number:
            yield True, Remark(row.number, at, _SAME_SERIAL.filled(serial=sheet.serial, other=other))
            continue
        other = seen.setdefault(tuple(map(str, _used(row, columns))), row.number)
        if other != row.number:
            yield False, Remark(row.number, "", _SAME_ROW.filled(other=other))


def _used(row: Row, columns: Columns) -> Iterator[object]:
    return (row.cells[at] if at < len(row.cells) else "" for at in columns.targets)


def numbered(
    blanks: Blanks, columns: Columns, sheets: list[Sheet], serials: tuple[str, ...]
) -> tuple[list[Sheet], list[Remark]]:
    """*sheets* with the numbers *serials*; wrong where the list has its own."""
    blank = serial_blank(blanks)
    assert blank is not None, "whoever numbers sheets has looked for the place of the number"
    if own := columns.column_of((blank.place, 0)):
        return sheets, [Remark(0, "", in_both(lambda lang: f"{own}: {_BOTH.say(lang)}"))]
    result = list[Sheet]()
    for sheet, serial in zip(sheets, serials, strict=True):
        values = {**sheet.values, blank.block: {**sheet.values.get(blank.block, {})}}
        put(blanks, values, Target(blank), serial)
        result.append(Sheet(sheet.row, values, serial))
    return result, []


def placed(mistake: Mistake, sheet: Sheet, columns: Columns, *, show_personal: bool = False) -> Remark:
    """A mistake in the values of a row, at the column it is from."""
    row_id, _, key = mistake.field.rpartition(".")
    column = columns.column_of(((mistake.block, row_id, key), mistake.row))
    return Remark(sheet.row, column, in_both(lambda lang: mistake.say(lang, show_personal=show_personal)))
