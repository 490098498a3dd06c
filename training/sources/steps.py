"""What the items of steps share: a step in both languages, and how it is quoted once its item is answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from schemas.clock import Clock, after_hours_of, clock_of
from schemas.deadline import AfterHours
from schemas.procedure import Procedure, Step
from schemas.saying import say_deadline, say_within
from schemas.words import LANGUAGES, Bilingual, ByLanguage, Word, Words, in_both
from training.choosing import words_in
from training.likeness import shared
from training.making import quoted
from training.material import Material, Subject, in_both_any


class _Quote(Words):
    step = Word("{title}：{by}。{do}", "{title}: {by}. {do}")
    since = Word("从“{event}”算起，{time}", "{time}, counted from “{event}”")
    until = Word("{event} {time}", "{time} {event}")
    timed = Word("{title}：{by}，{time}。{do}", "{title}: {by}, {time}. {do}")


_SAYS_SOMETHING: Final = re.compile("[\u4e00-\u9fff]{2}|[\u4e00-\u9fff].*[A-Z\u4e00-\u9fff]")
_BEFORE: Final = re.compile("前$|^before ", re.IGNORECASE)
"""An event from which a time is counted back."""
_ALIKE: Final = 0.5
"""Of the words of the shorter one of two headings."""


@dataclass(frozen=True)
class StepOf:
    """A step of a procedure in both languages.

    Attributes:
        subject: the procedure.
        number: which of its steps, from 0.
        step: the step in the language of the department.
    """

    subject: Subject[Procedure]
    number: int
    step: Step

    @cached_property
    def id(self) -> str:
        """Its id in the procedure."""
        return str(self.step.id)

    @property
    def place(self) -> str:
        """The place that its items have."""
        return f"steps.{self.step.id}"

    @property
    def is_question(self) -> bool:
        """Whether its heading is a question in one of the languages, as that of a decision without a title is."""
        return any(text.rstrip().endswith(("?", "？")) for text in self.heading.both())

    @cached_property
    def can_be_named(self) -> bool:
        """Whether its heading says which step is meant.

        It does not where it is a single character or the number of a procedure, or where another is called the same.
        """
        headings = [other.heading for other in steps_of(self.subject) if other.id != self.id]
        return bool(_SAYS_SOMETHING.search(self.heading.zh)) and all(
            other.zh != self.heading.zh and other.en != self.heading.en for other in headings
        )

    @cached_property
    def heading(self) -> Bilingual:
        """Its title, or its question where it has none."""
        return self.say(lambda step: step.heading)

    @cached_property
    def quoted(self) -> Bilingual:
        """Its heading as it stands between quotation marks."""
        return quoted(self.heading)

    @cached_property
    def words(self) -> tuple[Bilingual, ...]:
        """Whatever it says, also of how it is done outside the hours."""
        return (self.heading, *map(self.say, (_do, _say, _mind, _ask, do_after_hours)))

    @cached_property
    def time(self) -> Bilingual:
        """Within what time it is done, and from when on; empty where that is not said."""
        return in_both(self._timed)

    @cached_property
    def clock(self) -> ByLanguage[Clock | None]:
        """Its time in each language, and what that counts from; None where it has none."""
        return in_both_any(self._clock)

    @cached_property
    def why(self) -> Bilingual:
        """What it says: its heading, who does it, within what time, and what is done."""
        by, do, time = self.subject.actor(str(self.step.by)), self.say(_do), self.time
        return in_both(
            lambda lang: (
                (_Quote(lang).timed if time.of(lang) else _Quote(lang).step)
                .format(title=self.heading.of(lang), by=by.of(lang), time=time.of(lang), do=do.of(lang))
                .strip()
            )
        )

    @cached_property
    def after_hours(self) -> tuple[AfterHours | None, str]:
        """What differs outside the hours, by itself or by the promise it keeps, and the handbook that says so."""
        differs, home = after_hours_of(self.subject.material.library, self.subject.entry, self.step)
        return differs, home.handbook

    def say(self, get: Callable[[Step], str | None]) -> Bilingual:
        """A text of the step in both languages; empty where it has none."""
        return self.subject.say(lambda record: get(record.steps[self.number]))

    def _timed(self, lang: str) -> str:
        """Its time with what that counts from; a question is nothing to count from."""
        clock, words = self.clock.of(lang), _Quote(lang)
        if clock is None:
            return ""
        start = "" if clock.start.endswith(("?", "？")) else clock.start
        if start or not clock.event:
            return say_deadline(clock.time, start, "", lang)
        template = words.until if _BEFORE.search(clock.event) else words.since
        return template.format(time=say_within(clock.time, lang), event=clock.event)

    def _clock(self, lang: str) -> Clock | None:
        deadline = self._in(lang).within
        views, entries = self.subject.material.views, self.subject.entries
        return clock_of(views.of(lang), entries.of(lang), deadline) if deadline else None

    def _in(self, lang: str) -> Step:
        return self.subject.records.of(lang).steps[self.number]


def steps_of(subject: Subject[Procedure]) -> tuple[StepOf, ...]:
    """The steps of a procedure, in its order."""
    return subject.material.once(_steps_of, subject.address)


def steps_of_handbook(material: Material, handbook: str) -> tuple[StepOf, ...]:
    """The steps of every procedure of a handbook."""
    return material.once(_steps_of_handbook, handbook)


def _steps_of(material: Material, address: str) -> tuple[StepOf, ...]:
    subject: Subject[Procedure] = material.subject(address)
    return tuple(StepOf(subject, number, step) for number, step in enumerate(subject.record.steps))


def _steps_of_handbook(material: Material, handbook: str) -> tuple[StepOf, ...]:
    return tuple(step for subject in material.of_kind("procedures", handbook) for step in steps_of(subject))


def called_alike(step: StepOf) -> tuple[StepOf, ...]:
    """The other steps of the handbook that somebody may take for this one, by what they are called."""
    others = step.subject.material.once(_by_heading, step.subject.handbook)
    zh, en = step.heading.zh, step.heading.en.casefold()
    return tuple(
        other
        for (heading, english), of_it in others.items()
        if heading in zh or zh in heading or english == en
        for other in of_it
        if other is not step
    )


def much_alike(one: StepOf, other: StepOf) -> bool:
    """Whether half of what a step is called stands in what another is called: nobody remembers which is which."""
    words = ((words_in(one.heading.of(lang)), words_in(other.heading.of(lang))) for lang in LANGUAGES)
    return any(shared(frozenset(some), frozenset(others)) >= _ALIKE for some, others in words)


def called_like(step: StepOf) -> Iterator[str]:
    """The ids of the other steps of its procedure that are called much like it."""
    return (other.id for other in steps_of(step.subject) if other is not step and much_alike(step, other))


def _by_heading(material: Material, handbook: str) -> dict[tuple[str, str], list[StepOf]]:
    by_heading: dict[tuple[str, str], list[StepOf]] = {}
    for step in steps_of_handbook(material, handbook):
        by_heading.setdefault((step.heading.zh, step.heading.en.casefold()), []).append(step)
    return by_heading


def _do(step: Step) -> str | None:
    return step.do


def _say(step: Step) -> str | None:
    return step.say


def _mind(step: Step) -> str | None:
    return step.mind


def _ask(step: Step) -> str | None:
    return step.ask


def do_after_hours(step: Step) -> str | None:
    """What is done otherwise after hours, as the step itself says."""
    return step.after_hours.do if step.after_hours else None
