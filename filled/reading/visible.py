"""What the eye sees of a piece of a document: the one place that says what counts as written.

Not seen: what is struck out, hidden or of no colour of its own, in whatever way (`looks`); what a tracked change takes
away; what is read aloud above a ruby; the code of a field; the second form of what is there in two. What is left out
but for a reading aid or a code is told with its reason, so that whoever wrote it learns of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby, islice
from typing import Final, NamedTuple

from lxml import etree

from filled.reading.looks import Look, Looks, is_plain
from filled.reading.symbols import drawn, symbol
from filled.wordml import W, is_on
from schemas.limits import LONGEST_TEXT

_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBLE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARAGRAPH, _RUN, _RUN_PR, _PARAGRAPH_PR = f"{W}p", f"{W}r", f"{W}rPr", f"{W}pPr"
_T, _GONE_T, _MATH_T, _SYMBOL = f"{W}t", f"{W}delText", f"{_MATH}t", f"{W}sym"
_TEXT_BOX: Final = f"{W}txbxContent"
_RUBY_BASE, _RUBY = f"{W}rubyBase", f"{W}ruby"
_FIELD, _CODE, _FIELD_TYPE = f"{W}fldChar", f"{W}instrText", f"{W}fldCharType"
_BOX: Final = f"{W}ffData/{W}checkBox"
_TWO_FORMS: Final = f"{_COMPATIBLE}AlternateContent"
_TAKEN_OUT: Final = (f"{W}del", f"{W}moveFrom")
_ROW, _CELL = f"{W}tr", f"{W}tc"
_PICTURES: Final = (f"{W}drawing", f"{W}pict", f"{W}object")
_SAID: Final = {
    f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "",
}  # fmt: skip
_SETTINGS: Final = frozenset(
    f"{W}{name}"
    for name in ("rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr")
)
MOST_TEXT: Final = LONGEST_TEXT + 1
"""How much of a text is read: enough to see that it is too long."""


class Why(Enum):
    """Why something that is written is not read."""

    STRUCK = auto()
    HIDDEN = auto()
    FAINT = auto()
    DELETED = auto()
    FIELD = auto()
    PICTURE = auto()


class LeftOut(NamedTuple):
    """What is written and not read, and why."""

    why: Why
    text: str


class Seen(NamedTuple):
    """What the eye sees, paragraphs and breaks as line breaks, and what is there besides."""

    text: str = ""
    left_out: tuple[LeftOut, ...] = ()


NOTHING: Final = Seen()


class Eye:
    """Looks at pieces of one document.

    Args:
        root: the document.
        looks: what its styles say.
    """

    def __init__(self, root: etree._Element, looks: Looks) -> None:
        self._looks = looks
        may_be_gone = next(root.iter(*_TAKEN_OUT, f"{W}cellDel", f"{W}hidden"), None) is not None
        self._is_plain = looks.is_plain and not may_be_gone
        self._around: dict[etree._Element, Why | None] = {}

    def see(self, nodes: Iterable[etree._Element]) -> Seen:
        """What is seen of *nodes*, which stand beside each other; of an element: of all that is in it."""
        text = self._plainly(nodes) if self._is_plain else None
        return Seen(text[:MOST_TEXT]) if text is not None else self._closely(list(nodes))

    def _closely(self, nodes: list[etree._Element]) -> Seen:
        return _Look(self._looks).at(nodes, self._why_around(nodes[0]) if nodes else None)

    def _why_around(self, node: etree._Element) -> Why | None:
        """Why what is around *node* keeps it from being seen; of each row and cell that is found once."""
        news = list[etree._Element]()
        why = None
        for around in node.iterancestors(*_TAKEN_OUT, _ROW, _CELL):
            if around in self._around:
                why = self._around[around]
                break
            news.append(around)
        for around in reversed(news):
            why = self._around[around] = _why(around) or why
        return why

    @staticmethod
    def _plainly(nodes: Iterable[etree._Element]) -> str | None:
        """The text of ordinary runs; None where one has anything that must be looked at."""
        parts: list[str] = []
        for run in nodes:
            if run.tag != _RUN:
                return None
            for node in run:
                if node.tag == _T:
                    parts.append(node.text or "")
                elif node.tag in _SAID:
                    parts.append(_SAID[str(node.tag)])
                elif node.tag != _RUN_PR or not is_plain(node):
                    return None
        return "".join(parts)

    def is_gone(self, node: etree._Element) -> bool:
        """Whether a tracked change takes *node* away, or its row is hidden."""
        return not self._is_plain and self._why_around(node) is not None


@dataclass(slots=True)
class _Code:
    """A field that is being read: where its code begins, the code itself, and whether its result has begun."""

    start: int
    box: str
    code: str = ""
    has_result: bool = False


class _Look:
    """One look at one place."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._parts: list[str] = []
        self._left_out: list[LeftOut] = []
        self._fields: list[_Code] = []
        self._paragraph: etree._Element | None = None
        self._goes_on = False
        self._is_apart = False
        self._has_picture = False

    def at(self, nodes: Sequence[etree._Element], why: Why | None) -> Seen:
        """What is seen of *nodes*; *why* is what around them keeps them from being seen."""
        if nodes:
            self._paragraph = next(nodes[0].iterancestors(_PARAGRAPH), None)
        for node in nodes:
            self._one(node, why)
        text = "".join(self._parts)[:MOST_TEXT]
        if self._has_picture and not text.strip():
            self._left_out.append(LeftOut(Why.PICTURE, ""))
        return Seen(text, tuple(_joined(self._left_out)))

    def _inside(self, node: Iterable[etree._Element], why: Why | None) -> None:
        for child in node:
            self._one(child, why)

    def _one(self, node: etree._Element, why: Why | None) -> None:
        tag = node.tag
        if tag == _RUN:
            self._run(node, why)
        elif tag == _PARAGRAPH:
            self._in_paragraph(node, why)
        elif tag == _TWO_FORMS:
            self._inside(_first_form(node), why)
        elif tag == _MATH_T:
            self._put(node.text or "", why)
        elif tag not in _SETTINGS:
            self._inside(node, why or _why(node))
            self._goes_on &= tag != _TEXT_BOX
            self._is_apart |= tag == _TEXT_BOX

    def _in_paragraph(self, node: etree._Element, why: Why | None) -> None:
        outside, self._paragraph = self._paragraph, node
        if self._parts and not self._goes_on:
            self._parts.append("\n")
        self._inside(node, why)
        self._paragraph, self._goes_on = outside, _is_end_gone(node)

    def _run(self, run: etree._Element, why: Why | None) -> None:
        look = self._looks.look(run.find(_RUN_PR), self._paragraph)
        why = why or _why_of(look)
        for node in run:
            self._in_run(node, look, why)

    def _in_run(self, node: etree._Element, look: Look, why: Why | None) -> None:
        tag = node.tag
        if tag in (_T, _GONE_T):
            self._put(drawn(node.text or "", look.font), why if tag == _T else Why.DELETED)
        elif tag in _SAID:
            self._put(_SAID[str(tag)], why)
        elif tag == _SYMBOL:
            self._put(symbol(node.get(f"{W}char") or "", node.get(f"{W}font") or ""), why)
        elif tag == _RUBY:
            for base in node.iterchildren(_RUBY_BASE):
                self._inside(base, why)
        elif tag == _FIELD:
            self._field(node, why)
        elif tag == _CODE:
            if self._fields:
                self._fields[-1].code += node.text or ""
        elif tag == _TWO_FORMS:
            for child in _first_form(node):
                self._in_run(child, look, why)
        elif tag != _RUN_PR:
            self._has_picture |= tag in _PICTURES
            self._one(node, why)

    def _put(self, text: str, why: Why | None) -> None:
        if why is None:
            if self._is_apart and text and self._parts:
                self._parts.append("\n")
            self._is_apart = self._is_apart and not text
            self._parts.append(text)
        elif text:
            self._left_out.append(LeftOut(why, text))

    def _field(self, node: etree._Element, why: Why | None) -> None:
        """A field shows its result, or a box; what stands before its result, its code, is not seen."""
        kind = node.get(_FIELD_TYPE)
        if kind == "begin":
            self._fields.append(_Code(len(self._parts), _box(node)))
            return
        field = self._fields.pop() if self._fields else None
        if field is None:
            return
        if not field.has_result:
            del self._parts[field.start :]
        if kind == "separate":
            field.has_result = True
            self._fields.append(field)
        elif field.box:
            self._put(field.box, why)
        elif not field.has_result and field.code.split()[:1] and field.code.split()[0].casefold() == "eq":
            self._left_out.append(LeftOut(Why.FIELD, field.code.strip()))


def _why_of(look: Look) -> Why | None:
    """Why text that looks so is not seen."""
    return Why.STRUCK if look.struck else Why.HIDDEN if look.hidden else Why.FAINT if look.faint else None


def _first_form(node: etree._Element) -> Iterator[etree._Element]:
    """What is in the first form of what is there in two."""
    return (child for form in islice(node, 1) for child in form)


def _box(begin: etree._Element) -> str:
    """What an old form field that is a box shows; empty for another."""
    box = begin.find(_BOX)
    if box is None:
        return ""
    state = box.find(f"{W}checked")
    state = box.find(f"{W}default") if state is None else state
    return "☑" if state is not None and is_on(state) else "☐"


def _why(node: etree._Element) -> Why | None:
    """Why what is in *node*, which is no run, is not seen."""
    if node.tag in _TAKEN_OUT:
        return Why.DELETED
    if node.tag == _CELL:
        return Why.DELETED if node.find(f"{W}tcPr/{W}cellDel") is not None else None
    properties = node.find(f"{W}trPr") if node.tag == _ROW else None
    if properties is None:
        return None
    if properties.find(f"{W}del") is not None:
        return Why.DELETED
    hidden = properties.find(f"{W}hidden")
    return Why.HIDDEN if hidden is not None and is_on(hidden) else None


def _is_end_gone(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph is taken away or hidden, so that the next one goes on in its line."""
    end = paragraph.find(f"{_PARAGRAPH_PR}/{_RUN_PR}")
    if end is None:
        return False
    hidden = end.find(f"{W}vanish")
    return any(end.find(name) is not None for name in _TAKEN_OUT) or (hidden is not None and is_on(hidden))


def _joined(left_out: Iterable[LeftOut]) -> Iterable[LeftOut]:
    """*left_out* with what follows each other for the same reason in one."""
    for why, group in groupby(left_out, key=lambda each: each.why):
        yield LeftOut(why, "".join(each.text for each in group)[:MOST_TEXT])
