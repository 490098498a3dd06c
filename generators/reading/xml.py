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
_ENCODINGS: Final = (b"utf-8", b"utf8", b"us-ascii", b"ascii")

_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)
"""Fetches nothing, expands nothing and keeps libxml2's own limits."""


def parse(data: bytes, name: str) -> etree._Element:
    """The root element of a part.

    Args:
        data: the part.
        name: what it is called in a refusal.

    Raises:
        RefusedError: it has a doctype, another encoding than UTF-8, too many elements, or is not well-formed.
    """
    start = data.removeprefix(_BOM).lstrip()
    declared = _ENCODING.match(start)
    if not start.startswith(b"<") or b"\0" in data or (declared and declared[1].lower() not in _ENCODINGS):
        raise RefusedError("encoding", name=name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RefusedError("doctype", name=name)
    if data.count(b"<") > MOST_TAGS or data.count(b"=") > MOST_TAGS:
        raise RefusedError("many-elements", name=name)
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError:
        raise RefusedError("bad-xml", name=name) from None
