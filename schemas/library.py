"""The library: every record in its place, linked, in one language; built once, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from schemas.anchors import Part
from schemas.catalogue import Catalogue
from schemas.document import Document
from schemas.fingerprint import fingerprint
from schemas.handbook import HandbookFile
from schemas.kinds import KINDS, Kind, KindName
from schemas.library_file import LibraryFile
from schemas.logo import Logo, read_logo
from schemas.markup import parse
from schemas.record import AnyModel, Record
from schemas.scalars import Id, Reference, RoleRef, Text
from schemas.terms import Terms
from schemas.walk import leaves, replace_texts
from schemas.words import Bilingual, in_both


@dataclass(frozen=True)
class Entry:
    """A record in its place. `record` is in the language of the library view it was taken from."""

    handbook: str
    kind: KindName
    id: str
    record: Record
    path: Path
    document: Document
    fingerprint: str

    @property
    def address(self) -> str:
        """`handbook/kind/id`."""
        return f"{self.handbook}/{self.kind}/{self.id}"

    @property
    def url(self) -> str:
        """The page, relative to the top of the site in the same language."""
        return f"{self.address}.html"

    @property
    def of(self) -> Kind:
        """The kind of this record."""
        return KINDS[self.kind]

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """The addressable parts by id: steps, articles, nodes and such."""
        return {part.id: part for part in self.record.parts()}


@dataclass(frozen=True)
class Handbook:
    """A handbook: its title page and where it was read."""

    id: str
    file: HandbookFile
    document: Document
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a record is referred to: the referring entry and the place in it, by ids."""

    entry: Entry
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A piece of a text for a reader: words, a link with its target, or a blank with its title."""

    kind: Literal["text", "link", "blank"]
    text: str
    target: Entry | None = None
    part: str = ""


@dataclass(frozen=True)
class Library:
    """Every handbook of a content root. Lookups take a reference as seen from one handbook.

    `broken` holds the addresses and codes of records that could not be read, and the ids of handbooks without a title
    page, so that what refers to them is not reported a second time.
    """

    root: Path
    lang: str
    settings: LibraryFile
    terms: Terms
    handbooks: Mapping[str, Handbook]
    entries: Mapping[str, Entry]
    broken: frozenset[str] = frozenset()
    settings_catalogue: Catalogue = field(default_factory=lambda: Catalogue("handbook/en.po"))
    settings_document: Document = field(default_factory=lambda: Document("handbook/library.yaml", "", None))
    terms_document: Document | None = None
    _views: dict[str, Library] = field(default_factory=dict, repr=False, compare=False)

    def is_broken(self, reference: str, handbook: str) -> bool:
        """Whether *reference* means a record that is there but could not be read."""
        target = reference.partition("#")[0]
        book = target.partition("/")[0] if target.count("/") == 2 else handbook
        return bool({target, f"{handbook}/{target}", book} & self.broken)

    @cached_property
    def broken_kinds(self) -> frozenset[str]:
        """The kinds of which a record could not be read: that nothing of such a kind does something is not known."""
        return frozenset(address.split("/")[1] for address in self.broken if address.count("/") == 2)

    def view(self, lang: str) -> Library:
        """The same library with every text in *lang*; a missing translation falls back to the source language."""
        if lang not in self._views:
            self._views.setdefault(self.lang, self)
            self._views.setdefault(lang, _translated(self, lang))
        return self._views[lang]

    def of_kind(self, kind: KindName, handbook: str | None = None) -> tuple[Entry, ...]:
        """The records of a kind, of one handbook or of all, in the order of the chapters, then by id."""
        return tuple(e for e in self.entries.values() if e.kind == kind and handbook in (None, e.handbook))

    def of_handbook(self, handbook: str) -> tuple[Entry, ...]:
        """The records of a handbook, in the order of its chapters, then by kind and id."""
        return tuple(entry for entry in self.entries.values() if entry.handbook == handbook)

    def find(self, reference: str, handbook: str = "") -> Entry | None:
        """The record that an address or code means in *handbook* (`#part` is ignored); former addresses count."""
        target = reference.partition("#")[0]
        if "/" not in target:
            return self._by_code(target, handbook)
        address = full_address(target, handbook)
        return self.entries.get(address) or self._former.get(address)

    def _by_code(self, code: str, handbook: str) -> Entry | None:
        if entry := self._codes.get((handbook, code)):
            return entry
        elsewhere = [entry for (_, other), entry in self._codes.items() if other == code]
        return elsewhere[0] if len(elsewhere) == 1 else None

    def role(self, reference: str, handbook: str) -> Entry | None:
        """The role a reference means in *handbook*: `front-desk`, or `other-handbook/front-desk`."""
        book, _, role = reference.rpartition("/")
        return self.find(f"{book or handbook}/roles/{role}")

    def titles(self, address: str) -> Bilingual:
        """The title of a record in both languages."""
        return in_both(lambda lang: str(self.view(lang).entries[address].record.title))

    def party(self, reference: str, handbook: str) -> Text | None:
        """The title of one of the handbook's parties, or None."""
        book = self.handbooks.get(handbook)
        return book.file.parties.get(Id(reference)) if book else None

    def actor_title(self, reference: str, handbook: str) -> str:
        """The title of a role or party; the reference itself when there is neither."""
        entry = self.role(reference, handbook)
        return str(entry.record.title) if entry else str(self.party(reference, handbook) or reference)

    def logo(self, handbook: str) -> Logo | None:
        """The logo of a handbook's company, read anew; none where it names none.

        Raises:
            HandbookError: as `read_logo`.
        """
        book = self.handbooks[handbook]
        name = book.file.company.logo
        return read_logo((self.root / book.document.path).parent, name) if name else None

    def uses(self, entry: Entry) -> tuple[Use, ...]:
        """Every place of every record that refers to *entry*, in library order."""
        return self._uses.get(entry.address, ())

    def segments(self, text: str, entry: Entry, blanks: Mapping[str, str] | None = None) -> tuple[Resolved, ...]:
        """*text* of *entry*, cut for a reader; *blanks* are a form's own blanks, id to title."""
        return tuple(self._resolve(text, entry.handbook, blanks or {}))

    def plain(self, text: str, entry: Entry, blanks: Mapping[str, str] | None = None) -> str:
        """*text* of *entry* as plain words: a link as its target's title, a blank as 〔title〕."""
        pieces = self.segments(text, entry, blanks)
        return "".join(f"〔{piece.text}〕" if piece.kind == "blank" else piece.text for piece in pieces)

    def _resolve(self, text: str, handbook: str, blanks: Mapping[str, str]) -> Iterator[Resolved]:
        book = self.handbooks[handbook].file
        for segment in parse(text):
            if segment.kind == "text":
                yield Resolved("text", segment.value)
            elif segment.kind == "link":
                yield self._resolve_link(segment.value, handbook)
            elif segment.value.startswith("project."):
                value = book.project.get(Id(segment.value.removeprefix("project.")))
                yield Resolved("text", str(value or f"{{{segment.value}}}"))
            else:
                title = blanks.get(segment.value) or book.blanks.get(Id(segment.value)) or segment.value
                yield Resolved("blank", str(title))

    def _resolve_link(self, reference: str, handbook: str) -> Resolved:
        target, part = self.find(reference, handbook), reference.partition("#")[2]
        if target is None:
            return Resolved("text", reference)
        title = target.parts[part].title if part in target.parts else str(target.record.title)
        # The first words of a node may hold blanks of their own; a link inside them stays as it was typed.
        words = (
            piece.value if piece.kind == "text" else f"〔{self._blank(piece.value, target)}〕" for piece in parse(title)
        )
        return Resolved("link", "".join(words), target, part)

    def _blank(self, name: str, entry: Entry) -> str:
        return str(self.handbooks[entry.handbook].file.blanks.get(Id(name)) or name)

    @cached_property
    def _codes(self) -> Mapping[tuple[str, str], Entry]:
        coded = ((entry, entry.record.code) for entry in self.entries.values())
        codes: dict[tuple[str, str], Entry] = {}
        for entry, code in coded:
            if code and not code.is_placeholder:
                codes.setdefault((entry.handbook, str(code)), entry)
        return codes

    @cached_property
    def _former(self) -> Mapping[str, Entry]:
        former: dict[str, Entry] = {}
        for entry in self.entries.values():
            for address in entry.record.formerly:
                former.setdefault(full_address(address, entry.handbook), entry)
        return former

    @cached_property
    def _uses(self) -> Mapping[str, tuple[Use, ...]]:
        uses: dict[str, list[Use]] = {}
        for entry in self.entries.values():
            for path, target in _targets(self, entry):
                if target is not entry:
                    uses.setdefault(target.address, []).append(Use(entry, path))
        return {address: tuple(its_uses) for address, its_uses in uses.items()}


def full_address(address: str, handbook: str) -> str:
    """`handbook/kind/id` for an address as seen from *handbook*."""
    return str(address) if address.count("/") == 2 else f"{handbook}/{address}"


def _targets(library: Library, entry: Entry) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for leaf in leaves(entry.record):
        for target in _leaf_targets(library, leaf.value, entry.handbook):
            yield leaf.path, target


def _leaf_targets(library: Library, value: object, handbook: str) -> list[Entry]:
    if isinstance(value, RoleRef):
        targets = [library.role(value, handbook)]
    elif isinstance(value, Reference):
        targets = [library.find(value, handbook)]
    elif isinstance(value, Text):
        targets = [library.find(segment.value, handbook) for segment in parse(value) if segment.kind == "link"]
    else:
        return []
    return [entry for entry in targets if entry is not None]


def _translated(library: Library, lang: str) -> Library:
    handbooks = {
        id_: replace(book, file=_translate(book.file, book.catalogue, "handbook"))
        for id_, book in library.handbooks.items()
    }
    entries = {
        address: replace(
            entry,
            record=_translate(entry.record, library.handbooks[entry.handbook].catalogue, f"{entry.kind}/{entry.id}"),
        )
        for address, entry in library.entries.items()
    }
    settings = _translate(library.settings, library.settings_catalogue, "library")
    return replace(
        library, lang=lang, settings=settings, handbooks=MappingProxyType(handbooks), entries=MappingProxyType(entries)
    )


def _translate(model: AnyModel, catalogue: Catalogue, address: str) -> AnyModel:
    def text(path: tuple[str, ...], source: Text) -> Text:
        return Text(catalogue.translate(text_address(address, path), source) or source)

    return replace_texts(model, text)  # type: ignore[no-any-return]


def text_address(address: str, path: Iterable[str]) -> str:
    """The address of a text in a catalogue: `procedures/complaint-handling#steps.receive.do`."""
    return f"{address}#{'.'.join(path)}"


def build_entry(handbook: str, kind: KindName, record: Record, document: Document, path: Path) -> Entry:
    """An entry for a record just read."""
    return Entry(handbook, kind, path.stem, record, path, document, fingerprint(record))
