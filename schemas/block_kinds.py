"""The kinds of block that a form is made of, and for each all that does not need its model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from schemas.by_name import ByName, T
from schemas.words import Bilingual

BlockKind = Literal[
    "grid", "register", "matrix", "checklist", "survey", "text", "receipt", "consent", "approval", "signatures", "seal",
    "copies", "attachments", "chart",
]  # fmt: skip
"""A kind of block by its key in YAML."""


@dataclass(frozen=True, kw_only=True)
class ByBlock(ByName[BlockKind, T]):
    """A value for every kind of block."""

    grid: T
    register: T
    matrix: T
    checklist: T
    survey: T
    text: T
    receipt: T
    consent: T
    approval: T
    signatures: T
    seal: T
    copies: T
    attachments: T
    chart: T


@dataclass(frozen=True, slots=True)
class KindOfBlock:
    """What is the same for every block of a kind.

    Attributes:
        name: what messages call it.
        speaks: whether it has sentences of its own, which answer questions; the others are labels.
    """

    name: Bilingual
    speaks: bool


_BLOCK: Final = Bilingual("块", "block")
BLOCKS: Final = ByBlock(
    grid=KindOfBlock(Bilingual("表格", "grid"), speaks=False),
    register=KindOfBlock(Bilingual("登记表", "register"), speaks=False),
    matrix=KindOfBlock(Bilingual("矩阵", "matrix"), speaks=False),
    checklist=KindOfBlock(Bilingual("检查表", "checklist"), speaks=True),
    survey=KindOfBlock(Bilingual("问卷", "survey"), speaks=True),
    text=KindOfBlock(Bilingual("文字", "text"), speaks=True),
    receipt=KindOfBlock(_BLOCK, speaks=True),
    consent=KindOfBlock(_BLOCK, speaks=True),
    approval=KindOfBlock(_BLOCK, speaks=True),
    signatures=KindOfBlock(_BLOCK, speaks=False),
    seal=KindOfBlock(_BLOCK, speaks=False),
    copies=KindOfBlock(_BLOCK, speaks=False),
    attachments=KindOfBlock(_BLOCK, speaks=True),
    chart=KindOfBlock(_BLOCK, speaks=False),
)
