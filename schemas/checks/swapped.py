"""English of two texts that change places fits better: a translator wrote each into the entry of the other.

How well English fits a text is told by what survives translation: length, the sign at the end, questions, colons,
quotes, digits, «you», links and blanks, and the words of `terms.yaml`. Only neighbours are compared, and those that
stand beside one another in the record, such as the titles of two steps. Two texts that have none of it in common with
their own English are told apart; of short ones without a term most are not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import log
from typing import Final, NamedTuple

from schemas.by_library import ByLibrary
from schemas.catalogue import Message
from schemas.checks.copied import list_of
from schemas.library import Library
from schemas.markup import marks, may_be_marked
from schemas.terms import Term

_LETTERS: Final = 3.2
"""Letters of English for a Chinese character, in the middle."""
_SURELY: Final = 7.5
"""By so much two texts must fit the English of each other better: of 88,000 pairs of sound ones none comes to 6.8."""
_POORLY: Final = 0.0
"""Two texts that fit their own English better than this are not compared further."""
_NEAR: Final = 30
"""So many of those behind it in its list a text is compared with: of thousands of steps every pair takes minutes."""
_OF_MARKS: Final = 8.0
_OF_TERM: Final = 2.2
_STEM: Final = re.compile(r"\b[a-z]{1,4}")
"""Words that begin alike are forms of one another."""
_DIGIT: Final = re.compile("[0-9]")
_TOO_COMMON: Final = frozenset(
    ("the", "a", "of", "to", "and", "in", "on", "for", "with", "by", "at", "or", "who", "not")
)


class _Sign(NamedTuple):
    """What is often there in both languages or in neither: how much it counts in both, in one only."""

    both: float
    chinese_only: float
    english_only: float


_SIGNS: Final = (
    _Sign(1, 4, 1),  # ends as a sentence
    _Sign(3, 2, 1),  # a question
    _Sign(1.5, 1, 0.5),  # a semicolon
    _Sign(1, 1, 0),  # a colon
    _Sign(2, 2, 1),  # a quote
    _Sign(1.5, 1, 0.5),  # brackets
    _Sign(2, 1, 0.5),  # digits
    _Sign(1.5, 1, 0.5),  # speaks to somebody
)


def _sums(values: tuple[float, ...]) -> tuple[float, ...]:
    """The sum of the values of every set of signs, the set being the bits of the index."""
    return tuple(
        sum(value for bit, value in enumerate(values) if signs >> bit & 1) for signs in range(1 << len(values))
    )


_BOTH: Final = _sums(tuple(sign.both for sign in _SIGNS))
_CHINESE_ONLY: Final = _sums(tuple(sign.chinese_only for sign in _SIGNS))
_ENGLISH_ONLY: Final = _sums(tuple(sign.english_only for sign in _SIGNS))


class _Side(NamedTuple):
    """A text in one language, as far as it is compared; of a Chinese one its terms too."""

    text: str
    signs: int
    marks: tuple[str, ...]
    terms: frozenset[str] = frozenset()


def _chinese_signs(text: str) -> int:
    return (
        (text.rstrip("”’）》")[-1:] in tuple("。？！："))
        | ("？" in text) << 1
        | ("；" in text) << 2
        | ("：" in text) << 3
        | ("“" in text or "《" in text) << 4
        | ("（" in text) << 5
        | bool(_DIGIT.search(text)) << 6
        | ("您" in text or "你" in text) << 7
    )


def _english_signs(text: str) -> int:
    return (
        (text.rstrip("”’)")[-1:] in tuple(".?!:"))
        | ("?" in text) << 1
        | (";" in text) << 2
        | (":" in text) << 3
        | ("“" in text or "[[" in text) << 4
        | ("(" in text or "[" in text) << 5
        | bool(_DIGIT.search(text)) << 6
        | ("you" in text or "You" in text) << 7
    )


class _Terms:
    """The terms of a library: finds them in Chinese, and knows how the words of their English begin."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._english = {str(term.zh): _beginning(term) for term in terms if not term.choice and len(term.zh) > 1}
        by_length = sorted(self._english, key=len, reverse=True)
        self._chinese = re.compile("|".join(map(re.escape, by_length))) if by_length else None

    def chinese(self, text: str) -> _Side:
        """A Chinese text."""
        terms = frozenset(self._chinese.findall(text)) if self._chinese else frozenset[str]()
        return _Side(text, _chinese_signs(text), _marks(text), terms)

    def fit(self, source: _Side, translation: _Side) -> float:
        """How well an English text fits a Chinese one: the more the better."""
        chinese, english = source.signs, translation.signs
        far_off = abs(log(len(translation.text) / len(source.text) / _LETTERS))
        value = _BOTH[chinese & english] - _CHINESE_ONLY[chinese & ~english] - _ENGLISH_ONLY[english & ~chinese]
        value -= far_off * (1 + min(len(source.text), 40) / 12)
        if source.marks or translation.marks:
            value += _OF_MARKS if source.marks == translation.marks else -_OF_MARKS
        for term in source.terms:
            value += _OF_TERM if self._english[term].search(translation.text) else -_OF_TERM
        return value


def _english_side(text: str) -> _Side:
    return _Side(text, _english_signs(text), _marks(text))


def _beginning(term: Term) -> re.Pattern[str]:
    """Finds a word that begins as one of the English of a term does."""
    words = _STEM.findall(" ".join((*term.all_english, *term.aliases.en)).lower())
    stems = sorted({*words} - _TOO_COMMON) or words
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)


def _marks(text: str) -> tuple[str, ...]:
    return tuple(marks(text)) if may_be_marked(text) else ()


_NO_TERMS: Final = _Terms(())
_TERMS: Final = ByLibrary(lambda library: _Terms(library.terms.terms))


class _Text(NamedTuple):
    address: str
    source: _Side
    translation: _Side
    fit: float


def swapped(library: Library, messages: Mapping[str, Message]) -> Iterator[tuple[str, str]]:
    """The addresses of two texts each of which has the English of the other, the one that comes first at the head.

    Args:
        library: whose terms are looked for.
        messages: the entries of a file that are in use, by the address of their text, in the order of the texts.
    """
    terms = _TERMS.of(library) if library.terms.terms else _NO_TERMS  # asked each time: so it counts among the reads
    texts: list[_Text] = []
    for address, message in messages.items():
        if message.translation.strip() and not message.fuzzy:
            source, translation = terms.chinese(message.source), _english_side(message.translation)
            texts.append(_Text(address, source, translation, terms.fit(source, translation)))
    told: set[str] = set()
    for better, one, other in sorted(_better(terms, texts), reverse=True):
        if better > _SURELY and not {one, other} & told:
            told |= {one, other}
            yield one, other


def _better(terms: _Terms, texts: list[_Text]) -> Iterator[tuple[float, str, str]]:
    """By how much two neighbours fit the English of each other better, where they fit their own poorly."""
    for one, other in _neighbours(texts):
        own = one.fit + other.fit
        if own < _POORLY and one.source != other.source and one.translation != other.translation:
            crossed = terms.fit(one.source, other.translation) + terms.fit(other.source, one.translation)
            yield crossed - own, one.address, other.address


def _neighbours(texts: list[_Text]) -> Iterator[tuple[_Text, _Text]]:
    yield from pairwise(texts)
    beside = defaultdict[tuple[str, str], list[_Text]](list)
    for text in texts:
        beside[list_of(text.address)].append(text)
    for of_list in beside.values():
        for number, one in enumerate(of_list, 1):
            yield from ((one, other) for other in of_list[number : number + _NEAR])
