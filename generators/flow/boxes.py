"""The text of a chart set in boxes: every node and label gets its lines and, from them, its size.

Sizes and places are in pixels at the chart's natural scale; inside a box, from its upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from generators.flow.chart import Edge, Flowchart, MenuEntry, Node
from generators.flow.measure import excerpt, width, wrap
from generators.flow.words import FlowWords
from schemas.words import ByLanguage

Align = Literal["start", "middle", "end"]
HEXAGON_CUT: Final = 15.0
ROUND: Final = 22.0
CORNER: Final = 6.0
_PAD: Final = 11.0
_CHIP_PAD: Final = 7.0
_CLOCK: Final = 13.0
_SAID_LINES: Final = ByLanguage(3, 4)
_SUB_LINES, _TITLE_LINES = 2, 5
_LABEL_WIDTH: Final = 118.0
_PILL_WIDTH: Final = 190.0
_JUMP_WIDTH: Final = 112.0
_MENU_WIDTH: Final = 330.0


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of line: its CSS class, font size and line height."""

    name: str
    size: float
    leading: float


TITLE: Final = Style("flow-title", 14, 20)
SAID: Final = Style("flow-said", 13.5, 19.5)
SUB: Final = Style("flow-sub", 12, 17)
TAG: Final = Style("flow-tag", 12, 17)
CHIP: Final = Style("flow-chip", 12, 18)
FORM: Final = Style("flow-form", 11, 15.5)
PILL: Final = Style("flow-pill", 13, 19)
JUMP: Final = Style("flow-jump", 12, 16.5)
LABEL: Final = Style("flow-label", 13, 18)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text; `y` is its baseline."""

    text: str
    style: str
    x: float
    y: float
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class Chip:
    """A time limit in a frame of its own, with a clock unless it is a limit of a loop."""

    text: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class MenuRow:
    """A line of a menu, which is a link of its own."""

    answer: MenuEntry
    y: float
    height: float
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class NodeBox:
    """A node or a label with its text set."""

    width: float
    height: float
    lines: tuple[TextLine, ...]
    chips: tuple[Chip, ...] = ()
    rows: tuple[MenuRow, ...] = ()


@lru_cache(maxsize=1024)
def node_box(node: Node, widest: float, lang: str) -> NodeBox:
    """Set *node*, at most *widest* pixels wide (a pill may be as narrow as its text)."""
    if node.shape == "pill":
        return _small(excerpt(node.title, PILL.size, _PILL_WIDTH, 4), PILL, 18, 6)
    if node.shape == "jump":
        parts = node.title.split("\n")
        lines = [line for part in parts for line in excerpt(part, JUMP.size, _JUMP_WIDTH, 1 if len(parts) > 1 else 2)]
        return _small(lines, JUMP, 9, 4)
    page = _TextSetter(_MENU_WIDTH if node.shape == "menu" else widest, node.shape == "decision")
    tag = f"{node.tag} · {FlowWords(lang).end}" if node.end else node.tag
    chips = page.head(tag, node.chips)
    if node.prose:
        page.add(excerpt(node.title, SAID.size, page.inner, _SAID_LINES.of(lang)), SAID)
    else:
        page.add(excerpt(node.title, TITLE.size, page.inner, _TITLE_LINES), TITLE)
    page.add(excerpt(node.sub, SUB.size, page.inner, _SUB_LINES), SUB)
    page.foot(chips, _form_lines(node.forms, page.inner))
    page.menu(node.answers)
    return page.box()


def label_box(edge: Edge) -> NodeBox:
    """Set the label of *edge*."""
    lines = [line for part in edge.label.split("\n") for line in excerpt(part, LABEL.size, _LABEL_WIDTH, 4)]
    across = max((width(line, LABEL.size) for line in lines), default=0) + 8
    return NodeBox(across, len(lines) * LABEL.leading + 2, tuple(_centred(lines, LABEL, across, 1)))


def legend_width(text: str) -> float:
    """How wide an item of the legend is, with its swatch and the gap after it."""
    return width(text, TAG.size) + 38


def natural_width(chart: Flowchart, widest: float) -> float:
    """The width cards need for their longest unbroken text, at most *widest*."""
    titles = [(node.title, TITLE.size) for node in chart.nodes if node.shape != "pill"]
    longest = max((width(text, size) for text, size in titles), default=widest)
    return max(150.0, min(widest, longest + 2 * (_PAD + HEXAGON_CUT)))


class _TextSetter:
    """Lines set one under another, until the height of the box is known."""

    def __init__(self, across: float, hexagon: bool) -> None:
        self.across, self.hexagon = across, hexagon
        self.left = _PAD + (HEXAGON_CUT - 2 if hexagon else 0)
        self.inner = across - 2 * self.left
        self.y = 9.0
        self.lines: list[TextLine] = []
        self.chips: list[Chip] = []
        self.rows: list[MenuRow] = []

    def head(self, tag: str, chips: tuple[str, ...]) -> tuple[str, ...]:
        """Set the tag, and on the same line the chips if they fit; return those that do not."""
        beside = width(tag, TAG.size) + sum(chip_width(chip) + 6 for chip in chips) <= self.inner
        if self.hexagon or not beside:
            self.add(wrap(tag, TAG.size, self.inner), TAG)
            return chips
        right = self.across - self.left
        for chip in reversed(chips):
            right -= chip_width(chip)
            self.chips.append(Chip(chip, right, self.y - 0.5, chip_width(chip)))
            right -= 6
        self.add([tag], TAG)
        return ()

    def add(self, lines: list[str], style: Style) -> None:
        """Set *lines* below what is there."""
        for text in lines:
            x = self.across / 2 if self.hexagon else self.left
            align: Align = "middle" if self.hexagon else "start"
            self.lines.append(TextLine(text, style.name, x, self.y + _baseline(style), align))
            self.y += style.leading

    def foot(self, chips: tuple[str, ...], forms: list[str]) -> None:
        """Set each of *chips* on a row of its own, the last one beside the forms if they are one short line."""
        for chip in chips:
            across = chip_width(chip)
            self.y += 3
            self.chips.append(Chip(chip, (self.across - across) / 2 if self.hexagon else self.left, self.y, across))
            self.y += CHIP.leading + 2
        room = self.inner - (chip_width(chips[-1]) + 8 if chips else self.inner)
        if self.hexagon or len(forms) != 1 or width(forms[0], FORM.size) > room:
            self.add(forms, FORM)
        else:
            row = self.y - 2 - CHIP.leading / 2 + FORM.size * 0.36
            self.lines.append(TextLine(forms[0], FORM.name, self.left + self.inner - room, row))

    def menu(self, answers: tuple[MenuEntry, ...]) -> None:
        """Set each of *answers* on a row: the answer on the left, where it leads on the right."""
        middle = self.left + self.inner * 0.46
        for answer in answers:
            self.y += 8 if not self.rows else 0
            left = wrap(answer.text, LABEL.size, middle - self.left - 8)
            right = excerpt(answer.to, JUMP.size, self.left + self.inner - middle, 2)
            height = max(len(left) * LABEL.leading, len(right) * JUMP.leading) + 8
            top = self.y + 4
            lines = [*_column(left, LABEL, self.left, top), *_column(right, JUMP, middle, top + 0.5)]
            self.rows.append(MenuRow(answer, self.y, height, tuple(lines)))
            self.y += height

    def box(self) -> NodeBox:
        """The finished box."""
        end = 4 if self.rows else 9
        return NodeBox(self.across, self.y + end, tuple(self.lines), tuple(self.chips), tuple(self.rows))


def chip_width(text: str) -> float:
    """The width of a chip with its clock."""
    return width(text, CHIP.size) + _CLOCK + 2 * _CHIP_PAD - 2


def _small(lines: list[str], style: Style, beside: float, above: float) -> NodeBox:
    """A box as broad as its text needs."""
    across = max(width(line, style.size) for line in lines) + 2 * beside
    return NodeBox(across, len(lines) * style.leading + 2 * above, tuple(_centred(lines, style, across, above)))


def _column(lines: list[str], style: Style, x: float, top: float) -> list[TextLine]:
    return [
        TextLine(text, style.name, x, top + row * style.leading + _baseline(style)) for row, text in enumerate(lines)
    ]


def _centred(lines: list[str], style: Style, across: float, top: float) -> list[TextLine]:
    return [
        TextLine(text, style.name, across / 2, top + row * style.leading + _baseline(style), "middle")
        for row, text in enumerate(lines)
    ]


def _form_lines(forms: tuple[str, ...], limit: float) -> list[str]:
    """Codes side by side where they fit; a code is never broken."""
    lines: list[str] = []
    for form in forms:
        if lines and width(f"{lines[-1]}  {form}", FORM.size) <= limit:
            lines[-1] += f"  {form}"
        else:
            lines += excerpt(form, FORM.size, limit, 2)
    return lines


def _baseline(style: Style) -> float:
    """The baseline of a line, from its top: the text stands in the middle of its leading."""
    return style.leading / 2 + style.size * 0.36
