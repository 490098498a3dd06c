"""Whether somebody is there: the post itself at its hours, or whoever stands in then.

Minutes are those of a week and a holiday, as `schemas.hours.minutes`: a bit each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from schemas.entry import Entry
from schemas.hours import ALL_DAY, DAYS, EVERY_DAY, MINUTES, WHOLE_WEEK, Days, Times, minutes
from schemas.library import Library
from schemas.on_duty import Absence, OnDuty
from schemas.punctuation import Marks
from schemas.reads import derived
from schemas.role import Role
from schemas.words import Word, Words

_FIXED: Final[Mapping[Absence, int]] = {
    "weekend": minutes(Days.parse("weekends"), ALL_DAY),
    "holiday": minutes(Days.parse("holidays"), ALL_DAY),
    "leave": 0,  # it may be any day: what the post's own hours are says nothing about it
    "otherwise": WHOLE_WEEK,
}


class _DutyWords(Words):
    when = Word("{days} {times}", "{days}, {times}")
    separator = Word("；", "; ")
    rota = Word("按排班轮值", "by the roster")


def there(view: Library, role: Entry) -> int:
    """The minutes at which the post itself is held: all where it does not say, none for a department."""
    record = role.record
    if not isinstance(record, Role) or record.unit:
        return 0
    return WHOLE_WEEK if record.on_duty is None else record.on_duty.minutes


@derived
def covered(view: Library, role: str) -> int:
    """The minutes at which the post of this address is held or somebody who is there stands in."""
    return _covered(view, role, frozenset())


def _covered(view: Library, role: str, within: frozenset[str]) -> int:
    entry = view.entries[role]
    held = there(view, entry)
    for when, stand_in in _stand_ins(view, entry):
        if stand_in.address not in within | {role}:
            held |= absence(view, entry.handbook, when) & _covered(view, stand_in.address, within | {role})
    return held


def _stand_ins(view: Library, entry: Entry) -> Iterator[tuple[Absence, Entry]]:
    record = entry.record
    for when, reference in record.stands_in.items() if isinstance(record, Role) else ():
        stand_in = view.role(reference, entry.handbook)
        if stand_in is not None and isinstance(stand_in.record, Role):
            yield when, stand_in


def absence(view: Library, handbook: str, when: Absence) -> int:
    """The minutes for which somebody stands in; all for the night of a handbook that does not say what is night."""
    if when != "night":
        return _FIXED[when]
    hours = view.handbooks[handbook].file.hours
    return WHOLE_WEEK if hours is None or hours.night is None else minutes(EVERY_DAY, hours.night)


class Opening(NamedTuple):
    """Days on which something holds at the same times."""

    days: Days
    times: Times

    def say(self, lang: str) -> str:
        """In words: `工作日 9:00–18:00`, `every day, 24 hours`."""
        return _DutyWords(lang).when.format(days=self.days.say(lang), times=self.times.say(lang))


def openings(of_week: int) -> tuple[Opening, ...]:
    """Minutes as days with their times, those of the same times together."""
    by_spans: dict[tuple[tuple[int, int], ...], list[str]] = {}
    for day in DAYS:
        if spans := _spans(of_week, day):
            by_spans.setdefault(spans, []).append(day)
    return tuple(Opening(Days(tuple(days)), Times(_overnight(spans))) for spans, days in by_spans.items())


def say_minutes(of_week: int, lang: str) -> str:
    """Minutes in words: `每天 20:00–8:00`, `working days, 18:00–9:00; weekends, 24 hours`."""
    return _DutyWords(lang).separator.join(opening.say(lang) for opening in openings(of_week))


def say_on_duty(on_duty: OnDuty, lang: str) -> str:
    """When somebody is there in words: `每天 8:00–20:00`, `by the roster: weekends, 24 hours`."""
    words = [_DutyWords(lang).rota] if on_duty.rota else []
    if not on_duty.rota or on_duty.minutes != WHOLE_WEEK:
        words.append(say_minutes(on_duty.minutes, lang))
    return Marks(lang).colon.join(words)


def _spans(of_week: int, day: str) -> tuple[tuple[int, int], ...]:
    bits = of_week >> (DAYS.index(day) * MINUTES) & ((1 << MINUTES) - 1)
    spans, start = [], 0
    while bits:
        start += (gap := (bits & -bits).bit_length() - 1)
        bits >>= gap
        length = (~bits & (bits + 1)).bit_length() - 1
        spans.append((start, start + length))
        start, bits = start + length, bits >> length
    return tuple(spans)


def _overnight(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """What begins at midnight joined to what ends there."""
    if len(spans) > 1 and spans[0][0] == 0 and spans[-1][1] == MINUTES:
        return (*spans[1:-1], (spans[-1][0], spans[0][1]))
    return spans
