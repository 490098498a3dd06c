"""How a time limit and a range are said: once, for page, flowchart, form, answer and browser."""

from __future__ import annotations

from typing import Final

from schemas.deadline import Extension
from schemas.duration import Duration
from schemas.punctuation import Marks
from schemas.words import Bilingual, Word, Words, in_both


class _Limits(Words):
    within = Word("{time}内", "within {time}")
    within_from = Word("自“{step}”起 {time}内", "within {time} of “{step}”")
    moment_from = Word("“{step}”之后{time}", "{time}, after “{step}”")
    within_since = Word("自{event}起 {time}内", "within {time} of {event}")
    moment_since = Word("{event}后{time}", "{time}, counted from {event}")
    extend_to = Word("可延至累计 {time}", "extendable to {time} in all")
    extend_by = Word("可另延 {time}", "extendable by a further {time}")
    approved = Word("{extension}，须{role}批准", "{extension} with the approval of {role}")
    done_by = Word("由{role}做", "done by {role}")
    lasts = Word("限时 {time}", "{time} at most")
    waits = Word("等客户 {time}", "wait {time} for the customer")


_BETWEEN: Final = Bilingual("{least} 至 {most}{unit}", "{least} to {most}{unit}")
_AT_LEAST: Final = Bilingual("不小于 {least}{unit}", "at least {least}{unit}")
_AT_MOST: Final = Bilingual("不大于 {most}{unit}", "at most {most}{unit}")
NO_UNIT: Final = Bilingual("", "")
"""The unit of a number that has none, or whose unit stands beside it."""


def say_within(time: Duration, lang: str) -> str:
    """A time limit: `30 分钟内`, `within 30 minutes`; a moment is said as it is: `当场`, `on the spot`."""
    duration = time.say(lang)
    return duration if time.is_moment else _Limits(lang).within.format(time=duration)


def say_deadline(time: Duration, start: str, event: str, lang: str) -> str:
    """Within what time: `自“登记”起 30 分钟内`, `自接报起 30 分钟内`.

    Args:
        time: the time itself.
        start: the heading of the step it counts from, if it counts from one.
        event: what else it counts from, in words, if that is said.
        lang: the language.
    """
    if not (start or event):
        return say_within(time, lang)
    words = _Limits(lang)
    if start:
        template = words.moment_from if time.is_moment else words.within_from
    else:
        template = words.moment_since if time.is_moment else words.within_since
    return template.format(time=time.say(lang), step=start, event=event)


def say_extension(extend: Extension, role: str, lang: str) -> str:
    """How far a deadline may be extended; *role* is the title of who approves, empty where nobody needs to.

    `可延至累计 5 个工作日，须经理批准`, `extendable to 5 working days in all with the approval of Manager`.
    """
    words = _Limits(lang)
    template, time = (words.extend_to, extend.to) if extend.to else (words.extend_by, extend.by)
    assert time is not None
    extension = template.format(time=time.say(lang))
    return words.approved.format(extension=extension, role=role) if role else extension


def say_after_hours(role: str, time: Duration | None, do: str, lang: str) -> str:
    """What differs after hours: `由监控室值班员做，次日 9:00 前；先记在交接班表上`; empty are what does not."""
    marks = Marks(lang)
    who = _Limits(lang).done_by.format(role=role) if role else ""
    facts = marks.comma.join(filter(None, (who, say_within(time, lang) if time else "")))
    return marks.semicolon.join(filter(None, (facts, do)))


def say_timer(time: Duration, lang: str, *, waits: bool) -> str:
    """How long a moment of a talk may last: `限时 60 秒`, or where one *waits* for an answer: `等客户 3 秒`."""
    words = _Limits(lang)
    return (words.waits if waits else words.lasts).format(time=time.say(lang))


def range_of(least: object, most: object, unit: Bilingual = NO_UNIT) -> Bilingual:
    """The range of a number: `1 至 5 件`, `at least 1`; empty when *least* and *most* are both None."""
    if least is None and most is None:
        return NO_UNIT
    template = _AT_MOST if least is None else _AT_LEAST if most is None else _BETWEEN
    return in_both(lambda lang: template.say(lang, least=least, most=most, unit=f" {unit.of(lang)}".rstrip()))
