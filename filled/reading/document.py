"""A package taken for a form: its main part, and the properties that say which form it is and when it was saved."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

from lxml import etree

from filled.reading.contents import check_parts, type_of, types_in
from filled.reading.looks import Looks, looks_of
from filled.reading.package import Package
from filled.reading.refusals import Refusal, RefusedError
from filled.reading.xml import parse
from filled.wordml import W

_STRICT: Final = "{http://purl.oclc.org/ooxml/"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PROPERTY: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CUSTOM: Final = "docProps/custom.xml"
_CORE: Final = "docProps/core.xml"
_MODIFIED: Final = "{http://purl.org/dc/terms/}modified"
_KINDS: Final = (
    ("macroenabled", ""), ("spreadsheetml", "XLSX"), ("ms-excel", "XLSX"), ("presentationml", "PPTX"),
    ("ms-powerpoint", "PPTX"), ("template", "DOTX"), ("opendocument", "ODT"),
)  # fmt: skip
_KEPT: Final = ("form", "code", "edition", "fingerprint", "printed", "language", "variant")
_SMALL: Final = 64 * 1024
_KEPT_LOOKS: Final = 64


@dataclass(frozen=True)
class FormFile:
    """A Word file that says it is a form: its main part, what its properties and its styles say, when it was saved."""

    root: etree._Element
    properties: Mapping[str, str]
    looks: Looks
    saved: datetime | None = None


def open_form(data: bytes) -> FormFile:
    """Open a file.

    Raises:
        RefusedError: it is no Word document, holds what no form holds, or no form's properties.
    """
    package = Package(data)
    types = types_in(package)
    check_parts(package, types)
    main = _main_part(package)
    _check_type(type_of(types, main))
    root = package.root(main)
    if root.tag != f"{W}document":
        raise RefusedError(Refusal.STRICT if str(root.tag).startswith(_STRICT) else Refusal.NOT_WORD, kind="XML")
    properties = _properties(package)
    if "form" not in properties:
        raise RefusedError(Refusal.NO_FORM)
    if properties.get("variant") == "blank":
        raise RefusedError(Refusal.BLANK_VARIANT)
    if properties.get("variant") == "practice":  # as site/docs/assets/filling-word.js says it
        raise RefusedError(Refusal.PRACTICE)
    return FormFile(root, properties, _looks(package, main), _saved(package))


def _check_type(kind: str) -> None:
    if kind == _MAIN:
        return
    name = next((name for part, name in _KINDS if part in kind.casefold()), "?")
    raise RefusedError(Refusal.NOT_WORD, kind=name)


def _main_part(package: Package) -> str:
    """The part that the package says is its document."""
    if not package.has("_rels/.rels"):
        raise RefusedError(Refusal.NO_PART, name="_rels/.rels")
    targets = _targets(package, "_rels/.rels", "/officeDocument")
    if len(targets) != 1:
        raise RefusedError(Refusal.TWO_DOCUMENTS if targets else Refusal.NO_PART, name="word/document.xml")
    main = posixpath.normpath(targets[0].lstrip("/"))
    if not package.has(main):
        raise RefusedError(Refusal.NO_PART, name=main)
    return main


def _targets(package: Package, relations: str, kind: str) -> list[str]:
    """Where the *relations* of a *kind* lead."""
    nodes = package.root(relations).iter(_RELATION)
    return [node.get("Target") or "" for node in nodes if (node.get("Type") or "").endswith(kind)]


def _looks(package: Package, main: str) -> Looks:
    """What the styles of the document say of how text looks; they are the same in most copies."""
    folder, name = posixpath.split(main)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    targets = _targets(package, relations, "/styles") if package.has(relations) else []
    for target in targets:
        styles = posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))
        if package.has(styles):
            source = package.read(styles)
            return _kept_looks(source) if len(source) <= _SMALL else _kept_looks.__wrapped__(source)
    return Looks()


@lru_cache(maxsize=_KEPT_LOOKS)
def _kept_looks(source: bytes) -> Looks:
    return looks_of(parse(source, "styles"))


def _properties(package: Package) -> dict[str, str]:
    if not package.has(_CUSTOM):
        return {}
    properties: dict[str, str] = {}
    for node in package.root(_CUSTOM).iter(_PROPERTY):
        name = node.get("name") or ""
        if name in _KEPT and name not in properties:
            properties[name] = ((node[0].text if len(node) else "") or "")[:200].strip()
    return properties


def _saved(package: Package) -> datetime | None:
    """When a word processor saved the file last, as it says itself; None where it does not, or not as a time."""
    if not package.has(_CORE):
        return None
    text = next((node.text or "" for node in package.root(_CORE).iter(_MODIFIED)), "")
    try:
        saved = datetime.fromisoformat(text.strip())
        return saved.astimezone(UTC) if saved.tzinfo else saved.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
