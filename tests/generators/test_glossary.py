"""The glossary's page: terms with their English by trade, words of choices, and words never used."""

from __future__ import annotations

import re

from generators.pages.glossary import glossary_page
from schemas.library import Library
from tests.schemas.content import SCRIPT, SETTINGS, TERMS, Content

PAPER = """\
title: 纸店手册
short: 纸店
summary: 给纸店的店员。
edition: "1"
trade: paper
company: {name: 纸店}
chapters: [{id: desk, title: 柜台, records: [guides/note]}]
"""
NOTE = """\
title: 投诉怎么办
edition: "1"
owner: clerk
review_by: 2027-01-15
summary: 有人投诉时看。
sections: [{id: first, title: 先听, intro: 投诉先听完。}]
"""


def words_of(library: Library, lang: str) -> list[str]:
    """The lines of the page in a language, without its markup."""
    content = glossary_page(library.view(lang)).content
    each = content.replace("<p", "\n<p").splitlines()
    lines = [re.sub("<[^>]+>", "", line).strip() for line in each if line.startswith(("<p", "<td", "<details"))]
    return [line for line in lines if line]


def test_english_by_trade_stands_under_the_term(library: Library) -> None:
    """Behind what the handbooks of that trade are called, in the language of the page."""
    chinese, english = words_of(library, "zh"), words_of(library, "en")

    assert chinese[chinese.index("装修fitting-out") + 1] == "绿城售后服务：fit-out"
    assert english[english.index("fitting-out装修") + 1] == "After-sales service: fit-out"


def test_a_trade_that_no_handbook_has_yet_is_named(content: Content) -> None:
    """By what it is called in the language of the page, not by its id."""
    content.change(TERMS, "property: fit-out", "agency: redecoration")
    library = content.library()

    assert "广告：redecoration" in words_of(library, "zh")
    assert "advertising: redecoration" in words_of(library, "en")


def test_words_of_choices_are_marked(library: Library) -> None:
    """So that nobody takes them for terms."""
    assert "满意Satisfied 选项" in words_of(library, "zh")
    assert "Satisfied满意 choice" in words_of(library, "en")


def test_terms_stand_under_the_sectors_whose_records_use_them(content: Content) -> None:
    """One of a single sector under it, the words of choices by themselves, one that nothing uses at the end."""
    content.change(TERMS, "never:\n", "  - {id: shelf, zh: 货架, en: shelf}\n\nnever:\n")
    words = words_of(content.library(), "zh")
    heads = ["物业物业服务4 条", "选项用语3 条", "其他1 条", "不用的词2 条"]

    assert [word for word in words if re.search("[0-9] 条$", word)] == heads
    assert words.index("投诉complaint") < words.index("选项用语3 条") < words.index("满意Satisfied 选项")
    assert words.index("其他1 条") < words.index("货架shelf") < words.index("不用的词2 条")


def test_a_term_of_two_sectors_stands_under_both_and_one_of_more_is_common(content: Content) -> None:
    """A link to it leads to the first place; of three sectors it stands once, under what is common to all."""
    content.change(SCRIPT, "summary: 查询需要时间时", "summary: 投诉、查询需要时间时")
    page = glossary_page(content.library()).content

    assert page.count(">投诉</b>") == 2
    assert page.count('id="term-complaint"') == 1
    content.change(SETTINGS, "trades: [property]}", "trades: [property]}\n  - {id: paper, title: 纸, trades: [paper]}")
    content.write("handbook/paper/handbook.yaml", PAPER)
    content.write("handbook/paper/guides/note.yaml", NOTE)
    page = glossary_page(content.library()).content
    assert page.count(">投诉</b>") == 1
    assert page.index("各行业通用") < page.index(">投诉</b>") < page.index("物业服务")


def test_a_library_that_is_not_divided_has_one_list(content: Content) -> None:
    """Without sectors all terms stand in the order of the file, and nothing is folded but the words never used."""
    content.write(SETTINGS, re.sub(r"sectors:\n(  - .*\n)+", "", content.read(SETTINGS)))
    words = words_of(content.library(), "zh")

    assert words.index("投诉complaint") < words.index("满意Satisfied 选项")
    assert [word for word in words if re.search("[0-9] 条$", word)] == ["不用的词2 条"]


def test_words_never_used_stand_at_the_end(library: Library) -> None:
    """Each with what is written instead, and where it may stand."""
    chinese, english = words_of(library, "zh"), words_of(library, "en")

    assert chinese[chinese.index("不用的词2 条") :]== [
        "不用的词2 条", "opinion", "改写成：feedback (意见) / comment (a single remark)", "可以用在：opinion survey",
        "搞定", "改写成：办好，并写明怎样算办好",
    ]  # fmt: skip
    assert english[english.index("Words never used2 terms") :][1:4] == [
        "opinion", "Write: feedback (意见) / comment (a single remark)", "It may stand in: opinion survey",
    ]  # fmt: skip
