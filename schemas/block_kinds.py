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
        heading: what a block without a title is called.
        speaks: whether it has sentences of its own, which answer questions; the others are labels.
    """

    name: Bilingual
    heading: Bilingual
    speaks: bool


_BLOCK: Final = Bilingual("块", "block")
BLOCKS: Final = ByBlock(
    grid=KindOfBlock(Bilingual("表格", "grid"), Bilingual("填写栏", "Fields to fill in"), speaks=False),
    register=KindOfBlock(Bilingual("登记表", "register"), Bilingual("登记栏", "Lines to fill in"), speaks=False),
    matrix=KindOfBlock(Bilingual("矩阵", "matrix"), Bilingual("统计栏", "Table of figures"), speaks=False),
    checklist=KindOfBlock(Bilingual("检查表", "checklist"), Bilingual("检查项目", "Items to check"), speaks=True),
    survey=KindOfBlock(Bilingual("问卷", "survey"), Bilingual("评价项目", "Items to rate"), speaks=True),
    text=KindOfBlock(Bilingual("文字", "text"), Bilingual("填表说明", "Notes for filling in"), speaks=True),
    receipt=KindOfBlock(_BLOCK, Bilingual("签收", "Receipt"), speaks=True),
    consent=KindOfBlock(_BLOCK, Bilingual("同意书", "Consent"), speaks=True),
    approval=KindOfBlock(_BLOCK, Bilingual("审批", "Approval"), speaks=True),
    signatures=KindOfBlock(_BLOCK, Bilingual("签字", "Signatures"), speaks=False),
    seal=KindOfBlock(_BLOCK, Bilingual("盖章", "Seal"), speaks=False),
    copies=KindOfBlock(_BLOCK, Bilingual("一式几联", "Copies"), speaks=False),
    attachments=KindOfBlock(_BLOCK, Bilingual("附件", "Attachments"), speaks=True),
    chart=KindOfBlock(_BLOCK, Bilingual("图表", "Chart"), speaks=False),
)
