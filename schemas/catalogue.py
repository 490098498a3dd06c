"""The English of every field: a gettext catalogue for each file, so that two who write share none; read through polib.

`handbook/<id>/en/procedures/complaint-handling.po` holds the English of `procedures/complaint-handling.yaml`, one entry
a text, `msgctxt` its address (`procedures/complaint-handling#steps.receive.do`), so that it says where it belongs
wherever it stands. `handbook/<id>/en.po` is that of handbook.yaml (`handbook#title`), `handbook/en.po` that of
library.yaml (`library#title`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

import polib

from schemas.findings import Finding
from schemas.guard import guard_invisible, read_text
from schemas.kept_texts import KeptTexts
from schemas.limits import LONGEST_ENTRY, MOST_BYTES_OF_CATALOGUE
from schemas.messages import Files
from schemas.plain_po import plain_entries
from schemas.reads import digest_of_text
from schemas.words import Bilingual

LANGUAGE: Final = "en"
FILE: Final = f"{LANGUAGE}.po"
"""The catalogue of the file that holds a folder together."""
_READER: Final = "catalogue"
_STRING: Final = re.compile(r'(?:#~ ?)?(?:msg(?:ctxt|id|str)\b|")')
_SOUND: Final = re.compile(r'(?:#~ ?)?(?:msg(?:ctxt|id|str(?:\[[0-9]\])?)\s*+)?"(?:[^"\\]++|\\.)*+"\s*')
_ENTRY: Final = re.compile(r"^(?:#~)?[ \t]*msgid\b", re.MULTILINE)


class Message(NamedTuple):
    """One entry: the source text it translates, the translation, and the line it begins in."""

    source: str
    translation: str
    fuzzy: bool
    line: int


def catalogue_path(record: Path) -> Path:
    """Where the English of a record is, from where the record is: `book/forms/x.yaml`, `book/en/forms/x.po`."""
    return record.parents[1] / LANGUAGE / record.parent.name / f"{record.stem}.po"


@dataclass(frozen=True)
class Catalogue:
    """A catalogue as read: entries by address. `broken` when there is a file that cannot be read."""

    path: str
    messages: Mapping[str, Message] = field(default_factory=dict)
    broken: bool = False

    def translate(self, address: str, source: str) -> str | None:
        """The translation of *source* at *address*; None when missing, fuzzy, or of another source text."""
        message = self.messages.get(address)
        if message is None or message.fuzzy or message.source != source:
            return None
        return message.translation or None

    @cached_property
    def digest(self) -> str:
        """Changes with everything that the entries say, and with the lines where they stand."""
        lines = (f"{address}\0{entry}" for address, entry in self.messages.items())
        return digest_of_text("\0".join((str(self.broken), *lines)))


def read_catalogue(path: Path, root: Path, kept: KeptTexts | None = None) -> tuple[Catalogue, list[Finding]]:
    """Read the catalogue at *path*, or what is *kept* of it; an absent file is an empty catalogue."""
    shown_path = path.relative_to(root).as_posix()
    if not path.exists():
        return Catalogue(shown_path), []
    text = read_text(path, shown_path, root, MOST_BYTES_OF_CATALOGUE)
    if isinstance(text, Finding):
        return Catalogue(shown_path, broken=True), [text]
    if kept is not None and (entries := kept.get(_READER, text)) is not None:
        return Catalogue(shown_path, {address: Message(*entry) for address, entry in entries.items()}), []
    if invisible := guard_invisible(text, shown_path):
        return Catalogue(shown_path, broken=True), invisible
    messages = _messages(text, path, shown_path)
    if isinstance(messages, Finding):
        return Catalogue(shown_path, broken=True), [messages]
    if kept is not None:
        kept.put(_READER, text, messages)
    return Catalogue(shown_path, messages), []


def _messages(text: str, path: Path, shown_path: str) -> dict[str, Message] | Finding:
    """The entries by address, of those with one address the first; or the finding that says what is no catalogue."""
    if finding := _long_entry(text, shown_path):
        return finding
    if (plain := plain_entries(text)) is not None:
        return {entry.address: Message(*entry[1:]) for entry in reversed(plain)}
    if finding := _unclosed(text, shown_path):
        return finding
    try:
        entries = polib.pofile(str(path), encoding="utf-8")
    except (OSError, ValueError, IndexError, KeyError, AttributeError) as error:  # polib raises whatever it stumbles on
        problem = Bilingual("这一行不合 PO 文件的写法", "this line is not as a PO file has it")
        return Finding(shown_path, _line(error), 1, Files.CATALOGUE_SYNTAX, {"problem": problem})
    return {
        entry.msgctxt: Message(entry.msgid, entry.msgstr, entry.fuzzy, entry.linenum or 1)
        for entry in reversed(entries)
        if not entry.obsolete and entry.msgctxt
    }


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
