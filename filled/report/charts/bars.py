"""Bars that stand or lie, and points joined by a line; with a target, what stays under it has another colour."""

from __future__ import annotations

from typing import Final

from matplotlib.axes import Axes

from filled.report.charts.page import BODY, INK, LINE, POINT, Canvas, amount_of, axis_title, said, ticks
from filled.report.charts.picture import Bar, ChartPicture
from filled.report.words import ReportWords
from generators.docx.measure import ems, wrap

_PLAIN: Final = "#3b6ea5"
_LOW: Final = "#c8763c"
_TOTAL: Final = "#17365d"
_LONG: Final = 6
_MANY: Final = 10
_DASHES: Final = (5.0, 3.0)
_BACKED: Final = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 0.8}


def draw(page: Canvas, picture: ChartPicture) -> None:
    """Draw the bars onto *page*: lying ones where their names are long, or there are many."""
    if len(picture.bars) > _MANY or max(ems(bar.name) for bar in picture.bars) > _LONG:
        _lying(page, picture)
    else:
        _standing(page, picture)
    _header(page, picture)


def draw_line(page: Canvas, picture: ChartPicture) -> None:
    """Draw points joined by a line onto *page*."""
    axes, most = _upright(page, picture)
    axes.set_xlim(-0.5, len(picture.bars) - 0.5)
    axes.set_ylim(0, most * 1.1)
    points = [(number, float(bar.amount)) for number, bar in enumerate(picture.bars) if bar.amount is not None]
    axes.plot(*zip(*points, strict=True), color=_PLAIN, linewidth=1.4, marker="o", markersize=3.4, zorder=4)
    _header(page, picture)


def _colour(bar: Bar, picture: ChartPicture) -> str:
    if bar.is_total:
        return _TOTAL
    is_low = picture.threshold is not None and bar.amount is not None and bar.amount < picture.threshold
    return _LOW if is_low else _PLAIN


def _heights(picture: ChartPicture) -> list[float]:
    return [float(bar.amount or 0) for bar in picture.bars]


def _amounts(picture: ChartPicture) -> list[float]:
    """The numbers on the axis of amounts: up to 100 for percentages."""
    if picture.unit == "%":
        return [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]
    heights = _heights(picture)
    return ticks(max(heights), whole=all(height == int(height) for height in heights))


def _set_ticks(page: Canvas, axes: Axes, picture: ChartPicture, which: str) -> None:
    amounts = _amounts(picture)
    labels = [said(amount) + ("%" if picture.unit == "%" else "") for amount in amounts]
    (axes.set_xticks if which == "x" else axes.set_yticks)(amounts, labels)
    page.grid(axes, which)
    page.label(axes, which)


def _lying(page: Canvas, picture: ChartPicture) -> None:
    """Bars from left to right, names beside them, the first on top, and the line of the target."""
    bars = picture.bars
    size = min(BODY, (page.height - page.top - 10) / len(bars) / POINT / 1.25)
    room = min(max(ems(bar.name) for bar in bars) * size * POINT + 3, page.width * 0.42)
    names = ["\n".join(wrap(bar.name, (room - 3) / size / POINT + 0.5)) for bar in bars]
    axes = page.axes(room, 12, 5.5)
    axes.set_ylim(len(bars) - 0.4, -0.6)
    axes.set_xlim(0, _amounts(picture)[-1])
    colours = [_colour(bar, picture) for bar in bars]
    axes.barh(range(len(bars)), _heights(picture), height=0.62, color=colours, zorder=2)
    axes.set_yticks(range(len(bars)), names)
    axes.tick_params(axis="y", length=0)
    axes.spines["right"].set_visible(False)
    _set_ticks(page, axes, picture, "x")
    page.label(axes, "y", size)
    for number, bar in enumerate(bars):
        # with a target the amounts stand in a column of their own, so that its line stays whole
        x = _amounts(picture)[-1] if picture.threshold is not None else float(bar.amount or 0)
        axes.annotate(
            amount_of(picture, number), (x, number), (3, 0), textcoords="offset points", va="center", color=INK,
            fontproperties=page.words(size, "bold" if bar.is_total else "normal"), zorder=4,
        )  # fmt: skip
    if picture.threshold is not None:
        axes.axvline(float(picture.threshold), color=LINE, linewidth=0.9, dashes=_DASHES, zorder=3)


def _standing(page: Canvas, picture: ChartPicture) -> None:
    """Bars that stand, names under them."""
    axes, most = _upright(page, picture)
    axes.set_xlim(-0.6, len(picture.bars) - 0.4)
    axes.set_ylim(0, most * 1.06)
    colours = [_colour(bar, picture) for bar in picture.bars]
    axes.bar(range(len(picture.bars)), _heights(picture), width=0.56, color=colours, zorder=2)


def _upright(page: Canvas, picture: ChartPicture) -> tuple[Axes, float]:
    """Axes whose amounts go up, with names, amounts and target; and the greatest number on them."""
    names = page.names([bar.name for bar in picture.bars], page.width - 20)
    axes = page.axes(12, 8, page.under(names))
    axes.set_xticks(range(len(names)), names)
    axes.tick_params(axis="x", length=0)
    axes.spines["right"].set_visible(False)
    _set_ticks(page, axes, picture, "y")
    page.label(axes, "x")
    for number, bar in enumerate(picture.bars):
        axes.annotate(
            amount_of(picture, number), (number, float(bar.amount or 0)), (0, 4), textcoords="offset points",
            ha="center", fontproperties=page.words(BODY, "bold" if bar.is_total else "normal"), color=INK, zorder=5,
            bbox=_BACKED,
        )  # fmt: skip
    if picture.threshold is not None:
        axes.axhline(float(picture.threshold), color=LINE, linewidth=0.9, dashes=_DASHES, zorder=3)
    return axes, _amounts(picture)[-1]


def _header(page: Canvas, picture: ChartPicture) -> None:
    """Above the chart: what the axis counts, and the target."""
    page.write(2, page.header, axis_title(picture))
    if picture.threshold is not None:
        target = ReportWords(picture.lang).target.format(n=f"{picture.threshold:g}{picture.unit}")
        right = page.key(page.width - 2, target, colour=LINE, dashes=(4, 2))
        if any(_colour(bar, picture) == _LOW for bar in picture.bars):
            page.swatch(right - 5, ReportWords(picture.lang).low, _LOW)
