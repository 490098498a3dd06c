"""The signs that stand between texts and at their ends, in either language."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.words import Word, Words


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
