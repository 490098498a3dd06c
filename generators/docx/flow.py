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
_STEPS: Final = (0.75, 0.5, 0.25, 0.1, 0.0, -0.2, -0.4)
_HARDLY: Final = 300
"""A difference in white space, in twips, for which rows are not set closer."""
_HOLE: Final = 1000
"""White space, in twips, that is worth setting rows closer than usual for."""
_MORE: Final = 0.4
"""How much further than the others a page may stretch: rows of one form should look alike."""
_MOST: Final = 0.8
"""How much further the last page may, which has the room."""
_WHOLE: Final = 4000
"""A table no higher than this, in twips (7 cm), stays on one page."""


class Span(NamedTuple):
    """A height in twips: *low* as a rule, up to *high* where there is room, down to *tight* where that saves a page.

    *keep*: stays on the page of what follows; *soft*: does so unless that costs a page or sets rows tight; *repeat*:
    height of the head rows shown again when it starts a page.
    """

    tight: int
    low: int
    high: int
    keep: bool = False
    repeat: int = 0
    soft: bool = False


def height(tight: int, low: int, high: int, stretch: float) -> int:
    """The height at a *stretch* from -1 (tight) through 0 (low) to 1 (high)."""
    return low + int((high - low) * stretch if stretch >= 0 else (low - tight) * stretch)


class Piece(Protocol):
    """A table or some paragraphs."""

    def spans(self) -> Sequence[Span]:
        """The heights of its rows or paragraphs, from top to bottom."""
        ...

    def xml(self, stretches: Sequence[float], *, whole: bool) -> str:
        """Its markup when each height is at its stretch (-1 to 1) of its range: one a span.

        *whole*: what is to stay together if that costs no page does so.
        """
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
    right: int = 0
    around: int = 0

    def spans(self) -> Sequence[Span]:
        """One span: lines times pitch, and the space *around* the paragraph that its style gives."""
        heights = [self.lines * pitch + self.around for pitch in (self.tight, self.low, self.high)]
        return (Span(heights[0], heights[1], heights[2], self.keep),)

    @property
    def tight(self) -> int:
        """The least pitch: a fifteenth closer than usual."""
        return self.low - self.low // 15

    def xml(self, stretches: Sequence[float], *, whole: bool) -> str:
        """The paragraph."""
        pitch = height(self.tight, self.low, self.high, stretches[0])
        return wml.paragraph(
            self.content,
            self.style,
            jc=self.jc,
            keep=self.keep,
            line=pitch,
            first=self.first,
            left=self.left,
            right=self.right,
        )


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table row: its cells and the heights it may have.

    *keep* and *soft* as in `Span`; *opening* and *closing* wrap it (a repeating section).
    """

    cells: str
    tight: int
    low: int
    high: int
    head: bool = False
    keep: bool = False
    opening: str = ""
    closing: str = ""
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its start (`wml.table_head`) and its rows; one of signatures *is_signed*."""

    head: str
    rows: Sequence[TableRow]
    is_signed: bool = False

    def spans(self) -> Sequence[Span]:
        """One span a row."""
        repeat = sum(row.low + BORDER for row in self.rows if row.head)
        return [
            Span(row.tight + BORDER, row.low + BORDER, row.high + BORDER, row.keep or row.head, soft=row.soft)
            if row.head
            else Span(row.tight + BORDER, row.low + BORDER, row.high + BORDER, row.keep, repeat, row.soft)
            for row in self.rows
        ]

    def xml(self, stretches: Sequence[float], *, whole: bool) -> str:
        """The table."""
        parts = [self.head]
        for row, stretch in zip(self.rows, stretches, strict=True):
            size = height(row.tight, row.low, row.high, stretch)
            keep = row.keep or row.head or (whole and row.soft)
            markup = wml.row(row.cells, size, head=row.head, keep=keep)
            parts.append(f"{row.opening}{markup}{row.closing}")
        if len(self.rows) == 1 and self.rows[0].keep:
            parts.append(wml.end_row(self.head))
        parts.append("</w:tbl>")
        return "".join(parts)


def table(head: str, rows: Sequence[TableRow]) -> Table:
    """A table of which no page shows a single row: its first two and last two stay together, all rows of a low one."""
    bound_rows = list(rows)
    first, last = sum(row.head for row in rows), len(rows) - 1
    is_low = sum(row.low + BORDER for row in rows) <= _WHOLE
    for index in range(first, last):
        if index in (first, last - 1):
            bound_rows[index] = replace(bound_rows[index], keep=True)
        elif is_low:
            bound_rows[index] = replace(bound_rows[index], soft=True)
    return Table(head, bound_rows)


def gap(low: int = 100, high: int = 160) -> Prose:
    """The space between two blocks; it also keeps Word from joining two tables."""
    return Prose("", "FormGap", 1, low, high)


class Fit(NamedTuple):
    """How a form lies on its paper: the stretch (-1 to 1) of each height of each piece, and the pages it takes.

    *whole*: what is to stay together if that costs no page does so.
    """

    stretches: tuple[Sequence[float], ...]
    pages: int
    whole: bool = True


def fit(pieces: Sequence[Piece], depth: int) -> Fit:
    """The stretch at which *pieces* use up the pages they need anyway, of *depth* twips each."""
    spans = [piece.spans() for piece in pieces]
    loose = [span for one in spans for span in one]
    every = [span._replace(keep=True) if span.soft else span for span in loose]
    stretch, pages = _common(every, depth)
    if pages == 1:
        return Fit(tuple([stretch] * len(one) for one in spans), 1)
    parted = _common(loose, depth)
    whole = pages <= parted[1] and (stretch >= 0 or parted[0] < 0)
    if not whole:
        every, (stretch, pages) = loose, parted
    each = iter(_least_white(every, depth, stretch, pages))
    return Fit(tuple([next(each) for _ in one] for one in spans), pages, whole)


def pages_needed(pieces: Sequence[Piece], depth: int) -> int:
    """How many pages of *depth* twips `fit` lays *pieces* on, without laying them."""
    loose = [span for piece in pieces for span in piece.spans()]
    if sum(span.low for span in loose) <= depth:
        return 1
    return len(pages_of(loose, depth, -1.0))


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


def _least_white(spans: Sequence[Span], depth: int, greatest: float, pages: int) -> list[float]:
    """The stretch of each span with which the pages before the last are fullest.

    A common stretch may move what is kept together to the next page and leave a hole behind, where a lesser one would
    have kept it; each page then stretches on by itself to fill the little that is left.
    """
    best, least = [greatest] * len(spans), float("inf")
    for stretch in (greatest, *[step for step in _STEPS if step < greatest]):
        held = pages_of(spans, depth, stretch)
        if len(held) != pages:
            continue
        stretches, white = _filled(spans, depth, stretch, held)
        if white < least - (_HARDLY if stretch >= 0 else _HOLE):
            best, least = stretches, white
    return best


def _filled(
    spans: Sequence[Span], depth: int, stretch: float, held: Sequence[tuple[int, int]]
) -> tuple[list[float], float]:
    """The stretch of each span when every page is filled as far as it goes; and what stays white before the last."""
    stretches: list[float] = []
    white = 0.0
    for number, (count, used) in enumerate(held, 1):
        on_page = spans[len(stretches) : len(stretches) + count]
        room = depth - used + sum(height(span.tight, span.low, span.high, stretch) for span in on_page)
        more = _MORE if number < len(held) else _MOST
        own = max(stretch, min(_own(on_page, room), stretch + more))
        stretches += [own] * count
        if number < len(held):
            white += room - sum(height(span.tight, span.low, span.high, own) for span in on_page)
    return stretches, white


def _own(spans: Sequence[Span], room: int) -> float:
    """The stretch at which *spans* are as high as *room*, or a twip less each."""
    spare = room - sum(span.low for span in spans) - len(spans)
    range_ = sum(span.high - span.low if spare >= 0 else span.low - span.tight for span in spans)
    return max(-1.0, min(1.0, spare / range_)) if range_ else 0.0


def pages_of(spans: Sequence[Span], depth: int, stretch: float) -> list[tuple[int, int]]:
    """What each page holds at a stretch: the count of *spans*, their height; what is kept together moves together."""
    pages: list[tuple[int, int]] = []
    count, used = 0, 0
    held, group, repeat = 0, 0, 0
    for number, span in enumerate(spans, 1):
        repeat = repeat if held else span.repeat
        held, group = held + 1, group + height(span.tight, span.low, span.high, stretch)
        if span.keep and number < len(spans):
            continue
        if used + group > depth and count:
            pages.append((count, used))
            count, used = 0, repeat
        count, used = count + held, used + group
        held, group = 0, 0
        if used > depth:  # higher than any page: it is parted all the same
            pages.append((count, depth))
            count, used = 0, used - depth
    return [*pages, (count, used)]
