"""The perils of a library: its cards, each with the numbers that every handbook has for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from schemas.card import Card, CardCall, Sentences
from schemas.cards_used import number_called
from schemas.entry import Entry
from schemas.library import Library
from schemas.telephone import telephone
from schemas.words import LANGUAGES, Bilingual, ByLanguage
from search.danger.perils import Number, Peril, perils_to_json


def cut_perils(library: Library) -> bytes:
    """The perils of *library* as JSON; its keeper keeps them."""
    view = library.view(LANGUAGES[0])
    return view.keeper.of("perils", view, lambda: perils_to_json(_perils(view)))


def _perils(zh: Library) -> Iterator[Peril]:
    en = zh.view(LANGUAGES[1])
    for entry in zh.of_kind("cards"):
        card, english = (cast(Card, view.entries[entry.address].record) for view in (zh, en))
        yield Peril(
            card=entry.address,
            title=Bilingual(str(card.title), str(english.title)),
            words=ByLanguage(tuple(map(str, card.dangers.zh)), tuple(map(str, card.dangers.en))),
            cries=_said(card.cries),
            calm=_said(card.calm),
            numbers=_numbers(zh, en, entry),
        )


def _said(sentences: Sentences) -> ByLanguage[tuple[str, ...]]:
    return ByLanguage(tuple(map(str, sentences.zh)), tuple(map(str, sentences.en)))


def _numbers(zh: Library, en: Library, entry: Entry) -> Mapping[str, tuple[Number, ...]]:
    """The numbers of a card by handbook, without those that are the same as where no handbook is known."""
    usual = tuple(_called(zh, en, entry, str(zh.settings.default)))
    given = {handbook: tuple(_called(zh, en, entry, handbook)) for handbook in zh.handbook_ids()}
    return {"": usual, **{handbook: numbers for handbook, numbers in given.items() if numbers != usual}}


def _called(zh: Library, en: Library, entry: Entry, handbook: str) -> Iterator[Number]:
    """Whom the card calls there; left out is what the handbook has no number of."""
    chinese, english = (cast(Card, view.entries[entry.address].record).calls for view in (zh, en))
    seen = set()
    for pair in zip(chinese, english, strict=True):
        values = [_value(view, call, handbook) for view, call in zip((zh, en), pair, strict=True)]
        number = telephone(values[0]) or values[0]
        if number and number not in seen:
            seen.add(number)
            who = (_who(view, *one) for view, one in zip((zh, en), zip(pair, values, strict=True), strict=True))
            when = (
                view.plain(str(call.when), entry) if call.when else ""
                for view, call in zip((zh, en), pair, strict=True)
            )
            yield Number(number, Bilingual(*who), Bilingual(*when))


def _value(view: Library, call: CardCall, handbook: str) -> str:
    return number_called(view, call, handbook) if call.number.key else str(call.number)


def _who(view: Library, call: CardCall, value: str) -> str:
    """Who answers: as the card says, or what a handbook says beside its number."""
    return call.answered_by(view.lang) or value.replace(telephone(value) or value, "").strip()
