"""«What comes next»: after a step, and after each answer of a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from schemas.procedure import Procedure
from schemas.scalars import Id
from schemas.words import Bilingual, Word, Words, in_both
from training.choosing import points_at, shared_words
from training.item import Item, Option
from training.making import made, quoted
from training.material import Subject
from training.sources.safety import secures
from training.sources.sequence import before, begins_of_itself, counts_from, graph_of, is_sequence, leads_to
from training.sources.steps import StepOf, steps_of

_NEAR: Final = 4
"""Steps that stand so near are taken first."""


class _Stem(Words):
    next = Word("《{title}》里，“{step}”这一步之后是哪一步？", "In “{title}”, which step comes right after “{step}”?")
    branch = Word(
        "《{title}》里问“{step}”，答案是“{answer}”，接着是哪一步？",
        "In “{title}”, the question is “{step}” and the answer is “{answer}”. Which step is next?",
    )
    back = Word(
        "《{title}》里问“{step}”，答案是“{answer}”，要回到哪一步？",
        "In “{title}”, the question is “{step}” and the answer is “{answer}”. Which step does one go back to?",
    )


class _Quote(Words):
    next = Word("“{step}”之后是“{next}”。{why}", "“{step}” is followed by “{next}”. {why}")
    branch = Word("{step} {ways}。", "{step} {ways}.")
    way = Word("{answer}：{next}", "{answer}: {next}")
    between = Word("；", "; ")


def items_next(subject: Subject[Procedure]) -> Iterator[Item]:
    """An item for each step that one step alone follows; none for decisions, nor where a decision follows.

    None where the step that follows waits for a date or an outsider, and none in a list of rules.
    """
    if not is_sequence(subject):
        return
    for step in steps_of(subject):
        following = followed_by(step)
        if following is None or step.step.is_decision or begins_of_itself(following):
            continue
        if _is_answer(step) and _is_answer(following):
            yield from filter(None, (_next(step, following),))


def _next(step: StepOf, following: StepOf) -> Item | None:
    return made(
        step.subject,
        "next",
        step.place,
        step.id,
        stem=in_both(
            lambda lang: _Stem(lang).next.format(title=quoted(step.subject.title).of(lang), step=step.quoted.of(lang))
        ),
        right=_option(following),
        wrong=_others(step),
        never={step.id, following.id, *_may_come_too(step), *(other.id for other in before(following))},
        fields=(step.step.heading, following.id, following.step.heading),
        why=in_both(
            lambda lang: _Quote(lang).next.format(
                step=step.quoted.of(lang), next=following.quoted.of(lang), why=following.why.of(lang)
            )
        ),
    )


def _may_come_too(step: StepOf) -> Iterator[str]:
    """What some would do next and not be wrong: what a decision before it came from, what starts with the next step.

    The step that was done before a decision is done again where its answer led here. Nobody is told, either, that it is
    wrong to think of people's safety.
    """
    for decision in before(step):
        if decision.step.is_decision:
            yield decision.id
            yield from (other.id for other in before(decision))
    yield from (other.id for other in steps_of(step.subject) if counts_from(other) == step.id)
    yield from _securing_before(step)


def _securing_before(step: StepOf) -> Iterator[str]:
    return (other.id for other in steps_of(step.subject) if other.number < step.number and secures(other))


def items_branch(subject: Subject[Procedure]) -> Iterator[Item]:
    """An item for each answer of a decision, but for those that name the step they lead to.

    None for an answer that leads to what is not done at all hours: what comes next hangs on the hour. None where all a
    step does is to sort: its answers say in other words what its targets are called.
    """
    by_id = {step.id: step for step in steps_of(subject)}
    for step in steps_of(subject):
        if _only_sorts(step, by_id):
            continue
        for id_, branch in step.step.branches.items():
            target = by_id.get(str(branch.to))
            if target is not None and target is not step and target.step.applies is None and _is_answer(target):
                yield from filter(None, (_branch(step, str(id_), target, by_id),))


def _branch(step: StepOf, id_: str, target: StepOf, by_id: dict[str, StepOf]) -> Item | None:
    question, answer = step.say(lambda each: each.ask), _answer(step, id_)
    if shared_words(answer, target.heading):
        return None
    if _figures(answer) & _figures(target.heading):
        return None
    others = [by_id[str(branch.to)] for branch in step.step.branches.values() if str(branch.to) in by_id]
    goes_back = target.number < step.number and leads_to(target, step)
    template = _Stem.back if goes_back else _Stem.branch
    never = {step.id, target.id, *_at_the_limit(step), *_at_the_limit(target), *_securing_before(step)}
    if goes_back:  # with later steps beside it, it would be the only one that one can go back to
        never |= {other.id for other in by_id.values() if other.number > step.number}
    item = made(
        step.subject,
        "branch",
        f"{step.place}.branches.{id_}",
        step.id,
        stem=in_both(
            lambda lang: template.of(lang).format(
                title=quoted(step.subject.title).of(lang),
                step=quoted(question).of(lang),
                answer=quoted(answer).of(lang),
            )
        ),
        right=_option(target),
        wrong=([_option(other) for other in others if _is_answer(other)], *_others(step)),
        never=never,
        fields=(step.step.ask, step.step.branches[Id(id_)].text, target.id, target.step.heading),
        why=_ways(step, question, by_id),
    )
    if item is None:
        return None
    wrong = [each.text for each in item.options[1:]]
    if points_at(answer, target.heading, wrong) or _begins_alike(answer.en, target.heading.en, wrong):
        return None
    return item


def _begins_alike(answer: str, right: str, wrong: Sequence[Bilingual]) -> bool:
    """Whether a word of the answer begins like one of the step it leads to, and of no other: shown, show it."""
    asked = _beginnings(answer)
    return len(asked & _beginnings(right)) > max(len(asked & _beginnings(other.en)) for other in wrong)


def _beginnings(text: str) -> set[str]:
    return {word[:4] for word in re.findall("[a-z]{4,}", text.casefold())}


_FIGURE: Final = re.compile(r"[A-Z]?[0-9][0-9:.]*")
_SORTED: Final = 3
"""So many answers at least lead on to others where a step only sorts."""


def _figures(text: Bilingual) -> set[str]:
    return {figure for words in text.both() for figure in _FIGURE.findall(words)}


def _at_the_limit(step: StepOf) -> Iterator[str]:
    """Where it goes once a loop was gone round too often."""
    if step.step.limit is not None:
        yield str(step.step.limit.then)


def _only_sorts(step: StepOf, by_id: dict[str, StepOf]) -> bool:
    """Whether half of its answers or more lead to «Hand on to …», or to cards."""
    targets = [by_id[str(branch.to)] for branch in step.step.branches.values() if str(branch.to) in by_id]
    handing_on = [target for target in targets if target.step.card or target.heading.zh.startswith("转")]
    return len(handing_on) >= _SORTED and len(handing_on) * 2 >= len(targets)


def _ways(step: StepOf, question: Bilingual, by_id: dict[str, StepOf]) -> Bilingual:
    """Every answer of a decision with the step it leads to."""

    def say(lang: str) -> str:
        words = _Quote(lang)
        ways = (
            words.way.format(answer=_answer(step, str(id_)).of(lang), next=by_id[str(branch.to)].heading.of(lang))
            for id_, branch in step.step.branches.items()
            if str(branch.to) in by_id
        )
        return words.branch.format(step=question.of(lang), ways=words.between.join(ways))

    return in_both(say)


def _answer(step: StepOf, id_: str) -> Bilingual:
    return step.say(lambda each: each.branches[Id(id_)].text)


def followed_by(step: StepOf) -> StepOf | None:
    """The one step that always follows a step; None where that hangs on something.

    It hangs on a loop's limit, or on the hour where the step that follows is not done at all hours.
    """
    after = graph_of(step.subject).after(step.id)
    if len(after) != 1 or after[0].kind != "next":
        return None
    following = next((other for other in steps_of(step.subject) if other.id == after[0].target), None)
    return following if following is not None and following.step.applies is None else None


def _is_answer(step: StepOf) -> bool:
    """Whether the heading of a step can be chosen as what comes next: that of a card names a danger, and no act."""
    return step.can_be_named and not step.is_question and step.step.card is None


def _others(step: StepOf) -> Iterator[list[Option]]:
    """The steps that stand near it, then all of its procedure."""
    others = [other for other in steps_of(step.subject) if _is_answer(other)]
    yield [_option(other) for other in others if abs(other.number - step.number) < _NEAR]
    yield [_option(other) for other in others]


def _option(step: StepOf) -> Option:
    return Option(step.id, step.heading)
