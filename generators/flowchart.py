"""Flowcharts drawn from the records themselves: a procedure's steps, a script's dialogue, a troubleshooting graph."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generators.flow.chart import Flowchart
from generators.flow.d2 import FlowchartError
from generators.flow.draw import draw
from generators.flow.fit import fit
from generators.flow.keep import kept
from generators.kinds import PAGES
from schemas.library import Entry, Library

__all__ = ["FlowchartError", "chart_of", "flowchart_svg", "flowcharts"]


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


def flowcharts(
    view: Library, entries: Iterable[Entry], cache: Path | None = None, workers: int = 2, *, strips: bool = False
) -> dict[str, str]:
    """The flowcharts of those *entries* that have one, by address; *workers* of them are drawn at a time.

    Raises:
        FlowchartError: D2 is missing or failed.
    """
    listed = list(entries)
    with ThreadPoolExecutor(max(1, workers)) as pool:
        drawn = pool.map(lambda entry: flowchart_svg(view, entry, cache, strips=strips), listed)
        return {entry.address: svg for entry, svg in zip(listed, drawn, strict=True) if svg is not None}


def chart_of(view: Library, entry: Entry) -> Flowchart | None:
    """What the flowchart of *entry* says, before it is laid out; None when its kind has no graph."""
    draw_chart = PAGES[entry.kind].chart
    return draw_chart(view, entry) if draw_chart else None
