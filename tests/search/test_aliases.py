from __future__ import annotations

from schemas.scalars import Id, Plain
from schemas.terms import Aliases, Term
from search.aliases import read_aliases
from search.normalize import normalize

RESIDENT = Term(
    id=Id("resident"), zh=Plain("业主"), en=Plain("resident"),
    aliases=Aliases(zh=(Plain("住户"),), en=(Plain("owner"),)), abbreviations=(Plain("AB"),),
)  # fmt: skip


def _gained(text: str) -> str:
    return " ".join(alias.words for alias in read_aliases([RESIDENT]).mentioned(normalize(text)))


def test_a_text_that_mentions_a_term_gains_all_its_spellings() -> None:
    """A question with 住户 then finds a text with 业主, and the other way round."""
    assert _gained("請住戶簽字") == "业主 resident 住户 owner AB"
    assert _gained("two owners sign") == "业主 resident 住户 owner AB"


def test_a_latin_spelling_is_found_as_a_word_only() -> None:
    """`AB` is not found inside `about`."""
    assert _gained("about the downer") == ""
    assert _gained("an ab, then about") == "业主 resident 住户 owner AB"
