"""The English of every field: gettext catalogues beside each handbook, read through polib.

`handbook/<id>/en.po` holds one entry a text, `msgctxt` its address (`procedures/complaint-handling#steps.receive.do`,
`handbook#title`); `handbook/en.po` holds the texts of library.yaml (`library#title`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

from schemas.findings import Finding

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Message:
    """One entry: the source text it translates and the translation."""

    source: str
    translation: str
    fuzzy: bool
    line: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A catalogue as read: entries by address."""

    path: str
    messages: Mapping[str, Message] = field(default_factory=dict)

    def translate(self, address: str, source: str) -> str | None:
        """The translation of *source* at *address*; None when missing, fuzzy, or of another source text."""
        message = self.messages.get(address)
        if message is None or message.fuzzy or message.source != source:
            return None
        return message.translation or None


def read_catalogue(path: Path, root: Path) -> tuple[Catalogue, list[Finding]]:
    """Read the catalogue at *path*; an absent file is an empty catalogue."""
    shown = path.relative_to(root).as_posix()
    if not path.exists():
        return Catalogue(shown), []
    try:
        entries = polib.pofile(str(path), encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        return Catalogue(shown), [Finding(shown, _line(error), 1, "catalogue-syntax", {"problem": _reason(error)})]
    messages = {
        entry.msgctxt: Message(entry.msgid, entry.msgstr, entry.fuzzy, entry.linenum or 1)
        for entry in entries
        if not entry.obsolete and entry.msgctxt
    }
    return Catalogue(shown, messages), []


def _reason(error: Exception) -> str:
    return str(error).rpartition("): ")[2] or str(error)


def _line(error: Exception) -> int:
    digits = "".join(character for character in str(error).partition("(line ")[2].partition(")")[0] if character.isdigit())
    return int(digits) if digits else 1


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
    by_address = {entry.msgctxt: entry for entry in old if not entry.obsolete}
    by_source = {entry.msgid: entry for entry in old if entry.msgstr}
    new = polib.POFile(wrapwidth=10_000)
    new.metadata = {"Language": LANGUAGE, "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8"}
    new.metadata["Content-Transfer-Encoding"] = "8bit"
    added = 0
    for address, source in wanted:
        before = by_address.pop(address, None)
        added += before is None
        new.append(_entry(address, source, before, by_source.get(source)))
    kept = {entry.msgid for entry in new if entry.msgstr}
    gone = [entry for entry in by_address.values() if entry.msgstr and entry.msgid not in kept]
    gone += [entry for entry in old if entry.obsolete and entry.msgid not in kept]
    for entry in gone:
        entry.obsolete = True
        new.append(entry)
    live = [entry for entry in new if not entry.obsolete]
    missing = sum(not entry.msgstr for entry in live)
    return str(new).rstrip("\n") + "\n", Merged(len(live), added, sum(e.fuzzy for e in live), len(gone), missing)


def _entry(address: str, source: str, before: polib.POEntry | None, same: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=address, msgid=source)
    if before is not None and before.msgid == source:
        entry.msgstr, entry.flags, entry.tcomment = before.msgstr, list(before.flags), before.tcomment
    elif same is not None:
        entry.msgstr, entry.flags = same.msgstr, list(same.flags)
    elif before is not None and before.msgstr:
        entry.msgstr, entry.flags, entry.tcomment = before.msgstr, ["fuzzy"], before.tcomment
        entry.previous_msgid = before.msgid
    return entry
