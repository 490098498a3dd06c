"""«Within what time»: the times of steps, in the hours and after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from schemas.clock import Clock, commitment_of
from schemas.deadline import AfterHours
from schemas.duration import Duration
from schemas.procedure import Procedure
from schemas.words import Bilingual, Word, Words, in_both
from training.item import Item
from training.making import in_quotes, quoted
from training.material import Material, Subject
from training.sources.safety import saves, secures
from training.sources.steps import StepOf, called_alike, do_after_hours, steps_of, steps_of_handbook
from training.sources.times import Offered, item_about_time, offered


class _Stem(Words):
    step = Word(
        "《{title}》里，“{step}”这一步的时限是多少？", "In “{title}”, what is the time limit for the step “{step}”?"
    )
    step_open = Word(
        "服务时间内，《{title}》里“{step}”这一步的时限是多少？",
        "In “{title}”, what is the time limit for the step “{step}” during service hours?",
    )
    step_closed = Word(
        "非服务时间，《{title}》里“{step}”这一步的时限是多少？",
        "In “{title}”, what is the time limit for the step “{step}” outside service hours?",
    )
    counted = Word("{stem}（{start}）", "{stem} ({start})")
    since = Word("从“{event}”算起", "counted from “{event}”")
    since_step = Word("从“{event}”办完算起", "counted from the end of “{event}”")
    closed_why = Word("{step}：非服务时间，{time}。{do}", "{step}: outside service hours, {time}. {do}")


_SAYS_WHEN: Final = re.compile(
    "当场|立即|马上|每[日天周月]|当[日天班晚]|次日|[0-9一两三四五六七八九十][秒分时天日]|小时|分钟|工作日|半天"
    r"|[0-9]:[0-9]{2}|\b(?:daily|weekly|monthly|on the spot|at once|immediate|same day|today|next day|tomorrow)"
    r"|\b(?:minute|hour|days?\b)",
    re.IGNORECASE,
)
"""A heading that says when."""


def items_within(subject: Subject[Procedure]) -> Iterator[Item]:
    """An item for each step with a time, and one for its time after hours.

    None for what is done on the spot, for a heading that says when, and for a card: its time is that of arriving. None
    where the time is that of one of several cases, and for what goes on and on.
    """
    at_limits = {str(step.step.limit.then) for step in steps_of(subject) if step.step.limit is not None}
    for step in steps_of(subject):
        says_when = any(map(_SAYS_WHEN.search, step.heading.both()))
        is_one_case = step.id in at_limits or _is_of_one_level(step)
        if step.step.card is not None or not step.can_be_named or is_one_case or _runs_on(step):
            continue
        if not (step.is_question or says_when or _dangles(step)):
            yield from filter(None, (_in_the_hours(step), _after_hours(step)))


_PRONOUN: Final = re.compile(r"\b(?:it|them|they|him|her)\b", re.IGNORECASE)
_FEW_WORDS: Final = 3


def _dangles(step: StepOf) -> bool:
    """Whether its English name, or that of the step it counts from, does not say what it speaks of: `Hold it`."""
    starts = step.clock.en.start if step.clock.en else ""
    return any(_PRONOUN.search(name) and len(name.split()) <= _FEW_WORDS for name in (step.heading.en, starts))


_LEVEL: Final = re.compile(r"P[0-9]")
_DUTY: Final = re.compile("随时|每个|每通|一直|守")
"""What is done whenever it has to be, or once for each: it is never done within a time."""


def _is_of_one_level(step: StepOf) -> bool:
    """Whether its time is what is promised for one level of urgency, which the step itself does not name."""
    keeps = step.step.within.keeps if step.step.within is not None else None
    kept = commitment_of(step.subject.material.library, keeps, step.subject.handbook) if keeps else None
    return kept is not None and bool(_LEVEL.search(kept[1].text)) and not _LEVEL.search(step.heading.zh)


def _runs_on(step: StepOf) -> bool:
    return bool(_DUTY.search(step.heading.zh + (step.step.do or "").partition("。")[0]))


def _counts_otherwise(step: StepOf) -> bool:
    """Whether the step counts from something else than the promise whose time it keeps."""
    deadline = step.step.within
    if deadline is None or deadline.keeps is None or deadline.from_ is None:
        return False
    kept = commitment_of(step.subject.material.library, deadline.keeps, step.subject.handbook)
    clock = step.clock.zh
    if kept is None or clock is None or kept[1].from_ is None:
        return False
    return not set(kept[1].from_) & set(clock.start or clock.event)


def _in_the_hours(step: StepOf) -> Item | None:
    clock = step.clock.zh
    if clock is None or clock.event.endswith("前") or clock.start.endswith("？") or _counts_otherwise(step):
        return None  # what counts from «before …», or from a question, has no beginning to ask for
    if not (clock.start or clock.event):
        return None  # nobody could say from when on
    differs = step.after_hours[0]
    has_hours = differs is not None and differs.within is not None
    return _item(
        step,
        step.place,
        stem=in_both(lambda lang: _counted(step, _asked(step, lang, has_hours=has_hours), lang)),
        time=clock.time,
        never=also_allowed(clock, differs),
        fields=(step.step.heading, clock.time, clock.start, clock.event, has_hours),
    )


def _after_hours(step: StepOf) -> Item | None:
    differs, clock = step.after_hours[0], step.clock.zh
    if differs is None or differs.within is None:
        return None
    return _item(
        step,
        f"{step.place}.after_hours",
        stem=in_both(
            lambda lang: _Stem(lang).step_closed.format(
                title=quoted(step.subject.title).of(lang), step=step.quoted.of(lang)
            )
        ),
        time=differs.within,
        never=also_allowed(clock, None),
        fields=(step.step.heading, differs.within),
        why=_closed_why(step, differs.within),
    )


def _closed_why(step: StepOf, time: Duration) -> Bilingual:
    """What is shown once it is answered: the time after hours, and what is done then."""
    do = step.say(do_after_hours)
    return in_both(
        lambda lang: (
            _Stem(lang)
            .closed_why.format(step=step.heading.of(lang), time=Offered(time).option.text.of(lang), do=do.of(lang))
            .strip()
        )
    )


def _item(
    step: StepOf,
    place: str,
    *,
    stem: Bilingual,
    time: Duration,
    never: tuple[Duration | None, ...],
    fields: tuple[object, ...],
    why: Bilingual | None = None,
) -> Item | None:
    alike = (time for other in called_alike(step) for time in also_allowed(other.clock.zh, None))
    return item_about_time(
        step.subject,
        place,
        step.id,
        stem=stem,
        time=time,
        siblings=(
            step.subject.material.once(_times_of_procedure, step.subject.address),
            step.subject.material.once(_times_of, step.subject.handbook),
        ),
        never=(*never, *(other for other in alike if other != time)),
        texts=step.words,
        fields=fields,
        why=why or step.why,
        sooner_is_right=secures(step) or any(map(saves, step.words)),
    )


def _asked(step: StepOf, lang: str, *, has_hours: bool) -> str:
    template = _Stem(lang).step_open if has_hours else _Stem(lang).step
    return template.format(title=quoted(step.subject.title).of(lang), step=step.quoted.of(lang))


def _counted(step: StepOf, stem: str, lang: str) -> str:
    """A question about a time, with what that counts from."""
    clock, words = step.clock.of(lang), _Stem(lang)
    assert clock is not None
    start = words.since_step.format(event=in_quotes(clock.start)) if clock.start else since(clock.event, lang)
    return words.counted.format(stem=stem, start=start)


def since(event: str, lang: str) -> str:
    """What a time counts from, as it is said within a question; empty where that is an empty *event*."""
    return _Stem(lang).since.format(event=in_quotes(event)) if event else ""


def also_allowed(clock: Clock | None, differs: AfterHours | None) -> tuple[Duration | None, ...]:
    """What else may be allowed beside the time of a deadline: after hours, and where it is extended."""
    if clock is None:
        return ()
    extend = clock.extend
    added = clock.time.plus(extend.by) if extend and extend.by else None
    return (
        differs.within if differs else clock.time,
        *((extend.to, extend.by, added) if extend else ()),
    )


def _times(steps: tuple[StepOf, ...]) -> tuple[Offered, ...]:
    return offered(step.clock.zh.time for step in steps if step.clock.zh is not None)


def _times_of_procedure(material: Material, address: str) -> tuple[Offered, ...]:
    return _times(steps_of(material.subject(address)))


def _times_of(material: Material, handbook: str) -> tuple[Offered, ...]:
    return _times(steps_of_handbook(material, handbook))
