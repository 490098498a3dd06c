"""Text from anybody, measured before anything is done to it: whatever it is, it takes no longer than its length.

Putting combining marks in order costs the square of their number, and one character may become eighteen; so every
normalisation of the product is the one below.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal

from schemas.limits import MOST_MARKS

Form = Literal["NFC", "NFD", "NFKC"]

_PLAIN: Final = (
    "\x00-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u20cf\u2100-\u2cee\u2e80-\u3029\u3030-\u3098\u309b-\ua66e"
    "\uac00-\ud7a3\ue000-\ufb1d\ufb1f-\ufe1f\ufe30-\uff9d\uffa0-\uffff"
)
"""Characters that are no mark, nor become one: of Latin, Greek, Russian and Chinese texts nearly all."""
_MAYBE_MANY: Final = re.compile(f"[^{_PLAIN}]{{{MOST_MARKS + 1}}}")


def normal(text: str, form: Form, most: int) -> str:
    """*text* in the normal form *form*: of its first *most* characters, and the first *most* of what they become.

    Of more than `MOST_MARKS` marks on one character the rest is left out.
    """
    text = text[:most]
    return text if text.isascii() else unicodedata.normalize(form, _with_few_marks(text))[:most]


def _with_few_marks(text: str) -> str:
    if _MAYBE_MANY.search(text) is None:
        return text
    characters: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if is_mark(character) else 0
        if marks <= MOST_MARKS:
            characters.append(character)
    return "".join(characters)


def is_mark(character: str) -> bool:
    """Whether *character* is put in order with its neighbours: a combining mark, or what becomes one."""
    return unicodedata.combining(unicodedata.normalize("NFKD", character)[0]) > 0
