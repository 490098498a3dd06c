"""The English of each file: what is missing, what must be looked at again, and entries that nobody will see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import Any, NamedTuple

from schemas.catalogue import FILE, LANGUAGE, Catalogue, Message, catalogue_path, has_words
from schemas.checks.copied import copied
from schemas.checks.english import beginning, check_words
from schemas.checks.markup_shown import foreign_markup
from schemas.checks.renamed import renamed_from
from schemas.checks.swapped import swapped
from schemas.document import Document
from schemas.entry import Entry, text_address
from schemas.findings import Candidates, Finding
from schemas.library import Library
from schemas.messages import English, Slips
from schemas.root import CONTENT
from schemas.scalars import TO_WRITE, Text
from schemas.walk import Leaf, leaves
from schemas.words import Bilingual


class _File(NamedTuple):
    """A file of content: what its texts' addresses begin with, its texts, and the catalogue of its English."""

    base: str
    leaves: Iterable[Leaf]
    document: Document
    catalogue: Catalogue


def check_translations(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings for every text of a record without a sound translation; nothing when the library has one language."""
    if len(library.languages) > 1:
        file = _File(f"{entry.kind}/{entry.id}", entry.leaves, entry.document, entry.catalogue)
        yield from _check(library, [file], _left_behind(library, entry))


def _left_behind(library: Library, entry: Entry) -> frozenset[str]:
    """The texts of a record that was renamed whose English stayed, which another finding says of them all."""
    if entry.catalogue.is_there:
        return frozenset()
    folder = catalogue_path(entry.path).parent.as_posix()
    return frozenset(library.left_behind(folder, str(entry.record.title)))


def check_texts_of_none(library: Library) -> Iterator[Finding]:
    """The same for the texts that are of no record, those of title pages and of library.yaml; and stray catalogues."""
    if len(library.languages) == 1:
        return
    settings = _File("library", leaves(library.settings), library.settings_document, library.settings_catalogue)
    of_library = [settings]
    if (document := library.laws_document) is not None:
        of_library.append(settings._replace(base="laws", leaves=leaves(library.laws), document=document))
    yield from _check(library, of_library)
    for book in library.handbooks.values():
        yield from _check(library, [_File("handbook", leaves(book.file), book.document, book.catalogue)])
    for catalogue in library.strays:
        handbook, record = Path(catalogue.path).parts[1], _record_of(catalogue)
        is_known = handbook not in library.without_title_page and not library.is_broken(record, handbook)
        if not catalogue.broken and is_known and next(renamed_from(library, catalogue), None) is None:
            yield _stray(catalogue, library)


def _check(library: Library, files: list[_File], elsewhere: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """The findings for the English of *files*, which share a catalogue; texts that are *elsewhere* lack none."""
    catalogue = files[0].catalogue
    if catalogue.broken:
        return  # one finding has said so; every text would say it again
    texts = {text_address(file.base, leaf.path): (leaf, file) for file in files for leaf in _texts(file)}
    moved = _moved(catalogue, {address: str(leaf.value) for address, (leaf, _) in texts.items()})
    in_use = {address: catalogue.messages[address] for address in texts if address in catalogue.messages}
    sound = {address: message for address, message in in_use.items() if message.source == texts[address][0].value}
    exchanged = dict(swapped(library, sound))
    told = {*moved, *exchanged, *exchanged.values()}
    for address, (leaf, file) in texts.items():
        if leaf.value not in elsewhere and address not in told:
            yield from _check_text(leaf, address, file)
    for rule, pairs in ((English.TRANSLATION_SWAPPED, exchanged), (English.TRANSLATION_COPIED, dict(copied(in_use)))):
        for address, other in pairs.items():
            values = {"other": other, "said": beginning(in_use[other].source)}
            yield _finding(rule, texts[address][0], address, texts[address][1], **values)
    yield from catalogue.slips
    if catalogue.obsolete:
        yield Finding(catalogue.path, 1, 1, English.TRANSLATION_OBSOLETE, {"number": catalogue.obsolete})
    yield from _unknown(library, catalogue, texts.keys(), moved)


def _texts(file: _File) -> Iterator[Leaf]:
    return (leaf for leaf in file.leaves if isinstance(leaf.value, Text) and not leaf.value.startswith(TO_WRITE))


def _moved(catalogue: Catalogue, texts: Mapping[str, str]) -> Mapping[str, str]:
    """The texts without English that have it where they were before: the address of each, and where it was."""
    before: dict[str, list[str]] = defaultdict(list)
    for address, message in catalogue.messages.items():
        if address not in texts and message.translation.strip():
            before[message.source].append(address)
    lacking = (address for address in texts if not getattr(catalogue.messages.get(address), "translation", ""))
    return {address: before[texts[address]].pop(0) for address in lacking if before.get(texts[address])}


def _unknown(library: Library, catalogue: Catalogue, texts: Set[str], moved: Mapping[str, str]) -> Iterator[Finding]:
    """The findings for English that no text has: that of texts that moved told as one, where there are several."""
    unknown = {address: message for address, message in catalogue.messages.items() if address not in texts}
    done = {address for address, message in catalogue.messages.items() if message.translation}
    lacking = tuple(sorted(texts - done)) if unknown else ()
    together = frozenset(moved.values()) if len(moved) > 1 else frozenset[str]()
    if together:
        to, first = min(moved.items(), key=lambda move: unknown[move[1]].line)
        values = {"number": len(moved), "first": first, "to": to}
        yield Finding(catalogue.path, unknown[first].line, 1, English.TRANSLATION_MOVED, values)
    for address, message in unknown.items():
        if message.translation.strip() and address not in together:
            yield _of_no_text(library, address, message, catalogue.path, lacking)


def _check_text(leaf: Leaf, address: str, file: _File) -> Iterator[Finding]:
    message = file.catalogue.messages.get(address)
    if message is None or not message.translation:
        if has_words(leaf.value):
            yield _missing(leaf, address, message, file)
    elif message.source != leaf.value:
        yield _finding(English.TRANSLATION_OUTDATED, leaf, address, file)
    elif message.fuzzy:
        yield _finding(English.TRANSLATION_FUZZY, leaf, address, file)
    else:
        for rule, values in check_words(leaf.value, message.translation):
            yield _finding(rule, leaf, address, file, **values)
        for token, instead in foreign_markup(message.translation):
            if not any(foreign_markup(leaf.value)):  # which has been said of it there
                values = {"value": token, "instead": instead}
                yield Finding(file.catalogue.path, message.line, 1, Slips.MARKUP_SHOWN, values)


def _missing(leaf: Leaf, address: str, message: Message | None, file: _File) -> Finding:
    values = {"address": address, "catalogue": file.catalogue.path}
    how = _TRANSLATE if message is not None else _EXTRACT
    told = Bilingual(how.zh.format_map(values), how.en.format_map(values))
    return _finding(English.TRANSLATION_MISSING, leaf, address, file, how=told)


_TRANSLATE = Bilingual("在 {catalogue} 里译出 {address}。", "Translate {address} in {catalogue}.")
_EXTRACT = Bilingual(
    "运行 handbook translate，它写进 {catalogue}，再译出 {address}。",
    "handbook translate puts it into {catalogue}; then translate {address}.",
)


def _finding(rule: English, leaf: Leaf, address: str, file: _File, **values: Any) -> Finding:
    """The finding at the text where there is no translation of it as it stands, otherwise at the translation."""
    values |= {"value": beginning(leaf.value), "address": address, "catalogue": file.catalogue.path}
    if rule in (English.TRANSLATION_MISSING, English.TRANSLATION_OUTDATED):
        return Finding(file.document.path, *file.document.place(leaf.location), rule, values)
    return Finding(file.catalogue.path, file.catalogue.messages[address].line, 1, rule, values)


def _of_no_text(library: Library, address: str, message: Message, path: str, lacking: tuple[str, ...]) -> Finding:
    """The finding for English in the catalogue at *path* that no text of its file has."""
    home = _home(library, address.partition("#")[0], Path(path).parts[1])
    if home not in ("", path):
        values: dict[str, Any] = {"address": address, "catalogue": home}
        return Finding(path, message.line, 1, English.TRANSLATION_ELSEWHERE, values)
    values = {"address": address, "guess": Candidates(address, lacking)}
    return Finding(path, message.line, 1, English.TRANSLATION_UNKNOWN, values)


def _home(library: Library, base: str, book: str) -> str:
    """Where texts whose addresses begin with *base* have their English, seen from *book*; empty when there are none."""
    if base in ("library", "laws"):
        return library.settings_catalogue.path
    if base == "handbook":
        return f"{CONTENT}/{book}/{FILE}" if book in library.handbooks else ""
    address = f"{book}/{base}"
    return catalogue_path(library.entries[address].path).as_posix() if address in library.entries else ""


def _record_of(catalogue: Catalogue) -> str:
    """The record that a catalogue is of by its place, `procedures/night-leak`."""
    parts = Path(catalogue.path).with_suffix("").parts
    return "/".join(parts[parts.index(LANGUAGE) + 1 :] if LANGUAGE in parts else parts[2:] or parts[1:])


def _stray(catalogue: Catalogue, library: Library) -> Finding:
    """The finding for a catalogue of no record, compared with the records that its handbook has."""
    parts, record = Path(catalogue.path).parts, _record_of(catalogue)
    known = tuple(f"{entry.kind}/{entry.id}" for entry in library.entries.values() if entry.path.parts[1] == parts[1])
    values = {"record": record, "guess": Candidates(record, known)}
    return Finding(catalogue.path, 1, 1, English.CATALOGUE_STRAY, values)
