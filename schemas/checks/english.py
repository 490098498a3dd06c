"""The words of a translation beside those of the Chinese: what got lost, what was left, what says another thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from schemas.markup import marks, parse
from schemas.messages import English
from schemas.quantities import differing

_CHINESE: Final = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")
_QUOTED: Final = re.compile("〔[^〔〕]*〕|“[^“”]*”|‘[^‘’]*’|「[^「」]*」|《[^《》]*》")
_STRAIGHT: Final = re.compile(r"\w*'\w*|\w*\"\w*")


def check_words(source: str, translation: str) -> Iterator[tuple[English, dict[str, Any]]]:
    """The rules that a translation breaks, each with its values."""
    if not translation.strip():
        yield English.TRANSLATION_EMPTY, {}
        return
    if translation.strip() == source.strip() and _CHINESE.search(source):
        yield English.TRANSLATION_SAME, {}
        return
    if marks(translation) != marks(source):
        yield English.TRANSLATION_BLANKS, {"expected": ", ".join(marks(source)) or "—"}
    if numbers := differing(source, translation):
        yield English.TRANSLATION_NUMBERS, {"numbers": ", ".join(numbers)}
    if _CHINESE.search(translation) and (token := _left(source, translation)):
        yield English.TRANSLATION_CHINESE, {"token": token}
    if ("'" in translation or '"' in translation) and (straight := _STRAIGHT.search(translation)):
        yield English.TRANSLATION_APOSTROPHE, {"token": straight[0]}


def _left(source: str, translation: str) -> str:
    """What is left of the Chinese in a translation; a word that the Chinese quotes may be quoted in English too."""
    quoted = "".join(_QUOTED.findall(source))
    for segment in parse(translation):
        if segment.kind == "text":
            for match in _CHINESE.finditer(segment.value):
                if match[0] not in quoted:
                    return match[0]
    return ""
