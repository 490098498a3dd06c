"""«Who does it»: the post of a step, among the posts that have nothing to do with it."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.procedure import Procedure, Step
from schemas.words import Bilingual, Word, Words, in_both
from training.choosing import gives_away, with_wrong
from training.item import Item, Option, fields_of
from training.material import Subject
from training.sources.steps import in_its_words


class _Stem(Words):
    step = Word("《{title}》里，“{step}”由谁来做？", "Under “{title}”, who does this step: “{step}”?")
    decision = Word("《{title}》里，“{step}”由谁来判断？", "Under “{title}”, who decides: “{step}”?")


def items_who(subject: Subject[Procedure]) -> Iterator[Item]:
    """An item for each step, but for those whose own words name the post."""
    for number, step in enumerate(subject.record.steps):
        item = _item(subject, number, step)
        if item is not None:
            yield item


def _item(subject: Subject[Procedure], number: int, step: Step) -> Item | None:
    place = f"steps.{step.id}"
    right = Option(subject.actor_key(step.by), subject.actor(step.by))
    heading = subject.say(lambda record: record.steps[number].heading)
    stem = in_both(
        lambda lang: (_Stem(lang).decision if step.is_decision else _Stem(lang).step).format(
            title=subject.title.of(lang), step=heading.of(lang)
        )
    )
    if gives_away(stem, right.text):
        return None
    options = with_wrong(f"{subject.address}#{place}/who", [right], _others(subject), _taking_part(subject, step))
    if options is None:
        return None
    return Item(
        kind="who",
        record=subject.address,
        place=place,
        anchor=subject.anchor(str(step.id)),
        fields=fields_of((step.heading, right.key)),
        stem=stem,
        options=options,
        right=(right.key,),
        why=in_its_words(subject, number),
        is_draft=subject.is_draft,
    )


def _taking_part(subject: Subject[Procedure], step: Step) -> set[str]:
    """Who does the step, takes part in it, does it outside the hours or stands in for whoever does it."""
    taking_part = [str(step.by), *map(str, step.with_)]
    if step.after_hours and step.after_hours.by:
        taking_part.append(str(step.after_hours.by))
    return {subject.actor_key(actor) for actor in taking_part}


def _others(subject: Subject[Procedure]) -> Iterator[list[Option]]:
    """Those who act in the same procedure, then those who act in any of the handbook."""
    yield [_option(subject, str(step.by)) for step in subject.record.steps]
    yield [
        _option(subject, str(step.by))
        for other in subject.material.of_kind("procedures", subject.handbook)
        for step in other.record.steps
    ]


def _option(subject: Subject[Procedure], actor: str) -> Option:
    text: Bilingual = subject.actor(actor)
    return Option(subject.actor_key(actor), text)
