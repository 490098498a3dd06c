"""The sections of a chart, moved beside and under one another as on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from generators.flow.layout import Frame
from generators.flow.routes import Placed, Route

_BESIDE: Final = 34.0
_UNDER: Final = 40.0


def apart(placed: Placed, sections: Sequence[frozenset[str]]) -> list[Placed]:
    """*placed* as one for each section, given by its node ids."""
    return [
        Placed(
            {id_: frame for id_, frame in placed.frames.items() if id_ in section},
            tuple(route for route in placed.routes if route.edge.source in section),
        )
        for section in sections
    ]


def pack(sections: Sequence[Placed], limit: float) -> Placed:
    """The *sections* in their order, each as high up as there is room, within *limit* pixels if it is not broader."""
    taken: list[Frame] = []
    frames: dict[str, Frame] = {}
    routes: list[Route] = []
    for section in sections:
        around = section.around
        place = _place(around, taken, limit)
        taken.append(place)
        there = moved(section, place.x - around.x, place.y - around.y)
        frames |= there.frames
        routes += there.routes
    return Placed(frames, tuple(routes))


def stack(sections: Sequence[Placed]) -> Placed:
    """The *sections* one under the other."""
    frames: dict[str, Frame] = {}
    routes: list[Route] = []
    top = 0.0
    for section in sections:
        around = section.around
        there = moved(section, -around.x, top - around.y)
        frames |= there.frames
        routes += there.routes
        top += around.height + _UNDER
    return Placed(frames, tuple(routes))


def _place(around: Frame, taken: Sequence[Frame], limit: float) -> Frame:
    """The highest place for a section of this size beside or under those placed, and there the leftmost."""
    starts = [0.0, *(other.right + _BESIDE for other in taken)]
    places = []
    for x in starts:
        right = x + around.width
        under = [other.bottom + _UNDER for other in taken if other.right + _BESIDE > x and right + _BESIDE > other.x]
        if x == 0 or right <= limit:
            places.append((max(under, default=0.0), x))
    y, x = min(places)
    return Frame(x, y, around.width, around.height)


def moved(placed: Placed, right: float, down: float) -> Placed:
    """*placed*, all of it so many pixels to the right and down."""

    def shift(frame: Frame) -> Frame:
        return replace(frame, x=frame.x + right, y=frame.y + down)

    routes = (
        replace(
            route,
            points=tuple((x + right, y + down) for x, y in route.points),
            label=shift(route.label) if route.label else None,
        )
        for route in placed.routes
    )
    return Placed({id_: shift(frame) for id_, frame in placed.frames.items()}, tuple(routes))
