"""The engine of sentence-transformers: any model that it can load, its own or one of a folder."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer


class Transformer:
    """The model *name*, as sentence-transformers runs it."""

    def __init__(self, name: str) -> None:
        self._model = SentenceTransformer(name)

    def encode(self, texts: Sequence[str], *, questions: bool) -> NDArray[np.float32]:
        """Vectors of *texts*, shape (n, dimension)."""
        encode = self._model.encode_query if questions else self._model.encode_document
        return np.asarray(encode(list(texts)), dtype=np.float32)
