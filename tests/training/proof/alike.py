"""When a proof takes two texts for the same: they read alike, or one stands in the other but for a few characters."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from schemas.words import LANGUAGES, Bilingual
from training.item import Item

_SIGN: Final = re.compile(r"[\W_]+")
_COVERED: Final = 0.8
_LEAST: Final = 4


def plain(text: str) -> str:
    """A text without what does not tell: signs and capitals."""
    return _SIGN.sub("", text.casefold())


def reads_alike(text: Bilingual, other: Bilingual) -> bool:
    """Whether two texts are the same in either language."""
    return any(plain(text.of(lang)) == plain(other.of(lang)) for lang in LANGUAGES)


def stands_in(text: str, whole: str) -> bool:
    """Whether *text* stands in *whole*, or nearly all of it in pieces of two characters and more."""
    short, long = plain(text), plain(whole)
    if len(short) < _LEAST:
        return short == long
    if short in long:
        return True
    if len({*pairwise(short)} & {*pairwise(long)}) * 2 <= len(short):
        return False
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) >= _COVERED * len(short)


def called(item: Item, keys: Collection[str]) -> frozenset[str]:
    """The answers of an item with one of these *keys*, and those that read like one of them."""
    texts = {
        (lang, option.text.of(lang).casefold()) for option in item.options if option.key in keys for lang in LANGUAGES
    }
    return frozenset(
        option.key
        for option in item.options
        if any((lang, option.text.of(lang).casefold()) in texts for lang in LANGUAGES)
    )
