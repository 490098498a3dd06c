"""The vectors of passages: what each says itself, and the middle of all that is said of it, in both languages.

A middle is known by all its texts, in their order. One that travels with the program is taken as it is; of any other
the texts are encoded, those that were not before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np

from schemas.progress import Progress
from search.encoder import Encoder, Vectors, unit
from search.lines import Said
from search.shipped import finely, place, place_of_middle, read_shipped, rounded
from search.store import ArrayStore
from search.vector_cache import VectorCache


def embed_said(
    said: Sequence[Said], cache: VectorCache, encoder: Encoder, identity: str, progress: Progress | None = None
) -> tuple[ArrayStore, tuple[str, ...]]:
    """The store of what is *said* of passages, and the texts that the encoder dies of."""
    wanted = _wanted(said, identity)
    vectors, refused = cache.embed(list(chain(*wanted)), encoder, identity, progress)
    firsts = np.cumsum([0, *map(len, wanted)])[:-1]
    middles, shipped = finely(unit(np.add.reduceat(vectors, firsts))), read_shipped(identity)
    for number, (one, texts) in enumerate(zip(said, wanted, strict=True)):
        if len(texts) < len(one.texts):
            middles[number] = np.frombuffer(shipped[place_of_middle(identity, one.texts)], dtype=middles.dtype)
    return ArrayStore(_by_language(vectors[firsts]), _by_language(unit(middles))), refused


def texts_to_encode(said: Sequence[Said], identity: str) -> list[str]:
    """The texts of which a vector is needed; those of a middle that travels with the program are not."""
    return list(chain(*_wanted(said, identity)))


def vectors_to_ship(said: Sequence[Said], store: ArrayStore, identity: str) -> tuple[Mapping[str, bytes], ...]:
    """The vectors of what passages say themselves, then the middles of what is said of them, by their places.

    Where nothing is said of a passage but what it says itself, that is the middle.
    """
    texts, middles = dict[str, bytes](), dict[str, bytes]()
    for number, one in enumerate(said):
        where = int(one.english), number // 2
        texts[place(identity, one.texts[0])] = rounded(store.texts[where]).tobytes()
        if len(one.texts) > 1:
            middles[place_of_middle(identity, one.texts)] = finely(store.middles[where]).tobytes()
    return texts, middles


def _wanted(said: Sequence[Said], identity: str) -> list[tuple[str, ...]]:
    """Of each the text of the passage itself, with its asks where their middle does not travel with the program."""
    shipped = read_shipped(identity)
    return [one.texts[:1] if place_of_middle(identity, one.texts) in shipped else one.texts for one in said]


def _by_language(vectors: Vectors) -> Vectors:
    """Vectors that stand passage by passage, the Chinese one first."""
    return np.ascontiguousarray(vectors.reshape(-1, 2, vectors.shape[1]).swapaxes(0, 1))
