"""«What do you say» in one of the conditions of a card."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.card import Card
from schemas.words import Word, Words, in_both
from training.item import Item
from training.material import Subject
from training.sources.making import item_of_texts, option_of
from training.sources.said import said_by


class _Stem(Words):
    condition = Word("应急卡“{title}”：{condition}，怎么说？", "Card “{title}”. {condition}: what do you say?")


def items_say_on_cards(subject: Subject[Card]) -> Iterator[Item]:
    """An item for each condition of a card, among the words of its other conditions: nothing of another danger."""
    own = subject.material.once(said_by, subject.address)
    for saying in subject.record.say:
        if not saying.when:
            continue
        condition = subject.say_of(str(saying.id), "when")
        right = option_of(own, f"{subject.address}#{saying.id}")
        item = item_of_texts(
            subject, "say", f"say.{saying.id}", part=str(saying.id),
            stem=in_both(lambda lang: _Stem.condition.say(lang, title=subject.title, condition=condition)),  # noqa: B023
            right=right, others=(own,),
            fields=(saying.when, saying.say), why=right.option.text,
        )  # fmt: skip
        if item is not None:
            yield item
