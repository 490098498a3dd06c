"""How a chart comes to fit its page: broader or narrower boxes, whole or cut into sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from generators.flow.answers import place_answers
from generators.flow.boxes import NodeBox, label_box, natural_width, node_box
from generators.flow.chart import Edge, Flowchart
from generators.flow.d2 import lay_out
from generators.flow.draw import ChartDrawing
from generators.flow.jumps import with_jumps
from generators.flow.layout import d2_source
from generators.flow.pack import apart, pack, stack
from generators.flow.parts import by_part
from generators.flow.routes import Placed, place
from generators.flow.sections import ANY, SectionLimits, components, cut
from generators.flow.tidy import without_empty_bands, without_jogs

_BOXES: Final = (206.0, 176.0, 150.0)
"""Widths of boxes, in pixels; the last is for charts that would be too broad otherwise."""
_PHONE: Final = 410.0
_DESK: Final = 820.0
_PAGE: Final = 760.0
"""What a phone shows without scrolling, what a desk shows at nine tenths of its size, and at its full size."""
_WHOLE: Final = (SectionLimits(), SectionLimits(reach=10))
"""Ways to draw a chart whole, or nearly."""
_CUTS: Final = tuple(
    SectionLimits(*numbers) for numbers in ((8, ANY, 6), (6, 8, 5), (5, 8, 4), (4, 8, 4), (4, 4, 3), (3, 4, 3))
)
"""Ways to cut a chart that is too broad for a desk."""
_LAST: Final = SectionLimits(2, 0, 2)


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A chart laid out with boxes of one width, before its arrows are tidied."""

    chart: Flowchart
    boxes: Mapping[str, NodeBox]
    labels: Mapping[Edge, NodeBox]
    placed: Placed
    width: float
    height: float


def fit(chart: Flowchart) -> ChartDrawing:
    """*chart* with the broadest boxes that fit a phone, else a desk; what fits neither is cut into sections.

    A chart too large for that is laid out part by part, one under the other.

    Raises:
        FlowchartError: D2 is missing or failed.
    """
    drawings = [_fit(part) for part in by_part(chart)]
    return drawings[0] if len(drawings) == 1 else _under_each_other(drawings)


def _under_each_other(drawings: Sequence[ChartDrawing]) -> ChartDrawing:
    chart = replace(
        drawings[0].chart,
        nodes=tuple(chain.from_iterable(drawing.chart.nodes for drawing in drawings)),
        edges=tuple(chain.from_iterable(drawing.chart.edges for drawing in drawings)),
    )
    boxes = dict(chain.from_iterable(drawing.boxes.items() for drawing in drawings))
    labels = dict(chain.from_iterable(drawing.labels.items() for drawing in drawings))
    return ChartDrawing(chart, boxes, labels, stack([drawing.placed for drawing in drawings]))


def _fit(chart: Flowchart) -> ChartDrawing:
    narrow = _narrowest(chart)
    limit = _PHONE if narrow.width <= _PHONE else _DESK
    broader = (_sketch(narrow.chart, widest) for widest in _BOXES[:-1])
    return _finish(next((sketch for sketch in broader if sketch.width <= limit), narrow))


def _narrowest(chart: Flowchart) -> _Sketch:
    """The chart with the narrowest boxes, whole if it fits so, else cut the way that troubles its reader least."""
    for measure in _WHOLE:
        sketch = _sketch(with_jumps(chart, cut(chart, measure)), _BOXES[-1])
        if sketch.width <= _DESK:
            return sketch
    ways = dict.fromkeys(with_jumps(chart, cut(chart, measure)) for measure in _CUTS)
    fitting = [sketch for sketch in (_sketch(way, _BOXES[-1]) for way in ways) if sketch.width <= _DESK]
    return min(fitting, key=_trouble) if fitting else _sketch(with_jumps(chart, cut(chart, _LAST)), _BOXES[-1])


def _trouble(sketch: _Sketch) -> float:
    """What a chart costs its reader: its height in pixels, and as much again for its jumps and sections."""
    jumps = sum(node.shape == "jump" for node in sketch.chart.nodes)
    return sketch.height + 40 * jumps + 220 * len(components(sketch.chart))


def _sketch(chart: Flowchart, widest: float) -> _Sketch:
    across = natural_width(chart, widest)
    boxes = {node.id: node_box(node, across, chart.lang) for node in chart.nodes}
    labels = {edge: label_box(edge) for edge in chart.edges if edge.label}
    placed = place(chart, lay_out(d2_source(chart, boxes, labels)))
    size = pack(apart(placed, components(chart)), _PAGE).around
    return _Sketch(chart, boxes, labels, placed, size.width, size.height)


def _finish(sketch: _Sketch) -> ChartDrawing:
    placed = place_answers(without_jogs(sketch.placed))
    sections = [without_empty_bands(section) for section in apart(placed, components(sketch.chart))]
    return ChartDrawing(sketch.chart, sketch.boxes, sketch.labels, pack(sections, _PAGE))
