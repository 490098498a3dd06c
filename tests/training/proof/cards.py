"""What a card makes right: the first act of somebody, and the numbers that are called in a case."""

from __future__ import annotations

from typing import Any

from tests.training.proof.alike import stands_in
from training.item import Item
from training.material import Material


def right_first(material: Material, item: Item) -> frozenset[str]:
    """The first act of the same person on the card, or the numbers that are called then."""
    field, id_ = item.place.split(".")
    card: Any = material.library.entries[item.record].record
    return _first_acts(item, card, id_) if field == "acts" else _called(item, card, id_)


def _first_acts(item: Item, card: Any, id_: str) -> frozenset[str]:
    actor = next(act.by for act in card.acts if str(act.id) == id_)
    first = next(act.do for act in card.acts if act.by == actor)
    return frozenset(option.key for option in item.options if stands_in(option.text.zh, first))


def _called(item: Item, card: Any, number: str) -> frozenset[str]:
    asked = next(call for call in card.calls if str(call.number) == number)
    if asked.when is None:
        return frozenset({str(card.calls[0].number)})
    same = {str(call.number) for call in card.calls if call.when is None or _overlap(call.when, asked.when)}
    told = [*(str(act.do) for act in card.acts), *(str(each.say) for each in card.say)]
    same |= {option.key for option in item.options if any(option.key in text for text in told)}
    return frozenset(option.key for option in item.options if option.key in same)


def _overlap(case: str, other: str) -> bool:
    """Whether two cases have a part in common."""
    return any(part in other for part in case.replace("，", "、").split("、"))
