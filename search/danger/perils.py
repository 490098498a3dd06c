"""What the index has of the emergency cards: how their dangers are spoken of, and whom to call."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from schemas.words import Bilingual, ByLanguage

Sentences = ByLanguage[tuple[str, ...]]
"""Sentences of each language."""
NONE: Final[Sentences] = ByLanguage((), ())


@dataclass(frozen=True, slots=True)
class Number:
    """A number to call, who answers it and when it is the one to call."""

    number: str
    who: Bilingual
    when: Bilingual


@dataclass(frozen=True, slots=True)
class Peril:
    """A danger that has a card.

    Attributes:
        card: the address of the card.
        title: what the card is called.
        words: what means the danger.
        cries: what people say when it happens.
        calm: what only sounds like it.
        numbers: by handbook, the most urgent first; those of the key `""` where nobody's handbook is known.
    """

    card: str
    title: Bilingual
    words: Sentences
    cries: Sentences
    calm: Sentences
    numbers: Mapping[str, tuple[Number, ...]]

    def numbers_in(self, handbook: str | None) -> tuple[Number, ...]:
        """Whom to call in *handbook*, or where none is known."""
        return self.numbers.get(handbook or "", self.numbers.get("", ()))

    def without_sentences(self) -> Peril:
        """What is needed of it once everything is learnt."""
        return replace(self, words=NONE, cries=NONE, calm=NONE)


def perils_to_json(perils: Iterable[Peril]) -> bytes:
    """The *perils* as JSON."""
    return json.dumps([asdict(peril) for peril in perils], ensure_ascii=False, separators=(",", ":")).encode()


def perils_of(content: bytes) -> tuple[Peril, ...]:
    """The perils of what `perils_to_json` gave."""
    return tuple(_peril(values) for values in json.loads(content))


def _peril(values: Mapping[str, Any]) -> Peril:
    numbers = {
        handbook: tuple(Number(one["number"], Bilingual(**one["who"]), Bilingual(**one["when"])) for one in given)
        for handbook, given in values["numbers"].items()
    }
    said = {name: _sentences(values[name]) for name in ("words", "cries", "calm")}
    return Peril(card=values["card"], title=Bilingual(**values["title"]), numbers=numbers, **said)


def _sentences(values: Mapping[str, Iterable[str]]) -> Sentences:
    return ByLanguage(tuple(values["zh"]), tuple(values["en"]))
