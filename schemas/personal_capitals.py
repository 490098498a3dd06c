"""Names in Latin letters that no word beside them gives away: what has a capital and is no English.

`personal_latin.txt` has the words of English. What is both a word and a name (Grace, Rose) is a name amid a sentence,
away from other capitals, and where somebody says or does something: «Grace says», not «Grace period», «Rose Garden».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from schemas.personal_latin import SURNAME, SYLLABLE

_SURNAME: Final = re.compile(SURNAME)
_PINYIN: Final = re.compile(rf"(?=[A-Z])(?i:{SYLLABLE})")
_LOW: Final = "a-z\u00df-\u00f6\u00f8-\u017f"
_UP: Final = "A-Z\u00c0-\u00d6\u00d8-\u00de"
NEEDS: Final = re.compile(f"[{_UP}][{_LOW}]")
"""What no such name is without."""
_CAPITAL: Final = re.compile(
    rf"(?<![{_LOW}{_UP}0-9_@./-])(?:[{_UP}]['’])?[{_UP}][{_LOW}]+(?:['’-]?[{_UP}][{_LOW}]+|['’-](?!s\b)[{_LOW}]+)*"
    rf"(?![{_UP}0-9_@/-]|\.[{_LOW}])"
)
_BEGINS: Final = re.compile(r"(?:^|[.!?:;。！？：；\n\"“”(\[|•*-])\s*$")
_TWO_WORDS: Final = 3
_COMPANY: Final = re.compile(
    r"(?: [A-Z][a-z]+){0,3},? (?:Co|Ltd|Inc|Company|GmbH|Limited|Corp|Gardening|Landscaping|Cleaning|Elevators?|"
    r"Catering|Construction|Engineering|Decoration|Technology|Property|Trading|Logistics|Bank|Hospital|Hotel|School|Software)\b"
)
_PARTICLES: Final = re.compile(r"(?:\b(?:van|von|de|der|den|del|di|da|la|al|el|bin|ibn|ter) ){0,2}$")
_NEAR: Final = 20
"""What tells of a word stands so near."""
_ACTS: Final = re.compile(
    r"(?:'s\b|’s\b)|\s(?:says?|said|asks?|asked|wants?|wanted|calls?|called|comes?|came|reports?|reported|"
    r"complains?|complained|claims?|claimed|tells?|told|insists?|refuses?|refused|agrees?|agreed|lost|found|signed|paid|took|left|forgot|thinks|"
    r"from (?:building|flat|room|unit|maintenance|security|the)|and [A-Z][a-z]+ |who |will |has |is |was |in [0-9])"
)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """What is no name: `ordinary` words, titles `beside` names, `grammar`; what is `both`; names that are `short`."""
    text = (files("schemas") / "personal_latin.txt").read_text("utf-8")
    sections = (section.partition("]\n") for section in text.split("\n[")[1:])
    return {name: frozenset(words.split()) for name, _, words in sections}


def capitals(plain: str) -> Iterator[tuple[int, int]]:
    """Start and end of every name that its capital gives away in *plain*; words of one name each by itself."""
    if not NEEDS.search(plain):
        return
    words = list(_CAPITAL.finditer(plain))
    names = [_is_name(word[0]) and not _COMPANY.match(plain, word.end()) for word in words]
    for place, word in enumerate(words):
        beside = [
            near for near in (place - 1, place + 1) if 0 <= near < len(words) and _touch(plain, words, place, near)
        ]
        if (
            names[place]
            or _said_twice(words, place, beside)
            or (_is_both(word[0]) and not beside and _is_somebody(plain, word))
        ):
            yield _with_particles(plain, word.start()), word.end()
        elif (
            any(names[near] and (near < place or _is_first(word[0])) for near in beside)
            and word[0] not in _words()["beside"]
        ):
            yield word.span()


def _with_particles(plain: str, start: int) -> int:
    """Where a name begins that has small words before it: van der Berg."""
    found = _PARTICLES.search(plain, max(0, start - _NEAR), start)
    return found.start() if found else start


def _is_both(word: str) -> bool:
    """Whether a word is a name and something else: Grace, Dong."""
    return word in _words()["both"] or (bool(_SURNAME.fullmatch(word)) and word not in _words()["grammar"])


def _said_twice(words: list[re.Match[str]], place: int, beside: list[int]) -> bool:
    """Whether a word is half of what a child or a colleague is called: Hui Hui."""
    return any(words[near][0] == words[place][0] for near in beside)


def _touch(plain: str, words: list[re.Match[str]], one: int, other: int) -> bool:
    first, second = sorted((words[one], words[other]), key=re.Match.start)
    return plain[first.end() : second.start()] == " "


def _is_name(word: str) -> bool:
    """Whether no part of a word is one of English: Jean-Pierre, O'Brien, Priya."""
    if "-" in word and word.istitle() and not _words()["both"].isdisjoint(word.split("-")):
        return True
    parts = re.findall(rf"[{_UP}]?[{_LOW}]+", word)
    return any(map(_is_none, parts)) and all(_is_none(part) or len(part) < _TWO_WORDS for part in parts)


def _is_none(part: str) -> bool:
    return part in _words()["short"] if len(part) < _TWO_WORDS else part.lower() not in _words()["ordinary"]


def _is_first(word: str) -> bool:
    """Whether a word may be the first of a name that goes on: Sun Yat, Grace Okafor."""
    return word in _words()["both"] or (bool(_PINYIN.fullmatch(word)) and word not in _words()["grammar"])


def _is_somebody(plain: str, word: re.Match[str]) -> bool:
    begins = _BEGINS.search(plain, max(0, word.start() - _NEAR), word.start())
    return not begins or bool(_ACTS.match(plain, word.end()))
