"""How often each term stands in each row of the index: counted where a text is new, taken over where it is the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.aliases import Aliases
from search.lexical import Counts
from search.rows import IndexRow

_HALF: Final = 0xFFFF


class _Counted(NamedTuple):
    """Counts in no order: the row of each, its term, and how often."""

    row: NDArray[np.signedinteger[Any]]
    term: NDArray[np.int32]
    often: NDArray[np.uint16]


@dataclass(frozen=True)
class _ByRow:
    """The same matrix row by row: the term of each count, how often it stands there, and how many each row has."""

    terms: NDArray[np.int32]
    often: NDArray[np.uint16]
    sizes: NDArray[np.intp]

    def of(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Where the counts of *rows* are, one row after the other."""
        sizes, starts = self.sizes[rows], np.cumsum(self.sizes) - self.sizes
        places: NDArray[np.intp] = np.repeat(starts[rows] - (np.cumsum(sizes) - sizes), sizes)
        return places + np.arange(len(places))


def count_rows(rows: Sequence[IndexRow], aliases: Aliases, before: Counts | None = None) -> Counts:
    """Count the tokens of *rows*; what *before* has of the same text is taken from there."""
    digests = np.array([row.digest(aliases) for row in rows], dtype=np.uint64)
    old = before or _NONE
    numbers = {digest: number for number, digest in enumerate(old.digests.tolist())}
    sources = np.array([numbers.get(digest, -1) for digest in digests.tolist()], dtype=np.int64)
    by_row, fresh = _by_row(old), np.flatnonzero(sources < 0)
    counters = [Counter(rows[number].tokens(aliases)) for number in fresh.tolist()]

    same = np.flatnonzero(sources >= 0)
    places = by_row.of(sources[same])
    used = np.unique(by_row.terms[places])
    terms = sorted({*(old.terms[term] for term in used), *(term for counter in counters for term in counter)})
    numbered = {term: number for number, term in enumerate(terms)}
    renumbered = np.zeros(len(old.terms), dtype=np.int32)
    renumbered[used] = [numbered[old.terms[term]] for term in used]
    taken = _Counted(
        np.repeat(same, by_row.sizes[sources[same]]), renumbered[by_row.terms[places]], by_row.often[places]
    )
    return _by_term(tuple(terms), [taken, _counted(fresh, counters, numbered)], digests)


def _counted(rows: NDArray[np.intp], counters: Sequence[Mapping[str, int]], numbered: Mapping[str, int]) -> _Counted:
    return _Counted(
        np.repeat(rows, [len(counter) for counter in counters]),
        np.array([numbered[term] for counter in counters for term in counter], dtype=np.int32),
        np.array([often for counter in counters for often in counter.values()], dtype=np.uint16),
    )


def _by_term(terms: tuple[str, ...], counted: Sequence[_Counted], digests: NDArray[np.uint64]) -> Counts:
    row, term, often = (np.concatenate(columns) for columns in zip(*counted, strict=True))
    order = _order(row, term)
    starts = np.r_[0, np.cumsum(np.bincount(term, minlength=len(terms)))].astype(np.int32)
    return Counts(terms, row[order].astype(np.int32), often[order], starts, digests)


def _by_row(counts: Counts) -> _ByRow:
    terms = np.repeat(np.arange(len(counts.terms), dtype=np.int32), np.diff(counts.starts))
    order = _order(counts.rows)
    return _ByRow(terms[order], counts.often[order], np.bincount(counts.rows, minlength=len(counts.digests)))


def _order(*keys: NDArray[np.signedinteger[Any]]) -> NDArray[np.intp]:
    """The order by the last of *keys*, then by those before it; linear: numpy sorts halves of 16 bits by radix."""
    order = np.arange(len(keys[0]))
    for key in keys:
        for half in (key & _HALF, key >> 16):
            if half.any():
                order = order[np.argsort(half.astype(np.uint16)[order], kind="stable")]
    return order


_NONE: Final = Counts(
    (), np.zeros(0, np.int32), np.zeros(0, np.uint16), np.zeros(1, np.int32), np.zeros(0, np.uint64)
)  # fmt: skip
