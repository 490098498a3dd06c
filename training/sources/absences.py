"""«Who stands in»: for a post at night, at weekends and while somebody is away; for a step or a promise after hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from schemas.on_duty import ABSENCES, Absence
from schemas.policy import Policy
from schemas.procedure import Procedure
from schemas.punctuation import Marks
from schemas.role import Role
from schemas.words import Bilingual, Word, Words, in_both
from training.item import Item, Option
from training.making import made, quoted
from training.material import Material, Subject
from training.sources.posts_of_steps import named_in, standing_in
from training.sources.safety import secures
from training.sources.steps import StepOf, called_alike, do_after_hours, steps_of


class _Stem(Words):
    post = Word("“{post}”{when}由谁顶替？", "{post}: who stands in for them {when}?")
    step = Word(
        "非服务时间，《{title}》走到“{step}”这一步，由谁来办？",
        "In “{title}”, who acts at the step “{step}” outside service hours?",
    )
    first = Word(
        "非服务时间遇到《{title}》的“{step}”这一步，先由谁接手？",
        "In “{title}”, who is the first to take over “{step}” outside service hours?",
    )
    question = Word(
        "非服务时间，《{title}》里的这个问题由谁来判断：“{step}”",
        "In “{title}”, who settles this outside service hours: “{step}”",
    )
    promise = Word(
        "非服务时间，照《{title}》由谁负责：“{step}”",
        "Under “{title}”, who sees to this outside service hours: “{step}”",
    )


class _Quote(Words):
    post = Word("{post}{when}由{other}顶替。", "{post}: {other} {when}.")
    after_hours = Word("{heading}：非服务时间由{other}负责。{do}", "{heading}: outside service hours, {other}. {do}")


_CALLED: Final = 2
"""Characters at the end of its title by which a post is called: 专员, 主管."""
_SOMEBODY_ELSE: Final = re.compile(
    "录音|语音|监控室[先接]|夜里不|以后不|不审|不到件|[0-9]:[0-9]{2}[—-]|^次日|打不通"
    "|由[他她]|[手打].{0,6}手机|在电话里|在场|到点|电话(?:请示|问)|到岗|在家|周一|过目|看过|次日.{0,12}[交转补]|[交转]给?.{0,8}$"
)
"""Said of after hours where a recording or a neighbour answers first, where the answer hangs on the hour, or where the
post itself goes on deciding: by telephone, on the spot, or the next day."""


_ASKED: Final = replace(ABSENCES, otherwise=Bilingual(ABSENCES.otherwise.zh, "when they are off duty"))
"""When somebody stands in, as a question says it."""


def items_absent(subject: Subject[Role]) -> Iterator[Item]:
    """An item for each post that stands in, with all the times at which it does."""
    times: dict[str, list[Absence]] = {}
    for when, role in subject.record.stands_in.items():
        times.setdefault(str(role), []).append(when)
    for other, whens in times.items():
        yield from filter(None, (_of_post(subject, other, whens),))


def _of_post(subject: Subject[Role], other: str, whens: list[Absence]) -> Item | None:
    right = Option(subject.actor_key(other), subject.actor(other))
    when, asked = (
        in_both(lambda lang: _joined([words[name].of(lang) for name in whens], lang))  # noqa: B023 - said at once
        for words in (ABSENCES, _ASKED)
    )
    return made(
        subject,
        "night",
        f"stands_in.{whens[0]}",
        "",
        stem=in_both(lambda lang: _Stem(lang).post.format(post=subject.title.of(lang), when=asked.of(lang))),
        right=right,
        wrong=_posts(subject),
        never={subject.address, *standing_in(subject, subject.entry.id)},
        fields=(subject.address, right.key, *whens),
        why=in_both(
            lambda lang: _Quote(lang).post.format(
                post=subject.title.of(lang), when=when.of(lang), other=right.text.of(lang)
            )
        ),
    )


def _joined(times: list[str], lang: str) -> str:
    """Times in a row: 夜间、周末, `at night, at weekends and on public holidays`."""
    if lang == "en" and len(times) > 1:
        return f"{', '.join(times[:-1])} and {times[-1]}"
    return Marks(lang).enumeration.join(times)


def items_night(subject: Subject[Procedure]) -> Iterator[Item]:
    """An item for each step that somebody else does after hours than whoever stands in for its post anyway.

    None for a card, by which several act at once, and none where then nothing is done or others act first.
    """
    for step in steps_of(subject):
        is_only_a_card = step.step.card is not None and step.step.do is None
        if step.can_be_named and not is_only_a_card and not (step.is_question and secures(step)):
            yield from filter(None, (_of_step(step),))


def _of_step(step: StepOf) -> Item | None:
    subject, (differs, home) = step.subject, step.after_hours
    if differs is None or differs.by is None:
        return None
    right = Option(subject.material.actor_key(str(differs.by), home), subject.material.actor(str(differs.by), home))
    standing = standing_in(subject, str(step.step.by))
    if right.key in standing or _SOMEBODY_ELSE.search(differs.do or "") or not _is_post(subject, str(step.step.by)):
        return None
    if _goes_on_itself(step):
        return None
    template = _Stem.question if step.is_question else _Stem.first if differs.do else _Stem.step
    return made(
        subject,
        "night",
        f"{step.place}.after_hours",
        step.id,
        stem=in_both(
            lambda lang: template.of(lang).format(title=quoted(subject.title).of(lang), step=step.quoted.of(lang))
        ),
        right=right,
        wrong=_posts(subject),
        never={*standing, *_also_there(step, right), subject.actor_key(str(step.step.by))},
        fields=(step.step.heading, right.key),
        why=_after_hours(step.heading, right.text, step.say(do_after_hours)),
    )


def _goes_on_itself(step: StepOf) -> bool:
    """Whether a step names its own post for after hours: then that one comes back to it, or is asked all the same."""
    called = step.subject.actor(str(step.step.by)).zh[-_CALLED:]
    return called in step.heading.zh or called in step.say(do_after_hours).zh


def _is_post(subject: Subject[Procedure], actor: str) -> bool:
    """Whether somebody of the department is meant, and no outsider: an outsider is never off duty."""
    return subject.material.library.role(actor, subject.handbook) is not None


def _also_there(step: StepOf, right: Option) -> set[str]:
    """Who takes part, is named in the step, or does another one of like name after hours."""
    material, subject = step.subject.material, step.subject
    alike = (other.after_hours for other in called_alike(step))
    keys = {material.actor_key(str(differs.by), home) for differs, home in alike if differs and differs.by}
    return {
        *(subject.actor_key(str(actor)) for actor in step.step.with_),
        *named_in(step.words, material_posts(material, subject.handbook)),
        *(keys - {right.key}),
    }


def items_promised_at_night(subject: Subject[Policy]) -> Iterator[Item]:
    """An item for each promise that somebody else keeps after hours than whoever stands in for its post anyway."""
    for number, promise in enumerate(subject.record.commitments):
        if promise.after_hours is not None and promise.after_hours.by is not None:
            yield from filter(None, (_of_promise(subject, number),))


def _of_promise(subject: Subject[Policy], number: int) -> Item | None:
    promise = subject.record.commitments[number]
    assert promise.after_hours is not None
    other = str(promise.after_hours.by)
    right = Option(subject.actor_key(other), subject.actor(other))
    standing = standing_in(subject, str(promise.by)) if promise.by else set()
    if right.key in standing:
        return None
    text, do = (
        subject.say(get)
        for get in (
            lambda record: record.commitments[number].text,
            lambda record: record.commitments[number].after_hours.do,
        )
    )
    posts = material_posts(subject.material, subject.handbook)
    if named_in((do,), posts) - {right.key} or _SOMEBODY_ELSE.search(do.zh):
        return None
    return made(
        subject,
        "night",
        f"commitments.{promise.id}.after_hours",
        str(promise.id),
        stem=in_both(
            lambda lang: _Stem(lang).promise.format(title=quoted(subject.title).of(lang), step=quoted(text).of(lang))
        ),
        right=right,
        wrong=_posts(subject),
        never=standing | named_in((text, do), posts),
        fields=(promise.text, right.key),
        why=_after_hours(text, right.text, do),
    )


def _after_hours(heading: Bilingual, other: Bilingual, do: Bilingual) -> Bilingual:
    return in_both(
        lambda lang: (
            _Quote(lang).after_hours.format(heading=heading.of(lang), other=other.of(lang), do=do.of(lang)).strip()
        )
    )


def _posts(subject: Subject[Role] | Subject[Procedure] | Subject[Policy]) -> Iterator[tuple[Option, ...]]:
    yield material_posts(subject.material, subject.handbook)


def material_posts(material: Material, handbook: str) -> tuple[Option, ...]:
    """The posts of a handbook, its departments left out."""
    return material.once(_posts_of, handbook)


def _posts_of(material: Material, handbook: str) -> tuple[Option, ...]:
    return tuple(
        Option(role.address, role.title) for role in material.of_kind("roles", handbook) if not role.record.unit
    )
