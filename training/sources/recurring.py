"""Regular work of a procedure in both languages, and how often it is done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from schemas.procedure import PeriodicWork, Procedure
from schemas.words import Bilingual, Word, Words, in_both
from training.choosing import WRONG, rank
from training.item import Item, Option
from training.making import made, quoted
from training.material import Material, Subject


class _Quote(Words):
    work = Word("{title}：{by}，{every}。{do}", "{title}: {by}, {every}. {do}")


class _Stem(Words):
    every = Word(
        "《{title}》里的日常工作“{work}”，多久做一次，什么时候做？",
        "In “{title}”, how often, or when, is the regular work “{work}” done?",
    )


_DOES: Final = re.compile(
    "[看查核对数删催听算闭换试改抽阅评排复检走盘测访巡]|收(?!错)|清(?!单)|点(?!$)|补(?!好)|交班|交接|守岗|会$|统计|汇总|征询|受理|小结|准备"
    "|回拨"
)
_DOES_EN: Final = re.compile(
    r"\b(?:look|go|see|read|clear|chase|test|change|delete|remind|listen|hear|take|deliver|hand|add|work|check|count"
    r"|sample|assess|review|survey|round|recheck|match|comparison|summary|statistics|meeting|clearance)\b"
    r"|(?<!morn)(?<!even)(?<!th)ing\b|\b(?:checked|looked|heard|taken|judged)\b|\bhand-?over\b",
    re.IGNORECASE,
)
"""A word of doing: without any a title names a thing, or the day."""


@dataclass(frozen=True)
class WorkOf:
    """Regular work in both languages.

    Attributes:
        subject: the procedure.
        number: which of its works, from 0.
        work: the work in the language of the department.
    """

    subject: Subject[Procedure]
    number: int
    work: PeriodicWork

    @property
    def id(self) -> str:
        """Its id in the procedure."""
        return str(self.work.id)

    @property
    def place(self) -> str:
        """The place that its items have."""
        return f"periodic.{self.work.id}"

    @cached_property
    def title(self) -> Bilingual:
        """What it is called; empty where it has no title."""
        return self._say(lambda work: work.title)

    @property
    def can_be_named(self) -> bool:
        """Whether its title says what is done, in both languages: «Target» and «Missed calls» do not."""
        return says_what_is_done(self.title)

    @cached_property
    def every(self) -> Bilingual:
        """How often and when it is done."""
        return self._say(lambda work: work.every)

    @cached_property
    def words(self) -> tuple[Bilingual, ...]:
        """Whatever it says."""
        return (self.title, self._say(lambda work: work.do))

    @cached_property
    def why(self) -> Bilingual:
        """What it says: its title, who does it, how often, and what is done."""
        by = self.subject.actor(str(self.work.by))
        return in_both(
            lambda lang: _Quote(lang).work.format(
                title=self.title.of(lang), by=by.of(lang), every=self.every.of(lang), do=self.words[1].of(lang)
            )
        )

    def _say(self, get: Callable[[PeriodicWork], str | None]) -> Bilingual:
        return self.subject.say(lambda record: get(record.periodic[self.number]))


def says_what_is_done(title: Bilingual) -> bool:
    """Whether a title has a word of doing in both languages."""
    return bool(_DOES.search(title.zh) and _DOES_EN.search(title.en))


def works_of(subject: Subject[Procedure]) -> tuple[WorkOf, ...]:
    """The regular work of a procedure, in its order."""
    return subject.material.once(_works_of, subject.address)


def _works_of(material: Material, address: str) -> tuple[WorkOf, ...]:
    subject: Subject[Procedure] = material.subject(address)
    return tuple(WorkOf(subject, number, work) for number, work in enumerate(subject.record.periodic))


_CALENDAR: Final = re.compile("[年季月周日天班夜晚]|[0-9]")
_CALENDAR_EN: Final = re.compile(r"\b(year|half|quarter|month|week|day|dai|shift|night|evening|morning|annual)", re.I)
_COMPOUND: Final = re.compile("[，；。]|和|时$")
_PERIODS: Final = ("每半年", "每季", "每月", "每周", "每年", "每个工作日", "每天", "每日", "每晚", "每班", "每夜")


def items_every(subject: Subject[Procedure]) -> Iterator[Item]:
    """When each regular work is done, where that is by the calendar and its title does not say it."""
    for work in works_of(subject):
        item = _item(work)
        if item is not None:
            yield item


def _item(work: WorkOf) -> Item | None:
    if not work.can_be_named or period_of(work.every.zh) is None or _says_when(work.title):
        return None
    offered = work.subject.material.once(_times_of, work.subject.handbook)
    return made(
        work.subject,
        "within",
        work.place,
        work.id,
        stem=in_both(
            lambda lang: _Stem(lang).every.format(
                title=quoted(work.subject.title).of(lang), work=quoted(work.title).of(lang)
            )
        ),
        right=_option(work.every),
        wrong=_others(work, offered),
        fields=(work.work.title, work.work.every),
        why=work.why,
    )


def _others(work: WorkOf, offered: tuple[Bilingual, ...]) -> Iterator[list[Option]]:
    """Times of other work that cannot be taken for this one: another day of its period, one of each other, then any."""
    mine = period_of(work.every.zh)
    assert mine is not None
    wrong = [every for every in offered if are_apart(every.zh, work.every.zh) and _is_alike(every.zh, mine)]
    beside = [every for every in wrong if period_of(every.zh) == mine]
    groups = (tuple(_spread(beside)), tuple({period_of(every.zh): every for every in wrong}.values()), tuple(wrong))
    yield from _apart(work.place, groups)


def _apart(place: str, groups: Iterable[Iterable[Bilingual]]) -> Iterator[list[Option]]:
    """*groups* without what may be the same as one taken before: of two that are, both are seen to be wrong."""
    taken: list[str] = []
    for group in groups:
        options = []
        for every in sorted(group, key=lambda each: rank(place, each.zh)):
            if len(taken) < WRONG and all(are_apart(every.zh, other) for other in taken):
                taken.append(every.zh)
                options.append(_option(every))
        yield options


def are_apart(every: str, other: str) -> bool:
    """Whether two times that recur cannot both be right for the same work."""
    period, other_period = period_of(every), period_of(other)
    if period is None or other_period is None:
        return False
    if period != other_period:
        return not ({period, other_period} <= _DAILY or {period, other_period} <= _YEARLY)
    if ("工作日" in every) != ("工作日" in other):
        return False
    if _is_close_on_the_clock(every, other):
        return False
    if _is_close_in_the_month(every, other):
        return False
    figures, its_figures = set(re.findall("[0-9]+", every)), set(re.findall("[0-9]+", other))
    return not (figures <= its_figures or its_figures <= figures)


def _is_close_on_the_clock(every: str, other: str) -> bool:
    """Whether only the hour of the day differs, and that by little: nobody has to know such a digit by heart."""
    hours = [_HOUR.search(each) for each in (every, other)]
    if _HOUR.sub("", every) != _HOUR.sub("", other) and period_of(every) not in _DAILY:
        return False
    minutes = [60 * int(hour[1]) + int(hour[2]) for hour in hours if hour is not None]
    return len(minutes) == len(hours) and abs(minutes[0] - minutes[1]) < _CLOSE_MINUTES


def _is_close_in_the_month(every: str, other: str) -> bool:
    """Whether two days of a month are so near that one would only have to know a digit."""
    days = [_DAY_OF_MONTH.findall(each) for each in (every, other)]
    return all(len(day) == 1 for day in days) and abs(int(days[0][0]) - int(days[1][0])) <= _CLOSE_DAYS


_DAY_OF_MONTH: Final = re.compile("([0-9]{1,2}) ?日")
_HOUR: Final = re.compile("([0-9]{1,2}):([0-9]{2})")
_CLOSE_MINUTES: Final = 120


def _spread(times: list[Bilingual]) -> Iterator[Bilingual]:
    """Of days of a month that stand close together only the first: among the 3rd, 4th and 5th the 25th shows."""
    taken: list[int] = []
    for every in times:
        figures = [int(figure) for figure in re.findall("[0-9]+", every.zh)]
        if not figures or "日" not in every.zh or all(abs(figures[0] - day) > _CLOSE_DAYS for day in taken):
            taken += figures[:1]
            yield every


_CLOSE_DAYS: Final = 4


def _is_alike(every: str, period: str) -> bool:
    """Whether a time comes round about as often as a period: nobody takes «each evening» for «once a year»."""
    days, its_days = _DAYS[period_of(every) or period], _DAYS[period]
    return max(days, its_days) <= _TIMES * min(days, its_days)


_TIMES: Final = 8
_DAYS: Final = {
    "每半年": 182, "每季": 91, "每月": 30, "每周": 7, "每年": 365, "每个工作日": 1, "每天": 1, "每日": 1, "每晚": 1,
    "每班": 1, "每夜": 1,
}  # fmt: skip
"""How many days lie between two."""
_DAILY: Final = {"每个工作日", "每天", "每日", "每晚", "每班", "每夜"}
_YEARLY: Final = {"每半年", "每年"}


def period_of(every: str) -> str | None:
    """What a recurring time comes round with, by its words; None for one that no calendar or several bring."""
    if _COMPOUND.search(every):
        return None
    return next((period for period in _PERIODS if every.startswith(period)), None)


def _says_when(title: Bilingual) -> bool:
    return bool(_CALENDAR.search(title.zh) or _CALENDAR_EN.search(title.en))


def _option(every: Bilingual) -> Option:
    return Option(every.zh, Bilingual(every.zh, every.en[:1].lower() + every.en[1:]))


def _times_of(material: Material, handbook: str) -> tuple[Bilingual, ...]:
    works = (work for procedure in material.of_kind("procedures", handbook) for work in works_of(procedure))
    return tuple(dict.fromkeys(work.every for work in works))
