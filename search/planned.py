"""Titles that a chapter plans and that are not written yet: whoever asks for one is told just that.

One is meant where its title stands in the question, whatever else does; one of two or three letters only where it is
the whole question. The page has the same rule (`site/docs/assets/offline-planned.js`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from schemas.languages import PREFIX
from schemas.words import Bilingual
from search.normalize import normalize
from search.tokens import stem

SHORTEST: Final = 4
"""Letters of a title that is looked for among others."""
_WORD: Final = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Planned:
    """A title that is planned, the handbook and the chapter that name it, and the address of the chapter."""

    handbook: str
    title: Bilingual
    chapter: Bilingual
    url: str

    def said(self, lang: str) -> dict[str, str]:
        """What an answer says of it."""
        url = PREFIX.of(lang) + self.url
        return {
            "title": self.title.of(lang), "handbook": self.handbook, "chapter": self.chapter.of(lang), "url": url,
        }  # fmt: skip


def letters(text: str) -> str:
    """A normalised text without spaces and signs, each English word without its ending."""
    return "".join(filter(str.isalnum, _WORD.sub(lambda match: stem(match.group()), text)))


def planned_in(texts: Sequence[str], planned: Sequence[Planned], handbook: str | None) -> Planned | None:
    """The one that a question means, read as *texts*; of several the longest, in *handbook* if one is asked."""
    asked = [letters(text) for text in texts]
    there = [one for one in planned if handbook in (None, one.handbook)]
    found = [(len(key), one) for one in there for key in _keys(one) if _is(key, asked)]
    return max(found, key=lambda each: each[0])[1] if found else None


def _keys(one: Planned) -> Iterator[str]:
    return (letters(normalize(title)) for title in (one.title.zh, one.title.en))


def _is(key: str, asked: Sequence[str]) -> bool:
    return any(key == text or (len(key) >= SHORTEST and key in text) for text in asked)


def planned_of(content: bytes) -> tuple[Planned, ...]:
    """What `cut_planned` gave."""
    return tuple(_planned(**values) for values in json.loads(content))


def _planned(title: dict[str, str], chapter: dict[str, str], **others: Any) -> Planned:
    return Planned(title=Bilingual(**title), chapter=Bilingual(**chapter), **others)
