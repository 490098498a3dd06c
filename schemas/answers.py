"""The answers on a filled copy, as one tree of typed values: walked, checked against the form, put into one shape.

A grid or text is `{field: value}`, a register a tuple of `{column: value}`, a matrix `{row: {column: value}}`; the
other blocks are like one of these (see `schemas.filled`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from schemas.blanks import Blank, Blanks
from schemas.field_values import check_value
from schemas.limits import MOST_ROWS
from schemas.mistakes import Mistake
from schemas.punctuation import joined
from schemas.rules import Rule
from schemas.saying import range_of
from schemas.values import UnfitError, Value, comes_before, is_blank, write_value
from schemas.words import Bilingual, in_both

_SHAPES: Final = {
    "block": Bilingual("按栏目编号写的一组值", "values by field id"),
    "register": Bilingual("若干行", "a list of rows"),
}


class FilledBlank(NamedTuple):
    """One value in its place; `row` is the row of a register, from 1, and 0 elsewhere."""

    blank: Blank
    row: int
    value: Value


def walk(
    blanks: Blanks, values: Mapping[str, Any], rows: Mapping[str, Sequence[int]] | None = None
) -> Iterator[FilledBlank]:
    """Every value of a tree that has the shape of the form, block by block.

    Args:
        blanks: the form.
        values: the tree.
        rows: the number of each row of each register, where they are not 1, 2, 3 …
    """
    for block, inner in values.items():
        if isinstance(inner, Mapping):
            yield from _walk_block(blanks, block, inner)
            continue
        numbers = (rows or {}).get(block, range(1, len(inner) + 1))
        for number, row in zip(numbers, inner, strict=True):
            yield from (FilledBlank(blanks.by_place[block, "", key], number, value) for key, value in row.items())


def _walk_block(blanks: Blanks, block: str, values: Mapping[str, Any]) -> Iterator[FilledBlank]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            for column, inner in value.items():
                yield FilledBlank(blanks.by_place[block, key, column], 0, inner)
        else:
            yield FilledBlank(blanks.by_place[block, "", key], 0, value)


def tree(blanks: Blanks, answers: Iterable[FilledBlank]) -> dict[str, Any]:
    """The tree of *answers*, in the order of the form: rows with nothing in them left out, ticks not made False.

    Values must be typed; blank ones are left out.
    """
    given = {(answer.row, answer.blank.place): answer.value for answer in answers if not is_blank(answer.value)}
    last = max((row for row, _ in given), default=0)
    filled_blocks: dict[str, Any] = {}
    for block, asked in blanks.by_block.items():
        if block in blanks.registers:
            rows = [_row(asked, given, number) for number in range(1, last + 1)]
            filled_blocks[block] = tuple(row for row in rows if row)
        else:
            filled_blocks[block] = _block(asked, given)
    return {block: inner for block, inner in filled_blocks.items() if inner}


def row_numbers(blanks: Blanks, answers: Iterable[FilledBlank]) -> dict[str, tuple[int, ...]]:
    """The numbers of the rows of each register that `tree` makes of *answers*."""
    numbers: dict[str, set[int]] = {}
    for blank, row, value in answers:
        if blank.is_column and value is not False and not is_blank(value):
            numbers.setdefault(blank.block, set()).add(row)
    return {block: tuple(sorted(numbers[block])) for block in blanks.by_block if block in numbers}


_Given = Mapping[tuple[int, tuple[str, str, str]], Value]


def _row(asked: Sequence[Blank], given: _Given, number: int) -> dict[str, Value]:
    """A row of a register or matrix; empty when nothing but unticked boxes is in it."""
    row: dict[str, Value] = {}
    for blank in asked:
        value = given.get((number, blank.place))
        if blank.field.holds == "tick":
            row[blank.key] = value is True
        elif value is not None:
            row[blank.key] = value
    return row if any(value is not False for value in row.values()) else {}


def _block(asked: Sequence[Blank], given: _Given) -> dict[str, Any]:
    block: dict[str, Any] = _row([blank for blank in asked if not blank.row], given, 0)
    block = block or {blank.key: False for blank in asked if not blank.row and blank.field.holds == "tick"}
    for name in dict.fromkeys(blank.row for blank in asked if blank.row):
        if row := _row([blank for blank in asked if blank.row == name], given, 0):
            block[name] = row
    return block


def mistake(blanks: Blanks, blank: Blank, row: int, rule: Rule, written: object = "", **values: Any) -> Mistake:
    """A mistake at *blank*, worded with its labels."""
    if "choices" in values:
        values["choices"] = in_both(partial(_choices, blank))
    if rule is Rule.OUT_OF_RANGE:
        values["range"] = range_of(values["min"], values["max"], blank.unit)
    field = f"{blank.row}.{blank.key}" if blank.row else blank.key
    return Mistake(
        blank.block, row, field, rule, str(written), blank.label, blanks.titles.get(blank.block), values,
        blank.is_personal,
    )  # fmt: skip


def _choices(blank: Blank, lang: str) -> str:
    return joined((blank.choice(str(id_), lang) for id_ in blank.field.choices), lang)


def out_of_order(blanks: Blanks, answers: Sequence[FilledBlank]) -> Iterator[Mistake]:
    """Dates that come before one that their field names in `after`."""
    given = {(answer.row, answer.blank.place): answer.value for answer in answers}
    for blank, row, value in answers:
        for other in blanks.earlier(blank):
            limit = given.get((row if other.is_column else 0, other.place))
            if limit is not None and comes_before(value, limit):
                words = {"other": other.label, "limit": write_value(limit)}
                yield mistake(blanks, blank, row, Rule.BEFORE, write_value(value), **words)


def check_answers(blanks: Blanks, values: Mapping[str, Any]) -> tuple[list[FilledBlank], list[Mistake]]:
    """Values as a program or a web form gives them, typed; everything that does not fit is a mistake.

    Args:
        blanks: the form.
        values: a tree of the form's shape; dates and numbers typed or as strings, None and "" for nothing.

    Returns:
        The answers that fit, and every mistake; nothing is left out without one.
    """
    answers: list[FilledBlank] = []
    mistakes: list[Mistake] = []
    for place, row, value in _given(blanks, values, mistakes):
        blank = blanks.by_place.get(place)
        if blank is None:
            mistakes.append(_unknown(".".join(filter(None, place)), place[0], row))
        elif not is_blank(value):
            try:
                answers.append(FilledBlank(blank, row, check_value(blank.field, value, blank.texts)))
            except UnfitError as error:
                mistakes.append(mistake(blanks, blank, row, error.rule, _shown(value), **error.values))
    mistakes += out_of_order(blanks, answers)
    return answers, mistakes


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _unknown(name: str, block: str, row: int = 0) -> Mistake:
    return Mistake(block, row, "", Rule.UNKNOWN_FIELD, name)


def _misshapen(block: str, row: int, value: object, shape: str) -> Mistake:
    return Mistake(
        block, row, "", Rule.WRONG_SHAPE, str(value), Bilingual(block, block), None, {"shape": _SHAPES[shape]}
    )


_Loose = Iterator[tuple[tuple[str, str, str], int, Any]]


def _given(blanks: Blanks, values: Mapping[str, Any], mistakes: list[Mistake]) -> _Loose:
    """Every value with its place and row, whatever shape its block has."""
    for block, inner in values.items():
        if block not in blanks.by_block:
            mistakes.append(_unknown(str(block), str(block)))
        elif block in blanks.registers:
            yield from _given_rows(block, inner, mistakes)
        elif isinstance(inner, Mapping):
            yield from _given_block(blanks, block, inner, mistakes)
        elif not is_blank(inner):
            mistakes.append(_misshapen(block, 0, inner, "block"))


def _given_rows(block: str, rows: object, mistakes: list[Mistake]) -> _Loose:
    if is_blank(rows):
        return
    if not isinstance(rows, list | tuple):
        mistakes.append(_misshapen(block, 0, rows, "register"))
    elif len(rows) > MOST_ROWS:
        label = Bilingual(block, block)
        mistakes.append(Mistake(block, 0, "", Rule.TOO_MANY_ROWS, str(len(rows)), label, None, {"most": MOST_ROWS}))
    else:
        for number, row in enumerate(rows, 1):
            if isinstance(row, Mapping):
                yield from (((block, "", str(key)), number, value) for key, value in row.items())
            elif not is_blank(row):
                mistakes.append(_misshapen(block, number, row, "block"))


def _given_block(blanks: Blanks, block: str, values: Mapping[str, Any], mistakes: list[Mistake]) -> _Loose:
    rows = {blank.row for blank in blanks.by_block[block] if blank.row}
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from (((block, str(key), str(inner)), 0, given) for inner, given in value.items())
        elif key not in rows:
            yield (block, "", str(key)), 0, value
        elif not is_blank(value):
            mistakes.append(_misshapen(block, 0, value, "block"))
