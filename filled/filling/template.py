"""A form cut into pieces once, so that a filled copy is the same pieces with some exchanged.

The fillable form is built as always, taken as a tree, and its markup cut at its controls and in its registers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from filled.filling.control import FillableControl, control_of, filled_twin
from filled.filling.rows import HEIGHT, sections
from filled.reading.matching import Names
from filled.wordml import W, cut, mark, written
from schemas.answers import FilledBlank
from schemas.blanks import Place

_EDGE: Final = "edge"
_FILLED, _HEIGHT, _LAST_ROW = "filled", "height", "last-row"
_SDT, _TAG, _VAL = f"{W}sdt", f"{W}tag", f"{W}val"


@dataclass(frozen=True)
class Template:
    """A form cut at its controls.

    Attributes:
        pieces: joined they are its document; every control is a piece of its own, and so is every row's height.
        controls: by row (0 outside registers) and place the controls of each blank, with the number of their piece.
        heights: the numbers of the pieces that say how high a row is, by register.
        last_rows: where the last printed row of each register begins and ends.
    """

    pieces: list[str] = field(default_factory=list)
    controls: dict[tuple[int, Place], list[tuple[int, FillableControl]]] = field(default_factory=dict)
    heights: dict[str, list[int]] = field(default_factory=dict)
    last_rows: dict[str, list[int]] = field(default_factory=dict)

    def filled(self, answers: Iterable[FilledBlank]) -> list[str]:
        """The pieces with *answers* in them; those at rows that it does not have are passed over."""
        pieces = list(self.pieces)
        for blank, row, value in answers:
            for index, control in self.controls.get((row, blank.place), ()):
                markup = control.filled(value)
                if markup is not None:
                    pieces[index] = markup
        return pieces


def template_of(root: etree._Element, names: Names) -> Template:
    """Cut the tree of a fillable form, which is of no use any more after that."""
    numbers: dict[etree._Element, int] = {}
    for block, rows in sections(root):
        numbers |= _numbers(rows, 1)
        for height in rows.iter(HEIGHT):
            _set_apart(height, f"{_HEIGHT} {block}")
        _set_apart(rows[-1], f"{_LAST_ROW} {block}", f"{_LAST_ROW} {block}")
    return _cut(root, names, numbers)


def template_of_rows(rows: etree._Element, names: Names, first: int) -> Template:
    """Cut *rows* that are numbered from *first* on; its first and its last piece are those of the root around them."""
    numbers = _numbers(rows, first)
    rows.insert(0, mark(_EDGE))
    rows.append(mark(_EDGE))
    return _cut(rows, names, numbers)


def _numbers(rows: etree._Element, first: int) -> dict[etree._Element, int]:
    """The numbers of the rows that controls stand in."""
    return {node: number for number, row in enumerate(rows, first) for node in row.iter(_SDT)}


def _cut(root: etree._Element, names: Names, numbers: Mapping[etree._Element, int]) -> Template:
    controls = [(node, target) for node in root.iter(_SDT) if (target := names.tags.get(_tag(node))) is not None]
    for node, _ in controls:
        _set_apart(node)
        node.addnext(filled_twin(node))
        node.addnext(mark(_EDGE, _FILLED))
    template, cuts = Template(), iter(controls)
    for key, markup in cut(written(root), _EDGE):
        kind, _, block = key.partition(" ")
        if kind == _FILLED:
            node, target = next(cuts)
            place = numbers.get(node, 0), target.blank.place
            at = len(template.pieces) - 1
            template.controls.setdefault(place, []).append((at, control_of(node, markup, target)))
            continue
        if kind == _HEIGHT:
            template.heights.setdefault(block, []).append(len(template.pieces))
        elif kind == _LAST_ROW:
            template.last_rows.setdefault(block, []).append(len(template.pieces))
        template.pieces.append(markup)
    return template


def _tag(node: etree._Element) -> str:
    return next((setting.get(_VAL, "") for setting in node[0] if setting.tag == _TAG), "")


def _set_apart(node: etree._Element, before: str = "", behind: str = "") -> None:
    """Put marks around an element, so that it begins and ends a piece."""
    node.addprevious(mark(_EDGE, before))
    node.addnext(mark(_EDGE, behind))
