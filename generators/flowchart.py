"""Flowcharts drawn from the records themselves: a procedure's steps, a script's dialogue, a troubleshooting graph."""

from __future__ import annotations

from pathlib import Path

from generators.flow.chart import Flowchart
from generators.flow.d2 import FlowchartError
from generators.flow.draw import draw
from generators.flow.fit import fit
from generators.flow.keep import kept
from generators.kinds import PAGES
from schemas.entry import Entry
from schemas.library import Library

__all__ = ["FlowchartError", "chart_of", "flowchart_svg"]


def flowchart_svg(view: Library, entry: Entry, cache: Path | None = None, *, strips: bool = False) -> str | None:
    """The flowchart of *entry* as inline SVG in the language of *view*; None when its kind has no graph.

    *cache* is a folder that keeps charts from build to build; it may be emptied at any time. With *strips* the chart is
    several pictures under one another, between which a printed page may end.

    Raises:
        FlowchartError: D2 is missing or failed.
    """
    chart = chart_of(view, entry)
    if chart is None:
        return None
    if cache is None:
        return draw(fit(chart), strips)
    return kept(chart, "strips" if strips else "whole", cache, lambda: draw(fit(chart), strips))


def chart_of(view: Library, entry: Entry) -> Flowchart | None:
    """What the flowchart of *entry* says, before it is laid out; None when its kind has no graph."""
    draw_chart = PAGES[entry.kind].chart
    return draw_chart(view, entry) if draw_chart else None
