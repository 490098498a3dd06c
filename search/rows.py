"""The rows of the lexical index: what of a passage is looked up, and how often each token stands in it.

A passage has one row for its own words and one for each ask; it scores as the best of them, which keeps five asks from
making a passage long.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, cast

from schemas.kinds import KindName
from search.aliases import Aliases
from search.kinds import SEARCHED
from search.normalize import normalize
from search.passages import Passage
from search.tokens import tokenize_normalized

HEADING: Final = 2
"""How often a section heading counts in its own row."""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A row of the index: its passage, which of its asks it is (-1: its own words), and the text that gives tokens."""

    passage: int
    ask: int
    text: str

    def tokens(self, aliases: Aliases) -> list[str]:
        """All tokens, with those of the other spellings of the terms it mentions, repeated as often as they stand."""
        plain = normalize(self.text)
        gained = (token for alias in aliases.mentioned(plain) for token in alias.tokens)
        return [*tokenize_normalized(plain), *gained]

    def digest(self, aliases: Aliases) -> int:
        """A number that changes with the tokens."""
        text = f"{aliases.digest}\0{self.text}"
        return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def rows_of(number: int, passage: Passage) -> Iterator[IndexRow]:
    """The rows of one passage: its own words, then one for each ask, Chinese ones first."""
    yield IndexRow(number, -1, _own_text(passage))
    for ask, text in enumerate((*passage.asks_zh, *passage.asks_en)):
        yield IndexRow(number, ask, text)


def _own_text(passage: Passage) -> str:
    zh, en = passage.zh, passage.en
    headings = " ".join((zh.title, en.title, *[zh.section, en.section] * HEADING))
    body = " ".join((zh.text, en.text, zh.say, en.say, zh.by, en.by, passage.hints_zh, passage.hints_en))
    asked_as = SEARCHED[cast(KindName, passage.kind)].asked_as
    called = f"{asked_as.zh} {asked_as.en}" if passage.is_record else ""
    return f"{headings} {body} {called} {passage.code} {' '.join(passage.forms)}"
