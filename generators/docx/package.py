"""The package around the parts, related by python-docx: the same parts give the same bytes, on any day."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.opc.spec import default_content_types
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package
from lxml import etree

from schemas.picture import PictureFile

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip file can name."""
_UNIX: Final = 3
_OWNER_ONLY: Final = 0o600 << 16
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
    word: Mapping[str, str], qr: bytes, custom: str, properties: Properties, logo: PictureFile | None = None
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
    document = _document(package, word["document.xml"], properties)
    pictures = _code(package, qr) | _logo(package, logo)
    package.relate_to(_part(package, "/docProps/custom.xml", _CUSTOM_TYPE, custom), RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    for name, content_type, relation in _RELATED:
        part = _part(package, f"/word/{name}", content_type, word[name])
        document.relate_to(part, relation)
        if relation in pictures:
            part.relate_to(pictures[relation], RELATIONSHIP_TYPE.IMAGE)
    return pack(dict(_contents(package)))


def assemble_sections(
    word: Mapping[str, str],
    pictures: Mapping[str, PictureFile],
    properties: Properties,
    logo: PictureFile | None = None,
    qr: bytes | None = None,
    codes: Mapping[str, bytes] | None = None,
) -> bytes:
    """The package of a document of many sections, each with headers and footers of its own.

    Args:
        word: as in `assemble`; `header7.xml` and `footer7.xml` are related as `header7` and `footer7`.
        pictures: those of the document, by what they are related as.
        properties: what goes into `docProps/core.xml`.
        logo: the picture in the headers, if there is one.
        qr: the picture in the footers, as PNG, if they have one.
        codes: the picture in each of those footers that have one of their own, as PNG, by the name of the footer.
    """
    package = Package()
    document = _document(package, word["document.xml"], properties)
    shown = _logo(package, logo) | (_code(package, qr) if qr else {})
    for name, content_type, relation in _of_sections(word):
        part = _part(package, f"/word/{name}", content_type, word[name])
        document.load_rel(relation, part, PurePosixPath(name).stem)
        if relation in shown:
            part.relate_to(shown[relation], RELATIONSHIP_TYPE.IMAGE)
        if codes and name in codes:
            part.relate_to(_code_of(package, name, codes[name]), RELATIONSHIP_TYPE.IMAGE)
    for name, picture in pictures.items():
        document.load_rel(RELATIONSHIP_TYPE.IMAGE, _picture(package, name, picture), name)
    return pack(dict(_contents(package)))


def _of_sections(word: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """What the document is related to: as that of a form, but with as many headers and footers as there are."""
    kinds = {name.rstrip("0123456789.xml"): (content_type, relation) for name, content_type, relation in _RELATED}
    for name in word:
        if name != "document.xml":
            yield name, *kinds[name.rstrip("0123456789.xml")]


def _document(package: Package, xml: str, properties: Properties) -> Part:
    document = _part(package, "/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, xml)
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    package.relate_to(_core(package, properties), RELATIONSHIP_TYPE.CORE_PROPERTIES)
    return document


def _picture(package: Package, name: str, picture: PictureFile) -> Part:
    content_type = CONTENT_TYPE.PNG if picture.kind == "png" else CONTENT_TYPE.JPEG
    return Part(PackURI(f"/word/media/{name}.{picture.kind}"), content_type, picture.content, package)


def _code(package: Package, qr: bytes) -> dict[str, Part]:
    return {RELATIONSHIP_TYPE.FOOTER: Part(PackURI("/word/media/qr.png"), CONTENT_TYPE.PNG, qr, package)}


def _code_of(package: Package, footer: str, code: bytes) -> Part:
    return Part(PackURI(f"/word/media/code-{PurePosixPath(footer).stem}.png"), CONTENT_TYPE.PNG, code, package)


def _logo(package: Package, logo: PictureFile | None) -> dict[str, Part]:
    if logo is None:
        return {}
    return {RELATIONSHIP_TYPE.HEADER: _picture(package, "logo", logo)}


def _part(package: Package, name: str, content_type: str, xml: str) -> Part:
    return Part(PackURI(name), content_type, xml.encode(), package)


_LONGEST_PROPERTY: Final = 255
"""Characters of a property that word processors show; the whole title stands on the sheet."""


def _core(package: Package, values: Properties) -> Part:
    element = CT_CoreProperties.new()
    part = CorePropertiesPart(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, element, package)
    core = part.core_properties
    core.title, core.subject, core.author, core.language = (
        text[:_LONGEST_PROPERTY] for text in (values.title, values.subject, values.author, values.language)
    )
    return part


def _contents(package: Package) -> Iterator[tuple[str, bytes]]:
    """Every part by its name in the zip, each followed by its relationships.

    python-docx would do so when it saves the package, and put the time of saving into it.
    """
    parts = package.parts
    yield CONTENT_TYPES_URI.membername, _content_types(parts)
    yield PACKAGE_URI.rels_uri.membername, package.rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, part.rels.xml


def _content_types(parts: Sequence[Part]) -> bytes:
    """`[Content_Types].xml`: the type of each part by the ending of its name where that is usual, else by its name."""
    endings = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    names = {}
    for part in parts:
        ending = part.partname.ext
        if (ending, part.content_type) in default_content_types:
            endings[ending] = part.content_type
        else:
            names[part.partname] = part.content_type
    types = etree.fromstring(f'<Types xmlns="{NAMESPACE.OPC_CONTENT_TYPES}"/>')
    of = f"{{{NAMESPACE.OPC_CONTENT_TYPES}}}"
    for ending, content_type in sorted(endings.items()):
        etree.SubElement(types, f"{of}Default", Extension=ending, ContentType=content_type)
    for name, content_type in sorted(names.items()):
        etree.SubElement(types, f"{of}Override", PartName=name, ContentType=content_type)
    return etree.tostring(types, encoding="UTF-8", standalone=True)


def pack(parts: Mapping[str, bytes], level: int | None = None) -> bytes:
    """A package of ready *parts* by name, in the order given (`[Content_Types].xml` first, as Office expects).

    Args:
        parts: what is packed.
        level: of zlib, from 1 (fast) to 9 (small); zlib's own choice when it is left out.
    """
    saved = BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name, content in parts.items():
            archive.writestr(undated(name), content, compresslevel=level)
    return saved.getvalue()


def undated(name: str) -> zipfile.ZipInfo:
    """How a part stands in a zip: packed, and the same on any day and any machine."""
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _OWNER_ONLY
    return entry
