"""What an author may point at when a form is added up: sources, their fields, and the values conditions compare."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from schemas.asked import Asked
from schemas.block_kinds import BLOCKS
from schemas.computed import CONDITION_WORDS, Computed, Dotted
from schemas.document import Document, Location
from schemas.entry import Entry
from schemas.field import Field
from schemas.field_types import FIELD_TYPES, FieldType, types_holding
from schemas.findings import Candidates, Finding
from schemas.form import Form, kind_of
from schemas.library import Library
from schemas.messages import Links, Sums
from schemas.record import Model
from schemas.sources import Source, place_of, source_of
from schemas.words import with_article

Types = tuple[FieldType, ...]

DATES: Final = types_holding("date")
NUMBERS: Final = types_holding("number")
TEXTS: Final = tuple(name for name, type_ in FIELD_TYPES.items() if type_.is_wordy)


@dataclass(frozen=True, slots=True)
class SourceReader:
    """The sources of one form; a source that is wrong itself, and said to be, is None and asks no more."""

    document: Document
    sources: Mapping[str, Source | None] = field(default_factory=dict)
    forms: Mapping[str, Form | None] = field(default_factory=dict)

    def unknown(self, location: Location, word: str, candidates: Collection[str], *, key: bool = False) -> Finding:
        """The finding «there is no … to point at here»."""
        words = tuple(map(str, candidates))
        values = {"value": word, "guess": Candidates(word, words), "known": ", ".join(words) or "—"}
        return Finding(self.document.path, *self.document.place(location, key=key), Links.UNKNOWN_LOCAL, values)

    def source(self, location: Location, name: str) -> Iterator[Finding]:
        """The finding for a source that there is not."""
        if name not in self.sources:
            yield self.unknown(location, name, self.sources)

    def path(self, location: Location, path: Dotted, types: Types = ()) -> Iterator[Finding]:
        """Findings about `source.field`; *types* are those the field may have."""
        name, _, rest = path.partition(".")
        if name not in self.sources:
            yield self.unknown(location, name, self.sources)
        elif not rest:
            source = self.sources[name]
            yield self.unknown(location, path, [f"{name}.{id_}" for id_ in source.known()] if source else ())
        else:
            yield from self.field(location, name, rest, types)

    def field(
        self, location: Location, name: str, path: str, types: Types = (), *, key: bool = False
    ) -> Iterator[Finding]:
        """Findings about a field of the source *name*."""
        source = self.sources.get(name)
        if source is None:
            return
        slots = source.find(path)
        if not slots:
            yield self.unknown(location, path, source.known(), key=key)
        elif len(slots) > 1:
            places = ", ".join(map(place_of, slots))
            place = self.document.place(location, key=key)
            yield Finding(self.document.path, *place, Sums.AMBIGUOUS_FIELD, {"value": path, "known": places})
        else:
            yield from self.typed(location, slots[0].field, types)

    def slot(self, name: str, path: str) -> Asked | None:
        """The field of the source *name* that *path* means, when it means one."""
        source = self.sources.get(name)
        slots = source.find(path) if source else ()
        return slots[0] if len(slots) == 1 else None

    def typed(self, location: Location, field: Field, types: Types) -> Iterator[Finding]:
        """The finding for a field of another type than one of *types* (any, when there are none)."""
        if types and field.type not in types:
            values = {"value": field.id, "found": field.type, "expected": " / ".join(types)}
            yield self.document.finding(location, Sums.WRONG_FIELD_TYPE, **values)

    def conditions(
        self, location: Location, name: str, where: Mapping[Dotted, tuple[str, ...]]
    ) -> Iterator[Finding]:  # fmt: skip
        """Findings about the conditions on the rows of the source *name*."""
        for path, wanted in where.items():
            here = (*location, str(path))
            yield from self.field(here, name, path, key=True)
            if (slot := self.slot(name, path)) is not None:
                yield from self._wanted(here, slot, wanted)

    def _wanted(self, location: Location, slot: Asked, wanted: tuple[str, ...]) -> Iterator[Finding]:
        words = (*slot.choices, *CONDITION_WORDS) if slot.choices else ()
        words = words or (("true", "false", *CONDITION_WORDS) if slot.field.holds == "tick" else ())
        for number, word in enumerate(wanted):
            here = (*location, number) if len(wanted) > 1 else location
            if words and word not in words:
                yield self.unknown(here, word, words)
            elif word in ("past", "period") and word not in slot.choices:
                yield from self.typed(here, slot.field, DATES)

    def wrong_block(self, location: Location, id_: str, body: Model, expected: type[Model], key: bool) -> Finding:
        """The finding «… is a grid; a register is needed here»."""
        words = [BLOCKS[kind_of(kind)].name for kind in (type(body), expected)]
        place = self.document.place(location, key=key)
        values = {"value": id_, "found": with_article(words[0]), "expected": with_article(words[1])}
        return Finding(self.document.path, *place, Sums.WRONG_BLOCK, values)


def reader_of(library: Library, entry: Entry, computed: Computed) -> SourceReader:
    """The sources of *entry* as they can be read."""
    forms = {str(name): _form(library.find(source.form, entry.handbook)) for name, source in computed.sources.items()}
    sources = {
        str(name): source_of(form, source.rows) if (form := forms[str(name)]) else None
        for name, source in computed.sources.items()
    }
    return SourceReader(entry.document, sources, forms)


def _form(entry: Entry | None) -> Form | None:
    return entry.record if entry is not None and isinstance(entry.record, Form) else None
