from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from search.encoder import Vectors
from search.index import Index
from search.lines import all_said
from search.vector_cache import VectorCache


class Counting:
    """An encoder of two numbers that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode_query(self, inputs: str) -> Vectors:
        """Vectors of questions."""
        vectors: Vectors = self.encode_document([inputs])[0]
        return vectors

    def encode_document(self, inputs: Sequence[str]) -> Vectors:
        """Vectors that are not of length one."""
        self.asked += inputs
        return np.array([[len(text), 1.0] for text in inputs], dtype=np.float32)


@pytest.fixture
def cache(tmp_path: Path) -> VectorCache:
    """A cache that is not there yet."""
    return VectorCache(tmp_path / "cache/vectors.sqlite")


def test_only_what_changed_is_embedded(cache: VectorCache) -> None:
    """A text that was embedded before, by the same encoder, is not embedded again; nor is one text twice."""
    encoder = Counting()
    first, _ = cache.embed(["甲", "乙乙", "甲"], encoder, "e 1")
    second, _ = cache.embed(["乙乙", "丙丙丙"], encoder, "e 1")

    assert encoder.asked == ["甲", "乙乙", "丙丙丙"]
    assert second[0].tolist() == first[1].tolist()
    assert np.allclose(np.linalg.norm(first, axis=1), 1)


def test_another_encoder_has_vectors_of_its_own(cache: VectorCache) -> None:
    """The key is the encoder and the text."""
    encoder = Counting()
    cache.embed(["甲"], encoder, "e 1")
    cache.embed(["甲"], encoder, "e 2")

    assert encoder.asked == ["甲", "甲"]


def test_progress_counts_what_was_cached_as_done(cache: VectorCache) -> None:
    """The last call says that all of them are there; with nothing to do there is none."""
    told: list[tuple[int, int]] = []
    cache.embed(["甲"], Counting(), "e 1")
    cache.embed([str(number) for number in range(20)] + ["甲"], Counting(), "e 1", lambda *at: told.append(at))
    cache.embed(["甲"], Counting(), "e 1", lambda *at: told.append(at))

    assert told == [(17, 21), (21, 21)]


def test_a_damaged_cache_is_made_anew(cache: VectorCache, tmp_path: Path) -> None:
    """It holds nothing that cannot be computed again."""
    cache.embed(["甲"], Counting(), "e 1")
    (tmp_path / "cache/vectors.sqlite").write_bytes(b"not a database" * 500)
    encoder = Counting()

    assert cache.embed(["甲"], encoder, "e 1")[0].shape == (1, 2)
    assert encoder.asked == ["甲"]


def test_of_a_passage_its_own_words_are_said_and_its_asks_in_each_language(words_index: Index) -> None:
    """The title stands before the heading; asks stand alone."""
    number = next(n for n, passage in enumerate(words_index.passages) if passage.id.endswith("#step-receive"))
    chinese, english = (said for said in all_said(words_index.passages) if said.passage == number)

    assert [(len(said.texts), said.english) for said in (chinese, english)] == [(2, False), (2, True)]
    assert chinese.texts[0].startswith("客户投诉处理管理办法：受理。请业主坐下说完")
    assert english.texts[0].startswith("Handling customer complaints: Taking the complaint. ")
    assert chinese.texts[1] == "业主骂人怎么办"


def test_a_library_that_asks_nothing_has_no_vectors(cache: VectorCache) -> None:
    """Where no record says how it is asked for there is nothing to embed, and the build goes on."""
    vectors, refused = cache.embed([], Counting(), "nobody")

    assert (vectors.shape, refused) == ((0, 0), ())
