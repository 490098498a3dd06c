"""«What comes next» after each answer of a decision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from schemas.procedure import Procedure
from schemas.scalars import Id
from schemas.words import Bilingual, ByLanguage, Word, Words, in_both
from training.choosing import gives_away, points_at, shared_words
from training.item import Item, Option
from training.making import in_quotes, is_too_long, made, quoted
from training.material import Subject
from training.sources.safety import saves
from training.sources.sequence import before, bound_to, leads_to
from training.sources.steps import StepOf, called_like, steps_of
from training.sources.ways import is_answer, option_of_step, others_near, securing_before

_FIGURE: Final = re.compile(r"[A-Z]?[0-9][0-9:.]*")
_SORTED: Final = 3
"""So many answers at least lead on to others where a step only sorts."""
_NAMED: Final = 2
"""So many answers that name their targets tell that the others do so too."""
_NO: Final = re.compile("不|没(?!有)|未|否|缺|错|超|退")
_GO_WITHOUT_SAYING: Final = tuple(
    (re.compile(answer), re.compile(then))
    for answer, then in (
        ("不合格|有问题|有缺", "整改|返工|重做"),
        ("对不上|缺|不齐|不符|不全", "^退|退回|退改|补"),
        ("不批|不同意|不办|不合作|不投|否", "结束|退回|婉拒|不办|办不了|存档|归档"),
        ("认可|同意|通过|满意|完好|修好|办好|能用", "归档|存档|结案|收尾|关单|销单|签"),
        ("泄|危险|有，|危及", "停下|停工|先停"),
        ("交不起", "垫付"),
        ("没到|没有回|没人接|未联系上|打不通", "延期|再打|再拨|打电话"),
    )
)
"""Answers of which anybody says what comes next."""
_YES_OR_NO: Final = 2
_FAIR: Final = 2
"""So many wrong answers at least are as good as the right one to whoever does not know the handbook."""
_NEAR: Final = 4
_LONGEST: Final = ByLanguage(130, 290)
"""Characters of a question with all that can be answered."""
_SAYS_NOTHING: Final = 7
"""A question of so few characters needs the step before it: “批了吗？”, “对得上吗？”."""


class _Stem(Words):
    branch = Word(
        "《{title}》里{after}问“{step}”{answers}，答案是“{answer}”，接着是哪一步？",
        "In “{title}”{after}, the question is “{step}”{answers} and the answer is “{answer}”. Which step is next?",
    )
    back = Word(
        "《{title}》里{after}问“{step}”{answers}，答案是“{answer}”，要回到哪一步？",
        "In “{title}”{after}, the question is “{step}”{answers} and the answer is “{answer}”. "
        "Which step does one go back to?",
    )
    after = Word("，“{step}”之后", " after the step “{step}”")
    at = Word("，“{step}”这一步", " at the step “{step}”")
    answers = Word("（{answers}）", " ({answers})")
    between = Word("／", " / ")


class _Quote(Words):
    branch = Word("{step} {ways}。", "{step} {ways}.")
    way = Word("{answer}：{next}", "{answer}: {next}")
    between = Word("；", "; ")


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
            if target is not None and target is not step and target.step.applies is None and is_answer(target):
                yield from filter(None, (_branch(step, str(id_), target, by_id),))


def _branch(step: StepOf, id_: str, target: StepOf, by_id: dict[str, StepOf]) -> Item | None:
    question, answer = step.say(lambda each: each.ask), _answer(step, id_)
    is_plain = len(step.step.branches) <= _YES_OR_NO
    if _names(answer, target) or _goes_without_saying(answer, target) or (is_plain and saves(answer)):
        return None
    goes_back = target.number < step.number and leads_to(target, step)
    template = _Stem.back if goes_back else _Stem.branch
    whole = _stem(step, id_, template, with_answers=_needs_its_answers(step))
    if _says_nothing(step) or gives_away(whole, target.heading) or is_too_long(whole, _LONGEST):
        return None
    item = made(
        step.subject,
        "branch",
        f"{step.place}.branches.{id_}",
        step.id,
        stem=_stem(step, id_, template, with_answers=False),
        right=option_of_step(target),
        wrong=_others(step, target, by_id),
        never=_never(step, target, by_id, goes_back=goes_back),
        fields=(*_asked(step), step.step.branches[Id(id_)].text, target.id, target.step.heading),
        why=_ways(step, question, by_id),
    )
    if item is None:
        return None
    wrong = [each.text for each in item.options[1:]]
    told = points_at(answer, target.heading, wrong) or _begins_alike(answer.en, target.heading.en, wrong)
    is_asked = goes_back or _has_to_be_known(step, answer, target, {each.key for each in item.options[1:]})
    return replace(item, stem=whole) if is_asked and not told else None


def _names(answer: Bilingual, target: StepOf) -> bool:
    """Whether an answer says what the step it leads to is called, in part or by its figures."""
    return bool(shared_words(answer, target.heading) or _figures(answer) & _figures(target.heading))


def _never(step: StepOf, target: StepOf, by_id: dict[str, StepOf], *, goes_back: bool) -> set[str]:
    """What is no wrong answer: what may come too, and what was done to come to the question, unless one goes back."""
    never = {
        step.id,
        target.id,
        *called_like(target),
        *_at_the_limit(step),
        *_at_the_limit(target),
        *securing_before(step),
    }
    ways = {str(id_): str(branch.to) for id_, branch in step.step.branches.items()}
    never |= {to for id_, to in ways.items() if _named_by_its_answer(step, id_, by_id)}
    never |= {other.id for other in before(step)} - {*ways.values()}
    if goes_back:  # with later steps beside it, it would be the only one that one can go back to
        never |= {other.id for other in by_id.values() if other.number > step.number}
    else:  # what comes later, and hangs on nothing that comes before it, may as well be done now
        bound = bound_to(target)
        later = {other.id for other in by_id.values() if leads_to(target, other)}
        never |= later - bound - {*ways.values()}
    return never


def _named_by_its_answer(step: StepOf, id_: str, by_id: dict[str, StepOf]) -> bool:
    """Whether an answer says what the step it leads to is called: who gave another answer sees that it is not that."""
    target = by_id.get(str(step.step.branches[Id(id_)].to))
    return target is not None and _names(_answer(step, id_), target)


def _others(step: StepOf, target: StepOf, by_id: dict[str, StepOf]) -> Iterator[Iterable[Option]]:
    """Where other answers lead, what comes later on the same way, then what stands near."""
    others = [by_id[str(branch.to)] for branch in step.step.branches.values() if str(branch.to) in by_id]
    same_way = [by_id[id_] for id_ in sorted(bound_to(target), key=lambda each: by_id[each].number)]
    ways = [[other for other in some if is_answer(other)] for some in (others, same_way[:_NEAR])]
    if len(others) <= _YES_OR_NO:
        ways.reverse()
    yield from ([option_of_step(other) for other in some] for some in ways)
    yield from others_near(step)


def _has_to_be_known(step: StepOf, answer: Bilingual, target: StepOf, wrong: set[str]) -> bool:
    """Whether some wrong answers cannot be told to be wrong by the answer given alone.

    Of a plain yes or no all that lies behind the other is out at once, and so is what is done already; but where the
    answer is no, one may well have to go back.
    """
    ways = {str(branch.to) for branch in step.step.branches.values()}
    fair = wrong & bound_to(target)
    if len(ways) > _YES_OR_NO:
        return len(fair | (wrong & ways)) >= _FAIR
    if not _NO.search(answer.zh):
        return bool(fair)
    done = {other.id for other in steps_of(step.subject) if other.number < step.number and leads_to(other, step)}
    return len(fair | (wrong & done)) >= _FAIR


def _goes_without_saying(answer: Bilingual, target: StepOf) -> bool:
    return any(one.search(answer.zh) and then.search(target.heading.zh) for one, then in _GO_WITHOUT_SAYING)


def _asked(step: StepOf) -> tuple[str | None, ...]:
    """What a question says of itself: it, its answers where they say what it is about, its title or the step before."""
    answers = [branch.text for branch in step.step.branches.values()] if _needs_its_answers(step) else []
    last = _step_before(step)
    return (step.step.ask, *answers, step.step.title or (last.step.heading if last else None))


def _needs_its_answers(step: StepOf) -> bool:
    """Whether nobody knows what is asked without seeing what can be answered: it is no plain yes or no."""
    return len(step.step.branches) > _YES_OR_NO or not (step.step.ask or "").endswith(("吗？", "吗?", "没有？"))


def _step_before(step: StepOf) -> StepOf | None:
    """The one step that a question stands behind, where it can be named."""
    last = before(step)
    targets = {str(branch.to) for branch in step.step.branches.values()}
    return last[0] if len(last) == 1 and last[0].can_be_named and last[0].id not in targets else None


def _says_nothing(step: StepOf) -> bool:
    """Whether a question of few words stands alone: nobody knows what it asks without a title or a step before it."""
    return not (step.step.title or _step_before(step)) and len(step.say(lambda each: each.ask).zh) <= _SAYS_NOTHING


def _stem(step: StepOf, id_: str, template: Word, *, with_answers: bool) -> Bilingual:
    """The question, at its step or behind the one before it, with all that can be answered or without it."""
    question, answer = step.say(lambda each: each.ask), _answer(step, id_)
    answers = [_answer(step, str(each)) for each in step.step.branches]

    def say(lang: str) -> str:
        words = _Stem(lang)
        every = words.between.join(in_quotes(each.of(lang)) for each in answers)
        return template.of(lang).format(
            title=quoted(step.subject.title).of(lang),
            after=_standing(step, lang),
            step=quoted(question).of(lang),
            answers=words.answers.format(answers=every) if with_answers else "",
            answer=quoted(answer).of(lang),
        )

    return in_both(say)


def _standing(step: StepOf, lang: str) -> str:
    """Where a question is asked: at the step whose title it has, or else behind the one step before it."""
    words, last = _Stem(lang), _step_before(step)
    if step.step.title:
        return words.at.format(step=step.quoted.of(lang))
    return words.after.format(step=last.quoted.of(lang)) if last else ""


def _begins_alike(answer: str, right: str, wrong: Sequence[Bilingual]) -> bool:
    """Whether a word of the answer begins like one of the step it leads to, and of no other: shown, show it."""
    asked = _beginnings(answer)
    return len(asked & _beginnings(right)) > max(len(asked & _beginnings(other.en)) for other in wrong)


def _beginnings(text: str) -> set[str]:
    return {word[:4] for word in re.findall("[a-z]{4,}", text.casefold())}


def _figures(text: Bilingual) -> set[str]:
    return {figure for words in text.both() for figure in _FIGURE.findall(words)}


def _at_the_limit(step: StepOf) -> Iterator[str]:
    """Where it goes once a loop was gone round too often."""
    if step.step.limit is not None:
        yield str(step.step.limit.then)


def _only_sorts(step: StepOf, by_id: dict[str, StepOf]) -> bool:
    """Whether half of its answers or more lead to «Hand on to …», or to cards, or two of many name their targets."""
    ways = [(_answer(step, str(id_)), by_id.get(str(branch.to))) for id_, branch in step.step.branches.items()]
    targets = [target for _, target in ways if target is not None]
    handing_on = [target for target in targets if target.step.card or target.heading.zh.startswith("转")]
    named = sum(_names(answer, target) for answer, target in ways if target is not None)
    is_handing_on = len(handing_on) >= _SORTED and len(handing_on) * 2 >= len(targets)
    return is_handing_on or (len(targets) >= _SORTED and named >= _NAMED)


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
