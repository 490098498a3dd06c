"""The content controls of a document: what each is called, what it shows, and what it stores.

Word keeps tags. LibreOffice 7.4 drops them but keeps the bookmark around each control, which it moves inside: such a
control is known by its bookmark. Where the control itself is gone and only the bookmark is left, the text between its
ends counts, or that of the whole cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Final

from lxml import etree

from filled.reading.document import FormFile
from filled.reading.refusals import Refusal, RefusedError
from filled.wordml import W14, W
from schemas.control_names import PREFIX
from schemas.limits import LONGEST_TEXT, MOST_FIELDS

_SDT, _PR, _CONTENT = f"{W}sdt", f"{W}sdtPr", f"{W}sdtContent"
_TAG, _ALIAS, _HINTED = f"{W}tag", f"{W}alias", f"{W}showingPlcHdr"
_DATE, _LIST, _COMBO, _ITEM = f"{W}date", f"{W}dropDownList", f"{W}comboBox", f"{W}listItem"
_BOX, _CHECKED = f"{W14}checkbox", f"{W14}checked"
_VAL, _FULL_DATE, _VALUE, _DISPLAYED = f"{W}val", f"{W}fullDate", f"{W}value", f"{W}displayText"
_ROW, _CELL, _PARAGRAPH, _RUN, _RUN_PR = f"{W}tr", f"{W}tc", f"{W}p", f"{W}r", f"{W}rPr"
_START, _END, _NAME, _ID = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}name", f"{W}id"
_T: Final = f"{W}t"
_SAID: Final = {
    f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad",
}  # fmt: skip
_SYMBOL: Final = f"{W}sym"
_TEXTS: Final = (_T, *_SAID, _SYMBOL, _PARAGRAPH)
_TAKEN_OUT: Final = (f"{W}del", f"{W}moveFrom")
_HIDDEN: Final = f"{W}vanish"
_OF_NO_USE: Final = frozenset({_ALIAS, f"{W}id", f"{W}lock", f"{W}placeholder", f"{W}rPr"})
_TRUE: Final = ("1", "true", "on")
_MOST_TEXT: Final = LONGEST_TEXT + 1
"""How much of a text is read: enough to see that it is too long."""
_MOST_NAME: Final = 200
"""How much of a tag or of what a control is called is read; ours have up to 64 characters."""


@dataclass(slots=True)
class Control:
    """A control as the file has it.

    Attributes:
        tag: its tag, or empty.
        bookmark: the bookmark around it when it has no tag, or empty.
        text: what it shows.
        hinted: whether it says itself that it shows a hint.
        checked: whether a check box is ticked; None for another control.
        full_date: the date a date control stores, as it stores it.
        items: values of a list by what it displays.
        node: its element, or the bookmark that is left of it.
    """

    node: etree._Element
    tag: str = ""
    bookmark: str = ""
    text: str = ""
    hinted: bool = False
    checked: bool | None = None
    full_date: str = ""
    items: dict[str, str] = field(default_factory=dict)

    @property
    def row(self) -> etree._Element | None:
        """The table row it stands in."""
        return next(self.node.iterancestors(_ROW), None)

    @property
    def alias(self) -> str:
        """What the word processor calls it."""
        alias_node = self.node.find(f"{_PR}/{_ALIAS}")
        return "" if alias_node is None else (alias_node.get(_VAL) or "")[:_MOST_NAME]


def controls(file: FormFile) -> list[Control]:
    """Every control of a document in its order, but for the wrappers of repeating rows; deleted ones are left out.

    Raises:
        RefusedError: there are far more than any form has.
    """
    reader = _ControlReader(next(file.root.iter(*_TAKEN_OUT, _HIDDEN), None) is not None)
    all_controls = list(islice(reader.controls(file.root), MOST_FIELDS + 1))
    if any(not control.tag for control in all_controls) or not all_controls:
        all_controls += islice(reader.loose(file.root, {control.bookmark for control in all_controls}), MOST_FIELDS)
    if len(all_controls) > MOST_FIELDS:
        raise RefusedError(Refusal.MANY_CONTROLS, most=MOST_FIELDS)
    return all_controls


class _ControlReader:
    """Reads controls of one document; *careful* where text may be deleted or hidden."""

    def __init__(self, careful: bool) -> None:
        self.careful = careful

    def controls(self, root: etree._Element) -> Iterator[Control]:
        """Every control; what is inside one belongs to its text."""
        inside: set[etree._Element] = set()
        for node in root.iter(_SDT):
            control = None if node in inside else self.control(node)
            if control is not None:
                inside.update(node.iterdescendants(_SDT))
                yield control

    def control(self, node: etree._Element) -> Control | None:
        """The control of an `w:sdt`; None for one that only wraps rows or cells."""
        control, content = Control(node), None
        for part in node:  # iterating is several times faster than asking for each by name
            if part.tag == _CONTENT:
                content = part
            elif part.tag == _PR:
                for child in part:
                    _read_property(control, child)
        if content is None or (self.careful and _is_taken_out(node)):
            return None
        if _is_wrapper(control, content):
            return None
        if not control.tag:
            control.bookmark = _bookmark_of(node, content)
        control.text = self.text(content)
        return control

    def text(self, content: etree._Element) -> str:
        """What an element shows; paragraphs and breaks become line breaks."""
        parts: list[str] = []
        for run in content:
            if self.careful or run.tag != _RUN:
                return self._deep_text(content)
            for node in run:
                if node.tag == _T:
                    parts.append(node.text or "")
                elif node.tag != _RUN_PR:
                    parts.append(_sign(node))
        return "".join(parts)[:_MOST_TEXT]

    def _deep_text(self, content: etree._Element) -> str:
        """The same for an element that holds more than runs."""
        parts: list[str] = []
        for node in content.iter(*_TEXTS):
            if self.careful and _is_taken_out(node):
                continue
            if node.tag == _T:
                parts.append(node.text or "")
            elif node.tag == _PARAGRAPH:
                parts.append("\n" if parts else "")
            else:
                parts.append(_sign(node))
        return "".join(parts)[:_MOST_TEXT]

    def loose(self, root: etree._Element, bookmarks: set[str]) -> Iterator[Control]:
        """Bookmarks of ours whose control is gone: the text between their ends, or that of their cell."""
        for start in root.iter(_START):
            name = start.get(_NAME) or ""
            if not name.startswith(PREFIX) or name in bookmarks or _is_in_control(start):
                continue
            bookmarks.add(name)
            text = self._between(start)
            cell = next(start.iterancestors(_CELL), None)
            if not text and cell is not None and _is_alone_in(cell):
                text = self.text(cell)
            yield Control(start, bookmark=name, text=text)

    def _between(self, start: etree._Element) -> str:
        """What stands behind the start of a bookmark, up to its end or the start of the next of ours."""
        parts = []
        for node in start.itersiblings():
            if node.tag in (_START, _END) and (node.get(_ID) == start.get(_ID) or _is_ours(node)):
                break
            parts.append(self.text(node) if node.tag != _RUN else self._deep_text(node))
        return "".join(parts)[:_MOST_TEXT]


def _is_wrapper(control: Control, content: etree._Element) -> bool:
    """Whether it holds controls rather than text: repeated rows, and what LibreOffice leaves of them."""
    if not len(content) or content[0].tag == _RUN:
        return False
    parent = control.node.getparent()
    in_line = parent is not None and parent.tag == _PARAGRAPH
    return not (in_line and control.tag) and content.find(f".//{_SDT}") is not None


def _read_property(control: Control, child: etree._Element) -> None:
    tag = child.tag
    if tag in _OF_NO_USE:
        return
    if tag == _TAG:
        control.tag = (child.get(_VAL) or "")[:_MOST_NAME]
    elif tag == _HINTED:
        control.hinted = child.get(_VAL, "1") in _TRUE
    elif tag == _DATE:
        control.full_date = child.get(_FULL_DATE) or ""
    elif tag in (_LIST, _COMBO):
        for item in child.iter(_ITEM):
            value = item.get(_VALUE) or ""
            control.items.setdefault(item.get(_DISPLAYED) or value, value)
    elif tag == _BOX:
        checked = child.find(_CHECKED)
        control.checked = checked is not None and checked.get(f"{W14}val", "1") in _TRUE


def _bookmark_of(node: etree._Element, content: etree._Element) -> str:
    """The bookmark of ours right before a control, or the first one inside."""
    before = takewhile(lambda sibling: sibling.tag == _START, node.itersiblings(preceding=True))
    names = (start.get(_NAME) or "" for start in (*before, *content.iter(_START)))
    return next((name for name in names if name.startswith(PREFIX)), "")


def _is_in_control(start: etree._Element) -> bool:
    following = start.getnext()
    inside = next(start.iterancestors(_SDT, _PARAGRAPH), None)
    return (following is not None and following.tag == _SDT) or (inside is not None and inside.tag == _SDT)


def _is_ours(start: etree._Element) -> bool:
    return (start.get(_NAME) or "").startswith(PREFIX)


def _is_alone_in(cell: etree._Element) -> bool:
    return len(list(islice(filter(_is_ours, cell.iter(_START)), 2))) == 1


def _is_taken_out(node: etree._Element) -> bool:
    """Whether a change that is tracked takes *node* away, or its run is hidden."""
    for ancestor in node.iterancestors(*_TAKEN_OUT, _RUN, _ROW):
        if ancestor.tag in _TAKEN_OUT:
            return True
        properties = ancestor.find(f"{W}rPr" if ancestor.tag == _RUN else f"{W}trPr")
        if properties is not None and properties.find(_HIDDEN if ancestor.tag == _RUN else _TAKEN_OUT[0]) is not None:
            return True
    return False


def _sign(node: etree._Element) -> str:
    """What an element other than text stands for; a tab stop of a paragraph's format stands for nothing."""
    parent = node.getparent()
    if node.tag in _SAID:
        return _SAID[str(node.tag)] if parent is not None and parent.tag == _RUN else ""
    try:
        return chr(int(node.get(f"{W}char") or "", 16)) if node.tag == _SYMBOL else ""
    except (ValueError, OverflowError):
        return ""
