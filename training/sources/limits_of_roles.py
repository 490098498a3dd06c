"""«What must you never do» and «what may you decide»: the acts a post must never do, among those that are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from schemas.role import Role
from schemas.scalars import Id
from schemas.words import Word, Words, in_both
from training.item import Item, Option
from training.likeness import Worded, says_the_same
from training.material import Material, Subject
from training.sources.acts import as_act, is_bare
from training.sources.making import item_of_texts
from training.sources.prohibited import forbidden_in
from training.sources.quoting import begun

_NOT: Final = re.compile("不(?!请示|用先请示|需请示|等任何人)|没|未经")
"""What is not done reads badly under «what is never done», even where it is right."""
_SELF_CONDEMNED: Final = re.compile("隐瞒|瞒|伪造|编造|作假|造假|擅自|泄露|无人|冒充|冒领|顶替|为难|堵")
"""Acts that nobody takes for allowed, whatever the rule: they are neither asked nor offered."""
_ABOVE: Final = re.compile("以上|超出|限额|权限")
"""What says itself that somebody else decides it."""
_TO_DECIDE: Final = re.compile("^(?:批|决定|核定|签字|减免|同意)")
_DANGER: Final = re.compile("1[0-9]{2}|救|火|烟|疏散|撤|险|伤|燃气|电梯")
"""Whoever sees a danger acts: nothing about it is shown as somebody else’s to decide."""


class _Stem(Words):
    never = Word("你是{role}。下面哪一件绝不能做？", "{role}: which of these must you never do?")
    may = Word("你是{role}。下面哪一件你可以自己做主？", "{role}: which of these may you do on your own authority?")


def items_never_of_roles(subject: Subject[Role]) -> Iterator[Item]:
    """An item for each act that a post must never do; beside it what it may and has to do, of other matters."""
    own = own_acts(subject)
    allowed = [
        [act for act in acts if not _NOT.search(act.option.text.zh)]
        for acts in subject.material.once(_allowed, subject.address)
    ]
    for id_, right in own.items():
        if _SELF_CONDEMNED.search(right.option.text.zh):
            continue
        others = [[act for act in acts if not right.grams & act.grams] for acts in allowed]
        item = item_of_texts(
            subject, "never", f"authority.never.{id_}", part="",
            stem=in_both(lambda lang: _Stem(lang).never.format(role=subject.title.of(lang))),
            right=right, others=others, fields=(subject.record.authority.never[Id(id_)],),
            why=subject.say(lambda record: record.authority.never[Id(id_)]),  # noqa: B023
        )  # fmt: skip
        if item is not None:
            yield item


def items_decide_of_roles(subject: Subject[Role]) -> Iterator[Item]:
    """An item for each thing that a post may decide, among what the post above decides and what is never done."""
    never = [act for act in own_acts(subject).values() if not _SELF_CONDEMNED.search(act.option.text.zh)]
    above = tuple(_of_the_superior(subject))
    for right in subject.material.once(_allowed, subject.address)[0]:
        id_ = right.option.key.rpartition(".")[2]
        item = item_of_texts(
            subject, "decide", f"authority.may.{id_}", part="",
            stem=in_both(lambda lang: _Stem(lang).may.format(role=subject.title.of(lang))),
            right=right, others=(above[:2], never, above[2:]), fields=(subject.record.authority.may[Id(id_)].text,),
            why=right.option.text,
        )  # fmt: skip
        if item is not None:
            yield item


def _of_the_superior(subject: Subject[Role]) -> Iterator[Worded]:
    """What the post above decides, as far as nothing of the kind is said of this one."""
    superior = subject.material.library.role(subject.record.reports_to or "", subject.handbook)
    if superior is None or superior.address == subject.address:
        return
    own = [act for acts in subject.material.once(_allowed, subject.address) for act in acts]
    for act in subject.material.once(_allowed, superior.address)[0]:
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
        yield Worded(Option(f"{subject.address}#{duty.no}", text), subject.address)


def _nth_duty(role: Role, number: int) -> str:
    return next(islice(role.all_duties(), number, None)).text
