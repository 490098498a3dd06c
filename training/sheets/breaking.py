"""Every fault that a sheet might have, and how one is put on it: as a hand slips that fills it in a hurry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import permutations
from typing import Final

from schemas.agreeing import judged
from schemas.blanks import Blank
from schemas.specimen import shown
from schemas.values import Value, comes_before
from training.sheets.faults import Fault, OwnFault, of_disagreement, own_fault, said_earlier
from training.sheets.handed_in import HandedIn

_EARLIER: Final = timedelta(minutes=25)
_DAY: Final = timedelta(days=1)
_SHORT: Final = 8
"""A choice that is printed as a box is as short as this at most, in characters: longer ones may be a list."""
_MANY: Final = 100


def possible(sheet: HandedIn) -> tuple[Fault, ...]:
    """Every fault that the fields of a sheet might have, in the order of the form; most of them are not there."""
    blocks = shown(sheet.blanks, sheet.answers)
    own = (own_fault(rule, one.blank, one.row) for one in sheet.answers for rule in _own_rules(one.blank))
    between = (of_disagreement(one) for one, _ in judged(sheet.blanks, sheet.answers) if one.blank.block in blocks)
    return (*own, *between)


def not_earlier(sheet: HandedIn) -> Iterator[Fault]:
    """Statements that one date lies before another, of dates that the form does not compare; none of them is true."""
    blocks = shown(sheet.blanks, sheet.answers)
    dates = [one for one in sheet.answers if one.blank.field.holds == "date" and one.blank.block in blocks]
    compared = {
        frozenset((one.blank.place, other.place))
        for one, _ in judged(sheet.blanks, sheet.answers)
        for other in one.others
    }
    for one, other in permutations(dates, 2):
        is_beside = one.row == other.row and one.blank.is_column == other.blank.is_column
        is_told = frozenset((one.blank.place, other.blank.place)) in compared
        if is_beside and not is_told and comes_before(other.value, one.value):
            yield said_earlier(one.blank, other.blank, one.row)


def _own_rules(blank: Blank) -> Iterator[OwnFault]:
    field = blank.field
    if field.required and not blank.is_signature and field.holds != "tick" and blank.given is None:
        yield "missing"
    if field.type == "number" and field.max is not None:
        yield "range"
    if field.type == "phone":
        yield "phone"
    if field.type == "id-number":
        yield "identity"
    if field.holds == "choice" and not blank.is_column and _is_boxes(blank):
        yield "several"
    if field.words:
        yield "words"


def _is_boxes(blank: Blank) -> bool:
    texts = blank.choices.values()
    return len(texts) == 2 and all(len(text.zh) <= _SHORT // 2 and len(text.en) <= _SHORT for text in texts)


def broken(sheet: HandedIn, fault: Fault) -> HandedIn | None:
    """The sheet with a *fault* on it and no other; None where it cannot have it alone."""
    value = sheet.value(fault.blank, fault.row)
    if value is None:
        return None
    if fault.rule == "words":
        amount = _slipped(value) if isinstance(value, Decimal) else None
        spoilt = replace(sheet, in_words={(fault.row, fault.blank.place): amount}) if amount is not None else None
    elif fault.rule in ("missing", "required_if"):
        spoilt = sheet.with_value(fault.blank, fault.row, None)
    else:
        wrong = _WRONG[fault.rule](sheet, fault, value)
        spoilt = sheet.with_value(fault.blank, fault.row, wrong) if wrong is not None else None
    return spoilt if spoilt is not None and spoilt.faults() == {fault.key} else None


def _slipped(number: Decimal) -> Decimal:
    """A number with two digits exchanged, where that makes another of the same length; else a little more of it."""
    whole, _, rest = f"{number:f}".partition(".")
    for place in range(len(whole) - 2, -1, -1):
        one, other = whole[place], whole[place + 1]
        if one != other and (place or other != "0"):
            return Decimal(".".join(filter(None, (f"{whole[:place]}{other}{one}{whole[place + 2 :]}", rest))))
    return number + (10 if number >= _MANY // 10 else 1)


def _moved(value: Value, limit: Value, by: timedelta) -> Value | None:
    """*value* before or after *limit*, in the way it is written: by minutes where both say the hour, else by a day."""
    if isinstance(value, datetime):
        return limit + by if isinstance(limit, datetime) else None
    if isinstance(value, date):
        day = limit.date() if isinstance(limit, datetime) else limit
        return day + (_DAY if by > timedelta() else -_DAY) if isinstance(day, date) else None
    if not isinstance(value, str) or not isinstance(limit, str):
        return None
    at = datetime.combine(date.min + _DAY, datetime.strptime(limit, "%H:%M").time()) + by
    return f"{at:%H:%M}" if at.date() == date.min + _DAY else None


def _limit(sheet: HandedIn, fault: Fault) -> Value | None:
    return sheet.value(fault.others[0], fault.row)


def _earlier(sheet: HandedIn, fault: Fault, value: Value) -> Value | None:
    limit = _limit(sheet, fault)
    return _moved(value, limit, -_EARLIER) if limit is not None else None


def _later(sheet: HandedIn, fault: Fault, value: Value) -> Value | None:
    limit = _limit(sheet, fault)
    return _moved(value, limit, _EARLIER) if limit is not None else None


def _less(sheet: HandedIn, fault: Fault, value: Value) -> Value | None:
    limit = _limit(sheet, fault)
    return limit - _step(limit) if isinstance(limit, Decimal) and limit >= _step(limit) else None


def _more(sheet: HandedIn, fault: Fault, value: Value) -> Value | None:
    limit = _limit(sheet, fault)
    return limit + _step(limit) if isinstance(limit, Decimal) else None


def _step(limit: Decimal) -> Decimal:
    """How much more somebody writes: a little of a small number, round sums of a large one."""
    return Decimal(2) if limit < _MANY else Decimal(50)


def _worked_out(sheet: HandedIn, fault: Fault, value: Value) -> Value | None:
    return _slipped(value) if isinstance(value, Decimal) else None


def _beyond(sheet: HandedIn, fault: Fault, value: Value) -> Value | None:
    most = fault.blank.field.max
    return most + (_step(most) if most < _MANY else Decimal(most // 10)) if most is not None else None


def _without_a_digit(sheet: HandedIn, fault: Fault, value: Value) -> Value | None:
    return value[:7] + value[8:] if isinstance(value, str) else None


def _both(sheet: HandedIn, fault: Fault, value: Value) -> Value | None:
    return tuple(fault.blank.choices)


def _next_month(sheet: HandedIn, fault: Fault, value: Value) -> Value | None:
    return value + timedelta(days=31) if isinstance(value, date) else None


_WRONG: Final[Mapping[str, Callable[[HandedIn, Fault, Value], Value | None]]] = {
    "range": _beyond,
    "phone": _without_a_digit,
    "identity": _without_a_digit,
    "several": _both,
    "total": _worked_out,
    "product": _worked_out,
    "rate": _worked_out,
    "after": _earlier,
    "before": _later,
    "at_least": _less,
    "at_most": _more,
    "in_month": _next_month,
}
"""What is written by mistake in the place of a right value; None where it cannot be."""
