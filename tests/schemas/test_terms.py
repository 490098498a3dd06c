"""Terms: their English by trade, words of choices, words never used."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from schemas.terms import Term
from tests.schemas.content import TERMS, Content

TICKET = {"id": "ticket", "zh": "工单", "en": {"default": "ticket", "property": "repair order"}}


def test_a_term_has_its_english_by_trade() -> None:
    """A handbook takes that of its trade; one of another, or of none, the default. A word alone is the default."""
    ticket, plain = Term.model_validate(TICKET), Term.model_validate({"id": "owner", "zh": "业主", "en": "owner"})

    assert [ticket.english(trade) for trade in ("property", "telecom", "")] == ["repair order", "ticket", "ticket"]
    assert ticket.all_english == ("ticket", "repair order")
    assert (plain.english("property"), plain.all_english) == ("owner", ("owner",))


def test_english_by_trade_needs_a_default(content: Content) -> None:
    """Else other handbooks had none."""
    place = content.put(TERMS, "en: {~default: fitting-out, ~property: fit-out}", "")

    path, line, _ = place.split(":")
    assert content.check("zh") == [
        (
            f"{path}:{line}:9: 错误: 各行业的英文里没有 default，只有：property [no-default-english]\n"
            "    加上 default: 其余行业用的英文。"
        )
    ]
    assert content.titles("en") == [
        f"{path}:{line}:9: error: there is no `default` English beside: property [no-default-english]"
    ]


@pytest.mark.parametrize("english", ["", [], {"default": ""}])
def test_english_is_a_word(english: object) -> None:
    """No nothing, and no list."""
    with pytest.raises(ValidationError):
        Term.model_validate({**TICKET, "en": english})
