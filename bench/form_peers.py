"""The same forms made by two other libraries: docxtpl from a template, and python-docx cell by cell.

Both are given what is worked out beforehand (the template, the texts of every table), which is left out of the count.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from docxtpl import DocxTemplate
from lxml import etree

from filled.reading.controls import controls
from filled.reading.document import open_form
from filled.wordml import DOCUMENT, W, written
from generators.docx.package import pack
from generators.docx.styles import NAMESPACE
from generators.form import build_form
from schemas.entry import Entry
from schemas.library import Library

_GONE, _BARE = "gone", "bare"
"""Elements that are taken out of a lean template, and those of which only what they hold is left."""


@dataclass(frozen=True, slots=True)
class Template:
    """A form as docxtpl takes it: our own fillable document with `{{ f0 }}`, `{{ f1 }}` … in its controls."""

    docx: bytes
    count: int

    def context(self, copy: bytes) -> dict[str, str]:
        """What stands in the controls of a filled *copy* that has the printed rows, by the names of the template."""
        texts = [control.text for control in controls(open_form(copy))]
        assert len(texts) == self.count, f"{len(texts)} controls in a copy, {self.count} in the template"
        return {f"f{number}": text for number, text in enumerate(texts)}

    def render(self, context: Mapping[str, str]) -> bytes:
        """A copy as docxtpl makes it."""
        template = DocxTemplate(BytesIO(self.docx))
        template.render(context, autoescape=True)
        saved = BytesIO()
        template.save(saved)
        return saved.getvalue()


def template_of(library: Library, entry: Entry, *, lean: bool = False) -> Template:
    """The template of a form; a *lean* one has the tags without controls and bookmarks, so that there is less of it."""
    archive = zipfile.ZipFile(BytesIO(build_form(library, entry, variant="fill")))
    parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[DOCUMENT])
    leaves = [node for node in root.iter(f"{W}sdt") if next(node[1].iter(f"{W}sdt", f"{W}tr"), None) is None]
    for number, (properties, content) in enumerate(leaves):
        content[:] = [etree.fromstring(f"<w:r {NAMESPACE}><w:t>{{{{ f{number} }}}}</w:t></w:r>")]
        if lean:
            properties.tag, content.tag = _GONE, _BARE
    if lean:
        for node in leaves:
            node.tag = _BARE
        etree.strip_tags(root, _BARE)
        etree.strip_elements(root, _GONE, f"{W}bookmarkStart", f"{W}bookmarkEnd")
    parts[DOCUMENT] = written(root).encode()
    return Template(pack(parts), len(leaves))


@dataclass(frozen=True, slots=True)
class Plain:
    """A form as python-docx builds it: its paragraphs, and a table for each of ours with the same rows and texts.

    No control, no width, no header, no QR code; the columns of a table are those of our grid.
    """

    title: str
    paragraphs: tuple[str, ...]
    tables: tuple[tuple[int, tuple[tuple[str, ...], ...]], ...]

    def build(self) -> bytes:
        """The document, made the fast way: cells by rows, not one by one."""
        document: Any = docx.Document()
        document.add_heading(self.title)
        for text in self.paragraphs:
            document.add_paragraph(text)
        for columns, rows in self.tables:
            table = document.add_table(len(rows), columns, style="Table Grid")
            for row, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=False):
                    cell.text = text
        saved = BytesIO()
        document.save(saved)
        return saved.getvalue()


def plain_of(library: Library, entry: Entry) -> Plain:
    """What python-docx is to build: the texts of the variant to print."""
    archive = zipfile.ZipFile(BytesIO(build_form(library, entry, variant="blank")))
    body = etree.fromstring(archive.read(DOCUMENT))[0]
    paragraphs = tuple(_text(node) for node in body.iterchildren(f"{W}p"))
    tables = tuple(
        (
            len(table.findall(f"{W}tblGrid/{W}gridCol")),
            tuple(tuple(map(_text, row.iterchildren(f"{W}tc"))) for row in table.iter(f"{W}tr")),
        )
        for table in body.iterchildren(f"{W}tbl")
    )
    return Plain(str(entry.record.title), paragraphs, tables)


def _text(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(f"{W}t"))
