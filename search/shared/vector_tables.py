"""The tables of vectors in PostgreSQL: made with a generation, checked when they are opened.

    handbook.vectors_<generation>   passage, text_zh, text_en, middle_zh, middle_en

A number has 32 bits; where the passages are too many to be compared one and all, it has 16, and each column an index.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any, Final, LiteralString

import numpy as np
from numpy.typing import NDArray
from psycopg import Connection, sql
from psycopg.rows import TupleRow

from schemas.words import LANGUAGES
from search.encoder import Vectors
from search.generations import NAME
from search.shared.moments import moments_of
from search.store import ArrayStore

EXACT: Final = 20_000
"""Up to so many passages all are compared (`bench.stores`)."""
COLUMNS: Final = tuple(f"{kind}_{lang}" for kind in ("text", "middle") for lang in LANGUAGES)
"""What is kept of each passage: what it says itself, and the middle of all that is said of it."""

_PAGE: Final = 8_000
"""Bytes that a row may have to lie in one page; PostgreSQL would put aside what is longer than 2,000."""
_AT_ONCE: Final = 4_096
_SIGNATURE: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_END: Final = b"\xff\xff"
_DIGEST: Final[LiteralString] = """
    SELECT count(*), coalesce(
        bit_xor(('x' || encode(substr(sha256(int4send(passage) || {sent}), 1, 8), 'hex'))::bit(64)::bigint), 0
    )
    FROM {table}
"""


def put_vectors(
    connection: Connection[TupleRow], name: str, store: ArrayStore, starts: NDArray[np.intp], exact: int = EXACT
) -> bool:
    """Put the vectors of a generation there; False where the database has no pgvector.

    Args:
        connection: a turn of its own.
        name: a generation that is there.
        store: its vectors.
        starts: where the passages of each record begin.
        exact: from how many passages on they are indexed.
    """
    drop_vectors(connection, name)
    if not _has_extension(connection):
        return False
    passages, dimension = store.texts.shape[1:]
    is_indexed = passages > exact
    _make_table(connection, name, dimension, is_indexed)
    columns = [*store.texts, *store.middles]
    digest = _copy(connection, name, columns, is_indexed)
    if is_indexed:
        _make_indexes(connection, name, passages * dimension)
    moments = [moments_of(each) for each in columns] if is_indexed else []
    beside = (
        _bytes(store.sums(starts)), b"".join(each.mean.tobytes() for each in moments),
        b"".join(_bytes(each.covariance) for each in moments), starts.astype(np.int64).tobytes(),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO handbook.generation_vectors VALUES (%s, %s, %s, %s, %s, %b, %b, %b, %b)",
        (name, passages, dimension, is_indexed, digest ^ digest_beside(beside), *beside),
    )
    return True


def drop_vectors(connection: Connection[TupleRow], name: str) -> None:
    """Take the vectors of a generation away, if there are any."""
    connection.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(table_of(name)))
    connection.execute("DELETE FROM handbook.generation_vectors WHERE generation = %s", (name,))


def digest_beside(beside: Sequence[bytes]) -> int:
    """The digest of what is kept beside the rows."""
    return int.from_bytes(sha256(b"".join(beside)).digest()[:8], signed=True)


def digest_of(connection: Connection[TupleRow], name: str, is_indexed: bool) -> tuple[int, int]:
    """How many rows there are, and the digest of what they are."""
    send = sql.Identifier(f"{kind_of(is_indexed)}_send")
    sent = sql.SQL(" || ").join([sql.SQL("{}({})").format(send, sql.Identifier(one)) for one in COLUMNS])
    row = connection.execute(sql.SQL(_DIGEST).format(sent=sent, table=table_of(name))).fetchone()
    assert row is not None
    return int(row[0]), int(row[1])


def table_of(name: str) -> sql.Identifier:
    """The table of the vectors of a generation."""
    assert NAME.fullmatch(name)
    return sql.Identifier("handbook", f"vectors_{name}")


def kind_of(is_indexed: bool) -> LiteralString:
    """The type of its columns."""
    return "halfvec" if is_indexed else "vector"


def _has_extension(connection: Connection[TupleRow]) -> bool:
    """Whether pgvector is there or could be made."""
    rows = connection.execute("SELECT installed_version FROM pg_available_extensions WHERE name = 'vector'").fetchone()
    if rows is None:
        return False
    if rows[0] is None:
        connection.execute("CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public")
    return True


def _make_table(connection: Connection[TupleRow], name: str, dimension: int, is_indexed: bool) -> None:
    kind = sql.SQL(kind_of(is_indexed))
    columns = [sql.SQL("{} {}({})").format(sql.Identifier(one), kind, sql.Literal(dimension)) for one in COLUMNS]
    listed = sql.SQL(", ").join([sql.SQL("passage integer NOT NULL"), *columns])
    connection.execute(sql.SQL("CREATE TABLE {} ({})").format(table_of(name), listed))
    if len(COLUMNS) * dimension * _number(is_indexed).itemsize < _PAGE:
        for one in COLUMNS:
            connection.execute(
                sql.SQL("ALTER TABLE {} ALTER {} SET STORAGE PLAIN").format(table_of(name), sql.Identifier(one))
            )


def _copy(connection: Connection[TupleRow], name: str, columns: Sequence[Vectors], is_indexed: bool) -> int:
    """Write the rows; their digest is returned."""
    digest = 0
    with connection.cursor().copy(sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(table_of(name))) as copy:
        copy.write(_SIGNATURE)
        for rows in _rows(columns, _number(is_indexed)):
            copy.write(_framed(rows).tobytes())
            digest ^= _digest_of(rows)
        copy.write(_END)
    connection.execute(sql.SQL("ALTER TABLE {} ADD PRIMARY KEY (passage)").format(table_of(name)))
    connection.execute(sql.SQL("ANALYZE {}").format(table_of(name)))
    return digest


def _rows(columns: Sequence[Vectors], number: np.dtype[Any]) -> Iterator[NDArray[np.void]]:
    """Rows as PostgreSQL sends them, without their lengths: the number of a passage, then its vectors."""
    count, dimension = columns[0].shape
    vector = np.dtype([("dimension", ">i2"), ("unused", ">i2"), ("numbers", number, (dimension,))])
    kind = np.dtype([("passage", ">i4"), *((one, vector) for one in COLUMNS)])
    for first in range(0, count, _AT_ONCE):
        rows = np.zeros(min(_AT_ONCE, count - first), dtype=kind)
        rows["passage"] = np.arange(first, first + len(rows))
        for name, column in zip(COLUMNS, columns, strict=True):
            rows[name]["dimension"] = dimension
            rows[name]["numbers"] = column[first : first + len(rows)]
        yield rows


def _framed(rows: NDArray[np.void]) -> NDArray[np.void]:
    """*rows* as COPY takes them: how many fields, and before each its length."""
    assert rows.dtype.fields is not None
    kinds = {name: kind for name, (kind, *_) in rows.dtype.fields.items()}
    framed = np.zeros(
        len(rows),
        dtype=[("fields", ">i2"), *(one for name in kinds for one in ((f"{name}s", ">i4"), (name, kinds[name])))],
    )
    framed["fields"] = len(kinds)
    for name, kind in kinds.items():
        framed[f"{name}s"], framed[name] = kind.itemsize, rows[name]
    return framed


def _digest_of(rows: NDArray[np.void]) -> int:
    """The digests of all rows over each other, in whichever order they come."""
    starts = b"".join(sha256(row).digest()[:8] for row in rows)
    return int(np.bitwise_xor.reduce(np.frombuffer(starts, dtype=">i8")))


def _make_indexes(connection: Connection[TupleRow], name: str, numbers: int) -> None:
    """An index for each column; one that fits into memory while it is made is made many times faster."""
    megabytes = min(4_000, max(64, 4 * numbers // 2**20))
    connection.execute("SELECT set_config('maintenance_work_mem', %s, true)", (f"{megabytes}MB",))
    for one in COLUMNS:
        connection.execute(
            sql.SQL("CREATE INDEX ON {} USING hnsw ({} halfvec_ip_ops)").format(table_of(name), sql.Identifier(one))
        )


def _number(is_indexed: bool) -> np.dtype[Any]:
    return np.dtype(">f2" if is_indexed else ">f4")


def _bytes(numbers: Vectors) -> bytes:
    return np.ascontiguousarray(numbers, dtype=np.float32).tobytes()
