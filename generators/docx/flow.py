"""Filling the page: every row and paragraph may grow between two heights, and the form grows to use its paper.

A register should end where the page ends, not leave a third of it white and not push one row onto a second sheet.
So blocks do not fix their heights; they give a least and a greatest one, and `fit` finds how far to stretch all of
them. Line pitches are exact, so that a row is as high in one word processor as in another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, Protocol

from generators.docx import wml

BORDER: Final = 10
"""Height that the line under a row adds, in twips."""
_ROUNDS: Final = 7
_MORE: Final = 0.4
"""How much further than the others a page may stretch: rows of one form should look alike."""
_WHOLE: Final = 4000
"""A table no higher than this, in twips (7 cm), stays on one page."""


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

    def xml(self, stretches: Sequence[float]) -> str:
        """Its markup when each height is at its stretch (-1 to 1) of its range: one a span."""
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

    def xml(self, stretches: Sequence[float]) -> str:
        """The paragraph."""
        pitch = height(self.tight, self.low, self.high, stretches[0])
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

    def xml(self, stretches: Sequence[float]) -> str:
        """The table."""
        parts = [self.head]
        for row, stretch in zip(self.rows, stretches, strict=True):
            size = height(row.tight, row.low, row.high, stretch)
            markup = wml.row(row.cells, size, head=row.head, keep=row.keep or row.head)
            parts.append(f"{row.opening}{markup}{row.closing}")
        parts.append("</w:tbl>")
        return "".join(parts)


def table(head: str, rows: Sequence[Row]) -> Table:
    """A table of which no page shows a single row: the first two stay together, and the last two; a low one is whole."""
    kept = list(rows)
    first = sum(row.head for row in rows)
    together = {first, len(rows) - 2}
    if sum(row.low + BORDER for row in rows) <= _WHOLE:
        together |= set(range(first, len(rows) - 1))
    for index in together:
        if first <= index < len(rows) - 1:
            kept[index] = replace(kept[index], keep=True)
    return Table(head, kept)


def gap(low: int = 100, high: int = 160) -> Prose:
    """The space between two blocks; it also keeps Word from joining two tables."""
    return Prose("", "FormGap", 1, low, high)


class Fit(NamedTuple):
    """How a form lies on its paper: the stretch (-1 to 1) of the heights of each piece, and the pages it takes."""

    stretches: tuple[Sequence[float], ...]
    pages: int


def fit(pieces: Sequence[Piece], depth: int) -> Fit:
    """The stretch at which *pieces* use up the pages they need anyway, of *depth* twips each."""
    spans = [piece.spans() for piece in pieces]
    every = [span for one in spans for span in one]
    stretch, pages = _common(every, depth)
    if pages == 1:
        return Fit(tuple([stretch] * len(one) for one in spans), 1)
    each = _filled(every, depth, stretch)
    parted = tuple([next(each) for _ in one] for one in spans)
    return Fit(parted, pages)


def _common(spans: Sequence[Span], depth: int) -> tuple[float, int]:
    """The greatest stretch that all pages may have, and how many there are."""
    least = sum(span.low for span in spans)
    if least <= depth:
        growth = sum(span.high - span.low for span in spans)
        return (min(1.0, (depth - least) / growth) if growth else 0.0), 1
    usual, tight = len(pages_of(spans, depth, 0.0)), len(pages_of(spans, depth, -1.0))
    low, high = (-1.0, 0.0) if tight < usual else (0.0, 1.0)
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        low, high = (middle, high) if len(pages_of(spans, depth, middle)) <= tight else (low, middle)
    return low, tight


def _filled(spans: Sequence[Span], depth: int, stretch: float) -> Iterator[float]:
    """The stretch of each span: a page that the common one leaves a little of white stretches on by itself."""
    start = 0
    for count, used in pages_of(spans, depth, stretch):
        on_page = spans[start : start + count]
        repeated = used - sum(height(span.tight, span.low, span.high, stretch) for span in on_page)
        growth = sum(span.high - span.low for span in on_page)
        own = (depth - repeated - sum(span.low for span in on_page)) / growth if growth else 0.0
        yield from [min(1.0, own, stretch + _MORE) if own > max(0.0, stretch) else stretch] * count
        start += count


def pages_of(spans: Sequence[Span], depth: int, stretch: float) -> list[tuple[int, int]]:
    """What each page holds at a stretch, as the count of *spans* and their height; kept together, they move together."""
    pages: list[tuple[int, int]] = []
    count, used = 0, 0
    held, group, repeat = 0, 0, 0
    for span in spans:
        repeat = repeat if held else span.repeat
        held, group = held + 1, group + height(span.tight, span.low, span.high, stretch)
        if span.keep:
            continue
        if used + group > depth and count:
            pages.append((count, used))
            count, used = 0, repeat
        count, used = count + held, used + group
        held, group = 0, 0
        if used > depth:  # higher than any page: it is parted all the same
            pages.append((count, depth))
            count, used = 0, used - depth
    return [*pages, (count + held, used + group)]
