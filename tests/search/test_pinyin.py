from __future__ import annotations

import re

import pytest
from pypinyin import lazy_pinyin

from search.pinyin import SYLLABLE, pinyin_tokens, read_pinyin

ENGLISH = {"handl", "complaint", "chang"}


def test_a_question_in_pinyin_is_read_as_neighbouring_syllables() -> None:
    """The words of the question may be cut anywhere."""
    assert read_pinyin("tousu", ENGLISH.__contains__) == ["py:tousu"]
    assert read_pinyin("tou su", ENGLISH.__contains__) == ["py:tousu"]
    assert read_pinyin("jiaojieban", ENGLISH.__contains__) == ["py:jiaojie", "py:jieban"]


@pytest.mark.parametrize("question", ["how to handle complaint", "change", "投诉 tousu", "26", "", "she can"])
def test_english_and_chinese_are_not_read_as_pinyin(question: str) -> None:
    """Known English words and stop words outweigh syllables; a Chinese character settles it."""
    assert read_pinyin(question, ENGLISH.__contains__) == []


def test_text_and_question_meet_in_the_same_tokens() -> None:
    """What is indexed for 交接班 is what `jiaojieban` asks for."""
    assert pinyin_tokens("交接班") == read_pinyin("jiaojieban", ENGLISH.__contains__)
    assert pinyin_tokens("绿城") == ["py:lvcheng"]


def test_the_syllable_pattern_knows_the_syllables_of_common_characters() -> None:
    """Each is one syllable; `ü` is written `v`."""
    common = "的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里安恩"
    strange = [syllable for syllable in lazy_pinyin(common) if not re.fullmatch(SYLLABLE, syllable.replace("ü", "v"))]

    assert strange == []


def test_a_word_that_can_be_cut_in_very_many_ways_is_cut_at_once() -> None:
    """Every reading of it fails at its last letter; trying them one by one would take longer than the universe has."""
    assert read_pinyin("an" * 200 + "x", ENGLISH.__contains__) == []
    assert len(read_pinyin("an" * 200, ENGLISH.__contains__)) == 199
