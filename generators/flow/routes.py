"""The way of each arrow from border to border."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generators.flow.boxes import HEXAGON_CUT, ROUND
from generators.flow.chart import Edge, Flowchart, Node
from generators.flow.layout import Frame, Layout, Point, frame_around, label_name, node_name, straighten


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow with its corners, and the place of its label."""

    edge: Edge
    points: tuple[Point, ...]
    label: Frame | None = None

    @property
    def segments(self) -> list[tuple[Point, Point]]:
        """The straight parts, from the start."""
        return list(pairwise(self.points))

    @property
    def around(self) -> Frame:
        """The frame around the arrow and its label."""
        return frame_around([self.label] if self.label else [], self.points)


@dataclass(frozen=True, slots=True)
class Placed:
    """Everything in its place: frames by node id, and the arrows between them."""

    frames: dict[str, Frame]
    routes: tuple[Route, ...]

    @property
    def around(self) -> Frame:
        """The frame around every box, arrow and label."""
        return frame_around([*self.frames.values(), *(route.around for route in self.routes)], [])


def place(chart: Flowchart, layout: Layout) -> Placed:
    """*chart* in the places of *layout*; an arrow passes through the room of its label."""
    numbers = {node.id: index for index, node in enumerate(chart.nodes)}
    remaining = {ends: list(lines) for ends, lines in layout.routes.items()}
    routes = []
    for index, edge in enumerate(chart.edges):
        ends = node_name(numbers[edge.source]), node_name(numbers[edge.target])
        stops = [ends[0], *([label_name(index)] if edge.label else []), ends[1]]
        line = _joined([remaining[pair].pop(0) for pair in pairwise(stops)], layout.frames.get(label_name(index)))
        source, target = chart.nodes[numbers[edge.source]], chart.nodes[numbers[edge.target]]
        points = _attach(line, source, layout.frames[ends[0]])
        points = _attach(points[::-1], target, layout.frames[ends[1]])[::-1]
        routes.append(Route(edge, straighten(points), layout.frames.get(label_name(index))))
    return Placed({id_: layout.frames[node_name(index)] for id_, index in numbers.items()}, tuple(routes))


def _joined(parts: Sequence[tuple[Point, ...]], label: Frame | None) -> list[Point]:
    """The way to a label and the way on as one; where they miss each other they meet behind it, or turn round at it."""
    if label is None:
        return list(parts[0])
    before, after = parts
    (x, y), (other, following) = before[-1], after[0]
    meeting = label.y + label.height / 2
    if y < meeting and following < meeting:
        meeting = label.y - 3
    elif y > meeting and following > meeting:
        meeting = label.bottom + 3
    return [*before[:-1], (x, meeting), (other, meeting), *after[1:]]


def _attach(line: Sequence[Point], node: Node, frame: Frame) -> list[Point]:
    """The line with its first point moved onto the border of *node*."""
    (x, y), after = line[0], line[1]
    if abs(x - after[0]) < abs(y - after[1]):
        inset = _border_inset(node, frame, min(x - frame.x, frame.right - x))
        y = frame.bottom - inset if after[1] > y else frame.y + inset
    else:
        x = frame.right if after[0] > x else frame.x
    return [(x, y), *line[1:]]


def _border_inset(node: Node, frame: Frame, side: float) -> float:
    """How far the upper or lower border lies inside the frame, *side* pixels from its nearer side."""
    if node.shape == "decision" and side < HEXAGON_CUT:
        return (1 - max(side, 0) / HEXAGON_CUT) * frame.height / 2
    radius = corner_radius(node, frame)
    if side < radius:
        return radius - math.sqrt(max(0.0, radius**2 - (radius - max(side, 0)) ** 2))
    return 0.0


def corner_radius(node: Node, frame: Frame) -> float:
    """The radius of the corners: beginnings and ends are round."""
    if node.shape == "decision":
        return 0.0
    if node.shape == "menu" or (node.shape == "card" and not (node.start or node.end)):
        return 7.0
    return min(frame.height / 2, {"card": ROUND, "pill": 16.0, "jump": 12.0}[node.shape])
