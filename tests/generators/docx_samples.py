"""A library whose forms hold every kind of block and field, and short ways to look into a DOCX."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from lxml import etree

from generators.form import build_form
from schemas.entry import Entry
from schemas.library import Library
from schemas.loader import load_library

_DATA = Path(__file__).parents[1] / "data" / "library"
_EVERYTHING = Path(__file__).with_name("everything.yaml")
_FORMS = "handbook/greentown-after-sales/forms"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

HEAD = """
title: 样表
status: draft
summary: 测试用。
keep: {time: 1 年}
"""
"""What every form must say; blocks follow."""

DAYS = ", ".join(f'{{id: d{day}, title: "{day}"}}' for day in range(1, 32))
EXTRA: Mapping[str, str] = {
    "slip": f"{HEAD}page: {{size: A5, orientation: landscape}}\nblocks:\n"
    "  - grid: {id: g, fields: [{id: a, title: 收件人, required: true}, {id: b, title: 件数, type: number}]}\n"
    "  - signatures: {id: s, items: [{id: x, title: 签收, party: resident, date: true}]}\n",
    "roster": f"{HEAD}page: {{size: A4, orientation: landscape}}\nblocks:\n"
    "  - register: {id: r, rows: 9, columns: [{id: no, title: 序号, type: sequence, width: 4}, "
    f"{{id: name, title: 姓名, width: 8}}, {DAYS}]}}\n",
    "ledger": f"{HEAD}blocks:\n"
    "  - register: {id: r, rows: 60, columns: [{id: no, title: 序号, type: sequence, width: 10}, "
    "{id: what, title: 文件名称, width: 90}]}\n"
    "  - signatures: {id: s, items: [{id: x, title: 建档, role: front-desk, date: true}]}\n",
}
"""Forms that the sample lacks: a small sheet, a crowded table, a table of several pages."""


@cache
def library() -> Library:
    """The small library with the sample forms added."""
    return with_forms({"everything": _EVERYTHING.read_text("utf-8"), **EXTRA})


def with_forms(forms: Mapping[str, str], **files: str) -> Library:
    """The small library with *forms* (id to YAML) added, and `library` or `handbook` replaced by appended text."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        shutil.copytree(_DATA, root)
        for id_, text in forms.items():
            (root / _FORMS / f"{id_}.yaml").write_text(text, "utf-8")
        for name, text in files.items():
            path = root / "handbook" / f"{name}.yaml"
            path.write_text(path.read_text("utf-8") + text, "utf-8")
        return load_library(root).require()


def form(id_: str, of: Library | None = None) -> Entry:
    """A form of the sample library."""
    entry = (of or library()).find(f"forms/{id_}", "greentown-after-sales")
    assert entry is not None
    return entry


def build(id_: str = "everything", variant: Literal["fill", "blank"] = "fill", lang: str = "zh") -> bytes:
    """A form of the sample library as DOCX."""
    view = library().view(lang)
    return build_form(view, form(id_, view), variant=variant)


def build_text(blocks: str, variant: Literal["fill", "blank"] = "blank", head: str = HEAD) -> bytes:
    """A form of the given blocks (YAML, indented by two) as DOCX."""
    added = with_forms({"made": f"{head}blocks:\n{blocks}"})
    return build_form(added, form("made", added), variant=variant)


def part(docx: bytes, name: str = "word/document.xml") -> str:
    """A part of a DOCX as text."""
    return zipfile.ZipFile(BytesIO(docx)).read(name).decode()


def tree(docx: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of a DOCX as a tree."""
    return etree.fromstring(part(docx, name).encode())


def said(node: etree._Element) -> str:
    """Everything an element says."""
    return "".join(text.text or "" for text in node.iter(f"{W}t"))


def words(docx: bytes, name: str = "word/document.xml") -> str:
    """What a part of a DOCX says, one paragraph a line."""
    return "\n".join(
        "".join("\n" if node.tag == f"{W}br" else node.text or "" for node in p.iter(f"{W}t", f"{W}br"))
        for p in tree(docx, name).iter(f"{W}p")
    )


def tags(docx: bytes) -> list[str]:
    """The tag of every control, in document order."""
    return re.findall(r'<w:tag w:val="([^"]*)"', part(docx))


def control(docx: bytes, tag: str) -> str:
    """The markup of the first control with *tag*."""
    found = re.search(rf'<w:sdt><w:sdtPr><w:alias [^>]*><w:tag w:val="{re.escape(tag)}"/>.*?</w:sdt>', part(docx))
    assert found is not None, tag

    return found[0]
