"""Filling the page: every row and paragraph may grow between two heights, and the form grows to use its paper.

A register should end where the page ends, not leave a third of it white and not push one row onto a second sheet.
So blocks do not fix their heights; they give a least and a greatest one, and `fit` finds how far to stretch all of
them. Line pitches are exact, so that a row is as high in one word processor as in another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, Protocol

from generators.docx import wml

BORDER: Final = 10
"""Height that the line under a row adds, in twips."""
_ROUNDS: Final = 7


class Span(NamedTuple):
    """A height in twips: *low* as a rule, up to *high* where there is room, down to *tight* where that saves a page.

    *keep*: stays on the page of what follows; *repeat*: height of the head rows shown again when it starts a page.
    """

    tight: int
    low: int
    high: int
    keep: bool = False
    repeat: int = 0


def height(tight: int, low: int, high: int, stretch: float) -> int:
    """The height at a *stretch* from -1 (tight) through 0 (low) to 1 (high)."""
    return low + int((high - low) * stretch if stretch >= 0 else (low - tight) * stretch)


class Piece(Protocol):
    """A table or some paragraphs."""

    def spans(self) -> Sequence[Span]:
        """The heights of its rows or paragraphs, from top to bottom."""
        ...

    def xml(self, stretch: float) -> str:
        """Its markup when every height is at *stretch* (-1 to 1) of its range."""
        ...


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph whose line pitch may grow."""

    content: str
    style: str
    lines: int
    low: int
    high: int
    jc: str = ""
    keep: bool = False
    first: int = 0
    left: int = 0
    around: int = 0

    def spans(self) -> Sequence[Span]:
        """One span: lines times pitch, and the space *around* the paragraph that its style gives."""
        heights = [self.lines * pitch + self.around for pitch in (self.tight, self.low, self.high)]
        return (Span(heights[0], heights[1], heights[2], self.keep),)

    @property
    def tight(self) -> int:
        """The least pitch: a fifteenth closer than usual."""
        return self.low - self.low // 15

    def xml(self, stretch: float) -> str:
        """The paragraph."""
        pitch = height(self.tight, self.low, self.high, stretch)
        return wml.paragraph(
            self.content, self.style, jc=self.jc, keep=self.keep, line=pitch, first=self.first, left=self.left
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: its cells and the heights it may have; *opening* and *closing* wrap it (a repeating section)."""

    cells: str
    tight: int
    low: int
    high: int
    head: bool = False
    keep: bool = False
    opening: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its start (`wml.table_head`) and its rows."""

    head: str
    rows: Sequence[Row]

    def spans(self) -> Sequence[Span]:
        """One span a row."""
        repeat = sum(row.low + BORDER for row in self.rows if row.head)
        return [
            Span(
                row.tight + BORDER, row.low + BORDER, row.high + BORDER, row.keep or row.head, 0 if row.head else repeat
            )
            for row in self.rows
        ]

    def xml(self, stretch: float) -> str:
        """The table."""
        parts = [self.head]
        for row in self.rows:
            size = height(row.tight, row.low, row.high, stretch)
            markup = wml.row(row.cells, size, head=row.head, keep=row.keep or row.head)
            parts.append(f"{row.opening}{markup}{row.closing}")
        parts.append("</w:tbl>")
        return "".join(parts)


def table(head: str, rows: Sequence[Row]) -> Table:
    """A table of which no page shows a single row: the first two rows stay together, and the last two."""
    kept = list(rows)
    first = sum(row.head for row in rows)
    for index in {first, len(rows) - 2}:
        if first <= index < len(rows) - 1:
            kept[index] = replace(kept[index], keep=True)
    return Table(head, kept)


def gap(low: int = 100, high: int = 160) -> Prose:
    """The space between two blocks; it also keeps Word from joining two tables."""
    return Prose("", "FormGap", 1, low, high)


class Fit(NamedTuple):
    """How a form lies on its paper: the stretch (-1 to 1) of every height, and the pages it takes."""

    stretch: float
    pages: int


def fit(pieces: Sequence[Piece], depth: int) -> Fit:
    """The stretch at which *pieces* use up the pages they need anyway, of *depth* twips each."""
    spans = [span for piece in pieces for span in piece.spans()]
    least = sum(span.low for span in spans)
    if least <= depth:
        growth = sum(span.high - span.low for span in spans)
        return Fit(min(1.0, (depth - least) / growth) if growth else 0.0, 1)
    usual, tight = page_count(spans, depth, 0.0), page_count(spans, depth, -1.0)
    low, high = (-1.0, 0.0) if tight < usual else (0.0, 1.0)
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        low, high = (middle, high) if page_count(spans, depth, middle) <= tight else (low, middle)
    return Fit(low, tight)


def page_count(spans: Sequence[Span], depth: int, stretch: float) -> int:
    """How many pages *spans* take at a stretch; what is kept together moves together."""
    pages, used = 1, 0
    group, repeat = 0, 0
    for span in spans:
        repeat = repeat if group else span.repeat
        group += height(span.tight, span.low, span.high, stretch)
        if span.keep:
            continue
        if used + group > depth and used:
            pages, used = pages + 1, repeat
        used += group
        group = 0
    return pages
