from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from search.encoder import Encoder, unit
from search.index import Index
from search.left_out import EncodedOthers
from search.store import ArrayStore, VectorStore

NORTH_EAST = np.array([1, 1], dtype=np.float32) / np.sqrt(np.float32(2))
EAST = np.array([1, 0], dtype=np.float32)
NORTH = np.array([0, 1], dtype=np.float32)
STORE: VectorStore = ArrayStore(
    texts=np.stack([[EAST, NORTH], [NORTH, NORTH]]), middles=np.stack([[EAST, NORTH], [NORTH, NORTH_EAST]])
)
"""Two passages in both languages; the second has an English ask."""


def test_a_passage_is_as_near_as_its_text_and_as_the_middle_of_all_that_is_said_of_it() -> None:
    """In the language of the question, and by the middle in the other language besides."""
    near = STORE.near(EAST, english=True)

    assert near.text.tolist() == [0, 0]
    assert near.middle.tolist() == [0, NORTH_EAST[0]]
    assert near.across.tolist() == [1, 0]
    assert STORE.near(EAST, english=False).text.tolist() == [1, 0]
    assert STORE.dimension == 2


def test_what_all_cosines_come_to_is_told_beside_them() -> None:
    """Their mean and deviation, by which each is judged; a store that compares some only has to know it of all."""
    text, middle, across = STORE.near(EAST, english=False).spreads

    assert (text, middle) == ((0.5, 0.5), (0.5, 0.5))
    assert across == pytest.approx((NORTH_EAST[0] / 2, NORTH_EAST[0] / 2))


def test_the_middles_of_a_record_are_added_up() -> None:
    """Those of its Chinese: what records have in common is worked out from them."""
    assert STORE.sums(np.array([0])).tolist() == [[1, 1]]
    assert STORE.sums(np.array([0, 1])).tolist() == [[1, 0], [0, 1]]


def test_an_ask_can_be_left_out(dense_index: Index, encoder: Encoder) -> None:
    """As evaluation does with the question that it asks; nothing else of any passage changes, and it comes back."""
    number, passage = next((n, one) for n, one in enumerate(dense_index.passages) if one.asks_en and one.asks_zh)
    assert isinstance(dense_index.dense, ArrayStore)
    store = replace(dense_index.dense, others=EncodedOthers(dense_index.passages, encoder))
    ask = unit(encoder.encode_query(passage.asks_en[0]))
    before, other = store.near(ask, english=True), np.arange(len(dense_index.passages)) != number
    without = store.near(ask, english=True, without=(number, len(passage.asks_zh)))

    assert without.middle[number] < before.middle[number] - 0.01
    assert np.array_equal(without.middle[other], before.middle[other])
    assert np.array_equal(without.text, before.text)
    assert np.array_equal(store.near(ask, english=True).middle, before.middle)


def test_what_is_left_is_the_middle_of_all_else_that_is_said(dense_index: Index, encoder: Encoder) -> None:
    """An ask of the other language leaves it as it is in the index."""
    number = next(n for n, passage in enumerate(dense_index.passages) if len(passage.asks_zh) == 1)
    others = EncodedOthers(dense_index.passages, encoder)
    assert isinstance(dense_index.dense, ArrayStore)
    store = dense_index.dense

    assert others.middle(number, 0, english=False) @ store.texts[0, number] > 0.999
    assert others.middle(number, 0, english=True) @ store.middles[1, number] > 0.999
