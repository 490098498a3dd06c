"""Where the label of an arrow stands: as near to its beginning as there is room, for there a reader looks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generators.flow.layout import Frame, Point, frame_around
from generators.flow.routes import Placed, Route

_GAP: Final = 4.0  # the least distance of a label from anything else
_STEP: Final = 4.0
_HEAD: Final = 11.0  # the arrowhead, which no label covers


def place_answers(placed: Placed) -> Placed:
    """*placed* with each label moved from the room it was given towards the start of its arrow."""
    routes = list(placed.routes)
    boxes = list(placed.frames.values())
    lines = [(index, around(segment)) for index, route in enumerate(routes) for segment in route.segments]
    for index, route in enumerate(routes):
        if route.label is None:
            continue
        labels = [other.label for other in (*routes[:index], *routes[index + 1 :]) if other.label]
        way = frame_around([], route.points)
        near = [line for owner, line in lines if owner != index and line.meets(way, route.label.width)]
        free = (spot for spot in _spots(route, route.label) if _is_free(spot, [*boxes, *labels], near))
        routes[index] = replace(route, label=next(free, route.label))
    return Placed(placed.frames, tuple(routes))


def _spots(route: Route, label: Frame) -> Iterator[Frame]:
    """Places for *label* on the upright parts of its arrow, in order from the start, up to where it stands now."""
    for (x, start), (other, end) in route.segments:
        if abs(x - other) >= 0.5:
            continue
        down = 1 if end > start else -1
        reach = abs(end - start) - label.height - _GAP - _HEAD
        for step in range(max(0, int(reach / _STEP) + 1)):
            middle = start + down * (_GAP + step * _STEP + label.height / 2)
            spot = Frame(x - label.width / 2, middle - label.height / 2, label.width, label.height)
            yield spot
            if spot.meets(label) and abs(spot.x - label.x) < 1:
                return


def _is_free(spot: Frame, boxes: Sequence[Frame], lines: Sequence[Frame]) -> bool:
    return not any(spot.meets(box, _GAP) for box in boxes) and not any(spot.meets(line, _GAP - 1) for line in lines)


def around(segment: tuple[Point, Point]) -> Frame:
    """The frame of a straight line."""
    (x1, y1), (x2, y2) = segment
    return Frame(min(x1, x2), min(y1, y2), max(abs(x1 - x2), 0.1), max(abs(y1 - y2), 0.1))
