"""Signs that a reader stumbles over, titles with signs of their own and English in place of Chinese are found."""

from __future__ import annotations

import pytest

from tests.schemas.content import COMPLAINTS, TITLE_PAGE, Content

MIND = "mind: ~情绪激烈时请到会客室，由两人接待。~"
_SIGNS = frozenset({"signs-doubled", "sign-narrow", "half-pair", "title-sign", "text-in-english"})


@pytest.mark.parametrize(
    ("text", "token", "said"),
    [
        ("请到会客室，，由两人接待", "，，", "warning: two signs in a row: '，，' [signs-doubled]"),
        ("请到会客室。。", "。。", "warning: two signs in a row: '。。' [signs-doubled]"),
        ("有人受伤？。先看人", "？。", "warning: two signs in a row: '？。' [signs-doubled]"),
        ("请到会客室,由两人接待", "室,由", "notice: '室,由' has an English ',' between Chinese [sign-narrow]"),
        ("先问:是谁", "问:是", "notice: '问:是' has an English ':' between Chinese [sign-narrow]"),
        ("请到（二楼由两人接待", "（二楼由两人", "warning: '（' lacks its '）': （二楼由两人接待 [half-pair]"),
        ("请到会客室二楼）由两人", "）由两人", "warning: '）' lacks its '（': ）由两人 [half-pair]"),
        ("先说“请坐，再倒水", "“请坐，再倒水", "warning: '“' lacks its '”': “请坐，再倒水 [half-pair]"),
        ("照《投诉办法，由两人", "《投诉办法", "warning: '《' lacks its '》': 《投诉办法，由两人 [half-pair]"),
        ("Go to a room.", "Go to", "warning: this text is in English: 'Go to a room.' [text-in-english]"),
    ],
)
def test_odd_signs_are_found(content: Content, text: str, token: str, said: str) -> None:
    """Doubled, of an English keyboard, half a pair, and no Chinese at all: each at its place."""
    content.put(COMPLAINTS, MIND, text)

    assert content.titles() == [f"{content.place(COMPLAINTS, token)}: {said}"]


@pytest.mark.parametrize(
    "text",
    [
        "请坐……再问", "真的吗？！先看人", "（二楼）“请坐”《办法》", "说“照《办法》（一）办”", "10:30 前，1,000 元",
        "Wi-Fi 连不上", "用 PASS 卡", "按 1) 2) 办", "5°～8°", "O’Neill 先生",
    ],
)  # fmt: skip
def test_usual_signs_are_not(content: Content, text: str) -> None:
    """Dots, pairs within pairs, times and sums, lists in half brackets, and Latin words in a Chinese text."""
    content.put(COMPLAINTS, MIND, text)

    assert [finding for finding in content.findings() if finding.rule in _SIGNS] == []


@pytest.mark.parametrize(
    ("title", "sign"),
    [("处理：", "："), ("处理。", "。"), ("处理*", "*"), ("处理___", "___"), ("《处理》", "《处理》")],
)
def test_a_title_has_no_signs_of_its_own(content: Content, title: str, sign: str) -> None:
    """Colons, stops, stars, lines to write on, and the marks in which it is quoted."""
    place = content.put(COMPLAINTS, "title: ~处理~\n    by", title)

    assert content.titles() == [f"{place}: warning: the title '{title}' is shown with its '{sign}' [title-sign]"]


@pytest.mark.parametrize("title", ["处理（重大）", "《办法》的解释", "处理 A*B", "谁来处理？"])
def test_a_title_may_ask_or_quote(content: Content, title: str) -> None:
    """Brackets that close, a title within it, and a question."""
    content.put(COMPLAINTS, "title: ~处理~\n    by", title)

    assert content.titles() == []


def test_a_source_is_titled_as_it_was(content: Content) -> None:
    """Its title and its notes are quoted, in whatever language and with whatever signs."""
    content.change(
        TITLE_PAGE, "source: {title: （售后服务）客户服务工作手册", "source: {title: Customer Service Working Manual："
    )

    assert content.titles() == []
