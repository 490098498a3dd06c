"""The Pareto chart (排列图): bars from the greatest down, the cumulative line, 100 % level with N, the 80 % line."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate
from typing import Final

from matplotlib.axes import Axes

from filled.report.charts.page import BODY, INK, LINE, Canvas, axis_title, said, ticks
from filled.report.charts.picture import Bar, ChartPicture
from filled.report.measures import shares
from filled.report.words import ReportWords
from schemas.values import plain

TONES: Final = ("#1f4e79", "#6c9bc7", "#c5d5e4", "#e3e8ee")
"""Colours by class; they keep apart in black and white: the darker, the more important."""
PLAIN: Final = "#3b6ea5"
_FEWEST: Final = 4
"""Room for as many bars at least, so that a single one does not fill the sheet."""
_ROOM_ABOVE: Final = 1.04
_TALL: Final = 0.12
"""From this share of N on, the amount of a bar stands inside it."""


def draw(page: Canvas, picture: ChartPicture) -> None:
    """Draw the chart onto *page*."""
    bars = [bar for bar in picture.bars if bar.amount is not None]
    across = max(len(bars), _FEWEST)
    whole = float(picture.total)
    names = page.names([*(bar.name for bar in bars), *[""] * (across - len(bars))], page.width - 27)[: len(bars)]
    axes = page.axes(13, 14, page.under(names))
    axes.set_xlim(0, across)
    axes.set_ylim(0, whole * _ROOM_ABOVE)
    _axes(page, axes, picture, whole)
    middles = [number + 0.5 for number in range(len(bars))]
    colours = [_colour(bar) for bar in bars]
    heights = [float(bar.amount or 0) for bar in bars]
    axes.bar(middles, heights, width=1.0, color=colours, edgecolor="white", linewidth=1.0, zorder=2)
    for number, bar in enumerate(bars):
        _amount(page, axes, number, bar, whole)
    _cumulative(page, axes, [bar.amount or Decimal(0) for bar in bars], picture.places)
    axes.set_xticks(middles, names)
    axes.tick_params(axis="x", length=0)
    page.label(axes, "x")
    _header(page, picture, bars)


def _colour(bar: Bar) -> str:
    return TONES[min(bar.rank, len(TONES) - 1)] if bar.rank >= 0 else PLAIN


def _axes(page: Canvas, axes: Axes, picture: ChartPicture, whole: float) -> None:
    """Amounts up to N on the left; on the right percentages, 100 % level with N; the line of the threshold."""
    is_whole = all(bar.amount is None or bar.amount == int(bar.amount) for bar in picture.bars)
    amounts = ticks(whole, whole=is_whole, to_the_end=True)
    axes.set_yticks(amounts, [said(amount) for amount in amounts])
    page.grid(axes, "y")
    right = axes.twinx()
    right.set_ylim(0, 100 * _ROOM_ABOVE)
    percents = range(0, 101, 20)
    right.set_yticks(percents, [f"{percent}%" for percent in percents])
    page.tick(right)
    for side in ("top", "left", "bottom"):
        right.spines[side].set_visible(False)
    right.spines["right"].set(color="#8a8a8a", linewidth=0.7)
    page.label(axes, "y")
    page.label(right, "y")
    if picture.threshold is not None:
        axes.axhline(whole * float(picture.threshold) / 100, color=LINE, linewidth=0.9, dashes=(5, 3), zorder=3)
        for label in right.get_yticklabels():
            if label.get_text() == f"{picture.threshold:g}%":
                label.set(color=LINE, fontweight="bold")


def _cumulative(page: Canvas, axes: Axes, amounts: list[Decimal], places: int) -> None:
    """The line from the corner through the upper right corner of the first bar up to 100 %, as the table adds it up."""
    points = list(accumulate(map(float, amounts), initial=0.0))
    printed = [share or Decimal(0) for share in shares(amounts, places)]
    axes.plot(range(len(points)), points, color=LINE, linewidth=1.3, marker="o", markersize=3, zorder=5, clip_on=False)
    for number, (point, percent) in enumerate(zip(points[1:], accumulate(printed), strict=True), 1):
        axes.annotate(
            f"{percent}%", (number, point), (-3, 3), textcoords="offset points", ha="right",
            va="bottom", fontproperties=page.words(), color=LINE, zorder=6,
            bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 0.6},
        )  # fmt: skip


def _amount(page: Canvas, axes: Axes, number: int, bar: Bar, whole: float) -> None:
    """The amount of a bar: inside it where it is tall, beside the line that rises through the first one."""
    amount = float(bar.amount or 0)
    is_inside = amount > whole * _TALL
    is_light = is_inside and _colour(bar) in (TONES[0], PLAIN)
    middle = number + (0.4 if is_inside and number == 0 else 0.5)
    axes.annotate(
        plain(bar.amount) if bar.amount is not None else "", (middle, amount),
        (0, -3 if is_inside else 2), textcoords="offset points", ha="center", va="top" if is_inside else "bottom",
        fontproperties=page.words(BODY, "bold"), color="white" if is_light else INK, zorder=4,
    )  # fmt: skip


def _header(page: Canvas, picture: ChartPicture, bars: list[Bar]) -> None:
    """Above the chart: what the left axis counts and N, the classes that are there, the line."""
    page.write(2, page.header, f"{axis_title(picture)}　N = {plain(picture.total)}")
    right = page.key(page.width - 2, ReportWords(picture.lang).share, colour=LINE)
    for rank in sorted({bar.rank for bar in bars if bar.rank >= 0}, reverse=True):
        name = ReportWords(picture.lang).of_class.format(name=picture.classes[rank])
        right = page.swatch(right - 5, name, TONES[min(rank, len(TONES) - 1)])
