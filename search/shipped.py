"""Vectors of the handbooks that come with the program, which travel with it: nobody computes them who changed nothing.

    search/vectors/<handbook>.npz   identity: the encoder that made them; keys (n, 16) uint8; vectors (n, 384) int8
    search/vectors/_dangers.npz     the same of what danger is learnt from, read as questions

A key is a digest of the encoder and the text, so that a text that changed has none. `make vectors` renews the files.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from schemas.kept import key

FOLDER: Final = Path(__file__).with_name("vectors")

_GREATEST: Final = 127


def place(identity: str, text: str) -> str:
    """The key of the vector of *text* by the encoder *identity*, in hexadecimal characters."""
    return key("int8", identity, text)


def rounded(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """One vector or several in 8 bits a number; their length is lost, and once rounded they stay the same."""
    greatest = np.abs(vectors).max(axis=-1, keepdims=True).astype(np.float64)
    scale = (_GREATEST / np.where(greatest == 0, 1.0, greatest)).astype(np.float32)
    whole: NDArray[np.int8] = np.rint(vectors * scale).astype(np.int8)
    return whole


@cache
def read_shipped(identity: str) -> Mapping[str, bytes]:
    """The vectors that travel with the program, by `place`; none that another encoder made, none of a damaged file."""
    vectors: dict[str, bytes] = {}
    for path in sorted(FOLDER.glob("*.npz")):
        vectors |= read_file(path, identity)
    return vectors


def read_file(path: Path, identity: str) -> Mapping[str, bytes]:
    """The vectors of one file, by `place`."""
    try:
        with np.load(path, allow_pickle=False) as file:
            if str(file["identity"]) != identity:
                return {}
            return {one.tobytes().hex(): row.tobytes() for one, row in zip(file["keys"], file["vectors"], strict=True)}
    except (OSError, ValueError, KeyError, BadZipFile):
        return {}


def file_of(identity: str, texts: Iterable[str], vectors: NDArray[Any]) -> bytes:
    """The file of the *vectors* of *texts*, in the order of their keys."""
    by_key = {place(identity, text): rounded(row) for text, row in zip(texts, vectors, strict=True)}
    keys = np.frombuffer(bytes.fromhex("".join(sorted(by_key))), dtype=np.uint8).reshape(len(by_key), -1)
    written = io.BytesIO()
    np.savez(written, identity=np.array(identity), keys=keys, vectors=np.array([by_key[one] for one in sorted(by_key)]))
    return written.getvalue()
