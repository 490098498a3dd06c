"""A form cut into pieces once, so that a filled copy is the same pieces with some exchanged.

The fillable form is built as always, taken as a tree, and its markup cut at its controls.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from filled.filling.control import Control, control_of, filled_twin
from filled.filling.rows import sections
from filled.reading.matching import Names
from filled.wordml import W, cut, mark, written
from schemas.answers import Answer
from schemas.blanks import Place

_EDGE: Final = "edge"
_SDT, _TAG, _VAL = f"{W}sdt", f"{W}tag", f"{W}val"


@dataclass(frozen=True)
class Template:
    """A form cut at its controls.

    Attributes:
        pieces: joined they are its document; every control is a piece of its own.
        controls: by row (0 outside registers) and place the controls of each blank, with the number of their piece.
    """

    pieces: tuple[str, ...]
    controls: Mapping[tuple[int, Place], list[tuple[int, Control]]]

    def filled(self, answers: Iterable[Answer]) -> str:
        """The document with *answers* in it, each at a row that the form has."""
        pieces = list(self.pieces)
        for blank, row, value in answers:
            for index, control in self.controls.get((row, blank.place), ()):
                markup = control.filled(value)
                if markup is not None:
                    pieces[index] = markup
        return "".join(pieces)


def template_of(root: etree._Element, names: Names) -> Template:
    """Cut the tree of a fillable form, which is of no use any more after that."""
    nodes = [(node, target) for node in root.iter(_SDT) if (target := names.tags.get(_tag(node))) is not None]
    rows = {
        node: number
        for _, section in sections(root)
        for number, row in enumerate(section, 1)
        for node in row.iter(_SDT)
    }
    for node, _ in nodes:
        _set_apart(node)
    segments = cut(written(root), _EDGE)
    pieces, controls = [segments[0]], dict[tuple[int, Place], list[tuple[int, Control]]]()
    for (node, target), blank, typed, after in zip(nodes, segments[1::3], segments[2::3], segments[3::3], strict=True):
        place = rows.get(node, 0), target.blank.place
        controls.setdefault(place, []).append((len(pieces), control_of(node, typed, target)))
        pieces += (blank, after)
    return Template(tuple(pieces), controls)


def _tag(node: etree._Element) -> str:
    return next((setting.get(_VAL, "") for setting in node[0] if setting.tag == _TAG), "")


def _set_apart(node: etree._Element) -> None:
    """Put the filled twin of a control behind it, and marks around both."""
    node.addprevious(mark(_EDGE))
    for follower in (mark(_EDGE), filled_twin(node), mark(_EDGE)):
        node.addnext(follower)
