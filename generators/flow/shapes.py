"""The pieces of a picture: boxes, arrows and answers as SVG elements, with classes and coordinates only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import hypot
from typing import Final

from lxml import etree

from generators.flow.boxes import CHIP, CORNER, HEXAGON_CUT, Chip, MenuRow, NodeBox, TextLine
from generators.flow.chart import Edge, Node
from generators.flow.layout import Frame, Point
from generators.flow.routes import Route, corner_radius

Element = etree._Element
_HEAD: Final = 9.0
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def draw_routes(body: Element, routes: Sequence[Route], labels: Mapping[Edge, NodeBox]) -> None:
    """Arrows under labels under nodes; the page's list of steps tells a screen reader the same."""
    arrows = add(body, "g", "flow-edges", **{"aria-hidden": "true"})
    for route in routes:
        group = add(arrows, "g", "flow-edge is-loop" if route.edge.back else "flow-edge")
        add(group, "path", "flow-line", d=rounded_path(route.points))
        add(group, "path", "flow-head", d=_arrowhead(route.points))
    for route in routes:
        if route.label:
            group = add(arrows, "g", "flow-answer is-loop" if route.edge.back else "flow-answer")
            add(group, "rect", "flow-paper", rx="4", **_sides(route.label))
            _draw_lines(group, labels[route.edge].lines, route.label)


def draw_node(body: Element, node: Node, box: NodeBox, frame: Frame) -> None:
    """A box with its text; it is a link as a whole, or, being a menu, in each of its lines."""
    kind = {"card": "step", "pill": "start"}.get(node.shape, node.shape)
    css = " ".join(filter(None, ("flow-node", f"is-{kind}", node.tone, "is-end" if node.end else "")))
    whole = add(body, "g", css) if box.rows else body
    group = add(whole, "a", "" if box.rows else css, href=node.href) if node.href else add(whole, "g", css)
    add(group, "title", text=node.about or node.title)
    if node.shape == "decision":
        add(group, "path", "flow-shape", d=_hexagon(frame))
    else:
        add(group, "rect", "flow-shape", rx=_n(corner_radius(node, frame)), **_sides(frame))
    for chip in box.chips:
        _draw_chip(group, chip, frame)
    _draw_lines(group, box.lines, frame)
    for row in box.rows:
        _draw_row(whole, row, frame)


def _draw_row(group: Element, row: MenuRow, frame: Frame) -> None:
    """A line of a menu, ruled off from what is above it."""
    link = add(group, "a", f"flow-row {row.answer.tone}", href=row.answer.href)
    y = frame.y + row.y
    add(link, "title", text=f"{row.answer.text} {row.answer.to}")
    add(link, "rect", "flow-field", x=_n(frame.x + 1), y=_n(y), width=_n(frame.width - 2), height=_n(row.height))
    add(link, "path", "flow-rule", d=f"M {_n(frame.x)} {_n(y)} L {_n(frame.right)} {_n(y)}")
    _draw_lines(link, row.lines, frame)


def _draw_lines(group: Element, lines: Sequence[TextLine], frame: Frame) -> None:
    """The lines, those of one style as one text, so that they are selected and read out together."""
    text, style = group, ""
    for line in lines:
        if line.style != style:
            text = add(group, "text", f"{line.style} is-{line.align}")
            style = line.style
        add(text, "tspan", text=line.text, x=_n(frame.x + line.x), y=_n(frame.y + line.y))


def _draw_chip(group: Element, chip: Chip, frame: Frame) -> None:
    x, y = frame.x + chip.x, frame.y + chip.y
    add(group, "rect", "flow-chip-frame", x=_n(x), y=_n(y), width=_n(chip.width), height=_n(CHIP.leading), rx="9")
    middle, clock = y + CHIP.leading / 2, x + 11
    hands = f"M {_n(clock)} {_n(middle - 2.5)} L {_n(clock)} {_n(middle)} L {_n(clock + 2)} {_n(middle + 1)}"
    add(group, "circle", "flow-clock", cx=_n(clock), cy=_n(middle), r="4.5")
    add(group, "path", "flow-clock", d=hands)
    add(group, "text", "flow-chip", text=chip.text, x=_n(x + 19), y=_n(middle + CHIP.size * 0.36))


def _hexagon(frame: Frame) -> str:
    cut, middle = HEXAGON_CUT, frame.y + frame.height / 2
    corners = [
        (frame.x + cut, frame.y), (frame.right - cut, frame.y), (frame.right, middle),
        (frame.right - cut, frame.bottom), (frame.x + cut, frame.bottom), (frame.x, middle),
    ]  # fmt: skip
    return "M " + " L ".join(f"{_n(x)} {_n(y)}" for x, y in corners) + " Z"


def rounded_path(points: Sequence[Point]) -> str:
    """An SVG path through *points* with rounded corners, stopping inside its arrowhead."""
    stop = _towards(points[-1], points[-2], _HEAD - 1)
    path = [f"M {_n(points[0][0])} {_n(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], [*points[2:-1], stop], strict=False):
        radius = min(CORNER, _distance(before, corner) / 2, _distance(corner, after) / 2)
        (x1, y1), (x2, y2) = _towards(corner, before, radius), _towards(corner, after, radius)
        path.append(f"L {_n(x1)} {_n(y1)} Q {_n(corner[0])} {_n(corner[1])} {_n(x2)} {_n(y2)}")
    return " ".join([*path, f"L {_n(stop[0])} {_n(stop[1])}"])


def _arrowhead(points: Sequence[Point]) -> str:
    (x, y), before = points[-1], points[-2]
    back_x, back_y = _towards((x, y), before, _HEAD)
    across_x, across_y = (back_y - y) * 0.45, (x - back_x) * 0.45
    return (
        f"M {_n(x)} {_n(y)} L {_n(back_x + across_x)} {_n(back_y + across_y)} "
        f"L {_n(back_x - across_x)} {_n(back_y - across_y)} Z"
    )


def _towards(start: Point, end: Point, length: float) -> Point:
    whole = _distance(start, end) or 1.0
    part = min(length / whole, 1.0)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _distance(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _sides(frame: Frame) -> dict[str, str]:
    return {"x": _n(frame.x), "y": _n(frame.y), "width": _n(frame.width), "height": _n(frame.height)}


def add(parent: Element, tag: str, css: str = "", text: str = "", **attributes: str) -> Element:
    """A new element inside *parent*."""
    child = etree.SubElement(parent, tag, {"class": css} if css else {})
    for name, value in attributes.items():
        child.set(name, value)
    if text:
        child.text = clean(text)
    return child


def clean(text: str) -> str:
    """*text* without what XML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def _n(value: float) -> str:
    """A coordinate, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")
