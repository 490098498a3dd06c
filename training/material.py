"""What items are computed from: the records in both languages, and what each handbook has of everything."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from schemas.cards_used import cards_of
from schemas.entry import Entry
from schemas.kinds import KindName
from schemas.library import Library
from schemas.record import Record
from schemas.words import LANGUAGES, Bilingual, ByLanguage, in_both

_R = TypeVar("_R", bound=Record)
_T = TypeVar("_T")


class Material:
    """A library as items are computed from it.

    Args:
        library: any view of it.
    """

    def __init__(self, library: Library) -> None:
        self.views = ByLanguage(*(library.view(lang) for lang in LANGUAGES))
        self.subject = cache(self._subject)
        self.actor = cache(self._actor)
        self.actor_key = cache(self._actor_key)
        self.of_kind = cache(self._of_kind)
        self._worked_out: dict[tuple[Callable[..., Any], tuple[str, ...]], Any] = {}

    def once(self, work_out: Callable[..., _T], *of: str) -> _T:
        """What *work_out* gives for this library and *of*, a handbook or a record: worked out once for all items."""
        key = (work_out, of)
        if key not in self._worked_out:
            self._worked_out[key] = work_out(self, *of)
        worked_out: _T = self._worked_out[key]
        return worked_out

    @property
    def library(self) -> Library:
        """The library in the language of the department."""
        return self.views.zh

    def _actor(self, reference: str, handbook: str) -> Bilingual:
        """The title of a role or a party of a handbook."""
        return in_both(lambda lang: self.views.of(lang).actor_title(reference, handbook))

    def _actor_key(self, reference: str, handbook: str) -> str:
        """What tells a role or a party from all others: the address of the role, or the party's id in its handbook."""
        role = self.library.role(reference, handbook)
        return role.address if role else f"{handbook}/parties/{reference}"

    def plain(self, text: Bilingual, handbook: str) -> Bilingual:
        """A text of a handbook as plain words: figures are written out, titles it links to are in quotation marks."""
        return in_both(lambda lang: self.views.of(lang).quoted_in(text.of(lang), handbook))

    def is_draft(self, address: str) -> bool:
        """Whether nobody has approved a record yet."""
        return bool(self.subject(address).is_draft)

    def title(self, address: str) -> Bilingual:
        """The title of a record."""
        return self.library.titles(address)

    @cached_property
    def handbooks(self) -> tuple[str, ...]:
        """The ids of the handbooks."""
        return self.library.handbook_ids()

    def cards(self, handbook: str) -> tuple[str, ...]:
        """The addresses of the emergency cards that a handbook uses."""
        return cards_of(self.library, handbook)

    def _subject(self, address: str) -> Subject[Any]:
        return Subject(self, address)

    def _of_kind(self, kind: KindName, handbook: str) -> tuple[Subject[Any], ...]:
        return tuple(self.subject(entry.address) for entry in self.library.of_kind(kind, handbook))


class Subject(Generic[_R]):
    """A record in both languages.

    Args:
        material: the library.
        address: the record.
    """

    def __init__(self, material: Material, address: str) -> None:
        self.material = material
        self.address = address
        self.entry: Entry = material.library.entries[address]
        self.handbook = self.entry.handbook
        self.record: _R = self.entry.record  # type: ignore[assignment]  # whoever asks knows its kind
        self.entries: ByLanguage[Entry] = in_both_any(lambda lang: material.views.of(lang).entries[address])
        self.records: ByLanguage[_R] = in_both_any(lambda lang: self.entries.of(lang).record)

    @cached_property
    def title(self) -> Bilingual:
        """Its title."""
        return self.material.title(self.address)

    @property
    def is_draft(self) -> bool:
        """Whether nobody has approved it yet."""
        return self.record.status.state == "draft"

    def say(self, get: Callable[[_R], str | None]) -> Bilingual:
        """A text of the record as plain words in both languages; empty where it has none."""
        return in_both(
            lambda lang: self.material.views.of(lang).quoted_in(get(self.records.of(lang)) or "", self.handbook)
        )

    def say_of(self, part: str, name: str) -> Bilingual:
        """A text of one of its parts by the name of its field, as plain words; empty where there is none."""
        texts = in_both(lambda lang: _text(getattr(self.entries.of(lang).parts[part].body, name, "")))
        return self.material.plain(texts, self.handbook)

    def actor(self, reference: str) -> Bilingual:
        """The title of a role or a party, as this record names it."""
        return self.material.actor(reference, self.handbook)

    def actor_key(self, reference: str) -> str:
        """What tells that role or party from all others."""
        return self.material.actor_key(reference, self.handbook)

    def find(self, reference: str) -> Entry | None:
        """The record that a reference of this one means."""
        return self.material.library.find(reference, self.handbook)

    def anchor(self, part: str) -> str:
        """The anchor of one of its parts."""
        return self.entry.parts[part].anchor if part in self.entry.parts else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def in_both_any(get: Callable[[str], Any]) -> ByLanguage[Any]:
    """What *get* gives for each language."""
    return ByLanguage(*(get(lang) for lang in LANGUAGES))
