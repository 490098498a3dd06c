"""What a card tells to do, sentence by sentence: short enough to stand beside what it forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from schemas.card import Card
from schemas.words import Bilingual
from training.item import Option
from training.likeness import Worded, says_the_same
from training.material import Material, Subject
from training.sources.quoting import begun

_SENTENCE: Final = re.compile(r"(?<=[。；！？])|(?<=[.;!?]) ")
_NOT: Final = re.compile(
    r"[不别没勿？?…]|未|\b(?:no|not|never|nobody|nothing|nor|none|neither|only|without)\b|n’t\b", re.IGNORECASE
)
_LEAST_ZH: Final = 5
_LEAST_EN: Final = 12


def told_by(material: Material, card: str) -> tuple[Worded, ...]:
    """The sentences of its acts that tell to do something, where both languages have as many of them.

    None of them says what any card forbids.
    """
    subject: Subject[Card] = material.subject(card)
    forbidden = material.once(_forbidden_by_cards)
    return tuple(
        each
        for number in range(len(subject.record.acts))
        for each in _sentences(subject, number)
        if not any(says_the_same(each, other) for other in forbidden)
    )


def _forbidden_by_cards(material: Material) -> tuple[Worded, ...]:
    return tuple(
        Worded(Option("", subject.say(lambda record: record.never[id_])))  # noqa: B023 - said at once
        for subject in (material.subject(entry.address) for entry in material.library.of_kind("cards"))
        for id_ in subject.record.never
    )


def _sentences(subject: Subject[Card], number: int) -> Iterator[Worded]:
    text = subject.say(lambda record: record.acts[number].do)
    in_zh, in_en = ([part.strip() for part in _SENTENCE.split(each) if part.strip()] for each in text.both())
    if len(in_zh) != len(in_en):
        return
    id_ = subject.record.acts[number].id
    for at, (zh, en) in enumerate(zip(in_zh, in_en, strict=True)):
        if not (_NOT.search(zh) or _NOT.search(en) or len(zh) < _LEAST_ZH or len(en) < _LEAST_EN):
            yield Worded(Option(f"{subject.address}#acts.{id_}.{at}", begun(Bilingual(zh, en))), subject.address)
