"""A flowchart on a page: on the screen in one piece, on paper cut into pieces that each fit a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from markupsafe import Markup

_VIEW_BOX: Final = re.compile(r'viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')
# An A4 sheet inside its margins, below the running head and a heading, in CSS pixels.
_SHEET_WIDTH: Final = 670.0
_SHEET_HEIGHT: Final = 840.0
# What two neighbouring pieces both show, so that a box cut by one is whole on the other.
_OVERLAP: Final = 90.0


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
        return cls(drawn, round(width), tuple(_pieces(width, height)))


def _pieces(width: float, height: float) -> Iterator[str]:
    room = _SHEET_HEIGHT / min(1.0, _SHEET_WIDTH / width)
    count = ceil((height - _OVERLAP) / (room - _OVERLAP))
    if count < 2:
        return
    size = (height + (count - 1) * _OVERLAP) / count
    for number in range(count):
        yield f"0 {number * (size - _OVERLAP):.0f} {width:.0f} {size:.0f}"
