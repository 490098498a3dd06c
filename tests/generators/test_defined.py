"""Terms in running text say what they mean, the first time a page has them."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from generators.kinds import PAGES
from generators.pages.defined import defined_words, meaning, split
from generators.pages.page import Page
from schemas.library import Library

ADDRESS = "greentown-after-sales/procedures/complaint-handling"
LINK = '<a class="def" href="../../glossary.html#term-complaint" data-def="对服务不满意，要求改正的意见。">投诉</a>'
WORDS = (("duty manager", "dm"), ("duty", "d"), ("owner", "o"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tell the duty manager", ["dm"]),  # the longer term
        ("Owners, and the owner’s key", ["o", "o"]),
        ("ownership is co-owner and duty-phone", []),  # other words
        ("on duty", ["d"]),
        ("&owner;", []),  # no term stands in what HTML writes for a sign
    ],
)
def test_an_english_term_is_a_whole_word(text: str, found: list[str]) -> None:
    """In any case, and of several of them."""
    pieces = list(split(text, WORDS, "en"))

    assert [term for _, term in pieces if term] == found
    assert "".join(piece for piece, _ in pieces) == text


def test_the_longer_of_two_chinese_terms_is_meant() -> None:
    """A committee of owners is no owner."""
    words = (("业主委员会", "committee"), ("业主", "owner"))

    found = [piece for piece in split("请业主委员会和业主", words, "zh") if piece[1]]

    assert found == [("业主委员会", "committee"), ("业主", "owner")]


def test_a_term_says_what_it_means_once(library: Library) -> None:
    """In sentences only; its meaning leads to the glossary, and what an author types stays text."""
    entry = library.entries[ADDRESS]
    page = Page(library, entry.url, entry)

    assert page.text("投诉") == "投诉"
    assert page.prose("这件投诉<b>，又一件投诉") == "这件" + Markup(LINK) + "<b>，又一件投诉"  # noqa: S704 - as the page has it
    assert "def" not in page.prose("投诉")


def test_a_printed_book_has_no_meanings_in_its_text(library: Library) -> None:
    """It has a glossary of its own; nothing there opens under a pointer."""
    entry = library.entries[ADDRESS]
    page = Page(library, entry.url, entry)
    page.is_unfolded = True

    assert page.prose("投诉") == "投诉"


def test_an_english_word_is_a_term_where_the_chinese_has_it(library: Library) -> None:
    """The view of a record has those terms only that its Chinese has."""
    english = library.view("en")
    with_it = [address for address in library.entries if defined_words(english, address)]

    assert defined_words(english, ADDRESS) == (("complaint", "complaint"),)
    assert 0 < len(with_it) < len(library.entries)
    assert meaning(english, "complaint") == "A statement that a service was not good enough and must be put right."


def test_a_page_has_each_term_once(library: Library) -> None:
    """Of every kind, and never within another link or a heading."""
    for entry in library.entries.values():
        body = str(PAGES[entry.kind].content(Page(library, entry.url, entry)).body)
        assert body.count('data-def="对服务不满意') <= 1
