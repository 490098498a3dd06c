"""What comparing vectors takes in memory and in PostgreSQL, beside each other, as the library grows.

`python -m bench.stores postgresql://…/empty 1 10` puts so many times the passages of this library (`handbook build
--only index`) into a database with pgvector, drawn around the real ones, and asks the questions of the tuning half. Of
each store: seconds to put it there, bytes on disk and in a process, p50 and p99 of one question, questions a second in
four threads, and how many of the ten nearest of each kind it has (recall@10). Numbers have 32 bits where all passages
are compared, and 16 where an index is asked; 100 times take 5 GB of memory, 6 GB of disk and an hour.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import Final

import numpy as np
from rich.console import Console
from rich.table import Table

from schemas.words import LANGUAGES
from search.encoder import Vectors, load_encoder, unit
from search.index import open_index
from search.questions import FILE, read_questions
from search.shared.database import Database
from search.shared.generations import LONGEST, SharedGenerations
from search.shared.tables import TABLES
from search.shared.vector_tables import put_vectors
from search.shared.vectors import SharedVectors
from search.store import ArrayStore, VectorStore

_QUESTIONS: Final = 150
_APART: Final = 0.75
"""As in `bench.page_scale`: how long what is added to a passage is, so that all are as near to each other as before."""
_BEST: Final = 10
_THREADS: Final = 4
_NAME: Final = "be" * 8
_IN_A_RECORD: Final = 14
"""Passages of a record, as this library has them."""
_NEVER: Final = 10**9


def drawn(store: ArrayStore, times: int) -> ArrayStore:
    """So many times the passages of *store*, the first of them its own."""
    chance, (_, count, dimension) = np.random.default_rng(16), store.texts.shape

    def around(given: Vectors) -> Vectors:
        made: Vectors = np.empty((2, times * count, dimension), dtype=np.float32)
        for at, one in ((at, one) for at in range(2) for one in range(times)):
            added = chance.normal(size=(count, dimension)).astype(np.float32) * (_APART / np.sqrt(dimension))
            made[at, one * count : (one + 1) * count] = unit(given[at] + added) if one else given[at]
        return made

    return ArrayStore(around(store.texts), around(store.middles))


def timed(store: VectorStore, asked: Sequence[Vectors]) -> tuple[float, float, float]:
    """The median and the 99th percentile of milliseconds for one question, and questions a second in four threads."""
    each = list[float]()
    for vector in asked:
        began = perf_counter()
        store.near(vector, english=False)
        each.append((perf_counter() - began) * 1000)
    began = perf_counter()
    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(lambda vector: store.near(vector, english=False), asked))
    centiles = statistics.quantiles(each, n=100)
    return centiles[49], centiles[98], len(asked) / (perf_counter() - began)


def recall(store: VectorStore, exact: VectorStore, asked: Sequence[Vectors]) -> float:
    """How many of the nearest by each kind of vector are among the nearest that *store* gives."""
    shares = list[float]()
    for vector in asked:
        near, whole = store.near(vector, english=False), exact.near(vector, english=False)
        for some, all_ in zip(near[:3], whole[:3], strict=True):
            best = np.argpartition(-some, _BEST)[:_BEST]
            shares.append(float(np.mean(all_[best] >= np.partition(all_, -_BEST)[-_BEST] - 1e-6)))
    return statistics.mean(shares)


def in_database(database: Database, store: ArrayStore, exact: int) -> tuple[SharedVectors, float, int]:
    """*store* in *database*, the seconds it took to put it there, and its bytes on disk."""
    shared, began = SharedGenerations(database), perf_counter()
    shared.write(_NAME, {}, {})
    with database.turn(TABLES, 10 * LONGEST) as connection:
        starts = np.arange(0, store.texts.shape[1], _IN_A_RECORD)
        if not put_vectors(connection, _NAME, store, starts, exact):
            raise SystemExit("the database has no pgvector")
    took, vectors = perf_counter() - began, shared.vectors(_NAME)
    assert vectors is not None
    with database.turn() as connection:
        row = connection.execute("SELECT pg_total_relation_size(%s)", (f"handbook.vectors_{_NAME}",)).fetchone()
    assert row is not None
    return vectors, took, int(row[0])


def compare(database: Database, store: ArrayStore, asked: Sequence[Vectors], table: Table) -> None:
    """A row for the arrays, and one for each way of the database."""
    passages = store.texts.shape[1]
    held = store.texts.nbytes + store.middles.nbytes
    rows = [("arrays", *timed(store, asked), 1.0, 0.0, 0, held)]
    for name, exact in (("database, all", _NEVER), ("database, index", 0)):
        vectors, took, size = in_database(database, store, exact)
        beside = vectors.added.nbytes + sum(each.mean.nbytes + each.covariance.nbytes for each in vectors.moments)
        rows.append((name, *timed(vectors, asked), recall(vectors, store, asked), took, size, beside))
    for name, median, slowest, rate, found, took, size, bytes_ in rows:
        table.add_row(
            f"{passages}", name, f"{median:.1f}", f"{slowest:.1f}", f"{rate:.0f}", f"{found:.3f}", f"{took:.0f}",
            f"{size / 1e6:.0f}", f"{bytes_ / 1e6:.1f}",
        )  # fmt: skip


def main() -> None:
    """Print it for each size."""
    url, *sizes = sys.argv[1:]
    index = open_index(Path.cwd())
    assert isinstance(index.dense, ArrayStore)
    cases = [case for case in read_questions(Path.cwd() / FILE) if case.group == "tune" and case.lang == LANGUAGES[0]]
    encoder = load_encoder(index.encoder)
    asked = [unit(encoder.encode_query(case.question)) for case in cases[:: max(1, len(cases) // _QUESTIONS)]]
    columns = "p50 ms", "p99 ms", "questions/s", "recall@10", "to put, s", "disk, MB", "process, MB"
    table = Table("passages", "store", *columns, title=f"{len(asked)} questions, compared by three vectors each")
    with Database(url) as database:
        for size in sizes:
            compare(database, drawn(index.dense, int(size)), asked, table)
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
