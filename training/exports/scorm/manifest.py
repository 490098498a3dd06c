"""`imsmanifest.xml`: what a package holds, for a learning management system."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree
from lxml.builder import ElementMaker

from training.exports.outgoing import Outgoing
from training.exports.scorm.lesson import Lesson, picture_path

_IMS: Final = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADL: Final = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_ims: Final = ElementMaker(namespace=_IMS, nsmap={None: _IMS, "adlcp": _ADL})
_adl: Final = ElementMaker(namespace=_ADL, nsmap={None: _IMS, "adlcp": _ADL})
_SCO_TYPE: Final = f"{{{_ADL}}}scormtype"
_LONGEST_TITLE: Final = 200
"""Characters of a title that the schema allows; the whole title stands on the page."""


def manifest(outgoing: Outgoing, lessons: Sequence[Lesson], shared: Sequence[str]) -> bytes:
    """The manifest of a course.

    Args:
        outgoing: the course.
        lessons: its modules, a SCO each.
        shared: the files that all of them use.
    """
    root = _ims.manifest(
        _ims.metadata(_ims.schema("ADL SCORM"), _ims.schemaversion("1.2")),
        _ims.organizations(
            _ims.organization(_title(outgoing.title), *map(_item, lessons), identifier="course"), default="course"
        ),
        _ims.resources(*(_resource(lesson) for lesson in lessons), _shared(shared)),
        identifier=f"shouce.{outgoing.pool.course.replace('/', '.')}.{outgoing.lang}",
        version="1.2",
    )
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _item(lesson: Lesson) -> etree._Element:
    mastery = [_adl.masteryscore(str(lesson.mastery))] if lesson.items else []
    return _ims.item(
        _title(lesson.title), *mastery, identifier=f"item.{lesson.id}", identifierref=f"sco.{lesson.id}"
    )


def _title(title: str) -> etree._Element:
    return _ims.title(title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…")


def _resource(lesson: Lesson) -> etree._Element:
    pictures = [picture_path(item) for item in lesson.items if item.id in lesson.outgoing.pictures]
    return _ims.resource(
        *map(_file, (f"{lesson.id}.html", f"{lesson.id}.js", *pictures)),
        _ims.dependency(identifierref="shared"),
        {_SCO_TYPE: "sco"},
        identifier=f"sco.{lesson.id}",
        type="webcontent",
        href=f"{lesson.id}.html",
    )


def _shared(files: Sequence[str]) -> etree._Element:
    return _ims.resource(*map(_file, files), {_SCO_TYPE: "asset"}, identifier="shared", type="webcontent")


def _file(path: str) -> etree._Element:
    return _ims.file(href=path)
