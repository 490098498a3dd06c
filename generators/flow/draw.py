"""The chart as SVG for a page: in one piece, or in strips between which paper may break."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from generators.flow.boxes import NodeBox, legend_width
from generators.flow.chart import Edge, Flowchart
from generators.flow.layout import Frame
from generators.flow.pack import moved
from generators.flow.routes import Placed
from generators.flow.shapes import Element, add, clean, draw_node, draw_routes
from generators.flow.tidy import bands
from generators.flow.words import FlowWords

_WIDE: Final = 420.0  # broader, it is not squeezed onto a phone; its page lets it scroll
_TALL: Final = 1500.0  # taller, it is not squeezed onto one sheet of paper
_MARGIN: Final = 3.0
_ROW: Final = 24.0
_LEGEND_LEAST: Final = 340.0
_UNDER_LEGEND: Final = 10.0


@dataclass(frozen=True, slots=True)
class _Key:
    """An item of the legend in its place."""

    tone: str
    text: str
    x: float
    row: int


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """A chart ready to be drawn.

    `boxes` is the text of each node by its id, `labels` the text on each arrow that has any.
    """

    chart: Flowchart
    boxes: Mapping[str, NodeBox]
    labels: Mapping[Edge, NodeBox]
    placed: Placed


def draw(picture: ChartDrawing, strips: bool = False) -> str:
    """*picture* as SVG on one line; as *strips*, several of them, to stand under one another without a gap."""
    bounds = picture.placed.around
    keys = _legend(picture.chart, max(bounds.width, _LEGEND_LEAST))
    top = _MARGIN + ((keys[-1].row + 1) * _ROW + _UNDER_LEGEND if keys else 0)
    inner = max([bounds.width, *(key.x + legend_width(key.text) - 12 for key in keys)])
    placed = moved(picture.placed, _MARGIN + (inner - bounds.width) / 2 - bounds.x, top - bounds.y)
    whole = Frame(0, 0, inner + 2 * _MARGIN, top + bounds.height + _MARGIN)
    frames = list(_strips(placed, whole)) if strips else [whole]
    return "".join(_piece(picture, placed, keys if not index else [], frame) for index, frame in enumerate(frames))


def _piece(picture: ChartDrawing, placed: Placed, keys: list[_Key], frame: Frame) -> str:
    """The part of the chart inside *frame*."""
    svg = _svg(frame)
    if frame.y == 0:
        svg.set("aria-label", clean(FlowWords(picture.chart.lang).flowchart.format(title=picture.chart.title)))
    for key in keys:
        _draw_key(svg, key)
    draw_routes(svg, [route for route in placed.routes if frame.meets(route.around)], picture.labels)
    for node in picture.chart.nodes:
        if frame.meets(placed.frames[node.id]):
            draw_node(svg, node, picture.boxes[node.id], placed.frames[node.id])
    return etree.tostring(svg, encoding="unicode")


def _strips(placed: Placed, whole: Frame) -> Iterator[Frame]:
    """*whole* cut through every height that only upright lines cross."""
    top, end = 0.0, None
    for start, bottom in sorted(bands(placed)):
        if end is not None and start - end > 2:
            middle = round((start + end) / 2)
            yield Frame(0, top, whole.width, middle - top)
            top = middle
        end = bottom if end is None else max(end, bottom)
    yield Frame(0, top, whole.width, whole.height - top)


def _svg(frame: Frame) -> Element:
    """An empty picture that shows what lies in *frame*."""
    css = ["flowchart", "is-wide" if frame.width > _WIDE else "", "is-tall" if frame.height > _TALL else ""]
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": " ".join(filter(None, css)),
        "viewBox": f"0 {frame.y:.0f} {frame.width:.0f} {frame.height:.0f}",
        "width": f"{frame.width:.0f}",
        "height": f"{frame.height:.0f}",
        "role": "group",
    }
    return etree.Element("svg", attributes)


def _legend(chart: Flowchart, limit: float) -> list[_Key]:
    """The legend, as many items in a row as *limit* pixels hold."""
    words = FlowWords(chart.lang)
    loops = [("loop", words.loop)] if chart.has_loops else []
    jumps = [("jump", words.jump)] if any(node.shape == "jump" for node in chart.nodes) else []
    keys: list[_Key] = []
    x, row = 0.0, 0
    for tone, text in (*chart.legend, *loops, *jumps):
        if x and x + legend_width(text) > limit:
            x, row = 0.0, row + 1
        keys.append(_Key(tone, text, x, row))
        x += legend_width(text)
    return keys


def _draw_key(svg: Element, key: _Key) -> None:
    place = f"translate({_MARGIN + key.x:.0f} {_MARGIN + key.row * _ROW:.0f})"
    group = add(svg, "g", f"flow-key {key.tone}", transform=place)
    if key.tone == "loop":
        add(group, "path", "flow-line", d="M 0 9 L 18 9")
    else:
        rounding = "6.5" if key.tone == "jump" else "3"
        add(group, "rect", "flow-shape", x="0.5", y="2.5", width="15", height="13", rx=rounding)
    add(group, "text", "flow-tag", text=key.text, x="22", y="13.5")
