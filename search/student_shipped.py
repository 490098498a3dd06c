"""What the student was taught, as it travels with the program, and the student of an index made of it.

search/vectors/_student.npz   identity: the encoder that taught it; terms, a line each; tokens (n, d) int8;
                              projection (384, d) and means (2, 384) float32
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from search.encoder import Vectors, unit
from search.lexical import LexicalIndex
from search.shipped import FOLDER
from search.store import ArrayStore
from search.student import BITS, Student, greatest_of

NAME: Final = "_student.npz"
_REACH: Final = 0.27
"""A number of a unit vector from which on it is the greatest that is kept; three of a hundred are."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What the student knows.

    Attributes:
        terms: the tokens that it knows.
        tokens: what each means, shape (terms, dimensions).
        projection: from the encoder's numbers to the student's.
        means: what all Chinese passages have in common, and all English ones.
    """

    terms: Sequence[str]
    tokens: NDArray[np.int8]
    projection: Vectors
    means: Vectors


def student_of(taught: Taught, lexical: LexicalIndex, store: ArrayStore) -> Student:
    """The student of the index that has *lexical* and *store*."""
    known = sorted((lexical.number(term), place) for place, term in enumerate(taught.terms) if lexical.knows(term))
    return Student(
        np.array([number for number, _ in known], dtype=np.int32),
        taught.tokens[[place for _, place in known]],
        rounded(project(meanings(store.middles, taught.means), taught.projection)),
    )


def meanings(middles: Vectors, means: Vectors) -> Vectors:
    """What is said of each passage in both languages, apart from what all have in common."""
    chinese, english = (unit(middle - mean) for middle, mean in zip(middles, means, strict=True))
    return unit(chinese + english)


def project(vectors: Vectors, projection: Vectors) -> Vectors:
    """*vectors* in the student's dimensions."""
    return unit(vectors @ projection)


def rounded(vectors: Vectors) -> NDArray[np.int8]:
    """Unit vectors in `BITS` bits a number."""
    most = greatest_of(BITS)
    whole: NDArray[np.int8] = np.clip(np.rint(vectors * (most / _REACH)), -most, most).astype(np.int8)
    return whole


def taught_file(identity: str, taught: Taught) -> bytes:
    """The file of *taught*, by the encoder *identity*."""
    written = io.BytesIO()
    np.savez_compressed(
        written,
        identity=np.array(identity),
        terms=np.frombuffer("\n".join(taught.terms).encode(), dtype=np.uint8),
        tokens=taught.tokens,
        projection=taught.projection,
        means=taught.means,
    )
    return written.getvalue()


def taught_digest(identity: str) -> str:
    """What changes with what `read_taught` gives; empty where that is nothing."""
    taught = read_taught(identity)
    return sha256(taught.tokens.tobytes() + taught.projection.tobytes()).hexdigest() if taught else ""


@cache
def read_taught(identity: str) -> Taught | None:
    """What travels with the program, if the encoder *identity* taught it."""
    return read_taught_file(FOLDER / NAME, identity)


def read_taught_file(path: Path, identity: str) -> Taught | None:
    """What was taught; None where another encoder taught it, or the file is damaged or missing."""
    try:
        with np.load(path, allow_pickle=False) as file:
            if str(file["identity"]) != identity:
                return None
            terms = file["terms"].tobytes().decode().split("\n")
            return Taught(terms, file["tokens"], file["projection"], file["means"])
    except (OSError, ValueError, KeyError, BadZipFile):
        return None
