"""From controls to blanks: which control belongs to which field, and to which row of a register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from lxml import etree

from filled.reading.controls import Control
from filled.wordml import W
from schemas.blanks import Blank, Blanks, Place
from schemas.control_names import bookmark, parts, tag
from schemas.limits import MOST_ROWS

_MORE_ROWS: Final = 100
"""How many rows beyond the printed ones are known by their bookmarks."""


class Target(NamedTuple):
    """What a control is for: a blank, and which part of it: a choice's id, `WORDS`, `BOX`, or empty for the whole."""

    blank: Blank
    part: str


@dataclass(frozen=True)
class Names:
    """The names of controls in a form, and what they are for."""

    blanks: Blanks

    @cached_property
    def tags(self) -> Mapping[str, Target]:
        """Targets by tag."""
        return {tag(path): Target(blank, part) for blank in self.blanks.all for path, part in parts(blank)}

    @cached_property
    def bookmarks(self) -> Mapping[str, Target]:
        """Targets by bookmark; that of a register's column has one for every row."""
        targets: dict[str, Target] = {}
        for blank in self.blanks.all:
            rows: Sequence[int | None] = (None,)
            if blank.is_column:
                rows = range(1, self.blanks.registers[blank.block].rows + _MORE_ROWS + 1)
            for path, part in parts(blank):
                for row in rows:
                    targets.setdefault(bookmark(path, row), Target(blank, part))
        return targets


@dataclass(slots=True)
class MatchedBlank:
    """The controls of one blank in one row; *again* are those that have the place of another."""

    blank: Blank
    row: int
    parts: dict[str, Control] = field(default_factory=dict)
    again: list[tuple[str, Control]] = field(default_factory=list)


@dataclass(slots=True)
class Matched:
    """What a document holds.

    Attributes:
        found: the controls of each blank, of the first `MOST_ROWS` rows.
        strangers: those of no blank.
        by_bookmark: whether bookmarks were needed.
        rows: how many rows each register has.
    """

    found: dict[tuple[int, Place], MatchedBlank] = field(default_factory=dict)
    strangers: list[Control] = field(default_factory=list)
    by_bookmark: bool = False
    rows: dict[str, int] = field(default_factory=dict)


def match(names: Names, controls: Sequence[Control]) -> Matched:
    """Sort *controls* by what they are for."""
    matched = Matched()
    named: list[tuple[Control, Target]] = []
    nameless: list[Control] = []
    for control in controls:
        target = names.tags.get(control.tag) if control.tag else names.bookmarks.get(control.bookmark)
        if target is not None:
            matched.by_bookmark |= not control.tag
            named.append((control, target))
        else:
            (matched.strangers if control.tag else nameless).append(control)
    if nameless and matched.by_bookmark:
        order = {control.node: number for number, control in enumerate(controls)}
        named = sorted([*named, *by_column(named, nameless)], key=lambda pair: order[pair[0].node])
    for control, target, number in _numbered(named):
        if number:
            matched.rows[target.blank.block] = max(number, matched.rows.get(target.blank.block, 0))
        if number <= MOST_ROWS:
            _put(matched, control, target, number)
    return matched


def _put(matched: Matched, control: Control, target: Target, number: int) -> None:
    matched_blank = matched.found.setdefault((number, target.blank.place), MatchedBlank(target.blank, number))
    if target.part in matched_blank.parts:
        matched_blank.again.append((target.part, control))
    else:
        matched_blank.parts[target.part] = control


def _numbered(named: Sequence[tuple[Control, Target]]) -> Iterator[tuple[Control, Target, int]]:
    """Every control with its target and the number of its register's row, from 1; 0 where there are no rows."""
    numbers: dict[str, dict[etree._Element | None, int]] = {}
    for control, target in named:
        if not target.blank.is_column:
            yield control, target, 0
            continue
        rows = numbers.setdefault(target.blank.block, {})
        yield control, target, rows.setdefault(control.row, len(rows) + 1)


def by_column(named: Sequence[tuple[Control, Target]], nameless: Sequence[Control]) -> Iterator[tuple[Control, Target]]:
    """Those of *nameless* that stand in a row of a register, in the column of controls that have a name.

    Rows that were added in Word have no bookmarks; when LibreOffice then drops their tags, only their place is left.
    """
    nodes = {control.node for control in (*(control for control, _ in named), *nameless)}
    tables: dict[etree._Element | None, dict[etree._Element, _Position]] = {}
    columns: dict[etree._Element | None, dict[_Position, Target]] = {}
    for control, target in named:
        if target.blank.is_column:
            table = _table(control)
            places = tables[table] if table in tables else tables.setdefault(table, _positions(table, nodes))
            columns.setdefault(table, {})[places.get(control.node, _NOWHERE)] = target
    for control in nameless:
        table = _table(control)
        column_target = columns.get(table, {}).get(tables.get(table, {}).get(control.node, _NOWHERE))
        if column_target is not None:
            yield control, column_target


_Position = tuple[int, int]
"""The cell of a row, and the control in the cell."""
_NOWHERE: Final = (-1, -1)


def _table(control: Control) -> etree._Element | None:
    return next(control.node.iterancestors(f"{W}tbl"), None)


def _positions(table: etree._Element | None, nodes: set[etree._Element]) -> dict[etree._Element, _Position]:
    """Where in its row each of *nodes* stands that is in *table*."""
    positions: dict[etree._Element, _Position] = {}
    for row in table.iter(f"{W}tr") if table is not None else ():
        for number, cell in enumerate(row.iter(f"{W}tc")):
            for index, node in enumerate(node for node in cell.iter(f"{W}sdt") if node in nodes):
                positions[node] = number, index
    return positions
