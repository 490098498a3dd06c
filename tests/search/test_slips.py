"""Characters typed for others, dialect, and long messages."""

from __future__ import annotations

import pytest

from search.dialect import in_standard_words
from search.sentences import MOST_UNITS, asking_part, units
from search.slips import confused, without_slips

ROWS = {
    "投": 90,
    "诉": 90,
    "投诉": 80,
    "回": 60,
    "访": 50,
    "回访": 50,
    "访记": 6,
    "记": 99,
    "录": 90,
    "记录": 90,
    "防": 20,
    "防火": 9,
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("投拆", "投诉"),
        ("回防记录", "回访记录"),
        ("回仿记录", "回访记录"),
        ("防火记录", "防火记录"),
        ("记录", "记录"),
        ("天气", "天气"),
    ],
)
def test_a_character_of_the_same_sound_or_shape_is_put_right(typed: str, meant: str) -> None:
    """Where the pair as typed is unknown and the other one is a word of the library."""
    assert without_slips(typed, ROWS) == meant


def test_what_is_confused_with_a_character_sounds_or_looks_like_it() -> None:
    """Whether it is the same sound is known."""
    assert confused("防")["访"] is True
    assert confused("拆")["诉"] is False
    assert "防" not in confused("防")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("侬搭有伐", "你们这里有吗"),
        ("我架车畀人刮花咗", "我的车被人刮花了"),
        ("换班那旮沓的表搁哪儿呢", "换班那里的表在哪儿呢"),
        ("押金啷个退", "押金怎么退"),
        ("砍伐树木", "砍伐树木"),
        ("搁置", "搁置"),
    ],
)
def test_dialect_is_read_in_the_words_of_the_handbooks(said: str, meant: str) -> None:
    """Shanghai, Hong Kong, the north-east, Sichuan; what is standard Chinese stays."""
    assert in_standard_words(said) == meant


def test_of_a_long_message_the_sentences_are_read_that_ask() -> None:
    """And of the others as many, from the first on, as can be read."""
    told = "早上好，我是二号楼的业主。" + "昨天下午我在楼下等快递等了很久，后来又去了一趟超市，买了不少东西。" * 4
    message = f"{told}钥匙丢了找谁？谢谢。"

    assert asking_part(message).startswith("早上好，我是二号楼的业主。")
    assert "钥匙丢了找谁？" in asking_part(message)
    assert units(asking_part(message)) <= MOST_UNITS
    assert asking_part("钥匙丢了。找谁？") == "钥匙丢了。找谁？"
    assert len(asking_part("丢" * 500)) == MOST_UNITS
