"""What a form works out comes to, by decimals: money to the cent, a number to six places, a percentage to its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce
from graphlib import TopologicalSorter
from operator import mul
from typing import Final

from schemas.answers import FilledBlank
from schemas.asked import Asked
from schemas.blanks import Blanks, Place
from schemas.form import Form
from schemas.reach import Held, Reach
from schemas.sources import place_of

_CENTS: Final = Decimal("0.01")
_SIX_PLACES: Final = Decimal("0.000001")
_HUNDRED: Final = Decimal(100)
_USUAL_PLACES: Final = 1

_Given = dict[tuple[int, Place], Decimal]


def worked_out(blanks: Blanks, answers: Sequence[FilledBlank], *, keep: bool = False) -> list[FilledBlank]:
    """*answers* with every sum and product in place of what was written there; what it needs and is blank leaves it so.

    A sum counts a blank as nothing, unless all of its parts are blank. The form must have no circle. What is written
    there stays with *keep*, and other sums go on from it.
    """
    reach = blanks.reach
    held = {place_of(one.cell): one for one in reach.held() if one.sense.parts}
    given = {(row, blank.place): value for blank, row, value in answers if isinstance(value, Decimal)}
    stays = {(answer.row, answer.blank.place) for answer in answers} if keep else frozenset[tuple[int, Place]]()
    for name in TopologicalSorter({name: _reads(reach, one) for name, one in held.items()}).static_order():
        if (one := held.get(name)) is not None:
            for row in _rows(one.cell, answers):
                if (row, _place(one.cell)) not in stays:
                    _work_out(reach, one, row, given)
    derived = {_place(one.cell) for one in held.values()}
    kept = [one for one in answers if one.blank.place not in derived or (keep and not isinstance(one.value, Decimal))]
    worked = [
        FilledBlank(blanks.by_place[place], row, value) for (row, place), value in given.items() if place in derived
    ]
    return kept + worked


def _reads(reach: Reach, one: Held) -> tuple[str, ...]:
    return tuple(place_of(cell) for path in one.sense.parts for cell in reach.find(path, one.cell).cells)


def _rows(cell: Asked, answers: Iterable[FilledBlank]) -> Sequence[int]:
    """The rows in which *cell* stands."""
    if not cell.is_column:
        return (0,)
    return tuple(dict.fromkeys(answer.row for answer in answers if answer.blank.block == cell.path[0]))


def _work_out(reach: Reach, one: Held, row: int, given: _Given) -> None:
    """Note what *one* comes to in a *row*, or that it comes to nothing."""
    value = comes_to(reach, one, row, given)
    key = (row, _place(one.cell))
    given.pop(key, None)
    if value is not None:
        given[key] = value


def comes_to(reach: Reach, one: Held, row: int, given: Mapping[tuple[int, Place], Decimal]) -> Decimal | None:
    """What *one* comes to in a *row* by its sum, product or percentage; None where what it needs is blank.

    Args:
        reach: the form.
        one: a cell that is worked out.
        row: the row of its register; 0 elsewhere.
        given: the numbers that are written, by row and place.
    """
    sense = one.sense
    if sense.rate is not None:
        part, whole = (_value(reach, one.cell, path, row, given) for path in sense.parts)
        if part is None or whole is None or part < 0 or whole <= 0:
            return None
        return _short(percent(part, whole, places_of(reach.form)))
    added, taken, factors = (
        [_value(reach, one.cell, path, row, given) for path in paths]
        for paths in (sense.total, sense.less, sense.product)
    )
    value: Decimal | None = None
    if factors and None not in factors:
        value = reduce(mul, [factor for factor in factors if factor is not None])
    elif any(part is not None for part in added):
        value = sum((part or Decimal(0) for part in added), Decimal(0))
        value -= sum((part or Decimal(0) for part in taken), Decimal(0))
    if value is None:
        return None
    unit = _CENTS if one.cell.field.type == "money" else _SIX_PLACES
    return _short(value.quantize(unit, ROUND_HALF_UP))


def percent(part: Decimal, whole: Decimal, places: int) -> Decimal:
    """*part* of *whole*, which is not nothing, in percent, rounded half up to *places* decimals."""
    return (part * _HUNDRED / whole).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def places_of(form: Form) -> int:
    """The decimals of the percentages of *form*."""
    return int(form.computed_from.places) if form.computed_from else _USUAL_PLACES


def _short(value: Decimal) -> Decimal:
    """*value* without zeros at its end that say nothing."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _value(reach: Reach, at: Asked, path: str, row: int, given: Mapping[tuple[int, Place], Decimal]) -> Decimal | None:
    """What the field or the whole column at *path* holds; None where nothing is written."""
    reached = reach.find(path, at)
    places = {_place(cell) for cell in reached.cells}
    if reached.whole:
        values = [value for (_, place), value in given.items() if place in places]
    else:
        rows = [(row if cell.is_column else 0, _place(cell)) for cell in reached.cells]
        values = [given[key] for key in rows if key in given]
    return sum(values, Decimal(0)) if values else None


def _place(cell: Asked) -> Place:
    return cell.path[0], cell.row, cell.key
