"""Pinyin: a question typed in Latin letters without an input method (`tousu zenme chuli`, `tóusù`, `tscl`).

It is turned into the Chinese that the library most likely has for it, so that both halves of the search understand it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from schemas.limits import LONGEST_PASSAGE
from schemas.plain_text import normal
from search.decoding import LONGEST, Decoder
from search.lexical import LexicalIndex
from search.normalize import has_cjk
from search.sounds import characters
from search.tokens import ENGLISH_STOP, stem

CERTAIN: Final = 5
"""In how many rows each pair stands that syllables in a Chinese question are read as."""
FEWEST: Final = 3
MOST_INITIALS: Final = 8
"""How many letters are read as initials: `tscl` for 投诉处理."""
MOST_LETTERS: Final = 64
"""So many letters of a question are read as pinyin."""

_WORD: Final = re.compile("[a-z]+")
_PIECE: Final = re.compile("[a-z0-9]+|[^a-z0-9]+")
_TONED: Final = re.compile("([a-z]+)([1-5])(?![0-9.])")
_UMLAUT: Final = str.maketrans(dict.fromkeys("üǖǘǚǜ", "v"))
_NO_UMLAUT: Final = re.compile("([jqxy])v")
_BETWEEN: Final = re.compile("[ '\u2019]*")


def read_pinyin(plain: str, lexical: LexicalIndex) -> str:
    """A question that `normalize` has been over, its pinyin turned into Chinese.

    It is pinyin when at least half of its words can be and are neither English words of asking nor words of the index,
    and they have two syllables between them. In a Chinese question, syllables become Chinese where that is certain.
    """
    reader = _Reader(lexical)
    text = without_tones(plain)
    if has_cjk(text):
        return "".join(map(reader.in_chinese, _PIECE.findall(plain)))
    words = [piece for piece in _PIECE.findall(text[:MOST_LETTERS]) if _WORD.fullmatch(piece)]
    read = [word for word in words if not reader.is_foreign(word) and (cut(word) or reader.certain(word))]
    if len(read) * 2 < len(words) or sum(len(cut(word)) or len(word) for word in read) < 2:
        return plain
    return reader.whole(text[:MOST_LETTERS])


def without_tones(plain: str) -> str:
    """*plain* without tones, as marks or numbers: `tóusù`, `tou2su4`; with `v` for `ü`, and none after j, q, x, y."""
    marked = normal(plain.translate(_UMLAUT), "NFD", LONGEST_PASSAGE)
    bare = "".join(letter for letter in marked if not "\u0300" <= letter <= "\u036f")
    if all(cut(match.group(1)) for match in _TONED.finditer(bare)):
        bare = _TONED.sub(r"\1", bare)
    return _NO_UMLAUT.sub(r"\1u", bare)


def cut(word: str) -> list[str]:
    """The syllables of *word*, each as long as the rest allows, or nothing when it cannot be cut."""
    rests: dict[int, list[str]] = {len(word): []}
    for start in range(len(word) - 1, -1, -1):
        for end in range(min(start + LONGEST, len(word)), start, -1):
            if end in rests and word[start:end] in characters():
                rests[start] = [word[start:end], *rests[end]]
                break
    return rests.get(0, [])


class _Reader:
    def __init__(self, lexical: LexicalIndex) -> None:
        self._lexical = lexical
        self._decoder = Decoder(lexical)

    def is_foreign(self, word: str) -> bool:
        """Whether it is an English word of asking or of the index."""
        return word in ENGLISH_STOP or self._lexical.knows(stem(word))

    def certain(self, word: str) -> str:
        """The Chinese for the syllables or initials of one word, where each pair is a frequent one; or nothing."""
        if self.is_foreign(word) or not _WORD.fullmatch(word) or not FEWEST <= len(word) <= MOST_LETTERS:
            return ""
        if not cut(word):
            return self._lexical.begun_by(word) if len(word) <= MOST_INITIALS else ""
        text = self._decoder.decode([word])
        pairs = [one + other for one, other in pairwise(text)]
        return text if pairs and all(self._decoder.often(pair) >= CERTAIN for pair in pairs) else ""

    def in_chinese(self, word: str) -> str:
        """What a word of a Chinese question stands for, or itself."""
        return (self.certain(word) if cut(word) else "") or word

    def whole(self, text: str) -> str:
        """A question that is pinyin; what can be none stays as it is."""
        chinese, words = list[str](), list[str]()

        def finish() -> None:
            chinese.append(self._decoder.decode(words))
            words.clear()

        for piece in _PIECE.findall(text):
            if cut(piece):
                words.append(piece)
            elif not _BETWEEN.fullmatch(piece):
                finish()
                chinese.append(self.certain(piece) or f" {piece.strip()} ")
        finish()
        return " ".join("".join(chinese).split())
