"""Other words for the same thing, from `terms.yaml`, added to a text when it is indexed: a question needs none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from operator import add
from typing import Final

from schemas.terms import Term
from search.normalize import has_cjk, normalize
from search.tokens import tokenize

_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_WORD: Final = re.compile("[a-z0-9]+")
_PLURALS: Final = ("", "s", "es")


@dataclass(frozen=True)
class Alias:
    """A term: the spellings it is recognised by, normalised, and all of its spellings as they are indexed."""

    spellings: tuple[str, ...]
    words: str

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """What a text that mentions the term gains."""
        return tuple(tokenize(self.words))


@dataclass(frozen=True)
class Aliases:
    """The terms of a library. A text is looked through once, however many terms there are."""

    terms: tuple[Alias, ...]

    def mentioned(self, plain: str) -> list[Alias]:
        """The terms that *plain*, which `normalize` has been over, mentions, in their order."""
        words = {*_WORD.findall(plain)}
        singular = (word.removesuffix(ending) for word in words for ending in _PLURALS if word.endswith(ending))
        starts = {*map(add, plain, plain[1:]), *singular, ""} & self._by_start.keys()
        candidates = (spelling for start in starts for spelling in self._by_start[start])
        return [self.terms[number] for number in sorted({at for at, word in candidates if _mentions(plain, word)})]

    @cached_property
    def digest(self) -> str:
        """sha256 of everything that a text can gain."""
        return sha256(repr([(alias.spellings, alias.words) for alias in self.terms]).encode()).hexdigest()

    @cached_property
    def _by_start(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        by_start = defaultdict(list)
        for number, alias in enumerate(self.terms):
            for spelling in alias.spellings:
                by_start[_start(spelling)].append((number, spelling))
        return by_start


def read_aliases(terms: Iterable[Term]) -> Aliases:
    """The terms as texts are searched for them; words of choices say nothing about what a text is on."""
    aliases = []
    for term in terms:
        if term.choice:
            continue
        words = (term.zh, *term.all_english, *term.aliases.zh, *term.aliases.en, *term.abbreviations)
        aliases.append(Alias(tuple(sorted({normalize(word) for word in words})), " ".join(words)))
    return Aliases(tuple(aliases))


def _start(spelling: str) -> str:
    """What a text has that mentions *spelling*: its first two characters, or its first word where it is Latin."""
    if has_cjk(spelling):
        return spelling[:2]
    word = _WORD.match(spelling)
    return word.group() if word else ""


def _mentions(text: str, word: str) -> bool:
    at = text.find(word)
    if at >= 0 and has_cjk(word):
        return len(word) > 1
    while at >= 0:
        end = at + len(word)
        ends = (end + len(plural) for plural in _PLURALS if text.startswith(plural, end))
        if text[at - 1 : at] not in _LETTERS and any(text[end : end + 1] not in _LETTERS for end in ends):
            return True
        at = text.find(word, at + 1)
    return False
