"""A form cut into pieces once, so that a filled copy is the same pieces with some exchanged.

The fillable form is built as always and cut at its controls and at the edges of repeated rows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from filled.filling.control import Control, control_of
from filled.reading.matching import Names

_CONTROL: Final = re.compile(
    r"<w:sdt><w:sdtPr>(?P<properties>(?:(?!</w:sdtPr>).)*)</w:sdtPr><w:sdtContent>"
    r"(?P<content>(?:(?!<w:sdt>|<w:tr>).)*?)</w:sdtContent></w:sdt>",
    re.DOTALL,
)
_TAG: Final = re.compile(r'<w:tag w:val="([^"]*)"/>')
_SECTION: Final = "<w15:repeatingSection/>"
_ITEM: Final = re.compile(r'<w:sdt><w:sdtPr><w:id w:val="\d+"/><w15:repeatingSectionItem/>')
_ITEM_END: Final = "</w:tr></w:sdtContent></w:sdt>"
_EDGE: Final = re.compile(f"(?={_ITEM.pattern})|(?<={re.escape(_ITEM_END)})")

Span = tuple[int, int]
"""Pieces from the first number up to, without, the second."""


@dataclass(frozen=True)
class Template:
    """A form cut at its controls.

    Attributes:
        pieces: joined they are its document; every control is a piece of its own.
        controls: the controls by the number of their piece.
        rows: the pieces of each printed row of each register.
    """

    pieces: tuple[str, ...]
    controls: Mapping[int, Control]
    rows: Mapping[str, tuple[Span, ...]]


def cut(document: str, names: Names) -> Template:
    """Cut `word/document.xml` of a fillable form."""
    pieces: list[str] = []
    controls: dict[int, Control] = {}
    end = 0
    for match in _CONTROL.finditer(document):
        tag = _TAG.search(match["properties"])
        target = names.tags.get(tag[1]) if tag else None
        if target is not None:
            pieces += _at_rows(document[end : match.start()])
            controls[len(pieces)] = control_of(match[0], match["properties"], match["content"], target)
            pieces.append(match[0])
            end = match.end()
    pieces += _at_rows(document[end:])
    return Template(tuple(pieces), controls, _rows(pieces, names))


def _at_rows(text: str) -> list[str]:
    """Markup cut where repeated rows begin and end."""
    return [piece for piece in _EDGE.split(text) if piece]


def _rows(pieces: list[str], names: Names) -> dict[str, tuple[Span, ...]]:
    """The rows of each register, which is known by the tag of its repeating section."""
    found: dict[str, list[Span]] = {}
    block, start = "", 0
    for index, piece in enumerate(pieces):
        if _SECTION in piece:
            block = _TAG.findall(piece[: piece.index(_SECTION)])[-1]
        if _ITEM.match(piece):
            start = index
        if piece.endswith(_ITEM_END) and block in names.blanks.registers:
            found.setdefault(block, []).append((start, index + 1))
    return {block: tuple(spans) for block, spans in found.items()}
