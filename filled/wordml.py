"""WordprocessingML as a tree: the names of its elements, the main part of a form, and places to cut its markup at."""

from __future__ import annotations

from functools import cache
from typing import Final

from lxml import etree

from generators.docx.styles import DECLARATION

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
DOCUMENT: Final = "word/document.xml"


def written(root: etree._Element) -> str:
    """The text of a part."""
    return DECLARATION + etree.tostring(root, encoding="unicode")


def mark(name: str) -> etree._Element:
    """A place in a tree at which `cut` cuts its markup: a processing instruction, which no form of ours has."""
    return etree.ProcessingInstruction(name)


def cut(markup: str, name: str) -> list[str]:
    """*markup* in the pieces between the marks of a *name*."""
    return markup.split(_text_of_mark(name))


@cache
def _text_of_mark(name: str) -> str:
    return etree.tostring(mark(name), encoding="unicode")
