"""The index of this machine is put where several machines share it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

from search.errors import IndexMissingError, VectorsDamagedError
from search.generations import Generation
from search.homes import Folder, Shared
from search.index import FOLDER, read_index
from search.store import ArrayStore


class Told(NamedTuple):
    """What came of it.

    Attributes:
        name: the generation that is shared now.
        was_written: whether it, or its vectors, were not there before.
        holds_vectors: whether its vectors, if it has any, are compared there.
    """

    name: str
    was_written: bool
    holds_vectors: bool


def share(root: Path, shared: Shared) -> Told:
    """Put the current generation under *root* there, what is not there yet, and make it the current one there.

    Raises:
        IndexMissingError: there is none under *root*.
        IndexDamagedError: it is not what was written.
        DatabaseError: what is shared is away, or refuses; what was current there still is.
    """
    folder = Folder(root / FOLDER)
    name = next(iter(folder.named()), None)
    if name is None:
        raise IndexMissingError
    generation, was_written = folder.read(name), False
    if not shared.is_whole(name):
        facts = {fact: value for fact, value in generation.facts.items() if fact != "files"}
        shared.write(name, facts, generation.files)
        was_written = True
    holds_vectors = not generation.facts.get("vectors") or _has_vectors(shared, name)
    if not holds_vectors:
        holds_vectors = _put_vectors(shared, generation)
        was_written = was_written or holds_vectors
    shared.point_to(name)
    return Told(name, was_written, holds_vectors)


def _has_vectors(shared: Shared, name: str) -> bool:
    """Whether the vectors of a generation are there, and are those that were put there."""
    try:
        return shared.vectors(name) is not None
    except VectorsDamagedError:
        return False


def _put_vectors(shared: Shared, generation: Generation) -> bool:
    index = read_index(generation)
    assert isinstance(index.dense, ArrayStore)
    starts = np.array([numbers.start for numbers in index.records.values()], dtype=np.intp)
    return shared.put_vectors(generation.name, index.dense, starts)
