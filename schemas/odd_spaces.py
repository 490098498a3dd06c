"""Spaces that look like one and are none to YAML: full-width, no-break and the like, pasted or typed in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from schemas.findings import Finding
from schemas.messages import Files
from schemas.words import Bilingual, in_both

ODD: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""The spaces that are none to YAML, as a class of a regular expression has them."""
_NAMES: Final = {
    "\u3000": Bilingual("全角空格", "full-width space"),
    "\u00a0": Bilingual("不换行空格", "no-break space"),
    "\u202f": Bilingual("不换行空格", "no-break space"),
}
_OTHER: Final = Bilingual("特殊空格", "special space")
_IN_LINE: Final = re.compile(
    rf"(?P<indent> *)[{ODD}][ {ODD}]*(?:- +)*(?:[a-z_][\w-]*[:：]|-)|(?P<dash> *(?:- +)*-)[{ODD}]"
    rf"|(?P<key> *(?:- +)*(?P<name>[a-z_][\w-]*))[{ODD}]+[:：]"
)
_TEXT: Final = re.compile(rf" *[{ODD}](?=.*\S)")
_INDENT: Final = Bilingual("行首", "at the beginning of the line")
_DASH: Final = Bilingual("“-”后面", "after '-'")
_BEHIND: Final = Bilingual("“{word}”后面", "after '{word}'")
_BEFORE: Final = Bilingual("“{word}”前面", "before '{word}'")
_SHOWN: Final = 20


def odd_space(line: str, path: str, number: int) -> Finding | None:
    """The finding for an odd space that parts the *number*th line of a file where YAML wants a plain one."""
    match = _IN_LINE.match(line)
    if match is None:
        return None
    group = next(name for name in ("indent", "dash", "key") if match[name] is not None)
    where = {"indent": _INDENT, "dash": _DASH, "key": _BEHIND.filled(word=match["name"] or "")}[group]
    column = match.end(group)
    return found(path, (number, column + 1), line[column], where)


def indents(lines: Sequence[str], path: str, first: int) -> Iterator[Finding]:
    """The findings for odd spaces that indent the further *lines* of a plain text, the first of them being *first*."""
    for number, line in enumerate(lines, first):
        if match := _TEXT.match(line):
            yield found(path, (number, match.end()), line[match.end() - 1], _INDENT)


def behind(word: str, character: str, path: str, place: tuple[int, int]) -> Finding:
    """The finding for the odd *character* that follows *word*."""
    return found(path, place, character, _BEHIND.filled(word=word[-_SHOWN:]))


def before(word: str, character: str, path: str, place: tuple[int, int]) -> Finding:
    """The finding for the odd *character* in front of *word*."""
    return found(path, place, character, _BEFORE.filled(word=word[:_SHOWN]))


def around(value: str, path: str, place: tuple[int, int]) -> Finding | None:
    """The finding for an odd space at either end of a plain *value* in one line, which begins at *place*."""
    if not value or (value[0] not in _SPACES and value[-1] not in _SPACES):
        return None  # as nearly all are
    word = value.strip(_SPACES)
    if value[0] in _SPACES:
        return before(word, value[0], path, place)
    return behind(word, value[-1], path, (place[0], place[1] + len(value.rstrip(_SPACES))))


def found(path: str, place: tuple[int, int], character: str, where: Bilingual) -> Finding:
    """The finding for an odd *character* that stands *where*."""
    name = in_both(lambda lang: f"{_NAMES.get(character, _OTHER).of(lang)} U+{ord(character):04X}")
    return Finding(path, *place, Files.FULL_WIDTH_SPACE, {"where": where, "name": name})


_SPACES: Final = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
