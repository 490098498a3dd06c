from __future__ import annotations

import pytest

from search.normalize import has_cjk, normalize, simplified_characters


@pytest.mark.parametrize(
    ("typed", "indexed"),
    [
        ("業主投訴怎麼處理", "业主投诉怎么处理"),
        ("ＧＴ－Ｒ－ＫＦ－２６", "gt-r-kf-26"),
        ("投\u200b诉", "投诉"),
        ("①三㎡", "1三m2"),
        ("KEY Custody", "key custody"),
        ("", ""),
    ],
)
def test_full_width_traditional_and_capitals_are_spelled_as_the_index_has_them(typed: str, indexed: str) -> None:
    """Full-width forms, traditional characters, capitals and zero-width marks do not matter."""
    assert normalize(typed) == indexed


def test_normalising_twice_changes_nothing() -> None:
    """Every simplified character of the table is its own simplified form."""
    simple = "".join(simplified_characters().values())

    assert normalize(normalize(simple)) == normalize(simple)


def test_one_chinese_character_makes_a_text_chinese() -> None:
    """A question with a single Chinese character is not Latin."""
    assert has_cjk("modem 坏了")
    assert not has_cjk("modem is broken, ①")
