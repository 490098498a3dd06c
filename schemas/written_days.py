"""Days and months as people write them, with the year of the sheet where they leave it out; nothing is guessed.

Two libraries were tried with what staff write, `dateparser` 1.5 and `dateutil` 4. Both read 26-11-05 as 26 November
2005 and 5/11/2026 as 11 May, and make a day of a bare 2 by the machine's clock; neither reads 11月2日 9:15 or 9点半,
and the first passes over a weekday that is not that day's. They are made to find some day in any text. Here a
text has one meaning, or it is refused with what is missing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import Final, NamedTuple

from schemas.moments import NAMES_OF_MONTHS, WEEKDAYS
from schemas.reading import FIRST_YEAR, LAST_YEAR
from schemas.rules import Rule
from schemas.values import UnfitError, Value
from schemas.words import Bilingual

_NEAR: Final = 183
"""Days: what is farther from all dates of a sheet may be of the year before or after."""
_CENTURY: Final = 2000
_LEAP: Final = 2024
"""A year that has every day."""
_DASH: Final = "[-/.]"
_MONTH_NAMES: Final = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in NAMES_OF_MONTHS) + "|sept"
_TH: Final = "(?:st|nd|rd|th)?"
_OPEN, _CLOSE = r"[ ,(\[]*", r"[ ,)\]]*"
_NAMES_OF_DAYS: Final = {name: number for number, name in enumerate(WEEKDAYS.values())}
_WEEKDAY: Final = re.compile(
    rf"{_OPEN}(?:(?:星期|周|礼拜)(?P<chinese>[{''.join(WEEKDAYS)}天])"
    rf"|\b(?P<english>{'|'.join(name[:3] for name in _NAMES_OF_DAYS)})(?:[a-z]*day|s|rs)?\b\.?){_CLOSE}",
    re.IGNORECASE,
)


class Sheet(NamedTuple):
    """The days that the rest of a sheet tells: months that it names, days beside, all its days."""

    months: tuple[date, ...] = ()
    row: tuple[date, ...] = ()
    days: tuple[date, ...] = ()

    def year(self, month: int, day: int) -> int | None:
        """The year of a day that is written without one; None where the sheet has none, several, or a far one."""
        known = next(filter(None, self), ())
        years = {one.year for one in known}
        if len(years) != 1 or (meant := _day(next(iter(years)), month, day)) is None:
            return None
        return meant.year if min(abs((meant - one).days) for one in known) <= _NEAR else None

    def only(self, days: Sequence[date]) -> date | None:
        """The one of *days* that is of the months or years that the sheet is of; None where several are, or none."""
        months = {(one.year, one.month) for one in self.months}
        years = {one.year for known in self for one in known}
        for chosen in ([d for d in days if (d.year, d.month) in months], [d for d in days if d.year in years]):
            if len(chosen) == 1:
                return chosen[0]
        return None


def sheet_of(values: Iterable[tuple[Value, bool]]) -> Sheet:
    """What the values of a sheet tell of its time; each comes with whether it stands beside the one that is read."""
    months, row, days = list[date](), list[date](), list[date]()
    for value, is_beside in values:
        if isinstance(value, date):
            days.append(date(value.year, value.month, value.day))
            if is_beside:
                row.append(days[-1])
        elif isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}", value):
            months.append(date(int(value[:4]), int(value[5:]), 15))
    return Sheet(tuple(months), tuple(row), tuple(days))


class _Written(NamedTuple):
    """What a text may mean: a year if it has one, a month, a day."""

    year: int | None
    month: int
    day: int


_Reader = tuple[re.Pattern[str], str]
_READERS: Final[tuple[_Reader, ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), orders)
    for pattern, orders in (
        (rf"([0-9]{{4}}) ?(?:{_DASH}|年) ?([0-9]{{1,2}}) ?(?:{_DASH}|月) ?([0-9]{{1,2}}) ?[日号]?", "ymd"),
        (r"([0-9]{4})([0-9]{2})([0-9]{2})", "ymd"),
        (r"([0-9]{2}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号]?", "ymd"),
        (r"([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号]?", "md"),
        (rf"([0-9]{{1,2}}){_DASH}([0-9]{{1,2}}){_DASH}([0-9]{{4}})", "dmy mdy"),
        (rf"([0-9]{{2}}){_DASH}([0-9]{{1,2}}){_DASH}([0-9]{{1,2}})", "ymd dmy mdy"),
        (rf"([0-9]{{1,2}}){_DASH}([0-9]{{1,2}})", "md dm"),
        (rf"([0-9]{{1,2}}){_TH}[ -](?:of )?({_MONTH_NAMES})\.?,?(?:[ -]([0-9]{{4}}))?", "dmy"),
        (rf"({_MONTH_NAMES})\.? ([0-9]{{1,2}}){_TH}(?:,? ([0-9]{{4}}))?", "mdy"),
    )
)
"""How a day is written, and in which orders year, month and day may stand in it."""
_MONTHS: Final[tuple[_Reader, ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), order)
    for pattern, order in (
        (rf"([0-9]{{4}}) ?(?:{_DASH}|年) ?([0-9]{{1,2}}) ?(?:月份?)?", "ym"),
        (r"([0-9]{4})([0-9]{2})", "ym"),
        (r"([0-9]{2}) ?年 ?([0-9]{1,2}) ?月份?", "ym"),
        (r"([0-9]{1,2}) ?月份?", "m"),
        (rf"([0-9]{{1,2}}){_DASH}([0-9]{{4}})", "my"),
        (rf"({_MONTH_NAMES})\.?,?(?: ([0-9]{{4}}))?", "my"),
    )
)


def day_of(text: str, sheet: Sheet, unfit: Rule) -> date:
    """The day that *text* says.

    Raises:
        UnfitError: it says none (*unfit*), lacks a year that the sheet does not give, may be several days, or names a
            weekday that the day is not.
    """
    text, weekday = without_weekday(text)
    day = _day_of(text, sheet, unfit)
    return checked(day, weekday)


def checked(day: date, weekday: int | None) -> date:
    """*day*, which is the *weekday* that is written beside it.

    Raises:
        UnfitError: it is another.
    """
    if weekday is not None and day.weekday() != weekday:
        raise UnfitError(Rule.OTHER_WEEKDAY, day=str(day), weekday=_WEEKDAYS[day.weekday()])
    return day


def _day_of(text: str, sheet: Sheet, unfit: Rule) -> date:
    meanings = list(dict.fromkeys(_meanings(text, _READERS)))
    yearless = [one for one in meanings if one.year is None]
    years = {one: sheet.year(one.month, one.day) if one.year is None else one.year for one in meanings}
    days = [found for one, year in years.items() if year is not None and (found := _day(year, one.month, one.day))]
    if not days:
        if any(_day(_LEAP, one.month, one.day) for one in yearless):
            raise UnfitError(Rule.NO_YEAR)
        raise _no_such_day(meanings[0]) if meanings else UnfitError(unfit)
    day = days[0] if len(set(days)) == 1 else sheet.only(days)
    if day is None:
        raise UnfitError(Rule.SEVERAL_DAYS, days=" / ".join(map(str, days)))
    return day


def _no_such_day(written: _Written) -> UnfitError:
    """Why the calendar has no such day."""
    year, month, _ = written
    if not 1 <= month <= len(NAMES_OF_MONTHS):
        return UnfitError(Rule.NO_SUCH_MONTH)
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return UnfitError(Rule.NO_SUCH_YEAR, first=FIRST_YEAR, last=LAST_YEAR)
    zh, en = f"{month} 月", NAMES_OF_MONTHS[month - 1]
    said = Bilingual(zh, en) if year is None else Bilingual(f"{year} 年 {zh}", f"{en} {year}")
    return UnfitError(Rule.NO_SUCH_DAY, month=said, length=monthrange(year or _LEAP, month)[1])


def month_of(text: str, sheet: Sheet) -> str:
    """The month that *text* says, as `2026-11`.

    Raises:
        UnfitError: it says none, or lacks a year that the sheet does not give.
    """
    meanings = list(_meanings(text, _MONTHS))
    for written in meanings:
        if not 1 <= written.month <= 12:
            continue
        year = sheet.year(written.month, 15) if written.year is None else written.year
        if year is None:
            raise UnfitError(Rule.NO_YEAR)
        if _day(year, written.month, 1):
            return f"{year:04}-{written.month:02}"
    raise _no_such_day(meanings[0]) if meanings else UnfitError(Rule.BAD_MONTH)


def lacks_year(text: str) -> bool:
    """Whether a day or a month is written without its year."""
    bare, _ = without_weekday(text)
    return any(one.year is None for one in (*_meanings(bare, _READERS), *_meanings(bare, _MONTHS)))


_WEEKDAYS: Final = [Bilingual(f"星期{zh}", en) for zh, en in WEEKDAYS.items()]


def without_weekday(text: str) -> tuple[str, int | None]:
    """*text* less a weekday that stands in it, and the number of that day from Monday, 0."""
    match = _WEEKDAY.search(text)
    if match is None:
        return text.strip(), None
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip()
    if chinese := match["chinese"]:
        return rest, list(WEEKDAYS).index("日" if chinese == "天" else chinese)
    return rest, next(n for name, n in _NAMES_OF_DAYS.items() if name.lower().startswith(match["english"].lower()))


def _meanings(text: str, readers: Iterable[_Reader]) -> Iterator[_Written]:
    """What *text* may mean, by every reader that takes it."""
    for pattern, orders in readers:
        if match := pattern.fullmatch(text):
            for order in orders.split():
                parts = {part: said for part, said in zip(order, match.groups(), strict=True) if said}
                yield _Written(_year(parts.get("y")), _number(parts["m"]), _number(parts.get("d", "1")))


def _year(said: str | None) -> int | None:
    """A year of two figures is one of this century; 0000 is none."""
    return None if said is None else int(said) + (_CENTURY if len(said) == len("26") else 0)


def _number(said: str) -> int:
    names = [name[:3].lower() for name in NAMES_OF_MONTHS]
    return int(said) if said.isdecimal() else names.index(said[:3].lower()) + 1


def _day(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    return None
