"""Any model of sentence-transformers may be the encoder: a tiny one of random numbers, as large ones are."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
from transformers import BertConfig, BertModel, BertTokenizer

from search.encoder import EncoderUnusableError, load_encoder, located

_WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "lend", "a", "key", "投", "诉"]
_REVISION = "0" * 40
_WIDTH = 16


def _make_model(folder: Path) -> Path:
    """A BERT of two layers that was taught nothing, with its tokenizer and the mean of its tokens."""
    folder.mkdir(parents=True)
    (folder / "vocab.txt").write_text("\n".join(_WORDS), "utf-8")
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(_WORDS), hidden_size=_WIDTH, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32
    )
    BertModel(config).save_pretrained(folder)
    model = SentenceTransformer(modules=[Transformer(str(folder)), Pooling(_WIDTH)], device="cpu")
    model.save(str(folder / "model"))
    return folder / "model"


@pytest.mark.prove
def test_a_model_is_named_by_its_folder_or_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder from that of the library on, a name as the hub keeps it; both are the same model."""
    model = _make_model(tmp_path / "bert")
    kept = tmp_path / "hub" / "models--tiny--bert"
    shutil.copytree(model, kept / "snapshots" / _REVISION)
    (kept / "refs").mkdir()
    (kept / "refs" / "main").write_text(_REVISION, "utf-8")
    monkeypatch.setenv("HF_HUB_CACHE", str(kept.parent))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")

    by_folder = load_encoder(located("./bert/model", tmp_path)).encode_document(["lend a key", "投诉"])
    by_name = load_encoder("tiny/bert").encode_document(["lend a key", "投诉"])

    assert by_folder.shape == (2, _WIDTH)
    assert np.array_equal(by_folder, by_name)
    with pytest.raises(EncoderUnusableError) as raised:
        load_encoder("tiny/brt").encode_query("key")
    assert raised.value.say("zh").startswith("编码器“tiny/brt”读不进来（")
    assert raised.value.say("en").startswith("the encoder 'tiny/brt' cannot be loaded (")
