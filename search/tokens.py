"""Text to tokens, by rules small enough to be written again in the page's JavaScript.

A run of Chinese gives its characters and its character pairs: on this kind of text they beat the words that jieba
cuts by .10 hit@1. A run of Latin letters gives stems without stop words; a run with a digit is a code and gives
itself and every tail of it, without hyphens (`GT-R-KF-26` → `gtrkf26 rkf26 kf26 26`), so that `kf-26`, `KF26` and `26`
all find it. The constants below are handed to the browser as they are; `search/browser.py` says in which keys.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from schemas.limits import LONGEST_CODE
from search.normalize import normalize

RUNS: Final = r"[\u3400-\u9fff]+|[a-z0-9]+(?:[-.'][a-z0-9]+)*"
"""What a token is made from, in normalised text; everything else separates."""

CODE_PARTS: Final = r"[a-z]+|[0-9]+(?:\.[0-9]+)*"
"""The parts of a run that has a digit."""

_ENGLISH: Final = """
a about am an and any are as at be been but by can could did do does doing don done for from get had has have he her
him his how i if in into is isn it its just let ll may me much must my no of on or our ought s she should so some t than
that the their them then there they this to up us ve was we were what when where which who whom whose why will with won
would you your
"""
_CHINESE: Final = """
的 了 吗 呢 吧 啊 呀 嘛 么 我 你 您 们 什 怎 哪 这 那 是 就 也 都 很 和
怎么 什么 么办 么样 怎样 如何 哪些 哪个 哪里 怎办
"""
ENGLISH_STOP: Final = frozenset(_ENGLISH.split())
CHINESE_STOP: Final = frozenset(_CHINESE.split())
"""Words of asking, which a handbook answers and seldom says: left out of text and question alike."""

_RUNS: Final = re.compile(RUNS)
_CODE_PARTS: Final = re.compile(CODE_PARTS)
_WORD_BREAK: Final = re.compile(r"[-.']")
_HAS_DIGIT: Final = re.compile(r"[0-9]")
_VOWEL: Final = re.compile(r"[aeiouy]")


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """*word* without its English ending: `handles`, `handled` and `handling` are all `handl`, `keys` is `key`."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) > 2 and _VOWEL.search(root):
            word = root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root
            break
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def has_word(text: str) -> bool:
    """Whether *text*, which `normalize` has been over, has a word of Latin letters that is no part of a code."""
    return any(run[0] < "\u3400" and len(run) > 1 and not _HAS_DIGIT.search(run) for run in _RUNS.findall(text))


def tokenize(text: str) -> list[str]:
    """The tokens of *text* in the order they stand, repeated where the text repeats them."""
    return tokenize_normalized(normalize(text))


def tokenize_normalized(text: str) -> list[str]:
    """The tokens of a *text* that `normalize` has been over."""
    tokens: list[str] = []
    for run in _RUNS.findall(text):
        if run[0] >= "\u3400":
            tokens.extend(_chinese(run))
        elif _HAS_DIGIT.search(run):
            tokens.extend(_code(run))
        else:
            tokens.extend(stem(word) for word in _WORD_BREAK.split(run) if len(word) > 1 and word not in ENGLISH_STOP)
    return tokens


def _chinese(run: str) -> list[str]:
    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
    return [token for token in [*run, *pairs] if token not in CHINESE_STOP]


def _code(run: str) -> list[str]:
    parts = _CODE_PARTS.findall(run)[:LONGEST_CODE]
    return ["".join(parts[at:]) for at in range(len(parts)) if at == 0 or parts[at] not in ENGLISH_STOP]
