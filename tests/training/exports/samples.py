"""A pool with an item of every way of answering, among them texts that a format could take for its own signs."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from schemas.library import Library
from schemas.loader import load_library
from schemas.words import Bilingual
from tests.schemas.content import LIBRARY
from training.exports import outgoing as outgoing_module
from training.exports.outgoing import Outgoing
from training.item import Answering, Item, Option
from training.material import Material
from training.pool import PracticePool, practice_pool

COURSE = "greentown-after-sales/courses/front-desk-induction"
RECORD = "greentown-after-sales/procedures/complaint-handling"
SIGNS = (
    r"~ = # { } : \ -> // $CATEGORY: ::标题::", "[html]<b>粗</b>", "%50%一半", "<script>alert('&amp;')</script>",
    "]]> &lt; \"引号\" 'quotes'", "第一行\n第二行", "[[链接]] {蓝图} @@PLUGINFILE@@", "a\\nb \\= c {{Stem}} ::x::",
)  # fmt: skip
"""Texts in which every format finds signs of its own."""
PLAIN = ("甲：先问人", "乙：先登记", "丙：先报告", "丁：先拍照")


def png() -> bytes:
    """A picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def item(
    name: str, texts: Sequence[str], right: Sequence[int], answering: Answering = "one", *,
    picture: str = "", record: str = RECORD, anchor: str = "step-receive", is_draft: bool = True,
) -> Item:  # fmt: skip
    """An item whose texts are *texts*, in English with a word before them."""
    return Item(
        kind="own", record=record, place=name, anchor=anchor, fields=f"{len(name):012x}", answering=answering,
        stem=_said(f"{name}: {texts[0]}"),
        options=tuple(Option(f"k{number}", _said(text)) for number, text in enumerate(texts)),
        right=tuple(f"k{number}" for number in right), why=_said(texts[-1]), is_draft=is_draft, picture=picture,
    )  # fmt: skip


def _said(text: str) -> Bilingual:
    return Bilingual(text, f"It says: {text}")


def items() -> tuple[Item, ...]:
    """One of each."""
    return (
        item("signs", SIGNS, [1]),
        item("signs-all", SIGNS, [0, 2, 5], "all"),
        item("signs-order", SIGNS, [3, 0, 7, 1, 2, 4, 5, 6], "order"),
        item("plain", PLAIN, [2], is_draft=False),
        item("all-but-one", PLAIN, [0, 1, 3], "all"),
        item("order", PLAIN, [1, 3, 0, 2], "order"),
        item("picture", PLAIN, [0], picture="one"),
        item("elsewhere", PLAIN, [1], record="greentown-after-sales/policies/service-promises", anchor=""),
    )


@cache
def library() -> Library:
    """The small library."""
    return load_library(LIBRARY).require()


def pool() -> PracticePool:
    """Those items in the topics of the course; the last is of neither topic nor module."""
    ids = tuple(each.id for each in items())
    modules = {"manners": (), "keys": ids[:3], "complaints": ids[2:-1]}
    return PracticePool(COURSE, items(), {"keys": ids[:2], "complaints": ids[1:5]}, modules)


@pytest.fixture(autouse=True)
def pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every item that shows a picture has one."""
    monkeypatch.setattr(outgoing_module, "picture_of", lambda *_: png())


def going_out(lang: str) -> Outgoing:
    """The course with these items, on its way out."""
    return Outgoing(Material(library()), pool(), lang)


def computed(lang: str) -> Outgoing:
    """The course with the items that are computed for it."""
    material = Material(library())
    return Outgoing(material, practice_pool(material, COURSE), lang)


ASSETS = Path(__file__).parents[3] / "site" / "docs" / "assets"
"""The style sheets of the site."""
NODE_MODULES = Path(__file__).parents[3] / ".venv"


def node_module(tool: str, path: str) -> Path:
    """A file that setup/npm-tool.sh installs."""
    file = NODE_MODULES / tool / "node_modules" / path
    assert file.is_file(), f"{file.name} is missing: setup/npm-tool.sh {tool}"
    return file
