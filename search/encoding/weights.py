"""The numbers of multilingual-e5-small as the graph takes them: matrices in int8, all else as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from search.encoding.tables import Tables

LAYERS: Final = 12
HEADS: Final = 12
WIDTH: Final = 384
INNER: Final = 1536
LONGEST: Final = 512
"""Tokens that the model has places for."""

_GREATEST: Final = 63
"""Of an int8. With 127, processors without VNNI add two products beyond 16 bits and quietly cut them off."""
_MATRICES: Final = {"qkv": ("q", "k", "v"), "ao": ("ao",), "fi": ("fi",), "fo": ("fo",)}


def weights(tables: Tables) -> dict[str, NDArray[Any]]:
    """Every weight of the graph by its name."""
    return dict(_weights(tables))


def _weights(tables: Tables) -> Iterator[tuple[str, NDArray[Any]]]:
    places, kind = tables.numbers("emb.pos").reshape(LONGEST, WIDTH), tables.numbers("emb.type")[:WIDTH]
    yield "places", places + kind
    norms = ["emb.ln", *(f"l{layer}.{name}" for layer in range(LAYERS) for name in ("aln", "oln"))]
    for name in (f"{norm}.{end}" for norm in norms for end in ("w", "b")):
        yield name, tables.numbers(name)
    for layer in range(LAYERS):
        for name, parts in _MATRICES.items():
            yield from _matrix(tables, f"l{layer}.{name}", [f"l{layer}.{part}" for part in parts])


def _matrix(tables: Tables, name: str, parts: list[str]) -> Iterator[tuple[str, NDArray[Any]]]:
    """The matrices of *parts* beside each other, transposed, with a scale for each number that comes out."""
    bias = np.concatenate([tables.numbers(f"{part}.b") for part in parts])
    matrix = np.concatenate([tables.numbers(f"{part}.w") for part in parts]).reshape(len(bias), -1)
    scale = np.abs(matrix).max(axis=1) / _GREATEST
    yield name, np.ascontiguousarray(np.rint(matrix / scale[:, None]).astype(np.int8).T)
    yield f"{name}.scale", scale
    yield f"{name}.bias", bias
