"""The list of contents of a package, and every part of XML in it judged, whether it is used here or not.

Somebody will open the file in Word after us. Most parts are the same in all copies of a form (styles, headers, types),
so what was found about small ones is kept.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import Final

from lxml import etree

from filled.reading.outside import check_fields, check_relations
from filled.reading.package import Package
from filled.reading.refusals import Refusal, RefusedError
from filled.reading.xml import check, parse
from schemas.limits import MOST_WEIGHT

_LIST: Final = "[Content_Types].xml"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_ENDINGS: Final = (".xml", ".rels", ".vml", ".svg")
_SMALL: Final = 32 * 1024
_KEPT: Final = 256


def types_in(package: Package) -> Mapping[str, str]:
    """Content types by part name (`/word/document.xml`) or by ending (`.xml`), in small letters.

    Raises:
        RefusedError: there is no list, it gives a part two types, or one of them is of macros.
    """
    if not package.has(_LIST):
        raise RefusedError(Refusal.NOT_WORD, kind="ODT" if package.has("content.xml") else "ZIP")
    source = package.read(_LIST)
    return _listed(source) if len(source) <= _SMALL else _listed.__wrapped__(source)


@lru_cache(maxsize=_KEPT)
def _listed(source: bytes) -> Mapping[str, str]:
    types: dict[str, str] = {}
    check(source, _LIST)
    for node in parse(source, _LIST):
        name = node.get("PartName") if node.tag == f"{_TYPES}Override" else f".{node.get('Extension')}"
        kind = node.get("ContentType") or ""
        if types.setdefault((name or "").casefold(), kind) != kind:
            raise RefusedError(Refusal.TYPED_TWICE, name=name)
    if any("macroenabled" in kind.casefold() or "vbaproject" in kind.casefold() for kind in types.values()):
        raise RefusedError(Refusal.MACRO_TYPE)
    return MappingProxyType(types)


def type_of(types: Mapping[str, str], name: str) -> str:
    """The content type of the part *name*; empty when it has none."""
    return types.get(f"/{name}".casefold(), types.get(posixpath.splitext(name)[1].casefold(), ""))


def check_parts(package: Package, types: Mapping[str, str]) -> None:
    """Judge every part of XML: by its name or by its type, as the one may belie the other.

    Raises:
        RefusedError: one of them has what no form has, or all of them together too many elements.
    """
    weight = 0
    for name in package.names():
        if name != _LIST and (name.casefold().endswith(_ENDINGS) or type_of(types, name).endswith("xml")):
            weight += _weight_of(package, name)
            if weight > MOST_WEIGHT:
                raise RefusedError(Refusal.MANY_ELEMENTS, name=name)


def _weight_of(package: Package, name: str) -> int:
    """The weight of a part that nothing is wrong with."""
    source = package.read(name)
    if len(source) > _SMALL:
        weight = check(source, name)
        _check_tree(package.root(name), name)
        return weight
    part = name, sha256(source).digest()
    if (known := _JUDGED.get(part)) is not None:
        return known
    weight = check(source, name)
    _check_tree(parse(source, name), name)
    if len(_JUDGED) >= _MOST_JUDGED:
        _JUDGED.clear()
    _JUDGED[part] = weight
    return weight


_JUDGED: Final[dict[tuple[str, bytes], int]] = {}
"""The weight of small parts that nothing is wrong with, by name and content."""
_MOST_JUDGED: Final = 8192


def _check_tree(root: etree._Element, name: str) -> None:
    if name.casefold().endswith(".rels"):
        check_relations(root)
    else:
        check_fields(root)
