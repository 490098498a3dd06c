"""A library in which every key has a value, and each of them changed, in the YAML or in its English."""

from __future__ import annotations

import atexit
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, Final, Literal, get_args, get_origin

from PIL import Image
from pydantic import BaseModel, ValidationError

from schemas.catalogue import Catalogue, Message
from schemas.document import Location
from schemas.duration import Duration
from schemas.entry import Entry, names_of, text_address
from schemas.fingerprint import fingerprint
from schemas.form import Chart, Form
from schemas.handbook import HandbookFile
from schemas.hours import Days, Times
from schemas.kinds import KINDS, full_address
from schemas.library import Library
from schemas.library_file import LibraryFile
from schemas.loader import load_library
from schemas.money import Price, Sum
from schemas.quantity import Quantity
from schemas.record import Model, Record
from schemas.references import Address, LocalRef, PartyRef, Reference, RoleRef, StepRef
from schemas.scalars import Code, Id, Number, Text
from schemas.walk import Leaf, leaves, texts

_DATA: Final = Path(__file__).parents[1] / "data" / "every-key"
_EVERYTHING: Final = Path(__file__).with_name("everything.yaml")
_BOOK: Final = "book"
_LINKS: Final = f"{_BOOK}/forms/links"
_FOLDER: Final = TemporaryDirectory()
"""Holds the sample as long as the tests run: forms read the company's logo from it."""
atexit.register(_FOLDER.cleanup)

MODELS: Final[Mapping[str, type[BaseModel]]] = MappingProxyType(
    {"library": LibraryFile, "handbook": HandbookFile, **{kind.name: kind.model for kind in KINDS.values()}}
)
"""Every kind of file by the name that its fields begin with."""

Views = Mapping[str, Library]
"""The sample by language."""


@cache
def sample() -> Library:
    """The sample in Chinese; the English of each of its texts is the text itself and an E."""
    root = Path(_FOLDER.name) / "root"
    shutil.copytree(_DATA, root)
    book = root / "handbook" / _BOOK
    shutil.copy(_EVERYTHING, book / "forms")
    Image.new("RGB", (80, 40)).save(book / "logo.png")
    loaded = load_library(root).require()
    Image.new("RGB", (40, 40)).save(book / "logo.png9", "png")  # a change of the logo's name finds another one
    files: dict[str, Model] = {"library": loaded.settings, "handbook": loaded.handbooks[_BOOK].file}
    files |= {f"{entry.kind}/{entry.id}": entry.record for entry in loaded.entries.values()}
    return _with_messages(loaded, _english(files))


def _english(files: Mapping[str, Model]) -> Mapping[str, Message]:
    return {
        text_address(name, leaf.path): Message(str(leaf.value), f"{leaf.value} E", False, 1)
        for name, model in files.items()
        for leaf in texts(model)
    }


@dataclass(frozen=True)
class Subject:
    """A file of the sample, or a part of a large form drawn by itself, whose fields are changed.

    Attributes:
        name: of its kind, with which the names of its fields begin.
        address: of its texts in a catalogue: `library`, `handbook` or `folder/id`.
        model: what the file says.
        views: the sample with it, and with one form: in a moment a change of another language is seen in it.
        form: the address of that form, which is drawn to see what moves.
        only: what its fields' locations begin with; other fields of it are the matter of other subjects.
        but: what they do not begin with.
    """

    name: str
    address: str
    model: Model
    views: Views
    form: str
    only: Location = ()
    but: str = ""

    @property
    def leaves(self) -> Iterator[Leaf]:
        """What is changed in it, one at a time."""
        for leaf in leaves(self.model):
            if leaf.location[: len(self.only)] == self.only and leaf.location[0] != self.but:
                yield leaf

    def changed(self, leaf: Leaf) -> Views:
        """The sample with *leaf* saying something else in the YAML of the file.

        A text that was changed has no English then; that of all others is found under the id that a part now has.
        """
        model = _changed(self.model, leaf)
        library = put(self.views["zh"], self.address, model)
        return self._with(library if isinstance(leaf.value, Text) else _translated(library, self.address, model))

    def english_changed(self, leaf: Leaf) -> Views:
        """The English of the sample with other words for a text; its Chinese has no part in a catalogue."""
        messages = _english({self.address: self.model})
        address = text_address(self.address, leaf.path)
        reworded = messages[address]._replace(translation=f"{messages[address].translation} E")
        return {"en": self._with(_with_messages(self.views["zh"], {**messages, address: reworded}))["en"]}

    def _with(self, library: Library) -> Views:
        """*library*, and its English: only of what this subject may have changed is it made anew."""
        address = full_address(self.address, _BOOK)
        entries = {address: library.entries[address]} if address in library.entries else {}
        new, old = replace(library, entries=entries, _views={}).view("en"), self.views["en"]
        return {"zh": library, "en": replace(new, entries={**old.entries, **new.entries}, _views={})}


def _translated(library: Library, address: str, model: Model) -> Library:
    """*library* with the English of every text of a file."""
    return _with_messages(library, _english({address: model}))


def _with_messages(library: Library, messages: Mapping[str, Message]) -> Library:
    """*library* with *messages* in its catalogues."""
    by_file: dict[str, dict[str, Message]] = defaultdict(dict)
    for address, message in messages.items():
        by_file[address.partition("#")[0]][address] = message

    def added(catalogue: Catalogue, file: str) -> Catalogue:
        return replace(catalogue, messages={**catalogue.messages, **by_file[file]}) if file in by_file else catalogue

    book = library.handbooks[_BOOK]
    entries = {
        address: replace(entry, catalogue=catalogue) if catalogue is not entry.catalogue else entry
        for address, entry in library.entries.items()
        for catalogue in (added(entry.catalogue, f"{entry.kind}/{entry.id}"),)
    }
    return replace(
        library, handbooks={_BOOK: replace(book, catalogue=added(book.catalogue, "handbook"))}, entries=entries,
        settings_catalogue=added(library.settings_catalogue, "library"), _views={},
    )  # fmt: skip


def put(library: Library, address: str, model: Model) -> Library:
    """*library* with another content of a file: of `library`, `handbook` or `folder/id`."""
    if isinstance(model, LibraryFile):
        return replace(library, settings=model, _views={})
    if isinstance(model, HandbookFile):
        return replace(library, handbooks={_BOOK: replace(library.handbooks[_BOOK], file=model)}, _views={})
    assert isinstance(model, Record)
    before = library.entries[full_address(address, _BOOK)]
    entry = replace(before, record=model, names=names_of(model), fingerprint=fingerprint(model))
    return replace(library, entries={**library.entries, entry.address: entry}, _views={})


def subjects() -> Iterator[Subject]:
    """Every file of the sample; of forms of many blocks each block by itself, which is drawn in a moment."""
    library = sample()
    small = _without_forms(library, _LINKS)
    views = {"zh": small, "en": small.view("en")}
    yield Subject("library", "library", small.settings, views, _LINKS)
    yield Subject("handbook", "handbook", small.handbooks[_BOOK].file, views, _LINKS)
    for entry in small.entries.values():
        yield Subject(entry.of.name, f"{entry.kind}/{entry.id}", entry.record, views, _LINKS)
    for id_ in ("everything", "more"):
        yield from _blocks(library, library.entries[f"{_BOOK}/forms/{id_}"])


def _without_forms(library: Library, but: str) -> Library:
    entries = {address: entry for address, entry in library.entries.items() if entry.kind != "forms" or address == but}
    return replace(library, entries=entries, _views={})


def _blocks(library: Library, entry: Entry) -> Iterator[Subject]:
    form, address = entry.record, f"forms/{entry.id}"
    assert isinstance(form, Form)
    small = _without_forms(library, entry.address)
    by_id = {getattr(block.body, "id", ""): block for block in form.blocks}
    for number, block in enumerate(form.blocks):
        blocks = (by_id[block.body.of], block) if isinstance(block.body, Chart) else (block,)
        part = form.model_copy(update={"blocks": blocks})
        own = put(small, address, part)
        views = {"zh": own, "en": own.view("en")}
        yield Subject("form", address, part, views, entry.address, only=("blocks", len(blocks) - 1))
        if number == 0:
            yield Subject("form", address, part, views, entry.address, but="blocks")


# -- changes ---------------------------------------------------------------------------------------------------------


def _changed(model: Model, leaf: Leaf) -> Model:
    """*model* with another value at *leaf*: the first that its kind of value may have there."""
    for value in _others(leaf.value):
        data = _open(model.model_dump(by_alias=True, exclude_unset=True))
        _set(data, leaf, value)
        try:
            return type(model).model_validate(data)
        except ValidationError:
            continue
    raise AssertionError(f"nothing else may stand at {leaf.location} than {leaf.value!r}")


def _open(value: Any) -> Any:
    """*value* with lists and dictionaries that can be changed."""
    if isinstance(value, Mapping):
        return {key: _open(inner) for key, inner in value.items()}
    return [_open(inner) for inner in value] if isinstance(value, list | tuple) else value


def _set(data: Any, leaf: Leaf, value: Any) -> None:
    *way, last = leaf.location
    for key in way:
        data = data.setdefault(key, {}) if isinstance(data, dict) else data[key]
    if leaf.is_key:
        items = [(value if key == last else key, inner) for key, inner in data.items()]
        data.clear()
        data.update(items)
    elif isinstance(leaf.value, Text) and leaf.path[-1] in (
        "per",
        "of",
        "unit",
        "value",
    ):  # in one scalar
        data[last] = data[last].replace(leaf.value, value)
    elif isinstance(data, list) and value in data:  # which may stand there once: the two change places
        data[data.index(value)], data[int(last)] = data[int(last)], value
    else:
        data[last] = value


def _others(value: Any) -> Iterator[Any]:
    """Other values of the same kind as *value*, the likeliest first."""
    if type(value) is str:
        yield from (other for words in _literals() if value in words for other in words if other != value)
    elif isinstance(value, str):
        yield type(value)(_other_text(value))
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, Decimal):
        yield value + 10
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, date):
        yield value + timedelta(1)
    elif isinstance(value, Duration) and not value.seconds:
        yield Duration.parse("当班")
    elif isinstance(value, Days | Times):
        yield type(value).parse("工作日" if isinstance(value, Days) else "9:00-18:00")
    elif isinstance(value, Duration | Sum | Quantity):
        yield replace(value, amount=value.amount + 1)
    elif isinstance(value, Price):
        yield replace(value, low=value.low + 1) if value.low else Price.parse("按公示")


def _other_text(value: str) -> str:
    if isinstance(value, PartyRef) and value in ("resident", "borrower"):
        return "borrower" if value == "resident" else "resident"
    if isinstance(value, RoleRef):
        return "front-desk" if value == "service-centre-manager" else "service-centre-manager"
    if isinstance(value, StepRef):
        return "GT-ZY-KF-006#1.2"
    if isinstance(value, Reference) and not isinstance(value, Address):
        return "guides/manners"
    if isinstance(value, Code | Number):
        return f"{value}9"
    return f"{value}-x" if isinstance(value, Address | Id | LocalRef) else f"{value}9"


@cache
def _literals() -> tuple[tuple[str, ...], ...]:
    """Every list of words of which a field takes one."""
    found: dict[tuple[str, ...], None] = {}

    def look(annotation: Any) -> None:
        if get_origin(annotation) is Literal:
            found[get_args(annotation)] = None
        for part in get_args(annotation):
            look(part)

    for model in models():
        for field in model.model_fields.values():
            look(field.annotation)
    return tuple(found)


# -- names -----------------------------------------------------------------------------------------------------------


def models() -> Iterator[type[BaseModel]]:
    """Every model of a file and of its parts."""
    waiting, seen = list(MODELS.values()), set[type[BaseModel]]()
    while waiting:
        model = waiting.pop(0)
        if model not in seen:
            seen.add(model)
            yield model
            waiting += [part for field in model.model_fields.values() for part in _parts(field.annotation)]


def _parts(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _is_mapping(annotation: Any) -> bool:
    return get_origin(annotation) is Mapping or any(map(_is_mapping, get_args(annotation)))


def declared(name: str) -> Iterator[str]:
    """The name of every field that files of a kind can have: `form.blocks.grid.fields.hint`, `form.keep.time`.

    The keys of a mapping are a field of their own: `form.blocks.matrix.rows (id)`.
    """
    yield from _declared(MODELS[name], name, ())


def _declared(model: type[BaseModel], name: str, within: tuple[type[BaseModel], ...]) -> Iterator[str]:
    for key, field in model.model_fields.items():
        own = f"{name}.{field.alias or key}"
        parts = [part for part in _parts(field.annotation) if part not in (*within, model)]
        if _is_mapping(field.annotation):
            yield f"{own} (id)"
        if not list(_parts(field.annotation)):
            yield own
        for part in parts:
            yield from _declared(part, own, (*within, model))


def field_name(name: str, model: Model, leaf: Leaf) -> str:
    """The name of the field that *leaf* of a file says; a chapter within a chapter is a chapter."""
    value: Any = model
    names: dict[type[BaseModel], str] = {}
    for step in leaf.location:
        if isinstance(value, Model):
            name = names.setdefault(type(value), name) + f".{step}"
            aliases = {field.alias or key: key for key, field in type(value).model_fields.items()}
            value = getattr(value, aliases[str(step)])
        elif isinstance(value, Mapping):
            value = next(inner for key, inner in value.items() if key == step)
        else:
            value = value[step]
    return f"{name} (id)" if leaf.is_key else name
