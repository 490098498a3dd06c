"""Vectors of the handbooks that come with the program, which travel with it: nobody computes them who changed nothing.

    search/vectors/<handbook>.npz   identity: the encoder that made them; of what passages say themselves
                                    text_keys (n, 16) uint8 and texts (n, 384) int8; of the middles of all that is said
                                    of each middle_keys (m, 16) uint8 and middles (m, 384) int16
    search/vectors/_dangers.npz     the texts that danger is learnt from, read as questions; no middles

A key is a digest of the encoder and the text, or all texts of a middle, so that what changed has none. A middle has
more bits: two passages may be nearer to each other than 8 bits can tell. `make vectors` renews the files.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from schemas.kept import key

FOLDER: Final = Path(__file__).with_name("vectors")

_SORTS: Final = (("text_keys", "texts"), ("middle_keys", "middles"))
_KEY: Final = 16

Whole = TypeVar("Whole", np.int8, np.int16)


def place(identity: str, text: str) -> str:
    """The key of the vector of *text* by the encoder *identity*, in hexadecimal characters."""
    return key("int8", identity, text)


def place_of_middle(identity: str, texts: Sequence[str]) -> str:
    """The key of the middle of the vectors of *texts*."""
    return key("int16", identity, *texts)


def rounded(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """One vector or several in 8 bits a number; their length is lost, and once rounded they stay the same."""
    return _whole(vectors, np.int8)


def finely(vectors: NDArray[np.float32]) -> NDArray[np.int16]:
    """The same in 16 bits a number."""
    return _whole(vectors, np.int16)


def _whole(vectors: NDArray[np.float32], kind: type[Whole]) -> NDArray[Whole]:
    greatest = np.abs(vectors).max(axis=-1, keepdims=True).astype(np.float64)
    scale = (np.iinfo(kind).max / np.where(greatest == 0, 1.0, greatest)).astype(np.float32)
    whole: NDArray[Whole] = np.rint(vectors * scale).astype(kind)
    return whole


@cache
def read_shipped(identity: str) -> Mapping[str, bytes]:
    """The vectors that travel with the program, by `place`; none that another encoder made, none of a damaged file."""
    vectors: dict[str, bytes] = {}
    for path in sorted(FOLDER.glob("*.npz")):
        vectors |= read_file(path, identity)
    return vectors


def read_file(path: Path, identity: str) -> Mapping[str, bytes]:
    """The vectors and middles of one file, by `place` and `place_of_middle`."""
    try:
        with np.load(path, allow_pickle=False) as file:
            if str(file["identity"]) != identity:
                return {}
            pairs = [pair for keys, rows in _SORTS for pair in zip(file[keys], file[rows], strict=True)]
            return {one.tobytes().hex(): row.tobytes() for one, row in pairs}
    except (OSError, ValueError, KeyError, BadZipFile):
        return {}


def file_of(identity: str, texts: Mapping[str, bytes], middles: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The file of the vectors of *texts*, and of *middles*, by their places and in the order of these."""
    (text_keys, said), (middle_keys, whole) = _arrays(texts, np.int8), _arrays(middles, np.int16)
    written = io.BytesIO()
    np.savez(
        written, identity=np.array(identity), text_keys=text_keys, texts=said, middle_keys=middle_keys, middles=whole
    )
    return written.getvalue()


def _arrays(by_key: Mapping[str, bytes], kind: type[Whole]) -> tuple[NDArray[np.uint8], NDArray[Whole]]:
    """The keys, in their order, and the numbers of each."""
    keys = sorted(by_key)
    whole = np.frombuffer(b"".join(by_key[one] for one in keys), dtype=kind)
    each = np.frombuffer(bytes.fromhex("".join(keys)), dtype=np.uint8)
    return each.reshape(-1, _KEY), whole.reshape(len(keys), len(whole) // max(1, len(keys)))
