"""Vectors in PostgreSQL, compared there by pgvector: a server holds none of them.

Up to `EXACT` passages all are compared, and the cosines are those of the arrays. Of more, each kind of vector has an
index (HNSW) that knows the nearest of them nearly always; these, and the best by words, are compared, and all others
have one cosine, their mean. How far a cosine is above the rest is known exactly all the same, from moments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, LiteralString, NamedTuple

import numpy as np
from numpy.typing import NDArray
from psycopg import Cursor, sql
from psycopg.rows import TupleRow

from search.encoder import Vectors
from search.errors import VectorsDamagedError
from search.shared.database import Database
from search.shared.moments import Moments
from search.shared.tables import TABLES
from search.shared.vector_tables import COLUMNS, digest_beside, digest_of, kind_of, table_of
from search.store import Near, Others, near_all

NEAREST: Final = 200
"""So many of each kind an index is asked for: in them are .99 of the ten nearest of 800,000 (`bench.stores`)."""
BY_WORDS: Final = 200
"""So many of the best by words are compared besides."""
WHOLE: Final = 20
"""The records of so many of the best of each kind are compared whole: a record is judged by several of its parts."""

_OPENED_WITHIN: Final = 120.0
"""Seconds within which all rows are read once, when they are opened."""


@dataclass(frozen=True)
class SharedVectors:
    """A `VectorStore` whose vectors lie in the shared database.

    Attributes:
        generation: whose vectors.
        passages: how many there are.
        is_indexed: whether the nearest are looked for by an index.
        starts: where the passages of each record begin.
        added: as `VectorStore.sums` has them.
        moments: of each column.
    """

    database: Database
    generation: str
    passages: int
    dimension: int
    is_indexed: bool
    starts: NDArray[np.int64]
    added: Vectors
    moments: Sequence[Moments]
    others: Others | None = None

    def near(
        self,
        vector: Vectors,
        *,
        english: bool,
        without: tuple[int, int] | None = None,
        words: NDArray[np.float64] | None = None,
    ) -> Near:
        """How near each passage is.

        Raises:
            DatabaseError: it is away, or refuses.
            VectorsDamagedError: rows are missing.
        """
        near = self._some(vector, english, words) if self.is_indexed else self._all(vector, english)
        if without is None:
            return near
        assert self.others is not None
        near.middle[without[0]] = self.others.middle(*without, english=english) @ vector
        return near if self.is_indexed else near_all(*near[:3])

    def sums(self, starts: NDArray[np.intp]) -> Vectors:
        """The middles of the Chinese of the passages of each record added up, as they were when they were put there.

        Raises:
            VectorsDamagedError: of other records.
        """
        if not np.array_equal(starts, self.starts):
            raise VectorsDamagedError(self.generation)
        return self.added

    def with_others(self, others: Others) -> SharedVectors:
        """The same store, of which an ask can be left out."""
        return replace(self, others=others)

    @cached_property
    def _queries(self) -> tuple[_Queries, _Queries]:
        """What it asks of the database for a Chinese question, and for an English one."""
        return self._worded(_compared(english=False)), self._worded(_compared(english=True))

    def _worded(self, columns: Sequence[int]) -> _Queries:
        names = {name: sql.Identifier(COLUMNS[at]) for name, at in zip(_COMPARED, columns, strict=True)}
        names["table"] = table_of(self.generation)
        parts = {
            "cosines": sql.SQL(_COSINES).format(**names),
            "q": sql.SQL("(SELECT %s::{} AS v)").format(sql.SQL(kind_of(self.is_indexed))),
            "count": sql.Literal(NEAREST),
        }
        return _Queries(*(sql.SQL(worded).format(**names, **parts) for worded in (_ALL, _NEAREST_ONES, _THESE)))

    def _all(self, vector: Vectors, english: bool) -> Near:
        with self.database.turn() as connection:
            row = connection.execute(self._queries[english].all, (_written(vector),), binary=True).fetchone()
        cosines = np.frombuffer((row and row[0]) or b"", dtype=">f4").astype(np.float32)
        if len(cosines) != 3 * self.passages:
            raise VectorsDamagedError(self.generation)
        text, middle, across = np.ascontiguousarray(cosines.reshape(-1, 3).T)
        return near_all(text, middle, across)

    def _some(self, vector: Vectors, english: bool, words: NDArray[np.float64] | None) -> Near:
        queries, written = self._queries[english], _written(vector)
        best = [] if words is None else _best(words)
        with self.database.turn() as connection:
            connection.execute(_SETTINGS, (str(NEAREST),))
            found = self._found(connection.execute(queries.nearest, (written, best), binary=True))
            beside = self._beside(found, best[:WHOLE])
            others = self._found(connection.execute(queries.these, (written, beside), binary=True))
        found = np.concatenate([found, others])
        if not len(found):
            raise VectorsDamagedError(self.generation)
        spreads = tuple(self.moments[at].spread(vector) for at in _compared(english))
        near = list[Vectors]()
        for cosines, spread in zip(found["cosines"].T, spreads, strict=True):
            left = max(1, self.passages - len(found))
            rest = (self.passages * spread.mean - float(cosines.sum(dtype=np.float64))) / left
            near.append(np.full(self.passages, rest, dtype=np.float32))
            near[-1][found["passage"]] = cosines
        return Near(near[0], near[1], near[2], (spreads[0], spreads[1], spreads[2]))

    def _found(self, rows: Cursor[TupleRow]) -> NDArray[np.void]:
        """Passages and their three cosines, as the database sends them."""
        row = rows.fetchone()
        return np.frombuffer((row and row[0]) or b"", dtype=[("passage", ">i4"), ("cosines", ">f4", (3,))])

    def _beside(self, found: NDArray[np.void], best: Sequence[int]) -> list[int]:
        """What else stands in the records of the *best* by words and of the nearest of each kind."""
        nearest = [found["passage"][np.argsort(-cosines)[:WHOLE]] for cosines in found["cosines"].T]
        records = np.unique(np.searchsorted(self.starts, np.concatenate([*nearest, best]), side="right") - 1)
        ends = np.append(self.starts, self.passages)
        whole = [np.arange(ends[record], ends[record + 1]) for record in records.tolist()]
        return np.setdiff1d(np.concatenate(whole), found["passage"]).tolist() if whole else []


class _Queries(NamedTuple):
    """What is asked of the database: all cosines, the nearest by the indexes, those of some passages."""

    all: sql.Composed
    nearest: sql.Composed
    these: sql.Composed


_COMPARED: Final = ("text", "middle", "across")
_COSINES: Final[LiteralString] = """
    float4send((-({text} <#> q.v))::real) || float4send((-({middle} <#> q.v))::real)
    || float4send((-({across} <#> q.v))::real)
"""
_ALL: Final[LiteralString] = "SELECT string_agg({cosines}, ''::bytea ORDER BY passage) FROM {table}, {q} AS q"
_NEAREST_ONES: Final[LiteralString] = """
    WITH q AS MATERIALIZED {q}, near AS (
        (SELECT passage FROM {table} ORDER BY {text} <#> (SELECT v FROM q) LIMIT {count})
        UNION (SELECT passage FROM {table} ORDER BY {middle} <#> (SELECT v FROM q) LIMIT {count})
        UNION (SELECT passage FROM {table} ORDER BY {across} <#> (SELECT v FROM q) LIMIT {count})
        UNION SELECT unnest(%s::integer[])
    )
    SELECT string_agg(int4send(passage) || {cosines}, ''::bytea) FROM near JOIN {table} USING (passage), q
"""
_THESE: Final[LiteralString] = """
    SELECT string_agg(int4send(passage) || {cosines}, ''::bytea)
    FROM {table}, {q} AS q WHERE passage = ANY(%s::integer[])
"""
_SETTINGS: Final = "SELECT set_config('hnsw.ef_search', %s, true), set_config('jit', 'off', true)"


def open_vectors(database: Database, name: str) -> SharedVectors | None:
    """The vectors of a generation, every row of which is what was put there; None where none were.

    Raises:
        VectorsDamagedError: some are not.
        DatabaseError: the database is away, or refuses.
    """
    with database.turn(TABLES, _OPENED_WITHIN) as connection:
        row = connection.execute(
            "SELECT passages, dimension, is_indexed, digest, sums, means, covariances, starts,"
            " to_regclass(%s) IS NOT NULL FROM handbook.generation_vectors WHERE generation = %s",
            (f"handbook.vectors_{name}", name),
            binary=True,
        ).fetchone()
        if row is None:
            return None
        passages, dimension, is_indexed, digest, sums, means, covariances, starts, is_there = row
        expected = passages, digest ^ digest_beside((sums, means, covariances, starts))
        if not is_there or digest_of(connection, name, is_indexed) != expected:
            raise VectorsDamagedError(name)
    try:
        added = np.frombuffer(sums, dtype=np.float32).reshape(-1, dimension)
        around = np.frombuffer(covariances, dtype=np.float32).reshape(-1, dimension, dimension)
        middles = np.frombuffer(means, dtype=np.float64).reshape(-1, dimension)
        firsts = np.frombuffer(starts, dtype=np.int64)
    except ValueError as error:
        raise VectorsDamagedError(name) from error
    moments = [Moments(*each) for each in zip(middles, around, strict=True)]
    return SharedVectors(database, name, passages, dimension, is_indexed, firsts, added, moments)


def _best(words: NDArray[np.float64]) -> list[int]:
    """The best passages by words, the best first, those that have a word at all."""
    some = np.argpartition(-words, min(BY_WORDS, len(words) - 1))[:BY_WORDS]
    best = some[np.argsort(-words[some], kind="stable")]
    return [int(number) for number in best if words[number] > 0]


def _compared(english: bool) -> tuple[int, int, int]:
    """Which columns are the text, the middle, and the middle of the other language."""
    return int(english), 2 + int(english), 3 - int(english)


def _written(vector: Vectors) -> str:
    return f"[{','.join(map(repr, vector.tolist()))}]"
