"""«First acts»: what somebody does first by an emergency card, and which number is called in which case.

Who does an act is not asked: what a card gives to one post, whoever stands there does just as well. Nor is the order
of acts, for several people do them at the same time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from schemas.calls import ANSWERED_BY
from schemas.card import Act, Card
from schemas.words import Bilingual, Word, Words, in_both
from training.choosing import with_wrong
from training.item import Item, Option, fields_of
from training.likeness import Worded, grams_of, nearest_first
from training.material import Material, Subject
from training.sources.making import item_of_texts
from training.sources.quoting import ended

_CALLED_FOR: Final = {
    "119": re.compile("火|烟|困|漏|压|高处|掉|卡住|水|河|救"),
    "120": re.compile("伤|病|昏|晕|呛|药|不舒服|烧|呼吸|摔|撞|异样"),
    "110": re.compile("打斗|呼救|刀|抢|爆炸|害|异样|动静"),
}
"""The words of a case in which a number is called too, whatever a card says of it."""
_FIRST: Final = "先"
"""Only an act that says so comes before the later ones of the same person; otherwise they may be for another case."""
_NEAR: Final = 3
NATIONAL: Final = ("110", "119", "120", "122")
"""The numbers that everybody has to tell apart in an emergency."""


class _Stem(Words):
    act = Word("应急卡“{title}”：{who}先做什么？", "Card “{title}”. {who}: what comes first?")
    call = Word("应急卡“{title}”：{when}，打哪个号码？", "Card “{title}”, {when}: which number do you call?")
    calls_first = Word("应急卡“{title}”：先打哪个号码？", "Card “{title}”: which number do you call first?")
    number = Word("{number}（{who}）", "{number} ({who})")


def items_first_act(subject: Subject[Card]) -> Iterator[Item]:
    """An item for each actor of the card: its first act, among its later ones and first acts of other dangers."""
    material = subject.material
    own = material.once(acts_of, subject.address)
    elsewhere = [each for each in material.once(_all_acts) if each.record != subject.address]
    for actor, (number, act) in _first_acts(subject.record).items():
        right = own[number]
        later = [own[at] for at, each in enumerate(subject.record.acts) if each.by == actor and at != number]
        later = later if _FIRST in act.do else []
        apart = [
            each for each in elsewhere if _of_this_actor(material, each, actor) and not is_of_the_kind(subject, each)
        ]
        item = item_of_texts(
            subject, "first", f"acts.{act.id}", part=str(act.id),
            stem=_stem(_Stem.act, subject, who=_actor(subject, actor).text), right=right,
            others=(later, *nearest_first(right, apart)), fields=(act.by, act.do), why=right.option.text, may_echo=True,
        )  # fmt: skip
        if item is not None:
            yield item


def items_first_call(subject: Subject[Card]) -> Iterator[Item]:
    """An item for each number of the card that is called in one case, and for the one that is called first."""
    for number, call in enumerate(subject.record.calls):
        dialled = str(call.number)
        if (
            dialled not in ANSWERED_BY
            or (call.when is None and number)
            or _is_called_with_others(subject.record, number)
        ):
            continue
        when = subject.say(lambda record: record.calls[number].when)  # noqa: B023 - said at once
        stem = _stem(_Stem.call, subject, when=when) if call.when else _stem(_Stem.calls_first, subject)
        never = called_too(subject.record, number)
        options = with_wrong(
            f"{subject.address}#calls.{dialled}/first", [_number(dialled)],
            ([_number(each) for each in NATIONAL], [_number(each) for each in ANSWERED_BY]), never,
        )  # fmt: skip
        if options is not None:
            yield _item(subject, f"calls.{dialled}", "", stem, options, (call.when, call.number), _number(dialled).text)


def _is_called_with_others(card: Card, number: int) -> bool:
    """Whether several numbers are called in the same case: then one of them is no answer."""
    asked = card.calls[number].when
    return asked is not None and [call.when for call in card.calls].count(asked) > 1


def called_too(card: Card, number: int) -> set[str]:
    """The numbers that are called as well.

    At any time, in a case that is spoken of in the same words, by an act or in the words of the card, or anyway.
    """
    asked = card.calls[number]
    case = grams_of(asked.when or "")
    also = {
        str(call.number)
        for call in card.calls
        if asked.when is None or call.when is None or grams_of(call.when) & case or call.when == asked.when
    }
    also |= {dialled for dialled in ANSWERED_BY if any(dialled in text for text in _all_that_is_told(card))}
    also |= {dialled for dialled, words in _CALLED_FOR.items() if words.search(asked.when or "")}
    return also - {str(asked.number)}


def _all_that_is_told(card: Card) -> Iterator[str]:
    yield from (str(act.do) for act in card.acts)
    yield from (str(saying.say) for saying in card.say)


def acts_of(material: Material, card: str) -> tuple[Worded, ...]:
    """The acts of a card, each with its key."""
    subject: Subject[Card] = material.subject(card)
    return tuple(
        Worded(Option(f"{card}#{act.id}", subject.say(lambda record: record.acts[number].do)), card)  # noqa: B023
        for number, act in enumerate(subject.record.acts)
    )


def _all_acts(material: Material) -> tuple[Worded, ...]:
    cards = material.library.of_kind("cards")
    return tuple(act for entry in cards for act in material.once(acts_of, entry.address))


def _first_acts(card: Card) -> dict[str, tuple[int, Act]]:
    """The first act of each actor, with its number on the card."""
    first: dict[str, tuple[int, Act]] = {}
    for number, act in enumerate(card.acts):
        first.setdefault(str(act.by), (number, act))
    return first


def _is_near(right: Worded, other: Worded) -> bool:
    """Whether an act has enough in common with the right one: whoever knows the card’s title alone must not find it."""
    return len(right.grams & other.grams) >= _NEAR


def _of_this_actor(material: Material, act: Worded, actor: str) -> bool:
    _, first = _first_acts(material.subject(act.record).record).get(actor, (0, None))
    return first is not None and act.option.key == f"{act.record}#{first.id}"


def is_of_the_kind(subject: Subject[Card], act: Worded) -> bool:
    """Whether an act of another card may be one for this danger too.

    It speaks of this danger; both are called the same, or have the same number called first; or one card names the
    other.
    """
    other: Subject[Card] = subject.material.subject(act.record)
    own = subject.record.dangers.zh
    return (
        any(word in act.option.text.zh for word in own)
        or bool(set(own) & set(other.record.dangers.zh))
        or bool(_always_called(subject.record) & _always_called(other.record))
        or any(other.title.zh in each.do for each in subject.record.acts)
        or any(subject.title.zh in each.do for each in other.record.acts)
    )


def _always_called(card: Card) -> set[str]:
    """The number that is called first, and those that are called in any case."""
    return {str(call.number) for at, call in enumerate(card.calls) if at == 0 or call.when is None}


def _actor(subject: Subject[Card], actor: str) -> Option:
    return Option(actor, in_both(lambda lang: subject.material.views.of(lang).card_actor(actor)))


def _number(number: str) -> Option:
    who = ANSWERED_BY[number]
    return Option(number, in_both(lambda lang: _Stem(lang).number.format(number=number, who=who.of(lang))))


def _stem(word: Word, subject: Subject[Card], **values: Bilingual) -> Bilingual:
    return in_both(lambda lang: word.say(lang, title=subject.title, **values))


def _item(
    subject: Subject[Card], place: str, part: str, stem: Bilingual, options: tuple[Option, ...],
    fields: tuple[object, ...], why: Bilingual,
) -> Item:  # fmt: skip
    return Item(
        kind="first", record=subject.address, place=place, anchor=subject.anchor(part), fields=fields_of(fields),
        stem=stem, options=options, right=(options[0].key,), why=ended(why), is_draft=subject.is_draft,
    )  # fmt: skip
