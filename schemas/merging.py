"""Bringing the catalogues of a folder up to date with its YAML, so that nothing a translator wrote is lost.

They are merged together: an entry goes into the catalogue of the record that its address names, wherever it stood
before, and a text that moved to another record takes its English along.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

import polib

from schemas.catalogue import LANGUAGE, has_words

_ALWAYS: Final = {
    "Language": LANGUAGE,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
_UNLESS_WRITTEN: Final = {
    "Project-Id-Version": "Shouce",
    "Last-Translator": "handbook translate",
    "Language-Team": "English",
}
_UNWRITTEN: Final = frozenset(
    {"PACKAGE VERSION", "YEAR-MO-DA HO:MI+ZONE", "FULL NAME <EMAIL@ADDRESS>", "LANGUAGE <LL@li.org>"}
)
"""What stands in the header of a catalogue that nobody has written in."""

Wanted = Mapping[Path, Sequence[tuple[str, str]]]
"""The texts that each catalogue has to hold, in print order: pairs of address and source text."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did, in entries."""

    total: int = 0
    added: int = 0
    missing: int = 0
    fuzzy: int = 0
    obsolete: int = 0

    def __add__(self, other: Merged) -> Merged:
        return Merged(
            self.total + other.total, self.added + other.added, self.missing + other.missing,
            self.fuzzy + other.fuzzy, self.obsolete + other.obsolete,
        )  # fmt: skip


class MergedFile(NamedTuple):
    """A catalogue after a merge.

    Attributes:
        content: what has to be written; None when the file is as it ought to be.
        is_empty: whether nothing is left that the file could hold, so that it has to go.
        counts: what it holds now.
        moved: how many entries came from each other file.
    """

    content: str | None
    is_empty: bool
    counts: Merged
    moved: Mapping[Path, int]


def merge(
    wanted: Wanted, today: date, strays: Iterable[Path] = (), renamed: Mapping[str, str] | None = None
) -> dict[Path, MergedFile]:
    """Bring the catalogues of a folder up to date.

    A changed source makes its entry fuzzy and keeps the translation; a text that moved takes its translation along; the
    translation of the same text elsewhere is copied as fuzzy; what is gone becomes obsolete.

    Args:
        wanted: the texts of each catalogue.
        today: when a catalogue that nobody has written yet was begun.
        strays: other catalogues in the folder: what they hold of the records goes where it belongs, the rest stays.
        renamed: the records as they are called now, `kind/id`, by what they were called.

    Returns:
        What to do with each catalogue; nothing is written.
    """
    return _Merging(wanted, today, tuple(strays), renamed or {}).files()


class _Old(NamedTuple):
    """An entry as it stood in a file, under the address that it has now."""

    entry: polib.POEntry
    address: str | None
    file: Path
    home: Path


class _Merging:
    def __init__(self, wanted: Wanted, today: date, strays: Sequence[Path], renamed: Mapping[str, str]) -> None:
        self._wanted = wanted
        self._today = today
        self._renamed = renamed
        self._sources = {address: source for texts in wanted.values() for address, source in texts}
        self._homes = {_base(address): path for path, texts in wanted.items() for address, _ in texts}
        self._before = {path: _read(path) for path in (*wanted, *strays)}
        self._said_before = {path: [*map(_said, file)] for path, file in self._before.items()}
        self._moves: dict[Path, Counter[Path]] = defaultdict(Counter)
        self._old = [old for path, file in self._before.items() for old in self._entries_of(path, file)]
        self._used: set[int] = set()

    def _entries_of(self, path: Path, file: polib.POFile) -> Iterator[_Old]:
        for entry in file:
            address = entry.msgctxt
            if address and _base(address) not in self._homes and _base(address) in self._renamed:
                address = f"{self._renamed[_base(address)]}#{address.partition('#')[2]}"
            yield _Old(_singular(entry), address, path, self._homes.get(_base(address or ""), path))

    def files(self) -> dict[Path, MergedFile]:
        """What to do with each catalogue."""
        new = {path: [self._entry(*text, path) for text in texts] for path, texts in self._wanted.items()}
        left = self._left(new)
        return {path: self._file(path, new.get(path, []), left[path]) for path in self._before}

    def _left(self, new: Mapping[Path, list[polib.POEntry]]) -> Mapping[Path, list[polib.POEntry]]:
        """What was written and is not in the *new* entries: obsolete, or as it was where its record is not there."""
        translations: set[tuple[str | None, str]] = {
            (entry.msgctxt, entry.msgstr) for entries in new.values() for entry in entries
        }
        left: dict[Path, list[polib.POEntry]] = defaultdict(list)
        for old in self._old:
            if id(old.entry) in self._used or not _is_work(old.entry):
                continue
            said = old.address, old.entry.msgstr
            if old.home in self._wanted:
                if said in translations and not old.entry.tcomment:
                    continue
                translations.add(said)
                old.entry.obsolete = True
                if old.address:
                    old.entry.msgctxt = old.address
            left[old.home].append(old.entry)
            self._moves[old.home][old.file] += old.home != old.file
        return left

    @cached_property
    def _by_address(self) -> Mapping[str, _Old]:
        """The entry of each address, of several the best."""
        best: dict[str, _Old] = {}
        for old in sorted(self._old, key=self._worth):
            if old.address and (not old.entry.obsolete or old.entry.msgid == self._sources.get(old.address)):
                best[old.address] = old
        return best

    def _worth(self, old: _Old) -> tuple[bool, ...]:
        """Sorts the entry that is best taken last."""
        entry = old.entry
        is_of_today = entry.msgid == self._sources.get(old.address or "")
        is_first = self._first[old.file, old.address] is entry
        is_sound = bool(entry.msgstr) and is_of_today and not entry.fuzzy
        return is_sound, not entry.obsolete, bool(entry.msgstr), old.file == old.home, is_first

    @cached_property
    def _first(self) -> Mapping[tuple[Path, str | None], polib.POEntry]:
        return {(old.file, old.address): old.entry for old in reversed(self._old)}

    @cached_property
    def _by_source(self) -> Mapping[str, _Old]:
        """The translation that is best copied to another address of the same text."""
        by_worth = sorted(self._old, key=lambda old: (not old.entry.obsolete, not old.entry.fuzzy))
        return {old.entry.msgid: old for old in by_worth if old.entry.msgstr}

    @cached_property
    def _moved(self) -> Mapping[str, list[_Old]]:
        """The entries that their address has left behind, by their text: where all say the same it moved with them."""
        gone: dict[str, list[_Old]] = defaultdict(list)
        for old in self._old:
            if old.entry.msgstr and not old.entry.obsolete and self._sources.get(old.address or "") != old.entry.msgid:
                gone[old.entry.msgid].append(old)
        new = Counter(source for address, source in self._sources.items() if not self._is_known(address, source))
        return {
            source: entries
            for source, entries in gone.items()
            if len({(old.entry.msgstr, old.entry.fuzzy) for old in entries}) == 1 and new[source] <= len(entries)
        }

    def _is_known(self, address: str, source: str) -> bool:
        old = self._by_address.get(address)
        return old is not None and old.entry.msgid == source and bool(old.entry.msgstr)

    def _entry(self, address: str, source: str, path: Path) -> polib.POEntry:
        entry = self._found(address, source, path)
        if not has_words(source) and (entry.fuzzy or not entry.msgstr):
            entry.msgstr, entry.previous_msgid = source, None
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        return entry

    def _found(self, address: str, source: str, path: Path) -> polib.POEntry:
        before = self._by_address.get(address)
        if self._is_known(address, source) or (before is not None and source not in self._by_source):
            assert before is not None
            return self._taken(address, source, before, path)
        if waiting := self._moved.get(source):
            return self._taken(address, source, waiting.pop(0), path)
        entry = polib.POEntry(msgctxt=address, msgid=source)
        if before is not None and before.entry.msgid == source:
            self._used.add(id(before.entry))
            _put(entry, _comments(before.entry))
        if (same := self._by_source.get(source)) is not None:
            entry.msgstr, entry.flags = same.entry.msgstr, ["fuzzy"]
        return entry

    def _taken(self, address: str, source: str, old: _Old, path: Path) -> polib.POEntry:
        """*old* at *address*, with all that stood beside it; fuzzy when it says another text."""
        self._used.add(id(old.entry))
        self._moves[path][old.file] += path != old.file and _is_work(old.entry)
        entry = polib.POEntry(msgctxt=address, msgid=source, msgstr=old.entry.msgstr, flags=list(old.entry.flags))
        _put(entry, _comments(old.entry))
        if old.entry.msgid != source and old.entry.msgstr:
            entry.previous_msgid = old.entry.previous_msgid or old.entry.msgid
            entry.flags = sorted({*entry.flags, "fuzzy"})
        if not entry.fuzzy:
            entry.previous_msgid = entry.previous_msgctxt = None
        return entry

    def _file(self, path: Path, entries: list[polib.POEntry], left: list[polib.POEntry]) -> MergedFile:
        before = self._before[path]
        after = polib.POFile(wrapwidth=10_000)
        after.header, after.metadata = before.header, self._header(path)
        after.extend([*entries, *left])
        if not after and not path.exists():
            return MergedFile(None, False, Merged(), {})
        is_same = self._said_before[path] == [*map(_said, after)] and before.metadata == after.metadata
        active = [entry for entry in after if not entry.obsolete]
        counts = Merged(
            total=len(active), added=sum(entry.msgctxt not in self._addresses for entry in active),
            missing=sum(not entry.msgstr for entry in active), fuzzy=sum(entry.fuzzy for entry in active),
            obsolete=len(after) - len(active),
        )  # fmt: skip
        content = None if is_same else str(after).rstrip("\n") + "\n"
        is_empty = not after and bool(before) and path not in self._wanted
        return MergedFile(content, is_empty, counts, +self._moves[path])

    @cached_property
    def _addresses(self) -> frozenset[str | None]:
        return frozenset(old.address for old in self._old if not old.entry.obsolete)

    def _header(self, path: Path) -> dict[str, str]:
        """That of the file, or of the one that most of it comes from."""
        sources = [source for source, _ in self._moves[path].most_common(1)]
        before = path if path.exists() or not sources else sources[0]
        begun = {"PO-Revision-Date": f"{self._today.isoformat()} 00:00+0000"}
        metadata = self._before[before].metadata
        written = {name: value for name, value in metadata.items() if value.strip() and value not in _UNWRITTEN}
        return {**_UNLESS_WRITTEN, **begun, **written, **_ALWAYS}


def _read(path: Path) -> polib.POFile:
    return polib.pofile(str(path), encoding="utf-8") if path.exists() else polib.POFile()


def _base(address: str) -> str:
    return address.partition("#")[0]


def _singular(entry: polib.POEntry) -> polib.POEntry:
    """*entry*; of one with plurals the first becomes its translation, to be looked at, the others a comment."""
    if not entry.msgid_plural:
        return entry
    first, *others = entry.msgstr_plural.values() or [""]
    entry.msgstr = entry.msgstr or first
    entry.tcomment = "\n".join(filter(None, [entry.tcomment, *dict.fromkeys(filter(None, others))]))
    entry.flags = sorted({*entry.flags, "fuzzy"}) if entry.msgstr else entry.flags
    entry.msgid_plural, entry.msgstr_plural = "", {}
    return entry


def _is_work(entry: polib.POEntry) -> bool:
    return bool(entry.msgstr or entry.tcomment)


_COMMENTS: Final = ("comment", "tcomment", "occurrences", "previous_msgctxt", "previous_msgid")


def _comments(entry: polib.POEntry) -> dict[str, object]:
    """What stands beside the texts of *entry*."""
    return {name: getattr(entry, name) for name in _COMMENTS}


def _put(entry: polib.POEntry, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(entry, name, value)


def _said(entry: polib.POEntry) -> tuple[object, ...]:
    """All that an entry says, to tell it from another."""
    return (
        entry.msgctxt, entry.msgid, entry.msgstr, sorted(entry.flags), bool(entry.obsolete), entry.msgid_plural,
        entry.previous_msgctxt or None, entry.previous_msgid or None,
        entry.comment, entry.tcomment, list(entry.occurrences),
    )  # fmt: skip
