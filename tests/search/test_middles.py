"""The two vectors of passages, from the middles that travel with the program and from what is encoded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from search.encoder import Vectors, unit
from search.lines import Said
from search.middles import embed_said, texts_to_encode, vectors_to_ship
from search.shipped import file_of
from search.store import ArrayStore
from search.vector_cache import VectorCache

CHINESE = Said(0, False, ("受理投诉", "业主骂人", "怎么接待"))
ENGLISH = Said(0, True, ("Taking a complaint",))


class Encoder:
    """An encoder of two numbers that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode_query(self, inputs: Sequence[str]) -> Vectors:
        """Vectors that are not of length one."""
        self.asked += inputs
        return np.array([[len(text), ord(text[0]) % 7] for text in inputs], dtype=np.float32)

    encode_document = encode_query


def test_a_passage_has_its_own_vector_and_the_middle_of_all_that_is_said_of_it(tmp_path: Path) -> None:
    """In each language; what has no asks is its own middle."""
    store, asked = _embedded(tmp_path / "cache.sqlite", CHINESE, "e 1")
    each = unit(Encoder().encode_document(CHINESE.texts))

    assert np.allclose(store.texts[0, 0], each[0], atol=0.01)
    assert np.allclose(store.middles[0, 0], unit(each.sum(0)), atol=0.01)
    assert np.allclose(store.middles[1, 0], store.texts[1, 0], atol=0.0001)
    assert asked == [*CHINESE.texts, *ENGLISH.texts]


def test_a_changed_ask_embeds_the_asks_of_its_passage_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All else comes from what travels; with what this machine has encoded already it is the one text that changed."""
    before, _ = _embedded(tmp_path / "first.sqlite", CHINESE, "e 2")
    (tmp_path / "vectors").mkdir()
    monkeypatch.setattr("search.shipped.FOLDER", tmp_path / "vectors")
    shipped = file_of("e 3", *vectors_to_ship([CHINESE, ENGLISH], before, "e 3"))
    (tmp_path / "vectors" / "handbook.npz").write_bytes(shipped)
    changed = Said(0, False, (*CHINESE.texts[:2], "怎么道歉"))
    cache = tmp_path / "second.sqlite"

    same, asked_again = _embedded(cache, CHINESE, "e 3")
    assert (asked_again, np.array_equal(same.middles, before.middles)) == ([], True)
    assert texts_to_encode([CHINESE, ENGLISH], "e 3") == [CHINESE.texts[0], ENGLISH.texts[0]]
    assert _embedded(cache, changed, "e 3")[1] == list(changed.texts[1:])
    assert _embedded(cache, Said(0, False, (*changed.texts, "说什么")), "e 3")[1] == ["说什么"]


def _embedded(cache: Path, chinese: Said, identity: str) -> tuple[ArrayStore, list[str]]:
    encoder = Encoder()
    store, _ = embed_said([chinese, ENGLISH], VectorCache(cache), encoder, identity)
    return store, encoder.asked
