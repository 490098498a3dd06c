"""XML from a stranger: no doctype, no entities, no other encoding, no more elements and names than a form may have."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from filled.reading.refusals import Refusal, RefusedError
from schemas.limits import MOST_NAMES, MOST_WEIGHT

_BOM: Final = b"\xef\xbb\xbf"
_ENCODINGS: Final = ("utf-8", "utf8", "us-ascii", "ascii")
_NAME: Final = re.compile(rb"<[^\s/>]+|\sxmlns[^\s\"'=<>]*\s*=\s*[\"'][^\"'<>]*|\s[^\s\"'=<>]+(?=\s*=)")

_PARSER: Final = etree.XMLParser(
    encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
    remove_pis=True,
)  # fmt: skip
"""Takes every part for UTF-8, fetches nothing, expands nothing and keeps libxml2's own limits."""
_BELIEVING: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
"""Takes a part for what its declaration says."""


def check(data: bytes, name: str) -> int:
    """The weight of a part, taken before it is parsed.

    Args:
        data: the part.
        name: what it is called in a refusal.

    Raises:
        RefusedError: it has a doctype, another encoding than UTF-8, or too many elements or names.
    """
    if not _is_utf_8(data):
        raise RefusedError(Refusal.ENCODING, name=name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RefusedError(Refusal.DOCTYPE, name=name)
    if (weight := weigh(data)) > MOST_WEIGHT:
        raise RefusedError(Refusal.MANY_ELEMENTS, name=name)
    if _has_too_many_names(data, weight):
        raise RefusedError(Refusal.MANY_NAMES, name=name, most=MOST_NAMES)
    return weight


def _is_utf_8(data: bytes) -> bool:
    """Whether a part is UTF-8, and its declaration, however long, says nothing else to any parser."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    if not text.startswith("<?xml"):
        return text.lstrip()[:1] == "<" and "\0" not in text
    declaration = data[: data.find(b"?>") + 2].removeprefix(_BOM)
    try:
        tree = etree.fromstring(declaration + b"<_/>", _BELIEVING).getroottree()
    except etree.XMLSyntaxError:
        return False
    return (tree.docinfo.encoding or "").casefold() in _ENCODINGS and "\0" not in text


def weigh(data: bytes) -> int:
    """At least as many nodes as the tree of a part has: one for each element and text, and two for each attribute.

    A text stands wherever a tag does not begin right behind another; `>` in a text may hide one, and counts too.
    """
    starts, ends = data.count(b"<"), data.count(b">")
    elements = starts - data.count(b"</")
    texts = starts - data.count(b"><") + max(0, ends - starts)
    return elements + texts + 2 * data.count(b"=")


def _has_too_many_names(data: bytes, weight: int) -> bool:
    """Whether there are more than `MOST_NAMES`; no name goes over the next `<`, and what says the same is read once."""
    if weight <= MOST_NAMES:
        return False
    names: set[bytes] = set()
    is_last = False
    while not is_last and len(names) <= MOST_NAMES:
        *parts, data = data.split(b"<", _AT_ONCE)
        is_last = len(parts) < _AT_ONCE
        names.update(_NAME.findall(b"<" + b"<".join({*parts, data} if is_last else set(parts))))
    return len(names) > MOST_NAMES


_AT_ONCE: Final = 20_000
"""How many tags are looked at together: all those of an ordinary copy."""


def parse(data: bytes, name: str) -> etree._Element:
    """The root element of a part that was checked.

    Raises:
        RefusedError: it is not well-formed, or has a doctype.
    """
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError:
        raise RefusedError(Refusal.BAD_XML, name=name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise RefusedError(Refusal.DOCTYPE, name=name)
    return root
