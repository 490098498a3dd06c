"""A text that is cut short: it ends in `…`, and every quotation mark and bracket in it is closed."""

from __future__ import annotations

from typing import Final

_PAIRS: Final = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "〔": "〕",
    "【": "】",
    "[": "]",
}
_OPENING: Final = "".join(_PAIRS)


def ellipsis(beginning: str, before: str = "") -> str:
    """*beginning* with the sign that more follows, and behind it whatever closes what it, or *before* it, opened."""
    kept = beginning.rstrip(_OPENING + " ，。、；：,.;:…")
    return f"{kept}…{unclosed(before + kept)}"


def unclosed(text: str) -> str:
    """The marks that would close what *text* leaves open, the innermost first; an apostrophe closes nothing."""
    waiting: list[str] = []
    for letter in text:
        if letter in _PAIRS:
            waiting.append(_PAIRS[letter])
        elif waiting and letter == waiting[-1]:
            waiting.pop()
    return "".join(reversed(waiting))
