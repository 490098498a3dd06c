"""Copies of one sheet that is in a folder more than once: which of them counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from filled.report.folder import Refused
from filled.report.words import Remark, RemarkRule
from schemas.filled import Filled
from schemas.findings import HandbookError
from schemas.limits import LONGEST_SHORT_TEXT, MOST_EXPANSION
from schemas.plain_text import normal
from schemas.punctuation import joined
from schemas.values import Value
from schemas.words import Bilingual, in_both

_UNSURE = Bilingual(
    "与 {others} 编号相同（{number}）而内容不同，文件里的修改时间分不出先后，都没有算；留下对的一份，把别的移走",
    "it has the same number as {others} ({number}) but says something else, and the times inside the files do not tell "
    "which is later; none of them counts: keep the right one and move the others away",
)


@dataclass(frozen=True, slots=True)
class Twice:
    """A file that does not count, because *other* is the same sheet; *rule* says how."""

    name: str
    other: str
    rule: RemarkRule
    number: str = ""
    saved: datetime | None = None

    @property
    def is_lost(self) -> bool:
        """Whether something stands in it that does not count."""
        return self.rule == RemarkRule.OLDER

    def remark(self) -> Remark:
        """What is said of it."""
        saved = f"{self.saved:%Y-%m-%d %H:%M} UTC" if self.saved else ""
        return Remark(self.rule, {"file": self.name, "other": self.other, "number": self.number, "saved": saved})


@dataclass(slots=True)
class Settled:
    """Copies of one form of which each sheet is there once, and what became of the others."""

    copies: list[Filled] = field(default_factory=list)
    twice: list[Twice] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def settle(copies: Sequence[Filled]) -> Settled:
    """Of the *copies* of one form that carry the same number, that which was saved last; equal ones once.

    Where nothing tells which is later, none of them: only a person can tell which is right.
    """
    settled, sheets = Settled(), dict[tuple[str, ...], list[Filled]]()
    for number, copy in enumerate(copies):
        serial = serial_of(copy)
        key = (plain_serial(serial), _month(copy)) if serial else ("", "", str(number))
        sheets.setdefault(key, []).append(copy)
    kept = {copy.name for group in sheets.values() for copy in _settle_one(group, settled)}
    settled.copies = [copy for copy in copies if copy.name in kept]
    settled.remarks = list(_of_several_months(settled.copies))
    return settled


def serial_of(copy: Filled) -> str:
    """The number of a copy: its first serial that is not one of a row; empty when it has none."""
    return next((str(value) for value in _once(copy, "serial")), "")


def _month(copy: Filled) -> str:
    """The month that a copy says it is of; books and numbers may begin anew with each."""
    return next((str(value) for value in _once(copy, "month")), "")


def _once(copy: Filled, kind: str) -> Iterator[Value]:
    return (answer.value for answer in copy.answers() if answer.blank.field.type == kind and not answer.row)


def plain_serial(serial: str) -> str:
    """A number as two people write it alike: without spaces, in one width and case."""
    return re.sub(r"\s", "", normal(serial, "NFKC", LONGEST_SHORT_TEXT * MOST_EXPANSION)).casefold()


def _settle_one(group: list[Filled], settled: Settled) -> list[Filled]:
    """The copy of *group* that counts; the others go where they belong in *settled*."""
    number = serial_of(group[0])
    different = list[Filled]()
    for copy in sorted(group, key=_latest_first):
        same = next((other for other in different if other.values == copy.values), None)
        if same is None:
            different.append(copy)
        else:
            settled.twice.append(Twice(copy.name, same.name, RemarkRule.SAME_VALUES, number))
    latest = _latest(different)
    if latest is None:
        settled.refused += _unsure(different, number)
        return []
    settled.twice += [
        Twice(copy.name, latest.name, RemarkRule.OLDER, number, latest.saved)
        for copy in different
        if copy is not latest
    ]
    return [latest]


def _latest_first(copy: Filled) -> float:
    return -copy.saved.timestamp() if copy.saved else 1.0


def _latest(copies: Sequence[Filled]) -> Filled | None:
    """That which was saved last, if all say when, and no two of the last at once."""
    if len(copies) == 1:
        return copies[0]
    times = [copy.saved for copy in copies if copy.saved is not None]
    if len(times) < len(copies) or times.count(max(times)) > 1:
        return None
    return copies[times.index(max(times))]


def _unsure(copies: Iterable[Filled], number: str) -> Iterator[Refused]:
    names = [copy.name for copy in copies]
    for name in names:
        rest = [other for other in names if other != name]
        others = in_both(partial(joined, rest))
        yield Refused(name, HandbookError("same-serial", _UNSURE, others=others, number=number))


def _of_several_months(copies: Iterable[Filled]) -> Iterator[Remark]:
    """Copies that carry the same number but are of different months: both count."""
    first: dict[str, Filled] = {}
    for copy in copies:
        if serial := serial_of(copy):
            other = first.setdefault(plain_serial(serial), copy)
            if other is not copy:
                values = {"file": copy.name, "other": other.name, "number": serial}
                yield Remark(RemarkRule.SAME_SERIAL, values)
