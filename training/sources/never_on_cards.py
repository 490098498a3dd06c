"""«What is never done» in an emergency: a thing that its card forbids, among sentences of what it tells to do."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.card import Card
from schemas.words import Word, Words, in_both
from training.item import Item, Option
from training.likeness import Worded
from training.material import Subject
from training.sources.making import item_of_texts
from training.sources.quoting import begun
from training.sources.told import told_by


class _Stem(Words):
    never = Word("应急卡“{title}”：下面哪一件事绝不能做？", "Card “{title}”: which of these is never done?")


def items_never_on_cards(subject: Subject[Card]) -> Iterator[Item]:
    """An item for each thing that a card forbids."""
    told = subject.material.once(told_by, subject.address)
    for id_ in subject.record.never:
        forbidden = begun(subject.say(lambda record: record.never[id_]))  # noqa: B023 - said at once
        item = item_of_texts(
            subject, "never", f"never.{id_}", part="",
            stem=in_both(lambda lang: _Stem(lang).never.format(title=subject.title.of(lang))),
            right=Worded(Option(f"{subject.address}#never.{id_}", forbidden), subject.address), others=(told,),
            fields=(subject.record.never[id_],), why=forbidden,
        )  # fmt: skip
        if item is not None:
            yield item
