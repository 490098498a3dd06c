"""How a time limit and a range are said: once, for page, flowchart, form, answer and browser."""

from __future__ import annotations

from typing import Final

from schemas.duration import Duration
from schemas.procedure import Deadline
from schemas.words import Bilingual, Word, Words, in_both


class _Limits(Words):
    within = Word("{time}内", "within {time}")
    within_from = Word("自“{step}”起 {time}内", "within {time} of “{step}”")
    moment_from = Word("“{step}”之后 {time}", "{time}, after “{step}”")
    extend = Word("可延长 {time}", "extendable by {time}")
    extend_by = Word("可延长 {time}，须{role}批准", "extendable by {time} with the approval of {role}")
    lasts = Word("限时 {time}", "{time} at most")


_BETWEEN: Final = Bilingual("{least} 至 {most}{unit}", "{least} to {most}{unit}")
_AT_LEAST: Final = Bilingual("不小于 {least}{unit}", "at least {least}{unit}")
_AT_MOST: Final = Bilingual("不大于 {most}{unit}", "at most {most}{unit}")
NO_UNIT: Final = Bilingual("", "")
"""The unit of a number that has none, or whose unit stands beside it."""


def say_within(time: Duration, lang: str) -> str:
    """A time limit: `30 分钟内`, `within 30 minutes`; a moment is said as it is: `当场`, `on the spot`."""
    duration = time.say(lang)
    return duration if time.is_moment else _Limits(lang).within.format(time=duration)


def say_deadline(deadline: Deadline, step: str, lang: str) -> str:
    """Within what time: `自“登记”起 30 分钟内`; *step* is the heading of the step it counts from, if it has one."""
    if deadline.from_ is None:
        return say_within(deadline.time, lang)
    words = _Limits(lang)
    template = words.moment_from if deadline.time.is_moment else words.within_from
    return template.format(time=deadline.time.say(lang), step=step)


def say_extension(deadline: Deadline, role: str, lang: str) -> str:
    """By how much a deadline may be extended; empty when it may not. *role* is the title of who approves, if one does.

    `可延长 5 个工作日，须服务中心经理批准`, `extendable by 5 working days with the approval of Manager`.
    """
    if deadline.extend is None:
        return ""
    words = _Limits(lang)
    template = words.extend if deadline.approve is None else words.extend_by
    return template.format(time=deadline.extend.say(lang), role=role)


def say_timer(time: Duration, lang: str) -> str:
    """How long a moment of a talk may last: `限时 60 秒`, `60 seconds at most`."""
    return _Limits(lang).lasts.format(time=time.say(lang))


def range_of(least: object, most: object, unit: Bilingual = NO_UNIT) -> Bilingual:
    """The range of a number: `1 至 5 件`, `at least 1`; empty when *least* and *most* are both None."""
    if least is None and most is None:
        return NO_UNIT
    template = _AT_MOST if least is None else _AT_LEAST if most is None else _BETWEEN
    return in_both(lambda lang: template.say(lang, least=least, most=most, unit=f" {unit.of(lang)}".rstrip()))
