"""Vectors in PostgreSQL, compared there by pgvector: a server holds none of them.

Up to `EXACT` passages all are compared, and the cosines are those of the arrays. Of more, each kind of vector has an
index (HNSW) that knows the nearest of them nearly always; these, and the best by words, are compared, and all others
have one cosine, their mean. How far a cosine is above the rest is known exactly all the same, from moments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, LiteralString

import numpy as np
from numpy.typing import NDArray
from psycopg import sql

from search.encoder import Vectors
from search.errors import VectorsDamagedError
from search.shared.database import Database
from search.shared.moments import Moments
from search.shared.tables import TABLES
from search.shared.vector_tables import COLUMNS, digest_beside, digest_of, kind_of, table_of
from search.store import Near, Others, near_all

NEAREST: Final = 300
"""So many of each kind an index is asked for: in them are .98 of the ten nearest of 800,000 (`bench.stores`)."""
BY_WORDS: Final = 200
"""So many of the best by words are compared besides."""

_OPENED_WITHIN: Final = 120.0
"""Seconds within which all rows are read once, when they are opened."""


@dataclass(frozen=True)
class SharedVectors:
    """A `VectorStore` whose vectors lie in the shared database.

    Attributes:
        generation: whose vectors.
        passages: how many there are.
        is_indexed: whether the nearest are looked for by an index.
        added: as `VectorStore.sums` has them.
        moments: of each column.
    """

    database: Database
    generation: str
    passages: int
    dimension: int
    is_indexed: bool
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
        if len(starts) != len(self.added):
            raise VectorsDamagedError(self.generation)
        return self.added

    def with_others(self, others: Others) -> SharedVectors:
        """The same store, of which an ask can be left out."""
        return replace(self, others=others)

    @cached_property
    def _queries(self) -> tuple[sql.Composed, sql.Composed]:
        """What it asks of the database for a Chinese question, and for an English one."""
        return self._worded(_compared(english=False)), self._worded(_compared(english=True))

    def _worded(self, columns: Sequence[int]) -> sql.Composed:
        text, middle, across = (sql.Identifier(COLUMNS[at]) for at in columns)
        return sql.SQL(_NEAREST_ONES if self.is_indexed else _ALL).format(
            table=table_of(self.generation), kind=sql.SQL(kind_of(self.is_indexed)), nearest=sql.Literal(NEAREST),
            text=text, middle=middle, across=across,
        )  # fmt: skip

    def _all(self, vector: Vectors, english: bool) -> Near:
        with self.database.turn() as connection:
            row = connection.execute(self._queries[english], (_written(vector),), binary=True).fetchone()
        cosines = np.frombuffer((row and row[0]) or b"", dtype=">f4").astype(np.float32)
        if len(cosines) != 3 * self.passages:
            raise VectorsDamagedError(self.generation)
        text, middle, across = np.ascontiguousarray(cosines.reshape(-1, 3).T)
        return near_all(text, middle, across)

    def _some(self, vector: Vectors, english: bool, words: NDArray[np.float64] | None) -> Near:
        best = [] if words is None else _best(words)
        with self.database.turn() as connection:
            connection.execute(_SETTINGS, (str(NEAREST),))
            row = connection.execute(self._queries[english], (_written(vector), best), binary=True).fetchone()
        found = np.frombuffer((row and row[0]) or b"", dtype=[("passage", ">i4"), ("cosines", ">f4", (3,))])
        if not len(found) or found["passage"].max() >= self.passages:
            raise VectorsDamagedError(self.generation)
        spreads = tuple(self.moments[at].spread(vector) for at in _compared(english))
        near = list[Vectors]()
        for cosines, spread in zip(found["cosines"].T, spreads, strict=True):
            left = max(1, self.passages - len(found))
            rest = (self.passages * spread.mean - float(cosines.sum(dtype=np.float64))) / left
            near.append(np.full(self.passages, rest, dtype=np.float32))
            near[-1][found["passage"]] = cosines
        return Near(near[0], near[1], near[2], (spreads[0], spreads[1], spreads[2]))


_ALL: Final[LiteralString] = """
    SELECT string_agg(
        float4send((-({text} <#> q.v))::real) || float4send((-({middle} <#> q.v))::real)
        || float4send((-({across} <#> q.v))::real),
        ''::bytea ORDER BY passage
    )
    FROM {table}, (SELECT %s::{kind} AS v) AS q
"""
_NEAREST_ONES: Final[LiteralString] = """
    WITH q AS MATERIALIZED (SELECT %s::{kind} AS v), near AS (
        (SELECT passage FROM {table} ORDER BY {text} <#> (SELECT v FROM q) LIMIT {nearest})
        UNION (SELECT passage FROM {table} ORDER BY {middle} <#> (SELECT v FROM q) LIMIT {nearest})
        UNION (SELECT passage FROM {table} ORDER BY {across} <#> (SELECT v FROM q) LIMIT {nearest})
        UNION SELECT unnest(%s::integer[])
    )
    SELECT string_agg(
        int4send(passage) || float4send((-({text} <#> q.v))::real) || float4send((-({middle} <#> q.v))::real)
        || float4send((-({across} <#> q.v))::real),
        ''::bytea
    )
    FROM near JOIN {table} USING (passage), q
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
            "SELECT passages, dimension, is_indexed, digest, sums, means, covariances, to_regclass(%s) IS NOT NULL"
            " FROM handbook.generation_vectors WHERE generation = %s",
            (f"handbook.vectors_{name}", name),
            binary=True,
        ).fetchone()
        if row is None:
            return None
        passages, dimension, is_indexed, digest, sums, means, covariances, is_there = row
        expected = passages, digest ^ digest_beside((sums, means, covariances))
        if not is_there or digest_of(connection, name, is_indexed) != expected:
            raise VectorsDamagedError(name)
    try:
        added = np.frombuffer(sums, dtype=np.float32).reshape(-1, dimension)
        around = np.frombuffer(covariances, dtype=np.float32).reshape(-1, dimension, dimension)
        middles = np.frombuffer(means, dtype=np.float64).reshape(-1, dimension)
    except ValueError as error:
        raise VectorsDamagedError(name) from error
    moments = [Moments(*each) for each in zip(middles, around, strict=True)]
    return SharedVectors(database, name, passages, dimension, is_indexed, added, moments)


def _best(words: NDArray[np.float64]) -> list[int]:
    """The best passages by words, those that have a word at all."""
    best = np.argpartition(-words, min(BY_WORDS, len(words) - 1))[:BY_WORDS]
    return [int(number) for number in best if words[number] > 0]


def _compared(english: bool) -> tuple[int, int, int]:
    """Which columns are the text, the middle, and the middle of the other language."""
    return int(english), 2 + int(english), 3 - int(english)


def _written(vector: Vectors) -> str:
    return f"[{','.join(map(repr, vector.tolist()))}]"
