"""Charts put into the frames that a filled form has for them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Final

from lxml import etree

from filled.wordml import DOCUMENT, W, written
from generators.docx import wml
from generators.docx.flow import BORDER
from generators.docx.package import pack
from generators.docx.styles import NAMESPACE
from schemas.control_names import bookmark

_RELATIONS: Final = "word/_rels/document.xml.rels"
_TWIPS_A_MM: Final = 56.6929
_EMU_A_MM: Final = 36_000
_SLACK: Final = 2.2
"""Millimetres of a frame that a picture leaves to the line it stands on."""
_SCHEMAS: Final = "http://schemas.openxmlformats.org"
_FIRST_ID: Final = 9_000


@dataclass(frozen=True, slots=True)
class Frame:
    """Room for a chart: the table that holds it open in the document, and its size in mm."""

    table: etree._Element
    width: float
    height: float


def frames(document: bytes, charts: tuple[str, ...]) -> dict[str, Frame]:
    """The frames for *charts* (ids of chart blocks) in a filled form; one that somebody deleted is left out."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return _frames(etree.fromstring(archive.read(DOCUMENT)), charts)


def put(document: bytes, drawn: Mapping[str, tuple[bytes, str]]) -> bytes:
    """*document* with pictures in its frames: by id of the chart block the PNG and what it shows in words."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root, relations = etree.fromstring(parts[DOCUMENT]), etree.fromstring(parts[_RELATIONS])
    framed = _frames(root, drawn)
    for number, (chart, (picture, alt_text)) in enumerate(drawn.items(), 1):
        if chart in framed:
            name = f"chart-{number}.png"
            _replace(framed[chart], number, alt_text)
            relation = etree.SubElement(relations, f"{{{_SCHEMAS}/package/2006/relationships}}Relationship")
            relation.set("Id", f"rIdChart{number}")
            relation.set("Type", f"{_SCHEMAS}/officeDocument/2006/relationships/image")
            relation.set("Target", f"media/{name}")
            parts[f"word/media/{name}"] = picture
    parts[DOCUMENT] = written(root).encode()
    parts[_RELATIONS] = etree.tostring(relations, encoding="UTF-8", standalone=True)
    return pack(parts)


def _frames(root: etree._Element, charts: Iterable[str]) -> dict[str, Frame]:
    """The frames for *charts*: each is the table right behind the empty bookmark that has the chart's name."""
    names = {bookmark((chart,)): chart for chart in charts}
    framed: dict[str, Frame] = {}
    for start in root.iter(f"{W}bookmarkStart"):
        chart = names.get(start.get(f"{W}name", ""))
        table = next(islice(start.itersiblings(), 1, None), None) if chart is not None else None
        if chart is not None and table is not None and table.tag == f"{W}tbl":
            framed[chart] = _frame(table)
    return framed


def _frame(table: etree._Element) -> Frame:
    width = sum(int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol"))
    height = sum(int(height.get(f"{W}val", "")) + BORDER for height in table.iter(f"{W}trHeight"))
    return Frame(table, width / _TWIPS_A_MM, height / _TWIPS_A_MM)


def _replace(frame: Frame, number: int, alt_text: str) -> None:
    """Make the frame's table one that shows the picture with a *number*."""
    document = etree.fromstring(f"<w:document {NAMESPACE}>{_table(frame, number, alt_text)}</w:document>")
    frame.table[:] = list(document[0])


def picture_size(frame: Frame) -> tuple[float, float]:
    """How large a picture may be in its frame, width and height in mm."""
    return frame.width - 0.5, frame.height - _SLACK


def _table(frame: Frame, number: int, alt_text: str) -> str:
    """A table of one cell, as large as the frame was, with the picture in it."""
    width, height = (round(size * _EMU_A_MM) for size in picture_size(frame))
    twips = round(frame.width * _TWIPS_A_MM)
    line = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
    paragraph = f"<w:p>{line}<w:r>{_drawing(width, height, number, wml.attribute(alt_text))}</w:r></w:p>"
    cell = wml.cell(twips, paragraph)
    row = wml.row(cell, round(frame.height * _TWIPS_A_MM) - BORDER)
    return f"{wml.table_head([twips], 'FormPlain', margin=0)}{row}</w:tbl>"


def _drawing(width: int, height: int, number: int, alt_text: str) -> str:
    """An inline picture; lengths in EMU."""
    main, id_ = f"{_SCHEMAS}/drawingml/2006", _FIRST_ID + number
    size = f'cx="{width}" cy="{height}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{main}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{id_}" name="chart-{number}" descr="{alt_text}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{main}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{main}/main"><a:graphicData uri="{main}/picture"><pic:pic xmlns:pic="{main}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{id_}" name="chart-{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_SCHEMAS}/officeDocument/2006/relationships" r:embed="rIdChart{number}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
