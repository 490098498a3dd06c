"""The content controls of a document: what each is called, what it shows, and what it stores.

Word keeps tags. LibreOffice 7.4 drops them but keeps the bookmark around each control, which it moves inside: such a
control is known by its bookmark. Where the control itself is gone and only the bookmark is left, the text between its
ends counts, or that of the whole cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Final

from lxml import etree

from filled.reading.document import FormFile
from filled.reading.refusals import Refusal, RefusedError
from filled.reading.visible import NOTHING, Eye, Seen
from filled.wordml import VAL, W14, W, is_on
from schemas.control_names import PREFIX
from schemas.limits import MOST_FIELDS

_SDT, _PR, _CONTENT = f"{W}sdt", f"{W}sdtPr", f"{W}sdtContent"
_TAG, _ALIAS, _HINTED = f"{W}tag", f"{W}alias", f"{W}showingPlcHdr"
_DATE, _LIST, _COMBO, _ITEM = f"{W}date", f"{W}dropDownList", f"{W}comboBox", f"{W}listItem"
_BOX, _CHECKED = f"{W14}checkbox", f"{W14}checked"
_FULL_DATE, _VALUE, _DISPLAYED = f"{W}fullDate", f"{W}value", f"{W}displayText"
_ROW, _CELL, _PARAGRAPH, _RUN = f"{W}tr", f"{W}tc", f"{W}p", f"{W}r"
_START, _END, _NAME, _ID = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}name", f"{W}id"
_STYLED: Final = f"{W}rStyle"
_HINT_STYLE: Final = "placeholder"
"""What the name of the style begins with in which word processors show a hint."""
_OF_NO_USE: Final = frozenset({_ALIAS, f"{W}id", f"{W}lock", f"{W}placeholder", f"{W}rPr"})
_MOST_NAME: Final = 200
"""How much of a tag or of what a control is called is read; ours have up to 64 characters."""


@dataclass(slots=True)
class Control:
    """A control as the file has it.

    Attributes:
        tag: its tag, or empty.
        bookmark: the bookmark around it when it has no tag, or empty.
        seen: what it shows, and what is in it that is not seen.
        hinted: whether it says itself that it shows a hint.
        checked: whether a check box is ticked; None for another control.
        full_date: the date a date control stores, as it stores it.
        items: values of a list by what it displays.
        node: its element, or the bookmark that is left of it.
    """

    node: etree._Element
    tag: str = ""
    bookmark: str = ""
    seen: Seen = NOTHING
    hinted: bool = False
    checked: bool | None = None
    full_date: str = ""
    items: dict[str, str] = field(default_factory=dict)

    @property
    def row(self) -> etree._Element | None:
        """The table row it stands in."""
        return next(self.node.iterancestors(_ROW), None)

    @property
    def text(self) -> str:
        """What it shows."""
        return self.seen.text

    @property
    def is_grey(self) -> bool:
        """Whether what it shows has the style of a hint."""
        styles = [(node.get(VAL) or "").casefold() for node in self.node.iter(_STYLED)]
        return bool(styles) and all(style.startswith(_HINT_STYLE) for style in styles)

    @property
    def alias(self) -> str:
        """What the word processor calls it."""
        alias_node = self.node.find(f"{_PR}/{_ALIAS}")
        return "" if alias_node is None else (alias_node.get(VAL) or "")[:_MOST_NAME]


def controls(file: FormFile) -> list[Control]:
    """Every control of a document in its order, but for the wrappers of repeating rows; deleted ones are left out.

    Raises:
        RefusedError: there are far more than any form has.
    """
    reader = _ControlReader(Eye(file.root, file.looks))
    all_controls = list(islice(reader.controls(file.root), MOST_FIELDS + 1))
    if loose := list(islice(reader.loose(file.root, all_controls), MOST_FIELDS)):
        order = {node: number for number, node in enumerate(file.root.iter(_SDT, _START))}
        all_controls = sorted((*all_controls, *loose), key=lambda control: order[control.node])
    if len(all_controls) > MOST_FIELDS:
        raise RefusedError(Refusal.MANY_CONTROLS, most=MOST_FIELDS)
    return all_controls


class _ControlReader:
    """Reads controls of one document as *eye* sees them."""

    def __init__(self, eye: Eye) -> None:
        self.eye = eye

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
                    if child.tag not in _OF_NO_USE:
                        _read_property(control, child)
        if content is None or self.eye.is_gone(node) or _is_wrapper(control, content):
            return None
        if not control.tag:
            control.bookmark = _bookmark_of(node, content)
        control.seen = self.eye.see(content)
        return control

    def loose(self, root: etree._Element, known: Sequence[Control]) -> Iterator[Control]:
        """Bookmarks of ours whose control is gone: the text between their ends, or that of their cell.

        Where tags are left, a bookmark with nothing in it is that of a field somebody deleted.
        """
        bookmarks = {control.bookmark for control in known}
        nodes = {control.node for control in known}
        has_tags = any(control.tag for control in known)
        for start in root.iter(_START):
            if (following := start.getnext()) is not None and following.tag == _SDT:
                continue
            name = start.get(_NAME) or ""
            if not name.startswith(PREFIX) or name in bookmarks or _is_in_control(start):
                continue
            bookmarks.add(name)
            if len(bookmarks) > MOST_FIELDS:
                raise RefusedError(Refusal.MANY_CONTROLS, most=MOST_FIELDS)
            between = _between(start)
            if any(node in nodes for sibling in between for node in sibling.iter(_SDT)):
                continue
            seen, cell = self.eye.see(between), next(start.iterancestors(_CELL), None)
            if not has_tags and not seen.text and cell is not None and _is_alone_in(cell):
                seen = self.eye.see(cell)
            if not has_tags or seen.text or seen.left_out:
                yield Control(start, bookmark=name, seen=seen)


def _between(start: etree._Element) -> list[etree._Element]:
    """What stands behind the start of a bookmark, up to its end or the start of the next of ours."""
    between = []
    for node in start.itersiblings():
        if node.tag in (_START, _END) and (node.get(_ID) == start.get(_ID) or _is_ours(node)):
            break
        between.append(node)
    return between


def _is_wrapper(control: Control, content: etree._Element) -> bool:
    """Whether it holds controls rather than text: repeated rows, and what LibreOffice leaves of them."""
    if not len(content) or content[0].tag == _RUN:
        return False
    if content[0].tag == _ROW:
        return True
    parent = control.node.getparent()
    in_line = parent is not None and parent.tag == _PARAGRAPH
    return not (in_line and control.tag) and content.find(f".//{_SDT}") is not None


def _read_property(control: Control, child: etree._Element) -> None:
    tag = child.tag
    if tag == _TAG:
        control.tag = (child.get(VAL) or "")[:_MOST_NAME]
    elif tag == _HINTED:
        control.hinted = is_on(child)
    elif tag == _DATE:
        control.full_date = child.get(_FULL_DATE) or ""
    elif tag in (_LIST, _COMBO):
        for item in child.iter(_ITEM):
            value = item.get(_VALUE) or ""
            control.items.setdefault(item.get(_DISPLAYED) or value, value)
    elif tag == _BOX:
        checked = child.find(_CHECKED)
        control.checked = checked is not None and is_on(checked, f"{W14}val")


def _bookmark_of(node: etree._Element, content: etree._Element) -> str:
    """The bookmark of ours right before a control, or the first one inside."""
    before = takewhile(lambda sibling: sibling.tag == _START, node.itersiblings(preceding=True))
    names = (start.get(_NAME) or "" for start in (*before, *content.iter(_START)))
    return next((name for name in names if name.startswith(PREFIX)), "")


def _is_in_control(start: etree._Element) -> bool:
    inside = next(start.iterancestors(_SDT, _PARAGRAPH), None)
    return inside is not None and inside.tag == _SDT


def _is_ours(start: etree._Element) -> bool:
    return (start.get(_NAME) or "").startswith(PREFIX)


def _is_alone_in(cell: etree._Element) -> bool:
    return len(list(islice(filter(_is_ours, cell.iter(_START)), 2))) == 1
