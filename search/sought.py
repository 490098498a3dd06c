"""The words of a question as full text looks for them.

Chinese runs are looked for as they stand, Latin words by how they begin, codes without hyphens and spaces. The site's
`offline.js` has the same rules; `tests/data/search-cases.json` holds both to them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from search.tokens import CHINESE_STOP, CODE_PARTS, ENGLISH_STOP, RUNS

OTHER: Final = r"[\u00c0-\u02af\u0370-\u1fff\u3040-\u30ff\uac00-\ud7af\U00010000-\U0010ffff]+"
"""Letters that have no tokens: of other scripts, and the rarest Chinese ones. They are looked for as they stand."""

_PIECES: Final = re.compile(f"{RUNS}|{OTHER}")
_CODE_PARTS: Final = re.compile(CODE_PARTS)
_DIGIT: Final = re.compile("[0-9]")
_BREAK: Final = re.compile("[-.']")
_LATIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_DIGITS: Final = frozenset("0123456789")
_JOINTS: Final = frozenset("- ")
_LONGEST_CODE: Final = 6
"""How many pieces of a question are tried as one code: `GT R KF 26` has four."""

Way = Literal["literal", "word", "code"]


@dataclass(frozen=True, slots=True)
class Sought:
    """A word that is looked for, in normalised text, and the way it is looked for."""

    text: str
    way: Way

    def spans(self, plain: str) -> Iterator[tuple[int, int]]:
        """Where it stands in *plain*, as (start, end)."""
        at = self._next(plain, 0)
        while at >= 0:
            end = self._end(plain, at)
            if end > at:
                yield at, end
            at = self._next(plain, max(end, at + 1))

    def stands_in(self, plain: str) -> bool:
        """Whether it stands in *plain*."""
        return next(self.spans(plain), None) is not None

    @property
    def grams(self) -> list[str]:
        """What each text that holds it has a token of, or one that begins so; empty where tokens say nothing."""
        if self.way == "word":
            parts = [self.text]
        elif self.way == "code":
            parts = _CODE_PARTS.findall(self.text)
        else:
            pairs = [self.text[at : at + 2] for at in range(len(self.text) - 1)]
            parts = [pair for pair in pairs if is_indexed(pair)] or [*self.text]
        return [part for part in parts if is_indexed(part)]

    def _next(self, plain: str, start: int) -> int:
        return plain.find(self.text[0] if self.way == "code" else self.text, start)

    def _end(self, plain: str, at: int) -> int:
        """Where it ends that begins at *at*; -1 where that is another word."""
        if self.way == "literal":
            return at + len(self.text)
        if self.way == "word":
            return -1 if plain[at - 1 : at] in _LATIN else at + len(self.text)
        return self._end_of_code(plain, at)

    def _end_of_code(self, plain: str, at: int) -> int:
        before, end = "", at
        for letter in self.text:
            while before and not (before in _DIGITS and letter in _DIGITS) and plain[end : end + 1] in _JOINTS:
                end += 1
            if plain[end : end + 1] != letter:
                return -1
            before, end = letter, end + 1
        return end if _begins(plain, at) and _ends(plain, end) else -1


def sought_in(plain: str, is_known: Callable[[str], bool]) -> tuple[Sought, ...]:
    """The words of a question that `normalize` has been over; *is_known* is the vocabulary of the index."""
    pieces = [(match.group(), match.start(), match.end()) for match in _PIECES.finditer(plain)]
    words: list[Sought] = []
    at = 0
    while at < len(pieces):
        count, code = _spelled_code(plain, pieces[at : at + _LONGEST_CODE], is_known)
        words.extend([Sought(code, "code")] if code else _words(pieces[at][0]))
        at += count
    return tuple(dict.fromkeys(words))


def _words(piece: str) -> list[Sought]:
    if piece[0] not in _LATIN:
        return [Sought(piece, "literal")]
    if _DIGIT.search(piece):
        return [Sought("".join(_CODE_PARTS.findall(piece)), "code")]
    return [Sought(word, "word") for word in _BREAK.split(piece)]


def _spelled_code(plain: str, pieces: list[tuple[str, int, int]], is_known: Callable[[str], bool]) -> tuple[int, str]:
    """How many of the *pieces* are one code with spaces in it, and that code: the longest that the index has."""
    count = 1
    while count < len(pieces) and plain[pieces[count - 1][2] : pieces[count][1]] == " ":
        count += 1
    for many in range(count, 1, -1):
        code = "".join(part for piece, _, _ in pieces[:many] for part in _CODE_PARTS.findall(piece))
        if code[:1].isalpha() and _DIGIT.search(code) and is_known(code):
            return many, code
    return 1, ""


def _begins(plain: str, at: int) -> bool:
    if plain[at] not in _DIGITS:
        return plain[at - 1 : at] not in _LATIN
    return plain[at - 1 : at] not in _DIGITS and not (plain[at - 1 : at] == "." and plain[at - 2 : at - 1] in _DIGITS)


def _ends(plain: str, end: int) -> bool:
    if plain[end - 1] not in _DIGITS:
        return True
    return plain[end : end + 1] not in _DIGITS and not (
        plain[end : end + 1] == "." and plain[end + 1 : end + 2] in _DIGITS
    )


def is_indexed(part: str) -> bool:
    """Whether every text that holds *part* has a token of it: not so words of asking, single letters, other scripts."""
    if part[0] in _LATIN:
        return (len(part) > 1 or part in _DIGITS) and not any(word.startswith(part) for word in ENGLISH_STOP)
    return "\u3400" <= part[0] <= "\u9fff" and part not in CHINESE_STOP
