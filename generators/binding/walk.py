"""The HTML of the pages as paragraphs of Word: a small set of elements, and the classes that say what each is.

pandoc would take the same HTML, but it passes over classes: chips, branches, what is said and numbers that hang would
run into each other, and it is one more system package. What an element of another kind says is a paragraph of its own,
so that nothing is lost.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import zip_longest
from typing import Any, Final

from PIL import Image

from generators.binding.charts import ChartPiece
from generators.binding.look import ROOM, STEP
from generators.binding.manuscript import Manuscript
from generators.binding.spans import LABELS, Face, Span, classes, is_unseen, joined, spans, text_of
from generators.docx import wml
from generators.docx.measure import ems
from schemas.picture import PictureFile

_BLOCKS: Final = frozenset(
    {"article", "blockquote", "details", "div", "dl", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "header",
     "img", "li", "nav", "ol", "p", "section", "summary", "table", "ul"}
)  # fmt: skip
_STYLES: Final = {
    "basis": "BookSmall", "soft": "BookSmall", "book__identity": "BookSmall", "lead": "BookLead", "mission": "BookLead",
    "mind": "BookSaid", "bound__company": "BookCompany", "bound__name": "BookName", "bound__centred": "BookCentred",
    "bound__stamp": "BookStamp", "node__head": "BookHead", "bound__front": "BookFront",
}  # fmt: skip
_TITLES: Final = frozenset(
    {"article__title", "card__title", "may__title", "never__title", "pairs__head", "point__title", "tasks__verb",
     "node__head", "which__title", "work__title", "lead-in", "block__group"}
)  # fmt: skip
"""Classes of paragraphs that stand above what they name."""
_BARE: Final = frozenset({"articles", "cards", "dialogue", "levels", "modules", "points", "steps", "tree", "works"})
"""Classes of lists whose items have no mark of the list."""
_MOST_CHIPS: Final = 4
_WHOLE: Final = frozenset({"article", "card", "ecard", "level", "module", "never", "node", "point", "say", "step"})
"""Classes of what is not cut in two by the end of a page."""
_MOST_LINES: Final = 32
"""What takes more lines than that may be cut: it would leave half a page white."""
_EM: Final = 210
_SCREEN: Final = 15
"""Twips of a pixel of the screen."""
_TALLEST: Final = 12400
_SECTION: Final = "Heading4"
_PHOTO: Final = 0.6
"""The part of the width that a picture of a step takes at most."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph that is not written yet, as it may still be kept with the next one."""

    content: str
    style: str
    left: int = 0
    hanging: int = 0
    keep: bool = False
    lines: int = 1

    def markup(self, *, in_row: bool = False) -> str:
        """The paragraph; one in a row of a table is kept as its row is."""
        keep = None if in_row else self.keep
        return wml.paragraph(self.content, self.style, keep=keep, left=self.left, hanging=self.hanging)


@dataclass(slots=True)
class Whole:
    """A table, which is written already."""

    text: str
    keep: bool = False
    lines: int = 6

    def markup(self, *, in_row: bool = False) -> str:
        """The table."""
        return self.text


class Walker:
    """Turns elements into paragraphs, in their order.

    Args:
        script: the book.
        draw: gives the pieces of a chart by its number.
        room: how wide the text is, in twips.
        style: that of a plain paragraph.
    """

    def __init__(
        self, script: Manuscript, draw: Callable[[int], Sequence[ChartPiece]], room: int = ROOM, style: str = "BookText"
    ) -> None:
        self.script = script
        self.draw = draw
        self.room = room
        self.style = style
        self.out: list[Paragraph | Whole] = []
        self._left = 0
        self._label = ""
        self._hang = 0
        self._lead: list[Span] = []
        self._places: list[str] = []

    def markup(self, *, in_row: bool = False) -> str:
        """All that was walked, but headings under which nothing stands: what is hidden is another handbook's."""
        kept = [each for each, after in zip_longest(self.out, self.out[1:]) if not _is_idle(each, after)]
        return "".join(each.markup(in_row=in_row) for each in kept)

    def walk(self, element: Any) -> None:
        """Write an element that stands by itself."""
        if is_unseen(element):
            return
        if (place := element.get("id")) and place in self.script.wanted:
            self._places.append(place)
        start, own = len(self.out), classes(element)
        self._by_tag(element, own)
        if own & _WHOLE:
            self.keep(start)

    def keep(self, start: int) -> None:
        """Keep what was written since *start* on one page, unless it is longer than is worth it."""
        written = self.out[start:]
        if sum(each.lines for each in written) <= _MOST_LINES:
            for each in written[:-1]:
                each.keep = True

    def place(self, place: str) -> None:
        """Put a bookmark at the next paragraph."""
        self._places.append(place)

    def _by_tag(self, element: Any, own: frozenset[str]) -> None:
        match element.tag:
            case "h1" | "h2":
                pass  # the title of a record: the book has its own
            case "h3" | "h4" | "h5":
                style = _SECTION if "book__section" in own else "Heading5"
                self._paragraph(self._spans(element), style)
            case "p" if "chips" in own and len(_chips(element)) > _MOST_CHIPS:
                self._items(_chips(element))
            case "p" | "summary" | "figcaption" if not _has_blocks(element):
                self._plain(element, own)
            case "ul" | "ol":
                self._list(element, own)
            case "table":
                self._table(element)
            case "figure" if "flow" in own:
                self._chart(element)
            case "img":
                self._picture(element)
            case "blockquote":
                with self._styled("BookSaid"):
                    self._children(element)
                    self._paragraph([], "BookSaid")  # a tag that nothing follows
            case _:
                self._children(element)

    def _plain(self, element: Any, own: frozenset[str]) -> None:
        is_title = bool(own & _TITLES) or element.tag == "summary"
        style = next((style for name, style in _STYLES.items() if name in own), self.style)
        face: Face = "bold" if is_title else ""
        start = len(self.out)
        self._paragraph(self._spans(element, Span("", face)), style)
        if is_title and len(self.out) > start:
            self.out[-1].keep = True

    def _spans(self, element: Any, look: Span = Span("")) -> list[Span]:  # noqa: B008 - a span never changes
        return [span for span in spans(element, self.script.lang, look) if span.text]

    def _children(self, element: Any) -> None:
        """What stands in *element*: paragraphs as they are, and text between them as paragraphs."""
        line: list[Span] = [Span(element.text)] if element.text else []
        for child in element:
            if _is_block(child):
                self._flush(line)
                self.walk(child)
            else:
                line += self._inline(child)
            if child.tail:
                line.append(Span(child.tail))
        self._flush(line)

    def _inline(self, child: Any) -> list[Span]:
        self._places += [place for each in child.iter() if (place := each.get("id")) in self.script.wanted]
        if isinstance(child.tag, str) and "tag" in classes(child):
            self._lead = spans(child, self.script.lang)
            return []
        return spans(child, self.script.lang)

    def _flush(self, line: list[Span]) -> None:
        if any(span.text.strip() for span in line):
            self._paragraph(line, self.style)
        line.clear()

    def _paragraph(self, pieces: Sequence[Span], style: str) -> None:
        words = joined([*self._lead, *pieces])
        if not words and not (self._label and pieces):
            return
        self._lead = []
        content = "".join(self.script.bookmark(place) for place in self._places)
        self._places = []
        hanging = self._hang if self._label else 0
        if self._label:
            style = "BookText" if style == "BookSaid" else style  # its bar would stand before the number
            content += wml.run(self._label) + wml.TAB
            self._label = ""
        content += "".join(self.script.runs(word.text, word.face, word.href) for word in words)
        lines = 1 + round(ems("".join(word.text for word in words)) * _EM / max(self.room - self._left, 1))
        self.out.append(Paragraph(content, style, self._left, hanging, style.startswith("Heading"), lines))

    def _list(self, element: Any, own: frozenset[str]) -> None:
        number = 0
        for child in element:
            if child.tag != "li":
                self.walk(child)
            elif not is_unseen(child):
                number += 1
                mark = f"{number}." if element.tag == "ol" else "•"
                self._item(child, _label_of(child) or ("" if own & _BARE else mark))

    def _items(self, chips: Sequence[Any]) -> None:
        """Many chips, of which there would be a paragraph that nobody can find anything in."""
        for chip in chips:
            self._hung("•", partial(self._chip, chip))

    def _chip(self, chip: Any) -> None:
        self._paragraph(self._spans(chip), self.style)

    def _item(self, item: Any, label: str) -> None:
        self._hung(label, partial(self.walk, item))

    def _hung(self, label: str, write: Callable[[], None]) -> None:
        """What *write* writes, set in behind *label*."""
        hang = max(STEP, round(ems(label) * _EM) + 120) if label else 0
        left = self._left
        self._left, self._label, self._hang = left + hang, label, hang
        write()
        if self._label and self._label != "•":
            self._paragraph([Span(" ")], self.style)
        self._left, self._label = left, ""

    def _chart(self, element: Any) -> None:
        """The strips of a chart, all of one scale; the first two on the page of what stands above them."""
        start = len(self.out)
        for number in [int(each.get("data-chart")) for each in element.iter("img") if each.get("data-chart")]:
            described = next((text for each in element.iter() if (text := each.get("aria-label"))), "")
            strips = self.draw(number)
            scale = min(_scale(self.room, strip.width, strip.height) for strip in strips)
            for strip in strips:
                self._shown(strip.content, described, (strip.width * scale, strip.height * scale), "BookStrip")
        for shown in self.out[start : start + 1]:
            shown.keep = True

    def _picture(self, element: Any) -> None:
        content = base64.b64decode(str(element.get("src")).partition(",")[2])
        with Image.open(BytesIO(content)) as picture:
            width, height = picture.size
            kind = "png" if picture.format == "PNG" else "jpeg"
        scale = _scale(round(self.room * _PHOTO), width, height)
        shown = PictureFile(content, "png" if kind == "png" else "jpeg", width, height)
        self._shown(shown, str(element.get("alt") or ""), (width * scale, height * scale), "BookPicture")

    def _shown(self, content: PictureFile, described: str, pixels: tuple[float, float], style: str) -> None:
        """A picture of so many pixels of a screen."""
        size = round(pixels[0] * _SCREEN), round(pixels[1] * _SCREEN)
        content_ = "".join(self.script.bookmark(place) for place in self._places)
        self._places = []
        markup = content_ + self.script.picture(content, described, size)
        self.out.append(Paragraph(markup, style, lines=size[1] // 300))

    def _table(self, element: Any) -> None:
        from generators.binding.tables import table  # which walks what stands in the cells

        if drawn := table(self, element, self._places):
            self._places = []
            self.out.append(Whole(drawn))

    def within(self, room: int, style: str) -> Walker:
        """A walker for a cell of a table."""
        return Walker(self.script, self.draw, room, style)

    @contextmanager
    def _styled(self, style: str) -> Iterator[None]:
        before, self.style = self.style, style
        yield
        self.style = before


def _is_block(element: Any) -> bool:
    return isinstance(element.tag, str) and (element.tag in _BLOCKS or _has_blocks(element))


def _has_blocks(element: Any) -> bool:
    return any(isinstance(each.tag, str) and each.tag in _BLOCKS for each in element.iterdescendants())


def _is_idle(each: Paragraph | Whole, after: Paragraph | Whole | None) -> bool:
    """Whether it is the title of a section that has nothing, and no link leads there."""
    if not isinstance(each, Paragraph) or each.style != _SECTION or "bookmarkStart" in each.content:
        return False
    return after is None or (isinstance(after, Paragraph) and after.style == _SECTION)


def _scale(room: int, width: float, height: float) -> float:
    """How much smaller a picture of so many pixels has to be to fit the page."""
    return min(1.0, room / (width * _SCREEN), _TALLEST / (height * _SCREEN))


def _chips(paragraph: Any) -> list[Any]:
    """The chips of a paragraph that has nothing else."""
    shown = [child for child in paragraph if not is_unseen(child)]
    return shown if all("chip" in classes(child) for child in shown) else []


def _label_of(item: Any) -> str:
    """The number that an item of a list brings along."""
    for element in item.iter():
        if isinstance(element.tag, str) and classes(element) & LABELS:
            nearest = next(element.iterancestors("li"), None)
            return text_of(element) if nearest is item else ""
    return ""
