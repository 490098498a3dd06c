"""How questions quote what stands in a record."""

from __future__ import annotations

from typing import Final

from schemas.words import Bilingual

_ENDS: Final = ("。", "！", "？", ".", "!", "?", "。”", "！”", "？”", ".”", "!”", "?”")
_STOPS: Final = "。；.; "


def ended(text: Bilingual) -> Bilingual:
    """A text with its full stop, where it ends without any."""
    return Bilingual(_ended(text.zh, "。"), _ended(text.en, "."))


def _ended(text: str, stop: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}{stop}"


def in_quotes(text: Bilingual) -> Bilingual:
    """A text as what somebody said or did, in quotation marks of its own or in those that it has, with a full stop."""
    return Bilingual(f"“{text.zh}”。", _said_en(text.en))


def _said_en(text: str) -> str:
    inside = text.removeprefix("“").removesuffix("”")
    return f"“{text}”." if "“" in inside else f"“{_ended(inside, '.')}”"


def begun(text: Bilingual) -> Bilingual:
    """A text as an answer of its own: with a capital letter, and no full stop."""
    return Bilingual(text.zh.rstrip(_STOPS), text.en[:1].upper() + text.en[1:].rstrip(_STOPS))
