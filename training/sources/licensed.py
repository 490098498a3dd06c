"""«Who may do this»: what only the licensed or an outsider does on a card, and the lowest level that allows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from schemas.card import Card, Licensed
from schemas.qualification import Level, Qualification
from schemas.words import Bilingual, Word, Words, in_both
from training.choosing import gives_away, with_wrong
from training.item import Item, Option, fields_of
from training.likeness import Worded, grams_of, shared
from training.material import Material, Subject
from training.sources.making import item_of_texts
from training.sources.quoting import begun

_BESIDE: Final = re.compile("[，；。]")
_BRACKET: Final = re.compile(r"（[^）]*）| \([^)]*\)")
"""What a level may besides, in its title: `三级（带教、考官）`."""
_LICENCE: Final = "证"
_BODIES: Final = ("公安|民警", "消防", "燃气", "供电", "120|急救", "电工", "电梯", "开锁")
"""Who is the same, however the cards put it."""
_OPENING: Final = re.compile("锁|门")
_FIRE_SERVICE: Final = _BODIES[1]
"""Where somebody is in danger it opens a door too."""
_SAME: Final = 0.6
"""With so much in common two texts reserve or allow the same thing."""


class _Stem(Words):
    outside = Word("应急卡“{title}”：“{do}”只能由谁来做？", "Card “{title}”. {do}: who alone does this?")
    licence = Word("应急卡“{title}”：“{do}”要有什么证才能做？", "Card “{title}”. {do}: which licence does it take?")
    level = Word("《{title}》：“{may}”最低要到哪一级？", "“{title}”. {may}: what is the lowest level that may?")


def items_decide_on_cards(subject: Subject[Card]) -> Iterator[Item]:
    """An item for each thing that only the licensed or outsiders do."""
    every = subject.material.once(_those_allowed)
    by_key = {each.option.key: each for each in every}
    for number, licensed in enumerate(subject.record.licensed):
        field = _field(licensed)
        right = by_key.get(f"{subject.address}#{licensed.id}.{field}")
        if right is None:
            continue
        do = begun(subject.say(lambda record: record.licensed[number].do))  # noqa: B023 - said at once
        word = _Stem.licence if field == "title" else _Stem.outside
        item = item_of_texts(
            subject, "decide", f"licensed.{licensed.id}", part=str(licensed.id),
            stem=in_both(lambda lang: word.say(lang, title=subject.title, do=do)),  # noqa: B023 - said at once
            right=right, others=([each for each in every if each.option.key.endswith(f".{field}")],),
            fields=(licensed.do, licensed.title, licensed.outside),
            why=right.option.text,
            never=_allowed_too(subject, do, right, every),
        )  # fmt: skip
        if item is not None:
            yield item


def _field(licensed: Licensed) -> str:
    return "outside" if licensed.outside else "title"


def _those_allowed(material: Material) -> tuple[Worded, ...]:
    """Who does it, or which licence it takes, for all that cards reserve, where it is put in a word."""
    return tuple(
        Worded(Option(f"{subject.address}#{licensed.id}.{_field(licensed)}", _who(subject, number)), subject.address)
        for subject in (material.subject(entry.address) for entry in material.library.of_kind("cards"))
        for number, licensed in enumerate(subject.record.licensed)
        if _is_plain(licensed)
    )


def _is_plain(licensed: Licensed) -> bool:
    """Whether it says who or which licence, and nothing beside it."""
    return not _BESIDE.search(licensed.outside) if licensed.outside else _LICENCE in (licensed.title or "")


def _who(subject: Subject[Card], number: int) -> Bilingual:
    field = _field(subject.record.licensed[number])
    return begun(subject.say(lambda record: getattr(record.licensed[number], field)))


def _allowed_too(subject: Subject[Card], do: Bilingual, right: Worded, every: tuple[Worded, ...]) -> set[str]:
    """Those to whom another card reserves the same thing, and those who are the same or among them."""
    same = {
        f"{other.address}#{licensed.id}."
        for other in (subject.material.subject(entry.address) for entry in subject.material.library.of_kind("cards"))
        for licensed in other.record.licensed
        if shared(grams_of(licensed.do), grams_of(do.zh)) >= _SAME
    }
    bodies = bodies_in(right.option.text.zh) | ({_FIRE_SERVICE} if _OPENING.search(do.zh) else set())
    return {
        each.option.key
        for each in every
        if each is not right
        and (each.option.key.rpartition(".")[0] + "." in same or bodies & bodies_in(each.option.text.zh))
    }


def bodies_in(text: str) -> set[str]:
    """The bodies and trades that a text names."""
    return {words for words in _BODIES if re.search(words, text)}


def items_decide_of_levels(subject: Subject[Qualification]) -> Iterator[Item]:
    """An item for each thing that a level allows: the lowest that may, among those one has before and after it."""
    levels = subject.record.levels
    for number, level in enumerate(levels):
        if not level.requires:
            continue  # what everybody may from the first day on is no question
        right = _level(subject, number)
        for id_ in level.may:
            may = subject.say(lambda record: record.levels[number].may[id_])  # noqa: B023 - said at once
            stem = in_both(lambda lang: _Stem.level.say(lang, title=subject.title, may=may))  # noqa: B023 - said at once
            never = {
                str(other.id)
                for other in levels
                if not (is_above(levels, other, level) or is_above(levels, level, other))
                or (not is_above(levels, other, level) and _allows(other, level.may[id_]))
            }
            options = with_wrong(
                f"{subject.address}#levels.{level.id}.may.{id_}/decide", [right],
                ([_level(subject, at) for at in range(len(levels))],), never,
            )  # fmt: skip
            if options is not None and not gives_away(stem, right.text):
                yield Item(
                    kind="decide", record=subject.address, place=f"levels.{level.id}.may.{id_}",
                    anchor=subject.anchor(str(level.id)), fields=fields_of((level.may[id_], level.title)), stem=stem,
                    options=options, right=(right.key,), why=may, is_draft=subject.is_draft,
                )  # fmt: skip


def is_above(levels: tuple[Level, ...], other: Level, level: Level) -> bool:
    """Whether one must have *level* before *other*: then whoever has that may do the same."""
    by_id = {str(each.id): each for each in levels}
    return any(
        str(before) == str(level.id) or is_above(levels, by_id[str(before)], level)
        for before in other.requires
        if str(before) in by_id
    )


def _allows(level: Level, what: str) -> bool:
    return any(shared(grams_of(text), grams_of(what)) >= _SAME for text in level.may.values())


def _level(subject: Subject[Qualification], number: int) -> Option:
    title = subject.say(lambda record: record.levels[number].title)
    return Option(str(subject.record.levels[number].id), Bilingual(*(_BRACKET.sub("", text) for text in title.both())))
