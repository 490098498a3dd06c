"""`imsmanifest.xml`: what a package holds, for a learning management system.

It is valid by the schemas of IMS and ADL, which are no part of the package: they carry a copyright and no licence to
pass them on, systems have their own, and nothing in the manifest points at them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from lxml import etree

from training.exports.outgoing import Outgoing
from training.exports.scorm.lesson import Lesson, picture_path

_IMS: Final = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADL: Final = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_SPACES: Final[Any] = {None: _IMS, "adlcp": _ADL}
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
    name = f"shouce.{outgoing.pool.course.replace('/', '.')}.{outgoing.lang}"
    root = etree.Element(f"{{{_IMS}}}manifest", {"identifier": name, "version": "1.2"}, nsmap=_SPACES)
    metadata = _within(root, "metadata")
    _within(metadata, "schema").text = "ADL SCORM"
    _within(metadata, "schemaversion").text = "1.2"
    organization = _within(_within(root, "organizations", default="course"), "organization", identifier="course")
    _title(organization, outgoing.title)
    resources = _within(root, "resources")
    for lesson in lessons:
        _item(organization, lesson)
        _resource(resources, lesson)
    _files(_within(resources, "resource", identifier="shared", type="webcontent"), "asset", shared)
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _within(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_IMS}}}{name}", attributes)


def _title(parent: etree._Element, title: str) -> None:
    cut = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
    _within(parent, "title").text = cut


def _item(organization: etree._Element, lesson: Lesson) -> None:
    item = _within(organization, "item", identifier=f"item.{lesson.id}", identifierref=f"sco.{lesson.id}")
    _title(item, lesson.title)
    if lesson.items:
        etree.SubElement(item, f"{{{_ADL}}}masteryscore").text = str(lesson.mastery)


def _resource(resources: etree._Element, lesson: Lesson) -> None:
    page = f"{lesson.id}.html"
    resource = _within(resources, "resource", identifier=f"sco.{lesson.id}", type="webcontent", href=page)
    pictures = dict.fromkeys(picture_path(item) for item in lesson.items if item.id in lesson.outgoing.pictures)
    _files(resource, "sco", (page, f"{lesson.id}.js", *pictures))
    _within(resource, "dependency", identifierref="shared")


def _files(resource: etree._Element, scorm_type: str, paths: Sequence[str]) -> None:
    resource.set(_SCO_TYPE, scorm_type)
    for path in paths:
        _within(resource, "file", href=path)
