"""The cache that makes a change embed only what changed; vectors of the shipped library are in it from the start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from schemas.kept import Kept
from schemas.progress import Progress
from search.encoder import Encoder, EncoderCrashedError, Vectors, unit
from search.shipped import place, read_shipped, rounded

_BATCH: Final = 16
_AT_ONCE: Final = 16 * _BATCH
_MOST_BYTES: Final = 2**30
"""Room for twenty times the vectors of a library of 35,000 passages; the oldest go first."""


class AsQuestions:
    """Lets texts be kept as the *encoder* reads them when somebody asks; questions and passages lie apart."""

    def __init__(self, encoder: Encoder) -> None:
        self.encode_query = self.encode_document = encoder.encode_query


def as_questions(identity: str) -> str:
    """What such vectors of the encoder *identity* are kept under."""
    return f"{identity} questions"


class VectorCache:
    """Vectors by encoder and text, in one file that can be deleted at any time; one that cannot be used has none.

    A vector is kept in 8 bits a number, as it travels with the program, so that it is the same wherever it comes from;
    answers are those of the whole numbers.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def embed(
        self, texts: Sequence[str], encoder: Encoder, identity: str, progress: Progress | None = None
    ) -> tuple[Vectors, tuple[str, ...]]:
        """Unit vectors of *texts* as documents, shape (n, dimension); only those not in the cache are computed.

        A text that the encoder dies of has a vector of zeros, which is near to nothing, and is given besides.
        """
        keys = [place(identity, text) for text in texts]
        by_key = self._kept(keys, identity)
        missing = [(key, text) for key, text in dict(zip(keys, texts, strict=True)).items() if key not in by_key]
        refused: list[str] = []
        for start in range(0, len(missing), _AT_ONCE):
            # Each is written at once: whoever stops a long build does not begin from nothing.
            with Kept(self._path, _MOST_BYTES) as kept:
                for batch_start in range(start, min(start + _AT_ONCE, len(missing)), _BATCH):
                    batch = missing[batch_start : min(batch_start + _BATCH, start + _AT_ONCE)]
                    vectors = encoded([text for _, text in batch], encoder)
                    pairs = zip(batch, vectors, strict=True)
                    fresh = {key: rounded(vector).tobytes() for (key, _), vector in pairs if len(vector)}
                    refused += [text for key, text in batch if key not in fresh]
                    kept.put_many(fresh)
                    by_key |= fresh
                    if progress is not None:
                        progress(len(texts) - len(missing) + batch_start + len(batch), len(texts))
        nothing = bytes(len(next(iter(by_key.values()), b"")))
        whole = np.frombuffer(b"".join(by_key.get(key, nothing) for key in keys), dtype=np.int8)
        return unit(whole.reshape(len(keys), len(nothing))), tuple(refused)

    def missing(self, texts: Sequence[str], identity: str) -> int:
        """How many of *texts* would have to be computed."""
        keys = {place(identity, text) for text in texts}
        return len(keys) - len(self._kept(keys, identity))

    def _kept(self, keys: Iterable[str], identity: str) -> dict[str, bytes]:
        wanted = set(keys)
        shipped = {key: vector for key, vector in read_shipped(identity).items() if key in wanted}
        with Kept(self._path, _MOST_BYTES) as kept:
            return shipped | kept.get_many(wanted - shipped.keys())


def encoded(texts: Sequence[str], encoder: Encoder) -> Sequence[Vectors]:
    """A unit vector of each text; an empty one of a text that the encoder dies of."""
    try:
        return list(unit(encoder.encode_document(texts)))
    except EncoderCrashedError:
        if len(texts) == 1:
            return [np.zeros(0, dtype=np.float32)]
        return [vector for text in texts for vector in encoded([text], encoder)]
