"""Charts put into the frames that a filled form has for them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from generators.docx import wml
from generators.docx.flow import BORDER
from generators.docx.package import pack
from schemas.control_names import bookmark

_DOCUMENT: Final = "word/document.xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_TWIPS_A_MM: Final = 56.6929
_EMU_A_MM: Final = 36_000
_SLACK: Final = 2.2
"""Millimetres of a frame that a picture leaves to the line it stands on."""
_SCHEMAS: Final = "http://schemas.openxmlformats.org"
_FIRST_ID: Final = 9_000


@dataclass(frozen=True, slots=True)
class Frame:
    """Room for a chart: where its markup begins and ends in the document, and its size in mm."""

    start: int
    end: int
    width: float
    height: float


def frames(document: bytes, charts: tuple[str, ...]) -> dict[str, Frame]:
    """The frames for *charts* (ids of chart blocks) in a filled form; one that somebody deleted is left out."""
    markup = _read(document)[_DOCUMENT].decode("utf-8")
    return {chart: frame for chart in charts if (frame := _frame(markup, chart)) is not None}


def put(document: bytes, drawn: Mapping[str, tuple[bytes, str]]) -> bytes:
    """*document* with pictures in its frames: by id of the chart block the PNG and what it shows in words."""
    parts = _read(document)
    markup = parts[_DOCUMENT].decode("utf-8")
    relations = parts[_RELATIONS].decode("utf-8")
    for number, (chart, (picture, said)) in enumerate(drawn.items(), 1):
        frame = _frame(markup, chart)
        if frame is None:
            continue
        name = f"chart-{number}.png"
        markup = markup[: frame.start] + _table(frame, number, said) + markup[frame.end :]
        relation = (
            f'<Relationship Id="rIdChart{number}" Type="{_SCHEMAS}/officeDocument/2006/relationships/image" '
            f'Target="media/{name}"/></Relationships>'
        )
        relations = relations.replace("</Relationships>", relation)
        parts[f"word/media/{name}"] = picture
    parts[_DOCUMENT], parts[_RELATIONS] = markup.encode("utf-8"), relations.encode("utf-8")
    return pack(parts)


def _read(document: bytes) -> dict[str, bytes]:
    """The parts of one of our own files, in their order."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _frame(markup: str, chart: str) -> Frame | None:
    mark = rf'<w:bookmarkStart w:id="\d+" w:name="{re.escape(bookmark((chart,)))}"/><w:bookmarkEnd w:id="\d+"/>'
    found = re.search(rf"{mark}(<w:tbl>.*?</w:tbl>)", markup, re.DOTALL)
    if found is None:
        return None
    table = found[1]
    width = sum(map(int, re.findall(r'<w:gridCol w:w="(\d+)"/>', table)))
    heights = [int(height) + BORDER for height in re.findall(r'<w:trHeight w:val="(\d+)"', table)]
    return Frame(found.start(1), found.end(1), width / _TWIPS_A_MM, sum(heights) / _TWIPS_A_MM)


def picture_size(frame: Frame) -> tuple[float, float]:
    """How large a picture may be in its frame, width and height in mm."""
    return frame.width - 0.5, frame.height - _SLACK


def _table(frame: Frame, number: int, said: str) -> str:
    """A table of one cell, as large as the frame was, with the picture in it."""
    width, height = (round(size * _EMU_A_MM) for size in picture_size(frame))
    twips = round(frame.width * _TWIPS_A_MM)
    line = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
    paragraph = f"<w:p>{line}<w:r>{_drawing(width, height, number, wml.attribute(said))}</w:r></w:p>"
    cell = wml.cell(twips, paragraph)
    row = wml.row(cell, round(frame.height * _TWIPS_A_MM) - BORDER)
    return f"{wml.table_head([twips], 'FormPlain', margin=0)}{row}</w:tbl>"


def _drawing(width: int, height: int, number: int, said: str) -> str:
    """An inline picture; lengths in EMU."""
    main, id_ = f"{_SCHEMAS}/drawingml/2006", _FIRST_ID + number
    size = f'cx="{width}" cy="{height}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{main}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{id_}" name="chart-{number}" descr="{said}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{main}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{main}/main"><a:graphicData uri="{main}/picture"><pic:pic xmlns:pic="{main}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{id_}" name="chart-{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_SCHEMAS}/officeDocument/2006/relationships" r:embed="rIdChart{number}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
