"""The student: what tokens mean together, in whole numbers, and how it is taught."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from search.ask import Searcher
from search.building import CACHE
from search.encoder import DEFAULT, Encoder, identity
from search.index import Index
from search.lexical import LexicalIndex
from search.lines import all_said
from search.packed import in_bits
from search.store import ArrayStore
from search.student import PARTS, TOKEN_BITS, Gist, Student, coarse, shifts_of, standard
from search.student_learning import DIMENSIONS, learn
from search.student_shipped import read_taught_file, taught_file
from search.vector_cache import VectorCache


def test_what_tokens_mean_is_the_sum_of_their_numbers(words_index: Index) -> None:
    """Each token counts once; one that it does not know counts nothing; a question of these alone means nothing."""
    student = _student(words_index.lexical)

    assert student.gist(["投", "投", "诉", "?"], words_index.lexical).vector.tolist() == [3, 4]
    assert student.gist(["?"], words_index.lexical).vector.tolist() == [0, 0]


def test_a_cosine_is_a_whole_number(words_index: Index) -> None:
    """In parts of one; what means nothing is near to nothing."""
    student = _student(words_index.lexical)

    assert student.near(Gist(np.array([3, 4]))).tolist() == [PARTS, -PARTS, round(PARTS * 0.6), 0]
    assert student.near(Gist(np.array([0, 0]))).tolist() == [0, 0, 0, 0]
    assert standard(np.array([1, 3])).tolist() == [-1, 1]
    assert standard(np.array([7, 7])).tolist() == [0, 0]


@pytest.mark.parametrize("greatest", [0, 7, 8, 14, 56, 100, 127])
def test_four_bits_and_a_shift_hold_the_numbers_of_a_token(greatest: int) -> None:
    """Nothing is lost that `coarse` has left, and little before."""
    tokens = np.array([[greatest, -greatest // 2, 1, 0]], dtype=np.int8)
    kept = coarse(tokens)

    halved = kept >> shifts_of(kept)[:, None].astype(np.int8)
    assert np.abs(halved).max() <= 7
    assert (halved << shifts_of(kept)[:, None].astype(np.int8)).tolist() == kept.tolist()
    assert np.abs(kept.astype(int) - tokens).max() <= max(1, greatest // 8)
    assert len(in_bits(halved, TOKEN_BITS)) == 2
    assert in_bits(np.array([-8, 7, 1], dtype=np.int8), 4) == b"\xf0\x09"


def test_what_was_taught_travels_as_a_file(
    dense_index: Index, encoder: Encoder, indexed_library: Path, tmp_path: Path
) -> None:
    """Who is taught the asks of the small library finds most of them; a file of another encoder is none."""
    assert isinstance(dense_index.dense, ArrayStore)
    said = all_said(dense_index.passages)
    texts = [text for one in said for text in one.texts]
    vectors, _ = VectorCache(indexed_library / CACHE).embed(texts, encoder, identity(DEFAULT))
    taught = learn(said, vectors, dense_index.dense.middles)
    path = tmp_path / "student.npz"
    path.write_bytes(taught_file("e 1", taught))
    read = read_taught_file(path, "e 1")

    assert read is not None
    assert (read.tokens.tolist(), list(read.terms)) == (taught.tokens.tolist(), list(taught.terms))
    assert taught.tokens.shape == (len(taught.terms), DIMENSIONS)
    assert read_taught_file(path, "e 2") is None
    path.write_bytes(path.read_bytes()[:200])
    assert read_taught_file(path, "e 1") is None


def test_the_student_finds_what_words_alone_do_not(dense_index: Index) -> None:
    """The index of a library that comes with vectors has one; without, words alone are compared."""
    by_student, by_words = (Searcher(dense_index, student=student) for student in (True, False))
    question = "楼上太吵，去哪里说"

    assert by_student.ask(question).found != by_words.ask(question).found


def _student(lexical: LexicalIndex) -> Student:
    numbers = sorted(map(lexical.number, ("投", "诉")))
    tokens = np.array([[1, 4], [2, 0]], dtype=np.int8)
    passages = np.array([[3, 4], [-3, -4], [1, 0], [0, 0]], dtype=np.int8)
    return Student(np.array(numbers, dtype=np.int32), tokens, passages)
