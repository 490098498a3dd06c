"""The pictures that items show: a part of a filled form, made with LibreOffice once and kept from then on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from generators.printing.convert import Printer
from generators.printing.store import Store, digest
from generators.tree import Source, mark_of, read
from schemas.findings import HandbookError
from schemas.form import Form
from schemas.library import Library
from schemas.progress import Progress
from schemas.words import LANGUAGES, Bilingual
from training.item import Item
from training.material import Material
from training.sheets.cut import LOOK, cut_out
from training.sheets.excerpt import excerpt
from training.sheets.planted import Planted
from training.sheets.seen import seen
from training.sources.mistakes import items_with_sheets

FOLDER: Final = "courses/pictures"
"""In the assets of the site."""
_STORE: Final = Path(".cache", "pictures")


def picture_path(picture: str, lang: str) -> str:
    """Where the picture of an item (`Item.picture`) stands in the site's assets."""
    return f"{FOLDER}/{picture}.{lang}.png"


def picture(material: Material, item: Item, lang: str, build: Path) -> bytes:
    """The picture of an item as PNG, made now where *build* does not keep it.

    Raises:
        HandbookError: LibreOffice is missing or failed.
        LookupError: the item shows no picture.
    """
    pictures, problem = _Pictures(build).made({item.picture: document_of(material, item, lang)})
    if problem is not None:
        raise problem
    return read(pictures[item.picture])


def document_of(material: Material, item: Item, lang: str) -> bytes:
    """The Word file that the picture of an item is made of.

    Raises:
        LookupError: the item shows no picture.
    """
    return excerpt(material.views.of(lang), item.record, _sheet_of(material, item).sheets.of(lang))


def described(material: Material, item: Item) -> Bilingual:
    """What the picture of an item shows, in words: every field of it on a line, for who cannot see it.

    Raises:
        LookupError: the item shows no picture.
    """
    sheets = _sheet_of(material, item).sheets
    return seen(sheets.zh, sheets.en)


def standing_pictures(library: Library, build: Path) -> dict[str, Source]:
    """The pictures that *build* keeps of the items of today, by their place in the site's assets."""
    kept = _Pictures(build)
    standing = {path: kept.find(document) for path, document in kept.documents(library)}
    kept.store.forget_unused()
    return {path: png for path, png in standing.items() if png is not None}


def make_pictures(library: Library, build: Path, report: Progress = lambda done, total: None) -> tuple[int, int]:
    """Have LibreOffice make the pictures that *build* does not keep yet, for `standing_pictures` to take.

    Returns:
        How many there are now, and how many there should be.
    """
    kept = _Pictures(build)
    documents = dict(kept.documents(library))
    made, _ = kept.made(documents, report)
    return len(made), len(documents)


def _sheet_of(material: Material, item: Item) -> Planted:
    for other, sheet in items_with_sheets(material.subject(item.record)) if item.picture else ():
        if other.id == item.id:
            return sheet
    raise LookupError(item.id)


class _Pictures:
    """The pictures that are kept under *build*."""

    def __init__(self, build: Path) -> None:
        self.store = Store(build / _STORE)
        self._printer = Printer(self.store)

    def documents(self, library: Library) -> Iterator[tuple[str, Source]]:
        """The Word file of every picture, by its place in the site's assets."""
        for lang in LANGUAGES:
            view = library.view(lang)
            for entry in view.of_kind("forms"):
                if isinstance(entry.record, Form) and entry.record.specimen:
                    yield from self._of_form(view, entry.address)

    def _of_form(self, view: Library, address: str) -> Iterator[tuple[str, Source]]:
        """Those of a form in the language of *view*: as before when all that was read for them is as it was."""
        key, fresh = f"pictures/{address}", dict[str, Source]()

        def make() -> bytes:
            fresh.update({path: self._put(document) for path, document in _drawn(view, address)})
            return json.dumps({path: mark_of(source) for path, source in fresh.items()}).encode()

        marks: Mapping[str, str] = json.loads(view.keeper.of(key, view, make))
        found = {path: self.store.find(f"{mark}.docx") for path, mark in marks.items()}
        if not fresh and None in found.values():  # somebody emptied the store
            view.keeper.renew(key, view, make)
        yield from (fresh or {path: source for path, source in found.items() if source is not None}).items()

    def _put(self, document: bytes) -> Source:
        return self.store.put(f"{mark_of(document)}.docx", document)

    def find(self, document: Source) -> Source | None:
        """The picture of a Word file, where it is kept."""
        return self.store.find(_name(document))

    def made(
        self, documents: Mapping[str, Source], report: Progress = lambda done, total: None
    ) -> tuple[dict[str, Source], HandbookError | None]:
        """The pictures of *documents* by their names, and why some are missing, when they are."""
        found = {name: png for name, document in documents.items() if (png := self.find(document)) is not None}
        lacking = {name: document for name, document in documents.items() if name not in found}
        done = self._printer.pdfs({f"{number}.docx": each for number, each in enumerate(lacking.values())}, report)
        for number, (name, document) in enumerate(lacking.items()):
            if (pdf := done.pdfs.get(f"{number}.docx")) is not None:
                found[name] = self.store.put(_name(document), cut_out(read(document), pdf.content))
        return found, done.problem


def _name(document: Source) -> str:
    return f"{digest((LOOK.encode(), mark_of(document).encode()))}.png"


def _drawn(view: Library, address: str) -> Iterator[tuple[str, bytes]]:
    """The Word file of each sheet of a form, in the language of *view*."""
    for item, sheet in items_with_sheets(Material(view).subject(address)):
        yield picture_path(item.picture, view.lang), excerpt(view, address, sheet.sheets.of(view.lang))
