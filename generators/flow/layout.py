"""Where everything goes: D2 lays the boxes out (ELK, downwards); only the places are taken from its picture.

A label is laid out as a small box of its own on the way of its arrow. So its room is reserved at its true size,
whatever font D2 would have measured it with. An arrow that goes back is handed to D2 the other way round, which keeps
the reading order from top to bottom. No text of the record ever reaches D2.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lxml import etree

from generators.flow.boxes import NodeBox
from generators.flow.chart import Edge, Flowchart

Point = tuple[float, float]
_CONNECTION: Final = re.compile(r"\((\w+) (->|<-) (\w+)\)\[\d+\]")
_PATH: Final = re.compile(r"([MLSC])((?:\s+-?[\d.]+)+)")
_SQUEEZE: Final = 2.5
"""D2's gaps between columns cannot be set: boxes are handed over so many times too broad, and its picture narrowed."""
_SVG: Final = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Frame:
    """The place of a box."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    def meets(self, other: Frame, gap: float = 0) -> bool:
        """Whether the two come closer than *gap*."""
        apart = self.right + gap <= other.x or other.right + gap <= self.x
        return not (apart or self.bottom + gap <= other.y or other.bottom + gap <= self.y)


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of boxes by D2 name, and the corners of each connection, by its ends, in the order they were declared."""

    frames: dict[str, Frame]
    routes: dict[tuple[str, str], list[tuple[Point, ...]]]


def frame_around(frames: Iterable[Frame], points: Iterable[Point]) -> Frame:
    """The smallest frame that holds all *frames* and *points*."""
    boxes, ends = list(frames), list(points)
    left = min([*(box.x for box in boxes), *(x for x, _ in ends)])
    top = min([*(box.y for box in boxes), *(y for _, y in ends)])
    right = max([*(box.right for box in boxes), *(x for x, _ in ends)])
    bottom = max([*(box.bottom for box in boxes), *(y for _, y in ends)])
    return Frame(left, top, right - left, bottom - top)


def node_name(index: int) -> str:
    """The D2 name of the node at *index*."""
    return f"n{index}"


def label_name(index: int) -> str:
    """The D2 name of the label of the edge at *index*."""
    return f"e{index}"


def d2_source(chart: Flowchart, boxes: Mapping[str, NodeBox], labels: Mapping[Edge, NodeBox]) -> str:
    """The chart as D2, with sizes and without a word of its text."""
    names = {node.id: node_name(index) for index, node in enumerate(chart.nodes)}
    lines = ["direction: down"]
    lines += [_shape(name, boxes[id_]) for id_, name in names.items()]
    lines += [_shape(label_name(index), labels[edge]) for index, edge in enumerate(chart.edges) if edge.label]
    for index, edge in enumerate(chart.edges):
        stops = [names[edge.source], *([label_name(index)] if edge.label else []), names[edge.target]]
        for tail, head in pairwise(stops):
            lines.append(f"{head} <- {tail}" if edge.back else f"{tail} -> {head}")
    return "\n".join(lines) + "\n"


def _shape(name: str, box: NodeBox) -> str:
    return f'{name}: "" {{width: {box.width * _SQUEEZE:.0f}; height: {box.height:.0f}}}'


def read_layout(svg: bytes) -> Layout:
    """Take the places out of D2's picture.

    Raises:
        ValueError: the picture is not what D2 0.9 draws.
    """
    frames: dict[str, Frame] = {}
    routes: dict[tuple[str, str], list[tuple[Point, ...]]] = {}
    for group in _picture(svg).iter(f"{_SVG}g"):
        name = _name(group.get("class", ""))
        if name and (rect := group.find(f"{_SVG}g/{_SVG}rect")) is not None:
            x, y, across, down = (float(rect.get(side, "")) for side in ("x", "y", "width", "height"))
            frames[name] = Frame(x / _SQUEEZE, y, across / _SQUEEZE, down)
        elif (match := _CONNECTION.fullmatch(name)) and (path := group.find(f"{_SVG}path")) is not None:
            corners = _corners(path.get("d", ""))
            tail, arrow, head = match.groups()
            ends, corners = ((tail, head), corners) if arrow == "->" else ((head, tail), corners[::-1])
            routes.setdefault(ends, []).append(corners)
    return Layout(frames, routes)


def _picture(svg: bytes) -> etree._Element:
    try:
        return etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error


def _name(css_class: str) -> str:
    """The D2 name of a group: its class is the name in base64."""
    try:
        return html.unescape(base64.b64decode(css_class, validate=True).decode())
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _corners(path: str) -> tuple[Point, ...]:
    """The corners of a right-angled path, which D2 draws rounded off.

    `S` rounds one corner, which is its first control point; `C` two corners close together, turning between its ends.
    """
    points: list[Point] = []
    for command, numbers in _PATH.findall(path):
        values = [float(number) for number in numbers.split()]
        pairs = list(zip(values[::2], values[1::2], strict=True))
        if command == "C":
            pairs = _double_bend(points[-1], pairs[0], pairs[2])
        points += pairs if command == "C" else pairs[:1]
    return straighten([(x / _SQUEEZE, y) for x, y in points])


def _double_bend(start: Point, control: Point, end: Point) -> list[Point]:
    """The two corners of a step aside, half-way between *start* and *end*."""
    if abs(start[0] - control[0]) < abs(start[1] - control[1]):
        middle = (start[1] + end[1]) / 2
        return [(start[0], middle), (end[0], middle)]
    middle = (start[0] + end[0]) / 2
    return [(middle, start[1]), (middle, end[1])]


def straighten(points: Sequence[Point]) -> tuple[Point, ...]:
    """The same line without points that it passes straight through."""
    corners: list[Point] = []
    for point in points:
        if corners and abs(corners[-1][0] - point[0]) < 0.5 and abs(corners[-1][1] - point[1]) < 0.5:
            continue
        while len(corners) > 1 and _in_line(corners[-2], corners[-1], point):
            corners.pop()
        corners.append(point)
    return tuple(corners)


def _in_line(a: Point, b: Point, c: Point) -> bool:
    vertical = abs(a[0] - b[0]) < 0.5 and abs(b[0] - c[0]) < 0.5
    return vertical or (abs(a[1] - b[1]) < 0.5 and abs(b[1] - c[1]) < 0.5)
