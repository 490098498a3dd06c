"""The English: what is missing, what must be looked at again, and blanks or links that got lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas.catalogue import Catalogue, Message
from schemas.document import Document
from schemas.findings import Finding
from schemas.library import Entry, Library, text_address
from schemas.markup import marks
from schemas.messages import Sense
from schemas.scalars import Text
from schemas.walk import Leaf, leaves

_SHOWN = 24


def check_translations(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings for every text of a record without a sound translation; nothing when the library has one language."""
    if len(library.languages) > 1:
        yield from _check(entry.leaves, f"{entry.kind}/{entry.id}", entry.document, entry.catalogue)


def check_texts_of_none(library: Library) -> Iterator[Finding]:
    """The same for the texts that are of no record: those of title pages and of library.yaml."""
    if len(library.languages) == 1:
        return
    for book in library.handbooks.values():
        yield from _check(leaves(book.file), "handbook", book.document, book.catalogue)
    yield from _check(leaves(library.settings), "library", library.settings_document, library.settings_catalogue)
    if library.laws_document is not None:
        yield from _check(leaves(library.laws), "laws", library.laws_document, library.settings_catalogue)


def _check(leaves_of_model: Iterable[Leaf], base: str, document: Document, catalogue: Catalogue) -> Iterator[Finding]:
    if catalogue.broken:
        return  # one finding has said so; every text would say it again
    for leaf in leaves_of_model:
        if isinstance(leaf.value, Text):
            address = text_address(base, leaf.path)
            message = catalogue.messages.get(address)
            if (rule := _mistake(leaf.value, message)) is not None:
                yield _finding(rule, leaf, address, document, catalogue)


def _mistake(text: Text, message: Message | None) -> Sense | None:
    """What is wrong with the translation of *text*, if anything is."""
    if message is None or not message.translation:
        return Sense.TRANSLATION_MISSING
    if message.source != text:
        return Sense.TRANSLATION_OUTDATED
    if message.fuzzy:
        return Sense.TRANSLATION_FUZZY
    return Sense.TRANSLATION_BLANKS if marks(message.translation) != marks(text) else None


def _finding(rule: Sense, leaf: Leaf, address: str, document: Document, catalogue: Catalogue) -> Finding:
    """The finding at the text where there is no translation of it as it stands, otherwise at the translation."""
    values = {"value": _short(leaf.value), "address": address, "catalogue": catalogue.path}
    if rule == Sense.TRANSLATION_BLANKS:
        values["expected"] = ", ".join(marks(leaf.value)) or "—"
    if rule in (Sense.TRANSLATION_MISSING, Sense.TRANSLATION_OUTDATED):
        return Finding(document.path, *document.place(leaf.location), rule, values)
    return Finding(catalogue.path, catalogue.messages[address].line, 1, rule, values)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
