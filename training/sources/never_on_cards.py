"""«What is never done» in an emergency: two things that its card forbids, among sentences of what it tells to do."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.card import Card
from schemas.scalars import Id
from schemas.words import Bilingual, Word, Words, in_both
from training.item import Item, Option
from training.likeness import Worded
from training.material import Subject
from training.sources.making import item_of_texts
from training.sources.quoting import begun
from training.sources.told import told_by


class _Stem(Words):
    never = Word("应急卡“{title}”：下面哪一组事绝不能做？", "Card “{title}”: which of these is never done?")
    both = Word("{one}；{other}", "{one}; {other}")


def items_never_on_cards(subject: Subject[Card]) -> Iterator[Item]:
    """An item for every two things that a card forbids."""
    told = subject.material.once(told_by, subject.address)
    for one, other in _by_twos(list(map(str, subject.record.never))):
        forbidden = [_forbidden(subject, id_) for id_ in (one, other)]
        both = in_both(lambda lang: _Stem(lang).both.format(one=forbidden[0].of(lang), other=forbidden[1].of(lang)))  # noqa: B023
        right = Worded(Option(f"{subject.address}#never.{one}+{other}", begun(both)), subject.address)
        item = item_of_texts(
            subject, "never", f"never.{one}+{other}", part="",
            stem=in_both(lambda lang: _Stem(lang).never.format(title=subject.title.of(lang))),
            right=right, others=(told,), fields=[subject.record.never[Id(id_)] for id_ in (one, other)],
            why=right.option.text,
        )  # fmt: skip
        if item is not None:
            yield item


def _by_twos(ids: list[str]) -> Iterator[tuple[str, str]]:
    """The ids two by two; one that is left over goes with the one before it."""
    for at in range(0, len(ids) - 1, 2):
        yield ids[at], ids[at + 1]
    if len(ids) % 2 and len(ids) > 1:
        yield ids[-2], ids[-1]


def _forbidden(subject: Subject[Card], id_: str) -> Bilingual:
    return subject.say(lambda record: record.never[Id(id_)])
