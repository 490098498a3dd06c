"""Small corrections after the layout: steps aside that serve nothing, and empty bands, are taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generators.flow.answers import around
from generators.flow.boxes import HEXAGON_CUT
from generators.flow.layout import Frame, Point, straighten
from generators.flow.routes import Placed, Route

_JOG: Final = 40.0
_APART: Final = 8.0
_EMPTY: Final = 7.0
_ARROW: Final = 15.0


def without_jogs(placed: Placed) -> Placed:
    """*placed* with arrows straight where they stepped aside by a few pixels only."""
    routes = list(placed.routes)
    for index in range(len(routes)):
        obstacles = _obstacles(placed.frames, routes, index)
        while better := _better(routes[index], obstacles):
            routes[index] = better
    return Placed(placed.frames, tuple(routes))


@dataclass(frozen=True, slots=True)
class _Obstacles:
    """The boxes an arrow joins, and everything it must keep clear of."""

    ends: tuple[Frame, Frame]
    others: tuple[Frame, ...]


def _obstacles(frames: Mapping[str, Frame], routes: Sequence[Route], index: int) -> _Obstacles:
    edge = routes[index].edge
    rest = [*routes[:index], *routes[index + 1 :]]
    boxes = [frame for id_, frame in frames.items() if id_ not in (edge.source, edge.target)]
    labels = [route.label for route in rest if route.label]
    lines = [around(segment) for route in rest for segment in route.segments if _is_upright(segment)]
    return _Obstacles((frames[edge.source], frames[edge.target]), (*boxes, *labels, *lines))


def _better(route: Route, obstacles: _Obstacles) -> Route | None:
    """*route* with one flaw less; None when nothing can be done."""
    return next((better for better in _attempts(route, obstacles) if _may_stand(better, route, obstacles)), None)


def _attempts(route: Route, obstacles: _Obstacles) -> Iterator[Route]:
    """The ways to improve *route* by moving one upright part: off a slanting or round corner, or to end a jog."""
    for frame, first, last in ((obstacles.ends[0], 0, 1), (obstacles.ends[1], -2, -1)):
        x = route.points[first][0]
        level = min(max(x, frame.x + HEXAGON_CUT), frame.right - HEXAGON_CUT)
        if level != x and _is_upright((route.points[first], route.points[last])):
            yield _moved(route, first, last, level)
    yield from _straighter(route)


def _straighter(route: Route) -> Iterator[Route]:
    """The ways to take one jog out of *route*: the part before it moves over, or the part after it."""
    for at in range(1, len(route.points) - 2):
        (_, before), (x1, y1), (x2, y2), (_, after) = route.points[at - 1 : at + 3]
        onwards = (y1 - before) * (after - y2) > 0
        if onwards and abs(y1 - y2) < 0.5 and 0 < abs(x1 - x2) <= _JOG:
            yield _moved(route, at + 1, at + 2, x1)
            yield _moved(route, at - 1, at, x2)


def _moved(route: Route, first: int, last: int, x: float) -> Route:
    """*route* with the upright part between two of its points at *x*; the label goes with it."""
    points = list(route.points)
    (old, y1), (_, y2) = points[first], points[last]
    points[first], points[last] = (x, y1), (x, y2)
    label = route.label
    if label and abs(label.x + label.width / 2 - old) < 1 and min(y1, y2) <= label.y <= max(y1, y2):
        label = replace(label, x=x - label.width / 2)
    return replace(route, points=straighten(points), label=label)


def _may_stand(route: Route, before: Route, obstacles: _Obstacles) -> bool:
    """Whether the changed *route* keeps to its ports and comes near nothing that it was clear of *before*."""
    ports = zip(obstacles.ends, (route.points[0], route.points[-1]), strict=True)
    if not all(frame.x + HEXAGON_CUT <= x <= frame.right - HEXAGON_CUT for frame, (x, _) in ports):
        return False
    if any(abs(a[0] - b[0]) >= 0.5 and abs(a[1] - b[1]) >= 0.5 for a, b in route.segments):
        return False
    fresh = [around(segment) for segment in route.segments if segment not in before.segments and _is_upright(segment)]
    if route.label and route.label != before.label:
        fresh.append(route.label)
    return not any(part.meets(other, _APART) for part in fresh for other in obstacles.others)


def _is_upright(segment: tuple[Point, Point]) -> bool:
    return abs(segment[0][0] - segment[1][0]) < 0.5


def without_empty_bands(placed: Placed) -> Placed:
    """*placed* moved together upwards where nothing but upright lines would be crossed."""
    cuts: list[tuple[float, float]] = []
    end = None
    for top, bottom in sorted(bands(placed)):
        if end is not None and top - end > _EMPTY:
            cuts.append((end, top - end - _EMPTY))
        end = bottom if end is None else max(end, bottom)

    def up(y: float) -> float:
        return y - sum(height for at, height in cuts if y > at + 0.01)

    frames = {id_: replace(frame, y=up(frame.y)) for id_, frame in placed.frames.items()}
    routes = (
        replace(
            route,
            points=tuple((x, up(y)) for x, y in route.points),
            label=replace(route.label, y=up(route.label.y)) if route.label else None,
        )
        for route in placed.routes
    )
    return Placed(frames, tuple(routes))


def bands(placed: Placed) -> Iterator[tuple[float, float]]:
    """The heights at which something stands that must keep its room: boxes, labels, bends and arrowheads."""
    for frame in placed.frames.values():
        yield frame.y, frame.bottom
    for route in placed.routes:
        if route.label:
            yield route.label.y - 3, route.label.bottom + 3
        for (_, y), (_, other) in route.segments:
            if abs(y - other) < 0.5:
                yield y - 6, y + 6
        (_, before), (_, tip) = route.points[-2:]
        yield (tip - _ARROW, tip) if before < tip else (tip, tip + _ARROW)
