"""«What comes next»: after a step that one step alone follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from schemas.procedure import Procedure
from schemas.words import Word, Words, in_both
from training.choosing import shared_words
from training.item import Item, Option
from training.making import made, quoted
from training.material import Subject
from training.sources.safety import secures
from training.sources.sequence import before, begins_of_itself, bound_to, counts_from, graph_of, is_sequence, leads_to
from training.sources.steps import StepOf, called_like, steps_of

_NEAR: Final = 4
"""Steps that stand so near are taken first."""
_FAIR: Final = 2
"""So many wrong answers at least stand after the step or just before it: earlier ones are left out by anybody."""
_RUNS_ON: Final = re.compile("每.{0,8}(?:一次|[0-9] 次|问|打|报|看)|随时|一直|守")
"""What is done again and again comes after nothing."""
_GOES_WITHOUT_SAYING: Final = tuple(
    (re.compile(first), re.compile(then))
    for first, then in (
        ("派(?:工|人|技工|单)", "到场|上门|现场"),
        ("预演", "提案"),
        ("受理|收件|收下|接报", "登记"),
        ("批准|同意", "发送|发出|答复"),
        ("拟稿|起草|草案", "审|批|定稿"),
        ("发放", "收箱|回收"),
        ("补发|催", "回收|统计"),
        ("收.*(?:表|箱)|回收", "统计"),
        ("维修|处理|办理", "验收|回访"),
        ("结案|总结|评估会|办结", "归档|存档"),
    )
)
"""Pairs of which anybody says the second who hears the first."""


class _Stem(Words):
    next = Word("《{title}》里，“{step}”这一步之后是哪一步？", "In “{title}”, which step comes right after “{step}”?")


class _Quote(Words):
    next = Word("“{step}”之后是“{next}”。{why}", "“{step}” is followed by “{next}”. {why}")


def items_next(subject: Subject[Procedure]) -> Iterator[Item]:
    """An item for each step that one step alone follows; none for decisions, nor where a decision follows.

    None where the step that follows waits for a date or an outsider, or is done again and again; none for pairs of
    which anybody says the second who hears the first; and none in a list of rules.
    """
    if not is_sequence(subject):
        return
    for step in steps_of(subject):
        following = followed_by(step)
        if following is None or step.step.is_decision or begins_of_itself(following):
            continue
        if (
            is_answer(step)
            and is_answer(following)
            and not (_goes_without_saying(step, following) or _runs_on(following))
        ):
            yield from filter(None, (_next(step, following),))


def _next(step: StepOf, following: StepOf) -> Item | None:
    last = [option_of_step(other) for other in before(step) if is_answer(other)]
    item = made(
        step.subject,
        "next",
        step.place,
        step.id,
        stem=in_both(
            lambda lang: _Stem(lang).next.format(title=quoted(step.subject.title).of(lang), step=step.quoted.of(lang))
        ),
        right=option_of_step(following),
        wrong=(_bound_near(following), last, *others_near(step)),
        never={
            step.id,
            *called_like(following),
            following.id,
            *_may_come_too(step, following),
        },
        fields=(step.step.heading, following.id, following.step.heading),
        why=in_both(
            lambda lang: _Quote(lang).next.format(
                step=step.quoted.of(lang), next=following.quoted.of(lang), why=following.why.of(lang)
            )
        ),
    )
    if item is None:
        return None
    wrong = {option.key for option in item.options[1:]}
    later = wrong & {other.id for other in steps_of(step.subject) if leads_to(following, other)}
    return item if later and len(later | (wrong & {option.key for option in last})) >= _FAIR else None


def _goes_without_saying(step: StepOf, following: StepOf) -> bool:
    return any(one.search(step.heading.zh) and then.search(following.heading.zh) for one, then in _GOES_WITHOUT_SAYING)


def _runs_on(step: StepOf) -> bool:
    return bool(_RUNS_ON.search(step.heading.zh + step.time.zh))


def _bound_near(following: StepOf) -> list[Option]:
    """The steps after the right one that cannot come before it is done, those that stand near it."""
    bound = bound_to(following)
    near = [other for other in steps_of(following.subject) if 0 < other.number - following.number < _NEAR]
    return [option_of_step(other) for other in near if other.id in bound and is_answer(other)]


def _may_come_too(step: StepOf, following: StepOf) -> Iterator[str]:
    """What some would do next and not be wrong: what a decision before it came from, what starts with the next step.

    The step that was done before a decision is done again where its answer led here. What comes later, and hangs on
    nothing that comes before it, may as well be done now. What is called like the step itself looks like its
    other half; what is done again and again may go on. Nobody is told, either, that it is wrong to think of people's
    safety.
    """
    for decision in before(step):
        if decision.step.is_decision:
            yield decision.id
            yield from (other.id for other in before(decision))
    yield from (other.id for other in before(following))
    bound = bound_to(following)
    for other in steps_of(step.subject):
        may_be_now = other.id not in bound and leads_to(following, other)
        if counts_from(other) == step.id or may_be_now or _runs_on(other) or shared_words(other.heading, step.heading):
            yield other.id
    yield from securing_before(step)


def securing_before(step: StepOf) -> Iterator[str]:
    """The earlier steps of its procedure that keep people safe."""
    return (other.id for other in steps_of(step.subject) if other.number < step.number and secures(other))


def followed_by(step: StepOf) -> StepOf | None:
    """The one step that always follows a step; None where that hangs on something.

    It hangs on a loop's limit, or on the hour where the step that follows is not done at all hours.
    """
    after = graph_of(step.subject).after(step.id)
    if len(after) != 1 or after[0].kind != "next":
        return None
    following = next((other for other in steps_of(step.subject) if other.id == after[0].target), None)
    return following if following is not None and following.step.applies is None else None


def is_answer(step: StepOf) -> bool:
    """Whether the heading of a step can be chosen as what comes next: that of a card names a danger, and no act."""
    return step.can_be_named and not step.is_question and step.step.card is None


def others_near(step: StepOf) -> Iterator[list[Option]]:
    """The steps that stand near it, then all of its procedure."""
    others = [other for other in steps_of(step.subject) if is_answer(other)]
    yield [option_of_step(other) for other in others if abs(other.number - step.number) < _NEAR]
    yield [option_of_step(other) for other in others]


def option_of_step(step: StepOf) -> Option:
    """A step as an answer."""
    return Option(step.id, step.heading)
