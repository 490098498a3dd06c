"""XML from a stranger: no doctype, no entities, no other encoding, no more elements than any form has."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from generators.reading.refusals import RefusedError

MOST_TAGS: Final = 150_000
"""Signs `<`, and signs `=`: a tree takes some 200 bytes for each; the largest forms have about 12,000."""
_BOM: Final = b"\xef\xbb\xbf"
_ENCODING: Final = re.compile(rb"^<\?xml[^>]*?encoding\s*=\s*[\"']([^\"'>]*)", re.IGNORECASE)
_HEAD: Final = 1024
_ENCODINGS: Final = (b"utf-8", b"utf8", b"us-ascii", b"ascii")

_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)
"""Fetches nothing, expands nothing and keeps libxml2's own limits."""


def check(data: bytes, name: str) -> int:
    """How many tags a part has, counted before it is parsed.

    Args:
        data: the part.
        name: what it is called in a refusal.

    Raises:
        RefusedError: it has a doctype, another encoding than UTF-8, or too many elements.
    """
    start = data[:_HEAD].removeprefix(_BOM).lstrip()
    declared = _ENCODING.match(start)
    if not start.startswith(b"<") or b"\0" in data or (declared and declared[1].lower() not in _ENCODINGS):
        raise RefusedError("encoding", name=name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RefusedError("doctype", name=name)
    tags = max(data.count(b"<"), data.count(b"="))
    if tags > MOST_TAGS:
        raise RefusedError("many-elements", name=name)
    return tags


def parse(data: bytes, name: str) -> etree._Element:
    """The root element of a part that was checked.

    Raises:
        RefusedError: it is not well-formed.
    """
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError:
        raise RefusedError("bad-xml", name=name) from None
