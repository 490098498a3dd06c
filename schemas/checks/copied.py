"""English that was copied from where the Chinese says another thing: pasted into the wrong entry, or never changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from schemas.catalogue import Message
from schemas.checks.english import beginning
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.library import Library
from schemas.messages import English

_LONG: Final = 30
"""So many letters are said once: two Chinese texts that share few characters do not both come to them."""
_ALIKE: Final = 0.4
"""Of the characters of the shorter one, how many the other has where both may say the same."""
_SENTENCE: Final = 8
"""So many words are seldom said alike in two records; a name or a heading may be."""
_COUNTED_IN: Final = "unit"
"""件 and 根 are both `pc`."""


def copied(messages: Mapping[str, Message]) -> Iterator[tuple[str, str]]:
    """The address of each text whose English is that of another, and the address of the other, which comes first.

    Two that stand beside each other, such as the titles of two steps or two answers, have to be told apart by their
    English however short it is; of others only long English is looked at.

    Args:
        messages: the entries of a catalogue that are in use, by the address of their text.
    """
    said = defaultdict[str, list[str]](list)
    for address, message in messages.items():
        if message.translation and not message.fuzzy:
            said[message.translation].append(address)
    for addresses in said.values():
        for number, address in enumerate(addresses):
            for other in addresses[:number]:
                if _is_copied(messages, address, other):
                    yield address, other
                    break


def _is_copied(messages: Mapping[str, Message], address: str, other: str) -> bool:
    source, first = messages[address].source, messages[other].source
    if source == first or address.endswith(f".{_COUNTED_IN}"):
        return False
    if list_of(address) == list_of(other):
        return True
    return len(messages[address].translation) >= _LONG and not _are_alike(source, first)


def list_of(address: str) -> tuple[str, str]:
    """Which list a text is in, and which of its keys it is: `steps.receive.title` is a title in `steps`."""
    way, _, key = address.rpartition(".")
    return way.rpartition(".")[0], key


def _are_alike(source: str, other: str) -> bool:
    shorter, longer = sorted((set(source), set(other)), key=len)
    return len(shorter & longer) >= _ALIKE * len(shorter)


class _Said(NamedTuple):
    """A sentence of English: what it translates, and where it is."""

    translation: str
    source: str
    address: str
    path: str
    line: int


def check_copied_elsewhere(library: Library) -> Iterator[Finding]:
    """Findings for sentences whose English is, to the letter, that of another Chinese sentence in another record."""
    if len(library.languages) > 1:
        kept = library.keeper.of("copied-elsewhere", library, lambda: _copied_elsewhere(library))
        for path, line, values in json.loads(kept):
            yield Finding(path, line, 1, English.TRANSLATION_COPIED, values)


def _copied_elsewhere(library: Library) -> bytes:
    first: dict[str, _Said] = {}
    found: list[tuple[str, int, dict[str, Any]]] = []
    for address in library.addresses():
        for said in _sentences(library, library.entries[address]):
            other = first.setdefault(said.translation, said)
            if other.path != said.path and other.source != said.source and not _are_alike(said.source, other.source):
                values = {"value": beginning(said.source), "said": beginning(other.source)}
                found.append((said.path, said.line, {**values, "address": said.address, "other": other.address}))
    return json.dumps(found, ensure_ascii=False).encode()


def _sentences(library: Library, entry: Entry) -> Iterator[_Said]:
    """The sentences of a record's English, kept so that its catalogue need not be read for them."""
    kept = library.keeper.of(f"sentences/{entry.address}", library, lambda: _sentences_of(entry))
    return (_Said(*row) for row in json.loads(kept))


def _sentences_of(entry: Entry) -> bytes:
    catalogue, handbook = entry.catalogue, entry.handbook
    rows = [
        _Said(message.translation, message.source, f"{handbook}/{address}".lstrip("/"), catalogue.path, message.line)
        for address, message in catalogue.messages.items()
        if not message.fuzzy and message.translation.count(" ") >= _SENTENCE - 1
    ]
    return json.dumps(rows, ensure_ascii=False).encode()
