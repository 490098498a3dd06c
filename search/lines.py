"""Which lines of the handbook get a vector."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from schemas.punctuation import Marks
from schemas.words import LANGUAGES, ByLanguage
from search.passages import Passage

_LONGEST: Final = ByLanguage(160, 480)
"""Characters of a passage that are embedded; more takes longer and found no more questions."""


@dataclass(frozen=True, slots=True)
class VectorLine:
    """What one vector stands for: the passage in one language (`ask` is -1), or one of its asks by number."""

    passage: int
    ask: int
    english: bool
    text: str


def lines(passages: Sequence[Passage]) -> tuple[VectorLine, ...]:
    """Every line that gets a vector, passage by passage.

    The two languages of a passage are two vectors: one vector of both finds unseen wording less well. The record's
    title stands before the heading, and asks are embedded as documents: both were the better of what was tried on the
    tuning half of the questions known at the time.
    """
    return tuple(line for number, passage in enumerate(passages) for line in _lines(number, passage))


def _lines(number: int, passage: Passage) -> Iterator[VectorLine]:
    chinese, english = (_text(passage, lang) for lang in LANGUAGES)
    yield VectorLine(number, -1, False, chinese)
    if english != chinese:
        yield VectorLine(number, -1, True, english)
    for ask, text in enumerate(passage.asks_zh):
        yield VectorLine(number, ask, False, text)
    for ask, text in enumerate(passage.asks_en, start=len(passage.asks_zh)):
        yield VectorLine(number, ask, True, text)


def _text(passage: Passage, lang: str) -> str:
    wording = passage.wording(lang)
    marks = Marks(lang)
    heading = marks.colon.join(filter(None, (wording.title, wording.section)))
    return f"{heading}{marks.stop}{marks.space}{wording.text} {wording.say}".strip()[: _LONGEST.of(lang)]
