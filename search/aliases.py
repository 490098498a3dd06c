"""Other words for the same thing, from `terms.yaml`, added to a text when it is indexed: a question needs none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from schemas.terms import Term
from search.normalize import has_cjk, normalize


@dataclass(frozen=True, slots=True)
class Alias:
    """A term: the spellings it is recognised by, normalised, and all of its spellings as they are indexed."""

    spellings: tuple[str, ...]
    words: str


def read_aliases(terms: Iterable[Term]) -> tuple[Alias, ...]:
    """The terms as `expand` needs them."""
    aliases = []
    for term in terms:
        words = (term.zh, term.en, *term.aliases.zh, *term.aliases.en, *term.abbreviations)
        aliases.append(Alias(tuple(sorted({normalize(word) for word in words})), " ".join(words)))
    return tuple(aliases)


def expand(text: str, aliases: Iterable[Alias]) -> str:
    """The spellings of every term that *text* mentions, in one string; empty when it mentions none."""
    plain = normalize(text)
    return " ".join(alias.words for alias in aliases if any(_mentions(plain, word) for word in alias.spellings))


def _mentions(text: str, word: str) -> bool:
    if has_cjk(word):
        return len(word) > 1 and word in text
    return re.search(rf"(?<![a-z0-9]){re.escape(word)}(?:s|es)?(?![a-z0-9])", text) is not None
