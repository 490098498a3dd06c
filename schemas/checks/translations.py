"""The English: what is missing, what must be looked at again, and blanks or links that got lost."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.catalogue import Catalogue
from schemas.document import Document
from schemas.findings import Finding
from schemas.library import Library, text_address
from schemas.markup import marks
from schemas.messages import Sense
from schemas.record import Model
from schemas.scalars import Text
from schemas.walk import texts

_SHOWN = 24


def translatable(library: Library, handbook: str) -> Iterator[tuple[str, Text]]:
    """The texts of a handbook in print order, each with its address: the title page first, then the records."""
    for leaf in texts(library.handbooks[handbook].file):
        yield text_address("handbook", leaf.path), leaf.value
    for entry in library.of_handbook(handbook):
        for leaf in texts(entry.record):
            yield text_address(f"{entry.kind}/{entry.id}", leaf.path), leaf.value


def translatable_settings(library: Library) -> Iterator[tuple[str, Text]]:
    """The texts of library.yaml, each with its address."""
    for leaf in texts(library.settings):
        yield text_address("library", leaf.path), leaf.value


def check_translations(library: Library) -> Iterator[Finding]:
    """Findings for every text without a sound translation; nothing when the library has one language."""
    if len(library.settings.languages) == 1:
        return
    for book in library.handbooks.values():
        yield from _check(book.file, "handbook", book.document, book.catalogue)
    for entry in library.entries.values():
        catalogue = library.handbooks[entry.handbook].catalogue
        yield from _check(entry.record, f"{entry.kind}/{entry.id}", entry.document, catalogue)
    yield from _check(library.settings, "library", library.settings_document, library.settings_catalogue)


def _check(model: Model, base: str, document: Document, catalogue: Catalogue) -> Iterator[Finding]:
    if catalogue.broken:
        return  # one finding has said so; every text would say it again
    for leaf in texts(model):
        address = text_address(base, leaf.path)
        values = {"value": _short(leaf.value), "address": address, "catalogue": catalogue.path}
        message = catalogue.messages.get(address)
        if message is None or not message.translation:
            yield Finding(document.path, *document.place(leaf.location), Sense.TRANSLATION_MISSING, values)
        elif message.source != leaf.value:
            yield Finding(document.path, *document.place(leaf.location), Sense.TRANSLATION_OUTDATED, values)
        elif message.fuzzy:
            yield Finding(catalogue.path, message.line, 1, Sense.TRANSLATION_FUZZY, values)
        elif marks(message.translation) != marks(leaf.value):
            expected = ", ".join(marks(leaf.value)) or "—"
            yield Finding(catalogue.path, message.line, 1, Sense.TRANSLATION_BLANKS, {**values, "expected": expected})


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
