"""What a text forbids, put as the act that is forbidden: `不借出钥匙`, `Never lend a key` as `借出钥匙`, `Lend a key`.

So it can stand among acts that are allowed, and nobody finds it by its «never». What is not put that way in both
languages, because it has a condition or says what is done instead, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from schemas.words import Bilingual

_CLAUSE: Final = re.compile(r"[，；]")
_NEVER_ZH: Final = re.compile(r"^(?:绝|决|从|也)?不(?!可|能|得|会)")
_LISTED_ZH: Final = re.compile(r"、不")
_NOT_ZH: Final = re.compile(r"[不别勿]|除外|以前|以外")
_NEVER_EN: Final = re.compile(r"^(?:Never|Do not|Does not|Don’t) ")
_THIRD_EN: Final = re.compile(r"^\w+(?<!s)s\b|^\w+ly \w+s\b")
"""`Publishes names`: the text speaks of somebody, the acts beside it to the reader."""
_AGAIN_EN: Final = re.compile(r"[,;] (?:and |or |nor )?(?:never|do not|don’t) ")
_NOT_EN: Final = re.compile(
    r"\b(?:no|not|never|nobody|nothing|nor|none|neither|only|except|yes)\b|n’t\b|[;:]", re.IGNORECASE
)


def as_act(forbidden: Bilingual, is_bare: bool = False) -> Bilingual | None:
    """The act that a text forbids; None where it cannot be put as one.

    Args:
        forbidden: the text.
        is_bare: whether its English says the act alone, as in a list under «Never».
    """
    if not (is_bare or _NEVER_EN.match(forbidden.en)):
        return None
    zh, en = _act_zh(forbidden.zh), _act_en(forbidden.en)
    return Bilingual(zh, en) if zh and en else None


def is_bare(texts: Iterable[str]) -> bool:
    """Whether the English texts of a list under «Never» say the acts alone: none of them says «never» itself."""
    return not any(_NEVER_EN.match(text) for text in texts)


def _act_zh(text: str) -> str:
    clauses = _CLAUSE.split(text.strip("。"))
    if not all(_NEVER_ZH.match(clause) for clause in clauses):
        return ""
    act = "，".join(_LISTED_ZH.sub("、", _NEVER_ZH.sub("", clause)) for clause in clauses)
    return "" if _NOT_ZH.search(act) else act


def _act_en(text: str) -> str:
    act = _AGAIN_EN.sub(", or ", _NEVER_EN.sub("", text.strip(".")))
    return "" if _NOT_EN.search(act) or _THIRD_EN.search(act) or not act[:1].isalpha() else act[:1].upper() + act[1:]
