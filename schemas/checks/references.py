"""References: every link, role, party, blank and local id leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit

from schemas.card import Card
from schemas.checks.figures import figures_known
from schemas.checks.local import local_ids
from schemas.columns import columns_of
from schemas.document import Document, Location
from schemas.encoders import KNOWN, is_misspelt
from schemas.entry import Entry
from schemas.findings import Called, Candidates, Finding
from schemas.form import Form, TextBlock
from schemas.handbook import HOURS
from schemas.kinds import ANY, KIND_NAMES, KINDS, KindName, nouns
from schemas.laws import FILE as LAWS
from schemas.library import Library
from schemas.markup import may_be_marked, mistakes, parse
from schemas.messages import Cards, Links, Message, Shapes
from schemas.reads import derived
from schemas.record import Model, Record
from schemas.references import (
    ActorRef,
    Address,
    CallNumber,
    CardActor,
    CardPlace,
    CardRef,
    CourseRef,
    FieldRef,
    FormRef,
    LawRef,
    LevelRef,
    LicenceRef,
    LocalRef,
    MeasureRef,
    PartyRef,
    PriorRef,
    Reference,
    RoleRef,
    ScriptRef,
)
from schemas.scalars import Code, Text
from schemas.walk import Leaf, leaves
from schemas.words import Bilingual, with_article

_KINDS_OF: Final[Mapping[type[Reference], tuple[KindName, ...]]] = {
    FormRef: ("forms",),
    MeasureRef: ("forms",),
    FieldRef: ("forms",),
    CardRef: ("cards",),
    CourseRef: ("courses",),
    LevelRef: ("qualifications",),
    PriorRef: ("courses", "qualifications"),
    ScriptRef: tuple(kind.folder for kind in KINDS.values() if kind.is_played),
}
"""The kinds that a reference may lead to, where not any will do."""


_THERE_ARE: Final = Bilingual("可以写：{known}。", "There are: {known}.")


def check_references(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings for every reference of a record to nothing, or to the wrong kind of thing."""
    blanks = _own_blanks(library, entry.record)
    yield from _Viewpoint(library, entry.document, entry.handbook, blanks).check(entry.record, entry.leaves)


def check_title_pages(library: Library) -> Iterator[Finding]:
    """The same for the references of library.yaml and of every title page."""
    yield from _Viewpoint(library, library.settings_document, "").check(library.settings, leaves(library.settings))
    if library.laws_document is not None:
        yield from _Viewpoint(library, library.laws_document, "").check(library.laws, leaves(library.laws))
    yield from _check_settings(library)
    for book in library.handbooks.values():
        yield from _Viewpoint(library, book.document, book.id).check(book.file, leaves(book.file))


def _check_settings(library: Library) -> Iterator[Finding]:
    settings, handbook_ids = library.settings, tuple(library.handbooks)
    if settings.encoder.is_folder and not (library.root / settings.encoder).is_dir():
        yield library.settings_document.finding(("encoder",), Links.ENCODER_FOLDER_MISSING, value=settings.encoder)
    if settings.encoder.is_tuned and not (library.root / settings.encoder).is_file():
        yield library.settings_document.finding(("encoder",), Links.TUNED_ENCODER_MISSING, value=settings.encoder)
    if is_misspelt(settings.encoder) and not (library.root / settings.encoder).exists():
        values = {"value": settings.encoder, "guess": Candidates(settings.encoder, KNOWN)}
        yield library.settings_document.finding(("encoder",), Links.ENCODER_UNKNOWN, **values)
    if settings.base_url is not None and _is_this_machine(settings.base_url):
        yield library.settings_document.finding(("base_url",), Links.LOCAL_ADDRESS, value=settings.base_url)
    named: list[tuple[Location, str]] = [(("default",), settings.default)]
    named += [(("order", number), id_) for number, id_ in enumerate(settings.order)]
    for number, again in enumerate(settings.order):
        if again in settings.order[:number]:
            yield library.settings_document.finding(("order", number), Links.HANDBOOK_TWICE, value=again)
    for location, id_ in named:
        if id_ not in handbook_ids and not library.broken & {id_, ANY}:
            guess = Candidates(id_, handbook_ids)
            yield library.settings_document.finding(location, Links.UNKNOWN_HANDBOOK, value=id_, guess=guess)


def _is_this_machine(address: str) -> bool:
    """Whether an address of the web means the machine of whoever opens it."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        ip = ip_address(host)
    except ValueError:
        return False
    return ip.is_loopback or ip.is_unspecified


@dataclass(frozen=True, slots=True)
class _Viewpoint:
    """A file as references are seen from it: the handbook it belongs to and the blanks of its own."""

    library: Library
    document: Document
    handbook: str
    blanks: tuple[str, ...] = ()

    def check(self, model: Model, leaves_of_model: Iterable[Leaf]) -> Iterator[Finding]:
        local = local_ids(model)
        for leaf in leaves_of_model:
            value = leaf.value
            if isinstance(value, Text):
                if may_be_marked(value):  # as few are
                    yield from self._text(leaf, value)
            elif isinstance(value, LocalRef):
                yield from self._local(leaf, value, local(leaf.path))
            else:
                yield from self._leaf(leaf)

    def _leaf(self, leaf: Leaf) -> Iterator[Finding]:
        value = leaf.value
        if isinstance(value, Address):
            return
        if isinstance(value, Reference):
            yield from self._reference(leaf, value, _KINDS_OF.get(type(value), KIND_NAMES))
        elif isinstance(value, RoleRef):
            yield from self._actor(leaf, value)
        elif isinstance(value, CallNumber) and value.key:
            yield from self._blank(leaf, str(value))
        elif isinstance(value, LicenceRef):
            yield from self._licence(leaf, value)
        elif isinstance(value, LawRef):
            yield from self._law(leaf, value)
        elif isinstance(value, CardActor | CardPlace):
            yield from self._of_cards(leaf, value)

    def _of_cards(self, leaf: Leaf, value: CardActor | CardPlace) -> Iterator[Finding]:
        is_actor = isinstance(value, CardActor)
        names = tuple(map(str, self.library.settings.actors if is_actor else self.library.settings.places))
        if value not in names:
            rule = Cards.UNKNOWN_CARD_ACTOR if is_actor else Cards.UNKNOWN_CARD_PLACE
            yield self._at(leaf, rule, value=value, guess=Candidates(value, names))

    def _law(self, leaf: Leaf, value: LawRef) -> Iterator[Finding]:
        if self.library.law(value) is None and LAWS not in self.library.broken:
            guess = Candidates(value, self.library.law_ids())
            yield self._at(leaf, Links.UNKNOWN_LAW, value=value, guess=guess)

    def _at(self, leaf: Leaf, rule: Message, token: str = "", **values: Any) -> Finding:
        place = self.document.place(leaf.location, key=leaf.is_key)
        if token:
            place = self.document.place_of(token, leaf.location)
        return Finding(self.document.path, *place, rule, values)

    def _actor(self, leaf: Leaf, value: RoleRef) -> Iterator[Finding]:
        address = value if "/" not in value else f"{value.partition('/')[0]}/roles/{value.partition('/')[2]}"
        broken = self.library.is_broken(address if "/" in value else f"roles/{value}", self.handbook)
        if broken or self.library.role(value, self.handbook) is not None:
            return
        roles = tuple(entry.id for entry in self.library.of_kind("roles", self.handbook))
        if not isinstance(value, ActorRef | PartyRef):
            yield self._at(leaf, Links.UNKNOWN_ROLE, value=value, guess=Candidates(value, roles))
        elif self.library.party(value, self.handbook) is None:
            actors = (*roles, *map(str, self.library.handbooks[self.handbook].file.parties))
            yield self._at(leaf, Links.UNKNOWN_PARTY, value=value, guess=Candidates(value, actors))

    def _licence(self, leaf: Leaf, value: LicenceRef) -> Iterator[Finding]:
        licences = tuple(self.library.licences(self.handbook))
        if value not in licences and "roles" not in self.library.broken_kinds:
            yield self._at(leaf, Links.UNKNOWN_LICENCE, value=value, guess=Candidates(value, licences))

    def _local(self, leaf: Leaf, value: LocalRef, declared_ids: Collection[str]) -> Iterator[Finding]:
        if value not in declared_ids:
            rule = Links.BRANCH_TO_NOWHERE if leaf.path[-1] == "to" else Links.UNKNOWN_LOCAL
            yield self._at(
                leaf,
                rule,
                value=value,
                guess=Candidates(value, tuple(declared_ids)),
                known=", ".join(declared_ids) or "—",
            )

    def _reference(self, leaf: Leaf, value: str, kinds: tuple[KindName, ...], token: str = "") -> Iterator[Finding]:
        target = self.library.find(value, self.handbook)
        if target is not None:
            if target.kind not in kinds:
                yield self._wrong_kind(leaf, value, target, kinds)
            if self._is_itself(leaf, value, target):
                yield self._at(leaf, Links.LINK_TO_ITSELF, token, value=value)
            yield from self._part(leaf, value, target, token)
        elif not self.library.is_broken(value, self.handbook):
            name = value.partition("#")[0]
            shared = "/" not in name and Code(name).is_placeholder
            known = _addresses(self.library, self.handbook)
            names = dict(zip(known, known, strict=True)) if "/" in name else _called(self.library, self.handbook)
            guess = Called(name, names)
            yield self._at(
                leaf, Links.SHARED_CODE if shared else Links.UNKNOWN_REFERENCE, token, value=value, guess=guess
            )

    def _is_itself(self, leaf: Leaf, value: str, target: Entry) -> bool:
        """Whether a link or a related record is the record that names it, which no part of it is."""
        is_link = isinstance(leaf.value, Text) or leaf.location[0] == "related"
        return is_link and "#" not in value and target.document.path == self.document.path

    def _wrong_kind(self, leaf: Leaf, value: str, target: Entry, kinds: tuple[KindName, ...]) -> Finding:
        return self._at(
            leaf, Links.WRONG_KIND, value=value, found=with_article(target.of.noun), expected=with_article(nouns(kinds))
        )

    def _part(self, leaf: Leaf, value: str, target: Entry, token: str) -> Iterator[Finding]:
        name, _, part = value.partition("#")
        if not part or isinstance(value, MeasureRef):
            return
        is_field = isinstance(value, FieldRef)
        parts = tuple(columns_of(self.library, target.address)) if is_field else self.library.part_ids(target.address)
        if part not in parts:
            guess = Candidates(part, parts, _THERE_ARE.filled(known=", ".join(parts) or "—"))
            yield self._at(leaf, Links.UNKNOWN_PART, token, value=name, part=part, guess=guess)

    def _text(self, leaf: Leaf, text: Text) -> Iterator[Finding]:
        for segment in parse(text):
            if segment.kind == "link":
                yield from self._reference(leaf, segment.value, KIND_NAMES, f"[[{segment.value}")
            elif segment.kind == "figure":
                yield from self._figure(leaf, segment.value)
            elif segment.kind == "blank":
                yield from self._blank(leaf, segment.value)
        for rule, value in mistakes(text):
            if rule == Links.BROKEN_LINK:
                yield self._at(leaf, rule, value, value=value)
            elif rule == Links.FIGURE_OF_NO_RECORD:
                yield self._at(leaf, rule, f"{{#{value}}}", value=value)
            else:
                yield from self._blank(leaf, value)

    def _figure(self, leaf: Leaf, value: str) -> Iterator[Finding]:
        token = f"{{{value}}}"
        if not re.fullmatch(str(Reference.pattern), value):
            guess = Called(value, _called(self.library, self.handbook))
            yield self._at(leaf, Shapes.BAD_REFERENCE, token, value=value, guess=guess)
            return
        name, _, part = value.partition("#")
        target = self.library.find(value, self.handbook)
        if target is None or part not in target.parts:
            yield from self._reference(leaf, value, KIND_NAMES, token)
        elif not self.library.figure(target.address, part):
            known = figures_known(self.library, target)
            yield self._at(leaf, Links.NO_FIGURE, token, value=name, part=part, known=known)

    def _blank(self, leaf: Leaf, name: str) -> Iterator[Finding]:
        book = self.library.handbooks.get(self.handbook)
        blanks = self.blanks
        if book is not None:
            blanks += (*map(str, book.file.blanks), *(f"project.{value}" for value in book.file.project))
            blanks += (f"project.{HOURS}",) if book.file.hours is not None else ()
        # a title page that could not be read may have had the value that a card asks for
        if name not in blanks and (self.handbook or not self.library.lacks_a_title_page):
            yield self._at(leaf, Links.UNKNOWN_BLANK, f"{{{name}}}", value=name, guess=Candidates(name, blanks))


@derived
def _addresses(library: Library, handbook: str) -> tuple[str, ...]:
    """The addresses that a reference from *handbook* could have meant; from library.yaml, full ones."""
    if not handbook:
        return tuple(library.entries)
    return tuple(f"{entry.kind}/{entry.id}" for entry in library.of_handbook(handbook))


@derived
def _codes(library: Library, handbook: str) -> tuple[str, ...]:
    """The codes that a reference from *handbook* could have meant; from library.yaml, full addresses."""
    if not handbook:
        return _addresses(library, handbook)
    codes = (Code(entry.code) for entry in library.of_handbook(handbook) if entry.code)
    return tuple(str(code) for code in codes if not code.is_placeholder)


@derived
def _called(library: Library, handbook: str) -> Mapping[str, str]:
    """What a reference from *handbook* could have been: codes, and records by their title or their bare id."""
    codes = {code: code for code in _codes(library, handbook)}
    entries = library.of_handbook(handbook) if handbook else ()
    titles = {name: f"{entry.kind}/{entry.id}" for entry in entries for name in (entry.id, str(entry.record.title))}
    return titles | codes


def _own_blanks(library: Library, record: Record) -> tuple[str, ...]:
    """What braces may hold in a record beside what its handbook has: of a card its places, and what any project has."""
    if isinstance(record, Card):
        keys = dict.fromkeys(str(key) for book in library.handbooks.values() for key in book.file.project)
        return (*map(str, record.places), *(f"project.{key}" for key in keys))
    if not isinstance(record, Form):
        return ()
    texts = (block.body for block in record.blocks if isinstance(block.body, TextBlock))
    return tuple(str(field.id) for text in texts for field in text.blanks)
