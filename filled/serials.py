"""Numbers of sheets that follow each other: 2026-A-001, 2026-A-002 …, each as wide as the first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self

from schemas.findings import HandbookError
from schemas.limits import MOST_ROWS_OF_LIST
from schemas.words import Bilingual

_NUMBER: Final = re.compile(r"(\S(?:.{0,98}\S)?|)(?<![0-9])([0-9]{1,12})")
_TO: Final = ".."
_NO_NUMBER: Final = Bilingual(
    "编号“{given}”不以数字结尾，不知道怎样往下编；写成 2026-A-001 这样",
    "the number '{given}' does not end in digits, so nobody knows which is next; write it like 2026-A-001",
)
_TOO_NARROW: Final = Bilingual(
    "从 {first} 起编 {count} 份，位数不够：最多编到 {last}。从 {wider} 编起",
    "{count} numbers from {first} on do not fit its digits: {last} is the last. Begin with {wider}",
)
_NO_RANGE: Final = Bilingual(
    "看不懂号段“{given}”；写成 2026-A-001..200 或 2026-A-001..2026-A-200",
    "the range '{given}' is not understood; write it like 2026-A-001..200 or 2026-A-001..2026-A-200",
)
_TOO_MANY: Final = Bilingual(
    "号段“{given}”有 {count} 个号，最多 {most} 个", "the range '{given}' has {count} numbers; {most} are the most"
)


@dataclass(frozen=True, slots=True)
class Series:
    """Where numbers begin: what stands before the digits at the end, the first of them, and how many digits it has."""

    before: str
    first: int
    width: int

    @classmethod
    def parse(cls, given: str) -> Self:
        """The series that begins with *given*.

        Raises:
            HandbookError: `bad-serial`, when it does not end in digits.
        """
        match = _NUMBER.fullmatch(given.strip())
        if match is None:
            raise HandbookError("bad-serial", _NO_NUMBER, given=given)
        return cls(match[1], int(match[2]), len(match[2]))

    def take(self, count: int) -> tuple[str, ...]:
        """The first *count* numbers.

        Raises:
            HandbookError: `serial-too-narrow`, when the last would have more digits than the first.
        """
        if len(str(self.first + count - 1)) > self.width:
            last, wider = int("9" * self.width), len(str(self.first + count - 1))
            values = {"first": self._say(self.first), "last": self._say(last), "count": f"{count:,}"}
            raise HandbookError("serial-too-narrow", _TOO_NARROW, **values, wider=f"{self.before}{self.first:0{wider}}")
        return tuple(self._say(self.first + index) for index in range(count))

    def _say(self, number: int) -> str:
        return f"{self.before}{number:0{self.width}}"


def numbers_of(given: str) -> tuple[str, ...]:
    """The numbers of a range as it is written: `2026-A-001..200`, or with its last number whole.

    Raises:
        HandbookError: `bad-range`, when it is none or runs backwards; `range-too-long`.
    """
    first, _, last = (part.strip() for part in given.partition(_TO))
    match, series = _NUMBER.fullmatch(last), _NUMBER.fullmatch(first)
    if match is None or series is None:
        raise HandbookError("bad-range", _NO_RANGE, given=given)
    start = Series.parse(first)
    is_same = match[1] == start.before and len(match[2]) == start.width
    count = int(match[2]) - start.first + 1
    if count < 1 or not (is_same or not match[1]) or len(str(int(match[2]))) > start.width:
        raise HandbookError("bad-range", _NO_RANGE, given=given)
    if count > MOST_ROWS_OF_LIST:
        raise HandbookError("range-too-long", _TOO_MANY, given=given, count=f"{count:,}", most=f"{MOST_ROWS_OF_LIST:,}")
    return start.take(count)
