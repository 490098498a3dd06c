"""Cells that every table shares: shaded labels, values, headings and the lines within them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from generators.docx import wml
from generators.docx.flow import Prose
from generators.docx.measure import JOINER, ems, is_chinese, split, widest_word, wrap
from generators.docx.place import Ink
from generators.docx.sheet import Sheet
from schemas.clock import kept_time
from schemas.field import Field, Promise
from schemas.saying import say_within
from schemas.words import ByLanguage

SHADE: Final = "F2F2F2"
MARGIN: Final = 80
"""Space beside the text of a cell, in twips."""
PAD: Final = 50
"""Space above and below the text of a cell together, in twips."""
_ONE_LINE: Final = ByLanguage(6.1, 9.1)
"""Labels of up to this many em stand on one line."""
SMALL: Final = 14
"""Size of what stands small under a label, in half-points."""


@dataclass(frozen=True, slots=True)
class Label:
    """What names a field: its text, ＊ if it must be filled, and what stands small under it."""

    text: str
    star: str = ""
    small: str = ""

    def lines(self, room: float, size: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The text (with ＊) and what is under it, each broken into lines of *room* em of *size*."""
        text = wrap(self.text + self.star, max(room, 2.0)) if self.text else ()
        return text, wrap(self.small, max(room, 2.0) * size / SMALL) if self.small else ()

    def width(self, size: int, most_lines: int = 1) -> float:
        """The width at which it fits into *most_lines* lines, in em of *size*."""
        return max(_narrowest(self.text + self.star, most_lines), self._small(size))

    def word(self, size: int) -> float:
        """The width at which no word of its text is parted, nor what is under it, in em of *size*."""
        return max(widest_word(self.text + self.star), self._small(size))

    def _small(self, size: int) -> float:
        return ems(self.small) * SMALL / size


def room_in(width: int, size: int, margin: int = MARGIN) -> float:
    """The room for text in a cell of *width* twips, in em of *size* half-points."""
    return (width - 2 * margin - 10) / (size * 10)


def label_of(sheet: Sheet, field: Field, *, unit: bool = False) -> Label:
    """The label of a field, with its unit where asked."""
    text = sheet.plain(field.title)
    if unit and field.unit is not None:
        text += sheet.words.unit.format(unit=sheet.plain(field.unit))
    promise = promise_text(sheet, field.promise) if field.promise else ""
    return Label(text, sheet.words.star if field.required else "", promise)


def promise_text(sheet: Sheet, promise: Promise) -> str:
    """The promised time as a form prints it: （3 个工作日内）; no line ends inside 3 个工作日."""
    time = kept_time(sheet.library, sheet.entry, promise)
    if time is None:
        return ""
    amount = f"{time.amount} "
    limit = say_within(time, sheet.lang).replace(amount, amount.replace(" ", "\u00a0"))
    return sheet.words.promise.format(limit=limit.replace("工作日", JOINER.join("工作日")))


def label_content(label: Label, room: float, size: int, *, spread: float = 0.0) -> str:
    """Runs of a label; ＊ is set small, and a short Chinese label is spread over *spread* em."""
    lines, small = label.lines(room, size)
    text = "\n".join(lines).removesuffix(label.star)
    spreads = spread and len(text) in (2, 3) and is_chinese(text)
    runs = _spread(text, size, spread) if spreads else wml.run(text) if text else ""
    if label.star:
        runs += wml.run(label.star, "FormStar")
    if small:
        runs += wml.run(("\n" if text else "") + "\n".join(small), "FormSmall")
    return runs


def _spread(text: str, size: int, spread: float) -> str:
    extra = round((spread - len(text)) * size * 10 / (len(text) - 1))
    return wml.run(text[:-1], spacing=extra) + wml.run(text[-1])


def label_cell(sheet: Sheet, label: Label, width: int, *, spread: float = 0.0, merge: str = "") -> str:
    """A shaded cell with a label."""
    size = sheet.faces.label
    content = label_content(label, room_in(width, size), size, spread=spread) if merge != "continue" else ""
    return wml.cell(width, wml.paragraph(content, "FormLabel"), shade=SHADE, merge=merge)


def label_column(sheet: Sheet, labels: Sequence[Label], least: int, most: int) -> int:
    """The width of a column of labels, from *least* to *most* twips: long ones take two lines."""
    size = sheet.faces.label
    wanted = max(label.width(size, 1 if label.width(size) <= _ONE_LINE.of(sheet.lang) else 2) for label in labels)
    return min(max(round((wanted + 0.1) * size * 10) + 2 * MARGIN + 10, least), most)


def label_depth(sheet: Sheet, label: Label, width: int) -> int:
    """The height of a label in a cell of *width*, in twips."""
    size = sheet.faces.label
    return sum(map(len, label.lines(room_in(width, size), size))) * sheet.faces.pitch(size) + PAD


def ink(content: Ink, style: str, jc: str = "") -> str:
    """The paragraphs of a field's cell."""
    return "".join([wml.paragraph(line, style, jc=content.jc or jc) for line in content.lines])


def heading(sheet: Sheet, title: str | None) -> list[Prose]:
    """The heading above a block; nothing when it has none."""
    if not title:
        return []
    text = sheet.plain(title)
    size = sheet.faces.section
    lines = wrap(text, sheet.paper.room / (size * 10) / sheet.faces.bold)
    pitch = sheet.faces.pitch(size)
    return [Prose(wml.lines(lines), "FormSection", len(lines), pitch, pitch + 60, keep=True, around=80)]


def share(total: int, weights: Sequence[float]) -> list[int]:
    """*total* twips shared out by *weights*; the parts add up exactly."""
    whole = sum(weights)
    edges = [round(total * sum(weights[:index]) / whole) for index in range(len(weights) + 1)]
    return [after - before for before, after in pairwise(edges)]


def width_of(texts: Sequence[str], most_lines: int = 1) -> float:
    """The width in em at which every one of *texts* fits into *most_lines* lines."""
    return max((_narrowest(text, most_lines) for text in texts), default=0.0)


@lru_cache(maxsize=4096)
def _narrowest(text: str, most_lines: int) -> float:
    """The least width at which each part of *text* between line breaks fits into *most_lines* lines."""
    return max([ems(line) for part in text.split("\n") for line in split(part, most_lines)], default=1.0)
