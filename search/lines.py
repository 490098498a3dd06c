"""What is said of a passage, of which vectors are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from schemas.punctuation import Marks
from schemas.words import LANGUAGES, ByLanguage
from search.passages import Passage

_LONGEST: Final = ByLanguage(160, 480)
"""Characters of a passage that are embedded; more takes longer and found no more questions."""


@dataclass(frozen=True, slots=True)
class Said:
    """All that is said of the passage with this number in one language: what it says itself, then its asks."""

    passage: int
    english: bool
    texts: tuple[str, ...]


def all_said(passages: Sequence[Passage]) -> tuple[Said, ...]:
    """What is said of each passage in Chinese, then in English, passage by passage.

    The two languages of a passage are apart: one vector of both finds unseen wording less well. The record's title
    stands before the heading, and asks are embedded as documents: both were the better of what was tried on the tuning
    half of the questions known at the time.
    """
    return tuple(
        Said(number, english, texts)
        for number, passage in enumerate(passages)
        for english, texts in zip((False, True), said_of(passage).both(), strict=True)
    )


def said_of(passage: Passage) -> ByLanguage[tuple[str, ...]]:
    """What is said of *passage*; where it has no English of its own, its Chinese stands for it."""
    asks = ByLanguage(passage.asks_zh, passage.asks_en)
    return ByLanguage(*((_text(passage, lang), *asks.of(lang)) for lang in LANGUAGES))


def _text(passage: Passage, lang: str) -> str:
    wording = passage.wording(lang)
    marks = Marks(lang)
    heading = marks.colon.join(filter(None, (wording.title, wording.section)))
    return f"{heading}{marks.stop}{marks.space}{wording.text} {wording.say}".strip()[: _LONGEST.of(lang)]
