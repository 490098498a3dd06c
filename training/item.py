"""An item: a question that was computed from fields of a record, or written by hand, and what answers it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal

from schemas.by_name import ByName, T
from schemas.fingerprint import LENGTH
from schemas.words import Bilingual

ItemKind = Literal[
    "who", "within", "form", "next", "branch", "say", "never", "decide", "night", "mistake", "first", "term", "order",
    "own",
]  # fmt: skip
"""What an item asks for; `own` is one that somebody wrote by hand."""


@dataclass(frozen=True, kw_only=True)
class ByItemKind(ByName[ItemKind, T]):
    """Something for every kind of item."""

    who: T
    within: T
    form: T
    next: T
    branch: T
    say: T
    never: T
    decide: T
    night: T
    mistake: T
    first: T
    term: T
    order: T
    own: T


KIND_TITLES: Final = ByItemKind(
    who=Bilingual("谁来做", "Who does it"),
    within=Bilingual("时限", "Within what time"),
    form=Bilingual("填哪张表", "Which form"),
    next=Bilingual("下一步", "What comes next"),
    branch=Bilingual("怎样判断", "Which way"),
    say=Bilingual("怎么说", "What to say"),
    never=Bilingual("绝不能", "What is never done"),
    decide=Bilingual("权限", "What is yours to decide"),
    night=Bilingual("夜间和替班", "Who stands in"),
    mistake=Bilingual("找错", "What is wrong in this form"),
    first=Bilingual("应急头几步", "First acts"),
    term=Bilingual("用语", "Terms"),
    order=Bilingual("排先后", "Put in order"),
    own=Bilingual("自己出的题", "Written by hand"),
)
"""What each kind of item is called."""

Answering = Literal["one", "all", "order"]
"""How an item is answered: one option, every right option, or all options in their order."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from.

    Attributes:
        key: what it stands for, the same in every language: the address of a role, a time as it is typed, a step's id.
        text: what is read.
    """

    key: str
    text: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question with its options, its right answer, and the place in the handbook that says so.

    Attributes:
        kind: what it asks for.
        record: the address of the record it is asked from; `GLOSSARY` for a term, which belongs to the library.
        place: the field of that record, by ids: `steps.receive`.
        anchor: the anchor of that place on the record's page; empty for the record as a whole.
        fields: fingerprint of the fields that the question and its right answer were computed from.
        answering: how it is answered.
        stem: the question.
        options: the answers to choose from, in no particular order; in that of the record where `answering` is `order`.
        right: the keys of the right ones; of all of them, first to last, where `answering` is `order`.
        why: what is shown once it is answered: what the step says.
        is_draft: whether its record is not approved yet.
        is_private: whether it is kept for exams, so that nobody practises it.
        topic: the topic of the course it was written for; empty for a computed item.
        picture: the form it shows, as `training.pictures` knows it; empty where it shows none.
    """

    kind: ItemKind
    record: str
    place: str
    anchor: str = ""
    fields: str
    answering: Answering = "one"
    stem: Bilingual
    options: tuple[Option, ...]
    right: tuple[str, ...]
    why: Bilingual
    is_draft: bool = False
    is_private: bool = False
    topic: str = ""
    picture: str = ""

    @property
    def id(self) -> str:
        """Its address and the fingerprint of its fields: whoever changes one of them retires the item."""
        return f"{self.record}#{self.place}/{self.kind}~{self.fields}"

    @property
    def url(self) -> str:
        """The place on its record's page, relative to the top of the site in one language."""
        return f"{self.record}.html" + (f"#{self.anchor}" if self.anchor else "")

    def option(self, key: str) -> Option:
        """The option of this key."""
        return next(option for option in self.options if option.key == key)


def fields_of(values: Iterable[object]) -> str:
    """The fingerprint of what an item was computed from: twelve hexadecimal characters.

    Args:
        values: the values of its fields in the language of the department; a translation does not count.
    """
    canonical = json.dumps([str(value) for value in values], ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()[:LENGTH]
