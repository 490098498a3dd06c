"""What was done, or is to be done, later than the time that its form promises: known by a note, for it may be so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from typing import Final

from schemas.answers import FilledBlank, mistake
from schemas.blanks import Blanks
from schemas.clock import kept_time
from schemas.entry import Entry
from schemas.library import Library
from schemas.mistakes import Mistake
from schemas.rules import Rule
from schemas.saying import say_within
from schemas.values import Value, write_value
from schemas.words import in_both

_DAY: Final = 86_400


def late(library: Library, entry: Entry, blanks: Blanks, answers: Sequence[FilledBlank]) -> Iterator[Mistake]:
    """Notes on days and times that lie farther behind those they follow (`after`) than is promised.

    Weekends between working days are allowed for; of a day without its hour the whole day is.
    """
    given = {(answer.row, answer.blank.place): answer.value for answer in answers}
    for blank, row, value in answers:
        promise = blank.field.promise
        starts = blanks.earlier(blank) if promise is not None else ()
        if promise is None or len(starts) != 1:
            continue
        begin = given.get((row if starts[0].is_column else 0, starts[0].place))
        time = kept_time(library, entry, promise)
        if begin is None or time is None or time.longest is None or not _is_late(begin, value, time.longest):
            continue
        words = {"other": starts[0].label, "limit": write_value(begin), "time": in_both(partial(say_within, time))}
        yield mistake(blanks, blank, row, Rule.LATE, write_value(value), **words)


def _is_late(begin: Value, end: Value, longest: int) -> bool:
    if isinstance(begin, datetime) and isinstance(end, datetime):
        return (end - begin).total_seconds() > longest
    if isinstance(begin, date) and isinstance(end, date):
        first, last = (date(day.year, day.month, day.day) for day in (begin, end))
        return (last - first).days > -(-longest // _DAY)
    return False
