"""Records and title pages in their places, as the library holds them, and in the language of one of its views."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from schemas.anchors import Part
from schemas.catalogue import Catalogue
from schemas.document import Document
from schemas.fingerprint import fingerprint
from schemas.handbook import HandbookFile
from schemas.kinds import KINDS, Kind, KindName, address_of
from schemas.markup import may_be_marked, parse
from schemas.reads import (
    Addressed,
    Later,
    Noted,
    Reads,
    digest_of_text,
    now_reading,
    put,
    unnoted,
)
from schemas.record import AnyModel, Record
from schemas.references import Reference, RoleRef
from schemas.scalars import Text
from schemas.walk import Leaf, leaves, replace_texts
from schemas.words import LANGUAGES


class Names(NamedTuple):
    """What else than its address a record is found by: its printed code, if it has one, and its former addresses."""

    code: str
    formerly: tuple[str, ...]


@dataclass(frozen=True)
class Entry(Addressed):
    """A record in its place, in the language of the library view it was taken from.

    Its `names` are known before anybody has read the record, and are the same in every language.
    `translations` tells its texts in that language from others; it is empty in the language of the department.
    `source` is the record as the department wrote it, of which this one is a translation.
    """

    handbook: str
    kind: KindName
    id: str
    path: Path
    names: Names
    record: Noted[Record] = Noted()
    document: Noted[Document] = Noted()
    fingerprint: Noted[str] = Noted()
    catalogue: Noted[Catalogue] = Noted()
    lang: str = LANGUAGES[0]
    translations: Callable[[], str] = field(default=str, repr=False, compare=False)
    source: Entry | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def address(self) -> str:
        """`handbook/kind/id`; `kind/id` for a record of the library itself, whose `handbook` is empty."""
        return address_of(self.handbook, self.kind, self.id)

    @property
    def url(self) -> str:
        """The page, relative to the top of the site in the same language."""
        return f"{self.address}.html"

    @property
    def of(self) -> Kind:
        """The kind of this record."""
        return KINDS[self.kind]

    @property
    def code(self) -> str:
        """The printed code; empty when it has none. Whoever reads it here has read nothing else of the record."""
        if (reads := now_reading()) is not None:
            reads[put(self.lang, "code", self.address)] = digest_of_text(self.names.code)
        return self.names.code

    @property
    def parts(self) -> Mapping[str, Part]:
        """The addressable parts by id: steps, articles, nodes and such."""
        record = self.record
        if "_parts" not in self.__dict__:
            self.__dict__["_parts"] = {part.id: part for part in record.parts()}
        parts: Mapping[str, Part] = self.__dict__["_parts"]
        return parts

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every scalar of the record with its place, as `schemas.walk.leaves`: walked once for all who ask."""
        record = self.record
        if "_leaves" not in self.__dict__:
            self.__dict__["_leaves"] = tuple(leaves(record))
        record_leaves: tuple[Leaf, ...] = self.__dict__["_leaves"]
        return record_leaves

    @cached_property
    def digest(self) -> str:
        """Changes with everything that the record says in this language."""
        return _digest_of(self)

    def read(self, reads: Reads, field: str, value: Any) -> Any:
        """Note that *field* was read."""
        if field == "fingerprint":
            reads[put(self.lang, "fingerprint", self.address)] = value
        elif field == "catalogue":
            reads[put(self.lang, "catalogue", self.address)] = value.digest_of_file
        else:
            reads[put(self.lang, "record", self.address)] = self.digest
        return value


@dataclass(frozen=True)
class Handbook:
    """A handbook: its title page and where it was read; `translations` as in `Entry`."""

    id: str
    file: Noted[HandbookFile] = Noted()
    document: Noted[Document] = Noted()
    catalogue: Noted[Catalogue] = Noted()
    lang: str = LANGUAGES[0]
    translations: Callable[[], str] = field(default=str, repr=False, compare=False)

    @cached_property
    def digest(self) -> str:
        """Changes with everything that the title page says in this language."""
        return _digest_of(self)

    def read(self, reads: Reads, field: str, value: Any) -> Any:
        """Note that *field* was read."""
        if field == "catalogue":
            reads[put(self.lang, "catalogue", self.id)] = value.digest_of_file
        else:
            reads[put(self.lang, "handbook", self.id)] = self.digest
        return value


def _digest_of(file: Entry | Handbook) -> str:
    with unnoted():
        return digest_of_text(f"{file.document.text}\0{file.translations()}")


def names_of(record: Record) -> Names:
    """The names of a record."""
    return Names(str(record.code or ""), tuple(map(str, record.formerly)))


def build_entry(
    handbook: str, kind: KindName, names: Names, record: Record | Later[Record], document: Document, path: Path,
    catalogue: Catalogue,
) -> Entry:  # fmt: skip
    """An entry for a record that is read, or will be when somebody needs it."""

    def stamp() -> str:
        return fingerprint(entry.record)

    entry = Entry(handbook, kind, path.stem, path, names, record, document, Later(stamp), catalogue)
    return entry


def text_address(address: str, path: Iterable[str]) -> str:
    """The address of a text in a catalogue: `procedures/complaint-handling#steps.receive.do`."""
    return f"{address}#{'.'.join(path)}"


def references_of(entry: Entry) -> bytes:
    """The references of a record as JSON: the place of each, what it says, and whether it means a role."""
    references = [
        (leaf.path, reference, isinstance(leaf.value, RoleRef))
        for leaf in entry.leaves
        for reference in references_in(leaf.value)
    ]
    return json.dumps(references, ensure_ascii=False).encode()


def references_in(value: object) -> Iterator[str]:
    """The references that a scalar of a record is or holds."""
    if isinstance(value, RoleRef | Reference):
        yield str(value)
    elif isinstance(value, Text) and may_be_marked(value):
        yield from (segment.value for segment in parse(value) if segment.kind in ("link", "figure"))


def translated_handbook(book: Handbook, lang: str) -> Handbook:
    """The same title page in *lang*, translated when somebody reads it."""
    file = Later(lambda: translate_texts(book.file, book.catalogue, "handbook"))
    return replace(book, file=file, lang=lang, translations=lambda: book.catalogue.digest)


def translated_entry(entry: Entry, lang: str) -> Entry:
    """The same record in *lang*, translated when somebody reads it."""
    record = Later(lambda: translate_texts(entry.record, entry.catalogue, f"{entry.kind}/{entry.id}"))
    stamp = Later(lambda: entry.fingerprint)  # which is that of the department's own text
    translated = replace(
        entry, lang=lang, record=record, fingerprint=stamp, translations=lambda: entry.catalogue.digest
    )
    translated.__dict__["source"] = entry
    return translated


def translate_texts(model: AnyModel, catalogue: Catalogue, address: str) -> AnyModel:
    """The same model with the texts that *catalogue* has; the others stay as they are written."""

    def text(path: tuple[str, ...], source: Text) -> Text:
        return Text(catalogue.translate(text_address(address, path), source) or source)

    return replace_texts(model, text)  # type: ignore[no-any-return]
