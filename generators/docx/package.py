"""The package around the parts, put together by python-docx: the same parts give the same bytes, on any day."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package

from schemas.logo import Logo

_FIRST_DAY: Final = bytes((0, 0, 0b00100001, 0))
"""Midnight of 1 January 1980 as a zip file writes it, the earliest that it can."""
_CUSTOM_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
# Related in this order, so that they are rId1, rId2 … of the document: its section names headers and footers by these.
_RELATED: Final = (
    ("styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    ("settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    ("fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    ("header1.xml", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    ("header2.xml", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    ("footer1.xml", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    ("footer2.xml", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    ("theme/theme1.xml", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME),
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself; no time is among it, so that the same form is the same file on any day."""

    title: str
    subject: str
    author: str
    language: str


def assemble(
    word: Mapping[str, str], qr: bytes, custom: str, properties: Properties, logo: Logo | None = None
) -> bytes:
    """The package of a form.

    Args:
        word: the XML of `document.xml` and of everything it is related to, by name under `word/`.
        qr: the picture in the footers, as PNG.
        custom: `docProps/custom.xml`.
        properties: what goes into `docProps/core.xml`.
        logo: the picture in the headers, if there is one.
    """
    package = Package()
    document = _part(package, "/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, word["document.xml"])
    picture = Part(PackURI("/word/media/qr.png"), CONTENT_TYPE.PNG, qr, package)
    pictures = {RELATIONSHIP_TYPE.FOOTER: picture} | _logo(package, logo)
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    package.relate_to(_core(package, properties), RELATIONSHIP_TYPE.CORE_PROPERTIES)
    package.relate_to(_part(package, "/docProps/custom.xml", _CUSTOM_TYPE, custom), RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    for name, content_type, relation in _RELATED:
        part = _part(package, f"/word/{name}", content_type, word[name])
        document.relate_to(part, relation)
        if relation in pictures:
            part.relate_to(pictures[relation], RELATIONSHIP_TYPE.IMAGE)
    saved = BytesIO()
    package.save(saved)
    return _timeless(saved)


def _logo(package: Package, logo: Logo | None) -> dict[str, Part]:
    if logo is None:
        return {}
    content_type = CONTENT_TYPE.PNG if logo.kind == "png" else CONTENT_TYPE.JPEG
    return {
        RELATIONSHIP_TYPE.HEADER: Part(PackURI(f"/word/media/logo.{logo.kind}"), content_type, logo.content, package)
    }


def _part(package: Package, name: str, content_type: str, xml: str) -> Part:
    return Part(PackURI(name), content_type, xml.encode(), package)


def _core(package: Package, values: Properties) -> Part:
    element = CT_CoreProperties.new()
    part = CorePropertiesPart(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, element, package)
    core = part.core_properties
    core.title, core.subject, core.author, core.language = values.title, values.subject, values.author, values.language
    return part


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of ready *parts* by name, in the order given (`[Content_Types].xml` first, as Office expects)."""
    saved = BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return _timeless(saved)


def _timeless(saved: BytesIO) -> bytes:
    """The same package with every entry dated 1980: python-docx stamps them with the time of saving.

    A date stands before each entry (10 bytes in) and again in the directory at the end (12 bytes in).
    """
    content = bytearray(saved.getbuffer())
    with zipfile.ZipFile(saved) as archive:
        entries, listed = archive.infolist(), archive.start_dir
    for entry in entries:
        content[entry.header_offset + 10 : entry.header_offset + 14] = _FIRST_DAY
        content[listed + 12 : listed + 16] = _FIRST_DAY
        listed += 46 + len(entry.filename.encode()) + len(entry.extra) + len(entry.comment)
    return bytes(content)
