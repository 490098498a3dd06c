"""The glossary's page: terms with their English by trade, words of choices, and words never used."""

from __future__ import annotations

import re

from generators.pages.glossary import glossary_page
from schemas.library import Library
from tests.schemas.content import TERMS, Content


def words_of(library: Library, lang: str) -> list[str]:
    """The lines of the page in a language, without its markup."""
    content = glossary_page(library.view(lang)).content
    lines = [re.sub("<[^>]+>", "", line).strip() for line in content.splitlines() if line.startswith(("<d", "<h2"))]
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


def test_words_never_used_stand_at_the_end(library: Library) -> None:
    """Each with what is written instead, and where it may stand."""
    chinese, english = words_of(library, "zh"), words_of(library, "en")

    assert chinese[chinese.index("不用的词") :] == [
        "不用的词", "opinion", "改写成：feedback (意见) / comment (a single remark)", "可以用在：opinion survey",
        "搞定", "改写成：办好，并写明怎样算办好",
    ]  # fmt: skip
    assert english[english.index("Words never used") :][1:4] == [
        "opinion", "Write: feedback (意见) / comment (a single remark)", "It may stand in: opinion survey",
    ]  # fmt: skip
