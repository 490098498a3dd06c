"""Which lines of the handbook get a vector, and the cache that makes a change embed only what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np

from schemas.progress import Progress
from schemas.punctuation import Marks
from schemas.words import LANGUAGES, ByLanguage
from search.encoder import Encoder, Vectors, unit
from search.passages import Passage

_BATCH: Final = 16
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
    """Vectors by the sha256 of encoder and text, in one SQLite file that can be deleted at any time."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def embed(self, texts: Sequence[str], encoder: Encoder, identity: str, progress: Progress | None = None) -> Vectors:
        """Unit vectors of *texts* as documents, shape (n, dimension); only those not in the cache are computed."""
        keys = [sha256(f"{identity}\0{text}".encode()).hexdigest() for text in texts]
        with closing(self._open()) as cache:
            by_key = _known(cache, keys)
            missing = [(key, text) for key, text in dict(zip(keys, texts, strict=True)).items() if key not in by_key]
            for start in range(0, len(missing), _BATCH):
                batch = missing[start : start + _BATCH]
                vectors = unit(encoder.encode_document([text for _, text in batch]))
                fresh = dict(zip((key for key, _ in batch), vectors, strict=True))
                _keep(cache, fresh)
                by_key |= fresh
                if progress is not None:
                    progress(len(texts) - len(missing) + start + len(batch), len(texts))
        return np.stack([by_key[key] for key in keys])

    def missing(self, texts: Sequence[str], identity: str) -> int:
        """How many of *texts* would have to be computed."""
        keys = {sha256(f"{identity}\0{text}".encode()).hexdigest() for text in texts}
        with closing(self._open()) as cache:
            return len(keys) - len(_known(cache, tuple(keys)))

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _connect(self._path)
        except sqlite3.DatabaseError:  # damaged: it holds nothing that cannot be computed again
            self._path.unlink()
            return _connect(self._path)


def _keep(cache: sqlite3.Connection, vectors: Mapping[str, Vectors]) -> None:
    with cache:
        rows = ((key, vector.tobytes()) for key, vector in vectors.items())
        cache.executemany("REPLACE INTO vectors VALUES (?, ?)", rows)


def _connect(path: Path) -> sqlite3.Connection:
    cache = sqlite3.connect(path, timeout=60)
    try:
        cache.execute("CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID")
        if cache.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged")
    except sqlite3.DatabaseError:
        cache.close()
        raise
    return cache


def _known(cache: sqlite3.Connection, keys: Sequence[str]) -> dict[str, Vectors]:
    vectors: dict[str, Vectors] = {}
    for key in dict.fromkeys(keys):
        row = cache.execute("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()
        # A flipped bit passes SQLite's own check; a vector that is no longer of length one is computed again.
        if row and abs(float(np.linalg.norm(vector := np.frombuffer(row[0], dtype=np.float32))) - 1) < 1e-3:
            vectors[key] = vector
    return vectors
