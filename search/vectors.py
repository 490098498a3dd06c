"""Which lines of the handbook get a vector, and the cache that makes a change embed only what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from schemas.kept import Kept, key
from schemas.progress import Progress
from schemas.punctuation import Marks
from schemas.words import LANGUAGES, ByLanguage
from search.encoder import Encoder, EncoderCrashedError, Vectors, unit
from search.passages import Passage

_BATCH: Final = 16
_AT_ONCE: Final = 16 * _BATCH
_MOST_BYTES: Final = 2**30
"""Room for six times the vectors of a library of 35,000 passages; the oldest go first."""
_LONGEST: Final = ByLanguage(160, 480)
"""Characters of a passage that are embedded; more takes longer and found no more questions."""


@dataclass(frozen=True, slots=True)
class VectorLine:
    """What one vector stands for: the passage in one language (`ask` is -1), or one of its asks by number."""

    passage: int
    ask: int
    english: bool
    text: str


def lines(passages: Sequence[Passage]) -> tuple[VectorLine, ...]:
    """Every line that gets a vector, passage by passage.

    The two languages of a passage are two vectors: one vector of both finds unseen wording less well. The record's
    title stands before the heading, and asks are embedded as documents: both were the better of what was tried on the
    tuning half of `tests/data/questions.jsonl`.
    """
    return tuple(line for number, passage in enumerate(passages) for line in _lines(number, passage))


def _lines(number: int, passage: Passage) -> Iterator[VectorLine]:
    chinese, english = (_text(passage, lang) for lang in LANGUAGES)
    yield VectorLine(number, -1, False, chinese)
    if english != chinese:
        yield VectorLine(number, -1, True, english)
    for ask, text in enumerate(passage.asks_zh):
        yield VectorLine(number, ask, False, text)
    for ask, text in enumerate(passage.asks_en, start=len(passage.asks_zh)):
        yield VectorLine(number, ask, True, text)


def _text(passage: Passage, lang: str) -> str:
    wording = passage.wording(lang)
    marks = Marks(lang)
    heading = marks.colon.join(filter(None, (wording.title, wording.section)))
    return f"{heading}{marks.stop}{marks.space}{wording.text} {wording.say}".strip()[: _LONGEST.of(lang)]


class VectorCache:
    """Vectors by encoder and text, in one file that can be deleted at any time; one that cannot be used has none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def embed(
        self, texts: Sequence[str], encoder: Encoder, identity: str, progress: Progress | None = None
    ) -> tuple[Vectors, tuple[str, ...]]:
        """Unit vectors of *texts* as documents, shape (n, dimension); only those not in the cache are computed.

        A text that the encoder dies of has a vector of zeros, which is near to nothing, and is given besides.
        """
        keys = [key(identity, text) for text in texts]
        by_key = self._kept(keys)
        missing = [(key, text) for key, text in dict(zip(keys, texts, strict=True)).items() if key not in by_key]
        refused: list[str] = []
        for start in range(0, len(missing), _AT_ONCE):
            # Each is written at once: whoever stops a long build does not begin from nothing.
            with Kept(self._path, _MOST_BYTES) as kept:
                for batch_start in range(start, min(start + _AT_ONCE, len(missing)), _BATCH):
                    batch = missing[batch_start : min(batch_start + _BATCH, start + _AT_ONCE)]
                    vectors = _encoded([text for _, text in batch], encoder)
                    fresh = {
                        key: vector.tobytes() for (key, _), vector in zip(batch, vectors, strict=True) if len(vector)
                    }
                    refused += [text for key, text in batch if key not in fresh]
                    kept.put_many(fresh)
                    by_key |= fresh
                    if progress is not None:
                        progress(len(texts) - len(missing) + batch_start + len(batch), len(texts))
        nothing = bytes(len(next(iter(by_key.values()), b"")))
        whole = np.frombuffer(b"".join(by_key.get(key, nothing) for key in keys), dtype=np.float32)
        return whole.reshape(len(keys), -1), tuple(refused)

    def missing(self, texts: Sequence[str], identity: str) -> int:
        """How many of *texts* would have to be computed."""
        keys = {key(identity, text) for text in texts}
        return len(keys) - len(self._kept(keys))

    def _kept(self, keys: Iterable[str]) -> dict[str, bytes]:
        with Kept(self._path, _MOST_BYTES) as kept:
            return kept.get_many(keys)


def _encoded(texts: Sequence[str], encoder: Encoder) -> Sequence[Vectors]:
    """A unit vector of each text; an empty one of a text that the encoder dies of."""
    try:
        return list(unit(encoder.encode_document(texts)))
    except EncoderCrashedError:
        if len(texts) == 1:
            return [np.zeros(0, dtype=np.float32)]
        return [vector for text in texts for vector in _encoded([text], encoder)]
