from __future__ import annotations

import numpy as np

from search.store import ArrayStore, VectorStore

STORE: VectorStore = ArrayStore(
    vectors=np.array([[1, 0], [0, 1], [0, 1], [0.6, 0.8]], dtype=np.float32),
    owners=np.array([0, 0, 1, 1], dtype=np.int32),
    asks=np.array([-1, -1, -1, 0], dtype=np.int32),
    english=np.array([False, True, False, True]),
)
EAST = np.array([1, 0], dtype=np.float32)
NORTH = np.array([0, 1], dtype=np.float32)


def test_a_passage_is_as_near_as_its_nearest_row() -> None:
    """Body and asks count alike."""
    assert np.allclose(STORE.best(EAST, english=True), [1, 0.6])
    assert STORE.dimension == 2


def test_english_rows_take_part_only_when_asked_to() -> None:
    """A Chinese question is not compared with English text."""
    assert np.allclose(STORE.best(NORTH, english=False), [0, 1])
    assert np.allclose(STORE.best(NORTH, english=True), [1, 1])


def test_an_ask_can_be_left_out() -> None:
    """As evaluation does with the question that it asks."""
    assert np.allclose(STORE.best(EAST, english=True, without=(1, 0)), [1, 0])
