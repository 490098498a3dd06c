"""«Within what time»: what a policy promises, in the hours and after them."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.clock import clock_of
from schemas.duration import Duration
from schemas.policy import Policy
from schemas.words import Bilingual, Word, Words, in_both
from training.item import Item
from training.making import quoted
from training.material import Material, Subject
from training.sources.deadlines_of_steps import also_allowed, since
from training.sources.safety import saves
from training.sources.times import Offered, item_about_time, offered


class _Stem(Words):
    always = Word("照《{title}》，这件事最迟什么时候做到：“{text}”", "Under “{title}”, how soon is this due: “{text}”")
    open = Word(
        "照《{title}》，服务时间内这件事最迟什么时候做到：“{text}”",
        "Under “{title}”, how soon is this due during service hours: “{text}”",
    )
    closed = Word(
        "照《{title}》，非服务时间这件事最迟什么时候做到：“{text}”",
        "Under “{title}”, how soon is this due outside service hours: “{text}”",
    )
    applies = Word("{stem}（{when}）", "{stem} ({when})")
    both = Word("{when}；{event}", "{when}; {event}")


class _Quote(Words):
    promise = Word("{text}：{time}", "{text}: {time}")


def items_promised(subject: Subject[Policy]) -> Iterator[Item]:
    """An item for each promised time, and one for that after hours."""
    for number in range(len(subject.record.commitments)):
        yield from filter(None, (_in_the_hours(subject, number), _after_hours(subject, number)))


def _in_the_hours(subject: Subject[Policy], number: int) -> Item | None:
    promise = subject.record.commitments[number]
    differs = promise.after_hours
    text = subject.say(lambda record: record.commitments[number].text)
    event = subject.say(lambda record: record.commitments[number].from_)
    when = subject.say(lambda record: record.commitments[number].when)
    has_hours = differs is not None and differs.within is not None
    clock = clock_of(subject.material.library, subject.entry, promise)
    assert clock is not None

    def say(lang: str) -> str:
        words = _Stem(lang)
        asked = _asked(words.open if has_hours else words.always, subject, text, lang)
        starts = since(event.of(lang), lang)
        said = (
            words.both.format(when=when.of(lang), event=starts) if when.of(lang) and starts else starts or when.of(lang)
        )
        return words.applies.format(stem=asked, when=said) if said else asked

    return _item(
        subject,
        number,
        "",
        text,
        stem=in_both(say),
        time=promise.time,
        never=also_allowed(clock, differs),
        fields=(promise.text, promise.time, promise.from_, promise.when, has_hours),
    )


def _after_hours(subject: Subject[Policy], number: int) -> Item | None:
    promise = subject.record.commitments[number]
    if promise.after_hours is None or promise.after_hours.within is None:
        return None
    text = subject.say(lambda record: record.commitments[number].text)
    return _item(
        subject,
        number,
        ".after_hours",
        text,
        stem=in_both(lambda lang: _asked(_Stem(lang).closed, subject, text, lang)),
        time=promise.after_hours.within,
        never=(promise.time,),
        fields=(promise.text, promise.after_hours.within),
    )


def _item(
    subject: Subject[Policy],
    number: int,
    when: str,
    text: Bilingual,
    *,
    stem: Bilingual,
    time: Duration,
    never: tuple[Duration | None, ...],
    fields: tuple[object, ...],
) -> Item | None:
    promises = subject.record.commitments
    part = str(promises[number].id)
    return item_about_time(
        subject,
        f"commitments.{part}{when}",
        part,
        stem=stem,
        time=time,
        siblings=(
            offered(promise.time for promise in promises),
            subject.material.once(_times_of, subject.handbook),
        ),
        never=never,
        texts=(text,),
        fields=fields,
        why=in_both(
            lambda lang: _Quote(lang).promise.format(text=text.of(lang), time=Offered(time).option.text.of(lang))
        ),
        sooner_is_right=saves(text),
    )


def _asked(template: str, subject: Subject[Policy], text: Bilingual, lang: str) -> str:
    return template.format(title=quoted(subject.title).of(lang), text=quoted(text).of(lang))


def _times_of(material: Material, handbook: str) -> tuple[Offered, ...]:
    return offered(
        promise.time for policy in material.of_kind("policies", handbook) for promise in policy.record.commitments
    )
