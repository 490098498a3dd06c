"""Charts as files: PNG for paper, SVG for a page; the same bytes every time."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import matplotlib as mpl
from matplotlib.figure import Figure

from filled.report.charts import bars, pareto
from filled.report.charts.page import Canvas
from filled.report.charts.picture import ChartPicture
from filled.report.charts.svg import clean

DOTS: Final = 300
"""Dots an inch of a PNG."""


def draw(picture: ChartPicture, width: float, height: float, title: str = "") -> Figure:
    """The chart as a figure of *width* × *height* mm, with a *title* where nothing else says what it is.

    Raises:
        NoChineseFontError: there is no font to write it in.
    """
    page = Canvas(width, height, title)
    if picture.kind == "pareto":
        pareto.draw(page, picture)
    elif picture.kind == "line":
        bars.draw_line(page, picture)
    else:
        bars.draw(page, picture)
    return page.figure


def png(figure: Figure) -> bytes:
    """The figure as PNG."""
    buffer = BytesIO()
    figure.savefig(buffer, format="png", dpi=DOTS, metadata={"Software": None}, facecolor="white")
    return buffer.getvalue()


def svg(figure: Figure, name: str, alt_text: str) -> str:
    """The figure as SVG without styles, that says *alt_text* to those who cannot see it; *name* keeps its ids apart."""
    buffer = BytesIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": name}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    return clean(buffer.getvalue().decode("utf-8"), alt_text)
