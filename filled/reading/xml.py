"""XML from a stranger: no doctype, no entities, no other encoding, no more elements than a form may have."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from filled.reading.refusals import Refusal, RefusedError

MOST_WEIGHT: Final = 360_000
"""What the parts of a file may weigh: 1 for each sign `<` and 2 for each `=`; a tree takes some 120 bytes for each.

The largest forms weigh 25,000, a row of a wide register 1,200.
"""
_BOM: Final = b"\xef\xbb\xbf"
_ENCODING: Final = re.compile(rb"^<\?xml[^>]*?encoding\s*=\s*[\"']([^\"'>]*)", re.IGNORECASE)
_HEAD: Final = 1024
_ENCODINGS: Final = (b"utf-8", b"utf8", b"us-ascii", b"ascii")

_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)
"""Fetches nothing, expands nothing and keeps libxml2's own limits."""


def check(data: bytes, name: str) -> int:
    """The weight of a part, taken before it is parsed.

    Args:
        data: the part.
        name: what it is called in a refusal.

    Raises:
        RefusedError: it has a doctype, another encoding than UTF-8, or too many elements.
    """
    start = data[:_HEAD].removeprefix(_BOM).lstrip()
    declared = _ENCODING.match(start)
    if not start.startswith(b"<") or b"\0" in data or (declared and declared[1].lower() not in _ENCODINGS):
        raise RefusedError(Refusal.ENCODING, name=name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RefusedError(Refusal.DOCTYPE, name=name)
    if (weight := weigh(data)) > MOST_WEIGHT:
        raise RefusedError(Refusal.MANY_ELEMENTS, name=name)
    return weight


def weigh(data: bytes) -> int:
    """What a part weighs, in the measure of `MOST_WEIGHT`."""
    return data.count(b"<") + 2 * data.count(b"=")


def parse(data: bytes, name: str) -> etree._Element:
    """The root element of a part that was checked.

    Raises:
        RefusedError: it is not well-formed.
    """
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError:
        raise RefusedError(Refusal.BAD_XML, name=name) from None
