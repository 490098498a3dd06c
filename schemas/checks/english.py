"""The words of a translation beside those of the Chinese: what got lost, what was left, what says another thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from schemas.checks.mistyped import mistyped
from schemas.checks.no_english import not_english
from schemas.markup import marks, parse
from schemas.messages import English
from schemas.quantities import differing

CHINESE: Final = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")
_QUOTED: Final = re.compile("〔[^〔〕]*〕|“[^“”]*”|‘[^‘’]*’|「[^「」]*」|《[^《》]*》")
_LONG: Final = 30
"""From so many characters on English that is shorter than the Chinese lacks something."""
_CLOSING: Final = "”’）》〕)]"
_STOPS: Final = frozenset(".?!:;…")
_ENDS: Final = {"。": _STOPS, "！": _STOPS, "；": _STOPS, "：": _STOPS, "？": frozenset("?")}
_STRAIGHT: Final = re.compile(r"\w*'\w*|\w*\"\w*")
_SHOWN: Final = 24


def beginning(text: str) -> str:
    """How a message names a *text*: by as much as tells it from others, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def check_words(source: str, translation: str) -> Iterator[tuple[English, dict[str, Any]]]:
    """The rules that a translation breaks, each with its values."""
    if not translation.strip():
        yield English.TRANSLATION_EMPTY, {}
        return
    if translation.strip() == source.strip() and CHINESE.search(source):
        yield English.TRANSLATION_SAME, {}
        return
    no_english = not_english(source, translation)
    yield from ((rule, {"token": token}) for rule, token in no_english.items())
    if no_english.keys() <= {English.TRANSLATION_MARKUP}:  # otherwise there is nothing to compare
        yield from _compared(source, translation)
        yield from _as_typed(source, translation)


def _compared(source: str, translation: str) -> Iterator[tuple[English, dict[str, Any]]]:
    """What the English says otherwise than the Chinese."""
    if marks(translation) != marks(source):
        yield English.TRANSLATION_BLANKS, {"expected": ", ".join(marks(source)) or "—"}
    if _is_far_off(letters := len(translation), characters := len(source)):
        yield English.TRANSLATION_LENGTH, {"letters": letters, "characters": characters}
    elif sign := _cut(source, translation):
        yield English.TRANSLATION_CUT, {"sign": sign}
    if "\t" in translation or translation.count("\n") != source.count("\n"):
        yield English.TRANSLATION_BREAKS, {}
    if numbers := differing(source, translation):
        yield English.TRANSLATION_NUMBERS, {"numbers": ", ".join(numbers)}


def _as_typed(source: str, translation: str) -> Iterator[tuple[English, dict[str, Any]]]:
    """What is no English as it is typed, whatever it says."""
    if CHINESE.search(translation) and (token := _left(source, translation)):
        yield English.TRANSLATION_CHINESE, {"token": token}
    if ("'" in translation or '"' in translation) and (straight := _STRAIGHT.search(translation)):
        yield English.TRANSLATION_APOSTROPHE, {"token": straight[0]}
    if token := mistyped(source, translation):
        yield English.TRANSLATION_MISTYPED, {"token": token}


def _is_far_off(letters: int, characters: int) -> bool:
    """Whether so many letters cannot say what so many Chinese characters do: three or four do for one, as a rule."""
    return letters > 20 + 10 * characters or (characters >= _LONG and letters < 0.9 * characters)


def _cut(source: str, translation: str) -> str:
    """The sign that ends the Chinese sentence, where the English does not end as a sentence does."""
    sign = source.rstrip(_CLOSING)[-1:]
    return sign if sign in _ENDS and translation.rstrip(_CLOSING)[-1:] not in _ENDS[sign] else ""


def _left(source: str, translation: str) -> str:
    """What is left of the Chinese in a translation; a word that the Chinese quotes may be quoted in English too."""
    quoted = "".join(_QUOTED.findall(source))
    for segment in parse(translation):
        if segment.kind == "text":
            for match in CHINESE.finditer(segment.value):
                if match[0] not in quoted:
                    return match[0]
    return ""
