"""A figure in millimetres: its font, its margins, its axes and the round numbers on them."""

from __future__ import annotations

from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D

from filled.report.charts.picture import ChartPicture
from filled.report.words import ReportWords
from generators.docx.measure import ems, wrap
from generators.fonts import chinese_font
from schemas.values import plain

BODY: Final = 8.0
SMALL: Final = 7.0
_TITLE: Final = 10.5
LEADING: Final = 1.35
MM: Final = 25.4
POINT: Final = MM / 72
HEADER: Final = 7.5
"""Room in mm for the line that says what the axes are."""
INK: Final = "#222222"
LINE: Final = "#b3261e"
_GREY: Final = "#8a8a8a"
_GRID: Final = "#e2e2e2"
_MOST_TICKS: Final = 6
_GREAT: Final = 10_000


class Canvas:
    """A figure of *width* × *height* mm, with a *title* above the chart where it has one."""

    def __init__(self, width: float, height: float, title: str = "") -> None:
        self.figure = Figure(figsize=(width / MM, height / MM))
        self.width, self.height = width, height
        self.font = chinese_font()
        self.top = _TITLE * POINT * 1.9 if title else 0.0
        if title:
            self.write(width / 2, height - _TITLE * POINT * 0.55 - 1, title, size=_TITLE, ha="center")

    def words(self, size: float = SMALL, weight: str = "normal") -> FontProperties:
        """The font in *size* points."""
        font = self.font.copy()
        font.set_size(size)
        font.set_weight(weight)
        return font

    def write(self, x: float, y: float, text: str, *, size: float = SMALL, ha: str = "left") -> None:
        """*text* at *x* mm from the left with its middle *y* mm from the bottom."""
        self.figure.text(
            x / self.width, y / self.height, text, fontproperties=self.words(size), ha=ha, va="center", color=INK
        )

    @property
    def header(self) -> float:
        """The height of the middle of the line above the chart."""
        return self.height - self.top - 3.2

    def axes(self, left: float, right: float, bottom: float) -> Axes:
        """Axes with margins in mm, under the title and the line that says what they are."""
        across, up = self.width - left - right, self.height - bottom - HEADER - self.top
        axes = self.figure.add_axes((left / self.width, bottom / self.height, across / self.width, up / self.height))
        for side in ("top", "right", "left", "bottom"):
            axes.spines[side].set_color(_GREY)
            axes.spines[side].set_linewidth(0.7)
        axes.spines["top"].set_visible(False)
        self.tick(axes)
        axes.set_axisbelow(True)
        return axes

    def tick(self, axes: Any) -> None:
        """Fine strokes at the numbers of an axis."""
        axes.tick_params(colors=INK, length=2.5, width=0.6, pad=2)

    def label(self, axes: Any, which: str, size: float = SMALL) -> None:
        """Set the labels of the axis *which* (`x` or `y`) in the font."""
        for text in axes.get_xticklabels() if which == "x" else axes.get_yticklabels():
            text.set_fontproperties(self.words(size))
            text.set_linespacing(LEADING)

    def grid(self, axes: Axes, which: str) -> None:
        """Light lines at the numbers of an axis."""
        axes.grid(axis="x" if which == "x" else "y", color=_GRID, linewidth=0.6)

    def names(self, names: list[str], room: float) -> list[str]:
        """Names broken into lines that fit beside each other into *room* mm."""
        across = max(2.0, room / len(names) / (SMALL * POINT) - 0.6)
        return ["\n".join(wrap(name, across)) for name in names]

    def under(self, names: list[str]) -> float:
        """Room in mm that *names* take under a chart."""
        return 4.5 + max(name.count("\n") + 1 for name in names) * SMALL * LEADING * POINT

    def key(self, right: float, text: str, *, colour: str, dashes: tuple[float, float] | None = None) -> float:
        """A line with what it means, in the header, that ends *right* mm from the left; where it begins."""
        start = right - ems(text) * SMALL * POINT
        self.write(start, self.header, text)
        across = [(start - 6) / self.width, (start - 1.4) / self.width]
        line = Line2D(across, [self.header / self.height] * 2, color=colour, linewidth=1.2)
        if dashes is None:
            line.set(marker="o", markersize=2.6)
        else:
            line.set_dashes(dashes)
        self.figure.add_artist(line)
        return start - 6

    def swatch(self, right: float, text: str, colour: str) -> float:
        """A box with what its colour means, in the header, that ends *right* mm from the left; where it begins."""
        start = right - ems(text) * SMALL * POINT
        self.write(start, self.header, text)
        box = (start - 3.6) / self.width, (self.header - 1.2) / self.height, 2.6 / self.width, 2.4 / self.height
        axes = self.figure.add_axes(box, frameon=False)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.axhspan(0, 1, color=colour, linewidth=0)
        axes.set_ylim(0, 1)
        return start - 3.6


def axis_title(picture: ChartPicture) -> str:
    """What the axis of amounts counts, with its unit."""
    return picture.axis + (ReportWords(picture.lang).unit.format(unit=picture.unit) if picture.unit else "")


def said(number: float) -> str:
    """A number on an axis."""
    return f"{number:g}" if number < _GREAT else f"{number:,.0f}"


def ticks(greatest: float, *, whole: bool, to_the_end: bool = False) -> list[float]:
    """Round numbers from 0 up.

    Args:
        greatest: the greatest amount.
        whole: only whole numbers.
        to_the_end: the last is *greatest* itself; otherwise it is a round number that is not smaller.
    """
    steps = (base * 10.0**power for power in range(-2, 13) for base in (1, 2, 5))
    step = next(step for step in steps if step * _MOST_TICKS >= greatest and (step >= 1 or not whole))
    round_numbers = [step * number for number in range(int(greatest / step + 1e-9) + 1)]
    if not to_the_end:
        return round_numbers if round_numbers[-1] >= greatest else [*round_numbers, round_numbers[-1] + step]
    return [*(tick for tick in round_numbers if greatest - tick >= step / 2), greatest]


def amount_of(picture: ChartPicture, number: int) -> str:
    """The amount of a bar as it stands beside it."""
    amount = picture.bars[number].amount
    return "—" if amount is None else plain(amount) + ("%" if picture.unit == "%" else "")
