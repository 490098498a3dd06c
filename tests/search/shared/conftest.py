"""A shared database for the tests of one file, and the small library's index in it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from bench.postgres import Postgres
from search.index import Index, index_facts
from search.shared.database import Database
from search.shared.generations import SharedGenerations
from search.shared.vectors import SharedVectors
from search.store import ArrayStore


@pytest.fixture(scope="module")
def common(postgres: Postgres) -> Iterator[Database]:
    """An empty database for the tests of one file."""
    with Database(postgres.new_database()) as database:
        yield database


@pytest.fixture(scope="module")
def shared(common: Database) -> SharedGenerations:
    """The generations in it."""
    return SharedGenerations(common)


@pytest.fixture(scope="module")
def shared_vectors(shared: SharedGenerations, dense_index: Index) -> SharedVectors:
    """The vectors of the small library in it."""
    return in_database(shared, dense_index)


def in_database(shared: SharedGenerations, index: Index) -> SharedVectors:
    """The vectors of *index*, put there and opened."""
    shared.write(index.generation, index_facts(index, ""), {})
    assert isinstance(index.dense, ArrayStore)
    assert shared.put_vectors(index.generation, index.dense, starts(index))
    vectors = shared.vectors(index.generation)
    assert vectors is not None
    return vectors


def starts(index: Index) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Where the passages of each record begin."""
    return np.array([numbers.start for numbers in index.records.values()], dtype=np.intp)
