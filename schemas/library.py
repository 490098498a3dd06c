"""The library: every record in its place, linked, in one language; built once, never changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

from schemas.catalogue import Catalogue
from schemas.document import Document
from schemas.entry import (
    Entry,
    Handbook,
    Names,
    references_of,
    translate_texts,
    translated_entry,
    translated_handbook,
)
from schemas.figures import figure_of, kept_by
from schemas.handbook import HOURS, Company, Defaults
from schemas.keeper import Keeper
from schemas.kinds import ANY, KindName, full_address
from schemas.laws import Law, LawsFile
from schemas.lengths import Lengths
from schemas.library_file import LibraryFile
from schemas.markup import Segment, SegmentKind, parse
from schemas.picture import LOGO, STEP, NoPicture, PictureError, PictureFile, read_picture
from schemas.reads import (
    Derivation,
    Noted,
    Reads,
    answer_of,
    answered_by,
    derived,
    digest_of_text,
    put,
    question,
    unnoted,
)
from schemas.references import CallNumber
from schemas.role import Licence, Role
from schemas.scalars import Code, Id, Text
from schemas.struck import StruckFile
from schemas.terms import Terms
from schemas.words import LANGUAGES, Bilingual, Language, in_both

_T = TypeVar("_T")
_BEGINNING: Final = Bilingual("{title}·{name}", "{title}: {name}")
_NAMED: Final = Bilingual("{text}", "“{text}”")


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a record is referred to: the referring entry and the place in it, by ids."""

    entry: Entry
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A piece of a text for a reader: words, a link with its target, a blank with its title, a figure with its home."""

    kind: SegmentKind
    text: str
    target: Entry | None = None
    part: str = ""
    name: str = ""
    """Of a blank, as the text has it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a link to a record, or to a part of it, shows: title and code, and the anchor of the part."""

    title: str
    code: str
    anchor: str = ""


@dataclass(frozen=True)
class Library:
    """Every handbook of a content root. Lookups take a reference as seen from one handbook.

    Whatever is made from it notes what it reads of it (`schemas.reads`): the fields that hold content note that they
    are read as a whole, and each lookup notes its answer.

    Attributes:
        broken: the addresses and codes of records that could not be read, and the ids of handbooks without a title
            page, so that what refers to them is not reported a second time.
        without_title_page: the ids of handbooks whose title page could not be read.
        keeper: keeps what is made from the library.
        strays: catalogues beside those of its records, which no record has.
        translations: as in `Entry`, of `settings` and `laws`.
        source: the view in the language of the department, of which this one is a translation.
    """

    root: Path
    lang: str
    settings: Noted[LibraryFile] = Noted()
    terms: Noted[Terms] = Noted()
    laws: Noted[LawsFile] = Noted()
    struck: Noted[StruckFile] = Noted()
    handbooks: Noted[Mapping[str, Handbook]] = Noted()
    entries: Noted[Mapping[str, Entry]] = Noted()
    broken: frozenset[str] = frozenset()
    without_title_page: frozenset[str] = frozenset()
    settings_catalogue: Catalogue = field(default_factory=lambda: Catalogue("handbook/en.po"))
    settings_document: Document = field(default_factory=lambda: Document("handbook/library.yaml", "", None))
    terms_document: Document | None = None
    strays: tuple[Catalogue, ...] = ()
    laws_document: Document | None = None
    struck_document: Document | None = None
    keeper: Keeper = field(default_factory=Keeper, repr=False, compare=False)
    translations: Callable[[], str] = field(default=str, repr=False, compare=False)
    digests: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    answers: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    grounds: dict[str, Reads] = field(default_factory=dict, init=False, repr=False, compare=False)
    source: Library | None = field(default=None, init=False, repr=False, compare=False)
    _views: dict[str, Library] = field(default_factory=dict, repr=False, compare=False)

    @property
    def subject(self) -> str:
        """What tells a view from the others: its language."""
        return self.lang

    @property
    def subjects(self) -> Mapping[str, Library]:
        """The views of the library by language."""
        return {lang: self.view(lang) for lang in LANGUAGES}

    @cached_property
    def before(self) -> Mapping[str, Derivation]:
        """The derived answers of an earlier run."""
        return self.keeper.derived(self)

    def remember(self) -> None:
        """Keep, for the next run, what was derived from the library in any language, and every fingerprint."""
        for view in self.subjects.values():
            for address in view.addresses():
                answer_of(view, put(view.lang, "fingerprint", address), self.subjects)
            self.keeper.remember(view)

    def read(self, reads: Reads, field: str, value: Any) -> Any:
        """Note that *field* was read; of the handbooks and the records only those count that are looked up."""
        if field == "handbooks":
            return _Looked(value, self.has_handbook, self.handbook_ids)
        if field == "entries":
            return _Looked(value, self.has_entry, self.addresses)
        reads[put(self.lang, field)] = self.digest_of_field(field)
        return value

    def digest_of_field(self, field: str) -> str:
        """Changes with everything that `settings`, `terms`, `laws` or `struck` say in this language."""
        documents = {
            "settings": self.settings_document, "terms": self.terms_document, "laws": self.laws_document,
            "struck": self.struck_document,
        }  # fmt: skip
        document = documents[field]
        return digest_of_text(f"{document.text if document else ''}\0{self.translations()}")

    @question
    def has_handbook(self, handbook: str) -> bool:
        """Whether there is a handbook of this id."""
        return handbook in self.handbooks

    @question
    def has_entry(self, address: str) -> bool:
        """Whether there is a record of this address."""
        return address in self.entries

    @question
    def handbook_ids(self) -> tuple[str, ...]:
        """The ids of the handbooks, in the order they are shown."""
        return tuple(self.handbooks)

    @question
    def addresses(self) -> tuple[str, ...]:
        """The addresses of the records, in the order of handbooks and chapters, then by kind and id."""
        return tuple(self.entries)

    @property
    @question
    def languages(self) -> tuple[Language, ...]:
        """The languages of the library, that of its YAML first."""
        return self.settings.languages

    @property
    @question
    def base_url(self) -> str:
        """Where the site is published; empty when nobody said so."""
        return str(self.settings.base_url or "")

    @property
    @question
    def own_codes(self) -> str:
        """What the codes of our own forms begin with; empty when nobody said so."""
        return str(self.settings.own_codes or "")

    @question
    def law(self, law: str) -> Law | None:
        """The law of this id."""
        return self._laws.get(law)

    @question
    def law_ids(self) -> tuple[str, ...]:
        """The ids of the laws, in the order of `laws.yaml`."""
        return tuple(self._laws)

    @question
    def struck_out(self) -> tuple[str, ...]:
        """The ids of the questions that a trainer struck out."""
        return tuple(str(each.item) for each in self.struck.struck)

    @question
    def lengths(self) -> Lengths:
        """How long texts should be."""
        return self.settings.lengths

    @question
    def company(self, handbook: str) -> Company:
        """Whose stationery the forms of a handbook are printed on."""
        return self.handbooks[handbook].file.company

    @question
    def defaults(self, handbook: str) -> Defaults:
        """What holds in a handbook for records that do not say otherwise."""
        return self.handbooks[handbook].file.defaults if handbook else Defaults()

    @question
    def trade(self, handbook: str) -> str:
        """The trade of a handbook, by which terms have their English; empty when it names none."""
        return str(self.handbooks[handbook].file.trade or "") if handbook else ""

    @question
    def names(self, handbook: str) -> tuple[str, str]:
        """The title of a handbook, and its short title."""
        file = self.handbooks[handbook].file
        return str(file.title), str(file.short)

    @property
    @question
    def is_whole(self) -> bool:
        """Whether every file could be read."""
        return not self.broken

    @property
    @question
    def lacks_a_title_page(self) -> bool:
        """Whether the title page of a handbook could not be read, so that what it holds is not known."""
        return bool(self.without_title_page)

    @question
    def is_broken(self, reference: str, handbook: str) -> bool:
        """Whether *reference* means a record that is there but could not be read."""
        target = reference.partition("#")[0]
        book = target.partition("/")[0] if target.count("/") == 2 else handbook
        kind = target.split("/")[-2] if "/" in target else ""
        names = {target, f"{handbook}/{target}", book, f"{book}/{kind}/{ANY}", f"{kind}/{ANY}"}
        if book and book not in self.handbooks:
            names.add(ANY)
        return bool(names & self.broken)

    @property
    @question
    def broken_kinds(self) -> tuple[str, ...]:
        """The kinds of which a record could not be read: that nothing of such a kind does something is not known."""
        return tuple(sorted({address.split("/")[-2] for address in self.broken if "/" in address}))

    @question
    def left_behind(self, folder: str, title: str) -> tuple[str, ...]:
        """The texts that have their English in a catalogue of no record beside *folder*, of a record of this *title*.

        A record of which that is true was renamed, and its English stayed.
        """
        return tuple(
            message.source
            for stray in self.strays
            if stray.path.startswith(f"{folder}/") and title in _titles_in(stray)
            for message in stray.messages.values()
            if message.translation.strip()
        )

    def view(self, lang: str) -> Library:
        """The same library with every text in *lang*; a missing translation falls back to the source language."""
        if lang not in self._views:
            self._views.setdefault(self.lang, self)
            with unnoted():
                self._views.setdefault(lang, _translated(self, lang))
        return self._views[lang]

    def after(self, before: Library) -> Library:
        """The same library, which takes over from the one *before* it what follows from records that are the same.

        Args:
            before: any view of a library whose unchanged entries are the very ones of this library.
        """
        before = before.source or before
        for lang, old in before._views.items():
            new = self._views.setdefault(lang, self if lang == self.lang else _translated(self, lang, old))
            new._take_over(old)
        return self

    def _take_over(self, old: Library) -> None:
        """Take over who refers to whom, where every record is still called as it was."""
        uses, entries = old.__dict__.get("_uses"), self.entries
        if uses is None or _called(self) != _called(old):
            return
        new = [entry for address, entry in entries.items() if entry is not old.entries[address]]
        names = {entry.address for entry in new}
        added = _uses_in(self, new)
        touched = added.keys() | {each.address for one in new for _, each in old._targets(old.entries[one.address])}
        rank = {address: at for at, address in enumerate(entries)} if touched else {}
        renewed = dict(uses)
        for address in touched:
            stay = [use for use in uses.get(address, ()) if use.entry.address not in names]
            renewed[address] = tuple(sorted((*stay, *added.get(address, ())), key=lambda use: rank[use.entry.address]))
        self.__dict__["_uses"] = {address: its_uses for address, its_uses in renewed.items() if its_uses}

    def kept_by(self, keeper: Keeper) -> Library:
        """The same library, what is made from it being kept by *keeper*."""
        return replace(self.source or self, keeper=keeper, _views={})

    def of_kind(self, kind: KindName, handbook: str | None = None) -> tuple[Entry, ...]:
        """The records of a kind, of one handbook or of all, in the order of the chapters, then by id."""
        return self.listed(kind, handbook or "")

    def of_handbook(self, handbook: str) -> tuple[Entry, ...]:
        """The records of a handbook, in the order of its chapters, then by kind and id; of none, the library's own."""
        return self.listed("", handbook)

    @question
    def listed(self, kind: str, handbook: str) -> tuple[Entry, ...]:
        """The records of a *kind* and of a *handbook*; of all where one of them is empty.

        Those of the library itself where both are.
        """
        return self._listed.get((kind, handbook), ())

    @question
    def find(self, reference: str, handbook: str = "") -> Entry | None:
        """The record that an address or code means in *handbook* (`#part` is ignored); former addresses count."""
        target = reference.partition("#")[0]
        if "/" not in target:
            return self._codes.get((handbook, target)) or self._codes_anywhere.get(target)
        address = full_address(target, handbook)
        return self.entries.get(address) or self._former.get(address)

    @question
    def role(self, reference: str, handbook: str) -> Entry | None:
        """The role a reference means in *handbook*: `front-desk`, or `other-handbook/front-desk`."""
        book, _, role = reference.rpartition("/")
        return self.find(f"{book or handbook}/roles/{role}")

    @derived
    def heading(self, address: str, part: str) -> Heading:
        """What a link to a record shows, or to one of its parts; the record's title when it has no such *part*."""
        entry = self.entries[address]
        target = entry.parts.get(part)
        title = self.plain(target.title if target else entry.record.title, entry)
        return Heading(title, str(entry.record.code or ""), target.anchor if target else "")

    @derived
    def words_of_link(self, address: str, part: str) -> str:
        """The words of a link inside a text, to a record or to one of its parts.

        A part whose heading is a whole sentence is cited by its record, and by its name where it is a beginning. A
        heading may hold blanks of its own; a link inside it stays as it was typed.
        """
        entry = self.entries[address]
        title, target = str(entry.record.title), entry.parts.get(part)
        if target is not None and target.cited:
            title = _BEGINNING.say(self.lang, title=title, name=target.cited)
        elif target is not None and target.cited is None:
            title = target.title
        words = []
        for piece in parse(title):
            if piece.kind == "figure":
                words.append(self._resolve_figure(piece.value, entry.handbook).text)
            else:
                words.append(piece.value if piece.kind == "text" else f"〔{self.blank(piece.value, entry.handbook)}〕")
        return "".join(words)

    @derived
    def figure(self, address: str, part: str) -> str:
        """What `{CODE#part}` prints: the time of a commitment or a step, a price; empty where it has no figure."""
        entry = self.entries[address]
        body = entry.parts[part].body if part in entry.parts else None
        kept = kept_by(body)
        if kept is None:
            return figure_of(body, self.lang)
        policy = self.find(kept, entry.handbook)
        return self.figure(policy.address, kept.part) if policy is not None and policy is not entry else ""

    def titles(self, address: str) -> Bilingual:
        """The title of a record in both languages."""
        return in_both(lambda lang: self.view(lang).title(address))

    @derived
    def title(self, address: str) -> str:
        """The title of a record as it is written."""
        return str(self.entries[address].record.title)

    @derived
    def part_ids(self, address: str) -> tuple[str, ...]:
        """The ids of the parts of a record that have an address of their own."""
        return tuple(self.entries[address].parts)

    @question
    def party(self, reference: str, handbook: str) -> Text | None:
        """The title of one of the handbook's parties, or None."""
        book = self.handbooks.get(handbook)
        party = book.file.parties.get(Id(reference)) if book else None
        return party.title if party else None

    @question
    def licences(self, handbook: str) -> Mapping[str, str]:
        """The licences that posts of a handbook need: by its id, the address of the role that says what each is."""
        said_by: dict[str, str] = {}
        for entry in self.of_kind("roles", handbook):
            for licence in entry.record.licences if isinstance(entry.record, Role) else ():
                if licence.title is not None or str(licence.id) not in said_by:
                    said_by[str(licence.id)] = entry.address
        return said_by

    def licence(self, reference: str, handbook: str) -> Licence | None:
        """What the handbook says of the licence of this id; None where no post needs one."""
        address = self.licences(handbook).get(reference)
        role = self.entries[address].record if address else None
        licences = role.licences if isinstance(role, Role) else ()
        return next((licence for licence in licences if licence.id == reference), None)

    def actor_title(self, reference: str, handbook: str) -> str:
        """The title of a role or party; the reference itself when there is neither."""
        entry = self.role(reference, handbook)
        return self.title(entry.address) if entry else str(self.party(reference, handbook) or reference)

    @question
    def logo(self, handbook: str) -> PictureFile | None:
        """The logo of a handbook's company, read anew; none where it names none.

        Raises:
            HandbookError: as `schemas.picture.read_picture`.
        """
        book = self.handbooks[handbook]
        name = book.file.company.logo
        return read_picture((self.root / book.document.path).parent, name, LOGO) if name else None

    @question
    def picture(self, address: str, name: str) -> PictureFile | NoPicture:
        """The picture *name* beside the file of a record, read anew, or what is wrong with it."""
        try:
            return read_picture((self.root / self.entries[address].path).parent, name, STEP)
        except PictureError as error:
            return NoPicture(error.message, error.values)

    def uses(self, entry: Entry) -> tuple[Use, ...]:
        """Every place of every record that refers to *entry*, in library order."""
        return self.uses_of(entry.address)

    @question
    def uses_of(self, address: str) -> tuple[Use, ...]:
        """Every place of every record that refers to the record of this address, in library order."""
        return self._uses.get(address, ())

    def segments(self, text: str, entry: Entry, blanks: Mapping[str, str] | None = None) -> tuple[Resolved, ...]:
        """*text* of *entry*, cut for a reader; *blanks* are a form's own blanks, id to title."""
        return tuple(self._resolve(text, entry.handbook, blanks or {}))

    def plain(self, text: str, entry: Entry, blanks: Mapping[str, str] | None = None) -> str:
        """*text* of *entry* as plain words: a link as its target's title, a blank as 〔title〕."""
        return self.plain_in(text, entry.handbook, blanks)

    def plain_in(self, text: str, handbook: str, blanks: Mapping[str, str] | None = None) -> str:
        """*text* of a handbook, its title page for instance, as plain words."""
        if "[" not in text and "{" not in text:
            return str(text)
        pieces = self._resolve(text, handbook, blanks or {})
        return "".join(f"〔{piece.text}〕" if piece.kind == "blank" else piece.text for piece in pieces)

    def quoted_in(self, text: str, handbook: str) -> str:
        """The same, but titles that an English text links to are in quotation marks: Chinese has 《》 there."""
        words = ""
        for piece in self._resolve(text, handbook, {}):
            if piece.kind == "link" and not words.endswith("“"):
                words += _NAMED.say(self.lang, text=piece.text)
            else:
                words += f"〔{piece.text}〕" if piece.kind == "blank" else piece.text
        return words

    @question
    def project_value(self, name: str, handbook: str) -> str:
        """One of the project's own values; empty when there is none of this name.

        When the desk is open is said by the handbook's `hours`, where the project has no words of its own for it.
        """
        if handbook not in self.handbooks:
            return ""
        file = self.handbooks[handbook].file
        if name == HOURS and file.hours is not None and HOURS not in file.project:
            answering = file.hours.after_hours
            return file.hours.say(self.lang, self.actor_title(answering, handbook) if answering else "")
        return str(file.project.get(Id(name)) or "")

    @question
    def is_sample(self, handbook: str) -> bool:
        """Whether the project's values are examples, which nobody should be handed."""
        return self.handbooks[handbook].file.sample

    def number_in(self, number: CallNumber, handbook: str) -> str:
        """The number as it is, or the project's value; empty where the project has none."""
        return self.project_value(number.key, handbook) if number.key else str(number)

    def dialled(self, number: CallNumber, handbook: str) -> str:
        """What is dialled: the number as it is, or the project's value; its name where there is no such value."""
        return self.number_in(number, handbook) or str(number)

    @question
    def blank(self, name: str, handbook: str) -> str:
        """What the handbook calls a blank that the speaker fills; its name when it has no other.

        A record of the library itself, which is in no handbook, has the places of cards.
        """
        book = self.handbooks.get(handbook)
        titles = book.file.blanks if book else self.settings.places
        return str(titles.get(Id(name)) or name)

    @question
    def card_actor(self, actor: str) -> str:
        """What an actor of cards is called in the library; its id when it is not there."""
        return str(self.settings.actors.get(Id(actor)) or actor)

    def _resolve(self, text: str, handbook: str, blanks: Mapping[str, str]) -> Iterator[Resolved]:
        segments = parse(text)
        for segment, following in zip_longest(segments, segments[1:]):
            if segment.kind == "text":
                yield Resolved("text", segment.value + self._space_before(following, segment.value, handbook))
            elif segment.kind == "link":
                yield self._resolve_link(segment.value, handbook)
            elif segment.kind == "figure":
                yield self._resolve_figure(segment.value, handbook)
            elif segment.value.startswith("project.") and handbook:
                value = self.project_value(segment.value.removeprefix("project."), handbook)
                yield Resolved("text", value or f"{{{segment.value}}}")
            else:
                title = str(blanks.get(segment.value) or self.blank(segment.value, handbook))
                yield Resolved("blank", title, name=segment.value)

    def _resolve_link(self, reference: str, handbook: str) -> Resolved:
        target, part = self.find(reference, handbook), reference.partition("#")[2]
        if target is None:
            return Resolved("text", reference)
        return Resolved("link", self.words_of_link(target.address, part), target, part)

    def _resolve_figure(self, reference: str, handbook: str) -> Resolved:
        target, part = self.find(reference, handbook), reference.partition("#")[2]
        figure = self.figure(target.address, part) if target else ""
        return Resolved("figure", figure, target, part) if figure else Resolved("text", f"{{{reference}}}")

    def _space_before(self, following: Segment | None, text: str, handbook: str) -> str:
        """A space where *text* ends in a Chinese character and a figure in digits follows: 主管 4 小时内."""
        if following is None or following.kind != "figure" or not "\u4e00" <= text[-1:] <= "\u9fff":
            return ""
        return " " if self._resolve_figure(following.value, handbook).text[:1].isdigit() else ""

    @cached_property
    def _listed(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        lists: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries.values():
            for key in {(entry.kind, entry.handbook), (entry.kind, ""), ("", entry.handbook)}:
                lists.setdefault(key, []).append(entry)
        return {key: tuple(entries) for key, entries in lists.items()}

    @cached_property
    def _laws(self) -> Mapping[str, Law]:
        return {str(law.id): law for law in self.laws.laws}

    @cached_property
    def _codes(self) -> Mapping[tuple[str, str], Entry]:
        codes: dict[tuple[str, str], Entry] = {}
        for entry in self.entries.values():
            if (code := Code(entry.names.code)) and not code.is_placeholder:
                codes.setdefault((entry.handbook, str(code)), entry)
        return codes

    @cached_property
    def _codes_anywhere(self) -> Mapping[str, Entry | None]:
        """The record of each code; none of one that records of several handbooks have."""
        anywhere: dict[str, Entry | None] = {}
        for (_, code), entry in self._codes.items():
            anywhere[code] = None if code in anywhere else entry
        return anywhere

    @cached_property
    def _former(self) -> Mapping[str, Entry]:
        former: dict[str, Entry] = {}
        for entry in self.entries.values():
            for address in entry.names.formerly:
                former.setdefault(full_address(address, entry.handbook), entry)
        return former

    @cached_property
    def _uses(self) -> Mapping[str, tuple[Use, ...]]:
        return {address: tuple(its_uses) for address, its_uses in _uses_in(self, self.entries.values()).items()}

    def _targets(self, entry: Entry) -> Iterator[tuple[tuple[str, ...], Entry]]:
        """Every record that *entry* refers to, with the place where it does."""
        kept = self.keeper.of(f"references/{entry.address}", self, lambda: references_of(entry))
        for path, reference, is_role in json.loads(kept):
            target = (self.role if is_role else self.find)(reference, entry.handbook)
            if target is not None:
                yield tuple(path), target


def _uses_in(view: Library, entries: Iterable[Entry]) -> Mapping[str, list[Use]]:
    """The places of *entries* that refer to others, by the address of what they refer to."""
    uses: dict[str, list[Use]] = {}
    for entry in entries:
        for path, target in view._targets(entry):
            if target is not entry:
                uses.setdefault(target.address, []).append(Use(entry, path))
    return uses


def _titles_in(catalogue: Catalogue) -> frozenset[str]:
    """The titles of records that a catalogue has English of."""
    return frozenset(message.source for address, message in catalogue.messages.items() if address.endswith("#title"))


def _called(view: Library) -> list[tuple[str, Names]]:
    """What each record is called, in their order: all that decides what a reference means."""
    return [(address, entry.names) for address, entry in view.entries.items()]


class _Looked(Mapping[str, _T]):
    """A mapping of content that asks a question where something is looked up in it."""

    def __init__(
        self, content: Mapping[str, _T], has: Callable[[str], bool], keys: Callable[[], tuple[str, ...]]
    ) -> None:
        self._content = content
        self._has = has
        self._keys = keys

    def __getitem__(self, key: str) -> _T:
        self._has(key)
        return self._content[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())


@answered_by("record")
def _digest_of_record(view: Library, address: str) -> str:
    return view.entries[address].digest


@answered_by("code")
def _digest_of_code(view: Library, address: str) -> str:
    return digest_of_text(view.entries[address].code)


@answered_by("fingerprint")
def _fingerprint_of(view: Library, address: str) -> str:
    entry = view.entries[address]
    # Follows from the record alone: where that is as it was, nobody needs to read it for its fingerprint.
    view.grounds[put(view.lang, "fingerprint", address)] = {put(view.lang, "record", address): entry.digest}
    return entry.fingerprint


@answered_by("handbook")
def _digest_of_handbook(view: Library, handbook: str) -> str:
    return view.handbooks[handbook].digest


@answered_by("catalogue")
def _digest_of_catalogue(view: Library, address: str) -> str:
    file = view.entries[address] if address in view.entries else view.handbooks[address]
    return file.catalogue.digest_of_file


@answered_by("settings")
def _digest_of_settings(view: Library) -> str:
    return view.digest_of_field("settings")


@answered_by("terms")
def _digest_of_terms(view: Library) -> str:
    return view.digest_of_field("terms")


@answered_by("laws")
def _digest_of_laws(view: Library) -> str:
    return view.digest_of_field("laws")


@answered_by("struck")
def _digest_of_struck(view: Library) -> str:
    return view.digest_of_field("struck")


def _translated(library: Library, lang: str, before: Library | None = None) -> Library:
    """The view of *library* in *lang*; records that are the same as those of a view *before* it are those of it."""
    handbooks = {id_: translated_handbook(book, lang) for id_, book in library.handbooks.items()}
    known = before.entries if before is not None else {}
    entries = {
        address: known[address]
        if address in known and known[address].source is entry
        else translated_entry(entry, lang)
        for address, entry in library.entries.items()
    }
    view = replace(
        library, lang=lang, settings=translate_texts(library.settings, library.settings_catalogue, "library"),
        laws=translate_texts(library.laws, library.settings_catalogue, "laws"),
        handbooks=MappingProxyType(handbooks), entries=MappingProxyType(entries),
        translations=lambda: library.settings_catalogue.digest,
    )  # fmt: skip
    view.__dict__["source"] = library  # of this library alone: a view that is replaced in part has none
    return view
