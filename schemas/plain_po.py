"""Catalogues as `handbook translate`, Poedit and Weblate write them, read by pattern: polib takes twenty times as long.

What is not written in just this way (plurals, previous texts, mistakes) is left to polib, which knows all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

# every repetition is possessive: what was read is not tried in another way, so no text takes longer than its length
_LINE: Final = r'"[^"\\\n]*+(?:\\[\\nt"][^"\\\n]*+)*+"'
_STRING: Final = rf"({_LINE}(?:\n{_LINE})*+)"
_OLD_STRING: Final = rf"{_LINE}(?:\n#~ {_LINE})*+"
_COMMENTS: Final = r"((?:#(?: |, |\. |: )[^\n]*+\n)*+)"
_HEADER: Final = re.compile(r'(?:(?:#[^\n~,.:|]*+\n)*+msgid ""\nmsgstr ""(?:\n"(?:[^"\\\n]++|\\n)*+")*+)?')
_ENTRY: Final = re.compile(rf"{_COMMENTS}msgctxt {_STRING}\nmsgid {_STRING}\nmsgstr {_STRING}")
_OBSOLETE: Final = re.compile(
    rf"{_COMMENTS}(?:#~ msgctxt {_OLD_STRING}\n)?#~ msgid {_OLD_STRING}\n#~ msgstr {_OLD_STRING}"
)
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPED: Final = {"n": "\n", "t": "\t"}


class PlainEntry(NamedTuple):
    """An entry in use: its address, source text and translation, whether it is fuzzy, and the line it begins in."""

    address: str
    source: str
    translation: str
    fuzzy: bool
    line: int


def plain_entries(text: str) -> list[PlainEntry] | None:
    """The entries of a catalogue in their order; None when any of it is written in another way."""
    entries: list[PlainEntry] = []
    for number, (line, block) in enumerate(_blocks(text)):
        if match := _ENTRY.fullmatch(block):
            comments, *strings = match.groups()
            address, source, translation = map(_plain, strings)
            if not address or not source:
                return None
            entries.append(PlainEntry(address, source, translation, "#," in comments and _is_fuzzy(comments), line))
        elif not _OBSOLETE.fullmatch(block) and (number > 0 or not _HEADER.fullmatch(block)):
            return None
    return entries


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between empty lines, each with the number of its first line."""
    line = 1
    for block in text.rstrip("\n").split("\n\n"):
        yield line, block
        line += block.count("\n") + 2


def _is_fuzzy(comments: str) -> bool:
    flags = (line[3:].split(",") for line in comments.splitlines() if line.startswith("#, "))
    return any(flag.strip() == "fuzzy" for several in flags for flag in several)


def _plain(string: str) -> str:
    """What a string of one line or several says."""
    words = string[1:-1].replace('"\n"', "")
    return _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1]), words) if "\\" in words else words
