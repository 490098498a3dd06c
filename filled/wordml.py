"""WordprocessingML as a tree: the names of its elements, the main part of a form, and places to cut its markup at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from generators.docx.styles import DECLARATION

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
DOCUMENT: Final = "word/document.xml"
VAL: Final = f"{W}val"
_OFF: Final = frozenset({"0", "false", "off", "none"})


def is_on(node: etree._Element, name: str = VAL) -> bool:
    """Whether an element that switches something is on: it is, unless its attribute *name* says in any way that not."""
    return (node.get(name) or "1").strip().casefold() not in _OFF


def written(root: etree._Element) -> str:
    """The text of a part."""
    return DECLARATION + etree.tostring(root, encoding="unicode")


def mark(name: str, key: str = "") -> etree._Element:
    """A place in a tree at which `cut` cuts its markup: a processing instruction, which no form of ours has."""
    return etree.ProcessingInstruction(name, key)


def cut(markup: str, name: str) -> Iterator[tuple[str, str]]:
    """*markup* in pieces between marks of a *name*, each with the key of the mark before it; the first has none."""
    first, *others = markup.split(f"<?{name} ")
    yield "", first
    for other in others:
        key, _, piece = other.partition("?>")
        yield key, piece
