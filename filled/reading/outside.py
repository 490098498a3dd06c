"""What Word would fetch or start when it opens a file: relationships and fields that lead out of it."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from lxml import etree

from filled.reading.refusals import Refusal, RefusedError

_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_EMBEDDED: Final = ("afchunk", "oleobject", "package", "control", "vbaproject", "subdocument")
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\\\", re.IGNORECASE)
_LONGEST_NAME: Final = 60
_CODE, _EDGE, _SIMPLE = "{*}instrText", "{*}fldChar", "{*}fldSimple"
_FETCHING: Final = re.compile(
    r"\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|RD)\b", re.IGNORECASE
)


def check_relations(root: etree._Element) -> None:
    """Nothing outside may be referred to but by a hyperlink: not a template, a picture or a document.

    Raises:
        RefusedError: something else is, or the file embeds another.
    """
    for node in root.iter(_RELATION):
        kind = (node.get("Type") or "").rpartition("/")[2]
        is_external = (node.get("TargetMode") or "").strip().casefold() == "external"
        if kind != "hyperlink" and (is_external or _ELSEWHERE.match((node.get("Target") or "").strip())):
            if kind == "attachedTemplate":
                raise RefusedError(Refusal.TEMPLATE, target=_file_name(node.get("Target") or ""))
            raise RefusedError(Refusal.EXTERNAL, kind=kind)
        if kind.casefold() in _EMBEDDED:
            raise RefusedError(Refusal.EMBEDDED, name=kind)


def _file_name(target: str) -> str:
    """What the file at the end of a path or an address is called; where it lies is nobody's business."""
    return re.split(r"[/\\]", unquote(target.strip()))[-1][:_LONGEST_NAME]


def check_fields(root: etree._Element) -> None:
    """No field may fetch a file or start a program; the code of one may be torn over several runs.

    Raises:
        RefusedError: one does.
    """
    code = ""
    for node in root.iter(_CODE, _EDGE, _SIMPLE):
        if etree.QName(node).localname == "instrText":
            code += node.text or ""
            continue
        _check_code(code)
        code = ""
        for name, value in node.attrib.items():
            if etree.QName(name).localname == "instr":
                _check_code(str(value))
    _check_code(code)


def _check_code(code: str) -> None:
    if fetching := _FETCHING.match(code):
        raise RefusedError(Refusal.FIELD, name=fetching[1].upper())
