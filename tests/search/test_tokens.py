from __future__ import annotations

import pytest

from search.tokens import has_word, stem, tokenize


def test_chinese_gives_characters_and_pairs_without_words_of_asking() -> None:
    """怎么 and 吗 are left out of questions and texts alike."""
    assert tokenize("怎么投诉吗") == ["投", "诉", "么投", "投诉", "诉吗"]


def test_a_code_gives_itself_and_every_tail() -> None:
    """`GT-R-KF-26` is found by `kf-26`, `KF26` and `26`, whichever way it is typed."""
    assert tokenize("GT-R-KF-26") == ["gtrkf26", "rkf26", "kf26", "26"]
    assert tokenize("kf-26") == tokenize("KF26") == ["kf26", "26"]


def test_a_number_with_dots_stays_whole() -> None:
    """`1.1.5` does not become 1 and 5."""
    assert tokenize("1.1.5") == ["1.1.5"]


def test_english_gives_stems_without_stop_words() -> None:
    """Words joined by a hyphen or an apostrophe are words of their own."""
    assert tokenize("How do we handle residents' follow-up complaints?") == [
        "handl", "resident", "follow", "complaint",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "root"),
    [
        (("handle", "handles", "handled", "handling"), "handl"),
        (("key", "keys"), "key"),
        (("copy", "copies"), "copy"),
        (("stop", "stopped", "stopping"), "stop"),
        (("call", "called", "calling"), "call"),
        (("address", "addresses"), "address"),
        (("ring",), "ring"),
    ],
)
def test_forms_of_a_word_share_a_stem(words: tuple[str, ...], root: str) -> None:
    """Plural, past and -ing are cut off; short words keep their end."""
    assert {stem(word) for word in words} == {root}


@pytest.mark.parametrize(
    ("text", "english"), [("handle it", True), ("gt-r-kf-26", False), ("1.1.5", False), ("a", False)]
)
def test_a_code_is_no_word(text: str, english: bool) -> None:
    """Letters that belong to a code do not make a question English."""
    assert has_word(text) is english
