from __future__ import annotations

import numpy as np

from search.store import ArrayStore, VectorStore

STORE: VectorStore = ArrayStore.of(
    rows=np.array([[1, 0], [0, 1], [0, 1], [3, 4]], dtype=np.int8),
    owners=np.array([0, 0, 1, 1], dtype=np.int32),
    asks=np.array([-1, -1, -1, 0], dtype=np.int32),
    english=np.array([False, True, False, True]),
)
"""One passage in both languages; one in Chinese, with an English ask."""
EAST = np.array([1, 0], dtype=np.float32)
NORTH = np.array([0, 1], dtype=np.float32)


def test_a_passage_is_as_near_as_its_text_and_as_the_middle_of_all_that_is_said_of_it() -> None:
    """The middle of what it says itself and of its asks, of length 1."""
    near = STORE.near(EAST, english=True)
    middle = np.array([0.6, 1.8]) / np.hypot(0.6, 1.8)

    assert np.allclose(near.text, [0, 0])
    assert np.allclose(near.middle, [0, middle[0]])
    assert STORE.dimension == 2


def test_a_question_is_compared_with_what_is_written_in_its_language() -> None:
    """Where a passage has no English, its Chinese stands for it beside its English asks."""
    assert np.allclose(STORE.near(NORTH, english=False).text, [0, 1])
    assert np.allclose(STORE.near(NORTH, english=False).middle, [0, 1])
    assert np.allclose(STORE.near(NORTH, english=True).text, [1, 1])


def test_an_ask_can_be_left_out() -> None:
    """As evaluation does with the question that it asks; nothing else of any passage changes, and it comes back."""
    before = STORE.near(EAST, english=True)
    without = STORE.near(EAST, english=True, without=(1, 0))

    assert np.allclose(without.middle, [before.middle[0], 0])
    assert np.allclose(without.text, before.text)
    assert np.allclose(STORE.near(EAST, english=True).middle, before.middle)
