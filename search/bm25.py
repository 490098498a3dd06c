"""The index by words is built: passages to rows, rows to counts, counts to scores."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from search.aliases import Aliases
from search.counting import count_rows
from search.lexical import K1, STEPS, B, Counts, LexicalIndex, Scores, rarity
from search.passages import Passage, titles_of
from search.rows import rows_of


def build_lexical(passages: Sequence[Passage], aliases: Aliases, before: Counts | None = None) -> LexicalIndex:
    """Index *passages*; the result depends on nothing else, byte for byte.

    Where a row is the same as in *before*, the counts of another index, it is not read again.
    """
    rows = [row for number, passage in enumerate(passages) for row in rows_of(number, passage)]
    counts = count_rows(rows, aliases, before)
    scores = _bm25(counts)
    step = float(scores.max()) / STEPS if len(scores) else 1.0
    return LexicalIndex(
        counts=counts,
        step=step,
        data=np.maximum(1, np.rint(scores / step)).astype(np.uint8),
        owners=np.array([row.passage for row in rows], dtype=np.int32),
        asks=np.array([row.ask for row in rows], dtype=np.int32),
        titles=titles_of(passages),
    )


def _bm25(counts: Counts) -> Scores:
    """Lucene's BM25 of every count, rounded to 32 bits as `bm25s` keeps it."""
    lengths = np.bincount(counts.rows, weights=counts.often, minlength=len(counts.digests))
    average = lengths.mean() if len(lengths) else 1.0
    often = counts.often.astype(np.float64)
    share = often / (K1 * ((1 - B) + B * lengths / average)[counts.rows] + often)
    frequencies, places = np.unique(np.diff(counts.starts), return_inverse=True)
    weights = np.array([rarity(len(lengths), int(frequency)) for frequency in frequencies], dtype=np.float32)
    spread = np.repeat(weights[places], np.diff(counts.starts)).astype(np.float64)
    return (spread * share).astype(np.float32).astype(np.float64)
