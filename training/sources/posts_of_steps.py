"""«Who does it»: the post of a step or of regular work, among the posts that have nothing to do with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from schemas.procedure import Procedure
from schemas.role import Role
from schemas.words import LANGUAGES, Bilingual, Word, Words, in_both
from training.choosing import shared_words
from training.item import Item, Option
from training.making import made, quoted
from training.material import Material, Subject
from training.sources.recurring import WorkOf, works_of
from training.sources.safety import saves
from training.sources.sequence import is_sequence
from training.sources.steps import StepOf, called_alike, steps_of, steps_of_handbook


class _Stem(Words):
    step = Word("《{title}》走到“{step}”这一步，由谁来办？", "In “{title}”, who acts at the step “{step}”?")
    step_open = Word(
        "平时，《{title}》走到“{step}”这一步，由谁来办？",
        "In “{title}”, who normally acts at the step “{step}”?",
    )
    work = Word("《{title}》里的日常工作“{step}”由谁做？", "In “{title}”, whose regular work is “{step}”?")


def items_who(subject: Subject[Procedure]) -> Iterator[Item]:
    """An item for each step and each regular work, but for those whose own words name the post, in part too.

    None for a step with a card or one that keeps people safe: whoever is there acts. None for a question: whoever does
    the step before it settles most of them.
    """
    made_of_steps = (_of_step(step) for step in steps_of(subject) if step.can_be_named and _is_ones_own(step))
    made_of_work = map(_of_work, works_of(subject))
    asked: Counter[str] = Counter()
    for item in (item for some in (made_of_steps, made_of_work) for item in some if item is not None):
        asked[item.right[0]] += 1
        if asked[item.right[0]] <= _OFTEN:
            yield item


def _is_ones_own(step: StepOf) -> bool:
    keeps_rules = not is_sequence(step.subject)  # which everybody keeps
    told = step.heading.zh + (step.step.do or "")
    is_anybodys = saves(step.heading) or _ANYBODY.search(told) or step.heading.zh.startswith("转")
    return not (keeps_rules or step.is_question or step.step.card or is_anybodys)


_ANYBODY: Final = re.compile("双人|双方|两人一起|任何人|谁先|谁(?:遇|碰|看|听|接|在)|每个人|人人|员工都")
"""What two do, or whoever comes first: to name one of them is no answer."""
_OFTEN: Final = 3
"""So many items of a procedure have the same post for their answer: with more of them it is answered unread."""
_TRADES: Final = tuple(
    (re.compile(post), re.compile(act))
    for post, act in (
        ("收费|出纳|收银", "[收付退款钱费账票]|结算|找零"),
        ("技工|技师|工程师|装维", "[修装拆换]|停水|停电|关阀|关水|断电|空开|止漏|量房|测线"),
        ("保洁", "[扫洁擦拖洗]"),
        ("秩序|保安|防损", "[巡岗拦撤围]|护送|警戒|清场|通道"),
        ("仓库", "[货库件箱]|包裹|寄|耗材"),
        ("监控", "监控|录像|画面|对讲"),
        ("前台|接待", "接待|引座|[迎送]客|总台|前台|接电话|登记"),
        ("客服|话务|热线|受理", "接电话|接起|来电|聊天|听客户|先问顾客"),
        ("讲师", "[讲课]"),
        ("考官", "考"),
        ("媒介", "媒介|媒体|停播|刊播"),
        ("创意|创作", "创意|创作|文案|设计"),
        ("核保", "核保"),
        ("理赔", "理赔|赔案|查勘"),
        ("招投标", "标"),
        ("电梯", "梯"),
        ("消防", "动火|消防"),
    )
)
"""Acts that anybody gives to the post by its name."""


def _is_the_trade(heading: Bilingual, post: Bilingual) -> bool:
    return any(one.search(post.zh) and act.search(heading.zh) for one, act in _TRADES)


def _of_step(step: StepOf) -> Item | None:
    subject = step.subject
    right = _option(subject, str(step.step.by))
    if shared_words(step.heading, right.text) or _is_the_trade(step.heading, right.text):
        return None
    has_hours = step.after_hours[0] is not None and step.after_hours[0].by is not None

    def say(lang: str) -> str:
        template = _Stem(lang).step_open if has_hours else _Stem(lang).step
        return template.format(title=quoted(subject.title).of(lang), step=step.quoted.of(lang))

    return _beside_a_colleague(
        subject,
        made(
            subject,
            "who",
            step.place,
            step.id,
            stem=in_both(say),
            right=right,
            wrong=_others(subject, right.key),
            never=_taking_part(step, right),
            fields=(step.step.heading, right.key, has_hours),
            why=step.why,
        ),
    )


def _of_work(work: WorkOf) -> Item | None:
    if not work.can_be_named:
        return None
    subject = work.subject
    right = _option(subject, str(work.work.by))
    if shared_words(work.title, right.text) or _is_the_trade(work.title, right.text):
        return None
    return _beside_a_colleague(
        subject,
        made(
            subject,
            "who",
            work.place,
            work.id,
            stem=in_both(
                lambda lang: _Stem(lang).work.format(
                    title=quoted(subject.title).of(lang), step=quoted(work.title).of(lang)
                )
            ),
            right=right,
            wrong=_others(subject, right.key),
            never={*standing_in(subject, str(work.work.by)), *named_in(work.words, _posts(subject))},
            fields=(work.work.title, right.key),
            why=work.why,
        ),
    )


def _beside_a_colleague(subject: Subject[Procedure], item: Item | None) -> Item | None:
    """An item one of whose wrong answers is of the department or the rank of the right one; others show at once."""
    if item is None:
        return None
    post = item.right[0]
    beside = (option.key for option in item.options if option.key != post)
    ranks = {_department(subject, post), _superior(subject, post)} - {""}
    is_fair = any(ranks & {_department(subject, other), _superior(subject, other)} for other in beside)
    return item if is_fair or not ranks else None


def _taking_part(step: StepOf, right: Option) -> set[str]:
    """Who takes part in a step, does it outside the hours, stands in, is named in it, or does one of like name."""
    subject = step.subject
    differs, home = step.after_hours
    after_hours = {subject.material.actor_key(str(differs.by), home)} if differs and differs.by else set()
    alike = {other.subject.actor_key(str(other.step.by)) for other in called_alike(step)}
    return {
        *(subject.actor_key(str(actor)) for actor in step.step.with_),
        *after_hours,
        *standing_in(subject, str(step.step.by)),
        *named_in(step.words, _posts(subject)),
        *(alike - {right.key}),
        *_deciding_on(step),
        *_answerable(subject, step.step.heading),
    }


def _deciding_on(step: StepOf) -> Iterator[str]:
    """Who acts on the answers of a step that asks something: in doubt they settle it."""
    targets = {str(branch.to) for branch in step.step.branches.values()}
    yield from (step.subject.actor_key(str(other.step.by)) for other in steps_of(step.subject) if other.id in targets)


def _answerable(subject: Subject[Procedure], heading: str) -> Iterator[str]:
    """Who answers, by the responsibilities of the procedure, for what is called like this."""
    for role, duties in subject.record.responsibilities.items():
        if any(heading in duty for duty in duties.values()):
            yield subject.actor_key(str(role))


def standing_in(subject: Subject[Any], actor: str) -> set[str]:
    """Who stands in for a post at any time."""
    entry = subject.material.library.role(actor, subject.handbook)
    if entry is None or not isinstance(entry.record, Role):
        return set()
    return {subject.material.actor_key(str(role), entry.handbook) for role in entry.record.stands_in.values()}


def named_in(texts: Iterable[Bilingual], options: Iterable[Option]) -> set[str]:
    """The keys of the options that *texts* name, in either language."""
    said = tuple((lang, "\n".join(text.of(lang) for text in texts).casefold()) for lang in LANGUAGES)
    return {option.key for option in options if any(option.text.of(lang).casefold() in words for lang, words in said)}


def _others(subject: Subject[Procedure], right: str) -> Iterator[tuple[Option, ...]]:
    """Those who act in the same procedure, those it names, whom they report to, then their departments."""
    acting = {str(step.step.by): None for step in steps_of(subject)}
    acting |= {str(work.work.by): None for work in works_of(subject)}
    named = {str(actor): None for step in steps_of(subject) for actor in step.step.with_}
    named |= {str(role): None for role in subject.record.responsibilities}
    above = {superior: None for actor in acting if (superior := _superior(subject, actor))}
    for actors in (acting, named, above):
        yield tuple(_option(subject, actor) for actor in actors if _is_post(subject, actor))
    departments = {_department(subject, actor) for actor in (right, *acting)} - {""}
    yield tuple(option for option in _posts(subject) if _department(subject, option.key) in departments)


def _superior(subject: Subject[Procedure], actor: str) -> str:
    entry = subject.material.library.role(actor, subject.handbook)
    return str(entry.record.reports_to or "") if entry is not None and isinstance(entry.record, Role) else ""


def _department(subject: Subject[Procedure], actor: str) -> str:
    entry = subject.material.library.role(actor, subject.handbook)
    return (entry.record.department or "") if entry is not None and isinstance(entry.record, Role) else ""


def _posts(subject: Subject[Procedure]) -> tuple[Option, ...]:
    return subject.material.once(_posts_of, subject.handbook)


def _posts_of(material: Material, handbook: str) -> tuple[Option, ...]:
    """Whoever acts in a step of a handbook."""
    acting = {str(step.step.by): step.subject for step in steps_of_handbook(material, handbook)}
    return tuple(_option(subject, actor) for actor, subject in acting.items() if _is_post(subject, actor))


def _is_post(subject: Subject[Procedure], actor: str) -> bool:
    """Whether somebody is a person of the department: neither a unit nor an outsider."""
    entry = subject.material.library.role(actor, subject.handbook)
    return entry is not None and isinstance(entry.record, Role) and not entry.record.unit


def _option(subject: Subject[Procedure], actor: str) -> Option:
    return Option(subject.actor_key(actor), subject.actor(actor))
