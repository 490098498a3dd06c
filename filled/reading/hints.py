"""The grey hints that an empty control may show: known from the definition, so that none is taken for an answer."""

from __future__ import annotations

from typing import Final

from schemas.asked import OPINION
from schemas.blanks import Blank
from schemas.field_types import CAPITALS_HINT, FIELD_TYPES, OPINION_HINT
from schemas.values import clean

_LONG: Final = 4
"""A hint from this length on is told apart from an answer that begins or ends with it."""


def hints(blank: Blank) -> frozenset[str]:
    """What the control of *blank* may show while it is empty, in both languages."""
    usual = OPINION_HINT if blank.key == OPINION else blank.field.of_type.hint
    texts = {*usual.both(), *FIELD_TYPES.text.hint.both()}
    if blank.hint is not None:
        texts.update(map(clean, blank.hint.both()))
    if blank.field.min is not None and blank.field.max is not None:
        texts.add(f"{blank.field.min}–{blank.field.max}")
    return frozenset(texts)


PROMPTS: Final = frozenset(
    {
        "单击或点击此处输入文字。", "单击此处输入文字。", "单击或点击以输入日期。", "单击或点击此处输入日期。",
        "单击此处输入日期。", "选择一项。",
        "Click or tap here to enter text.", "Click here to enter text.", "Click or tap to enter a date.",
        "Click here to enter a date.", "Choose an item.",
    }
)  # fmt: skip
"""What Word shows in a control that somebody has emptied."""
WORDS: Final = frozenset(CAPITALS_HINT.both())
"""What the control of an amount in words may show while it is empty."""


def left_over(text: str, hint_texts: frozenset[str]) -> str:
    """The hint into which *text* was typed, or which stands before or after it; empty when there is none."""
    for hint in hint_texts:
        begins, ends = text.startswith(hint[:1]), text.endswith(hint[-1:])
        if len(text) <= len(hint) or not (begins or ends):
            continue
        if len(hint) >= _LONG and (text.startswith(hint) or text.endswith(hint)):
            return hint
        if begins and ends and any(_is_around(text, hint, cut) for cut in range(1, len(hint))):
            return hint
    return ""


def _is_around(text: str, hint: str, cut: int) -> bool:
    return text.startswith(hint[:cut]) and text.endswith(hint[cut:])
