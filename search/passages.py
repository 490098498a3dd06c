"""Passages: the handbook cut where it is cut already, each piece in both languages with the facts an answer shows.

What an answer needs of a library is here and in the index: asking imports no model of a record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Final

from schemas.words import LANGUAGES, Bilingual, ByLanguage
from search.normalize import normalize


@dataclass(frozen=True, slots=True)
class PassageText:
    """A passage in one language, as an answer shows it. What the handbook does not say is an empty string.

    `never` is what must not be done or said there, a line each.
    """

    title: str
    section: str
    text: str
    by: str
    within: str
    say: str
    never: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A step, an article, a node …, or a record as a whole (then `part`, `anchor` and the section are empty).

    Attributes:
        id: `handbook/kind/id`, and `#anchor` for a part.
        handbook: the id of its handbook; empty for a record of the library itself, which answers in all of them.
        kind: the folder of its kind.
        record: the address of the record, `handbook/kind/id`.
        part: the id that a reference uses, such as `receive`; empty where nothing can point at the piece.
        forms: codes of the forms it uses; the address of a form without a code.
        sort: what it is among the passages of its kind of record: `whole`, `step`, `register`, `piece`.
        start: whether the procedure, script or graph begins here.
        asks: how staff would put the question, Chinese and English apart.
        hints: words to be found by that an answer does not show, such as the labels of a form's fields.
        effective: ISO date, or empty.
        number: what the page prints before the step; 0 where it prints none.
        follows: the ids of the parts of the record that may come next.
    """

    id: str
    handbook: str
    kind: str
    record: str
    part: str
    anchor: str
    code: str
    forms: tuple[str, ...]
    sort: str
    start: bool
    zh: PassageText
    en: PassageText
    asks_zh: tuple[str, ...]
    asks_en: tuple[str, ...]
    hints_zh: str
    hints_en: str
    edition: str
    effective: str
    status: str
    number: int = 0
    follows: tuple[str, ...] = ()

    def wording(self, lang: str) -> PassageText:
        """The passage in *lang* (`zh` or `en`)."""
        return ByLanguage(self.zh, self.en).of(lang)

    def hints(self, lang: str) -> str:
        """The hints in *lang*."""
        return ByLanguage(self.hints_zh, self.hints_en).of(lang)

    @property
    def is_record(self) -> bool:
        """Whether this is the record as a whole."""
        return self.id == self.record

    @property
    def url(self) -> str:
        """The page and anchor, relative to the top of the site in the same language."""
        return f"{self.record}.html" + (f"#{self.anchor}" if self.anchor else "")


@dataclass(frozen=True, slots=True)
class PassageKind:
    """What an answer needs to know of a kind of record.

    Attributes:
        name: what other programs read: `procedure`.
        words: what one is called.
        answers_in_parts, can_be_blank: as in `search.kinds.Searched`.
    """

    name: str
    words: Bilingual
    answers_in_parts: bool
    can_be_blank: bool


def titles_of(passages: Sequence[Passage]) -> tuple[str, ...]:
    """The Chinese titles of the records, normalised, in their order."""
    return tuple(normalize(passage.zh.title) for passage in passages if passage.is_record)


_NAMES: Final = tuple(field.name for field in fields(Passage))
_VALUES: Final = attrgetter(*_NAMES)
_TEXTS: Final = attrgetter(*(field.name for field in fields(PassageText)))


def passages_to_json(passages: Iterable[Passage]) -> bytes:
    """The values of the *passages* of a record, in the order of their fields."""
    rows = [_VALUES(passage) for passage in passages]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"), default=_TEXTS).encode()


def passages_of(content: bytes) -> tuple[Passage, ...]:
    """The passages of a JSON list of what `passages_to_json` gave for each record."""
    return tuple(_passage(*row) for rows in json.loads(content) for row in rows)


def _passage(*row: Any) -> Passage:
    values: dict[str, Any] = dict(zip(_NAMES, row, strict=True))
    for name in ("forms", "asks_zh", "asks_en", "follows"):
        values[name] = tuple(values[name])
    for lang in LANGUAGES:
        values[lang] = PassageText(*values[lang])
    return Passage(**values)
