"""What LibreOffice shows of a Word file, read from the flat ODT that it makes of it: a second opinion.

There strike-out, hidden text, deletions and rubies are written out, and every style is resolved by LibreOffice's own
import. This reader knows nothing of ours, nor of Word.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from generators.office import INSTALL

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_TICKED = {"Wingdings": "\uf0fe\uf0fd\uf0fcþ", "Wingdings 2": "\uf052\uf050R", "Symbol": "\uf0d6"}
_EMPTY = {"Wingdings": "\uf0a8\uf06f", "Wingdings 2": "\uf0a3"}
"""Boxes by font, as its own chart has them."""


@dataclass
class _Style:
    """What a style says of its text, and the style that it follows."""

    parent: tuple[str, str] | None
    says: dict[str, str] = field(default_factory=dict)


def convert(folder: Path, files: Mapping[str, bytes]) -> dict[str, Path]:
    """*files* by name as flat ODT, in one run of LibreOffice with a profile of its own in *folder*."""
    program = shutil.which("soffice")
    assert program, f"soffice is missing: {INSTALL}"
    work, out = folder / "in", folder / "out"
    work.mkdir(parents=True)
    for name, content in files.items():
        (work / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    paths = [str(work / f"{name}.docx") for name in files]
    command = [program, profile, "--headless", "--norestore", "--convert-to", "fodt", "--outdir", str(out), *paths]
    subprocess.run(command, capture_output=True, timeout=1500, check=True)
    return {name: out / f"{name}.fodt" for name in files}


def shown(path: Path) -> dict[str, str]:
    """What is seen between the ends of every bookmark, by its name; boxes in fonts of signs as ☑ and ☐."""
    root = etree.parse(path, etree.XMLParser(huge_tree=True)).getroot()
    return _Reader(root).read()


class _Reader:
    def __init__(self, root: etree._Element) -> None:
        self.styles = dict(_styles(root))
        self.fonts = dict(_fonts(root))
        regions = root.iter(f"{_TEXT}changed-region")
        self.deletions = {region.get(f"{_TEXT}id", "") for region in regions if _is_deletion(region)}
        self.body = next(root.iter(f"{_OFFICE}body"))
        self.open: list[str] = []
        self.gone: set[str] = set()
        self.texts: dict[str, list[str]] = {}

    def read(self) -> dict[str, str]:
        self._inside(self.body, ())
        return {name: "".join(parts) for name, parts in self.texts.items()}

    def _inside(self, node: etree._Element, around: tuple[tuple[str, str], ...]) -> None:
        self._put(node.text, around)
        for child in node:
            self._one(child, around)
            self._put(child.tail, around)

    def _one(self, node: etree._Element, around: tuple[tuple[str, str], ...]) -> None:
        tag = str(node.tag).removeprefix(_TEXT)
        name = node.get(f"{_TEXT}name", "")
        if tag == "bookmark-start":
            self.open.append(name)
            self.texts.setdefault(name, [])
        elif tag == "bookmark-end":
            self.open = [other for other in self.open if other != name]
        elif tag in ("change-start", "change-end"):
            change = node.get(f"{_TEXT}change-id", "")
            (self.gone.add if tag == "change-start" else self.gone.discard)(change)
        elif tag in ("ruby-text", "tracked-changes"):
            self.gone |= {"ruby"} if tag == "ruby-text" else set()
        elif tag in ("line-break", "tab", "s"):
            sign = {"line-break": "\n", "tab": "\t", "s": " " * int(node.get(f"{_TEXT}c", "1"))}[tag]
            self._put(sign, around)
        elif tag in ("p", "h", "span"):
            family = "text" if tag == "span" else "paragraph"
            self._inside(node, ((family, node.get(f"{_TEXT}style-name", "")), *around))
        else:
            self._inside(node, around)
        self.gone.discard("ruby")

    def _put(self, text: str | None, around: tuple[tuple[str, str], ...]) -> None:
        if not text or not self.open or self.gone & self.deletions:
            return
        if self._said("line", around) not in (None, "none") or self._said("hidden", around) == "none":
            return
        font = self.fonts.get(self._said("font", around) or "", "")
        for name in self.open:
            self.texts[name].append(_in_font(text, font))

    def _said(self, what: str, around: Iterable[tuple[str, str]]) -> str | None:
        """What the nearest style says, each with those that it follows."""
        for at in around:
            style = self.styles.get(at)
            while style is not None:
                if what in style.says:
                    return style.says[what]
                style = self.styles.get(style.parent) if style.parent else None
        return None


def _styles(root: etree._Element) -> Iterator[tuple[tuple[str, str], _Style]]:
    for node in root.iter(f"{_STYLE}style"):
        family, parent = node.get(f"{_STYLE}family", ""), node.get(f"{_STYLE}parent-style-name")
        style = _Style((family, parent) if parent else None)
        for properties in node.iterchildren(f"{_STYLE}text-properties"):
            line = properties.get(f"{_STYLE}text-line-through-style")
            said = {
                "line": line,
                "hidden": properties.get(f"{_TEXT}display"),
                "font": properties.get(f"{_STYLE}font-name"),
            }
            style.says |= {what: value for what, value in said.items() if value is not None}
        yield (family, node.get(f"{_STYLE}name", "")), style


def _fonts(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Font families by the names that styles call them by."""
    for face in root.iter(f"{_STYLE}font-face"):
        yield face.get(f"{_STYLE}name", ""), face.get(f"{_SVG}font-family", "").strip("'")


def _is_deletion(region: etree._Element) -> bool:
    return any(child.tag == f"{_TEXT}deletion" for child in region)


def _in_font(text: str, font: str) -> str:
    for seen, signs in (("☑", _TICKED), ("☐", _EMPTY)):
        text = "".join(seen if char in signs.get(font, "") else char for char in text)
    return text
