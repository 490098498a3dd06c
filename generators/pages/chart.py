"""A flowchart on a page: on the screen in one piece, on paper cut into pieces that each fit a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree
from markupsafe import Markup

_VIEW_BOX: Final = re.compile(r'viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')
_POINT: Final = re.compile(r"([\d.]+) ([\d.]+)")
# An A4 sheet inside its margins, below the running head and a heading, in CSS pixels.
_SHEET_WIDTH: Final = 670.0
_SHEET_HEIGHT: Final = 840.0
_BELOW: Final = 4.0
"""So far below a box a sheet may end."""
_TALL: Final = ("flow-shape", "flow-paper")
"""The classes of what is not cut in two: boxes, and the answers on arrows."""


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A drawn flowchart; `pieces` are the view boxes of its printed pieces, none when it fits one sheet."""

    svg: Markup
    width: int
    pieces: tuple[str, ...]

    @classmethod
    def of(cls, svg: str) -> DrawnChart:
        """The chart in *svg*, which `generators.flowchart` has drawn with all its texts escaped."""
        drawn = Markup(svg.replace("<svg ", '<svg id="chart" ', 1))  # noqa: S704 - our own drawing
        size = _VIEW_BOX.search(svg)
        width, height = (float(size["width"]), float(size["height"])) if size else (0.0, 0.0)
        return cls(drawn, round(width), tuple(_pieces(width, height, svg)))


def _pieces(width: float, height: float, svg: str) -> Iterator[str]:
    room = _SHEET_HEIGHT / min(1.0, _SHEET_WIDTH / width) if width else height
    if height <= room:
        return
    spans, start = tuple(box_spans(svg)), 0.0
    while height - start > room:
        near = [(top, bottom) for top, bottom in spans if top < start + room and bottom + _BELOW > start]
        ends = [bottom + _BELOW for _, bottom in near if bottom + _BELOW <= start + room]
        between = [end for end in ends if not any(top < end < bottom for top, bottom in near)]
        end = max(between, default=start + room)  # a box taller than a sheet is cut
        yield f"0 {start:.0f} {width:.0f} {end - start:.0f}"
        start = end
    yield f"0 {start:.0f} {width:.0f} {height - start:.0f}"


def box_spans(svg: str) -> Iterator[tuple[float, float]]:
    """From where to where each box of a chart reaches, downwards."""
    for element in etree.fromstring(svg.encode()).iter("{*}rect", "{*}path"):
        if element.get("class") not in _TALL:
            continue
        if element.get("d") is None:
            top = float(element.get("y", 0))
            yield top, top + float(element.get("height", 0))
        else:
            heights = [float(y) for _, y in _POINT.findall(element.get("d", ""))]
            yield min(heights), max(heights)
