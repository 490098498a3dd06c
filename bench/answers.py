"""How long an answer takes once the index is open, against a peer that only embeds and multiplies."""

from __future__ import annotations

from collections.abc import Callable
from statistics import quantiles
from time import perf_counter

import numpy as np
from rich.table import Table

from schemas.library import Library
from search.ask import open_searcher
from search.encoder import load_encoder
from search.index import open_index
from search.store import ArrayStore

QUESTIONS = 100


def _milliseconds(call: Callable[[str], object], questions: list[str]) -> list[float]:
    for question in questions[:5]:
        call(question)
    took = []
    for question in questions:
        started = perf_counter()
        call(question)
        took.append((perf_counter() - started) * 1000)
    return took


def table(library: Library) -> Table:
    """p50 and p99 over 100 warm questions: `ask` beside the encoder with a plain dot product."""
    searcher, index = open_searcher(library.root), open_index(library.root)
    asks = [str(ask) for entry in library.entries.values() for ask in entry.record.asks][:QUESTIONS]
    rows = {"handbook ask": _milliseconds(searcher.ask, asks)}
    if isinstance(index.dense, ArrayStore):
        encoder, vectors = load_encoder(index.encoder), np.concatenate(index.dense.middles)
        rows["encoder and dot product alone"] = _milliseconds(
            lambda ask: np.argsort(vectors @ encoder.encode_query(ask))[-5:], asks
        )
    latency_table = Table("answers, milliseconds", "p50", "p99", title=f"{len(asks)} warm questions, {searcher.mode}")
    for name, took in rows.items():
        cuts = quantiles(took, n=100)
        latency_table.add_row(name, f"{cuts[49]:.1f}", f"{cuts[98]:.1f}")
    return latency_table
