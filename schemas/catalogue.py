"""The English of every field: a gettext catalogue for each file, so that two who write share none; read through polib.

`handbook/<id>/en/procedures/complaint-handling.po` holds the English of `procedures/complaint-handling.yaml`, one entry
a text, `msgctxt` its address (`procedures/complaint-handling#steps.receive.do`), so that it says where it belongs
wherever it stands. `handbook/<id>/en.po` is that of handbook.yaml (`handbook#title`), `handbook/en.po` that of
library.yaml (`library#title`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import Final, NamedTuple

import polib

from schemas.findings import Finding
from schemas.guard import guard_invisible, read_text
from schemas.kept_texts import KeptTexts
from schemas.limits import LONGEST_ENTRY, MOST_BYTES_OF_CATALOGUE
from schemas.messages import English, Files
from schemas.plain_po import plain_entries
from schemas.reads import digest_of_text
from schemas.words import Bilingual

LANGUAGE: Final = "en"
FILE: Final = f"{LANGUAGE}.po"
"""The catalogue of the file that holds a folder together."""
_READER: Final = "catalogue"
_STRING: Final = re.compile(r'(?:#~ ?)?(?:msg(?:ctxt|id|str)\b|")')
_SOUND: Final = re.compile(r'(?:#~ ?)?(?:msg(?:ctxt|id|str(?:\[[0-9]\])?)\s*+)?"(?:[^"\\]++|\\.)*+"\s*')
_HEADER_FIELD: Final = re.compile(r'^".*?(?P<key>Language|charset)[:=] *(?P<value>[^"\\;]*)', re.MULTILINE)
_HEADERS: Final = {
    "Language": (LANGUAGE, "en_gb", "en-gb", "en_us", "en-us", ""),
    "charset": ("UTF-8", "utf-8", "utf8"),
}
_OBSOLETE: Final = re.compile("^#~ msgid ", re.MULTILINE)
_ENTRY: Final = re.compile(r"^(?:#~)?[ \t]*msgid\b", re.MULTILINE)


class Message(NamedTuple):
    """One entry: the source text it translates, the translation, and the line it begins in."""

    source: str
    translation: str
    fuzzy: bool
    line: int


def has_words(text: str) -> bool:
    """Whether there is something to translate: a telephone number is the same in every language."""
    return any(map(str.isalpha, text))


def catalogue_path(record: Path) -> Path:
    """Where the English of a record is, from where the record is: `book/forms/x.yaml`, `book/en/forms/x.po`."""
    return record.parents[1] / LANGUAGE / record.parent.name / f"{record.stem}.po"


@dataclass(frozen=True)
class Catalogue:
    """A catalogue as read: entries by address.

    Attributes:
        broken: there is a file that cannot be read.
        is_there: there is a file.
        obsolete: how many entries are kept that no text has any more.
        slips: what is wrong with it that does not stop it from being read.
    """

    path: str
    messages: Mapping[str, Message] = field(default_factory=dict)
    broken: bool = False
    is_there: bool = True
    obsolete: int = 0
    slips: tuple[Finding, ...] = ()

    def translate(self, address: str, source: str) -> str | None:
        """The translation of *source* at *address*; None when missing, fuzzy, or of another source text."""
        message = self.messages.get(address)
        if message is None or message.fuzzy or message.source != source:
            return None
        return message.translation if message.translation.strip() else None

    @cached_property
    def _by_line(self) -> list[tuple[int, str]]:
        return sorted((message.line, address) for address, message in self.messages.items())

    def address_at(self, line: int) -> str | None:
        """The address of the entry that *line* belongs to; None above the first."""
        before = bisect_right(self._by_line, line, key=itemgetter(0))
        return self._by_line[before - 1][1] if before else None

    @cached_property
    def digest(self) -> str:
        """Changes with everything that the entries say."""
        lines = (f"{address}\0{entry[:3]}" for address, entry in self.messages.items())
        return digest_of_text("\0".join(lines))

    @cached_property
    def digest_of_file(self) -> str:
        """Changes with everything that is known of the file, where each entry stands in it too."""
        lines = "\0".join(f"{address}\0{entry.line}" for address, entry in self.messages.items())
        about = (self.digest, lines, self.broken, self.is_there, self.obsolete, self.slips)
        return digest_of_text(repr(about))


def read_catalogue(path: Path, root: Path, kept: KeptTexts | None = None) -> tuple[Catalogue, list[Finding]]:
    """Read the catalogue at *path*, or what is *kept* of it; an absent file is an empty catalogue."""
    shown_path = path.relative_to(root).as_posix()
    if not path.exists():
        return Catalogue(shown_path, is_there=False), []
    text = read_text(path, shown_path, root, MOST_BYTES_OF_CATALOGUE)
    if isinstance(text, Finding):
        return Catalogue(shown_path, broken=True), [text]
    if kept is not None and (values := kept.get(_READER, text)) is not None:
        obsolete, entries = values
        messages = {address: Message._make(entry) for address, entry in entries.items()}
        return Catalogue(shown_path, messages, obsolete=obsolete), []
    if invisible := guard_invisible(text, shown_path):
        return Catalogue(shown_path, broken=True), invisible
    catalogue = _read(text, path, shown_path)
    if isinstance(catalogue, Finding):
        return Catalogue(shown_path, broken=True), [catalogue]
    if kept is not None and not catalogue.slips:
        kept.put(_READER, text, (catalogue.obsolete, catalogue.messages))
    return catalogue, []


class _Entry(NamedTuple):
    address: str
    message: Message
    is_plural: bool = False


def _read(text: str, path: Path, shown_path: str) -> Catalogue | Finding:
    """The catalogue that *text* is, of entries with one address the first; or the finding that says why it is none."""
    entries = _entries(text, path, shown_path)
    if isinstance(entries, Finding):
        return entries
    messages = {entry.address: entry.message for entry in reversed(entries)}
    slips = (*_headers(text, shown_path), *_slips(entries, messages, shown_path))
    return Catalogue(shown_path, messages, obsolete=len(_OBSOLETE.findall(text)), slips=slips)


def _slips(entries: list[_Entry], first: Mapping[str, Message], shown_path: str) -> Iterator[Finding]:
    for address, message, is_plural in entries:
        if is_plural:
            yield Finding(shown_path, message.line, 1, English.TRANSLATION_PLURAL, {"address": address})
        if first[address] is not message:
            values = {"address": address, "first": first[address].line}
            yield Finding(shown_path, message.line, 1, English.TRANSLATION_TWICE, values)


def _headers(text: str, shown_path: str) -> Iterator[Finding]:
    """The findings for a header that says that the text is another language or otherwise encoded."""
    end = text.find("\nmsgctxt ")
    for match in _HEADER_FIELD.finditer(text, 0, end if end >= 0 else len(text)):
        key = match["key"]
        if match["value"].casefold() not in _HEADERS[key]:
            line = text.count("\n", 0, match.start()) + 1
            values = {"key": key, "value": match["value"], "expected": _HEADERS[key][0]}
            yield Finding(shown_path, line, 1, English.CATALOGUE_HEADER, values)


def _entries(text: str, path: Path, shown_path: str) -> list[_Entry] | Finding:
    """The entries in use; or the finding that says why this is no catalogue."""
    if finding := _long_entry(text, shown_path):
        return finding
    if (plain := plain_entries(text)) is not None:
        return [_Entry(entry.address, Message(*entry[1:])) for entry in plain]
    if finding := _unclosed(text, shown_path):
        return finding
    try:
        entries = polib.pofile(str(path), encoding="utf-8")
    except (OSError, ValueError, IndexError, KeyError, AttributeError) as error:  # polib raises whatever it stumbles on
        problem = Bilingual("这一行不合 PO 文件的写法", "this line is not as a PO file has it")
        return Finding(shown_path, _line(error), 1, Files.CATALOGUE_SYNTAX, {"problem": problem})
    return [_of_polib(entry) for entry in entries if not entry.obsolete and entry.msgctxt]


def _of_polib(entry: polib.POEntry) -> _Entry:
    """An entry; of one with plurals the first is its translation, which has to be looked at."""
    translation = entry.msgstr or entry.msgstr_plural.get(0, "")
    message = Message(entry.msgid, translation, entry.fuzzy or bool(entry.msgid_plural), entry.linenum or 1)
    return _Entry(entry.msgctxt, message, bool(entry.msgid_plural))


def _long_entry(text: str, shown_path: str) -> Finding | None:
    """The finding for an entry that is too long: polib takes the square of its length."""
    start = 0
    for end in (*(match.start() for match in _ENTRY.finditer(text)), len(text)):
        if end - start > LONGEST_ENTRY:
            line = text.count("\n", 0, start) + 1
            return Finding(shown_path, line, 1, Files.CATALOGUE_LONG_ENTRY, {"limit": LONGEST_ENTRY})
        start = end
    return None


def _unclosed(text: str, shown_path: str) -> Finding | None:
    """The finding for a line whose quotes are not closed: polib would read on and drop what the translator wrote."""
    for number, line in enumerate(text.split("\n"), 1):
        if _STRING.match(line) and not _SOUND.fullmatch(line):
            problem = Bilingual("引号没有配对", "a quote is not closed")
            return Finding(shown_path, number, 1, Files.CATALOGUE_SYNTAX, {"problem": problem})
    return None


def _line(error: Exception) -> int:
    match = re.search(r"\(line ([0-9]+)\)", str(error))
    return int(match[1]) if match else 1
