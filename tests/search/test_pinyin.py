from __future__ import annotations

import pytest
from pypinyin import Style, pinyin

from search.index import Index
from search.pinyin import cut, read_pinyin, without_tones
from search.sounds import alike, characters, readings


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        ("tousu", "投诉"),
        ("tou su chu li", "投诉处理"),
        ("tousuchuli", "投诉处理"),
        ("tóusù chǔlǐ", "投诉处理"),
        ("tou2su4 chu3li3", "投诉处理"),
        ("tousu zenme chuli", "投诉怎么处理"),
        ("tscl", "投诉处理"),
        ("tousu 26", "投诉 26"),
        ("tosu 登记", "tosu 登记"),
        ("tousu 登记", "投诉 登记"),
    ],
)
def test_pinyin_is_turned_into_the_words_of_the_library(words_index: Index, question: str, chinese: str) -> None:
    """With and without tones, cut anywhere, as initials of a title, and beside Chinese where that is certain."""
    assert read_pinyin(question.lower(), words_index.lexical) == chinese


@pytest.mark.parametrize("question", ["how to handle complaint", "26", "", "she can", "gt-r-kf-26"])
def test_english_and_codes_are_not_read_as_pinyin(words_index: Index, question: str) -> None:
    """Known English words and stop words outweigh syllables."""
    assert read_pinyin(question, words_index.lexical) == question


def test_the_umlaut_is_a_v_and_none_after_j_q_x_y() -> None:
    """However it is typed."""
    assert [without_tones(word) for word in ("lǜse", "lüse", "lvse", "qvxiao", "yǔ")] == [
        "lvse", "lvse", "lvse", "quxiao", "yu",
    ]  # fmt: skip


def test_a_number_after_letters_that_are_no_syllables_is_no_tone() -> None:
    """`kf2` stays a code."""
    assert without_tones("kf2 tou2") == "kf2 tou2"


def test_the_table_of_sounds_says_what_pypinyin_says() -> None:
    """The first two readings of a character, the one that it mostly has first."""
    for letter in "投诉绿行重乐的":
        read = pinyin(letter, heteronym=True, style=Style.NORMAL)[0][:2]

        assert readings()[letter] == tuple(dict.fromkeys(one.replace("ü", "v") for one in read))


def test_syllables_that_many_do_not_tell_apart() -> None:
    """At the beginning, at the end, and both."""
    assert alike("zhan") == ("zan", "zang", "zhang")
    assert alike("shi") == ("si",)
    assert alike("bo") == ()
    assert all(other in characters() for syllable in characters() for other in alike(syllable))


def test_a_word_that_can_be_cut_in_very_many_ways_is_cut_at_once(words_index: Index) -> None:
    """Every reading of it fails at its last letter; trying them one by one would take longer than the universe has."""
    assert cut("an" * 200 + "x") == []
    assert len(cut("an" * 200)) == 200
    assert read_pinyin("an" * 200 + "x", words_index.lexical)
