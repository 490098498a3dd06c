"""Pinyin: a question typed in Latin letters without an input method (`tousu zenme chuli`).

A record's title, headings and asks are indexed with the pinyin of their neighbouring characters too; a Latin question
that can be read as pinyin is cut into syllables and looked up there. In the earlier measurement this is what made
pinyin questions findable at all; it is not tried on questions with a Chinese character, where it costs .04 hit@1.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from search.normalize import normalize
from search.tokens import ENGLISH_STOP, stem

SYLLABLE: Final = (
    "(?:a[io]?|ang?|ou?|e[inr]?|[bmp](?:a[io]?|[aei]ng?|ei|ie?|ia[no]|o|u)|pou|me|m[io]u|[fw](?:a|[ae]ng?|ei|o|u)|fou|wai"
    "|[dt](?:a[io]?|an|e|[aeio]ng|ie?|ia[no]|ou|u[ino]?|uan)|dei|diu"
    "|[nl](?:a[io]?|ei?|[eio]ng|i[eu]?|i?ang?|iao|in|ou|u[eo]?|ve?|uan)|nen|lia|lun"
    "|[ghk](?:a[io]?|[ae]ng?|e|ong|ou|u[aino]?|uai|uang?)|[gh]ei|[jqx](?:i(?:ao?|ang?|e|ng?|ong|u)?|u[en]?|uan)"
    "|(?:[csz]h?|r)(?:[ae]ng?|ao|e|i|ou|u[ino]?|uan)|[csz](?:ai?|ong)|[csz]h(?:ai?|uai|uang)|zei|[sz]hua|(?:[cz]h|r)ong"
    "|y(?:ao?|[ai]ng?|e|i|ong|ou|u[en]?|uan))"
)
"""One syllable without its tone, `v` for `ü`."""

MARK: Final = "py:"
"""What a pinyin token begins with, so that it never meets an English word."""

_SYLLABLE: Final = re.compile(SYLLABLE)
_WORD: Final = re.compile(r"[a-z]+")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]+")
_LONGEST: Final = 6


def pinyin_tokens(text: str) -> list[str]:
    """The pinyin tokens of a Chinese *text*: `投诉` gives `py:tousu`. Needs `pypinyin`; used when indexing."""
    from pypinyin import lazy_pinyin  # 0.3 s to import, and a question never needs it

    tokens: list[str] = []
    for run in _CHINESE.findall(normalize(text)):
        tokens.extend(_tokens([syllable.replace("ü", "v") for syllable in lazy_pinyin(run)]))
    return tokens


def read_pinyin(question: str, is_known: Callable[[str], bool]) -> list[str]:
    """The pinyin tokens of a Latin *question*, or nothing when it does not look like pinyin.

    It looks like pinyin when at least half of its words are pinyin and neither English stop words nor words that
    *is_known* (the vocabulary of the index) has, and they have two syllables between them.
    """
    words = _WORD.findall(normalize(question))
    if not words or _CHINESE.search(normalize(question)):
        return []
    cut = {word: _cut(word) for word in words if word not in ENGLISH_STOP and not is_known(stem(word))}
    read = [word for word in words if cut.get(word)]
    if len(read) * 2 < len(words) or sum(len(cut[word]) for word in read) < 2:
        return []
    return _tokens([syllable for word in words for syllable in cut.get(word) or _cut(word)])


def _tokens(syllables: list[str]) -> list[str]:
    return [MARK + one + two for one, two in pairwise(syllables)]


def _cut(word: str) -> list[str]:
    """The syllables of *word*, each as long as the rest allows, or nothing when it cannot be cut."""
    rests: dict[int, list[str]] = {len(word): []}
    for start in range(len(word) - 1, -1, -1):
        for end in range(min(start + _LONGEST, len(word)), start, -1):
            if end in rests and _SYLLABLE.fullmatch(word[start:end]):
                rests[start] = [word[start:end], *rests[end]]
                break
    return rests.get(0, [])
