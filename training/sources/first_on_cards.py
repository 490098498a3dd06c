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
from schemas.scalars import Id
from schemas.words import Bilingual, Word, Words, in_both
from training.choosing import with_wrong
from training.item import Item, Option, fields_of
from training.likeness import Worded, grams_of
from training.material import Material, Subject
from training.sources.making import item_of_texts
from training.sources.quoting import begun, ended

_CALLED_FOR: Final = {
    "119": re.compile("火|烟|困|漏|压|高处|掉|卡住|水|河|救"),
    "120": re.compile("伤|病|昏|晕|呛|药|不舒服|烧|呼吸|摔|撞|异样"),
    "110": re.compile("打斗|呼救|刀|抢|爆炸|害|异样|动静|走失|轻生"),
}
"""The words of a case in which a number is called too, whatever a card says of it."""
_FIRST: Final = re.compile("先.*再")
"""Only an act that says so comes before the later ones of the same person; otherwise they may be for another case."""
_ONLY: Final = re.compile("只是")
"""A case that goes on from one before it: `只是说起`, of what?"""
_TURNED: Final = re.compile("没.{1,6}就")
_SENTENCE: Final = re.compile(r"(?<=[。；！？])|(?<=[.;!?]) ")
NATIONAL: Final = ("110", "119", "120", "12395", "95598")
"""The numbers that everybody has to tell apart in an emergency."""


class _Stem(Words):
    act = Word("应急卡“{title}”：{who}先做什么？", "Card “{title}”. {who}: what comes first?")
    call = Word("应急卡“{title}”：{when}，打哪个号码？", "Card “{title}”. {when}: which number do you call?")
    calls_first = Word("应急卡“{title}”：先打哪个号码？", "Card “{title}”: which number do you call first?")
    both = Word("{one}，{other}", "{one}, {other}")
    number = Word("{number}（{who}）", "{number} ({who})")


def items_first_act(subject: Subject[Card]) -> Iterator[Item]:
    """An item for each actor of the card: the first sentence of its first act, among what the card forbids.

    Where that says what is done first, its later acts stand there too. Nothing of another card does: what saves a life
    by one card is not called wrong on another.
    """
    own = subject.material.once(_acts_of, subject.address)
    dangers = in_both(lambda lang: " ".join((subject.title.of(lang), *getattr(subject.record.dangers, lang))))
    for actor, (number, act) in _first_acts(subject.record).items():
        later = [own[at] for at, each in enumerate(subject.record.acts) if each.by == actor and at != number]
        item = item_of_texts(
            subject, "first", f"acts.{act.id}", part=str(act.id),
            stem=_stem(_Stem.act, subject, who=_actor(subject, actor).text), right=_begins(own[number]),
            others=(later if _FIRST.search(act.do) else [], _unless_opposite(act, _forbidden(subject))),
            fields=(act.by, act.do),
            why=subject.say(lambda record: record.acts[number].do), asked=[dangers],  # noqa: B023 - said at once
        )  # fmt: skip
        if item is not None and _is_of_one_matter(item, own[number]):
            yield item


def _unless_opposite(act: Act, forbidden: list[Worded]) -> list[Worded]:
    """*forbidden* without what only turns the act round: «first the power, then the person», «before it is off»."""
    return [each for each in forbidden if not (_FIRST.search(act.do) and _TURNED.search(each.option.text.zh))]


def _is_of_one_matter(item: Item, act: Worded) -> bool:
    """Whether one of the wrong answers speaks of what the act is about: otherwise nobody would take it for the act."""
    return any(grams_of(option.text.zh) & act.grams for option in item.options if option.key not in item.right)


def _begins(act: Worded) -> Worded:
    """The first sentence of an act; all of it where its languages do not have as many sentences."""
    text = act.option.text
    in_zh, in_en = (_SENTENCE.split(each) for each in text.both())
    first = Bilingual(in_zh[0], in_en[0]) if len(in_zh) == len(in_en) else text
    return Worded(Option(act.option.key, begun(first)), act.record)


def _forbidden(subject: Subject[Card]) -> list[Worded]:
    """What the card forbids, two things at a time, as long as an act is."""
    ids = list(subject.record.never)
    return [_both(subject, *two) for two in zip(ids[::2], ids[1::2], strict=False)]


def _both(subject: Subject[Card], one: Id, other: Id) -> Worded:
    texts = [subject.say(lambda record: record.never[id_]) for id_ in (one, other)]  # noqa: B023 - said at once
    text = in_both(lambda lang: _Stem.both.say(lang, one=texts[0], other=texts[1]))
    return Worded(Option(f"{subject.address}#never.{one}+{other}", begun(text)), subject.address)


def items_first_call(subject: Subject[Card]) -> Iterator[Item]:
    """An item for each number of the card that is called in one case, and for the one that is called first."""
    for number, call in enumerate(subject.record.calls):
        dialled = str(call.number)
        if (
            dialled not in ANSWERED_BY
            or (call.when is None and number)
            or _ONLY.match(call.when or "")
            or _is_called_with_others(subject.record, number)
            or _is_known_to_all(subject.record, number)
        ):
            continue
        when = subject.say(lambda record: record.calls[number].when)  # noqa: B023 - said at once
        stem = _stem(_Stem.call, subject, when=begun(when)) if call.when else _stem(_Stem.calls_first, subject)
        never = called_too(subject.record, number)
        options = with_wrong(
            f"{subject.address}#calls.{dialled}/first", [_number(dialled)],
            ([_number(each) for each in NATIONAL],), never,
        )  # fmt: skip
        if options is not None:
            fields = (call.when, call.number)
            yield _item(subject, f"calls.{dialled}", "", stem, options, fields, _answered(dialled))


def _is_known_to_all(card: Card, number: int) -> bool:
    """Whether anybody knows it: 119 for a fire, 120 for somebody hurt, 110 for a robbery or somebody lost."""
    call = card.calls[number]
    words = _CALLED_FOR.get(str(call.number))
    return words is not None and bool(words.search(call.when or card.title))


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


def _acts_of(material: Material, card: str) -> tuple[Worded, ...]:
    """The acts of a card, each with its key."""
    subject: Subject[Card] = material.subject(card)
    return tuple(
        Worded(Option(f"{card}#{act.id}", subject.say(lambda record: record.acts[number].do)), card)  # noqa: B023
        for number, act in enumerate(subject.record.acts)
    )


def _first_acts(card: Card) -> dict[str, tuple[int, Act]]:
    """The first act of each actor, with its number on the card."""
    first: dict[str, tuple[int, Act]] = {}
    for number, act in enumerate(card.acts):
        first.setdefault(str(act.by), (number, act))
    return first


def _actor(subject: Subject[Card], actor: str) -> Option:
    return Option(actor, in_both(lambda lang: subject.material.views.of(lang).card_actor(actor)))


def _number(number: str) -> Option:
    """A number as it is dialled: who answers it would tell which is right."""
    return Option(number, Bilingual(number, number))


def _answered(number: str) -> Bilingual:
    who = ANSWERED_BY[number]
    return in_both(lambda lang: _Stem(lang).number.format(number=number, who=who.of(lang)))


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
