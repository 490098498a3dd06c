"""The signs that stand between texts and at their ends, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from schemas.plain_text import normal
from schemas.words import Word, Words

_SIGNS: Final = re.compile(r"""[，、。；：！？;!?…“”"'‘’()（）《》〈〉「」『』【】\[\]\s]+|(?<!\d)[.,:]|[.,:](?!\d)""")
"""What separates and ends; a point or a colon within a number is part of it."""


class Marks(Words):
    """What separates and ends texts."""

    enumeration = Word("、", ", ")
    comma = Word("，", ", ")
    semicolon = Word("；", "; ")
    colon = Word("：", ": ")
    stop = Word("。", ".")
    space = Word("", " ")


def joined(texts: Iterable[str], lang: str) -> str:
    """*texts* in a row: `钥匙、门禁卡`, `key, pass`."""
    return Marks(lang).enumeration.join(texts)


def without_signs(text: str) -> str:
    """*text* without case, width, spaces and the signs that separate and end: two that are equal so say the same."""
    return _SIGNS.sub("", normal(text, "NFKC", len(text)).casefold()) or text
