"""«What must you never do» and «what may you decide»: the acts a post must never do, among those that are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from schemas.role import Role
from schemas.scalars import Id
from schemas.words import Bilingual, Word, Words, in_both
from training.item import Item, Option
from training.likeness import Worded, says_the_same
from training.material import Material, Subject
from training.sources.acts import as_act, is_bare
from training.sources.making import item_of_texts
from training.sources.prohibited import forbidden_in
from training.sources.quoting import begun

_NOT: Final = re.compile("不(?!请示|用先请示|需请示|等任何人)|没|未经")
"""What is not done reads badly under «what is never done», even where it is right."""
_SELF_CONDEMNED: Final = re.compile(
    "隐瞒|瞒|伪造|编造|作假|造假|擅自|泄露|无人|冒充|冒领|顶替|为难|堵|熟人|放宽|图方便|为了?方便|压下|替.{1,3}签|偷|骗|绕过|故意|删录像|改登记|撬|受伤才|站在水里|罚款"
    "|为(?!了?止损|[^，；]*业主|[^，；]*客户)[一了赶]"
    r"|\b(?:unattended|convenien|favour|acquaintance|friends?\b|lie\b|forge|hush|stall\b)",
    re.IGNORECASE,
)
"""Acts that nobody takes for allowed, whatever the rule: they are neither asked nor offered."""
_ABOVE: Final = re.compile("以上|超出|限额|权限|一级|本部门")
"""What says itself that somebody else decides it."""
_TO_DECIDE: Final = re.compile("^(?:批|决定|核定|签字|减免|同意|裁|核准|审定|确定|定(?!期)|发布|收回|改派)")
_KINDS: Final = {
    **dict.fromkeys(("批", "核定", "签字", "减免", "同意", "核准", "审定"), "approve"),
    **dict.fromkeys(("决定", "裁", "确定", "定", "发布"), "settle"),
    **dict.fromkeys(("收回", "改派"), "take back"),
}
"""Decisions of a kind."""
_DANGER: Final = re.compile("1[0-9]{2}|救|火|烟|疏散|撤|险|伤|燃气|梯|停用|暂停|停止")
"""Whoever sees a danger acts: nothing about it is shown as somebody else’s to decide."""


_ANYTHING: Final = re.compile("其[它他]工作")
_NO_ACT: Final = re.compile("(?:The|A|An) ")
"""A duty that is put as a rule: `The plan gives for each item the cost`."""


class _Stem(Words):
    never = Word("你是{role}。下面哪一件绝不能做？", "{role}: which of these must you never do?")
    bare = Word("{act}", "Never: {act}")
    may = Word("你是{role}。下面哪一件你可以自己做主？", "{role}: which of these may you do on your own authority?")


def items_never_of_roles(subject: Subject[Role]) -> Iterator[Item]:
    """An item for each act that a post must never do; beside it what it may decide: that tempts as well."""
    own = own_acts(subject)
    may = subject.material.once(_allowed, subject.address)[0]
    allowed = [act for act in may if not (_NOT.search(act.option.text.zh) or _DANGER.search(act.option.text.zh))]
    for id_, right in own.items():
        if _condemns_itself(right):
            continue
        others = [[act for act in allowed if not right.grams & act.grams]]
        item = item_of_texts(
            subject, "never", f"authority.never.{id_}", part="",
            stem=in_both(lambda lang: _Stem(lang).never.format(role=subject.title.of(lang))),
            right=right, others=others, fields=(subject.record.authority.never[Id(id_)],),
            why=_never_why(subject, Id(id_)),
        )  # fmt: skip
        if item is not None:
            yield item


def _never_why(subject: Subject[Role], id_: Id) -> Bilingual:
    """What is forbidden, with the «Never» that its English leaves to the heading of the list."""
    texts = {each: subject.say(lambda record: record.authority.never[each]) for each in subject.record.authority.never}  # noqa: B023 - said at once
    why = texts[id_]
    return Bilingual(why.zh, _Stem.bare.say("en", act=why)) if is_bare(text.en for text in texts.values()) else why


def items_decide_of_roles(subject: Subject[Role]) -> Iterator[Item]:
    """An item for each decision of a post, among decisions of the same kind of the post above and of its equals.

    Beside «approve» stands nothing that is no approval: to ask, to remind, to report, to decline is everybody’s to do.
    """
    above, beside = tuple(_of_the_superior(subject)), tuple(_of_equals(subject))
    for right in subject.material.once(_allowed, subject.address)[0]:
        id_, kind = right.option.key.rpartition(".")[2], _kind_of(right)
        if not kind:
            continue
        others = [[act for act in acts if _kind_of(act) == kind] for acts in (above, beside)]
        item = item_of_texts(
            subject, "decide", f"authority.may.{id_}", part="",
            stem=in_both(lambda lang: _Stem(lang).may.format(role=subject.title.of(lang))),
            right=right, others=others, fields=(subject.record.authority.may[Id(id_)].text,),
            why=right.option.text,
        )  # fmt: skip
        if item is not None:
            yield item


def _kind_of(act: Worded) -> str:
    """What kind of decision an act is by the word it begins with; empty where it is none."""
    begun_with = _TO_DECIDE.search(act.option.text.zh)
    return _KINDS[begun_with[0]] if begun_with else ""


def _condemns_itself(act: Worded) -> bool:
    return any(map(_SELF_CONDEMNED.search, act.option.text.both()))


def _of_the_superior(subject: Subject[Role]) -> Iterator[Worded]:
    """What the post above decides, as far as nothing of the kind is said of this one."""
    superior = _superior(subject)
    if superior is not None:
        yield from _powers_of(superior, subject)


def _of_equals(subject: Subject[Role]) -> Iterator[Worded]:
    """What posts of the same rank decide, but for those for which this one stands in."""
    for other in subject.material.of_kind("roles", subject.handbook):
        stand_ins = {subject.actor_key(str(role)) for role in other.record.stands_in.values()}
        is_equal = other is not subject and other.record.reports_to == subject.record.reports_to
        if is_equal and not (other.record.unit or subject.address in stand_ins):
            yield from _powers_of(other, subject)


def _superior(subject: Subject[Role]) -> Subject[Role] | None:
    superior = subject.material.library.role(subject.record.reports_to or "", subject.handbook)
    if superior is None or superior.address == subject.address:
        return None
    above: Subject[Role] = subject.material.subject(superior.address)
    return above


def _powers_of(other: Subject[Role], subject: Subject[Role]) -> Iterator[Worded]:
    """What *other* decides, as far as nothing of the kind is said of *subject*."""
    own = [act for acts in subject.material.once(_allowed, subject.address) for act in acts]
    for act in subject.material.once(_allowed, other.address)[0]:
        text = act.option.text.zh
        if (
            _TO_DECIDE.search(text)
            and not _DANGER.search(text)
            and not _ABOVE.search(text)
            and not any(says_the_same(act, each) for each in own)
        ):
            yield act


def own_acts(subject: Subject[Role]) -> dict[str, Worded]:
    """What a post must never do, as acts, by id."""
    acts: dict[str, Worded] = {}
    texts = {
        id_: subject.say(lambda record: record.authority.never[id_])  # noqa: B023 - said at once
        for id_ in subject.record.authority.never
    }
    bare = is_bare(text.en for text in texts.values())
    for id_, text in texts.items():
        act = as_act(text, bare)
        if act is not None:
            acts[str(id_)] = Worded(Option(f"{subject.address}#authority.never.{id_}", act), subject.address)
    return acts


def _allowed(material: Material, address: str) -> tuple[tuple[Worded, ...], tuple[Worded, ...]]:
    """What a post may decide, and what it has to do: of both only what nothing in its handbook forbids."""
    subject: Subject[Role] = material.subject(address)
    forbidden = material.once(forbidden_in, subject.handbook)
    both = (material.once(permitted_to, address), _duties(subject))
    return tuple(  # type: ignore[return-value]  # two of them
        tuple(act for act in acts if not forbidden.says(act)) for acts in both
    )


def permitted_to(material: Material, role: str) -> tuple[Worded, ...]:
    """What a post may decide, as its record says it."""
    return tuple(_permitted(material.subject(role)))


def _permitted(subject: Subject[Role]) -> Iterator[Worded]:
    for id_ in subject.record.authority.may:
        text = subject.say(lambda record: record.authority.may[id_].text)  # noqa: B023 - said at once
        yield Worded(Option(f"{subject.address}#authority.may.{id_}", text), subject.address)


def _duties(subject: Subject[Role]) -> Iterator[Worded]:
    for number, duty in enumerate(subject.record.all_duties()):
        text = begun(subject.say(lambda record: _nth_duty(record, number)))  # noqa: B023 - said at once
        if not (_ANYTHING.search(text.zh) or _NO_ACT.match(text.en)):
            yield Worded(Option(f"{subject.address}#{duty.no}", text), subject.address)


def _nth_duty(role: Role, number: int) -> str:
    return next(islice(role.all_duties(), number, None)).text
