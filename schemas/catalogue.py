"""The English of every field: gettext catalogues beside each handbook, read through polib.

`handbook/<id>/en.po` holds one entry a text, `msgctxt` its address (`procedures/complaint-handling#steps.receive.do`,
`handbook#title`); `handbook/en.po` holds the texts of library.yaml (`library#title`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

import polib

from schemas.findings import Finding
from schemas.guard import guard_invisible, read_text
from schemas.kept_texts import KeptTexts
from schemas.limits import LONGEST_ENTRY, MOST_BYTES_OF_CATALOGUE
from schemas.messages import Files
from schemas.plain_po import plain_entries
from schemas.words import Bilingual

LANGUAGE: Final = "en"
_READER: Final = "catalogue"
_STRING: Final = re.compile(r'(?:#~ ?)?(?:msg(?:ctxt|id|str)\b|")')
_SOUND: Final = re.compile(r'(?:#~ ?)?(?:msg(?:ctxt|id|str(?:\[[0-9]\])?)\s*+)?"(?:[^"\\]++|\\.)*+"\s*')
_ENTRY: Final = re.compile(r"^(?:#~)?[ \t]*msgid\b", re.MULTILINE)
_METADATA: Final = {
    "Language": LANGUAGE,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


class Message(NamedTuple):
    """One entry: the source text it translates, the translation, and the line it begins in."""

    source: str
    translation: str
    fuzzy: bool
    line: int


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did, in entries."""

    total: int
    added: int
    fuzzy: int
    obsolete: int
    missing: int


def merge(path: Path, wanted: Iterable[tuple[str, str]]) -> tuple[str, Merged]:
    """Bring the catalogue at *path* up to date with *wanted*, pairs of address and source text, in print order.

    A changed source makes its entry fuzzy and keeps the translation; an address that moved keeps the translation of
    the same text; what is gone becomes obsolete, so nothing a translator wrote is lost.

    Returns:
        The new file's content (nothing is written) and what changed.
    """
    old = polib.pofile(str(path), encoding="utf-8") if path.exists() else polib.POFile()
    by_address = {entry.msgctxt: entry for entry in reversed(old) if not entry.obsolete}
    by_source = {entry.msgid: entry for entry in sorted(old, key=_worth) if entry.msgstr}
    new = polib.POFile(wrapwidth=10_000)
    new.header, new.metadata = old.header, {**old.metadata, **_METADATA}
    for address, source in wanted:
        new.append(_entry(address, source, by_address.get(address), by_source.get(source)))
    added = sum(entry.msgctxt not in by_address for entry in new)
    missing, fuzzy = sum(not entry.msgstr for entry in new), sum(entry.fuzzy for entry in new)
    gone = _obsolete(old, new)
    total = len(new)
    new.extend(gone)
    return str(new).rstrip("\n") + "\n", Merged(total, added, fuzzy, len(gone), missing)


def _worth(entry: polib.POEntry) -> tuple[bool, bool]:
    """Sorts the translation that is best copied to another address of the same text last."""
    return not entry.obsolete, not entry.fuzzy


def _entry(address: str, source: str, before: polib.POEntry | None, same: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=address, msgid=source)
    unchanged = before is not None and before.msgid == source and before.msgstr
    translation = before if unchanged else same or before
    if translation is not None:
        entry.msgstr, entry.flags, entry.tcomment = translation.msgstr, list(translation.flags), translation.tcomment
        entry.previous_msgid = translation.previous_msgid if translation.fuzzy else None
        if translation.msgid != source and translation.msgstr:
            entry.previous_msgid = entry.previous_msgid or translation.msgid
            entry.flags = sorted({*entry.flags, "fuzzy"})
    return entry


def _obsolete(old: polib.POFile, new: polib.POFile) -> list[polib.POEntry]:
    """The entries of *old* whose translation is nowhere in *new*, as obsolete ones."""
    translations = {(entry.msgid, entry.msgstr) for entry in new} | {(entry.msgctxt, entry.msgstr) for entry in new}
    gone: list[polib.POEntry] = []
    for entry in old:
        if entry.msgstr and not {(entry.msgid, entry.msgstr), (entry.msgctxt, entry.msgstr)} & translations:
            translations.add((entry.msgid, entry.msgstr))
            entry.obsolete = True
            gone.append(entry)
    return gone
