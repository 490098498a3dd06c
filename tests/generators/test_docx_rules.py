"""A sheet to write on says small under each block what is held against its fields, where that takes no page more."""

from __future__ import annotations

import re

import pytest

from generators.docx.blocks.rules import rules_notes
from generators.docx.document import Variant, draw
from tests.filled import filled_samples as filled
from tests.generators import docx_samples as samples

FULL = """
  - register:
      id: days
      rows: {rows}
      columns:
        - {{id: from, title: 起, type: datetime}}
        - {{id: to, title: 止, type: datetime, after: from}}
        - {{id: hours, title: 小时, type: number}}
        - {{id: rate, title: 单价, type: money}}
        - {{id: sum, title: 金额, type: money, product: [hours, rate]}}
"""


def notes(lang: str, variant: Variant) -> list[str]:
    """The small texts of the sample bill."""
    view = samples.library().view(lang)
    return small(draw(view, samples.form("repair-bill", view), variant).word["document.xml"])


def small(document: str) -> list[str]:
    """The texts of a document that stand small under a table."""
    paragraphs = re.findall(r'<w:p>(?:(?!</w:p>).)*"FormNote"(?:(?!</w:p>).)*</w:p>', document)
    return ["".join(re.findall("<w:t[^>]*>([^<]*)</w:t>", paragraph)) for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "“合计”应等于“人工费” + “材料费”、不大于“业主同意的报价”"),
        ("en", "equals “Labour” + “Parts”, not more than “Quote agreed”"),
    ],
)
def test_the_paper_says_what_is_held_against_its_fields(lang: str, said: str) -> None:
    """In the words of the page, once; on the screen the page and the reader say it."""
    assert sum(said in text for text in notes(lang, "blank")) == 1
    assert not any(said in text for text in notes(lang, "fill"))


@pytest.mark.parametrize(
    ("rows", "said"),
    [(10, ["“止”不早于“起”；“金额”应等于“小时” × “单价”"])],
)
def test_what_there_is_room_for(rows: int, said: list[str]) -> None:
    """All that is held against its columns, where no page more is taken."""
    sample = filled.made(FULL.format(rows=rows))
    assert small(draw(sample.library, sample.entry, "blank").word["document.xml"]) == said


ELSEWHERE = """
  - grid:
      id: head
      fields:
        - {id: sent, title: 发放, type: number}
        - {id: back, title: 收回, type: number}
        - {id: rate, title: 回收率, type: number, rate: {part: back, whole: sent}}
        - {id: done, title: 完工, type: date}
  - signatures:
      id: signed
      items:
        - {id: owner, title: 业主, date: true}
"""


def test_what_is_no_field_of_the_form_is_said_too() -> None:
    """Under the block it stands in; a percentage with its decimals."""
    sample = filled.made(f"{ELSEWHERE}sense:\n  signed.owner.date: {{after: done}}\n")

    assert small(draw(sample.library, sample.entry, "blank").word["document.xml"]) == [
        "“回收率”应等于“收回” ÷ “发放” × 100（1 位小数）", "“业主 · 日期”不早于“完工”",
    ]  # fmt: skip


TWO_BLOCKS = """
  - grid:
      id: head
      fields:
        - {id: from, title: 起, type: date}
        - {id: to, title: 止, type: date, after: from}
        - {id: why, title: 缘由, type: text, required_if: {to: filled}}
        - {id: paid, title: 实收, type: money, at_most: pay.sum}
  - grid:
      id: pay
      fields:
        - {id: sum, title: 金额, type: money}
        - {id: fee, title: 手续费, type: money, at_most: sum}
"""


def test_what_is_said_where_there_is_less_room() -> None:
    """Each block's under it, then all under the last, then both as small as the footer; then without the order of
    days, and last as many as there is room for.
    """
    sample = filled.made(TWO_BLOCKS)
    order, reason, paid, fee = "“止”不早于“起”", "“缘由”“止”填了时必填", "“实收”不大于“金额”", "“手续费”不大于“金额”"
    ways = [
        (said, *[[text for piece in block for text in styled(piece.xml([0], whole=True))] for block in notes])
        for said, notes in rules_notes(draw(sample.library, sample.entry, "blank").sheet)
    ]
    assert ways == [
        ("all", [f"FormNote {order}；{reason}；{paid}"], [f"FormNote {fee}"]),
        ("all", [], [f"FormNote {order}；{reason}；{paid}；{fee}"]),
        ("all", [f"FormTick {order}；{reason}；{paid}"], [f"FormTick {fee}"]),
        ("all", [], [f"FormTick {order}；{reason}；{paid}；{fee}"]),
        ("but order", [f"FormNote {reason}；{paid}"], [f"FormNote {fee}"]),
        ("but order", [], [f"FormNote {reason}；{paid}；{fee}"]),
        ("but order", [f"FormTick {reason}；{paid}"], [f"FormTick {fee}"]),
        ("but order", [], [f"FormTick {reason}；{paid}；{fee}"]),
        ("some", [], [f"FormTick {reason}；{paid}"]),
        ("some", [], [f"FormTick {reason}"]),
    ]


def styled(paragraph: str) -> list[str]:
    """The style and the words of a paragraph that has any."""
    style = re.findall('<w:pStyle w:val="([^"]+)"', paragraph)
    return [f"{style[0]} {text}" for text in re.findall("<w:t[^>]*>([^<]*)</w:t>", paragraph)]


def test_no_page_is_added_for_rules() -> None:
    """However full a sheet is, the one that says its rules takes no page more than the one that does not."""
    for rows in range(20, 48):
        sample = filled.made(FULL.format(rows=rows))
        drawn = {variant: draw(sample.library, sample.entry, variant) for variant in ("blank", "fill")}
        assert drawn["blank"].pages <= drawn["fill"].pages, rows
