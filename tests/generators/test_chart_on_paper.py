"""A flowchart on paper: cut between its boxes, never through one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from generators.pages.chart import DrawnChart

SHEET = 840.0
BOX = '<rect class="flow-shape" x="10" y="{y}" width="100" height="{height}"/>'


def _chart(boxes: list[tuple[float, float]], height: float) -> str:
    drawn = "".join(BOX.format(y=top, height=bottom - top) for top, bottom in boxes)
    return f'<svg viewBox="0 0 600 {height:.0f}" xmlns="http://www.w3.org/2000/svg">{drawn}</svg>'


def _cuts(chart: DrawnChart) -> Iterator[tuple[float, float]]:
    for piece in chart.pieces:
        _, start, _, height = map(float, piece.split())
        yield start, start + height


def _column(count: int, height: float, gap: float) -> list[tuple[float, float]]:
    return [(place * (height + gap), place * (height + gap) + height) for place in range(count)]


@pytest.mark.parametrize(("height", "gap"), [(70, 21), (115, 14), (300, 40), (60, 8)])
def test_no_box_is_cut(height: float, gap: float) -> None:
    """Each piece fits a sheet, ends below a box, and the next begins where it ends: nothing is lost or shown twice."""
    boxes = _column(40, height, gap)
    whole = boxes[-1][1] + 10
    cuts = list(_cuts(DrawnChart.of(_chart(boxes, whole))))

    assert all(end - start <= SHEET for start, end in cuts)
    assert [start for start, _ in cuts] == [0, *(end for _, end in cuts[:-1])]
    assert cuts[-1][1] == pytest.approx(whole, abs=1)
    assert not [box for box in boxes for _, end in cuts[:-1] if box[0] < end < box[1]]


def test_a_chart_that_fits_a_sheet_is_left_whole() -> None:
    """It needs no pieces."""
    assert DrawnChart.of(_chart(_column(3, 70, 21), 300)).pieces == ()


def test_a_decision_is_a_box_too() -> None:
    """Its shape is a path: the cut goes above it, where it does not fit any more."""
    decision = '<path class="flow-shape" d="M 20 780 L 100 780 L 120 830 L 100 900 L 20 900 L 0 830 Z"/>'
    svg = _chart([(0, 700)], 1200).replace("</svg>", f"{decision}</svg>")

    assert etree.fromstring(svg) is not None
    assert next(_cuts(DrawnChart.of(svg))) == (0, 704)


def test_a_box_taller_than_a_sheet_is_cut_at_the_end_of_the_sheet() -> None:
    """There is no other way, and the rest follows on the next."""
    assert list(_cuts(DrawnChart.of(_chart([(0, 2000)], 2010)))) == [(0, 840), (840, 1680), (1680, 2010)]
